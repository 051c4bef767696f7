import { addDays, addMonths, daysBetween, monthStart, monthEnd, weekStart, type Day } from '../calendar/day';
import { isWholeMonths, previousPeriod, rangePeriod, samePeriodLastYear, type Period } from '../calendar/period';
import type { Holding } from './holding';
import type { Query } from './query';
import type { Grouping } from './slice';

/** Months, weeks and days that a trend shows: two years, half a year, four weeks. */
const TREND_MONTHS = 24;
const TREND_WEEKS = 26;
const TREND_DAYS = 28;

export interface TrendWindow {
  readonly from: Day;
  readonly to: Day;
  readonly time: NonNullable<Grouping['time']>;
}

/**
 * The stretch of time a trend is drawn over: the period asked for where the trend itself was asked for over more than
 * one point, otherwise the run-up to the period, so that one number is never shown without its history.
 */
export function trendWindow(query: Query, period: Period, holding: Holding): TrendWindow | null {
  const to = period.to < holding.through ? period.to : holding.through;
  const window = isWholeMonths(period) || holding.dailyFrom === null || period.from < holding.dailyFrom || holding.isCensus ? monthly(query, period, to) : byDays(period, to);
  const floor = firstDrawn(holding, window.time);
  const from = window.from > floor ? window.from : floor;
  return from > window.to ? null : { ...window, from };
}

/** The first day that can be drawn: weeks from the first that lies whole among the days, where months are held before them. */
function firstDrawn({ since, dailyFrom }: Holding, time: TrendWindow['time']): Day {
  if (time === 'month_start' || dailyFrom === null) {
    return since;
  }
  return time === 'week_start' && since < dailyFrom ? weekStart(addDays(dailyFrom, 6)) : dailyFrom;
}

function monthly(query: Query, period: Period, to: Day): TrendWindow {
  const runUp = addMonths(monthStart(to), 1 - TREND_MONTHS);
  const asked = monthStart(period.from);
  const severalMonths = asked < monthStart(to);
  const from = query.intent === 'trend' && severalMonths ? asked : asked < runUp ? asked : runUp;
  return { from, to, time: 'month_start' };
}

function byDays(period: Period, to: Day): TrendWindow {
  const days = daysBetween(period.from, period.to) + 1;
  if (days > 62) {
    return { from: weekStart(period.from), to, time: 'week_start' };
  }
  if (period.grain === 'week') {
    return { from: addDays(weekStart(to), -7 * (TREND_WEEKS - 1)), to, time: 'week_start' };
  }
  const runUp = addDays(to, 1 - TREND_DAYS);
  return { from: period.from < runUp ? period.from : runUp, to, time: 'day' };
}

/** The first day of every month, week or day of the window, so that one with no rows is a gap and not a jump. */
export function startsIn({ from, to, time }: TrendWindow): readonly Day[] {
  const starts: Day[] = [];
  let start = time === 'month_start' ? monthStart(from) : time === 'week_start' ? weekStart(from) : from;
  while (start <= to) {
    starts.push(start);
    start = addDays(endOf(time, start), 1);
  }
  return starts;
}

/** The end of the month, week or day that begins on `start`. */
export function endOf(time: TrendWindow['time'], start: Day): Day {
  return time === 'month_start' ? monthEnd(start) : time === 'week_start' ? addDays(start, 6) : start;
}

/**
 * The periods that a figure is held against: the one before and the same one last year. Where the period is only part
 * held, each is cut to as many days, so that twelve days are never compared with thirty.
 */
export function comparisonPeriods(period: Period, holding: Holding): readonly { readonly with: 'previous' | 'last-year'; readonly period: Period }[] {
  const wanted = [
    { with: 'previous' as const, period: previousPeriod(period) },
    { with: 'last-year' as const, period: samePeriodLastYear(period) },
  ];
  // A census is compared with the last one of the other period, however much of this one is held.
  const partHeld = holding.through < period.to && holding.dailyFrom !== null && !holding.isCensus;
  const daysHeld = daysBetween(period.from, holding.through);
  return wanted.flatMap((wantedOne) => {
    if (wantedOne.period === null) {
      return [];
    }
    const whole = wantedOne.period;
    const cut = addDays(whole.from, daysHeld);
    return [{ with: wantedOne.with, period: partHeld && cut < whole.to ? rangePeriod(whole.from, cut) : whole }];
  });
}
