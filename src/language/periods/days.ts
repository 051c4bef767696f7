import { addDays, type Day } from '../../calendar/day';
import { dayPeriod } from '../../calendar/period';
import { after, atomAt, skip, type Atom } from './atoms';
import { placeWord } from './calendar-words';
import { foundPeriod, type Found, type Reader } from './found';
import { monthNameAt } from './month-name';
import { existingName, type DayWords } from './named-day';
import { yearWordsAt } from './years';

const BEFORE_A_NUMBER = new Set([
  'top', 'bottom', 'best', 'worst', 'highest', 'lowest', 'last', 'next', 'first', 'tfc', 'code', 'over', 'above', 'under', 'below', 'than',
]);
/** Places that go by a number, "theatre 3", where they are not what a figure is split by. */
const NUMBERED = new Set(['ward', 'wards', 'theatre', 'theatres', 'clinic', 'clinics', 'site', 'sites', 'room', 'bay', 'specialty']);
const RUNNING_TO = new Set(['to', 'until', 'till', 'through', '-']);
const SPLITTING = new Set(['by', 'per', 'each', 'every', 'across', 'between', 'and']);

/** "today", "yesterday", "tomorrow", "the day before yesterday". */
export function nearDay({ atoms, moment }: Reader, at: number): Found | null {
  const before = after(atoms, at, 'day', 'before', 'yesterday');
  if (before !== null) {
    return foundPeriod(before, dayPeriod(addDays(moment.today, -2)));
  }
  switch (atomAt(atoms, at).text) {
    case 'today': case 'todays': return foundPeriod(at + 1, dayPeriod(moment.today));
    case 'yesterday': case 'yesterdays': case 'yday': return foundPeriod(at + 1, dayPeriod(addDays(moment.today, -1)));
    case 'tomorrow': case 'tomorrows': return foundPeriod(at + 1, dayPeriod(addDays(moment.today, 1)));
    default: return null;
  }
}

/** "14 July", "the 14th of July 2024", "first of June", "14-Jul-24", "31JAN26". */
export function dayAndMonth({ atoms, moment }: Reader, at: number): Found | null {
  // "first June" may be first appointments in June: a day written in words needs its "of".
  const day = dayNumberAt(atoms, at) ?? (atomAt(atoms, at + 1).text === 'of' ? placeWord(atomAt(atoms, at).text) : null);
  if (day === null || (!atomAt(atoms, at).ordinal && BEFORE_A_NUMBER.has(atomAt(atoms, at - 1).text))) {
    return null;
  }
  const place = skipMark(atoms, skip(atoms, at + 1, 'of'));
  const month = monthNameAt(atoms, place);
  return month === null || numbersAPlace(atoms, at, place) ? null : existingName(dayYear(atoms, place + 1, day, month, moment.today));
}

/** The 3 of "theatre 3 June"; that of "by theatre 3 June" is a day, as is that of "theatre 3 June to 14 June". */
function numbersAPlace(atoms: readonly Atom[], at: number, month: number): boolean {
  const splits = SPLITTING.has(atomAt(atoms, at - 2).text);
  const next = month + 2;
  const runsToADay = RUNNING_TO.has(atomAt(atoms, month + 1).text) && dayNumberAt(atoms, next) !== null && monthNameAt(atoms, skip(atoms, next + 1, 'of')) !== null;
  return !atomAt(atoms, at).ordinal && NUMBERED.has(atomAt(atoms, at - 1).text) && !splits && !runsToADay;
}

/** "July 14th", "May 5", "July 14, 2024": the month first, and then what cannot be a year. */
export function monthAndDay({ atoms, moment }: Reader, at: number): Found | null {
  const month = monthNameAt(atoms, at);
  const place = skip(atoms, at + 1, 'the');
  const inWords = place === at + 2 ? placeWord(atomAt(atoms, place).text) : null;
  const day = month === null ? null : dayNumberAt(atoms, place) ?? inWords;
  if (month === null || day === null) {
    return null;
  }
  const year = yearWordsAt(atoms, place + 1);
  const plain = atomAt(atoms, place);
  const sure = inWords !== null || plain.ordinal || plain.text.length === 1 || (year?.kind === 'calendar' && year.end === place + 2);
  return sure && !isPartOfSpan(atoms, place) ? existingName(dayYear(atoms, place + 1, day, month, moment.today)) : null;
}

/** A day of the month written as a number, 1 to 31. */
export function dayNumberAt(atoms: readonly Atom[], at: number): number | null {
  const { value, text, ordinal } = atomAt(atoms, at);
  return value === null || value < 1 || value > 31 || (!ordinal && text.length > 2) ? null : value;
}

function dayYear(atoms: readonly Atom[], at: number, day: number, month: number, today: Day): DayWords {
  const year = yearWordsAt(atoms, skipMark(atoms, at));
  // In "3 june-14 july" the 14 begins the next date.
  const beginsNext = year?.kind === 'short' && monthNameAt(atoms, year.end) !== null;
  return { day, month, words: beginsNext ? null : year, end: at, today };
}

function skipMark(atoms: readonly Atom[], at: number): number {
  const mark = atomAt(atoms, at);
  return ['-', '/', '.'].includes(mark.text) && !mark.opens ? at + 1 : at;
}

/** The 1 of "May 1/2" or "May 1-3" is not a day by itself. */
function isPartOfSpan(atoms: readonly Atom[], at: number): boolean {
  return !atomAt(atoms, at).closes && !atomAt(atoms, at).ordinal;
}
