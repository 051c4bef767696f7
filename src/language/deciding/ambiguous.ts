import type { Reading } from '../reading';
import { countFirst } from './count-asked';
import { reworded, typedWords, type Case } from '../frame/case';

/** Most options that a question back carries. */
const MOST = 5;
/** Words of several meanings that one question may hold and still be asked about. */
const MOST_AMBIGUOUS = 3;

/**
 * A word claimed by several things. With a declared default it is answered and its rival named; otherwise it is asked
 * back, each option being the whole question with one reading in place of the word. What would not read is left out.
 */
export function ambiguousWord(one: Case): Reading | null {
  const span = one.spans.find(({ meaning }) => meaning.kind === 'ambiguous');
  if (span?.meaning.kind !== 'ambiguous') {
    return null;
  }
  if (one.spans.filter(({ meaning }) => meaning.kind === 'ambiguous').length > MOST_AMBIGUOUS) {
    return { kind: 'unknown', reason: 'unknown-word', sentence: 'Too many words in that question can mean several things.', words: [], options: [] };
  }
  const { ask, readings, default: preferred } = span.meaning.ambiguity;
  const word = typedWords(one.words, span);
  // "Total DNAs" asks how many, which the words put in their place no longer say.
  const total = one.folded[span.start - 1] === 'total' && one.folded[span.start - 2] !== 'in' && /s$/i.test(word);
  const reread = (instead: string): Reading => (total
    ? one.again(reworded(one.text, one.words, { start: span.start - 1, end: span.end }, `number of ${instead}`), preferred !== null)
    : one.again(reworded(one.text, one.words, span, instead), preferred !== null));
  if (preferred !== null) {
    const reading = reread(preferred);
    const rivals = readings.filter((other) => other.toLowerCase() !== preferred.toLowerCase());
    const note = `“${word}” is read as ${preferred}; it can also mean ${rivals.join(' or ')}.`;
    return reading.kind === 'query' ? { ...reading, notes: countFirst([...one.notes, note, ...reading.notes]) } : reading;
  }
  const options = readings.flatMap((instead) => {
    const reading = reread(instead);
    return reading.kind === 'query' ? [reworded(one.text, one.words, span, instead)] : reading.kind === 'clarify' ? reading.options.slice(0, 2) : [];
  });
  if (options.length > 0) {
    return { kind: 'clarify', ask, options: [...new Set(options)].slice(0, MOST), query: null };
  }
  const plain = readings.filter((reading) => one.again(reading).kind === 'query');
  return { kind: 'unknown', reason: 'unknown-word', sentence: `${ask} None of its readings fits the rest of that question.`, words: [word], options: plain.slice(0, MOST) };
}

/** A period that can be read in more than one way ("FY25"): asked back with each reading in its place. */
export function ambiguousPeriod(one: Case): Reading | null {
  const asked = [...one.frame.main.periods, ...one.frame.versus.periods].find(({ reading }) => reading.kind === 'ask');
  if (asked?.reading.kind !== 'ask') {
    return null;
  }
  const { ask, options } = asked.reading;
  const whole = options.map((instead) => reworded(one.text, one.words, asked.span, instead)).filter((text) => {
    const kind = one.again(text).kind;
    return kind === 'query' || kind === 'clarify';
  });
  return { kind: 'clarify', ask, options: whole, query: null };
}
