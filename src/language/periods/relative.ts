import { addDays, addMonths, monthEnd, monthOf, monthStart, weekStart, yearOf, type Day } from '../../calendar/day';
import { financialQuarter, financialYear, financialYearName } from '../../calendar/financial-year';
import {
  calendarYearPeriod, dayPeriod, financialYearPeriod, monthPeriod, quarterPeriod, weekPeriod, type Period,
} from '../../calendar/period';
import { after, atomAt, skip } from './atoms';
import { unitWord, type Unit } from './calendar-words';
import { countAt } from './counts';
import { foundAsk, foundPeriod, type Found, type Reader } from './found';
import { pastJustGone } from './just-gone';
import { holdsAny, latestDayHeld, latestMonthHeld, type Moment } from './moment';
import { yearToDate } from './year-to-date';

const STEPS: ReadonlyMap<string, number> = new Map([
  ['this', 0], ['current', 0], ['last', -1], ['previous', -1], ['prior', -1], ['preceding', -1], ['past', -1],
  ['next', 1], ['coming', 1], ['following', 1],
]);
const COMPARING = new Set(['previous', 'prior', 'preceding']);

/** "the month just gone", "week just ended": the last one. */
export function unitJustGone({ atoms, moment }: Reader, at: number): Found | null {
  const place = skip(atoms, at, 'the');
  const unit = unitOrFinancialYear(atomAt(atoms, skip(atoms, place, 'financial', 'fiscal')).text);
  const end = unit === null || unit === 'day' ? null : pastJustGone(atoms, skip(atoms, place, 'financial', 'fiscal') + 1);
  return unit === null || end === null ? null : foundPeriod(end, stepped(unit, moment.today, -1));
}

/** "this month", "last quarter", "next week", "last financial year", "this calendar year". */
export function relativeUnit({ atoms, moment }: Reader, at: number): Found | null {
  const word = atomAt(atoms, at).text;
  const step = STEPS.get(word);
  if (step === undefined) {
    return null;
  }
  const kind = atomAt(atoms, at + 1).text;
  const place = skip(atoms, at + 1, 'full', 'complete', 'completed', 'whole', 'entire', 'calendar', 'financial', 'fiscal');
  const unit = unitOrFinancialYear(atomAt(atoms, place).text);
  if (unit === null || (unit === 'day' && step === 0)) {
    return null;
  }
  const end = place + 1;
  const whole = ['full', 'complete', 'completed', 'whole', 'entire'].includes(kind);
  if (unit === 'month' && step === 0) {
    return thisMonth(end, moment);
  }
  if (unit === 'month' && step === -1 && whole) {
    return foundPeriod(end, monthOfDay(latestMonthHeld(moment)));
  }
  if (unit === 'year') {
    return yearStep({ end, word, step, kind, moment, article: atomAt(atoms, at - 1).text === 'the' });
  }
  const period = stepped(unit, moment.today, step);
  return { end, meaning: { kind: 'period', period, against: COMPARING.has(word) ? 'previous' : null }, notes: [] };
}

/** "latest month", "most recent complete quarter": the latest held to its end. */
export function latestUnit({ atoms, moment }: Reader, at: number): Found | null {
  const start = after(atoms, at, 'latest') ?? after(atoms, at, 'most', 'recent');
  if (start === null) {
    return null;
  }
  const place = skip(atoms, start, 'full', 'complete', 'available', 'reported', 'financial');
  const unit = unitOrFinancialYear(atomAt(atoms, place).text);
  const held = latestDayHeld(moment);
  if (unit === null) {
    return null;
  }
  if (unit === 'month') {
    return foundPeriod(place + 1, monthOfDay(latestMonthHeld(moment)));
  }
  const current = stepped(unit, held, 0);
  return foundPeriod(place + 1, current.to <= held ? current : stepped(unit, held, -1));
}

/** "two months ago", "a week ago", "the month before last": that month, that week. */
export function unitsAgo({ atoms, moment }: Reader, at: number): Found | null {
  const named = unitWord(atomAt(atoms, at).text);
  const beforeLast = named === null ? null : after(atoms, at + 1, 'before', 'last');
  if (named !== null && beforeLast !== null) {
    return foundPeriod(beforeLast, stepped(named, moment.today, -2));
  }
  const count = countAt(atoms, at);
  const unit = count === null ? null : unitWord(atomAt(atoms, count.end).text);
  if (count === null || unit === null || unit === 'year' || atomAt(atoms, count.end + 1).text !== 'ago') {
    return null;
  }
  return foundPeriod(count.end + 2, stepped(unit, moment.today, -count.count));
}

/** The unit that `day` is in, moved by `step` units. */
export function stepped(unit: Unit, day: Day, step: number): Period {
  switch (unit) {
    case 'day': return dayPeriod(addDays(day, step));
    case 'week': return weekPeriod(addDays(weekStart(day), step * 7));
    case 'month': return monthOfDay(addMonths(monthStart(day), step));
    case 'quarter': return quarterOfDay(addMonths(monthStart(day), step * 3));
    case 'year': return financialYearPeriod(financialYear(day) + step);
  }
}

/** The calendar month of now where some of it is held; otherwise the latest month held, which is said. */
function thisMonth(end: number, moment: Moment): Found {
  const current = monthOfDay(moment.today);
  if (holdsAny(moment, current.from, current.to)) {
    return foundPeriod(end, current);
  }
  const latest = monthOfDay(latestDayHeld(moment));
  const part = latestDayHeld(moment) < monthEnd(latest.from) ? ', held in part' : '';
  return foundPeriod(end, latest, [`Nothing is held for ${current.label} yet: this is the latest month held, ${latest.label}${part}.`]);
}

interface YearStep {
  readonly end: number;
  readonly word: string;
  readonly step: number;
  readonly kind: string;
  readonly moment: Moment;
  /** Whether "the" stands before it: "over the last year" is as often the last twelve months. */
  readonly article: boolean;
}

function yearStep({ end, word, step, kind, moment, article }: YearStep): Found | null {
  const year = financialYear(moment.today) + step;
  if (kind === 'calendar') {
    return foundPeriod(end, calendarYearPeriod(yearOf(moment.today) + step));
  }
  if (step === 0) {
    const { period, notes } = yearToDate(moment);
    return foundPeriod(end, period, notes);
  }
  const plain = !['financial', 'fiscal', 'full', 'complete', 'whole'].includes(kind);
  if (word === 'past' && plain) {
    return null;
  }
  if (word === 'last' && article && plain) {
    return foundAsk(end, 'The last twelve months, or the last financial year?', ['last 12 months', financialYearName(year)]);
  }
  return { end, meaning: { kind: 'period', period: financialYearPeriod(year), against: plain && step < 0 ? 'last-year' : null }, notes: [] };
}

function unitOrFinancialYear(word: string): Unit | null {
  return word === 'fy' ? 'year' : word === 'm' ? null : unitWord(word);
}

function monthOfDay(day: Day): Period {
  return monthPeriod(yearOf(day), monthOf(day));
}

function quarterOfDay(day: Day): Period {
  return quarterPeriod(financialYear(day), financialQuarter(day));
}
