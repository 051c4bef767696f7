import { addDays, addMonths, dayOf, monthEnd, monthOf, monthStart, weekStart, yearOf, type Day } from '../../calendar/day';
import { financialYear, financialQuarter, financialMonthStart } from '../../calendar/financial-year';
import { rangePeriod, rollingPeriod, weekPeriod, type Period } from '../../calendar/period';
import { after, atomAt, skip } from './atoms';
import { unitWord } from './calendar-words';
import { foundAsk, foundPeriod, longest, periodOf, type Found, type Reader } from './found';
import { lengthAt, lengthOrYearAt, pastYearAt, shortLengthAt, type Length } from './length';
import { latestMonthHeld, type Moment } from './moment';
import { optionEnds } from './option-ends';

const LOOKING_BACK = ['last', 'past', 'previous', 'prior', 'preceding', 'latest', 'recent'];
const ROLLING = ['rolling', 'moving', 'trailing'];
const UP_TO = ['to', 'until', 'till', 'ending', 'ended', 'through'];
const SHOWN_AS = ['trend', 'trends', 'history', 'chart', 'graph', 'view', 'picture', 'run'];

/** "last 12 months", "rolling 6 months to March 2025", "past fortnight": a number of units, the last one complete. */
export function lastUnits({ atoms, moment, simple }: Reader, at: number): Found | null {
  const word = atomAt(atoms, at).text;
  const rolls = ROLLING.includes(word);
  const start = rolls ? skip(atoms, at + 1, ...LOOKING_BACK) : LOOKING_BACK.includes(word) ? skip(atoms, at + 1, ...ROLLING) : null;
  const length = start === null ? null : rolls ? lengthOrYearAt(atoms, start) : lengthAt(atoms, start) ?? pastYearAt(atoms, at);
  if (length === null) {
    return null;
  }
  const plain = { ...length, end: skip(atoms, length.end, ...ROLLING) };
  return upTo({ atoms, moment, simple }, plain) ?? foundPeriod(plain.end, endingNow(plain, moment));
}

/** "12 months to March 2025", "12 month rolling", "30 days to 10 July": the same without a word before it. */
export function unitsUpTo(reader: Reader, at: number): Found | null {
  const length = shortLengthAt(reader.atoms, at) ?? lengthAt(reader.atoms, at);
  if (length === null) {
    return null;
  }
  const rolled = skip(reader.atoms, length.end, ...ROLLING);
  const ended = upTo(reader, { ...length, end: rolled });
  if (ended !== null) {
    return ended;
  }
  const shown = rolled > length.end || atomAt(reader.atoms, at).text === 'r' || SHOWN_AS.includes(atomAt(reader.atoms, length.end).text);
  const overTrend = ['over', 'for'].includes(atomAt(reader.atoms, at - 1).text)
    && reader.atoms.slice(0, at).some((atom) => SHOWN_AS.includes(atom.text));
  return (shown || overTrend) && length.unit !== 'day' ? foundPeriod(rolled, endingNow(length, reader.moment)) : null;
}

/** "last few months": how many is asked back. */
export function fewUnits({ atoms }: Reader, at: number): Found | null {
  const word = atomAt(atoms, at + 1).text;
  const vague = LOOKING_BACK.includes(atomAt(atoms, at).text) && ['few', 'several', 'some'].includes(word);
  const unit = vague ? unitWord(atomAt(atoms, at + 2).text) : null;
  if (unit === null) {
    return null;
  }
  const counts = { day: ['7 days', '14 days', '30 days'], week: ['4 weeks', '6 weeks', '13 weeks'], month: ['3 months', '6 months', '12 months'],
    quarter: ['2 quarters', '4 quarters'], year: ['24 months', '36 months', '60 months'] }[unit];
  return foundAsk(at + 3, 'How many?', counts.map((count) => `last ${count}`));
}

/** "next 7 days", "next 2 weeks": what lies ahead, from tomorrow or from Monday. */
export function nextUnits({ atoms, moment }: Reader, at: number): Found | null {
  const length = ['next', 'coming'].includes(atomAt(atoms, at).text) ? lengthAt(atoms, at + 1) : null;
  if (length === null || length.unit === 'quarter' || length.unit === 'year') {
    return null;
  }
  const { count, unit, end } = length;
  if (unit === 'day') {
    return foundPeriod(end, rangePeriod(addDays(moment.today, 1), addDays(moment.today, count)));
  }
  const from = unit === 'week' ? addDays(weekStart(moment.today), 7) : addMonths(monthStart(moment.today), 1);
  return foundPeriod(end, rangePeriod(from, unit === 'week' ? addDays(from, count * 7 - 1) : addDays(addMonths(from, count), -1)));
}

/** "year ending March 2025", "quarter to June": a unit told by the month it ends with. */
export function unitEnding({ atoms, moment, simple }: Reader, at: number): Found | null {
  const unit = unitWord(atomAt(atoms, at).text);
  const verb = atomAt(atoms, at + 1).text;
  const months = unit === 'year' ? 12 : unit === 'quarter' ? 3 : unit === 'month' ? 1 : 0;
  if (months === 0 || !UP_TO.includes(verb)) {
    return null;
  }
  const last = longest(simple(skip(atoms, at + 2, 'the')).filter((found) => endsAMonth(found, moment)));
  const period = last === null ? null : periodOf(last.meaning, moment);
  if (last === null || period === null) {
    return null;
  }
  const rolling = rollingPeriod(period.to, months);
  if (unit === 'year' && verb === 'to' && monthOf(period.to) !== 3) {
    const sinceApril = rangePeriod(dayOf(financialYear(period.to), 4, 1), period.to);
    return foundAsk(last.end, 'Twelve months, or since April?', [rolling.label, sinceApril.label]);
  }
  return foundPeriod(last.end, unit === 'month' ? { ...period, ...rangeAsMonth(rolling) } : rolling);
}

function rangeAsMonth({ from, to }: Period): Pick<Period, 'from' | 'to' | 'grain' | 'label'> {
  return { from, to, grain: 'month', label: rangePeriod(from, to).label };
}

function endsAMonth(found: Found, moment: Moment): boolean {
  const period = periodOf(found.meaning, moment);
  return period !== null && (period.grain === 'month' || (period.grain === 'day' && period.to === monthEnd(period.to)));
}

/** The tail "to March 2025" after a length, where there is one. */
function upTo({ atoms, moment, simple }: Reader, length: Length): Found | null {
  const place = after(atoms, length.end, 'up', 'to') ?? (UP_TO.includes(atomAt(atoms, length.end).text) ? length.end + 1 : null);
  if (place === null) {
    return null;
  }
  if (['date', 'now'].includes(atomAt(atoms, place).text)) {
    return foundPeriod(place + 1, endingNow(length, moment));
  }
  const last = longest(simple(skip(atoms, skip(atoms, place, 'the'), 'end')).filter((found) => found.meaning.kind !== 'step'));
  if (last === null) {
    return null;
  }
  if (last.meaning.kind === 'ask') {
    const unit = length.count === 1 ? length.unit : `${length.unit}s`;
    return foundAsk(last.end, last.meaning.ask, last.meaning.options.map((option) => `${length.count} ${unit} to ${optionEnds(option).last}`));
  }
  const period = periodOf(last.meaning, moment);
  return period === null ? null : foundPeriod(last.end, endingOn(length, period.to), last.notes);
}

/** The units up to the last complete one: months by what is held, weeks and days by the clock. */
function endingNow(length: Length, moment: Moment): Period {
  switch (length.unit) {
    case 'month': return endingOn(length, latestMonthHeld(moment));
    case 'day': return endingOn(length, addDays(moment.today, -1));
    case 'week': return endingOn(length, addDays(weekStart(moment.today), -1));
    case 'quarter': return endingOn(length, addDays(quarterStart(moment.today), -1));
    case 'year': {
      const current = length.kind === 'financial' ? dayOf(financialYear(moment.today), 4, 1) : dayOf(yearOf(moment.today), 1, 1);
      return endingOn(length, length.kind === 'plain' ? latestMonthHeld(moment) : addDays(current, -1));
    }
  }
}

function endingOn({ count, unit, kind }: Length, last: Day): Period {
  switch (unit) {
    case 'day': return rangePeriod(addDays(last, 1 - count), last);
    case 'week': {
      const { from, to } = weekPeriod(last);
      return count === 1 ? weekPeriod(last) : rangePeriod(addDays(from, -7 * (count - 1)), to);
    }
    case 'month': return rollingPeriod(last, count);
    case 'quarter': {
      const start = quarterStart(last);
      return rangePeriod(addMonths(start, -3 * (count - 1)), monthEnd(addMonths(start, 2)));
    }
    case 'year': return kind === 'plain' ? rollingPeriod(last, 12 * count) : rangePeriod(addDays(addMonths(last, -12 * count), 1), last);
  }
}

function quarterStart(day: Day): Day {
  return financialMonthStart(financialYear(day), financialQuarter(day) * 3 - 2);
}
