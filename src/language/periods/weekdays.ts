import { addDays, weekday, weekdayName, type Day } from '../../calendar/day';
import { dayPeriod, rangePeriod } from '../../calendar/period';
import { after, atomAt, skip, type Atom } from './atoms';
import { isSureWeekday, weekdayWord } from './calendar-words';
import { dayAndMonth, dayNumberAt, monthAndDay } from './days';
import { foundAsk, foundPeriod, periodOf, type Found, type Reader } from './found';
import { pastJustGone } from './just-gone';
import { looksAhead, type Moment } from './moment';
import { numericDate, numericDayAndMonth } from './numeric-dates';

/** A weekday before a date: "Sunday 14 July 2024", "Thurs 4/7", "Fri 5th". Where the date falls on another day, that is said. */
export function weekdayAndDate(reader: Reader, at: number): Found | null {
  const name = weekdayWord(atomAt(reader.atoms, at).text);
  if (name === null) {
    return null;
  }
  const place = skip(reader.atoms, at + 1, 'the');
  const found = dayAndMonth(reader, place) ?? monthAndDay(reader, place) ?? numericDate(reader, place) ?? numericDayAndMonth(reader, place, ['/', '.']) ?? dayOfNoMonth(reader, place, name);
  const period = found === null ? null : periodOf(found.meaning, reader.moment);
  if (found === null || period === null || period.grain !== 'day' || weekday(period.from) === name) {
    return found;
  }
  return { ...found, notes: [...found.notes, `${period.label} is a ${weekdayName(period.from)}.`] };
}

/** The 5th of "Fri 5th": the latest one gone that falls on that weekday, of this month or of the one before. */
function dayOfNoMonth({ atoms, moment: { today } }: Reader, at: number, name: number): Found | null {
  const day = atomAt(atoms, at).ordinal ? dayNumberAt(atoms, at) : null;
  const gone = day === null ? [] : Array.from({ length: TWO_MONTHS }, (_, back) => addDays(today, -back)).filter((date) => Number(date.slice(-2)) === day && weekday(date) === name);
  const [latest] = gone;
  return latest === undefined ? null : foundPeriod(at + 1, dayPeriod(latest));
}

const TWO_MONTHS = 62;
const LEADING = new Set(['last', 'this', 'next', 'on', 'previous', 'coming', 'past']);
const WHICH_WEEK: ReadonlyMap<string, number> = new Map([['last', -7], ['previous', -7], ['this', 0], ['next', 7]]);

/** "Monday", "on Fri", "last Friday", "next Tuesday", "Friday last week", "fri just gone": a bare weekday is the latest one gone or, for what looks ahead, the one to come. */
export function weekdayAlone({ atoms, moment }: Reader, at: number): Found | null {
  const led = leadAt(atoms, at);
  const place = led?.end ?? at;
  const word = atomAt(atoms, place).text;
  const name = weekdayWord(word);
  const gone = pastJustGone(atoms, place + 1);
  if (name === null || (led === null && gone === null && !isSureWeekday(word, atomAt(atoms, place + 1).text)) || ['every', 'each', 'per'].includes(atomAt(atoms, at - 1).text)) {
    return null;
  }
  const today = weekday(moment.today);
  const thisWeek = addDays(moment.today, name - today);
  const inWeek = weekSaid(atoms, place + 1);
  if (inWeek !== null) {
    return foundPeriod(inWeek.end, dayPeriod(addDays(thisWeek, inWeek.step)));
  }
  const past = name < today ? thisWeek : addDays(thisWeek, -7);
  const ahead = name > today ? thisWeek : addDays(thisWeek, 7);
  if (gone !== null) {
    return foundPeriod(gone, dayPeriod(past));
  }
  const coming = after(atoms, place + 1, 'coming');
  if (coming !== null) {
    return foundPeriod(coming, dayPeriod(ahead));
  }
  const leading = led?.word ?? null;
  if (leading === 'last' && name < today) {
    // On a Friday, "last Monday" is this week's to one person and last week's to another.
    return name >= today - 2 ? foundPeriod(place + 1, dayPeriod(past))
      : foundAsk(place + 1, `Which ${weekdayName(past)}?`, [dayPeriod(past).label, dayPeriod(addDays(past, -7)).label]);
  }
  if ((leading === null || leading === 'on') && looksAhead(moment)) {
    return comingWeekday(place + 1, name === today ? moment.today : past, ahead, moment);
  }
  return foundPeriod(place + 1, dayPeriod(leading === 'this' ? thisWeek : leading === 'next' || leading === 'coming' ? ahead : past));
}

/** "Monday to Friday last week", "mon-fri", "between Tues and Thurs": days of one week, which the second may name. */
export function weekdays({ atoms, moment }: Reader, at: number): Found | null {
  const start = skip(atoms, at, 'from', 'between');
  const [first, last] = [weekdayWord(atomAt(atoms, start).text), weekdayWord(atomAt(atoms, start + 2).text)];
  const joins = JOINING.has(atomAt(atoms, start + 1).text) || (atomAt(atoms, at).text === 'between' && atomAt(atoms, start + 1).text === 'and');
  if (first === null || last === null || first === last || !joins || atomAt(atoms, start + 3).value !== null) {
    return null;
  }
  const week = weekSaid(atoms, start + 3);
  const gone = pastJustGone(atoms, start + 3);
  if (week === null && gone === null && (first > last || looksAhead(moment))) {
    return null;
  }
  const today = weekday(moment.today);
  const end = week?.end ?? gone ?? start + 3;
  // Of days without a week, those of the latest that has had them all.
  const monday = addDays(moment.today, 1 - today + (week?.step ?? (last < today ? 0 : -7)));
  const from = addDays(monday, first - 1);
  const to = addDays(monday, last - 1);
  return first < last ? foundPeriod(end, rangePeriod(from, to))
    : foundAsk(end, 'Which days?', [rangePeriod(addDays(from, -7), to).label, rangePeriod(from, addDays(to, 7)).label]);
}

const JOINING = new Set(['to', '-', 'until', 'till', 'through', 'thru']);

/** "Last weekend", "over the weekend", "the weekend just gone": Saturday and Sunday. */
export function weekend({ atoms, moment }: Reader, at: number): Found | null {
  const led = leadAt(atoms, at);
  const over = after(atoms, at, 'over', 'the');
  const place = led !== null && led.word !== 'on' ? led.end : over ?? skip(atoms, at, 'the');
  const gone = pastJustGone(atoms, place + 1);
  if (atomAt(atoms, place).text !== 'weekend' || (place === at && gone === null) || (led === null && over === null && gone === null)) {
    return null;
  }
  const today = weekday(moment.today);
  const saturday = addDays(moment.today, 6 - today);
  const ahead = led !== null && ['this', 'next', 'coming'].includes(led.word);
  const step = ahead ? (led.word === 'next' ? 7 : 0) : over !== null && today > 6 ? 0 : -7;
  return foundPeriod(gone ?? place + 1, rangePeriod(addDays(saturday, step), addDays(saturday, step + 1)));
}

/** What leads to a weekday, "this past" and "this coming" by their second word, and where it ends. */
function leadAt(atoms: readonly Atom[], at: number): { readonly word: string; readonly end: number } | null {
  const place = skip(atoms, at, 'the', 'this');
  const word = atomAt(atoms, place).text;
  if (place > at && (word === 'past' || word === 'coming' || word === 'last' || word === 'previous')) {
    return { word, end: place + 1 };
  }
  const own = atomAt(atoms, at).text;
  return LEADING.has(own) ? { word: own, end: at + 1 } : null;
}

function weekSaid(atoms: readonly Atom[], at: number): { readonly step: number; readonly end: number } | null {
  const place = skip(atoms, at, 'of');
  const step = WHICH_WEEK.get(atomAt(atoms, place).text);
  return step === undefined || atomAt(atoms, place + 1).text !== 'week' ? null : { step, end: place + 2 };
}

function comingWeekday(end: number, gone: Day, ahead: Day, moment: Moment): Found {
  if (gone === moment.today || ahead > moment.held.bookedTo) {
    return foundAsk(end, `Which ${weekdayName(gone)}?`, [dayPeriod(gone).label, dayPeriod(ahead).label]);
  }
  const name = weekdayName(ahead);
  return foundPeriod(end, dayPeriod(ahead), [`${name} is read as the coming one, ${dayPeriod(ahead).label}; for the one before, write ${dayPeriod(gone).label}.`]);
}
