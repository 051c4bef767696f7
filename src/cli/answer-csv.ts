import { stringify } from 'csv-stringify/sync';
import type { Answer, MetricAnswer, ScorecardAnswer } from '../answers/answer';
import { roundedWords } from '../answers/rounded-people';

/** The columns, the same for every answer, so that files of several can be put together. */
const COLUMNS = ['metric', 'period', 'dimension', 'key', 'label', 'column', 'value', 'numerator', 'denominator', 'target', 'status', 'withheld', 'data_to', 'snapshot', 'notice'] as const;

type Row = Readonly<Partial<Record<(typeof COLUMNS)[number], string | number | boolean | null>>>;

/**
 * The numbers behind an answer as CSV: one row a figure, a part, a month or a cell of a scorecard, unrounded, with the
 * snapshot it is of. What is withheld is empty and said to be, and so is that numbers of people are rounded. Text that a spreadsheet would take for a formula is made
 * harmless. Only the header, where the answer has no numbers.
 */
export function answerAsCsv(answer: Answer): string {
  const period = answer.query?.period?.label ?? null;
  const by = answer.query?.by ?? null;
  const dimension = by === null ? null : [by].flat().join(' and ');
  const noted = (rows: readonly Row[], { roundedTo }: MetricAnswer['data']): readonly Row[] => {
    const notices = [...(answer.notice === null ? [] : [answer.notice]), ...(roundedTo === undefined ? [] : [roundedWords(roundedTo)])];
    return rows.map((row) => ({ ...row, notice: notices.length === 0 ? null : notices.join('. ') }));
  };
  const rows = [
    ...answer.metrics.flatMap((metric) => noted(metricRows(metric, { period, dimension, isTrend: answer.query?.intent === 'trend' }), metric.data)),
    ...(answer.scorecard === null ? [] : noted(scorecardRows(answer.scorecard, period), answer.scorecard.data)),
  ];
  return stringify(rows, {
    header: true, columns: [...COLUMNS], escape_formulas: true,
    cast: { number: (value) => ({ value: String(value), escape_formulas: false }), boolean: (value) => (value ? 'yes' : 'no') },
  });
}

function metricRows(metric: MetricAnswer, { period, dimension, isTrend }: { readonly period: string | null; readonly dimension: string | null; readonly isTrend: boolean }): readonly Row[] {
  const source = { metric: metric.metric, data_to: metric.data.through, snapshot: metric.data.snapshot };
  const whole: Row = {
    ...source, period, label: metric.name, value: metric.value, numerator: metric.numerator, denominator: metric.denominator,
    target: metric.target?.value ?? null, status: metric.statusWords, withheld: metric.suppressed,
  };
  if (isTrend) {
    return metric.trend.map((point): Row => ({ ...source, period: point.period, label: point.label, value: point.value, withheld: point.display === '*', status: point.complete ? (point.immature ? 'Still being coded' : '') : 'Not complete' }));
  }
  return [
    ...metric.rows.map((row): Row => ({
      ...source, period, dimension, key: row.key, label: row.label, value: row.value, numerator: row.numerator, denominator: row.denominator, target: row.target?.value ?? null, withheld: row.suppressed,
    })),
    whole,
    ...metric.comparisons.map((other): Row => ({ ...source, period, label: other.label, column: 'compared with', value: other.value, withheld: other.display === '*' })),
    ...(metric.drivers?.parts ?? []).map((part): Row => ({ ...source, period, dimension: metric.drivers?.by.join(' and ') ?? null, key: part.key, label: part.label, column: 'did to the change', value: part.contribution, withheld: part.suppressed })),
  ];
}

function scorecardRows({ sections, data }: ScorecardAnswer, period: string | null): readonly Row[] {
  return sections.flatMap(({ lines }) => lines.flatMap((line) => line.cells.map((cell, at): Row => ({
    metric: line.metric, period, key: line.key, label: line.label, column: cell.label, value: cell.value,
    ...(at === 0 ? { numerator: line.numerator, denominator: line.denominator, target: line.target?.value ?? null, status: line.statusWords } : {}),
    withheld: line.suppressed, data_to: data.through, snapshot: data.snapshot,
  }))));
}
