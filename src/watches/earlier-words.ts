import type { Metric } from '../catalogue/metric';
import { countsOf } from '../engine/people';
import { querySchema } from '../engine/query';
import type { Watch } from './watch';

/**
 * Whether a figure that was read before may be told later in the words of then. Below the whole trust it may have become
 * hidden since, by a newer snapshot or from those who read along: there only what is shown now is told, and so it is of a
 * restricted figure, which is not kept in clear. Of the whole trust, and of what counts no people, nothing is ever hidden.
 */
export function keepsWords({ query }: Pick<Watch, 'query'>, metric: Metric): boolean {
  const { filters, excluding } = querySchema.parse(JSON.parse(query));
  return !metric.restricted && (Object.keys({ ...filters, ...excluding }).length === 0 || countsOf(metric).length === 0);
}
