import { addDays, monthEnd, monthOf, weekday, yearOf, type Day } from '../calendar/day';
import { isWorkingDay } from '../calendar/working-day';
import { normalDraw } from './chance';

/** A course through time: values in given months, straight lines between them, level before the first and after the last. */
export type Course = readonly (readonly [month: string, value: number])[];

/** Holidays are taken in August, and December's days are winter's. */
const SEASON: Readonly<Record<number, number>> = { 7: 0.985, 8: 0.935, 12: 0.97, 1: 0.985 };

/**
 * How far a day is a usual one for planned care: 1, less over Christmas and on bank holidays.
 * Weekday and weekend are another matter, for they differ by specialty.
 */
export function usualness(day: Day): number {
  if (weekday(day) <= 5 && !isWorkingDay(day)) {
    return 0.03;
  }
  const end = day.slice(5);
  return end >= '12-24' || end <= '01-02' ? 0.42 : 1;
}

/** Working days of a month, YYYY-MM, less what holidays take out of them. */
export function usualDays(month: string): number {
  let sum = 0;
  for (let day = `${month}-01`; day <= monthEnd(`${month}-01`); day = addDays(day, 1)) {
    sum += isWorkingDay(day) ? usualness(day) : 0;
  }
  return sum * (SEASON[monthOf(`${month}-01`)] ?? 1);
}

/** A measure of a month: its course, and about it a normal draw of relative size `spread` that depends on month and purpose alone. */
export function valueAt(course: Course, month: string, purpose: string, spread: number): number {
  return courseAt(course, monthNumber(month)) * (1 + spread * normalDraw(`${purpose} ${month}`));
}

function courseAt(course: Course, at: number): number {
  const before = course.findLast(([month]) => monthNumber(month) <= at);
  const after = course.find(([month]) => monthNumber(month) > at);
  if (before === undefined || after === undefined) {
    return (before ?? after)?.[1] ?? 0;
  }
  const [from, to] = [monthNumber(before[0]), monthNumber(after[0])];
  return before[1] + ((after[1] - before[1]) * (at - from)) / (to - from);
}

function monthNumber(month: string): number {
  return yearOf(month) * 12 + monthOf(month);
}
