import type { Catalogue } from '../catalogue/catalogue';
import type { Query } from '../engine/query';

/** Why an alert is suspended of which the trust's definitions no longer have the measure, or what it is narrowed by. */
export const NOT_MEASURED = 'what it watches is no longer among the measures';

/** Whether the definitions have everything that a query names. */
export function isMeasured({ metrics, filters, excluding }: Pick<Query, 'metrics' | 'filters' | 'excluding'>, catalogue: Pick<Catalogue, 'metrics' | 'dimensions'>): boolean {
  return metrics.every((id) => catalogue.metrics.has(id)) && Object.keys({ ...filters, ...excluding }).every((id) => catalogue.dimensions.has(id));
}
