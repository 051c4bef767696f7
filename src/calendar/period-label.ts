import { addMonths, dayLabel, dayOfMonth, monthLabel, monthName, monthOf, monthStart, yearOf, type Day } from './day';

/** "April to June 2024", "November 2024 to February 2025", or the one month. Days are first days of months. */
export function monthsLabel(first: Day, last: Day): string {
  if (monthStart(first) === monthStart(last)) {
    return monthLabel(first);
  }
  return yearOf(first) === yearOf(last)
    ? `${monthName(monthOf(first))} to ${monthLabel(last)}`
    : `${monthLabel(first)} to ${monthLabel(last)}`;
}

/** The same from a first month and a number of months. */
export function spanLabel(first: Day, months: number): string {
  return monthsLabel(first, addMonths(first, months - 1));
}

/** "3 June to 14 July 2024", "20 December 2025 to 5 January 2026", or the one day. */
export function daysLabel(from: Day, to: Day): string {
  if (from === to) {
    return dayLabel(from);
  }
  return yearOf(from) === yearOf(to)
    ? `${dayOfMonth(from)} ${monthName(monthOf(from))} to ${dayLabel(to)}`
    : `${dayLabel(from)} to ${dayLabel(to)}`;
}
