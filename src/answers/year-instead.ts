import { yearToDatePeriod } from '../calendar/period';
import type { Catalogue } from '../catalogue/catalogue';
import type { Query } from '../engine/query';
import type { Answer } from './answer';
import { displayShort } from './display';

/** The year to date, where nobody asked for a period and the plan is given for nothing shorter. */
export function yearInstead(query: Query, { outcome, reason }: Answer): Query | null {
  const { period } = query;
  return period !== null && period.asked === null && period.grain === 'month' && outcome === 'no-data' && (reason === 'plan-not-given' || reason === 'not-printed')
    ? { ...query, period: yearToDatePeriod(period.to) }
    : null;
}

/** The year to date in its place, with why it is the year, and what the month came to, in one line each. */
export function withYear(catalogue: Catalogue, month: Answer, year: Answer): Answer {
  const period = month.query?.period ?? null;
  if (year.outcome !== 'answered' || period === null) {
    return month;
  }
  const { label } = period;
  const [metric] = month.metrics;
  const defined = metric === undefined ? undefined : catalogue.metrics.get(metric.metric);
  const given = month.reason === 'plan-not-given' ? `No plan is given for ${label} alone, so this is the year to date` : `Nothing is printed for ${label} alone, so this is the year to date`;
  const numerator = metric?.numerator ?? null;
  const actual = defined === undefined || numerator === null ? '' : `; ${defined.numerator.counts.replace(/^pounds of /, '')} in ${label} ${displayShort(numerator, defined)}`;
  return { ...year, headline: `${year.headline} ${given}${actual}.` };
}
