import type { Catalogue } from '../catalogue/catalogue';
import type { Metric } from '../catalogue/metric';
import { rollingPeriod } from '../calendar/period';
import type { Query } from '../engine/query';
import type { NextStep } from './answer';
import { inSentence } from './names';

/** Dimensions offered for a split, most useful first. */
const SPLITS = ['site', 'specialty', 'cmg', 'appointment-type', 'cancellation-reason'];

/** What a person is likeliest to press next; at most four, and never the question just answered. */
export function nextSteps(catalogue: Catalogue, query: Query, metric: Metric): readonly NextStep[] {
  const base: Query = { ...query, metrics: [metric.id], by: null, versus: null, having: null, order: null, limit: null, intent: 'value' };
  const used = [...Object.keys(query.filters), ...[query.by ?? []].flat()];
  const split = SPLITS.find((id) => metric.dimensions.includes(id) && !used.includes(id) && catalogue.dimensions.get(id)?.restricted === false);
  const splitName = split === undefined ? '' : inSentence(catalogue.dimensions.get(split)?.name ?? split);
  const ranked = query.intent === 'ranking' || query.intent === 'breakdown';
  const steps: readonly (NextStep | null)[] = [
    split === undefined ? null : step(`By ${splitName}`, { ...base, intent: 'breakdown', by: split }),
    query.intent === 'trend' ? step('This period', base) : step('Last 12 months', { ...base, intent: 'trend', period: yearTo(query) }),
    ranked ? step('All together', base) : null,
    step('What is this?', { ...base, intent: 'definition', period: null, filters: {}, excluding: {} }),
    { title: 'Show working', step: { kind: 'working', query } },
  ];
  const offered = steps.flatMap((one) => one ?? []);
  const working = offered.filter((one) => one.step.kind === 'working');
  return [...offered.filter((one) => one.step.kind !== 'working').slice(0, 4 - working.length), ...working];
}

function step(title: string, query: Query): NextStep {
  return { title, step: { kind: 'query', query } };
}

/** The twelve months that end with the month of the period asked about. */
function yearTo(query: Query): Query['period'] {
  return query.period === null ? null : rollingPeriod(query.period.to, 12);
}
