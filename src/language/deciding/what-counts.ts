import type { Reading } from '../reading';
import type { Case } from '../frame/case';

/** "Does a cancelled case count in ACPL", "are virtual appointments included in the DNA rate". */
const COUNTS_IN = /^(?:and |so |but )?(?:do|does|did|would|should|are|is) (?:we |you |they )?(.{2,60}?) (?:still )?(?:count|counts|counted|included|include|excluded|exclude|left out) (?:in|as|towards|within|under|for|from) (?:the |a |an |our )?(.+)$/i;

/** "If they turn up too late does that count as a DNA": what it is asked of is told first. */
const IF_IT_COUNTS = /^(?:and |so |but )?(?:if|when|where|what if) (.{4,100}?),? (?:does|do|would|will|is|are) (?:that|it|this|they|those|he|she|we) (?:still |also )?(?:count|counts|counted|included|go|get counted) (?:in|as|towards|within|under|into) (?:the |a |an |our )?(.+)$/i;
/** "Does a DNA include patients who rang up". */
const HOLDS = /^(?:and |so |but )?(?:does|do) (?:the |a |an |our )?(.{2,40}?) (?:incl|include|includes|count|counts|cover|covers) (?!(?:in|as|towards|within|under)\b)(.{3,100})$/i;

/** "What does clinic utilisation actually count". */
const WHAT_IT_COUNTS = /^(?:and |so |but )?what (?:does|do|is|are) (?:the |a |an |our )?(.{2,60}?) (?:actually |really |exactly |in fact )?(?:count|cover|include|measure|mean|tell me|tell us|tell you|say|show|made of|made up of|counting|measuring|based on)[\s?.!]*$/i;

/** "What's not counted in late starts", "what is excluded from length of stay", "what's in ACPL". */
const WHAT_IS_IN = /^(?:and |so |but )?what(?:'s|s| is| are| gets| do (?:you|we)|'s| does)? (?:not |n't )?(?:(?:counted|included|excluded|left out|covered|count|include|exclude|leave out)(?: in| from| of| within| as part of)?|in) (?:the |a |an |our )?(.{2,60}?)(?: (?:figure|rate|number))?[\s?.!]*$/i;

/** The measure that a question of what counts is about, and what it is asked of; null for any other question. */
function askedToCount(text: string): { readonly what: string; readonly whole: string } | null {
  const [, if_ = '', then = ''] = IF_IT_COUNTS.exec(text) ?? [];
  const [, holder = '', held = ''] = then === '' ? HOLDS.exec(text) ?? [] : [];
  const [, what = '', whole = ''] = then === '' && holder === '' ? COUNTS_IN.exec(text) ?? [] : [];
  const found = then !== '' ? { what: if_, whole: then } : holder !== '' ? { what: held, whole: holder } : { what, whole };
  return found.whole === '' || /^(?:we|you|they|i|us|that|it|this)$/i.test(found.what) ? null : { ...found, whole: found.whole.replace(/[\s?.!]+$/, '') };
}

/** Whether something counts in a measure is told by its definition. */
export function whatCounts(one: Case): Reading | null {
  const [, measure = ''] = WHAT_IT_COUNTS.exec(one.text) ?? WHAT_IS_IN.exec(one.text) ?? [];
  if (measure !== '' && isPlain(one.again(measure))) {
    return one.again(`definition of ${measure}`, true);
  }
  const { what, whole } = askedToCount(one.text) ?? { what: '', whole: '' };
  if (whole === '' || !isPlain(one.again(whole))) {
    return null;
  }
  const reading = one.again(`definition of ${whole}`);
  return reading.kind === 'query' && reading.query.intent === 'definition'
    ? { ...reading, notes: [...new Set([...one.notes, `Whether “${what}” counts is told by what is counted and what is left out.`, ...reading.notes])] }
    : null;
}

/** A measure by itself, with nothing that narrows, splits or ranks it: then it is its definition that is asked about. */
function isPlain(reading: Reading): boolean {
  return reading.kind === 'query' && ['value', 'definition'].includes(reading.query.intent) && reading.query.by === null && reading.query.order === null
    && Object.keys(reading.query.filters).length + Object.keys(reading.query.excluding).length === 0;
}
