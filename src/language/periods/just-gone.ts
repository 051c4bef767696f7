import { atomAt, skip, type Atom } from './atoms';

const GONE = new Set(['gone', 'past', 'passed', 'ended', 'finished', 'closed']);

/** The place after "just gone", "just past", "gone", "just ended", which say that a period is the last one; null where none stands. */
export function pastJustGone(atoms: readonly Atom[], at: number): number | null {
  const place = skip(atoms, at, 'just');
  const word = atomAt(atoms, place).text;
  return GONE.has(word) && (place > at || word === 'gone' || word === 'past') ? place + 1 : null;
}
