import type { Answer, MetricAnswer } from '../answers/answer';

/** The contract's JSON of one answer, for scripts: numbers unrounded, missing numbers null. */
export function answerAsJson(question: string, answer: Answer): Record<string, unknown> {
  const [metric] = answer.metrics;
  return {
    question,
    outcome: answer.outcome,
    query: answer.query,
    answer: { headline: answer.headline, ...(metric === undefined ? EMPTY : measured(metric)), ...rowsOf(answer) },
    options: answer.options,
    reason: answer.reason,
  };
}

const EMPTY = {
  value: null, unit: null, display: null, numerator: null, denominator: null, target: null, comparisons: [], spc: null,
  trend: [], rows: [], drivers: null, projection: null, schedule: null, caveats: [], suppressed: false, data: null,
};

function measured(metric: MetricAnswer): Record<string, unknown> {
  return {
    value: metric.value,
    unit: metric.unit,
    display: metric.display,
    numerator: metric.numerator,
    denominator: metric.denominator,
    target: metric.target === null ? null : {
      value: metric.target.value,
      met: metric.target.met,
      gap: metric.target.gap,
      source: metric.target.source,
      others: metric.target.others.map(({ value, met, source, words }) => ({ value, met, source, words })),
    },
    comparisons: metric.comparisons.map((other) => ({ with: other.with, label: other.label, value: other.value, change: other.change })),
    spc: null,
    trend: metric.trend.map(({ period, value }) => ({ period, value })),
    drivers: null,
    projection: null,
    schedule: null,
    caveats: metric.caveats,
    suppressed: metric.suppressed,
    data: metric.data,
  };
}

/** Rows of a split; where several metrics were asked for, a row for each of them. */
function rowsOf({ metrics }: Answer): Record<string, unknown> {
  const split = metrics.flatMap((metric) => metric.rows.map((row) => ({
    key: row.key, label: row.label, metric: row.metric, value: row.value, numerator: row.numerator, denominator: row.denominator,
    target: row.target, spc: null, cells: {}, suppressed: row.suppressed,
  })));
  const several = metrics.length > 1 ? metrics.map((metric) => ({
    key: metric.metric, label: metric.name, metric: metric.metric, value: metric.value, numerator: metric.numerator,
    denominator: metric.denominator, target: metric.target === null ? null : { value: metric.target.value, met: metric.target.met },
    spc: null, cells: {}, suppressed: metric.suppressed,
  })) : [];
  return { rows: split.length > 0 ? split : several };
}
