import { addDays, monthStart, weekStart, type Day } from './day';
import { financialQuarter, financialYear } from './financial-year';
import { isWorkingDay } from './working-day';

/** One day of a snapshot's calendar table, under the table's own column names. */
export interface CalendarRow {
  readonly day: Day;
  readonly month_start: Day;
  /** The Monday. */
  readonly week_start: Day;
  /** The year it starts in. */
  readonly financial_year: number;
  /** 1 to 4, April to June first. */
  readonly financial_quarter: number;
  readonly working_day: boolean;
}

/** A row for every day from `from` to `to`, both ends in. */
export function* calendarRows(from: Day, to: Day): Generator<CalendarRow> {
  for (let day = from; day <= to; day = addDays(day, 1)) {
    yield {
      day,
      month_start: monthStart(day),
      week_start: weekStart(day),
      financial_year: financialYear(day),
      financial_quarter: financialQuarter(day),
      working_day: isWorkingDay(day),
    };
  }
}
