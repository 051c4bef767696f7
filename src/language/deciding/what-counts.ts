import type { Reading } from '../reading';
import type { Case } from '../frame/case';

/** "Does a cancelled case count in ACPL", "are virtual appointments included in the DNA rate". */
const COUNTS_IN = /^(?:and |so |but )?(?:do|does|did|would|should|are|is) (?:we |you |they )?(.{2,60}?) (?:still )?(?:count|counts|counted|included|include|excluded|exclude|left out) (?:in|as|towards|within|under|for|from) (?:the |a |an |our )?(.+)$/i;

/** Whether something counts in a measure is told by its definition. */
export function whatCounts(one: Case): Reading | null {
  const [, what = '', whole = ''] = COUNTS_IN.exec(one.text) ?? [];
  if (whole === '' || /^(?:we|you|they|i|us)$/i.test(what) || !isPlain(one.again(whole))) {
    return null;
  }
  const reading = one.again(`definition of ${whole}`);
  return reading.kind === 'query' && reading.query.intent === 'definition'
    ? { ...reading, notes: [...one.notes, `Whether “${what}” counts is told by what is counted and what is left out.`, ...reading.notes] }
    : null;
}

/** A measure by itself, with nothing that narrows, splits or ranks it: then it is its definition that is asked about. */
function isPlain(reading: Reading): boolean {
  return reading.kind === 'query' && ['value', 'definition'].includes(reading.query.intent) && reading.query.by === null && reading.query.order === null
    && Object.keys(reading.query.filters).length + Object.keys(reading.query.excluding).length === 0;
}
