import { dayLabel, dayOf, monthEnd } from '../../calendar/day';
import { financialYear, financialYearName } from '../../calendar/financial-year';
import { yearToDatePeriod, type Period } from '../../calendar/period';
import { latestDayHeld, latestMonthHeld, type Moment } from './moment';

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
  return { period, notes: [`Nothing is held for ${yearName} yet: this is ${financialYearName(financialYear(period.to))} as far as it is held.`] };
}
