import { atomAt, type Atom } from './atoms';
import { monthWord } from './calendar-words';

const TITLES = new Set(['dr', 'mr', 'mrs', 'ms', 'miss', 'prof', 'professor', 'consultant', 'nurse', 'sister']);
const SPLITS = new Set(['by', 'per', 'each', 'every']);
const WHO_MAY = new Set(['i', 'we', 'you', 'he', 'she', 'it', 'they', 'who', 'which', 'that', 'there', 'one', 'patients']);
const WHAT_MAY = new Set(['be', 'not', 'have', 'also', 'well', 'need', 'want', 'require', 'ask', 'use', 'see']);
/** "May I see", "please may we have": by whom something may be done, where nothing else stands before it. */
const MAY_I = new Set(['i', 'we', 'you', 'he', 'she', 'it', 'they']);
const OPENS = new Set(['', 'please', 'pls', 'and', 'so', 'but', 'or', 'hi', 'hello', 'hey', 'morning', 'afternoon', 'tally', 'thanks', 'sorry', 'then', 'also', 'when', 'if', 'as']);
/** What stands before a time. */
const IN_MAY = new Set(['in', 'for', 'during', 'of', 'since', 'from', 'to', 'until', 'till', 'by', 'through', 'over', 'vs', 'v', 'versus', 'than']);
const NAMED_FOR_MARCH = new Set(['ward', 'street', 'house', 'lodge', 'suite', 'wing']);

/** The month named at a place, 1 to 12; null where the word is a verb, a ward or a person there. */
export function monthNameAt(atoms: readonly Atom[], at: number): number | null {
  const month = monthWord(atomAt(atoms, at).text);
  // "Consultant May" may be a person; "by consultant May 2024" and "per consultant, May" are not.
  const named = TITLES.has(atomAt(atoms, at - 1).text) && !SPLITS.has(atomAt(atoms, at - 2).text) && atomAt(atoms, at + 1).value === null;
  if (month === null || named) {
    return null;
  }
  const [before, next] = [atomAt(atoms, at - 1).text, atomAt(atoms, at + 1).text];
  const verb = atomAt(atoms, at).text === 'may' && !IN_MAY.has(before) && (WHO_MAY.has(before) || WHAT_MAY.has(next) || (MAY_I.has(next) && OPENS.has(before)));
  const ward = atomAt(atoms, at).text === 'march' && NAMED_FOR_MARCH.has(next);
  return verb || ward ? null : month;
}
