import { dayOf, monthOf, yearOf, type Day } from './day';

/** The financial year runs from April to March and is named for both years; this is the one it starts in. */
export function financialYear(day: Day): number {
  return monthOf(day) >= 4 ? yearOf(day) : yearOf(day) - 1;
}

/** The quarter of the financial year, 1 to 4: Q1 is April to June. */
export function financialQuarter(day: Day): number {
  return Math.ceil(financialMonth(day) / 3);
}

/** The month of the financial year, 1 to 12: M1 is April. */
export function financialMonth(day: Day): number {
  return ((monthOf(day) + 8) % 12) + 1;
}

/** The first day of month `number` (1 to 12, April first) of the financial year that starts in `year`. */
export function financialMonthStart(year: number, number: number): Day {
  return dayOf(year, number + 3, 1);
}

/** "2024/25" for the year that starts in April 2024. */
export function financialYearName(year: number): string {
  return `${year}/${String((year + 1) % 100).padStart(2, '0')}`;
}
