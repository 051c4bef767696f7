import type { TeamsActivity } from './activity';
import type { Chat } from './chat';
import { composeMessage } from './compose-search';
import { acknowledged } from './invoke-response';
import type { Taken } from './rate-limits';
import { noted, SENTENCES, type TurnParts } from './turn-parts';

/** Says that there was too much at once: in a chat once a minute, and to a client that waits for a reply each time. */
export async function tooMany(activity: TeamsActivity, taken: Exclude<Taken, 'taken'>, chat: Chat, parts: Pick<TurnParts, 'log'>): Promise<void> {
  parts.log.warn({ code: 'RATE_LIMITED', type: activity.type }, 'too much at once');
  if (activity.type === 'invoke') {
    return chat.respond(activity.name === 'composeExtension/query' ? composeMessage(SENTENCES.tooMany) : activity.name === 'adaptiveCard/action' ? acknowledged(SENTENCES.tooMany) : {});
  }
  if (taken === 'tell') noted(await chat.say(SENTENCES.tooMany), parts);
}
