import type { Answer } from '../answers/answer';
import { composeMessage, FEWEST_LETTERS, foundCards, type ComposeBody } from './compose-search';
import type { Incoming } from './incoming';
import { LONGEST_QUESTION } from './spoken-text';
import { counted, SENTENCES, type TurnParts } from './turn-parts';

/** Most questions back that are answered in a list of what may be meant. */
const MOST_FOUND = 5;

/**
 * What can be put into a message that is being composed: the answer, or, where the words may mean several things, the
 * answer to each. Nothing of what is typed on the way is kept, and it leans on nothing asked before.
 */
export async function found({ text, asker, place }: Extract<Incoming, { kind: 'search' }>, parts: TurnParts): Promise<ComposeBody> {
  if (text.length < FEWEST_LETTERS) return composeMessage(SENTENCES.search);
  if (text.length > LONGEST_QUESTION) return composeMessage(SENTENCES.tooLong);
  const at = parts.clock();
  const ask = (words: string): Promise<Answer> => parts.road.ask({ text: words, asker, place, at, context: null, fleeting: true });
  const answer = await counted('search', () => ask(text), parts);
  const options = answer.outcome === 'clarify' || answer.outcome === 'unknown' ? answer.options.slice(0, MOST_FOUND) : [];
  const answers = options.length === 0 ? [answer] : await Promise.all(options.map(ask));
  const held = answers.filter(({ outcome, metrics, scorecard, definition }) => outcome === 'answered' && (metrics.length > 0 || scorecard !== null || definition !== null));
  parts.log.info({ code: 'SEARCHED', place: place.kind, outcome: answer.outcome, found: held.length, ms: parts.clock() - at }, 'searched');
  return held.length === 0 ? composeMessage(answer.headline) : foundCards(held, parts.render);
}
