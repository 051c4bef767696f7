import type { Answer, AnswerComparison, MetricAnswer } from '../answers/answer';
import type { Query } from '../engine/query';
import type { CardDetail } from './card-detail';
import type { CardKind } from './card-kind';
import type { ChartAddress } from './charts/chart-address';
import { definitionView } from './views/definition-view';
import { driversView } from './views/drivers-view';
import { clarifyView, linesView } from './views/lines-view';
import { onTheDayView } from './views/on-the-day-view';
import { peersView } from './views/peers-view';
import { projectionView } from './views/projection-view';
import { breakdownView, measuresView } from './views/rows-view';
import { scorecardView } from './views/scorecard-view';
import { trendView } from './views/trend-view';
import { comparisonView, valueView } from './views/value-view';
import { scorecardWorkingView, workingView } from './views/working-view';

/** The card an answer is shown on, and what is bound to its template. */
export interface CardView {
  readonly kind: CardKind;
  readonly view: object;
}

/** An answer that lacks what its card would need is shown as plain lines. */
export function cardView(answer: Answer, detail: CardDetail, address: ChartAddress | null): CardView {
  switch (answer.outcome) {
    case 'clarify': return { kind: 'clarify', view: clarifyView(answer, detail) };
    case 'unknown':
    case 'no-data':
    case 'refused': return { kind: 'unknown', view: linesView(answer, detail) };
    case 'done':
    case 'answered': return answered(answer, detail, address);
  }
}

function answered(answer: Answer, detail: CardDetail, address: ChartAddress | null): CardView {
  const { definition, metrics, query, scorecard, showWorking } = answer;
  const [metric] = metrics;
  if (scorecard !== null && showWorking) {
    return { kind: 'working', view: scorecardWorkingView(answer, scorecard, detail) };
  }
  if (scorecard !== null) {
    return { kind: 'scorecard', view: scorecardView(answer, scorecard, detail, address) };
  }
  if (showWorking && metric !== undefined) {
    return { kind: 'working', view: workingView(answer, metric, detail) };
  }
  if (answer.onTheDay !== undefined && metric !== undefined) {
    return { kind: 'on-the-day', view: onTheDayView(answer, metric, answer.onTheDay, detail) };
  }
  if (definition !== null) {
    return { kind: 'definition', view: definitionView(answer, definition, detail) };
  }
  if (metric === undefined || query?.intent === 'freshness' || query?.intent === 'help' || query?.intent === 'greeting') {
    return { kind: 'help', view: linesView(answer, detail) };
  }
  if (metric.drivers !== null && metric.drivers.change !== null) {
    return { kind: 'drivers', view: driversView(answer, metric, metric.drivers, detail) };
  }
  if (metric.projection !== null) {
    return { kind: 'projection', view: projectionView(answer, metric, metric.projection, detail, address) };
  }
  if (metrics.length > 1) {
    return { kind: 'measures', view: measuresView(answer, detail) };
  }
  if (query?.intent === 'peers' && metric.peers !== null) {
    return { kind: 'peers', view: peersView(answer, metric, metric.peers, detail, address) };
  }
  if (metric.rows.length > 0 || query?.intent === 'breakdown' || query?.intent === 'ranking') {
    return { kind: 'breakdown', view: breakdownView(answer, metric, detail) };
  }
  if (query?.intent === 'trend') {
    return { kind: 'trend', view: trendView(answer, metric, detail, address) };
  }
  const other = comparedWith(query, metric);
  return other === null
    ? { kind: 'value', view: valueView(answer, metric, detail, address) }
    : { kind: 'comparison', view: comparisonView(answer, metric, other, detail, address) };
}

/** The comparison that was asked for; null where none was, or where it is the target, which every value has beside it. */
function comparedWith(query: Query | null, { comparisons }: MetricAnswer): AnswerComparison | null {
  if (query?.intent !== 'comparison' || query.versus === 'target') {
    return null;
  }
  return comparisons.find((comparison) => comparison.with === query.versus) ?? comparisons[0] ?? null;
}
