import type { Catalogue } from '../catalogue/catalogue';
import type { Metric } from '../catalogue/metric';
import { targetsFor } from '../catalogue/targets';
import { addDays, addMonths, dayOf, daysBetween, monthEnd, monthStart, type Day } from '../calendar/day';
import { financialYear } from '../calendar/financial-year';
import { financialYearPeriod, isWholeMonths, monthPeriod, monthsOf, rangePeriod, yearToDatePeriod, type Period } from '../calendar/period';
import type { Holding } from './holding';
import type { Selection } from './query';
import { onlyCell, reckon, type Setting, type Wanted } from './reckon';
import type { Course, Outlook } from './course';
import type { Figure, Provenance } from './result';

type Plotted = Omit<Course, 'figure' | 'complete'>;

/** Which stretch of time a question about the outlook is answered for, before any row is read. */
export interface Horizon {
  /** What the figure is of: the stretch asked about, or what of it is behind. */
  readonly period: Period;
  readonly isLatest: boolean;
  readonly isAdditive: boolean;
  readonly course: Plotted | null;
}

/**
 * Which stretch the figure is of and which one it is heading for.
 * A stretch that is still running is heading for its own end, and the figure is of what of it is behind. A measure whose
 * target is one for the year, and any year to date, is heading for the end of the financial year. A measure that adds up
 * over time and is asked about for whole months that are over keeps them for its figure, with the year to date beside
 * it. A census, a median and what looks ahead are heading nowhere by themselves: they have a figure and no course.
 *
 * @param isAimed whether a figure of somebody's own is asked about: months to come are then told of by the last that is over
 */
export function horizonOf(catalogue: Catalogue, { metric, period, filters }: Pick<Wanted, 'metric' | 'period' | 'filters'>, holding: Holding, isAimed = false): Horizon {
  const canGoOn = !holding.isCensus && !metric['looks-ahead'] && metric.kind !== 'median' && metric.kind !== 'published';
  const isAdditive = canGoOn && (metric.kind !== 'ratio' || metric.denominator === null);
  const isOver = period.to <= holding.through;
  const heading = { isLatest: !isOver || nextEnd(period) > holding.through, isAdditive };
  if (isAimed && period.from > holding.through && isWholeMonths(period) && metric.kind !== 'published' && !metric['looks-ahead']) {
    return { isLatest: true, isAdditive, period: lastMonthOf(holding.through), course: null };
  }
  if (!canGoOn || period.from > holding.through) {
    return { ...heading, period, course: null };
  }
  const year = financialYearPeriod(financialYear(period.to));
  const isForYear = period.grain === 'ytd' || hasYearTarget(catalogue, metric, filters, period.to);
  if (isForYear && period.from >= year.from) {
    const course = plotted(year, isOver ? period.to : holding.through);
    return { ...heading, period: course?.soFar ?? year, course };
  }
  if (!isOver) {
    const course = plotted(period, holding.through);
    return { ...heading, period: course?.soFar ?? period, course };
  }
  const isInYear = isWholeMonths(period) && period.from >= year.from;
  return { ...heading, period, course: isAdditive && isInYear ? plotted(year, period.to) : null };
}

/** The last month that is held to its end. */
function lastMonthOf(through: Day): Period {
  const end = through === monthEnd(through) ? through : addDays(monthStart(through), -1);
  return monthPeriod(Number(end.slice(0, 4)), Number(end.slice(5, 7)));
}

/** The end of the stretch as long as this one that comes after it. */
function nextEnd(period: Period): Day {
  return isWholeMonths(period)
    ? monthEnd(addMonths(monthStart(period.to), monthsOf(period).length))
    : addDays(period.to, daysBetween(period.from, period.to) + 1);
}

/** Whether the target that leads at the end of the year is one for the year. */
function hasYearTarget(catalogue: Catalogue, metric: Metric, filters: Selection, day: Day): boolean {
  const [leading] = targetsFor(catalogue, metric.id, { filters, day, grain: 'year' });
  return leading?.for === 'year';
}

/** How far a stretch has gone by a day: in months where it is made of several and one is over, else in days. Null once it is over. */
function plotted(period: Period, through: Day): Plotted | null {
  if (through >= period.to) {
    return null;
  }
  const lastMonth = through === monthEnd(through) ? through : addDays(monthStart(through), -1);
  if (isWholeMonths(period) && lastMonth > period.from) {
    const soFar = named(period, lastMonth);
    return { period, soFar, step: 'month', gone: monthsOf(soFar).length, of: monthsOf(period).length };
  }
  return { period, soFar: named(period, through), step: 'day', gone: daysBetween(period.from, through) + 1, of: daysBetween(period.from, period.to) + 1 };
}

const named = ({ from }: Period, to: Day): Period => (from === dayOf(financialYear(to), 4, 1) ? yearToDatePeriod(to) : rangePeriod(from, to));

/**
 * The outlook with what has been reached so far: the figure itself, or that of the year to date beside it.
 *
 * @param reckoned the figure over the horizon's period, and where it came from
 */
export async function outlookOf(
  setting: Setting, wanted: Wanted, { isLatest, isAdditive, course }: Horizon, reckoned: { readonly figure: Figure; readonly provenance: Provenance },
): Promise<Outlook> {
  if (course === null) {
    return { isLatest, isAdditive, course };
  }
  const isSame = course.soFar.from === wanted.period.from && course.soFar.to === wanted.period.to;
  const soFar = isSame ? null : await reckon(setting, { ...wanted, period: course.soFar });
  const figure = soFar === null ? reckoned.figure : onlyCell(soFar).figure;
  return { isLatest, isAdditive, course: { ...course, figure, complete: (soFar?.provenance ?? reckoned.provenance).complete } };
}
