/**
 * Statistical process control as NHS England's Making Data Count does it: an XmR chart, its four rules, what the last
 * point says of the process (variation) and what the limits say of the target (assurance). Follows the published method
 * of NHSRplotthedots 0.2.2 and of the Making Data Count workbook, which does not screen.
 */

/** Which way is better: up, down, or neither. */
export type Improvement = 'increase' | 'decrease' | 'neutral';

/** What marks a point as special cause; null for common cause. */
export type Signal =
  | 'outside-high' | 'outside-low' | 'trend-rising' | 'trend-falling'
  | 'two-in-three-high' | 'two-in-three-low' | 'shift-high' | 'shift-low';

/** What a point says of its process. */
export type Variation = 'common-cause' | 'improvement' | 'concern' | 'neutral';

/** What the limits say of the target: it will be met, missed, either, or there is none to say it of. */
export type Assurance = 'pass' | 'fail' | 'hit-and-miss' | 'none';

export interface SpcOptions {
  readonly improvement: Improvement;
  /** The target in force at the last point, in the unit of the values; null where there is none. */
  readonly target?: number | null;
  /** Leaves moving ranges of 3.267 times their mean and more out of it, once. The workbook does not. */
  readonly screening?: boolean;
  /** The limits are those of the first so many points of each stretch; of all of them where null. At least 12. */
  readonly fixedAfter?: number | null;
  /** Places (from 0) at which a new stretch begins with limits of its own. */
  readonly rebaseAt?: readonly number[];
  /** Points in a row that make a shift. */
  readonly shiftPoints?: number;
  /** Points in a row that make a trend. */
  readonly trendPoints?: number;
}

export interface SpcPoint {
  readonly value: number;
  readonly mean: number;
  /** The lower and the upper process limit; both the mean where no two points of the stretch follow one another. */
  readonly lower: number;
  readonly upper: number;
  readonly signal: Signal | null;
  readonly variation: Variation;
}

export interface Spc {
  readonly points: readonly SpcPoint[];
  /** Of the last point, whose stretch is the one that still runs. */
  readonly last: SpcPoint;
  readonly variation: Variation;
  readonly signal: Signal | null;
  readonly assurance: Assurance;
  /** Points of the stretch that still runs. */
  readonly stretch: number;
  /** Whether there are too few of them for the limits to be more than provisional. */
  readonly provisional: boolean;
}

/** Fewer points than this have no limits worth the name. */
const FEWEST_POINTS = 3;
/** Up to so many points the limits move with each one that comes. */
const TRIAL_POINTS = 12;
/** Average jumps between months from the average to a limit of the XmR chart. */
export const PROCESS_LIMIT = 2.66;
const NEAR_LIMIT = (2 / 3) * PROCESS_LIMIT;
/** The upper limit of the jumps themselves, in average jumps (mR chart). */
export const JUMP_LIMIT = 3.267;
const SHIFT_POINTS = 7;
const TREND_POINTS = 7;

/**
 * The chart of a series without gaps, oldest first.
 * @returns null where the last stretch has fewer than three points
 * @throws RangeError where a value is not finite, limits are fixed after fewer than 12 points, or a place to rebase is none
 */
export function spcOf(values: readonly number[], options: SpcOptions): Spc | null {
  const { fixedAfter = null, rebaseAt = [] } = options;
  if (values.some((value) => !Number.isFinite(value))) {
    throw new RangeError('an SPC chart is of finite numbers without gaps');
  }
  if (fixedAfter !== null && fixedAfter < TRIAL_POINTS) {
    throw new RangeError(`limits are fixed after at least ${TRIAL_POINTS} points, not ${fixedAfter}`);
  }
  if (rebaseAt.some((at) => !Number.isInteger(at) || at <= 0 || at >= values.length)) {
    throw new RangeError('limits are rebased at one of the points');
  }
  const edges = [...new Set([0, ...rebaseAt, values.length])].sort((a, b) => a - b);
  const stretches = edges.slice(1).map((to, at) => values.slice(edges[at], to));
  const points = stretches.flatMap((stretch) => pointsOf(stretch, options));
  const last = points.at(-1);
  const stretch = stretches.at(-1)?.length ?? 0;
  return last === undefined || stretch < FEWEST_POINTS ? null : {
    points, last, variation: last.variation, signal: last.signal, assurance: assuranceOf(last, options), stretch, provisional: stretch <= TRIAL_POINTS,
  };
}

/** What the limits say of a target: strictly beyond a limit it is always or never met; on it, and between, it may be either. */
export function assuranceOf({ lower, upper }: Pick<SpcPoint, 'lower' | 'upper'>, { improvement, target = null }: Pick<SpcOptions, 'improvement' | 'target'>): Assurance {
  if (target === null || improvement === 'neutral') {
    return 'none';
  }
  if (target > upper) {
    return improvement === 'increase' ? 'fail' : 'pass';
  }
  return target < lower ? (improvement === 'increase' ? 'pass' : 'fail') : 'hit-and-miss';
}

/** One stretch by itself: its limits, and its rules, which never reach over its edge. */
function pointsOf(values: readonly number[], { improvement, screening = false, fixedAfter = null, shiftPoints = SHIFT_POINTS, trendPoints = TREND_POINTS }: SpcOptions): readonly SpcPoint[] {
  const fixed = fixedAfter === null ? values : values.slice(0, fixedAfter);
  const mean = average(fixed);
  const range = averageMovingRange(fixed, screening);
  const [lower, upper] = [mean - PROCESS_LIMIT * range, mean + PROCESS_LIMIT * range];
  const [nearLower, nearUpper] = [mean - NEAR_LIMIT * range, mean + NEAR_LIMIT * range];
  const outside = values.map((value) => value > upper || value < lower);
  const side = values.map((value) => Math.sign(value - mean));
  const near = values.map((value, at) => outside[at] === false && (value < nearLower || value > nearUpper));
  const trend = runs(values.slice(1).map((value, at) => Math.sign(value - (values[at] ?? value))), trendPoints - 1);
  const shift = runs(side, shiftPoints);
  const inTrend = values.map((_value, at) => (trend[at - 1] ?? false) || (trend[at] ?? false));
  return values.map((value, at) => {
    const high = (side[at] ?? 0) > 0;
    const signal: Signal | null = outside[at] === true ? (high ? 'outside-high' : 'outside-low')
      : inTrend[at] === true ? (slopeAt(values, inTrend, at) > 0 ? 'trend-rising' : 'trend-falling')
        : near[at] === true && twoInThree(near, side, at) ? (high ? 'two-in-three-high' : 'two-in-three-low')
          : shift[at] === true ? (high ? 'shift-high' : 'shift-low') : null;
    return { value, mean, lower, upper, signal, variation: variationOf(signal, improvement) };
  });
}

function averageMovingRange(values: readonly number[], screening: boolean): number {
  const ranges = values.slice(1).map((value, at) => Math.abs(value - (values[at] ?? value)));
  const all = average(ranges);
  return screening ? average(ranges.filter((range) => range < JUMP_LIMIT * all)) : all;
}

/** The mean; of nothing it is 0, so that limits of one point are the point. */
function average(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** Which places are part of so many of the same sign, none of them 0, in a row. */
function runs(signs: readonly number[], length: number): readonly boolean[] {
  const starts = signs.map((sign, at) => sign !== 0 && at + length <= signs.length && signs.slice(at, at + length).every((other) => other === sign));
  return signs.map((_sign, at) => starts.slice(Math.max(0, at - length + 1), at + 1).includes(true));
}

/** Which way the trend runs on from a point; at its end, which way it came. */
function slopeAt(values: readonly number[], inTrend: readonly boolean[], at: number): number {
  const runsOn = inTrend[at + 1] === true;
  return runsOn ? (values[at + 1] ?? 0) - (values[at] ?? 0) : (values[at] ?? 0) - (values[at - 1] ?? 0);
}

/** Whether a point is in three in a row on one side of the mean, two of them near the limit or more. */
function twoInThree(near: readonly boolean[], side: readonly number[], at: number): boolean {
  return [at - 2, at - 1, at].some((from) => {
    const window = [from, from + 1, from + 2];
    return from >= 0 && from + 2 < near.length && window.filter((place) => near[place] === true).length >= 2
      && Math.abs(window.reduce((sum, place) => sum + (side[place] ?? 0), 0)) === 3;
  });
}

function variationOf(signal: Signal | null, improvement: Improvement): Variation {
  if (signal === null) {
    return 'common-cause';
  }
  if (improvement === 'neutral') {
    return 'neutral';
  }
  const up = signal.endsWith('high') || signal === 'trend-rising';
  return up === (improvement === 'increase') ? 'improvement' : 'concern';
}
