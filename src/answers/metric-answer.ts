import type { Catalogue } from '../catalogue/catalogue';
import type { Metric } from '../catalogue/metric';
import { targetsFor } from '../catalogue/targets';
import { dayLabel, monthLabel } from '../calendar/day';
import type { Query, Selection } from '../engine/query';
import type { Comparison, Figure, Group, MetricResult, TrendPoint } from '../engine/result';
import type { AnswerComparison, AnswerRow, AnswerTrendPoint, MetricAnswer } from './answer';
import { displayChange, displayCount, displayValue } from './display';
import { judge, statusOf } from './judge';
import { aboutWords, labelOf } from './names';

/** The display of a withheld figure. */
const HIDDEN = '*';

const shown = (figure: Figure, metric: Metric): string => (figure.hidden ? HIDDEN : displayValue(figure.value, metric));

/** "235 missed appointments of 2,908 appointments kept or missed"; nothing where there is no figure or it is withheld. */
export function workingWords(figure: Figure, metric: Metric): string {
  if (figure.hidden || figure.numerator === null) {
    return '';
  }
  const above = `${displayCount(figure.numerator)} ${metric.numerator.counts}`;
  if (metric.denominator === null || figure.denominator === null) {
    return above;
  }
  return `${above} ${metric.unit === 'ratio' ? 'of' : 'over'} ${displayCount(figure.denominator)} ${metric.denominator.counts}`;
}

/** Judges one metric's result: everything that a card, a terminal and JSON print, in words and unrounded numbers. */
export function metricAnswer(catalogue: Catalogue, query: Query, metric: Metric, result: MetricResult): MetricAnswer {
  const { figure, provenance, period } = result;
  const targets = (narrowed: Selection) =>
    targetsFor(catalogue, metric.id, { filters: { ...query.filters, ...narrowed }, day: period.to, grain: period.grain });
  const verdict = figure.value === null || isShare(catalogue, Object.keys(query.filters)) ? null : judge(figure.value, metric, targets({}));
  const status = statusOf(verdict, metric);
  const rows = result.groups.map((group) => row(catalogue, query, metric, group, targets));
  return {
    metric: metric.id,
    name: metric.name,
    unit: metric.unit,
    value: figure.value,
    display: shown(figure, metric),
    numerator: figure.numerator,
    denominator: figure.denominator,
    working: workingWords(figure, metric),
    status: status.status,
    statusWords: status.words,
    target: verdict,
    comparisons: result.comparisons.map((comparison) => compare(catalogue, query, metric, figure, comparison)),
    trend: result.trend.map((point) => trendPoint(metric, point)),
    rows: ordered(rows, metric, query),
    total: rows.length > 0 ? { label: `${aboutWords(catalogue, query)} in all`, display: shown(figure, metric) } : null,
    yearTarget: null,
    peers: null,
    variance: null,
    events: [],
    basis: '',
    part: partWords(result),
    caveats: caveatsOf(metric, result),
    suppressed: figure.hidden,
    data: {
      snapshot: provenance.snapshot,
      extracts: provenance.extracts,
      through: provenance.through,
      loadedAt: provenance.loadedAt,
      complete: provenance.complete,
      provisional: provenance.provisional,
      stale: provenance.stale,
    },
  };
}

/** A share of the whole, such as one reason for cancelling, cannot be held to the target of the whole. */
function isShare(catalogue: Catalogue, dimensions: readonly string[]): boolean {
  return dimensions.some((id) => catalogue.dimensions.get(id)?.['numerator-only'] === true);
}

function compare(catalogue: Catalogue, query: Query, metric: Metric, figure: Figure, other: Comparison): AnswerComparison {
  const change = figure.value === null || other.figure.value === null ? null : figure.value - other.figure.value;
  const part = other.complete || other.figure.value === null ? '' : ' (part held)';
  const filters = query.versus !== null && typeof query.versus === 'object' && 'filters' in query.versus ? query.versus.filters : null;
  return {
    with: other.with,
    label: other.with === 'filters' && filters !== null ? aboutWords(catalogue, { filters, excluding: {} }) : `${other.label}${part}`,
    value: other.figure.value,
    display: shown(other.figure, metric),
    change,
    changeWords: change === null ? (other.figure.hidden ? 'withheld' : 'not held') : displayChange(change, metric),
  };
}

const TREND_LABELS = {
  month: (period: string) => monthLabel(`${period}-01`),
  week: (period: string) => `week of ${dayLabel(period)}`,
  day: dayLabel,
} as const;

function trendPoint(metric: Metric, point: TrendPoint): AnswerTrendPoint {
  return {
    period: point.period,
    label: TREND_LABELS[point.span](point.period),
    value: point.figure.value,
    display: shown(point.figure, metric),
    complete: point.complete,
    immature: point.immature,
  };
}

function row(
  catalogue: Catalogue, query: Query, metric: Metric, group: Group,
  targets: (narrowed: Selection) => ReturnType<typeof targetsFor>,
): AnswerRow {
  const dimensions = query.by === null ? [] : [query.by].flat();
  const narrowed = Object.fromEntries(dimensions.map((id, index) => [id, [group.keys[index] ?? '']]));
  const { figure } = group;
  const verdict = figure.value === null || isShare(catalogue, dimensions) ? null : judge(figure.value, metric, targets(narrowed));
  return {
    key: group.keys.join('|'),
    keys: group.keys,
    label: group.keys.map((key, index) => labelOf(catalogue, dimensions[index] ?? '', key)).join(' · '),
    metric: metric.id,
    value: figure.value,
    display: shown(figure, metric),
    numerator: figure.numerator,
    denominator: figure.denominator,
    target: verdict === null ? null : { value: verdict.value, met: verdict.met },
    status: statusOf(verdict, metric).status,
    suppressed: figure.hidden,
  };
}

/** Rows in the order asked for; worst first where none was and the metric has a good direction, else highest first. Empty rows last. */
function ordered(rows: readonly AnswerRow[], metric: Metric, query: Query): readonly AnswerRow[] {
  const { having } = query;
  const kept = having === null ? rows : rows.filter(({ value }) => value !== null && (having.op === 'above' ? value > having.value : value < having.value));
  const descending = highestFirst(metric, query);
  const sorted = [...kept].sort((a, b) => {
    if (a.value === null || b.value === null) {
      return a.value === b.value ? a.label.localeCompare(b.label, 'en') : a.value === null ? 1 : -1;
    }
    return (descending ? b.value - a.value : a.value - b.value) || a.label.localeCompare(b.label, 'en');
  });
  const answerable = query.limit === null ? sorted : sorted.filter(({ value }) => value !== null);
  return query.limit === null ? answerable : answerable.slice(0, query.limit);
}

/** Whether rows run from the highest value down. */
export function highestFirst(metric: Metric, query: Pick<Query, 'order'>): boolean {
  switch (query.order) {
    case 'highest': return true;
    case 'lowest': return false;
    case 'best': return metric.better !== 'lower';
    case 'worst':
    case null: return metric.better !== 'higher';
  }
}

/** Which part of the period the figure covers, where that is not the whole of it. */
function partWords({ provenance, period }: MetricResult): string | null {
  const late = provenance.since > period.from;
  const early = provenance.through < period.to;
  if (late) {
    return early ? `${dayLabel(provenance.since)} to ${dayLabel(provenance.through)} only` : `from ${dayLabel(provenance.since)} only`;
  }
  return early ? `to ${dayLabel(provenance.through)} only` : null;
}

function caveatsOf(metric: Metric, result: MetricResult): readonly string[] {
  const { provenance } = result;
  const through = dayLabel(provenance.through);
  return [
    ...(provenance.complete || partWords(result) !== null ? [] : ['Some days of the period are missing from the extract.']),
    ...(provenance.provisional ? ['Provisional: the publisher may still change these figures.'] : []),
    ...(provenance.stale ? [`The data has not been updated since ${through}.`] : []),
    ...metric.caveats,
  ];
}
