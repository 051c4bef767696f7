import type { Reading } from '../reading';
import type { Case } from '../frame/case';

/** "Does a cancelled case count in ACPL", "are virtual appointments included in the DNA rate". */
const COUNTS_IN = /^(?:and |so |but )?(?:do|does|did|would|should|are|is) (?:we |you |they )?(.{2,60}?) (?:still )?(?:count|counts|counted|included|include|excluded|exclude|left out) (?:in|as|towards|within|under|for|from) (?:the |a |an |our )?(.+)$/i;

/** Whether something counts in a measure is told by its definition. */
export function whatCounts(one: Case): Reading | null {
  const [, what = '', whole = ''] = COUNTS_IN.exec(one.text) ?? [];
  const reading = whole === '' ? null : one.again(`definition of ${whole}`);
  return reading?.kind === 'query' && reading.query.intent === 'definition'
    ? { ...reading, notes: [...one.notes, `Whether “${what}” counts is told by what is counted and what is left out.`, ...reading.notes] }
    : null;
}
