import type { Catalogue } from '../catalogue/catalogue';
import type { Day } from '../calendar/day';
import { holdingOf } from './holding';
import type { Query } from './query';
import { metricsIn } from './scorecard';
import type { Snapshot } from './snapshot';

/** What may be older than this before it counts as late is not extracted every night. */
const NIGHTLY_WITHIN = 7;

/**
 * The last day up to which everything nightly behind these queries is held, whatever their periods. Null where nothing of
 * it is extracted every night, or nothing is held.
 */
export function nightlyThrough({ metrics, scorecards }: Pick<Catalogue, 'metrics' | 'scorecards'>, coverage: Snapshot['coverage'], queries: readonly Pick<Query, 'metrics' | 'scorecard'>[]): Day | null {
  const ids = new Set(queries.flatMap((query) => [...query.metrics, ...(scorecards.get(query.scorecard ?? '')?.sections ?? []).flatMap(metricsIn)]));
  const days = [...ids].flatMap((id) => {
    const metric = metrics.get(id);
    const holding = metric === undefined || metric['fresh-for-days'] > NIGHTLY_WITHIN ? null : holdingOf(metric, coverage, []);
    return holding === null ? [] : holding.tables.map(({ to }) => to);
  });
  return days.sort()[0] ?? null;
}
