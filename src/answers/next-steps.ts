import type { Catalogue } from '../catalogue/catalogue';
import type { Metric } from '../catalogue/metric';
import { rollingPeriod, yearToDatePeriod } from '../calendar/period';
import { addsUp, openSplits } from '../engine/driver-splits';
import type { Query } from '../engine/query';
import type { MetricResult } from '../engine/result';
import { WHAT_CAN_I_ASK } from './from-reading';
import type { NextStep } from './next-step';
import { aboutWords, inSentence } from './names';

/** Buttons on a card; the last of them always leads to or from the working, and beside the way back stands the way to report it. */
const MOST = 4;

/** Dimensions offered for a split, most useful first. */
const SPLITS = ['site', 'specialty', 'cmg', 'appointment-type', 'cancellation-reason'];

/** Dimensions offered to explain a change by, most useful first. */
const EXPLAINED_BY = ['site', 'cmg', 'specialty', 'cancellation-reason', 'pod', 'test', 'modality', 'commissioner'];

/** What a person is likeliest to press next; at most four, and never the question just answered. */
export function nextSteps(catalogue: Catalogue, query: Query, metric: Metric, result: MetricResult, showsWorking: boolean): readonly NextStep[] {
  if (query.intent === 'explanation') {
    return explanationSteps(catalogue, query, metric, result, showsWorking);
  }
  if (query.metrics.length > 1 && query.intent === 'value' && !showsWorking) {
    return atMost([
      ...query.metrics.slice(0, MOST - 1).map((id) => step(catalogue.metrics.get(id)?.name ?? id, { ...query, metrics: [id] })),
      { title: 'Show working', step: { kind: 'working', query } },
    ], false);
  }
  // Of a stretch that is not over, the next question is about what of it is behind.
  const period = query.intent === 'projection' ? result.period : query.period;
  const { aim: _, ...unaimed } = query;
  const base: Query = { ...unaimed, metrics: [metric.id], period, by: null, versus: null, having: null, order: null, limit: null, intent: 'value' };
  const used = [...Object.keys(query.filters), ...[query.by ?? []].flat()];
  const split = SPLITS.find((id) => metric.dimensions.includes(id) && !used.includes(id) && catalogue.dimensions.get(id)?.restricted === false);
  const ranked = query.intent === 'ranking' || query.intent === 'breakdown';
  const allHidden = ranked && result.groups.length > 0 && result.groups.every(({ figure }) => figure.hidden) && query.period?.grain !== 'rolling';
  const isExplained = (query.intent === 'value' || query.intent === 'projection') && !showsWorking && canExplain(catalogue, metric, result, query);
  if (!showsWorking && (allHidden || (result.figure.hidden && query.intent !== 'trend'))) {
    return hiddenSteps(catalogue, query, base);
  }
  return atMost([
    isForTheYear(base, metric) ? step('Year to date', { ...base, period: period === null ? null : yearToDatePeriod(period.to) }) : null,
    split === undefined ? null : step(`By ${nameOf(catalogue, split)}`, { ...base, intent: 'breakdown', by: split }),
    query.intent === 'trend' || query.intent === 'peers' ? step('This period', base) : result.printed !== null ? null : lastYear(base),
    isExplained ? step('Why', { ...base, intent: 'explanation' }) : null,
    ranked ? step(`${aboutWords(catalogue, base)} as a whole`, base) : null,
    showsWorking ? reportStep(catalogue, query, metric, result) : step('What is this?', { ...base, intent: 'definition', period: null, filters: {}, excluding: {} }),
    showsWorking ? step('Back to the answer', query) : { title: 'Show working', step: { kind: 'working', query } },
  ], showsWorking);
}

/** Where all that was asked for is hidden: the whole, which nobody is recognised in, and a longer time, in which there are more; no finer split. */
function hiddenSteps(catalogue: Catalogue, query: Query, base: Query): readonly NextStep[] {
  const whole = { filters: {}, excluding: {} };
  const isPart = Object.keys(base.filters).length + Object.keys(base.excluding).length > 0;
  const isSplit = query.intent === 'breakdown' || query.intent === 'ranking';
  return [
    ...(isPart || isSplit ? [step(`${aboutWords(catalogue, whole)} as a whole`, isSplit ? { ...base, ...whole } : { ...query, ...whole, metrics: base.metrics })] : []),
    ...(query.period?.grain === 'rolling' ? [] : [step('Over 12 months', { ...query, metrics: base.metrics, period: yearTo(base) })]),
    step('What is this?', { ...base, intent: 'definition', period: null, filters: {}, excluding: {} }),
    { title: 'Show working', step: { kind: 'working', query } },
  ];
}

/** The first of them, and always the last: the last two, where the working is shown. */
function atMost(steps: readonly (NextStep | null)[], showsWorking: boolean): readonly NextStep[] {
  const offered = steps.flatMap((one) => one ?? []);
  const last = showsWorking ? 2 : 1;
  return [...offered.slice(0, -last).slice(0, MOST - last), ...offered.slice(-last)];
}

/** Whether a figure of the period before is held, and a change between the two has parts that anybody may see. */
function canExplain(catalogue: Catalogue, metric: Metric, { comparisons, figure, period, printed }: MetricResult, { filters }: Query): boolean {
  const [before] = comparisons.filter((other) => other.with === 'previous' || other.with === 'last-year');
  return printed === null && figure.value !== null && before !== undefined && before.figure.value !== null
    && addsUp(metric, period) && openSplits(catalogue, metric, filters).length > 0;
}

/** The same change by other parts; what it was split by is not offered again. */
function explanationSteps(catalogue: Catalogue, query: Query, metric: Metric, result: MetricResult, showsWorking: boolean): readonly NextStep[] {
  const { drivers } = result;
  const used = [...Object.keys(query.filters), ...(drivers?.by ?? [])];
  const isSplit = drivers !== null && drivers.unsplit === null;
  const others = isSplit ? EXPLAINED_BY.filter((id) => metric.dimensions.includes(id) && !used.includes(id) && catalogue.dimensions.get(id)?.restricted === false) : [];
  const asked: Query = { ...query, metrics: [metric.id] };
  return atMost([
    ...others.slice(0, 2).map((id) => step(`By ${nameOf(catalogue, id)}`, { ...asked, by: id })),
    lastYear({ ...asked, by: null, versus: null, intent: 'value' }),
    showsWorking ? reportStep(catalogue, query, metric, result) : isSplit ? null : step('What is this?', { ...asked, by: null, versus: null, intent: 'definition', period: null, filters: {}, excluding: {} }),
    showsWorking ? step('Back to the answer', query) : { title: 'Show working', step: { kind: 'working', query } },
  ], showsWorking);
}

/** Whoever has read how a number came about and does not believe it can say so to its owner; of several measures, to that one's. */
function reportStep(catalogue: Catalogue, query: Query, metric: Metric, { provenance: { extracts, snapshot } }: MetricResult): NextStep | null {
  if (extracts.length === 0) {
    return null;
  }
  const isOne = query.metrics.length < 2;
  const among = isOne ? [] : query.metrics.map((id) => ({ metric: id, name: catalogue.metrics.get(id)?.name ?? id }));
  return { title: 'Report a wrong number', step: { kind: 'report', query: isOne ? { ...query, metrics: [metric.id] } : query, snapshot, among } };
}

const nameOf = (catalogue: Catalogue, id: string): string => inSentence(catalogue.dimensions.get(id)?.name ?? id);

const lastYear = (base: Query): NextStep => step(base.period?.grain === 'rolling' ? 'Month by month' : 'Last 12 months', { ...base, intent: 'trend', period: yearTo(base) });

/** A difference asked for by the month is told as the year to date as well, which is how plans and savings run. */
function isForTheYear({ period }: Query, metric: Metric): boolean {
  return metric.kind === 'difference' && period !== null && period.grain === 'month';
}

/** Where the plan is given for the year to date alone: that, one press away. */
export function insteadSteps(query: Query, metric: Metric, { missing, period }: MetricResult): readonly NextStep[] {
  const isYearOnly = missing === 'plan-not-given' && period.grain !== 'ytd';
  if (missing === 'no-peers') {
    return [lastYear({ ...query, metrics: [metric.id], versus: null, by: null, having: null, order: null, limit: null }), WHAT_CAN_I_ASK];
  }
  return isYearOnly ? [step('Year to date', { ...query, metrics: [metric.id], period: yearToDatePeriod(period.to) })] : [WHAT_CAN_I_ASK];
}

function step(title: string, query: Query): NextStep {
  return { title, step: { kind: 'query', query } };
}

/** The twelve months that end with the month of the period asked about. */
function yearTo(query: Query): Query['period'] {
  return query.period === null ? null : rollingPeriod(query.period.to, 12);
}
