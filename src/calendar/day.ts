import { DateTime } from 'luxon';

/** A calendar day in Europe/London, written YYYY-MM-DD, so that days compare and sort as text. */
export type Day = string;

const MILLISECONDS_A_DAY = 86_400_000;

const MONTH_NAMES: readonly string[] = [
  'January', 'February', 'March', 'April', 'May', 'June',
  'July', 'August', 'September', 'October', 'November', 'December',
];

const WEEKDAY_NAMES: readonly string[] = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

/** The day in London at an instant, in milliseconds since 1970. It is the only place where a time zone matters. */
export function londonDay(ms: number): Day {
  const there = DateTime.fromMillis(ms, { zone: 'Europe/London' });
  return dayOf(there.year, there.month, there.day);
}

/** Year, month (1 to 12) and day of month → the day. A day past the end of its month runs on into the next. */
export function dayOf(year: number, month: number, dayOfMonth: number): Day {
  // Most days asked for are plainly there: they need no calendar.
  if (year >= 1000 && year <= 9999 && month >= 1 && month <= 12 && dayOfMonth >= 1 && dayOfMonth <= 28) {
    return `${year}-${padded(month)}-${padded(dayOfMonth)}`;
  }
  return new Date(Date.UTC(year, month - 1, dayOfMonth)).toISOString().slice(0, 10);
}

/** The same, or null where the calendar has no such day (31 June, 29 February 2023). */
export function existingDay(year: number, month: number, dayOfMonth: number): Day | null {
  const real = month >= 1 && month <= 12 && dayOfMonth >= 1 && dayOfMonth <= daysInMonth(year, month);
  return real ? dayOf(year, month, dayOfMonth) : null;
}

/** Days in a month, 28 to 31. */
export function daysInMonth(year: number, month: number): number {
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return month === 2 ? (isLeap ? 29 : 28) : month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** The calendar year, as a number. */
export function yearOf(day: Day): number {
  return Number(day.slice(0, 4));
}

/** The month, 1 to 12. */
export function monthOf(day: Day): number {
  return Number(day.slice(5, 7));
}

/** The day of the month, 1 to 31. */
export function dayOfMonth(day: Day): number {
  return Number(day.slice(8, 10));
}

/** `count` days later; earlier where it is negative. */
export function addDays(day: Day, count: number): Day {
  return dayOf(yearOf(day), monthOf(day), dayOfMonth(day) + count);
}

/** Whole days from one day to another: 0 for the same day, negative where `to` is the earlier. */
export function daysBetween(from: Day, to: Day): number {
  return dayNumber(to) - dayNumber(from);
}

/** `count` months later, on the same day of the month or, where that month is too short, on its last day. */
export function addMonths(day: Day, count: number): Day {
  const months = yearOf(day) * 12 + monthOf(day) - 1 + count;
  const year = Math.floor(months / 12);
  const month = months - year * 12 + 1;
  return dayOf(year, month, Math.min(dayOfMonth(day), daysInMonth(year, month)));
}

/** The first day of the month that `day` is in. */
export function monthStart(day: Day): Day {
  return `${day.slice(0, 7)}-01`;
}

/** The last day of the month that `day` is in. */
export function monthEnd(day: Day): Day {
  return `${day.slice(0, 8)}${daysInMonth(yearOf(day), monthOf(day))}`;
}

/** YYYY-MM. */
export function monthKey(day: Day): string {
  return day.slice(0, 7);
}

/** 1 for Monday to 7 for Sunday. */
export function weekday(day: Day): number {
  // 1 January 1970 was a Thursday.
  return ((((dayNumber(day) + 3) % 7) + 7) % 7) + 1;
}

/** The Monday on or before `day`. */
export function weekStart(day: Day): Day {
  return addDays(day, 1 - weekday(day));
}

/** The earlier of two days. */
export function earlierDay(a: Day, b: Day): Day {
  return a < b ? a : b;
}

/** The later of two days. */
export function laterDay(a: Day, b: Day): Day {
  return a > b ? a : b;
}

/** "October" for 10. */
export function monthName(month: number): string {
  return MONTH_NAMES[month - 1] ?? '';
}

/** "Sunday". */
export function weekdayName(day: Day): string {
  return WEEKDAY_NAMES[weekday(day) - 1] ?? '';
}

/** "October 2026", from a day or a month's key. */
export function monthLabel(day: Day): string {
  return `${monthName(monthOf(day))} ${yearOf(day)}`;
}

/** "10 July 2024". */
export function dayLabel(day: Day): string {
  return `${dayOfMonth(day)} ${monthLabel(day)}`;
}

function dayNumber(day: Day): number {
  return Date.UTC(yearOf(day), monthOf(day) - 1, dayOfMonth(day)) / MILLISECONDS_A_DAY;
}

const padded = (part: number): string => (part < 10 ? `0${part}` : `${part}`);
