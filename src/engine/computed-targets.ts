import type { Metric } from '../catalogue/metric';
import type { Period } from '../calendar/period';
import { quantile } from '../statistics/quantile';
import { benchmarksOf, isProvider, newestStretch } from './benchmarks';
import { ownWithheld } from './own-benchmark';
import type { Selection } from './query';
import type { Ground } from './slice';

/**
 * The values of a metric's computed targets by peer group: where the best quarter of the group begins, over its newest
 * benchmark values that end on or before the period's end, the own provider's among them as the source gives it unless it
 * may not be shown: a target between two values would give one of them away. The best quarter is the highest where higher is better and the lowest where lower is; where neither is, there is none.
 */
export async function computedTargets(ground: Ground, metric: Metric, period: Period, filters: Selection): Promise<Readonly<Record<string, number>>> {
  const groups = ground.catalogue.targets.flatMap((target) => (target.metric === metric.id ? target.computed?.['peer-group'] ?? [] : []));
  if (groups.length === 0 || metric.better === 'neutral') {
    return {};
  }
  const share = metric.better === 'higher' ? 0.75 : 0.25;
  const benchmarks = await benchmarksOf(ground, metric, filters);
  const found = await Promise.all([...new Set(groups)].map(async (group): Promise<readonly [string, number][]> => {
    const stretch = newestStretch(benchmarks.filter(isProvider), group, period);
    const providers = stretch === null ? [] : (await ownWithheld(ground, metric, filters, stretch)).values;
    const value = quantile(providers.flatMap(({ figure }) => figure.value ?? []), share);
    return value === null ? [] : [[group, value]];
  }));
  return Object.fromEntries(found.flat());
}
