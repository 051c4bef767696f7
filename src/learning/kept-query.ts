import { recognisedPeriod } from '../calendar/recognised-period';
import type { Query, Selection } from '../engine/query';

/**
 * Dimensions whose values are listed, by the catalogue or the organisation. The codes of any other (clinics, theatres,
 * consultants) are whatever was typed, which may be a name or a number of somebody's.
 */
export const LISTED_DIMENSIONS: ReadonlySet<string> = new Set([
  'specialty', 'cmg', 'site', 'cancellation-reason', 'appointment-type', 'consultation-medium', 'age-band', 'deprivation', 'pod', 'pod-group', 'plan-basis', 'modality', 'test',
]);

/** A query as it is kept, JSON: without the words and codes that a person typed into it, a scorecard's name and the period as asked. */
export function asKept(query: Query): string {
  const { frozen: _, ...plain } = query;
  const { period, filters, excluding } = query;
  return JSON.stringify({
    ...plain, period: period === null ? null : unspoken(period), filters: listed(filters), excluding: listed(excluding), versus: keptVersus(query.versus),
  });
}

function keptVersus(versus: Query['versus']): Query['versus'] {
  if (versus === null || typeof versus === 'string') {
    return versus;
  }
  return 'period' in versus ? { period: unspoken(versus.period) } : { filters: listed(versus.filters) };
}

function listed(selection: Selection): Query['filters'] {
  return Object.fromEntries(Object.entries(selection).filter(([dimension]) => LISTED_DIMENSIONS.has(dimension)).map(([dimension, keys]) => [dimension, [...keys]]));
}

function unspoken(period: NonNullable<Query['period']>): NonNullable<Query['period']> {
  return { ...recognisedPeriod(period), asked: null };
}
