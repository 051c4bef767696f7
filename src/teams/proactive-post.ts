import { ActivityTypes, CardFactory, type ConversationReference } from 'botbuilder';
import type { Logger } from 'pino';
import type { Delivery } from '../delivery/delivery';
import type { PersonalChat, Port } from '../delivery/port';
import { deliver, type Pacing } from './deliver';
import { loggedFault } from './fault-log';
import type { TeamsAdapter } from './teams-adapter';

/** Where what nobody asked for just now may be posted to, and as whom. */
export interface PostingAs {
  /** The bot's application id; '' where no identity is checked. */
  readonly appId: string;
  readonly mayPostTo: (serviceUrl: string) => boolean;
}

/** The way out of the program into somebody's own conversation; what is not delivered is logged. */
export function portOver(adapter: TeamsAdapter, as: PostingAs, pacing: Pacing, log: Logger): Port {
  return {
    async post(to, card, summary) {
      const delivery = await posted(adapter, as, pacing, to, card, summary);
      if (delivery.outcome !== 'sent') {
        log.error({ code: 'POST_FAILED', outcome: delivery.outcome, status: delivery.status, fault: loggedFault(delivery.cause) }, 'what nobody asked for just now was not delivered');
      }
      return delivery;
    },
  };
}

async function posted(
  adapter: TeamsAdapter, { appId, mayPostTo }: PostingAs, pacing: Pacing, { conversation, serviceUrl, tenant }: PersonalChat, card: object, summary: string,
): Promise<Delivery> {
  if (!mayPostTo(serviceUrl)) {
    return { outcome: 'unsent', status: null, cause: new Error('the kept service address is not one that may be posted to') };
  }
  // The boundary cast: the SDK's type requires fields that a kept reference does not have and nothing here reads.
  const reference = {
    bot: { id: appId === '' ? '' : `28:${appId}` }, channelId: 'msteams', serviceUrl, conversation: { id: conversation, conversationType: 'personal', isGroup: false, ...(tenant === null ? {} : { tenantId: tenant }) },
  } as unknown as ConversationReference;
  let delivery: Delivery | null = null;
  try {
    await adapter.continueConversationAsync(appId, reference, async (context) => {
      // The SDK makes up an id to continue from; a post that answered it would answer a message that never was.
      context.activity.id = '';
      delivery = await deliver(() => context.sendActivity({ type: ActivityTypes.Message, summary, attachments: [CardFactory.adaptiveCard(card)] }), pacing);
    });
  } catch (cause) {
    return delivery ?? { outcome: 'unsent', status: null, cause };
  }
  return delivery ?? { outcome: 'unsent', status: null, cause: new Error('the conversation was not continued') };
}
