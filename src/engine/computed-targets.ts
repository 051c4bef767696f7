import type { Metric } from '../catalogue/metric';
import type { Period } from '../calendar/period';
import { quantile } from '../statistics/quantile';
import { benchmarksOf, isProvider, newestStretch } from './benchmarks';
import type { Selection } from './query';
import type { Ground } from './slice';

/**
 * The values of a metric's computed targets by peer group: where the best quarter of the group begins, over its newest
 * benchmark values that end on or before the period's end, the own provider's among them as the source gives it. The
 * best quarter is the highest where higher is better and the lowest where lower is; where neither is, there is none.
 */
export async function computedTargets(ground: Ground, metric: Metric, period: Period, filters: Selection): Promise<Readonly<Record<string, number>>> {
  const groups = ground.catalogue.targets.flatMap((target) => (target.metric === metric.id ? target.computed?.['peer-group'] ?? [] : []));
  if (groups.length === 0 || metric.better === 'neutral') {
    return {};
  }
  const share = metric.better === 'higher' ? 0.75 : 0.25;
  const benchmarks = await benchmarksOf(ground, metric, filters);
  return Object.fromEntries([...new Set(groups)].flatMap((group): [string, number][] => {
    const providers = newestStretch(benchmarks.filter(isProvider), group, period)?.values ?? [];
    const value = quantile(providers.flatMap(({ figure }) => figure.value ?? []), share);
    return value === null ? [] : [[group, value]];
  }));
}
