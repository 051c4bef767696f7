import type { Catalogue } from '../catalogue/catalogue';
import type { Metric } from '../catalogue/metric';
import { dayLabel, monthLabel } from '../calendar/day';
import type { Query } from '../engine/query';
import type { Comparison, MetricResult, TrendPoint } from '../engine/result';
import type { AnswerComparison, AnswerTrendPoint, MetricAnswer } from './answer';
import { groupRows, peerRows } from './answer-rows';
import { basisWords, isUndated } from './basis';
import { caveatsOf, partWords } from './caveats';
import { isAgainstPlan, planStatus } from './difference';
import { displayChange } from './display';
import { eventsOf } from './events';
import { shownFigure, varianceWords, workingWords } from './figure-words';
import { verdictOn, yearTargetOf } from './held-targets';
import { statusOf } from './judge';
import { aboutWords } from './names';
import { peerStanding } from './peer-standing';

/** Judges one metric's result: everything that a card, a terminal and JSON print, in words and unrounded numbers. */
export function metricAnswer(catalogue: Catalogue, query: Query, metric: Metric, result: MetricResult): MetricAnswer {
  const { figure, provenance, period } = result;
  const isAmongPeers = query.intent === 'peers';
  const against = { filters: query.filters, period, computed: result.computedTargets };
  const year = yearTargetOf(catalogue, metric, figure.value, against);
  // A place among peers is not a target: nothing beside it is called met or missed.
  const verdict = isAmongPeers ? null : verdictOn(catalogue, metric, figure.value, against);
  const status = statusOf(verdict, metric);
  const rows = isAmongPeers ? peerRows(metric, result.peers?.providers ?? []) : groupRows(catalogue, query, metric, result);
  return {
    metric: metric.id,
    name: metric.name,
    kind: metric.kind,
    unit: metric.unit,
    value: figure.value,
    display: shownFigure(figure, metric),
    numerator: figure.numerator,
    denominator: figure.denominator,
    working: workingWords(figure, metric),
    status: status.status,
    statusWords: isAmongPeers ? 'Not a target' : verdict === null ? withoutVerdict(metric, result, year !== null, status.words) : status.words,
    target: verdict,
    comparisons: result.comparisons.map((comparison) => compare(catalogue, query, metric, result, comparison)),
    trend: result.trend.map((point) => trendPoint(metric, point)),
    rows,
    total: rows.length > 0 && !isAmongPeers ? { label: `${aboutWords(catalogue, query)} in all`, display: shownFigure(figure, metric) } : null,
    yearTarget: year,
    peers: result.peers === null ? null : peerStanding(result.peers, metric),
    variance: varianceWords(result.variance, metric),
    events: eventsOf(catalogue, metric, query.filters, result),
    basis: basisWords(metric, result),
    undated: isUndated(result),
    part: partWords(result),
    caveats: caveatsOf(catalogue, metric, result),
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

/** A year that is not over and a plan are said in place of "No target set". */
function withoutVerdict(metric: Metric, { figure }: MetricResult, isForYear: boolean, words: string): string {
  return isForYear ? 'Year not over' : isAgainstPlan(metric) ? planStatus(figure) : words;
}

function compare(catalogue: Catalogue, query: Query, metric: Metric, { figure, provenance }: MetricResult, other: Comparison): AnswerComparison {
  const change = figure.value === null || other.figure.value === null ? null : figure.value - other.figure.value;
  const part = other.complete || other.figure.value === null ? '' : ' (part held)';
  const filters = query.versus !== null && typeof query.versus === 'object' && 'filters' in query.versus ? query.versus.filters : null;
  const isOverTime = other.with === 'previous' || other.with === 'last-year' || other.with === 'period';
  const coding = change !== null && isOverTime && provenance.maturesOn !== null ? ', still being coded' : '';
  return {
    with: other.with,
    label: other.with === 'filters' && filters !== null ? aboutWords(catalogue, { filters, excluding: {} }) : `${other.label}${part}`,
    value: other.figure.value,
    display: shownFigure(other.figure, metric),
    change,
    changeWords: change === null ? (other.figure.hidden ? 'withheld' : 'not held') : `${displayChange(change, metric)}${coding}`,
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
    display: shownFigure(point.figure, metric),
    complete: point.complete,
    immature: point.immature,
  };
}
