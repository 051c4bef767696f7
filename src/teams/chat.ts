import { ActivityTypes, CardFactory, type Activity, type TurnContext } from 'botbuilder';
import type { Delivery } from '../delivery/delivery';
import { deliver, type Pacing } from './deliver';
import type { ComposeBody } from './compose-search';
import type { EmptyBody, InvokeBody } from './invoke-response';

/** The conversation of one turn, as far as answering needs it. Nothing here throws for a fault of the far side. */
export interface Chat {
  /**
   * Posts a card in the conversation: in a channel, in the thread that was asked in.
   * @param judged whether it carries thumbs, up and down
   */
  card(card: object, summary: string, judged: boolean): Promise<Delivery>;
  say(text: string): Promise<Delivery>;
  typing(): Promise<Delivery>;
  /** Answers an invoke. */
  respond(body: InvokeBody | ComposeBody | EmptyBody): Promise<void>;
}

/** A chat over the SDK's turn context, which is usable until the turn ends. */
export function chatOver(context: TurnContext, pacing: Pacing): Chat {
  const post = (activity: Partial<Activity>) => deliver(() => context.sendActivity(activity), pacing);
  return {
    // A text beside an attachment would be split into two messages; `summary` is what a notification shows.
    card: (card, summary, judged) => post({
      type: ActivityTypes.Message, summary, attachments: [CardFactory.adaptiveCard(card)],
      ...(judged ? { channelData: { feedbackLoop: { type: 'default' } } } : {}),
    }),
    say: (text) => post({ type: ActivityTypes.Message, text, textFormat: 'plain' }),
    // Attempted once: a sign of working must never hold the answer back.
    typing: () => deliver(() => context.sendActivity({ type: ActivityTypes.Typing }), { ...pacing, patience: 0 }),
    respond: async (body) => {
      await context.sendActivity({ type: ActivityTypes.InvokeResponse, value: { status: 200, body } });
    },
  };
}
