import type { Reading } from '../reading';
import type { Case } from '../frame/case';

/** "Is it right that nobody is waiting over 104 weeks any more": what is said of it, before and behind. */
const SAID_OF_IT = /^(?:(?:is it|are we|am i|can (?:i|we|you)|could (?:i|we|you)) (?:right|true|correct|still true|fair|safe|ok|okay|able|(?:please )?(?:confirm|say|check))(?: (?:in saying|to say|to claim|saying|thinking|in thinking))?(?: that)? |(?:is|are) (?:it the case )?(?:that )?)?(?:there(?:'s| is| are) )?(?:no ?body|no ?one|no patients?|none) (?:(?:is|are|left|now|still|at all|currently) )*/i;
const ANY_MORE = /\s*\b(?:any ?more|any longer|now|right now|at the moment|at all)[\s?.!]*$/i;

/** Waits are counted by how many weeks they are. */
const BY_WEEKS = /^\d+-week /;

/** Whether nobody waits so long any more is told by how many do. Null for any other question. */
export function nobodyWaits(one: Case): Reading | null {
  const said = SAID_OF_IT.exec(one.text)?.[0];
  const [id, second] = one.frame.metrics;
  const metric = one.ground.catalogue.metrics.get(id ?? '');
  if (said === undefined || second !== undefined || metric?.kind !== 'count' || !BY_WEEKS.test(metric.name)) {
    return null;
  }
  const rest = one.text.slice(said.length).replace(ANY_MORE, '');
  const reading = one.again(`how many ${rest}`, true);
  return reading.kind === 'query' && reading.query.intent === 'value' ? { ...reading, notes: [...one.notes, `Whether it is “${said.trim()}” is told by how many there are.`, ...reading.notes] } : null;
}
