import type { Metric } from '../catalogue/metric';
import type { TargetHeld } from '../catalogue/targets';
import { monthLabel } from '../calendar/day';
import type { Period } from '../calendar/period';
import type { Course } from '../engine/course';
import type { MetricResult } from '../engine/result';
import { projectedRange } from '../statistics/projected-range';
import { smallestMove } from '../statistics/smallest-move';
import { hiddenMonths } from './answer-rows';
import { shortFigure } from './difference';
import { displayCount, displayTarget, displayValue } from './display';
import { gapToTarget } from './gap-to-target';
import { meets } from './judge';
import { duringWords } from './names';
import { directionTo, neededWords } from './needed-words';
import { shownLimits } from './process';
import type { ProcessAnswer } from './process-answer';
import { between, tooFewWords } from './projection-range';
import type { AskedFigure, ProjectionAnswer } from './projection-answer';

/** What somebody asks whether it will be reached, and the stretch by whose end. */
export interface Asked {
  readonly value: number;
  readonly until: Period;
}

/** Months whose level the next are taken at, where they are changing. */
const LATEST = 3;

type Aimed = Pick<TargetHeld, 'comparator' | 'value'>;

type Told = Omit<AskedFigure, 'display' | 'gapWords'> & { readonly facts: readonly { readonly caption: string; readonly value: string }[]; readonly needs: string | null; readonly method: string };

/**
 * A figure of somebody's own, held against what the last month of the stretch asked about is projected to be: the usual
 * range of a month where nothing has changed, else the level of the last three months, give or take what one month varies
 * by; and what it would take. A list on one day carries over from month to month and is projected nowhere: of it only what
 * reaching the figure takes is told, and where it lies beside its usual range.
 *
 * @param asked the figure in the metric's unit
 */
export function askedFigure(metric: Metric, result: MetricResult, process: ProcessAnswer | null, range: ProjectionAnswer['range'], { value, until }: Asked): Told {
  const shown = displayTarget(value, metric);
  const month = monthLabel(until.to);
  const target: Aimed = { value, comparator: metric.better === 'lower' ? 'at-most' : 'at-least' };
  const latest = latestMonths(metric, result, process);
  const isList = result.asAt !== null;
  const needed = metric.better === 'neutral' ? null : isList ? fromGap(metric, result, target, shown) : neededAMonth(metric, latest, target, shown);
  const needs = needed === null ? null : needed.sentence;
  const needFacts = needed === null ? [] : [{ caption: `To reach ${shown}`, value: needed.fact }];
  if (isList) {
    const beside = process === null || process.olderLevel !== '' ? '' : `; ${shown} lies ${isWithin(value, process) ? 'inside' : 'outside'} its usual range of ${process.usual}`;
    return { verdict: 'Not projected', predicate: `for ${month}, because a waiting list carries over from month to month${beside}`, needs, facts: needFacts, method: needed?.method ?? '', working: '' };
  }
  if (process === null || latest === null) {
    return { verdict: 'Not projected', predicate: `for ${month}, because ${tooFewWords(hiddenMonths(result))} to say how far they vary`, needs, facts: needFacts, method: '', working: '' };
  }
  const course = ofWhole(result, range, value, latest.value);
  if (course !== null && range !== null) {
    return { ...heldTo(metric, range, target, { shown, when: duringWords(course.period, null) }), needs: null, facts: [], method: '', working: '' };
  }
  const ahead = monthAhead(metric, process, latest);
  const held = heldTo(metric, ahead, target, { shown, when: `in ${month}` });
  const { low, high } = ahead;
  return {
    ...held,
    needs,
    facts: [{ caption: `${month}, ${ahead.isUsual ? 'if nothing changes' : `at the level of the last ${latest.months} months`}`, value: `${between(low, high, metric)}; ${shown} ${isInside(value, ahead) ? 'inside' : 'outside'}` }, ...needFacts],
    method: `${month}: ${ahead.words}.${range === null ? ' No season or trend is allowed for.' : ''}`,
    working: ahead.working === '' ? '' : `${month}: ${ahead.working}`,
  };
}

type Range = { readonly low: number; readonly high: number };

const isInside = (value: number, { low, high }: Range): boolean => value >= low && value <= high;

/** The stretch that is still running, where the figure is of the whole of it: of a month, or of a sum that comes nearer to it than a month of it does. */
function ofWhole({ outlook }: MetricResult, range: ProjectionAnswer['range'], value: number, monthly: number): Course | null {
  const course = outlook?.course ?? null;
  if (course === null || range === null || course.period.grain === 'month') {
    return range === null ? null : course;
  }
  const isNearer = Math.abs(value - (range.low + range.high) / 2) < Math.abs(value - monthly);
  return outlook?.isAdditive === true && isNearer ? course : null;
}

function heldTo(metric: Metric, range: Range, target: Aimed, { shown, when }: { readonly shown: string; readonly when: string }): Pick<AskedFigure, 'verdict' | 'predicate'> {
  const isIn = isInside(target.value, range);
  const isMet = meets(range.low, target);
  return {
    verdict: isIn ? 'It may or may not' : metric.better !== 'neutral' && isMet ? 'Yes, as things stand' : 'Not as things stand',
    predicate: `projected ${between(range.low, range.high, metric)} ${when}; ${shown} lies ${isIn ? 'inside' : 'outside'} that`,
  };
}

/** Whether a figure lies between the process limits. */
export const isWithin = (value: number, { lower, upper }: Pick<ProcessAnswer, 'lower' | 'upper'>): boolean => value >= lower && value <= upper;

interface Latest {
  readonly months: number;
  /** Σ numerators ÷ Σ denominators, or of a sum its mean a month. */
  readonly value: number;
  /** A month's, on average; null where the figure has no counts. */
  readonly counts: { readonly numerator: number; readonly denominator: number } | null;
}

/** The last months that are judged, as one figure; null where they have no counts to add up. */
function latestMonths({ kind, denominator: below }: Metric, { run }: MetricResult, process: ProcessAnswer | null): Latest | null {
  const periods = (process?.series ?? []).slice(-LATEST).map(({ period }) => period);
  const points = run.filter(({ span, period }) => span === 'month' && periods.includes(period)).map(({ figure }) => figure);
  const isRatio = kind === 'ratio' && below !== null;
  if (points.length === 0) {
    return null;
  }
  const sumOf = (of: 'numerator' | 'denominator' | 'value'): number | null => (points.some((point) => point[of] === null) ? null : points.reduce((sum, point) => sum + (point[of] ?? 0), 0));
  const [numerator, denominator, values] = [sumOf('numerator'), sumOf('denominator'), sumOf('value')];
  if (isRatio && numerator !== null && denominator !== null && denominator > 0) {
    return { months: points.length, value: numerator / denominator, counts: { numerator: numerator / points.length, denominator: denominator / points.length } };
  }
  return isRatio || values === null ? null : { months: points.length, value: values / points.length, counts: kind === 'count' ? { numerator: values / points.length, denominator: 1 } : null };
}

/** Between what a month to come lies. */
function monthAhead(metric: Metric, process: ProcessAnswer, { months, value }: Latest): { readonly low: number; readonly high: number; readonly isUsual: boolean; readonly words: string; readonly working: string } {
  if (process.signal === null) {
    const { lower, upper } = shownLimits(process, metric);
    return { low: lower, high: upper, isUsual: true, words: `the usual range (process limits) of ${process.points} months to ${process.month}, since nothing has changed`, working: '' };
  }
  const bounds = shownLimits({ lower: -Infinity, upper: Infinity, mean: process.mean }, metric);
  const limit = process.upper - process.mean;
  const { low, high } = projectedRange({ soFar: 0, gone: 0, left: 1, level: value, levelMonths: months, limit, least: bounds.lower, most: bounds.upper });
  const fine = (size: number): string => (metric.unit === 'gbp' ? shortFigure(size, metric) : displayValue(size, { ...metric, decimals: metric.decimals + 1 }));
  return {
    low, high, isUsual: false,
    words: `the last ${months} months (${shortFigure(value, metric)}), since the run is changing, give or take ${fine((high - low) / 2)}, by which one month varies`,
    working: `the ${months} months to ${process.month} come to ${shortFigure(value, metric)}; either way ${fine(limit)} × √(1 + 1 ÷ ${months}), which is the distance from average to process limit carried to one month. No season or trend is allowed for.`,
  };
}

interface Needed {
  readonly sentence: string;
  readonly fact: string;
  readonly method?: string;
}

/** On as many a month as in the last ones; null where nothing is lacking, or it cannot be counted. */
function neededAMonth(metric: Metric, latest: Latest | null, target: Aimed, shown: string): Needed | null {
  if (latest === null || latest.counts === null || meets(latest.value, target)) {
    return null;
  }
  const move = smallestMove(latest.counts, directionTo(target), target.value, (moved) => meets(moved, target));
  if (move === null) {
    return null;
  }
  const words = neededWords(move, metric, directionTo(target));
  const on = metric.denominator === null || metric.kind === 'count' ? '' : `, on as many ${metric.denominator.counts} (${displayCount(Math.round(latest.counts.denominator))})`;
  return { sentence: `${shown} takes ${words} a month than in the last ${latest.months} months${on}.`, fact: `${words} a month${on}` };
}

/** Of a list on one day: as many as it takes by now. */
function fromGap(metric: Metric, result: MetricResult, target: Aimed, shown: string): Needed | null {
  const { facts, method } = gapToTarget(metric, result, target, shown);
  const [needed] = facts;
  const alone = metric.queue === null ? '' : ', with nobody else joining or leaving the list';
  return needed === undefined ? null : { sentence: `${shown} takes ${needed.value}${alone}.`, fact: needed.value, ...(method === undefined ? {} : { method }) };
}
