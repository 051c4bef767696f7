import type { Catalogue } from '../catalogue/catalogue';
import type { Metric } from '../catalogue/metric';
import { targetsFor } from '../catalogue/targets';
import type { Day } from '../calendar/day';
import type { DefinitionAnswer } from './answer';
import { targetWords } from './judge';
import { labelOf } from './names';

const BETTER: Readonly<Record<Metric['better'], string>> = {
  higher: 'Higher is better', lower: 'Lower is better', neutral: 'Neither higher nor lower is better in itself',
};

/** A metric's definition in the order its card prints it: plain words, the fraction, exclusions, targets, owner. */
export function defineMetric(catalogue: Catalogue, metric: Metric, today: Day): DefinitionAnswer {
  const everywhere = targetsFor(catalogue, metric.id, { filters: {}, day: today, grain: 'year' });
  return {
    metric: metric.id,
    name: metric.name,
    plain: metric.definition,
    numerator: metric.numerator.counts,
    denominator: metric.denominator?.counts ?? null,
    exclusions: metric.exclude.map(({ because }) => because),
    targets: everywhere.map((target) => ({
      words: targetWords(target, metric),
      source: target.source,
      where: Object.entries(target.where).map(([dimension, key]) => labelOf(catalogue, dimension, key)).join(', ') || 'everywhere',
    })),
    better: BETTER[metric.better],
    owner: metric.owner,
    source: metric.source,
    version: metric.version,
    caveats: metric.caveats,
    splits: metric.dimensions.flatMap((id) => catalogue.dimensions.get(id)?.name ?? []),
  };
}
