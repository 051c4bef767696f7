import { recognisedPeriod } from '../calendar/recognised-period';
import type { Query } from '../engine/query';

/** A query as it is kept, JSON: without the words that a person typed into it, a scorecard's name and the period as asked. */
export function asKept(query: Query): string {
  const { frozen: _, ...plain } = query;
  const { period, versus } = query;
  const other = versus !== null && typeof versus === 'object' && 'period' in versus ? { period: unspoken(versus.period) } : versus;
  return JSON.stringify({ ...plain, period: period === null ? null : unspoken(period), versus: other });
}

function unspoken(period: NonNullable<Query['period']>): NonNullable<Query['period']> {
  return { ...recognisedPeriod(period), asked: null };
}
