import { answerFromResult } from '../../src/answers/from-result';
import type { Answer, MetricAnswer } from '../../src/answers/answer';
import { monthPeriod } from '../../src/calendar/period';
import type { Catalogue } from '../../src/catalogue/catalogue';
import { querySchema } from '../../src/engine/query';
import type { Figure, MetricResult } from '../../src/engine/result';
import type { Premise } from '../../src/language/premise';
import { SMALL_CATALOGUE } from '../engine/small-catalogue';

/** A quotient of two sums. */
export const quotient = (numerator: number, denominator: number): Figure => ({ numerator, denominator, value: numerator / denominator, hidden: false });

/** A sum. */
export const sum = (numerator: number): Figure => ({ numerator, denominator: null, value: numerator, hidden: false });

/** What the engine gives back for May 2024 of data to 10 June, where nothing else is said. */
export const resultFor = (metric: string, figure: Figure, more: Partial<MetricResult> = {}): MetricResult => ({
  metric, period: monthPeriod(2024, 5), figure, comparisons: [], trend: [], run: [], groups: [], excluded: [], missing: null,
  asAt: null, printed: null, peers: null, variance: null, drivers: null, outlook: null, computedTargets: {}, alternatives: [],
  provenance: {
    snapshot: 's1', loadedAt: '2024-06-11T06:00:00Z', extracts: ['outpatient-appointments'], through: '2024-05-31', since: '2019-04-01',
    complete: true, provisional: false, maturesOn: null, stale: false, notice: null,
  },
  ...more,
});

/** The answer to a query about that result, and the judgement on its one metric. */
export function judged(result: MetricResult, query: object, catalogue: Catalogue = SMALL_CATALOGUE, premise: Premise | null = null): { readonly answer: Answer; readonly metric: MetricAnswer } {
  const asked = querySchema.parse({ metrics: [result.metric], period: result.period, ...query });
  const answer = answerFromResult(catalogue, { query: asked, metrics: [result], scorecard: null }, { notes: [], said: [], showWorking: false, premise });
  const [metric] = answer.metrics;
  if (metric === undefined) {
    throw new Error('no metric was judged');
  }
  return { answer, metric };
}
