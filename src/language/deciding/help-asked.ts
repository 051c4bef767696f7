import { querySchema } from '../../engine/query';
import type { Reading } from '../reading';
import { typedWords, type Case } from '../frame/case';
import { plays } from '../frame/frame';
import { leftovers } from '../frame/leftover';

/** What a question of what may be asked is said in; a shorter "help" may ask for help with something. */
const A_QUESTION = 3;

/**
 * "I have just joined the finance committee; what sort of things may I ask you": what may be asked is told whatever else
 * is said around it, since no figure is shown that it could have narrowed. Null where anything that is held is named.
 */
export function helpAsked(one: Case): Reading | null {
  const { frame, spans } = one;
  const asked = (frame.roles.get('help') ?? []).some(({ start, end }) => end - start >= A_QUESTION);
  // "I'm new here" names no kind of appointment.
  const named = spans.some((span) => !frame.unplaced.includes(span) && !['role', 'unsupported', 'number', 'scope', 'ages'].includes(span.meaning.kind));
  if (!asked || named || plays(frame, 'freshness')) {
    return null;
  }
  const left = leftovers(one, []).map((run) => typedWords(one.words, run));
  const notes = left.length === 0 ? [] : [`Not needed for the answer: ${left.map((words) => `“${words}”`).join(', ')}.`];
  return { kind: 'query', query: Object.freeze(querySchema.parse({ intent: 'help', metrics: [], period: null, filters: {} })), notes: [...one.notes, ...notes], said: [] };
}
