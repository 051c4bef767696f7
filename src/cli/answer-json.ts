import type { Answer, MetricAnswer, ScorecardAnswer } from '../answers/answer';
import type { DriversAnswer } from '../answers/drivers-answer';
import type { PeerStanding } from '../answers/peer-standing-answer';
import type { ProcessAnswer } from '../answers/process-answer';
import type { ProjectionAnswer } from '../answers/projection-answer';

/** The contract's JSON of one answer, for scripts: numbers unrounded, missing numbers null. */
export function answerAsJson(question: string, answer: Answer): Record<string, unknown> {
  const [metric] = answer.metrics;
  const numbers = answer.scorecard !== null ? scored(answer.scorecard) : metric === undefined ? EMPTY : measured(metric);
  return {
    question,
    outcome: answer.outcome,
    query: answer.query ?? (answer.command !== undefined && 'query' in answer.command ? answer.command.query : null),
    answer: { headline: answer.headline, ...numbers, ...scheduleOf(answer), ...rowsOf(answer), ...definitionOf(answer), ...onTheDayOf(answer), ...(answer.notice === null ? {} : { notice: answer.notice }) },
    options: answer.options,
    reason: answer.reason,
  };
}

/** When what was commanded would be posted: by the clock for a digest, at a condition for an alert. Only where that was said. */
function scheduleOf({ command }: Answer): Record<string, unknown> {
  if (command === undefined || command.what !== 'create' || command.kind === 'follow') {
    return {};
  }
  return { schedule: command.kind === 'digest' ? { kind: 'digest', ...command.schedule } : { kind: 'watch', on: 'each-snapshot', condition: command.condition } };
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
    spc: metric.process === null ? null : spcOf(metric.process),
    trend: metric.trend.map(({ period, value }) => ({ period, value })),
    drivers: metric.drivers === null ? null : driversOf(metric.drivers),
    projection: metric.projection === null ? null : projectionOf(metric.projection),
    schedule: null,
    caveats: metric.caveats,
    suppressed: metric.suppressed,
    data: metric.data,
    ...furtherOf(metric),
  };
}

/** The process in numbers; its words stand in the headline. */
function spcOf({ points, mean, lower, upper, variation, signal, assurance }: ProcessAnswer): Record<string, unknown> {
  return { points, mean, lower, upper, variation, signal, assurance };
}

/** Where a change lies; null where there is nothing to hold the figure against. `by` is as a query has it, null where the change is not split. */
function driversOf({ by, from, to, change, parts }: DriversAnswer): Record<string, unknown> | null {
  const [first = null] = by;
  return change === null ? null : {
    by: by.length > 1 ? by : first,
    from: { label: from.label, value: from.value },
    to: { label: to.label, value: to.value },
    change,
    parts: parts.map(({ key, label, from: before, to: after, rateEffect, mixEffect, contribution, cases }) =>
      ({ key, label, from: before, to: after, rateEffect, mixEffect, contribution, cases })),
  };
}

function projectionOf({ verdict, target, gap, units, perWeek, soFar, required, projected, range, method }: ProjectionAnswer): Record<string, unknown> {
  return {
    verdict,
    target: target === null ? null : { value: target.value, words: target.words, source: target.source },
    gap, units, perWeek,
    soFar: soFar === null ? null : { label: soFar.label, from: soFar.from, to: soFar.to, value: soFar.value, gone: soFar.gone, of: soFar.of, step: soFar.step },
    required, projected, range: range === null ? null : { low: range.low, high: range.high, level: range.level, months: range.months }, method,
  };
}

/** What only some answers have: named where it is there, and left out where it is not. */
function furtherOf({ basis, printedOn, yearTarget, peers, variance, events }: MetricAnswer): Record<string, unknown> {
  return {
    ...(basis === '' ? {} : { basis }),
    ...(printedOn === null ? {} : { printedOn }),
    ...(yearTarget === null ? {} : { yearTarget: { value: yearTarget.value, source: yearTarget.source, reached: yearTarget.reached, runRate: yearTarget.runRate } }),
    ...(peers === null ? {} : { peers: standingOf(peers) }),
    ...(variance === null ? {} : { variance: { volume: variance.volume, priceOrMix: variance.priceOrMix } }),
    ...(events.length === 0 ? {} : { events: events.map(({ name, from, to, source }) => ({ name, from, to, source })) }),
  };
}

/** The funnel only where there is one. */
function standingOf({ funnel, ...standing }: PeerStanding): Record<string, unknown> {
  return funnel === null ? standing : { ...standing, funnel };
}

function scored({ notes, data, restated, frozen, printedOn }: ScorecardAnswer): Record<string, unknown> {
  return {
    ...EMPTY, caveats: notes, data,
    ...(printedOn === null ? {} : { printedOn }),
    ...(frozen === null ? {} : { frozen, restated }),
  };
}

/** Rows of a split or a scorecard; where several metrics were asked for, a row for each of them. */
function rowsOf({ metrics, scorecard }: Answer): Record<string, unknown> {
  if (scorecard !== null) {
    return { rows: scorecardRows(scorecard) };
  }
  const split = metrics.flatMap((metric) => metric.rows.map((row) => ({
    key: row.key, label: row.label, metric: row.metric, value: row.value, numerator: row.numerator, denominator: row.denominator,
    target: row.target, spc: null, suppressed: row.suppressed,
    cells: row.compared === undefined ? {} : { compared: row.compared.value, change: row.compared.change },
  })));
  const several = metrics.length > 1 ? metrics.map((metric) => ({
    key: metric.metric, label: metric.name, metric: metric.metric, value: metric.value, numerator: metric.numerator,
    denominator: metric.denominator, target: metric.target === null ? null : { value: metric.target.value, met: metric.target.met },
    spc: null, cells: {}, suppressed: metric.suppressed,
  })) : [];
  return { rows: split.length > 0 ? split : several };
}

/**
 * One row a line; `cells` holds every column's number by its id, and which kind of line of which section it is. A plan
 * that no column shows is among them, with the column that it is the plan of: it is no target of the row's own value.
 */
function scorecardRows({ sections }: ScorecardAnswer): readonly Record<string, unknown>[] {
  return sections.flatMap(({ title, lines }) => lines.map((line) => ({
    key: line.key, label: line.label, metric: line.metric, value: line.value, numerator: line.numerator, denominator: line.denominator,
    target: line.target === null ? null : { value: line.target.value, met: line.target.met }, spc: line.process === null ? null : spcOf(line.process),
    cells: { ...(line.plan === null ? {} : { plan: line.plan.value, 'plan-of': line.plan.column }), ...Object.fromEntries(line.cells.map(({ id, value }) => [id, value])), kind: line.kind, section: title },
    suppressed: line.suppressed,
  })));
}

function definitionOf({ definition }: Answer): Record<string, unknown> {
  return definition === null ? {} : { definition };
}

/** How the day of asking stands, only where that was asked: numbers, with the words that the card has for them. */
function onTheDayOf({ onTheDay }: Answer): Record<string, unknown> {
  return onTheDay === undefined ? {} : { onTheDay };
}
