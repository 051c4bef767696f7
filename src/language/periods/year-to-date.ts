import { dayLabel, dayOf, monthEnd } from '../../calendar/day';
import { financialYear, financialYearName } from '../../calendar/financial-year';
import { samePeriodLastYear, yearToDatePeriod, type Period } from '../../calendar/period';
import { holdsAny, latestDayHeld, latestMonthHeld, type Moment } from './moment';

/**
 * From 1 April to the end of the latest complete month held. In April no month is complete: then up to the latest day
 * held, and where this year holds no day at all, the year to date of the last one that does. Either is said.
 */
export function yearToDate(moment: Moment): { readonly period: Period; readonly notes: readonly string[] } {
  const year = financialYear(moment.today);
  const yearName = financialYearName(year);
  const start = dayOf(year, 4, 1);
  const latestDay = latestDayHeld(moment);
  const lastMonthEnd = monthEnd(latestMonthHeld(moment));
  if (lastMonthEnd >= start && lastMonthEnd <= latestDay) {
    return { period: yearToDatePeriod(lastMonthEnd), notes: [] };
  }
  if (latestDay >= start) {
    const notes = [`No month of ${yearName} is complete yet, so this runs to the latest day held, ${dayLabel(latestDay)}.`];
    return { period: yearToDatePeriod(latestDay), notes };
  }
  const period = yearToDatePeriod(lastMonthEnd <= latestDay ? lastMonthEnd : latestDay);
  const nothing = holdsAny(moment, start, moment.today) ? `No day of ${yearName} is over yet` : `Nothing is held for ${yearName} yet`;
  return { period, notes: [`${nothing}: this is ${financialYearName(financialYear(period.to))} as far as it is held.`] };
}

/** The same stretch so many years before the year to date, which itself may lie in a year gone by: that is said. */
export function yearToDateBefore(moment: Moment, years: number): { readonly period: Period; readonly notes: readonly string[] } {
  const { period: current, notes } = yearToDate(moment);
  const period = Array.from({ length: years }).reduce<Period>((later) => samePeriodLastYear(later), current);
  if (notes.length === 0 || years === 0) {
    return { period, notes };
  }
  const before = years === 1 ? 'one year' : `${years} years`;
  return { period, notes: [`No month of ${financialYearName(financialYear(moment.today))} is complete yet: this is ${before} before ${current.label}.`] };
}
