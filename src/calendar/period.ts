import {
  addDays, addMonths, dayLabel, dayOf, daysBetween, monthEnd, monthKey, monthLabel, monthOf, monthStart, weekStart, yearOf, type Day,
} from './day';
import { financialMonthStart, financialQuarter, financialYear, financialYearName } from './financial-year';
import { daysLabel, monthsLabel, spanLabel } from './period-label';

/** How a period is drawn: what one step before it is, and how its length is named. */
export type PeriodGrain = 'day' | 'week' | 'month' | 'quarter' | 'half' | 'year' | 'ytd' | 'rolling' | 'range';

/**
 * A stretch of whole days in Europe/London, both ends in.
 * `label` is what a person reads ("October 2026"); `asked` is how it was asked ("last month"), so that a
 * refresh or a digest can resolve it again; null where none was asked for.
 */
export interface Period {
  readonly from: Day;
  readonly to: Day;
  readonly grain: PeriodGrain;
  readonly label: string;
  readonly asked: string | null;
}

/** One day. */
export function dayPeriod(day: Day): Period {
  return period('day', day, day, dayLabel(day));
}

/** The week, Monday to Sunday, that `day` is in. National weekly returns are named for the Sunday they end on. */
export function weekPeriod(day: Day): Period {
  const monday = weekStart(day);
  const sunday = addDays(monday, 6);
  return period('week', monday, sunday, `Week ending Sunday ${dayLabel(sunday)}`);
}

/** A calendar month; `month` is 1 to 12. */
export function monthPeriod(year: number, month: number): Period {
  const first = dayOf(year, month, 1);
  return period('month', first, monthEnd(first), monthLabel(first));
}

/** Quarter 1 to 4 of the financial year that starts in April of `year`. */
export function quarterPeriod(year: number, quarter: number): Period {
  return partOfYear('quarter', year, `Q${quarter}`, quarter * 3 - 2, 3);
}

/** Half 1 (April to September) or 2 of the financial year that starts in April of `year`. */
export function halfPeriod(year: number, half: number): Period {
  return partOfYear('half', year, `H${half}`, half * 6 - 5, 6);
}

/** The financial year that starts in April of `year`. */
export function financialYearPeriod(year: number): Period {
  return period('year', dayOf(year, 4, 1), dayOf(year + 1, 3, 31), financialYearName(year));
}

/** January to December. */
export function calendarYearPeriod(year: number): Period {
  return period('year', dayOf(year, 1, 1), dayOf(year, 12, 31), `Calendar year ${year}`);
}

/** From 1 April of the financial year of `to` up to `to`, named in months where it ends with one. */
export function yearToDatePeriod(to: Day): Period {
  const from = dayOf(financialYear(to), 4, 1);
  // Both years are named, so that a year to date never looks like a choice of months.
  const months = monthKey(from) === monthKey(to) ? monthLabel(from) : `${monthLabel(from)} to ${monthLabel(to)}`;
  return period('ytd', from, to, `${to === monthEnd(to) ? months : daysLabel(from, to)} (year to date)`);
}

/** `months` whole months, the last of them the month that `last` is in. */
export function rollingPeriod(last: Day, months: number): Period {
  const from = addMonths(monthStart(last), 1 - months);
  return period('rolling', from, monthEnd(last), `${months} ${months === 1 ? 'month' : 'months'} to ${monthLabel(last)}`);
}

/** Any stretch of days, named in months where it is made of them. */
export function rangePeriod(from: Day, to: Day): Period {
  const whole = from === monthStart(from) && to === monthEnd(to);
  if (whole && monthStart(from) === monthStart(to)) {
    return monthPeriod(yearOf(from), monthOf(from));
  }
  return period('range', from, to, whole ? monthsLabel(from, to) : daysLabel(from, to));
}

/** Whether it begins with a month and ends with one. */
export function isWholeMonths(of: Pick<Period, 'from' | 'to'>): boolean {
  return of.from === monthStart(of.from) && of.to === monthEnd(of.to);
}

/** The months it touches, whole or in part, as YYYY-MM in order. */
export function monthsOf(of: Pick<Period, 'from' | 'to'>): readonly string[] {
  return Array.from({ length: monthCount(of) }, (_, step) => monthKey(addMonths(monthStart(of.from), step)));
}

/**
 * The period one step before: the month before a month, the twelve months before a rolling twelve, as many months
 * before a range of whole months, as many days before any other range. A year to date has none, since what lies
 * before 1 April is the end of another year: null.
 */
export function previousPeriod(of: Period): Period | null {
  switch (of.grain) {
    case 'ytd': return null;
    case 'day': return dayPeriod(addDays(of.from, -1));
    case 'week': return weekPeriod(addDays(of.from, -7));
    case 'month': case 'quarter': case 'half': case 'year': case 'rolling': return movedByMonths(of, -monthCount(of));
    case 'range':
      return isWholeMonths(of)
        ? movedByMonths(of, -monthCount(of))
        : rangePeriod(addDays(of.from, daysBetween(of.to, of.from) - 1), addDays(of.from, -1));
  }
}

/**
 * The same period a year before. What is made of months moves by twelve months; a day, a week, and a range of whole
 * weeks by 52 weeks, so that weekdays meet weekdays; other days keep their dates (29 February becomes the 28th).
 */
export function samePeriodLastYear(of: Period): Period {
  switch (of.grain) {
    case 'day': return dayPeriod(addDays(of.from, -364));
    case 'week': return weekPeriod(addDays(of.from, -364));
    case 'month': case 'quarter': case 'half': case 'year': case 'rolling': return movedByMonths(of, -12);
    case 'ytd': return yearToDatePeriod(aYearBefore(of.to));
    case 'range':
      if (isWholeMonths(of)) {
        return movedByMonths(of, -12);
      }
      return (daysBetween(of.from, of.to) + 1) % 7 === 0
        ? rangePeriod(addDays(of.from, -364), addDays(of.to, -364))
        : rangePeriod(aYearBefore(of.from), aYearBefore(of.to));
  }
}

function partOfYear(grain: 'quarter' | 'half', year: number, name: string, firstMonth: number, months: number): Period {
  const from = financialMonthStart(year, firstMonth);
  const label = `${name} ${financialYearName(year)} (${spanLabel(from, months)})`;
  return period(grain, from, monthEnd(addMonths(from, months - 1)), label);
}

/** A period of whole months, `months` later and named anew. */
function movedByMonths(of: Period, months: number): Period {
  const from = addMonths(of.from, months);
  const year = financialYear(from);
  switch (of.grain) {
    case 'month': return monthPeriod(yearOf(from), monthOf(from));
    case 'quarter': return quarterPeriod(year, financialQuarter(from));
    case 'half': return halfPeriod(year, financialQuarter(from) <= 2 ? 1 : 2);
    case 'year': return monthOf(from) === 1 ? calendarYearPeriod(yearOf(from)) : financialYearPeriod(year);
    case 'rolling': return rollingPeriod(addMonths(monthStart(of.to), months), monthCount(of));
    case 'day': case 'week': case 'ytd': case 'range':
      return rangePeriod(from, monthEnd(addMonths(monthStart(of.to), months)));
  }
}

/** Twelve months before, keeping the end of a month the end of a month: 29 February 2024 from 28 February 2025. */
function aYearBefore(day: Day): Day {
  return day === monthEnd(day) ? monthEnd(addMonths(monthStart(day), -12)) : addMonths(day, -12);
}

function monthCount(of: Pick<Period, 'from' | 'to'>): number {
  return (yearOf(of.to) - yearOf(of.from)) * 12 + monthOf(of.to) - monthOf(of.from) + 1;
}

function period(grain: PeriodGrain, from: Day, to: Day, label: string): Period {
  return { from, to, grain, label, asked: null };
}
