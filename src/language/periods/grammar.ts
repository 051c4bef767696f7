import { atomAt, readAtoms, type Atom } from './atoms';
import { asAt } from './as-at';
import { dayAndMonth, monthAndDay, nearDay } from './days';
import { dayOfAMonth, daysOfAMonth } from './days-of-a-month';
import { longest, periodOf, type Found, type Reader, type Rule } from './found';
import { lastNamedMonth, month, monthAfterYear, thisOrNextMonth } from './months';
import type { Moment } from './moment';
import { numericDate, numericMonth, numericPair } from './numeric-dates';
import { partOfMonth } from './part-of-month';
import { partAfterYear, partNearby, partOfYear } from './quarters';
import { range } from './ranges';
import { latestUnit, relativeUnit, unitJustGone, unitsAgo } from './relative';
import { fewUnits, lastUnits, nextUnits, unitEnding, unitsUpTo } from './rolling';
import { onwards, openEnded, since } from './since';
import { stepBack, steppedBack, yearBack, yearsBack } from './steps';
import { daysToDate, partToDateWords, periodYearToDate, soFar, yearToDateWords } from './to-date';
import { weekdayAlone, weekdayAndDate, weekdays, weekend } from './weekdays';
import { weekOfDate } from './weeks';
import { yearAlone } from './years';

/** What can be read by itself; of two that take in as many words, the earlier in the table stands. */
const SIMPLE: readonly Rule[] = [
  numericDate, numericMonth, numericPair,
  dayAndMonth, monthAndDay, weekdayAndDate,
  month, monthAfterYear, lastNamedMonth, thisOrNextMonth,
  partOfYear, partAfterYear, partNearby, yearAlone,
  nearDay, weekdays, weekdayAlone, weekend, dayOfAMonth, weekOfDate,
  relativeUnit, unitJustGone, latestUnit, unitsAgo,
];

/** What is made of other periods, or is told by what is held. */
const COMPOUND: readonly Rule[] = [
  yearToDateWords, partToDateWords, soFar,
  range, daysOfAMonth, since, onwards, openEnded,
  lastUnits, unitsUpTo, fewUnits, nextUnits, unitEnding,
  yearBack, yearsBack, stepBack, partOfMonth, asAt,
];

const NOTHING: readonly Found[] = [];

/** A reader over the words of one question. */
export function readerOf(atoms: readonly Atom[], moment: Moment): Reader {
  const known: (readonly Found[])[] = [];
  const reader: Reader = {
    atoms,
    moment,
    simple: (at) => {
      const found = known[at] ?? (at < atoms.length ? allOf(SIMPLE, reader, at) : NOTHING);
      known[at] = found;
      return found;
    },
  };
  return reader;
}

/** The most that can be read at a place, whole words only. */
export function readAt(reader: Reader, at: number): Found | null {
  const simple = reader.simple(at);
  const compound = allOf(COMPOUND, reader, at);
  if (simple.length + compound.length === 0) {
    return null;
  }
  const plain = [...simple, ...compound];
  const tailed = plain.flatMap((found) => [periodYearToDate(reader, at, found), daysToDate(reader, found), steppedBack(reader, at, found)]);
  const all = [...tailed.flatMap((found) => found ?? []), ...plain];
  return longest(all.filter((found) => atomAt(reader.atoms, found.end - 1).closes));
}

/** What the rules find at a place. Most words begin no period, so nothing is made until something is found. */
function allOf(rules: readonly Rule[], reader: Reader, at: number): readonly Found[] {
  let all: Found[] | null = null;
  for (const rule of rules) {
    const found = withRestatement(reader, rule(reader, at));
    if (found !== null) {
      all = all ?? [];
      all.push(found);
    }
  }
  return all ?? NOTHING;
}

/** "Q1 2024/25 (April to June 2024)": the months that a quarter is made of, said again, belong to it. */
function withRestatement(reader: Reader, found: Found | null): Found | null {
  const label = found?.meaning.kind === 'named' ? (periodOf(found.meaning, reader.moment)?.label ?? '') : '';
  const opening = label.indexOf('(');
  if (found === null || opening < 0) {
    return found;
  }
  const again = readAtoms(label.slice(opening).split(' '));
  const isSame = again.every((atom, step) => atomAt(reader.atoms, found.end + step).text === atom.text);
  return isSame ? { ...found, end: found.end + again.length } : found;
}
