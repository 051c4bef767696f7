import { addDays, daysInMonth, monthEnd, monthOf, monthStart, yearOf, existingDay, type Day } from '../../calendar/day';
import { dayPeriod, rangePeriod, type Period } from '../../calendar/period';
import { monthWord } from '../periods/calendar-words';

const MONTHS = '(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)';
/** "15th to 30th", "on the 4th", where no month follows. */
const DAYS = new RegExp(`(?<![\\p{L}\\d/])(?:(?:on|from|between) )?(?:the )?(\\d{1,2})(?:st|nd|rd|th)(?: ?(?:to|-|until|till|through|and) ?(?:the )?(\\d{1,2})(?:st|nd|rd|th))?(?![\\p{L}\\d/])(?! (?:of )?(?:${MONTHS}|last|this|next|the|appointments?|quintile|decile|percentile))`, 'iu');
const HALF = /\b(?:the )?(first|second|1st|2nd|other) half(?: of (?:it|that|the month|that month))?(?=[\s.?!]*$)/i;
const REST = /\b(?:the )?(?:rest|remainder) of (?:it|(?:the |that )month|(\p{L}+))(?=[\s.?!]*$)/iu;

/** The fifteenth day ends the first half of any month, as it does for pay. */
const MIDDLE = 15;

/**
 * "And 15th to 30th?", "the second half", "the rest of the month" after a time within one month: days of that month, and
 * the words for them. Null where the words tell none, or where the time asked about lies in several months.
 */
export function daysOfIt(text: string, asked: Period): { readonly words: string; readonly period: Period } | null {
  const month = monthStart(asked.from);
  if (asked.to > monthEnd(asked.from)) {
    return null;
  }
  const last = daysInMonth(yearOf(month), monthOf(month));
  const days = DAYS.exec(text);
  if (days !== null) {
    const [from, to] = [dayIn(month, Number(days[1])), dayIn(month, Number(days[2] ?? days[1]))];
    const listed = / and /i.test(days[0]) && !/^between\b/i.test(days[0]);
    return from === null || to === null || to < from || (listed && to !== addDays(from, 1)) ? null : { words: days[0], period: from === to ? dayPeriod(from) : rangePeriod(from, to) };
  }
  const half = HALF.exec(text);
  const isSecond = half !== null && (/^(?:second|2nd)$/i.test(half[1] ?? '') || (/^other$/i.test(half[1] ?? '') && asked.from === month));
  if (half !== null) {
    return { words: half[0], period: isSecond ? rangePeriod(addDays(month, MIDDLE), addDays(month, last - 1)) : rangePeriod(month, addDays(month, MIDDLE - 1)) };
  }
  const rest = REST.exec(text);
  const named = rest?.[1] === undefined ? monthOf(month) : monthWord(rest[1].toLowerCase());
  return rest === null || named !== monthOf(month) || asked.to >= monthEnd(month) ? null : { words: rest[0], period: rangePeriod(addDays(asked.to, 1), monthEnd(month)) };
}

function dayIn(month: Day, day: number): Day | null {
  return existingDay(yearOf(month), monthOf(month), day);
}
