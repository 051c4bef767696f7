import { yearToDatePeriod } from '../calendar/period';
import type { Query } from '../engine/query';
import type { Answer } from './answer';

/** The year to date, where nobody asked for a period and the plan is given for nothing shorter. */
export function yearInstead(query: Query, { outcome, reason }: Answer): Query | null {
  const { period } = query;
  return period !== null && period.asked === null && period.grain === 'month' && outcome === 'no-data' && (reason === 'plan-not-given' || reason === 'not-printed')
    ? { ...query, period: yearToDatePeriod(period.to) }
    : null;
}

/** What is held of the year is said before that there is nothing for the month. */
export function withYear(month: Answer, year: Answer): Answer {
  return year.outcome === 'answered' ? { ...month, headline: `${year.headline} ${month.headline.replace(' Ask for the year to date.', '')}` } : month;
}
