import { addMonths, daysInMonth, existingDay, monthLabel, monthOf, monthStart, yearOf, type Day } from '../../calendar/day';
import { dayPeriod, rangePeriod, type Period } from '../../calendar/period';
import { atomAt, skip, type Atom } from './atoms';
import { dayNumberAt } from './days';
import { foundAsk, foundPeriod, longest, periodOf, type Found, type Reader } from './found';
import { isNearYear, looksAhead, type Moment } from './moment';
import { monthNameAt } from './month-name';

const TO = new Set(['to', '-', 'until', 'till', 'through', 'thru']);
/** What is counted by its place and is no day: "the 5th quintile", "on the 2nd appointment". */
const COUNTED = new Set([
  'quintile', 'decile', 'percentile', 'quartile', 'fifth', 'place', 'month', 'week', 'quarter', 'half', 'day', 'year', 'appointment', 'appt', 'appts', 'appointments', 'attendance', 'visit', 'time', 'attempt', 'floor', 'theatre', 'list', 'line',
]);

/** "On the 8th", "the 28th of last month": a day by its number alone, the latest one gone. */
export function dayOfAMonth(reader: Reader, at: number): Found | null {
  const { atoms } = reader;
  const led = atomAt(atoms, at).text === 'on';
  const place = skip(atoms, led ? at + 1 : at, 'the');
  const day = ordinalAt(atoms, place);
  const month = day === null ? null : monthSaid(reader, place + 1);
  const named = monthNameAt(atoms, skip(atoms, place + 1, 'of', '-')) !== null;
  return day === null || named || (!led && month === null) || isCounted(atoms, place + 1) ? null : ofMonth({ from: day, to: day }, month, place + 1, reader.moment);
}

/** "15th to 30th", "between the 1st and the 5th", "1st to 14th of last month", "8th June to 20th", "June 1-14": days by their numbers, in one month. */
export function daysOfAMonth(reader: Reader, at: number): Found | null {
  const { atoms } = reader;
  const led = monthLed(reader, at);
  if (led !== null) {
    return led;
  }
  const between = atomAt(atoms, at).text === 'between';
  const place = skip(atoms, skip(atoms, at, 'from', 'between'), 'the');
  const from = ordinalAt(atoms, place);
  if (from === null) {
    return null;
  }
  // "8th June to 20th": the month of the first.
  const named = reader.simple(place).flatMap((found) => (found.meaning.kind === 'named' && found.meaning.named.unit === 'day' ? [found] : []));
  const first = longest(named);
  const join = first?.end ?? place + 1;
  const joins = TO.has(atomAt(atoms, join).text) || (between && atomAt(atoms, join).text === 'and');
  const last = skip(atoms, join + 1, 'the');
  const to = joins ? ordinalAt(atoms, last) : null;
  if (to === null || to <= from || isCounted(atoms, last + 1) || monthNameAt(atoms, skip(atoms, last + 1, 'of')) !== null) {
    return null;
  }
  const own = first === null ? null : periodOf(first.meaning, reader.moment);
  return ofMonth({ from, to }, own === null ? monthSaid(reader, last + 1) : { start: monthStart(own.from), end: last + 1 }, last + 1, reader.moment);
}

/** "June 1-14", "June 8th to 20th". Of "June 24-25" the numbers are a year. */
function monthLed({ atoms, moment, simple }: Reader, at: number): Found | null {
  const month = monthNameAt(atoms, at);
  const place = skip(atoms, at + 1, 'the');
  const last = skip(atoms, place + 2, 'the');
  const [from, to] = [dayNumberAt(atoms, place), dayNumberAt(atoms, last)];
  const isYear = !atomAt(atoms, place).ordinal && from !== null && to === from + 1 && isNearYear(2000 + from, moment);
  if (month === null || from === null || to === null || to <= from || isYear || !TO.has(atomAt(atoms, place + 1).text) || isCounted(atoms, last + 1) || monthNameAt(atoms, skip(atoms, last + 1, 'of')) !== null) {
    return null;
  }
  const named = simple(at).find(({ end, meaning }) => end === at + 1 && meaning.kind === 'named');
  const period = named === undefined ? null : periodOf(named.meaning, moment);
  return period === null ? null : ofMonth({ from, to }, { start: monthStart(period.from), end: last + 1 }, last + 1, moment);
}

interface Numbers {
  readonly from: number;
  readonly to: number;
}

interface MonthSaid {
  readonly start: Day;
  readonly end: number;
}

/** "Of last month", "of this month"; "of the month" is the latest that they may be of, and is not told here. */
function monthSaid({ atoms, moment, simple }: Reader, at: number): MonthSaid | null {
  const place = skip(atoms, at, 'of', 'in');
  const found = place === at ? null : longest(simple(place).filter(({ meaning }) => meaning.kind === 'period' && meaning.period.grain === 'month'));
  const period = found === null ? null : periodOf(found.meaning, moment);
  return found === null || period === null ? null : { start: period.from, end: found.end };
}

function ofMonth(days: Numbers, said: MonthSaid | null, at: number, moment: Moment): Found {
  const { today } = moment;
  const current = monthStart(today);
  const before = addMonths(current, -1);
  const end = said?.end ?? at;
  const start = said?.start ?? (isBegun(days, current, today) ? current : before);
  const period = inMonth(days, start);
  if (period === null) {
    const month = monthLabel(start);
    return foundAsk(end, `There is no ${days.to} ${month}. Which did you mean?`, [label({ ...days, to: daysInMonth(yearOf(start), monthOf(start)) }, start), month]);
  }
  const rival = said !== null ? null : start === before && looksAhead(moment) ? inMonth(days, current) : period.to > today ? inMonth(days, before) : null;
  return rival === null ? foundPeriod(end, period) : foundAsk(end, 'Which month?', start === before ? [rival.label, period.label] : [period.label, rival.label]);
}

function isBegun({ from }: Numbers, month: Day, today: Day): boolean {
  const first = existingDay(yearOf(month), monthOf(month), from);
  return first !== null && first <= today;
}

function inMonth({ from, to }: Numbers, month: Day): Period | null {
  const [first, last] = [from, to].map((day) => existingDay(yearOf(month), monthOf(month), day));
  return first === null || first === undefined || last === null || last === undefined ? null : from === to ? dayPeriod(first) : rangePeriod(first, last);
}

function label(days: Numbers, month: Day): string {
  return inMonth(days, month)?.label ?? monthLabel(month);
}

function ordinalAt(atoms: readonly Atom[], at: number): number | null {
  return atomAt(atoms, at).ordinal ? dayNumberAt(atoms, at) : null;
}

function isCounted(atoms: readonly Atom[], at: number): boolean {
  return COUNTED.has(atomAt(atoms, at).text);
}
