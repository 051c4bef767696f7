import { addDays, dayLabel, dayOf, laterDay, monthEnd, monthLabel, monthOf, monthStart, yearOf, type Day } from '../../calendar/day';
import { easterSunday } from '../../calendar/bank-holidays';
import { financialYear } from '../../calendar/financial-year';
import { rangePeriod, type Period, type PeriodGrain } from '../../calendar/period';
import { after, atomAt, skip } from './atoms';
import { foundAsk, foundPeriod, longest, periodOf, type Found, type Reader } from './found';
import { holdsAny, latestDayHeld, latestMonthHeld, type Moment } from './moment';
import { optionEnds } from './option-ends';

/** "since April", "since 1 April 2025", "since the start of the year": from then to the latest day held; since a year, in whole months. */
export function since(reader: Reader, at: number): Found | null {
  const { atoms, moment } = reader;
  if (atomAt(atoms, at).text !== 'since') {
    return null;
  }
  const start = startOfYearAt(reader, at + 1);
  if (start !== null) {
    return sinceDay(reader, start, dayOf(financialYear(moment.today), 4, 1), 'day', []);
  }
  const feast = feastAt(reader, at + 1);
  if (feast !== null) {
    return sinceDay(reader, feast.end, feast.day, 'day', []);
  }
  // Since the end of March: from the day after it.
  const endOf = after(atoms, skip(atoms, at + 1, 'the'), 'end', 'of');
  const closed = endOf === null ? null : longest(reader.simple(skip(atoms, endOf, 'the')));
  const last = closed === null ? null : periodOf(closed.meaning, moment);
  if (closed !== null && last !== null && last.grain !== 'day') {
    return sinceDay(reader, closed.end, addDays(last.to, 1), 'day', []);
  }
  const place = skip(atoms, after(atoms, skip(atoms, at + 1, 'the'), 'start', 'of') ?? after(atoms, skip(atoms, at + 1, 'the'), 'beginning', 'of') ?? at + 1, 'the');
  return sinceFound(reader, longest(reader.simple(place)), null);
}

/** The latest Easter Sunday, Christmas Day or New Year's Day: "since Easter". */
function feastAt({ atoms, moment: { today } }: Reader, at: number): { readonly day: Day; readonly end: number } | null {
  const place = skip(atoms, at, 'the');
  const feasts: readonly (readonly [end: number | null, dayIn: (year: number) => Day])[] = [
    [after(atoms, place, 'easter', 'monday'), (year) => addDays(easterSunday(year), 1)],
    [after(atoms, place, 'easter', 'sunday') ?? after(atoms, place, 'easter'), easterSunday],
    [after(atoms, place, 'christmas', 'day') ?? after(atoms, place, 'christmas') ?? after(atoms, place, 'xmas'), (year) => dayOf(year, 12, 25)],
    [after(atoms, place, 'new', 'year'), (year) => dayOf(year, 1, 1)],
  ];
  // "Since Easter last year" is none of these.
  const isLatest = (end: number): boolean => !/^(?:last|this|of|in|\d+)$/.test(atomAt(atoms, end).text);
  const [found] = feasts.flatMap(([end, dayIn]) => (end === null || !isLatest(end) ? [] : [{ end, day: [yearOf(today), yearOf(today) - 1].map(dayIn).find((day) => day <= today) ?? today }]));
  return found ?? null;
}

/** "from April onwards", "April 2025 to date", "1 May to now". */
export function onwards(reader: Reader, at: number): Found | null {
  const { atoms } = reader;
  const start = skip(atoms, at, 'from');
  return longest(reader.simple(start).flatMap((found) => {
    const end = after(atoms, found.end, 'onwards') ?? after(atoms, found.end, 'onward') ?? after(atoms, found.end, 'on', 'wards')
      ?? after(atoms, found.end, 'to', 'date') ?? after(atoms, found.end, 'to', 'now') ?? after(atoms, found.end, 'until', 'now')
      ?? after(atoms, found.end, 'till', 'now');
    return end === null ? [] : sinceFound(reader, underWay(found, reader.moment.today), end) ?? [];
  }));
}

/** "July to date" in July is of the month that is under way, whatever is held of it. */
function underWay(found: Found, today: Day): Found {
  const named = found.meaning.kind === 'named' ? found.meaning.named : null;
  return named?.unit !== 'month' || named.year !== null || named.month !== monthOf(today) ? found : { ...found, meaning: { kind: 'named', named: { ...named, year: yearOf(today) } } };
}

/** "from May" may be that month's figures or everything since; "before May" and "until May" say no beginning. Asked. */
export function openEnded(reader: Reader, at: number): Found | null {
  const word = atomAt(reader.atoms, at).text;
  const place = after(reader.atoms, at, 'prior', 'to') ?? after(reader.atoms, at, 'up', 'to')
    ?? (['from', 'before', 'after', 'until', 'till'].includes(word) ? at + 1 : null);
  const found = place === null ? null : longest(reader.simple(place).filter(({ meaning }) => meaning.kind === 'named'));
  const period = found === null ? null : periodOf(found.meaning, reader.moment);
  if (found === null || period === null) {
    return null;
  }
  switch (word) {
    case 'from': return foundAsk(found.end, `${period.label} alone, or everything since?`, [period.label, `since ${period.label}`]);
    case 'after': return foundAsk(found.end, 'Over which period?', [`since ${dayLabel(addDays(period.to, 1))}`, period.label]);
    case 'before': case 'prior': return foundAsk(found.end, 'Over which period?', endingWith(addDays(period.from, -1), period.grain === 'day'));
    default: return foundAsk(found.end, 'Over which period?', endingWith(period.to, period.grain === 'day'));
  }
}

/** Phrases for the likeliest stretches that end with a day, or with its month. */
function endingWith(last: Day, byDays: boolean): readonly string[] {
  const label = byDays ? dayLabel(last) : monthLabel(last);
  return byDays ? [label, `30 days to ${label}`] : [label, `year to date to ${label}`, `12 months to ${label}`];
}

function sinceFound(reader: Reader, found: Found | null, end: number | null): Found | null {
  if (found?.meaning.kind === 'ask') {
    return foundAsk(end ?? found.end, found.meaning.ask, found.meaning.options.map((option) => `since ${optionEnds(option).first}`));
  }
  const period = found === null ? null : periodOf(found.meaning, reader.moment);
  return found === null || period === null ? null : sinceDay(reader, end ?? found.end, period.from, period.grain, found.notes);
}

function sinceDay({ moment }: Reader, end: number, from: Day, grain: PeriodGrain, notes: readonly string[]): Found {
  const months = lastWholeMonth(from, grain, moment);
  const held = months ?? latestDayHeld(moment);
  const period: Period = rangePeriod(from, held >= from ? held : laterDay(from, moment.today));
  return foundPeriod(end, period, holdsAny(moment, period.from, period.to) ? notes : [...notes, 'Nothing is held since then yet.']);
}

/** Since a year is told in whole months, and so is anything where the days of a month are not held. */
function lastWholeMonth(from: Day, grain: PeriodGrain, moment: Moment): Day | null {
  const { dailyFrom } = moment.held;
  const last = monthEnd(latestMonthHeld(moment));
  const byMonths = grain === 'year' || dailyFrom === null;
  return byMonths && from === monthStart(from) && last >= from && last <= latestDayHeld(moment) ? last : null;
}

function startOfYearAt({ atoms }: Reader, at: number): number | null {
  const start = skip(atoms, at, 'the');
  const of = after(atoms, start, 'start', 'of') ?? after(atoms, start, 'beginning', 'of');
  return of === null ? null : after(atoms, skip(atoms, skip(atoms, of, 'the', 'this'), 'financial', 'fiscal'), 'year');
}
