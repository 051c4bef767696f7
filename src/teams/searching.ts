import type { Answer } from '../answers/answer';
import { composeMessage, FEWEST_LETTERS, foundCards, type ComposeBody } from './compose-search';
import { inTime } from './in-time';
import type { Incoming } from './incoming';
import { LONGEST_QUESTION } from './spoken-text';
import { counted, SENTENCES, type TurnParts } from './turn-parts';

type Search = Extract<Incoming, { kind: 'search' }>;

/** Most questions back that are answered in a list of what may be meant. */
const MOST_FOUND = 5;

/**
 * What can be put into a message that is being composed: the answer, or, where the words may mean several things, the
 * answer to each. Nothing of what is typed on the way is kept, and it leans on nothing asked before. What takes longer than
 * Teams waits is said to, in one sentence.
 */
export async function found(incoming: Search, parts: TurnParts): Promise<ComposeBody> {
  const { text } = incoming;
  if (text.length < FEWEST_LETTERS) return composeMessage(SENTENCES.search);
  if (text.length > LONGEST_QUESTION) return composeMessage(SENTENCES.tooLong);
  return await inTime(searched(incoming, parts), parts.searchWithin) ?? composeMessage(SENTENCES.searchSlow);
}

async function searched({ text, asker, place }: Search, parts: TurnParts): Promise<ComposeBody> {
  const at = parts.clock();
  const ask = (words: string): Promise<Answer> => parts.road.ask({ text: words, asker, place, at, context: null, fleeting: true });
  const answer = await counted('search', () => ask(text), parts);
  const options = answer.outcome === 'clarify' || answer.outcome === 'unknown' ? answer.options.slice(0, MOST_FOUND) : [];
  const answers = options.length === 0 ? [answer] : await Promise.all(options.map(ask));
  const held = answers.filter(({ outcome, metrics, scorecard, definition }) => outcome === 'answered' && (metrics.length > 0 || scorecard !== null || definition !== null));
  parts.log.info({ code: 'SEARCHED', place: place.kind, outcome: answer.outcome, found: held.length, ms: parts.clock() - at }, 'searched');
  return held.length === 0 ? composeMessage(whyNone(answer, answers).headline) : foundCards(held, parts.render);
}

/** A question back cannot be answered in a search: where nothing of what may be meant is found, why not is said, a refusal first. */
const whyNone = (asked: Answer, answers: readonly Answer[]): Answer =>
  answers.find(({ outcome }) => outcome === 'refused') ?? answers.find(({ outcome }) => outcome === 'no-data') ?? asked;
