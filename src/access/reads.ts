import type { Catalogue } from '../catalogue/catalogue';
import type { Measure, Metric } from '../catalogue/metric';
import { plannedAs } from '../engine/plan-figure';
import type { Query } from '../engine/query';

type Metrics = Pick<Catalogue, 'metrics'>;

/** The metrics whose figures a query works with: those it names, the one that gives the plan it is held against, and the one whose volumes split a difference. */
export function metricsRead({ metrics: asked, versus }: Pick<Query, 'metrics' | 'versus'>, catalogue: Metrics): readonly Metric[] {
  return asked.flatMap((id) => {
    const metric = catalogue.metrics.get(id);
    const planned = metric === undefined || versus !== 'plan' ? null : plannedAs(catalogue, metric);
    return [metric ?? [], planned ?? [], catalogue.metrics.get(metric?.splits?.volume ?? '') ?? []].flat();
  });
}

/**
 * The restricted metrics whose figures these give: themselves, and any other of which every sum is among theirs. Activity and
 * its plan side by side are activity against plan, whatever they are asked for as.
 */
export function restrictedGiven(read: readonly Metric[], { metrics }: Metrics): readonly string[] {
  const sums = new Set(read.flatMap(sumsOf));
  const given = [...metrics.values()].filter((metric) => metric.restricted && sumsOf(metric).every((sum) => sums.has(sum)));
  return [...new Set([...read.filter(({ restricted }) => restricted), ...given].map(({ id }) => id))];
}

/** The sums that a metric's figures show, each in one spelling however it is scaled and in whatever prices; a printed figure and a median are nobody else's. */
function sumsOf({ id, kind, numerator, denominator }: Metric): readonly string[] {
  const own = kind === 'published' || kind === 'median' ? id : null;
  return [numerator, denominator ?? []].flat().map(({ table, sum, date, where }: Measure) => JSON.stringify([own, table, sum, date, where]));
}
