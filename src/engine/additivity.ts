import type { Measure, Metric } from '../catalogue/metric';
import { tableOf } from './measure-table';

/**
 * How far the amounts of a measure may be added up beforehand. `additive`: over everything. `not-over-time`: over what
 * stands on one day and never over several days, as a waiting list. `not-at-all`: never, as a median, and as a plan whose
 * rows answer for their own stretch alone.
 */
export type Additivity = 'additive' | 'not-over-time' | 'not-at-all';

/** The additivity of one measure of a metric. Throws CATALOGUE_INVALID where its table does not exist. */
export function additivityOf(metric: Pick<Metric, 'kind'>, measure: Pick<Measure, 'table'>): Additivity {
  if (metric.kind === 'median' || metric.kind === 'published') {
    return 'not-at-all';
  }
  switch (tableOf(measure).standsFor) {
    case 'event': return 'additive';
    case 'census': return 'not-over-time';
    case 'stretch': return 'not-at-all';
  }
}
