import type { Scorecard } from '../../catalogue/scorecard';
import { addMonths, monthEnd } from '../../calendar/day';
import { financialMonth, financialQuarter, financialYear } from '../../calendar/financial-year';
import { quarterPeriod, type Period } from '../../calendar/period';
import type { Ground } from '../frame/case';
import { heldFor, metricsOf } from '../held-range';
import { defaultPeriod } from '../periods/default-period';
import { latestMonthHeld, type Moment } from '../periods/moment';
import { yearToDate } from '../periods/year-to-date';

/** The period of a scorecard for which none was asked: its own, up to the latest month that its measures hold. */
export function scorecardPeriod({ catalogue, coverage, today }: Pick<Ground, 'catalogue' | 'coverage' | 'today'>, scorecard: Scorecard): { readonly period: Period; readonly notes: readonly string[] } {
  const moment: Moment = { today, held: heldFor(metricsOf(scorecard), catalogue, coverage, today) };
  switch (scorecard.period) {
    // A document that dates nothing is held on its day of publication alone, and no year is to date by that.
    case 'ytd': return { period: yearToDate(moment).period, notes: moment.held.from === moment.held.to ? [] : yearToDate(moment).notes };
    case 'quarter': return { period: latestQuarter(moment), notes: [] };
    case 'month': return { period: defaultPeriod(moment.held, today), notes: [] };
  }
}

/** The latest quarter of the financial year that is held to its end. */
function latestQuarter(moment: Moment): Period {
  const month = latestMonthHeld(moment);
  const last = addMonths(month, -(financialMonth(month) % 3));
  return quarterPeriod(financialYear(monthEnd(last)), financialQuarter(last));
}
