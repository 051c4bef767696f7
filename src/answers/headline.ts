import type { Catalogue } from '../catalogue/catalogue';
import type { Metric } from '../catalogue/metric';
import type { Query } from '../engine/query';
import type { AnswerRow, MetricAnswer } from './answer';
import { displayDifference } from './display';
import { forWords } from './names';

/** The verdict on one metric in one sentence that a board member could read aloud; what it means comes first. */
export function headlineFor(catalogue: Catalogue, query: Query, metric: Metric, answer: MetricAnswer): string {
  switch (query.intent) {
    case 'breakdown':
    case 'ranking':
      return aboutRows(catalogue, query, metric, answer);
    case 'comparison':
      return aboutComparison(catalogue, query, metric, answer);
    case 'trend':
      return aboutTrend(catalogue, query, metric, answer);
    case 'value':
    case 'definition':
    case 'freshness':
    case 'help':
    case 'greeting':
      return `${aboutValue(catalogue, query, metric, answer)}.`;
  }
}

const when = (query: Query): string => (query.period === null ? '' : ` in ${query.period.label}`);

function aboutValue(catalogue: Catalogue, query: Query, metric: Metric, answer: MetricAnswer): string {
  const said = `${metric.name}${forWords(catalogue, query)} was ${answer.display}${suffix(metric)}${when(query)}`;
  if (answer.target === null || answer.status === 'none') {
    return `${said}; no target is set`;
  }
  const { words, gapWords, others } = answer.target;
  const rival = others.find((other) => other.met !== answer.target?.met);
  const rivalWords = rival === undefined ? '' : `, though ${rival.met ? 'within' : 'short of'} ${rival.words}`;
  return `${answer.statusWords}: ${said}, ${gapWords} against a target of ${words}${rivalWords}`;
}

const suffix = (metric: Metric): string => (metric.suffix === '' ? '' : ` ${metric.suffix}`);

function aboutTrend(catalogue: Catalogue, query: Query, metric: Metric, answer: MetricAnswer): string {
  const held = answer.trend.filter((point) => point.value !== null && point.complete);
  const [first] = held;
  const last = held.at(-1);
  if (first === undefined || last === undefined || held.length < 2) {
    return `${aboutValue(catalogue, query, metric, answer)}.`;
  }
  const byValue = [...held].sort((a, b) => (a.value ?? 0) - (b.value ?? 0));
  const lowest = byValue[0] ?? first;
  const highest = byValue.at(-1) ?? last;
  return `${aboutValue(catalogue, query, metric, answer)}. From ${first.label} to ${last.label} it ran between ${lowest.display} (${lowest.label}) and ${highest.display} (${highest.label}).`;
}

function aboutRows(catalogue: Catalogue, query: Query, metric: Metric, answer: MetricAnswer): string {
  const rows = answer.rows.filter(({ value }) => value !== null);
  const [first] = rows;
  const last = rows.at(-1);
  const by = [query.by ?? []].flat().map((id) => catalogue.dimensions.get(id));
  const plural = by.map((dimension) => dimension?.plural ?? 'parts').join(' and ');
  const subject = `${metric.name}${forWords(catalogue, query)}${when(query)}`;
  if (first === undefined || last === undefined) {
    return query.having === null ? `${subject}: nothing is held by ${plural}.` : `${subject}: no ${plural} meet that condition.`;
  }
  if (query.having !== null) {
    return `${subject}: ${countOf(rows.length, by.length === 1 ? by[0]?.name : undefined, plural)} ${query.having.op} the level asked for, from ${named(first)} to ${named(last)}.`;
  }
  const judged = rows.filter(({ status }) => status !== 'none');
  const off = judged.filter(({ status }) => status === 'off-target').length;
  const verdict = judged.length === 0 ? '' : off === 0 ? `On target at all ${judged.length} ${plural}: ` : `Off target at ${off} of ${judged.length} ${plural}: `;
  const spread = rows.length === 1 ? named(first) : `${named(first)} to ${named(last)}`;
  return `${verdict}${subject}, ${spread}; ${answer.display} in all.`;
}

const named = (row: AnswerRow): string => `${row.label} ${row.display}`;
const countOf = (count: number, singular: string | undefined, plural: string): string =>
  (count === 1 ? `1 ${singular ?? 'part'} is` : `${count} ${plural} are`);

function aboutComparison(catalogue: Catalogue, query: Query, metric: Metric, answer: MetricAnswer): string {
  const wanted = query.versus === 'previous' || query.versus === 'last-year' ? query.versus : null;
  const other = wanted === null ? answer.comparisons[0] : answer.comparisons.find((comparison) => comparison.with === wanted);
  const value = aboutValue(catalogue, query, metric, answer);
  if (query.versus === 'target' || other === undefined) {
    return `${value}.`;
  }
  const about = other.with === 'filters' ? other.label : `${other.label}`;
  if (other.change === null) {
    return `${value}. ${about}: ${other.changeWords}.`;
  }
  const size = displayDifference(other.change, metric);
  const side = other.changeWords === 'unchanged' ? 'the same as' : `${size} ${other.change > 0 ? 'higher than' : 'lower than'}`;
  return `${value}. That is ${side} ${about} (${other.display}).`;
}
