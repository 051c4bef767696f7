import { addDays, weekday, weekdayName, type Day } from '../../calendar/day';
import { dayPeriod } from '../../calendar/period';
import { after, atomAt, skip, type Atom } from './atoms';
import { isWholeWeekday, placeWord, weekdayWord } from './calendar-words';
import { foundAsk, foundPeriod, periodOf, type Found, type Reader } from './found';
import { monthNameAt } from './month-name';
import { looksAhead, type Moment } from './moment';
import { existingName, type DayWords } from './named-day';
import { numericDate } from './numeric-dates';
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

/** A weekday before a date: "Sunday 14 July 2024". Where the date falls on another day, that is said. */
export function weekdayAndDate(reader: Reader, at: number): Found | null {
  const name = weekdayWord(atomAt(reader.atoms, at).text);
  if (name === null) {
    return null;
  }
  const place = skip(reader.atoms, at + 1, 'the');
  const found = dayAndMonth(reader, place) ?? monthAndDay(reader, place) ?? numericDate(reader, place);
  const period = found === null ? null : periodOf(found.meaning, reader.moment);
  if (found === null || period === null || period.grain !== 'day' || weekday(period.from) === name) {
    return found;
  }
  return { ...found, notes: [...found.notes, `${period.label} is a ${weekdayName(period.from)}.`] };
}

/** "Monday", "on Fri", "last Friday", "next Tuesday", "Friday last week": a bare weekday is the latest one gone or, for what looks ahead, the one to come. */
export function weekdayAlone({ atoms, moment }: Reader, at: number): Found | null {
  const leading = ['last', 'this', 'next', 'on', 'previous'].includes(atomAt(atoms, at).text) ? atomAt(atoms, at).text : null;
  const place = leading === null ? at : at + 1;
  const word = atomAt(atoms, place).text;
  const name = weekdayWord(word);
  if (name === null || (leading === null && !isWholeWeekday(word)) || ['every', 'each', 'per'].includes(atomAt(atoms, at - 1).text)) {
    return null;
  }
  const today = weekday(moment.today);
  const thisWeek = addDays(moment.today, name - today);
  const week = atomAt(atoms, place + 2).text === 'week' ? atomAt(atoms, place + 1).text : null;
  if (week === 'last' || week === 'this' || week === 'next') {
    return foundPeriod(place + 3, dayPeriod(addDays(thisWeek, { last: -7, this: 0, next: 7 }[week])));
  }
  const past = name < today ? thisWeek : addDays(thisWeek, -7);
  const ahead = name > today ? thisWeek : addDays(thisWeek, 7);
  if (leading === 'last' && name < today) {
    // On a Friday, "last Monday" is this week's to one person and last week's to another.
    return name >= today - 2 ? foundPeriod(place + 1, dayPeriod(past))
      : foundAsk(place + 1, `Which ${weekdayName(past)}?`, [dayPeriod(past).label, dayPeriod(addDays(past, -7)).label]);
  }
  if ((leading === null || leading === 'on') && looksAhead(moment)) {
    return comingWeekday(place + 1, name === today ? moment.today : past, ahead, moment);
  }
  return foundPeriod(place + 1, dayPeriod(leading === 'this' ? thisWeek : leading === 'next' ? ahead : past));
}

function comingWeekday(end: number, gone: Day, ahead: Day, moment: Moment): Found {
  if (gone === moment.today || ahead > moment.held.bookedTo) {
    return foundAsk(end, `Which ${weekdayName(gone)}?`, [dayPeriod(gone).label, dayPeriod(ahead).label]);
  }
  const name = weekdayName(ahead);
  return foundPeriod(end, dayPeriod(ahead), [`${name} is read as the coming one, ${dayPeriod(ahead).label}; for the one before, write ${dayPeriod(gone).label}.`]);
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
