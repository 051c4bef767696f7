import type { Catalogue } from '../catalogue/catalogue';
import type { Metric } from '../catalogue/metric';
import type { Query, Selection } from './query';

/** The dimensions that a change is split by where none is asked for, the first that will do. */
const DEFAULT_SPLITS = ['cancellation-reason', 'specialty', 'pod', 'test', 'modality', 'cmg', 'site', 'commissioner'];

/**
 * The dimensions that a metric's change can be split by without asking: those it declares that are open to all and that
 * the filters do not pin to one key, the most telling first.
 */
export function openSplits(catalogue: Pick<Catalogue, 'dimensions'>, metric: Metric, filters: Selection): readonly string[] {
  return DEFAULT_SPLITS.filter((id) => metric.dimensions.includes(id) && catalogue.dimensions.get(id)?.restricted === false && filters[id]?.length !== 1);
}

/** Whether a metric's figure is the sum, or the quotient of sums, of its parts' over a stretch of time like this one. */
export function addsUp({ kind, rolling }: Metric, period: Query['period']): boolean {
  const isMean = rolling === 'mean-of-months' && period?.grain === 'rolling';
  return !isMean && (kind === 'ratio' || kind === 'count' || kind === 'difference');
}

/** Whether a figure is to be held against something that is no earlier stretch of time and no target: others, a plan, another place. */
export function asksElsewhere(versus: Query['versus']): boolean {
  return versus === 'peers' || versus === 'national' || versus === 'plan' || (versus !== null && typeof versus === 'object' && 'filters' in versus);
}
