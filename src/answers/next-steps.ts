import type { Catalogue } from '../catalogue/catalogue';
import type { Metric } from '../catalogue/metric';
import { rollingPeriod, yearToDatePeriod } from '../calendar/period';
import type { Query } from '../engine/query';
import type { MetricResult } from '../engine/result';
import type { NextStep } from './answer';
import { inSentence } from './names';

/** Buttons on a card; the last of them always leads to or from the working. */
const MOST = 4;

/** Dimensions offered for a split, most useful first. */
const SPLITS = ['site', 'specialty', 'cmg', 'appointment-type', 'cancellation-reason'];

/** What a person is likeliest to press next; at most four, and never the question just answered. */
export function nextSteps(catalogue: Catalogue, query: Query, metric: Metric, showsWorking: boolean): readonly NextStep[] {
  const base: Query = { ...query, metrics: [metric.id], by: null, versus: null, having: null, order: null, limit: null, intent: 'value' };
  const used = [...Object.keys(query.filters), ...[query.by ?? []].flat()];
  const split = SPLITS.find((id) => metric.dimensions.includes(id) && !used.includes(id) && catalogue.dimensions.get(id)?.restricted === false);
  const splitName = split === undefined ? '' : inSentence(catalogue.dimensions.get(split)?.name ?? split);
  const ranked = query.intent === 'ranking' || query.intent === 'breakdown';
  const steps: readonly (NextStep | null)[] = [
    isForTheYear(query, metric) ? step('Year to date', { ...base, period: query.period === null ? null : yearToDatePeriod(query.period.to) }) : null,
    split === undefined ? null : step(`By ${splitName}`, { ...base, intent: 'breakdown', by: split }),
    query.intent === 'trend' || query.intent === 'peers' ? step('This period', base) : step('Last 12 months', { ...base, intent: 'trend', period: yearTo(query) }),
    ranked ? step('All together', base) : null,
    step('What is this?', { ...base, intent: 'definition', period: null, filters: {}, excluding: {} }),
    showsWorking ? step('Back to the answer', query) : { title: 'Show working', step: { kind: 'working', query } },
  ];
  const offered = steps.flatMap((one) => one ?? []);
  return [...offered.slice(0, -1).slice(0, MOST - 1), ...offered.slice(-1)];
}

/** A difference asked for by the month is told as the year to date as well, which is how plans and savings run. */
function isForTheYear({ period }: Query, metric: Metric): boolean {
  return metric.kind === 'difference' && period !== null && period.grain === 'month';
}

/** Where the plan is given for the year to date alone: that, one press away. */
export function insteadSteps(query: Query, metric: Metric, { missing, period }: MetricResult): readonly NextStep[] {
  const isYearOnly = missing === 'plan-not-given' && period.grain !== 'ytd';
  return isYearOnly ? [step('Year to date', { ...query, metrics: [metric.id], period: yearToDatePeriod(period.to) })] : [];
}

function step(title: string, query: Query): NextStep {
  return { title, step: { kind: 'query', query } };
}

/** The twelve months that end with the month of the period asked about. */
function yearTo(query: Query): Query['period'] {
  return query.period === null ? null : rollingPeriod(query.period.to, 12);
}
