import { bankHolidays } from './bank-holidays';
import { addDays, weekday, yearOf, type Day } from './day';

/** Monday to Friday and not a bank holiday in England. */
export function isWorkingDay(day: Day): boolean {
  return weekday(day) <= 5 && !holidaysOf(yearOf(day)).has(day);
}

/** Working days from `from` to `to`, both ends in; 0 where `to` is the earlier. */
export function workingDays(from: Day, to: Day): number {
  let count = 0;
  for (let day = from; day <= to; day = addDays(day, 1)) {
    count += isWorkingDay(day) ? 1 : 0;
  }
  return count;
}

const known = new Map<number, ReadonlySet<Day>>();

function holidaysOf(year: number): ReadonlySet<Day> {
  const found = known.get(year) ?? new Set(bankHolidays(year));
  known.set(year, found);
  return found;
}
