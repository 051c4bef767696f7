import { ActivityTypes, CardFactory, type Activity, type ConversationReference } from 'botbuilder';
import type { ConnectorFactory } from 'botframework-connector';
import type { Logger } from 'pino';
import type { Delivery } from '../delivery/delivery';
import type { Address, Port } from '../delivery/port';
import { deliver, type Pacing } from './deliver';
import { loggedFault } from './fault-log';
import type { TeamsAdapter } from './teams-adapter';

/** Where what nobody asked for just now may be posted to, and as whom. */
export interface PostingAs {
  /** The bot's application id; '' where no identity is checked. */
  readonly appId: string;
  readonly mayPostTo: (serviceUrl: string) => boolean;
  /** Makes connectors that send each request once, with the bot's own identity. */
  readonly connectors: () => ConnectorFactory;
}

/** The way out of the program into somebody's own conversation; what is not delivered is logged. */
export function portOver(adapter: TeamsAdapter, as: PostingAs, pacing: Pacing, log: Logger): Port {
  return {
    async post(to, card, summary) {
      const delivery = await posted(adapter, as, pacing, to, messageOf(card, summary));
      if (delivery.outcome !== 'sent') {
        log.error({ code: 'POST_FAILED', outcome: delivery.outcome, status: delivery.status, fault: loggedFault(delivery.cause) }, 'what nobody asked for just now was not delivered');
      }
      return delivery;
    },
  };
}

async function posted(
  adapter: TeamsAdapter, as: PostingAs, pacing: Pacing, to: Address, message: Partial<Activity>,
): Promise<Delivery> {
  const { appId, mayPostTo } = as;
  const { kind, conversation, serviceUrl, tenant } = to;
  if (!mayPostTo(serviceUrl)) {
    return { outcome: 'unsent', status: null, cause: new Error('the kept service address is not one that may be posted to') };
  }
  if (kind === 'channel') return newThread(as, pacing, to, message);
  // The boundary cast: the SDK's type requires fields that a kept reference does not have and nothing here reads.
  const reference = {
    bot: { id: appId === '' ? '' : `28:${appId}` }, channelId: 'msteams', serviceUrl, conversation: { id: conversation, conversationType: kind === 'group' ? 'groupChat' : 'personal', isGroup: kind === 'group', ...(tenant === null ? {} : { tenantId: tenant }) },
  } as unknown as ConversationReference;
  let delivery: Delivery | null = null;
  try {
    await adapter.continueConversationAsync(appId, reference, async (context) => {
      // The SDK makes up an id to continue from; a post that answered it would answer a message that never was.
      context.activity.id = '';
      delivery = await deliver(() => context.sendActivity(message), pacing);
    });
  } catch (cause) {
    return delivery ?? { outcome: 'unsent', status: null, cause };
  }
  return delivery ?? { outcome: 'unsent', status: null, cause: new Error('the conversation was not continued') };
}

/** A text beside an attachment would be split into two messages; `summary` is what a notification shows. */
const messageOf = (card: object, summary: string): Partial<Activity> => ({ type: ActivityTypes.Message, summary, attachments: [CardFactory.adaptiveCard(card)] });

/**
 * A post in a channel begins a thread of its own: Teams makes one by creating a conversation in the channel with its first
 * message. Source: the Teams pages on proactive messages, "create conversation".
 */
async function newThread({ appId, connectors }: PostingAs, pacing: Pacing, { conversation, serviceUrl, tenant }: Address, message: Partial<Activity>): Promise<Delivery> {
  const [channel = conversation] = conversation.split(';');
  try {
    const connector = await connectors().create(serviceUrl, 'https://api.botframework.com');
    const parameters = {
      isGroup: true, bot: { id: appId === '' ? '' : `28:${appId}`, name: '' }, activity: message, channelData: { channel: { id: channel }, ...(tenant === null ? {} : { tenant: { id: tenant } }) }, ...(tenant === null ? {} : { tenantId: tenant }),
    };
    // The boundary cast: the SDK's type of a message to create requires fields that Teams fills.
    const sent = await deliver(() => connector.conversations.createConversation(parameters as unknown as Parameters<typeof connector.conversations.createConversation>[0]), pacing);
    return sent;
  } catch (cause) {
    return { outcome: 'unsent', status: null, cause };
  }
}
