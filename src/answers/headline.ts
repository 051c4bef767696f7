import type { Catalogue } from '../catalogue/catalogue';
import type { Metric } from '../catalogue/metric';
import type { Query } from '../engine/query';
import type { AnswerRow, MetricAnswer } from './answer';
import { NOT_KNOWN } from '../engine/keys';
import { displayDifference, displayTarget } from './display';
import { forWords, inSentence, whenWords } from './names';

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
    case 'scorecard':
    case 'exceptions':
    case 'peers':
    case 'freshness':
    case 'help':
    case 'greeting':
      return `${aboutValue(catalogue, query, metric, answer)}.`;
  }
}

/** When, and what part of it is held where that is not the whole: a few days must never read as a month. */
const when = (query: Query, { part }: MetricAnswer): string =>
  (query.period === null ? '' : ` ${whenWords(query.period)}${part === null ? '' : ` (${part})`}`);

function aboutValue(catalogue: Catalogue, query: Query, metric: Metric, answer: MetricAnswer): string {
  const suffix = metric.suffix === '' ? '' : ` ${metric.suffix}`;
  const said = `${metric.name}${forWords(catalogue, query)} ${answer.display}${suffix}${when(query, answer)}`;
  if (answer.target === null || answer.status === 'none') {
    return `${said}; no target is set`;
  }
  const { words, gapWords, others } = answer.target;
  const rival = others.find((other) => other.met !== answer.target?.met);
  const rivalWords = rival === undefined ? '' : `, though it ${rival.met ? 'meets' : 'misses'} ${rival.words}`;
  return `${answer.statusWords}: ${said}, ${gapWords} (target ${words})${rivalWords}`;
}

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
  const rows = answer.rows.filter(({ value, keys }) => value !== null && !keys.includes(NOT_KNOWN));
  const dimensions = [query.by ?? []].flat().flatMap((id) => catalogue.dimensions.get(id) ?? []);
  const plural = dimensions.map((dimension) => inSentence(dimension.plural)).join(' and ');
  const subject = `${metric.name}${forWords(catalogue, query)}${when(query, answer)}`;
  if (rows.length === 0) {
    return query.having === null ? `${subject}: nothing is held by ${plural}.` : `${subject}: no ${plural} are ${query.having.op} ${displayTarget(query.having.value, metric)}.`;
  }
  const inAll = `${answer.display} in all`;
  if (query.having !== null) {
    const one = dimensions.map((dimension) => inSentence(dimension.name)).join(' and ');
    const count = rows.length === 1 ? `1 ${one} is` : `${rows.length} ${plural} are`;
    return `${subject}: ${count} ${query.having.op} ${displayTarget(query.having.value, metric)}: ${listed(rows)}; ${inAll}.`;
  }
  if (query.intent === 'ranking') {
    return `${ORDER[query.order ?? 'worst']} ${subject}: ${listed(rows)}; ${inAll}.`;
  }
  const judged = rows.filter(({ status }) => status !== 'none');
  const off = judged.filter(({ status }) => status === 'off-target').length;
  const verdict = judged.length === 0 ? '' : off === 0 ? `On target at all ${judged.length} ${plural}: ` : `Off target at ${off} of ${judged.length} ${plural}: `;
  return `${verdict}${subject}, ${spread(rows)}; ${inAll}.`;
}

const ORDER: Readonly<Record<NonNullable<Query['order']>, string>> = { worst: 'Worst for', best: 'Best for', highest: 'Highest', lowest: 'Lowest' };

const named = (row: AnswerRow): string => `${row.label} ${row.display}`;

/** The first three rows, and how many more there are. */
function listed(rows: readonly AnswerRow[]): string {
  const first = rows.slice(0, 3).map(named);
  return new Intl.ListFormat('en-GB').format(rows.length > 3 ? [...first, `${rows.length - 3} more`] : first);
}

function spread(rows: readonly AnswerRow[]): string {
  const [first] = rows;
  const last = rows.at(-1);
  return first === undefined || last === undefined ? '' : first === last ? named(first) : `from ${named(first)} to ${named(last)}`;
}

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
