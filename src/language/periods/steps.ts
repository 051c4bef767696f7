import { addMonths, monthOf, monthStart, yearOf } from '../../calendar/day';
import { monthPeriod, previousPeriod, samePeriodLastYear, type Period } from '../../calendar/period';
import { after, atomAt, skip, type Atom } from './atoms';
import { unitWord } from './calendar-words';
import { countAt } from './counts';
import { foundPeriod, longest, periodOf, type Found, type Reader } from './found';
import { latestMonthHeld, type Moment } from './moment';
import { stepped } from './relative';

const ANY_PERIOD = ['period', 'time', 'point'];

/**
 * "same month last year", "this time last year", "a year ago", "the year before": a year back from the period named
 * before it or, where none is, from the latest complete month.
 */
export function yearBack({ atoms, moment }: Reader, at: number): Found | null {
  const start = skip(atoms, at, 'the', 'this');
  const same = after(atoms, start, 'same');
  const what = same ?? (atomAt(atoms, at).text === 'this' && atomAt(atoms, start).text === 'time' ? start : null);
  const unit = what === null ? null : unitWord(atomAt(atoms, what).text);
  if (what !== null && (unit !== null || ANY_PERIOD.includes(atomAt(atoms, what).text))) {
    const end = lastYearEnd(atoms, skip(atoms, what + 1, 'in', 'of'));
    const base = unit === 'quarter' || unit === 'week' || unit === 'day' ? stepped(unit, moment.today, unit === 'quarter' ? 0 : -1) : latestMonth(moment);
    return end === null ? null : step(end, 'last-year', samePeriodLastYear(base));
  }
  const end = yearAgoEnd(atoms, at);
  return end === null ? null : step(end, 'last-year', samePeriodLastYear(latestMonth(moment)));
}

/** "two years ago": the latest complete month, so many years back. */
export function yearsBack({ atoms, moment }: Reader, at: number): Found | null {
  const count = countAt(atoms, at);
  const end = count === null || count.count < 2 ? null : after(atoms, count.end, 'years', 'ago');
  if (count === null || end === null) {
    return null;
  }
  const month = addMonths(monthStart(latestMonthHeld(moment)), -12 * count.count);
  const period = monthPeriod(yearOf(month), monthOf(month));
  const notes = [`${count.count} years ago is read as ${period.label}, as many years before the latest complete month.`];
  return { end, meaning: { kind: 'period', period, against: null }, notes };
}

/** "the month before", "the previous period": only after another period, or with it: "the month before May". */
export function stepBack({ atoms, moment, simple }: Reader, at: number): Found | null {
  const start = skip(atoms, at, 'the');
  const isUnit = (place: number): boolean => unitWord(atomAt(atoms, place).text) !== null || atomAt(atoms, place).text === 'period';
  const before = isUnit(start) && atomAt(atoms, start).text !== 'year' ? after(atoms, start + 1, 'before') ?? after(atoms, start + 1, 'earlier') : null;
  const end = before !== null && atomAt(atoms, before).text !== 'last' ? before
    : after(atoms, start, 'previous', 'period') ?? after(atoms, start, 'preceding', 'period') ?? after(atoms, start, 'prior', 'period');
  if (end === null) {
    return null;
  }
  const of = longest(simple(end).filter(({ meaning }) => meaning.kind === 'named'));
  const period = of === null ? null : periodOf(of.meaning, moment);
  const previous = period === null ? null : previousPeriod(period);
  return of === null || previous === null ? step(end, 'previous', null) : foundPeriod(of.end, previous, of.notes);
}

/** "May a year ago", "this month last year": a step straight after its period, which begins at `at`. */
export function steppedBack(reader: Reader, at: number, found: Found): Found | null {
  const next = yearBack(reader, found.end);
  const end = next?.end ?? (isPeriodOfNow(found) ? after(reader.atoms, found.end, 'last', 'year') : null);
  const period = found.meaning.kind === 'period' ? found.meaning.period : null;
  if (end === null || period === null) {
    return null;
  }
  // Of "this month last year" all is held, even where nothing of this month is yet.
  if (['this', 'current'].includes(atomAt(reader.atoms, at).text) && period.grain === 'month') {
    return foundPeriod(end, samePeriodLastYear(stepped('month', reader.moment.today, 0)));
  }
  const notes = period.grain === 'ytd' && found.notes.length > 0 ? [`This is one year before ${period.label}, the latest that is held.`] : found.notes;
  return foundPeriod(end, samePeriodLastYear(period), notes);
}

function isPeriodOfNow(found: Found): boolean {
  return found.meaning.kind === 'period' && found.meaning.period.grain !== 'year';
}

function lastYearEnd(atoms: readonly Atom[], at: number): number | null {
  return after(atoms, skip(atoms, at, 'the'), 'last', 'year') ?? after(atoms, skip(atoms, at, 'the'), 'previous', 'year') ?? yearAgoEnd(atoms, at);
}

function yearAgoEnd(atoms: readonly Atom[], at: number): number | null {
  const count = countAt(atoms, at);
  const ago = count?.count === 1 && !atomAt(atoms, at).ordinal
    ? after(atoms, count.end, 'year', 'ago') ?? after(atoms, count.end, 'year', 'earlier') ?? after(atoms, count.end, 'year', 'before') : null;
  const before = after(atoms, at, 'the', 'year', 'before') ?? after(atoms, at, 'year', 'earlier') ?? after(atoms, at, 'year', 'ago');
  const end = ago ?? before;
  return end === null || atomAt(atoms, end).text === 'last' ? null : end;
}

function latestMonth(moment: Moment): Period {
  const month = latestMonthHeld(moment);
  return monthPeriod(yearOf(month), monthOf(month));
}

function step(end: number, by: 'last-year' | 'previous', alone: Period | null): Found {
  return { end, meaning: { kind: 'step', step: by, alone }, notes: [] };
}
