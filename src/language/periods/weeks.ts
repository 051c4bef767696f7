import { dayLabel, weekday, weekdayName, type Day } from '../../calendar/day';
import { weekPeriod } from '../../calendar/period';
import { after, atomAt, skip } from './atoms';
import { foundAsk, foundPeriod, longest, type Found, type Reader } from './found';
import { weekDayNamed } from './named';
import { numericDayAndMonth } from './numeric-dates';

const MONDAY = 1;
const SUNDAY = 7;
const ENDS = ['ending', 'ended', 'end'];
const BEGINS = ['commencing', 'beginning', 'starting', 'commences', 'begins', 'start'];

interface Opening {
  /** The weekday that the date ought to be; null for "week of". */
  readonly on: number | null;
  readonly words: string;
  readonly end: number;
}

/** "week ending 14 July", "w/c 8 July", "week of 10 July": the week, Monday to Sunday, that the date is in. */
export function weekOfDate(reader: Reader, at: number): Found | null {
  const opening = openingAt(reader, at);
  if (opening === null) {
    return null;
  }
  const place = skip(reader.atoms, skip(reader.atoms, opening.end, 'on', 'at'), 'the');
  // A week is told by a day: here "24/5" and "03/04" have no other reading.
  const plain = numericDayAndMonth(reader, place);
  // A week is not the date of a week: without this, a page of "w/c" would nest as deep as it is long.
  const dates = plain !== null ? [plain] : openingAt(reader, place) === null ? reader.simple(place) : [];
  return longest(dates.flatMap((date) => weekFrom(reader, opening, date) ?? []));
}

function weekFrom({ moment }: Reader, opening: Opening, date: Found): Found | null {
  const { meaning } = date;
  if (meaning.kind === 'ask') {
    return foundAsk(date.end, meaning.ask, meaning.options.map((option) => (/^\d+ /.test(option) ? `${opening.words} ${option}` : option)));
  }
  const day = meaning.kind === 'named' && meaning.named.unit === 'day' ? weekDayNamed(meaning.named, moment, opening.on)
    : meaning.kind === 'period' && meaning.period.grain === 'day' ? meaning.period.from : null;
  return day === null ? null : foundPeriod(date.end, weekPeriod(day), [...date.notes, ...noteOn(day, opening.on)]);
}

function noteOn(day: Day, expected: number | null): readonly string[] {
  if (expected === null || weekday(day) === expected) {
    return [];
  }
  const { from, to } = weekPeriod(day);
  return [`${dayLabel(day)} is a ${weekdayName(day)}; its week runs from Monday ${dayLabel(from)} to Sunday ${dayLabel(to)}.`];
}

function openingAt({ atoms }: Reader, at: number): Opening | null {
  const short = { 'w/c': MONDAY, 'w/e': SUNDAY }[atomAt(atoms, at).text];
  if (short !== undefined) {
    return { on: short, words: short === MONDAY ? 'week commencing' : 'week ending', end: at + 1 };
  }
  const start = after(atoms, at, 'week') ?? after(atoms, at, 'wk');
  if (start === null) {
    return null;
  }
  const verb = atomAt(atoms, start).text;
  if (ENDS.includes(verb)) {
    return { on: SUNDAY, words: 'week ending', end: start + 1 };
  }
  if (BEGINS.includes(verb)) {
    return { on: MONDAY, words: 'week commencing', end: start + 1 };
  }
  return verb === 'of' || verb === 'containing' ? { on: null, words: 'week of', end: start + 1 } : null;
}
