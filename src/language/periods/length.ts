import { after, atomAt, skip, type Atom } from './atoms';
import { unitWord, type Unit } from './calendar-words';
import { countAt } from './counts';

/** A number of units and the index of the atom after them; `kind` says which years are meant. */
export interface Length {
  readonly count: number;
  readonly unit: Unit;
  readonly kind: 'plain' | 'financial' | 'calendar';
  readonly end: number;
}

/** "12 months", "two financial years"; singular "12 month" is a length, "18 week" mostly a standard. */
export function lengthAt(atoms: readonly Atom[], at: number): Length | null {
  if (atomAt(atoms, at).text === 'fortnight') {
    return { count: 2, unit: 'week', kind: 'plain', end: at + 1 };
  }
  const count = atomAt(atoms, at).text === 'a' ? null : countAt(atoms, at);
  if (count === null) {
    return null;
  }
  const word = atomAt(atoms, count.end).text;
  const kind = word === 'financial' || word === 'fiscal' ? 'financial' : word === 'calendar' ? 'calendar' : 'plain';
  const place = skip(atoms, count.end, 'financial', 'fiscal', 'calendar', 'full', 'complete', 'whole', 'rolling', 'consecutive');
  const unitText = atomAt(atoms, place).text;
  const unit = unitWord(unitText);
  const standard = (unit === 'week' || unit === 'day') && count.count > 1 && !unitText.endsWith('s');
  return unit === null || standard ? null : { count: count.count, unit, kind, end: place + 1 };
}

/** The same after "rolling", where "12" alone is twelve months and "year" is too. */
export function lengthOrYearAt(atoms: readonly Atom[], at: number): Length | null {
  if (['year', 'annual'].includes(atomAt(atoms, at).text)) {
    return { count: 12, unit: 'month', kind: 'plain', end: at + 1 };
  }
  const count = countAt(atoms, at);
  return lengthAt(atoms, at) ?? (count === null || atomAt(atoms, at).text === 'a' ? null : { count: count.count, unit: 'month', kind: 'plain', end: count.end });
}

/** "past year", which is twelve months, where "last year" is the financial one. */
export function pastYearAt(atoms: readonly Atom[], at: number): Length | null {
  const isPastYear = after(atoms, at, 'past', 'year') ?? after(atoms, at, 'past', 'yr');
  return isPastYear === null ? null : { count: 12, unit: 'month', kind: 'plain', end: isPastYear };
}

/** "R12", "R12M". */
export function shortLengthAt(atoms: readonly Atom[], at: number): Length | null {
  const { value, opens } = atomAt(atoms, at + 1);
  if (atomAt(atoms, at).text !== 'r' || value === null || value < 2 || value > 60 || opens) {
    return null;
  }
  return { count: value, unit: 'month', kind: 'plain', end: skip(atoms, at + 2, 'm') };
}
