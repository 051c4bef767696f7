import { addDays, existingDay, monthOf, weekday, weekStart, yearOf, type Day } from '../../calendar/day';
import { financialMonthStart, financialYear } from '../../calendar/financial-year';
import {
  calendarYearPeriod, dayPeriod, financialYearPeriod, halfPeriod, monthPeriod, quarterPeriod, type Period,
} from '../../calendar/period';
import { comesSooner, holdsAny, SOON, type Moment } from './moment';

/**
 * A stretch of the calendar called by its name, whose year may not have been said. For days and months `year` is the
 * calendar year; for financial months, quarters and halves it is the year in which the financial year starts.
 */
export type Named =
  | { readonly unit: 'day'; readonly day: number; readonly month: number; readonly year: number | null }
  | { readonly unit: 'month'; readonly month: number; readonly year: number | null }
  | { readonly unit: 'financial-month'; readonly number: number; readonly year: number | null }
  | { readonly unit: 'quarter'; readonly number: number; readonly year: number | null }
  | { readonly unit: 'half'; readonly number: number; readonly year: number | null }
  | { readonly unit: 'financial-year'; readonly year: number }
  | { readonly unit: 'calendar-year'; readonly year: number };

/** The same name in one year, or null where that year has no such day. */
export function inYear(named: Named, year: number): Period | null {
  switch (named.unit) {
    case 'day': {
      const day = existingDay(year, named.month, named.day);
      return day === null ? null : dayPeriod(day);
    }
    case 'month': return monthPeriod(year, named.month);
    case 'financial-month': return financialMonthPeriod(year, named.number);
    case 'quarter': return quarterPeriod(year, named.number);
    case 'half': return halfPeriod(year, named.number);
    case 'financial-year': return financialYearPeriod(year);
    case 'calendar-year': return calendarYearPeriod(year);
  }
}

/** Month `number` of the financial year that starts in `year`: M1 is April. */
function financialMonthPeriod(year: number, number: number): Period {
  const first = financialMonthStart(year, number);
  return monthPeriod(yearOf(first), monthOf(first));
}

/**
 * The period named, or null for a day that does not exist. Without a year it is the latest that has started or, for
 * what looks ahead, a day still to come that is booked already.
 */
export function namedPeriod(named: Named, moment: Moment): Period | null {
  return named.year === null ? comingDay(named, moment) ?? latestStarted(named, moment) : inYear(named, named.year);
}

/**
 * The latest occurrence that has started by now. The current month counts only once the extract holds some of it: on
 * the first of the month its name still means last year's.
 */
function latestStarted(named: Named, moment: Moment): Period | null {
  const isMonth = named.unit === 'month' || named.unit === 'financial-month';
  const counts = (period: Period): boolean => period.from <= moment.today
    && (!isMonth || period.to < moment.today || holdsAny(moment, period.from, period.to));
  return latestWhere(named, moment.today, counts);
}

/** The next occurrence, where what is asked looks ahead as far as that and it is nearer than the last one. */
export function comingNamed(named: Named, moment: Moment): Period | null {
  const coming = firstFrom(named, addDays(moment.today, 1));
  const gone = latestBy(named, moment.today);
  return coming !== null && comesSooner(moment, coming.from, gone?.to ?? null) ? coming : null;
}

function comingDay(named: Named, moment: Moment): Period | null {
  return named.unit === 'day' ? comingNamed(named, moment) : null;
}

/**
 * The week of a named day: the latest that has started, so that its Sunday may still lie ahead, or one booked ahead.
 * @param on the weekday that it ought to be, null where it may be any: of a day that is none, and is one soon, that is meant
 */
export function weekDayNamed(named: Named, moment: Moment, on: number | null): Day | null {
  if (named.year !== null) {
    return inYear(named, named.year)?.from ?? null;
  }
  const found = comingDay(named, moment) ?? latestWhere(named, moment.today, (period) => weekStart(period.from) <= moment.today);
  const coming = on === null || found === null || weekday(found.from) === on ? null : firstFrom(named, addDays(moment.today, 1));
  return coming !== null && weekday(coming.from) === on && coming.from <= addDays(moment.today, SOON) ? coming.from : found?.from ?? null;
}

/** The latest occurrence that starts on or before `day`. */
export function latestBy(named: Named, day: Day): Period | null {
  return latestWhere(named, day, (period) => period.from <= day);
}

/** The first occurrence that starts on or after `day`. */
export function firstFrom(named: Named, day: Day): Period | null {
  return firstOf(named, Array.from({ length: 10 }, (_, step) => financialYear(day) + step), (period) => period.from >= day);
}

function latestWhere(named: Named, day: Day, wanted: (period: Period) => boolean): Period | null {
  // Nine years back reach a 29 February even across a century.
  return firstOf(named, Array.from({ length: 10 }, (_, step) => yearOf(day) + 1 - step), wanted);
}

function firstOf(named: Named, years: readonly number[], wanted: (period: Period) => boolean): Period | null {
  for (const year of years) {
    const period = inYear(named, year);
    if (period !== null && wanted(period)) {
      return period;
    }
  }
  return null;
}
