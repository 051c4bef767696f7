import { atomAt, type Atom } from './atoms';
import { numberWord } from './calendar-words';

/** "12", "twelve", "twenty four", "a couple of": a whole number of things, 1 to 999, and where it ends. */
export function countAt(atoms: readonly Atom[], at: number): { readonly count: number; readonly end: number } | null {
  const atom = atomAt(atoms, at);
  if (atom.value !== null) {
    return atom.ordinal || atom.value < 1 || atom.value > 999 ? null : { count: atom.value, end: at + 1 };
  }
  if (atom.text === 'a') {
    return { count: 1, end: at + 1 };
  }
  if (atom.text === 'couple') {
    return { count: 2, end: atomAt(atoms, at + 1).text === 'of' ? at + 2 : at + 1 };
  }
  const tens = { thirty: 30, sixty: 60, ninety: 90 }[atom.text] ?? numberWord(atom.text);
  if (tens === null) {
    return null;
  }
  const ones = tens === 20 ? numberWord(atomAt(atoms, at + 1).text) : null;
  return ones !== null && ones < 10 ? { count: tens + ones, end: at + 2 } : { count: tens, end: at + 1 };
}
