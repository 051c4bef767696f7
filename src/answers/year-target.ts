import type { Metric } from '../catalogue/metric';
import type { TargetHeld } from '../catalogue/targets';
import { dayOf, daysBetween, monthEnd, type Day } from '../calendar/day';
import { financialMonth, financialYear } from '../calendar/financial-year';
import type { Period } from '../calendar/period';
import { straightLine } from '../statistics/straight-line';
import { displayShort } from './display';
import type { YearTarget } from './year-target-answer';

const yearEnd = (day: Day): Day => dayOf(financialYear(day) + 1, 3, 31);

/** A target for the year cannot be met or missed before the year is over: until then it is told apart from the others. */
export function isForTheYear(target: TargetHeld, period: Period): boolean {
  return target.for === 'year' && period.to < yearEnd(period.to);
}

/**
 * What has been reached of a target for the year, and where the rate so far would end: value ÷ the months gone × 12,
 * counted in days where the last month is not whole.
 *
 * @param value what the financial year has come to by the period's end; null gives null, as does a period that does not begin with the year
 */
export function yearTarget(value: number | null, target: TargetHeld, metric: Metric, { from, to }: Period): YearTarget | null {
  const begins = dayOf(financialYear(to), 4, 1);
  if (value === null || from !== begins || target.value === 0) {
    return null;
  }
  const ends = yearEnd(to);
  const wholeMonths = to === monthEnd(to);
  const progress = wholeMonths ? { gone: financialMonth(to), of: 12 } : { gone: daysBetween(begins, to) + 1, of: daysBetween(begins, ends) + 1 };
  const reached = value / target.value;
  const runRate = straightLine(value, progress);
  const after = wholeMonths ? `${progress.gone} of 12 months` : `${progress.gone} days of the year`;
  const share = (reached * 100).toLocaleString('en-GB', { maximumFractionDigits: 0 });
  return {
    value: target.value,
    display: displayShort(target.value, metric),
    source: target.source,
    reached,
    words: `${displayShort(value, metric)} of ${displayShort(target.value, metric)} so far (${share}%), after ${after}`,
    runRate,
    runRateWords: `at this rate ${displayShort(runRate, metric)} by March ${ends.slice(0, 4)}`,
  };
}
