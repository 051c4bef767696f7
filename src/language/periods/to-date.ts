import { dayOf, laterDay, monthEnd, monthStart, weekStart, yearOf, type Day } from '../../calendar/day';
import { financialMonthStart, financialQuarter, financialYear } from '../../calendar/financial-year';
import { rangePeriod, yearToDatePeriod, type Period } from '../../calendar/period';
import { after, atomAt, skip } from './atoms';
import { foundAsk, foundPeriod, longest, periodOf, type Found, type Reader } from './found';
import { holdsAny, latestDayHeld, latestMonthHeld, type Moment } from './moment';
import { inYear, type Named } from './named';
import { yearToDate, yearToDateBefore } from './year-to-date';
import { yearPairAt } from './years';

/** "YTD", "year to date", "this financial year so far", and after them "to May", "M2", "24/25", "last year". */
export function yearToDateWords(reader: Reader, at: number): Found | null {
  const end = openingAt(reader, at);
  if (end === null) {
    return null;
  }
  const start = after(reader.atoms, end, 'up', 'to') ?? after(reader.atoms, end, 'as', 'at') ?? after(reader.atoms, end, 'as', 'of')
    ?? skip(reader.atoms, end, 'to', 'at', 'until', 'for', 'in', 'of', 'ending');
  const upTo = longest([end, start].flatMap((place) => reader.simple(place)).flatMap((found) => yearToDateAt(found, found.end, reader.moment) ?? []));
  const { period, notes } = yearToDate(reader.moment);
  return upTo ?? foundPeriod(end, period, notes);
}

/** "May 24 YTD", "24/25 YTD", "last year to date", "April 2024 to May 2024 (year to date)". */
export function periodYearToDate(reader: Reader, at: number, found: Found): Found | null {
  const end = openingAt(reader, found.end) ?? lastYearToDate(reader, at, found);
  if (end === null) {
    return null;
  }
  // "M2 YTD 24/25": the year of M2 comes last.
  const named = found.meaning.kind === 'named' && found.meaning.named.year === null ? found.meaning.named : null;
  const year = named === null ? null : yearPairAt(reader.atoms, end);
  const month = named === null || year === null ? null : monthInYear(named, year.year);
  return month === null || year === null ? yearToDateAt(found, end, reader.moment) : foundPeriod(year.end, yearToDatePeriod(month.to));
}

/** "month to date", "MTD", "quarter to date", "week to date", "calendar year to date". */
export function partToDateWords({ atoms, moment }: Reader, at: number): Found | null {
  const start = skip(atoms, at, 'this', 'current');
  const short = { mtd: 'month', qtd: 'quarter', wtd: 'week', cytd: 'calendar' }[atomAt(atoms, start).text];
  if (short !== undefined) {
    return toDate(start + 1, short, moment);
  }
  const calendar = after(atoms, start, 'calendar', 'year', 'to', 'date') ?? after(atoms, start, 'calendar', 'ytd');
  if (calendar !== null) {
    return toDate(calendar, 'calendar', moment);
  }
  const end = after(atoms, start + 1, 'to', 'date');
  const unit = atomAt(atoms, start).text;
  return end === null || !['month', 'quarter', 'week'].includes(unit) ? null : toDate(end, unit, moment);
}

/** "1 November to 20 November 2026 (month to date)", as a label has it: the days stand. */
export function daysToDate(reader: Reader, found: Found): Found | null {
  const again = found.meaning.kind === 'ask' ? null : partToDateWords(reader, found.end);
  const days = again === null ? null : periodOf(found.meaning, reader.moment);
  if (again === null || days === null || !['range', 'day', 'month'].includes(days.grain)) {
    return null;
  }
  const words = reader.atoms.slice(found.end, again.end).map((atom) => atom.text).join(' ');
  const period = rangePeriod(days.from, days.to);
  return foundPeriod(again.end, { ...period, label: `${period.label} (${words})` }, found.notes);
}

/** "Q3 so far", "this month so far", "so far this week": the whole period, of which a part is held. By itself, the year to date. */
export function soFar(reader: Reader, at: number): Found | null {
  const start = after(reader.atoms, at, 'so', 'far');
  if (start !== null) {
    const found = longest(reader.simple(skip(reader.atoms, start, 'in', 'for', 'during')));
    return found === null ? aloneSoFar(start, reader.moment) : wholeOrYearToDate(found, found.end, reader.moment);
  }
  return longest(reader.simple(at).flatMap((found) => {
    const end = after(reader.atoms, found.end, 'so', 'far');
    return end === null ? [] : wholeOrYearToDate(found, end, reader.moment) ?? [];
  }));
}

function aloneSoFar(end: number, moment: Moment): Found {
  const { period, notes } = yearToDate(moment);
  return foundPeriod(end, period, ['“So far” is read as the year to date.', ...notes]);
}

function wholeOrYearToDate(found: Found, end: number, moment: Moment): Found | null {
  const running = found.meaning.kind === 'named' && found.meaning.named.year === null ? runningOf(found.meaning.named, moment) : null;
  if (running !== null) {
    return foundPeriod(end, running, found.notes);
  }
  const period = periodOf(found.meaning, moment);
  if (period?.from === dayOf(financialYear(moment.today), 4, 1) && period.grain === 'year') {
    const current = yearToDate(moment);
    return foundPeriod(end, current.period, current.notes);
  }
  return { ...found, end };
}

/** "July so far", in July: this one, and never last year's, whatever is held. */
function runningOf(named: Named, { today }: Moment): Period | null {
  return [yearOf(today), yearOf(today) - 1].flatMap((year) => inYear(named, year) ?? []).find(({ from, to }) => from <= today && today <= to) ?? null;
}

function monthInYear(named: Named, year: number): Period | null {
  const calendar = named.unit === 'month' && named.month < 4 ? year + 1 : year;
  return inYear(named, calendar);
}

function openingAt({ atoms }: Reader, at: number): number | null {
  const start = skip(atoms, skip(atoms, at, 'the'), 'this', 'current', 'in');
  const financial = skip(atoms, start, 'financial', 'fiscal');
  return after(atoms, financial, 'ytd') ?? after(atoms, start, 'fytd') ?? after(atoms, financial, 'year', 'to', 'date')
    ?? after(atoms, start, 'fy', 'to', 'date') ?? after(atoms, financial, 'year', 'so', 'far')
    ?? after(atoms, at, 'so', 'far', 'this', 'year') ?? after(atoms, at, 'so', 'far', 'this', 'financial', 'year');
}

/** "last year to date", where "since last year" is not what is meant. */
function lastYearToDate({ atoms }: Reader, at: number, found: Found): number | null {
  return ['last', 'previous', 'prior'].includes(atomAt(atoms, at).text) ? after(atoms, found.end, 'to', 'date') : null;
}

/** The year to date up to a day or the end of a month or quarter, or of another year as far as this one has come. */
function yearToDateAt({ meaning, notes }: Found, end: number, moment: Moment): Found | null {
  const period = meaning.kind === 'ask' ? null : periodOf(meaning, moment);
  if (period === null) {
    return null;
  }
  if (['day', 'month', 'quarter', 'half'].includes(period.grain) || isFromApril(period)) {
    return foundPeriod(end, yearToDatePeriod(period.to), notes);
  }
  return period.grain === 'year' && period.from.endsWith('-04-01') ? otherYearToDate(meaning, period, end, moment) : null;
}

function otherYearToDate(meaning: Found['meaning'], year: Period, end: number, moment: Moment): Found {
  const current = yearToDate(moment);
  // "last year" is the year before that of now, whose year to date may itself have fallen back: then it falls back too.
  const now = meaning.kind === 'named' ? current.period.to : moment.today;
  const ago = financialYear(now) - financialYear(year.from);
  const { period: asFar, notes } = yearToDateBefore(moment, Math.max(0, ago));
  if (ago <= 0 || meaning.kind !== 'named') {
    return foundPeriod(end, ago < 0 ? year : asFar, notes);
  }
  if (asFar.to === year.to) {
    return foundPeriod(end, asFar);
  }
  return foundAsk(end, 'As far as this year has come, or the whole year?', [asFar.label, year.label]);
}

function isFromApril(period: Period): boolean {
  return ['range', 'ytd'].includes(period.grain) && period.from.endsWith('-04-01') && financialYear(period.from) === financialYear(period.to);
}

/** From the start of the current unit to the latest day held; where none of it is held, of the unit last held. */
function toDate(end: number, unit: string, moment: Moment): Found {
  if (unit === 'calendar') {
    const last = latestMonthHeld(moment);
    const period = rangePeriod(dayOf(yearOf(last), 1, 1), monthEnd(last));
    return foundPeriod(end, { ...period, label: `${period.label} (calendar year to date)` });
  }
  const startOf = (day: Day): Day => unit === 'month' ? monthStart(day) : unit === 'week' ? weekStart(day)
    : financialMonthStart(financialYear(day), financialQuarter(day) * 3 - 2);
  const held = latestDayHeld(moment);
  const current = startOf(moment.today);
  const from = held >= current ? current : startOf(held);
  const period = rangePeriod(from, laterDay(from, held));
  const nothing = holdsAny(moment, current, moment.today) ? `No day of this ${unit} is over yet` : `Nothing is held for this ${unit} yet`;
  const notes = held >= current ? [] : [`${nothing}: this is the ${unit} last held.`];
  return foundPeriod(end, { ...period, label: `${period.label} (${unit} to date)` }, notes);
}
