import { addDays, addMonths, dayLabel, dayOf, dayOfMonth, monthEnd, monthOf, weekday, weekStart, yearOf, type Day } from '../../calendar/day';
import { findPeriods } from '../periods/find-period';
import { wordsOf } from '../words/word';
import { WEEKDAY, weekdayNumber } from './weekday-words';

/** A text without the words that say how long it is to be quiet, and the last quiet day; null until it is spoken again. */
export interface Quiet {
  readonly rest: string;
  readonly until: Day | null;
  readonly notes: readonly string[];
  /** Words that stand where a time would and are none. */
  readonly unread: string | null;
}

const UNTIL = /(?:^|[\s,]+)(until|til|till|'til|up to|through|to)(?: (?:the )?(end of|after))? (.+?)[\s.!?]*$/i;
const FOR = /(?:^|[\s,]+)for (?:the )?(?:next )?(an?|one|two|three|four|five|six|seven|ten|\d{1,2}|(?:rest|remainder) of the|rest of this) ?(couple of )?(days?|weeks?|months?|fortnights?|hours?)[\s.!?]*$/i;
const NOW = /(?:^|[\s,]+)(?:for )?(today|tonight|tomorrow|this week|this month|now|the weekend|the day)[\s.!?]*$/i;
const OPEN = /(?:^|[\s,]+)(?:until further notice|indefinitely|for good|for ever|forever|until i say(?: so| otherwise)?)[\s.!?]*$/i;
const COUNTS: Readonly<Record<string, number>> = { a: 1, an: 1, one: 1, two: 2, three: 3, four: 4, five: 5, six: 6, seven: 7, ten: 10 };

/** Reads "until Monday", "for a week", "till the end of July" off the end of a text. */
export function quietUntil(text: string, today: Day): Quiet {
  const at = (found: RegExpExecArray, until: Day | null, notes: readonly string[] = until === null ? [] : [`Quiet to the end of ${dayLabel(until)}.`]): Quiet => ({ rest: text.slice(0, found.index).trim(), until, notes, unread: null });
  const open = OPEN.exec(text);
  if (open !== null) {
    return at(open, null);
  }
  const long = FOR.exec(text);
  if (long !== null) {
    return at(long, lastOfLength(long[1] ?? '', long[2] !== undefined, long[3] ?? '', today));
  }
  const now = NOW.exec(text);
  if (now !== null) {
    return at(now, lastOf(now[1]?.toLowerCase() ?? '', today));
  }
  const until = UNTIL.exec(text);
  if (until === null) {
    return { rest: text, until: null, notes: [], unread: null };
  }
  const [, word = '', edge = '', when = ''] = until;
  const days = comingDays(when, edge.toLowerCase() === 'end of', today);
  if (days === null || days.from < today) {
    return { rest: text.slice(0, until.index).trim(), until: null, notes: [], unread: when };
  }
  // "Until Monday" is heard again on Monday; through Friday, and to the end of July, they are days of quiet too.
  const isWithin = edge !== '' || word.toLowerCase() === 'through';
  return at(until, isWithin ? days.to : addDays(days.from, -1));
}

function lastOfLength(count: string, couple: boolean, unit: string, today: Day): Day {
  if (/rest|remainder/i.test(count)) {
    return /^month/i.test(unit) ? monthEnd(today) : /^week/i.test(unit) ? addDays(weekStart(today), 6) : today;
  }
  const length = couple ? 2 : COUNTS[count.toLowerCase()] ?? Number(count);
  const [kind] = /^(?:day|week|month|fortnight|hour)/i.exec(unit) ?? [];
  switch (kind?.toLowerCase()) {
    case 'week': return addDays(today, length * 7 - 1);
    case 'fortnight': return addDays(today, length * 14 - 1);
    case 'month': return addDays(addMonths(today, length), -1);
    case 'day': return addDays(today, length - 1);
    // There is no quiet shorter than the day.
    case undefined:
    default: return today;
  }
}

function lastOf(word: string, today: Day): Day {
  switch (word) {
    case 'tomorrow': return addDays(today, 1);
    case 'this week':
    case 'the weekend': return addDays(weekStart(today), 6);
    case 'this month': return monthEnd(today);
    default: return today;
  }
}

interface Days {
  readonly from: Day;
  readonly to: Day;
}

/** Days to come: a weekday is the next one, a date without a year the next there is; all else by the grammar of periods. */
function comingDays(when: string, isEnd: boolean, today: Day): Days | null {
  const plain = when.toLowerCase().replace(/^(?:the |next (?=(?:mon|tue|wed|thu|fri|sat|sun)))/, '').replace(/[.,]+$/, '').trim();
  const [day] = new RegExp(`^${WEEKDAY}(?: morning)?$`, 'i').exec(plain) ?? [];
  if (day !== undefined) {
    const ahead = (weekdayNumber(day) - weekday(today) + 7) % 7 || 7;
    return { from: addDays(today, ahead), to: addDays(today, ahead) };
  }
  if (plain === 'tomorrow') {
    return { from: addDays(today, 1), to: addDays(today, 1) };
  }
  const unit = /^(?:(this|next) )?(week|month)$/.exec(plain);
  if (unit !== null) {
    const ahead = unit[1] === 'next' || (unit[1] === undefined && !isEnd) ? 1 : 0;
    const first = unit[2] === 'week' ? addDays(weekStart(today), ahead * 7) : addMonths(dayOf(yearOf(today), monthOf(today), 1), ahead);
    return { from: isEnd && ahead === 0 ? today : first, to: unit[2] === 'week' ? addDays(first, 6) : monthEnd(first) };
  }
  // Read as of the day before the same day next year, a date without a year is the next that comes.
  const read = (now: Day): Days | null => {
    const [found, second] = findPeriods(wordsOf(plain).map(({ text }) => text), { from: addDays(now, -3650), to: now, bookedTo: now, dailyFrom: null }, now);
    const whole = found?.kind === 'period' && second === undefined && found.start === 0 && found.end === wordsOf(plain).length;
    return whole ? { from: found.period.from, to: found.period.to } : null;
  };
  const said = read(today);
  const coming = said !== null && said.to < today && !/\d{4}|\b(?:last|ago|yesterday)\b/.test(plain) ? read(addDays(addMonths(dayOf(yearOf(today), monthOf(today), dayOfMonth(today)), 12), -1)) : said;
  return coming !== null && isEnd && coming.from < today && coming.to >= today ? { from: today, to: coming.to } : coming;
}
