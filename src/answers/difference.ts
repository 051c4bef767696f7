import type { Metric } from '../catalogue/metric';
import type { Figure } from '../engine/result';
import type { Variation } from '../statistics/spc';
import { displayShort, displayValue } from './display';
import { inBrackets } from './in-brackets';

/** What a difference is taken from: a plan, or whatever the definition names (a cost). */
const PLAN_TABLE = 'activity_plan';

export function isAgainstPlan(metric: Metric): boolean {
  return metric.kind === 'difference' && metric.denominator?.table === PLAN_TABLE;
}

/** A metric's value as it is printed; a difference on its wrong side stands in brackets, as in a board paper: (355). */
export function displayFigure(value: number | null, metric: Metric): string {
  const adverse = metric.kind === 'difference' && metric.better === 'higher' && value !== null && value < 0;
  return adverse ? `(${displayValue(-value, metric)})` : displayValue(value, metric);
}

/** The same, money short: "£27.3m", "(£81.1m)". */
export function shortFigure(value: number, metric: Metric): string {
  if (metric.unit !== 'gbp') {
    return displayFigure(value, metric);
  }
  return metric.kind === 'difference' && metric.better === 'higher' && value < 0 ? `(${displayShort(-value, metric)})` : displayShort(value, metric);
}

/** ", but still a deficit", ", but still above plan": a difference that runs better or worse than usual stays on the side of nought on which it is. Empty for anything else. */
export function stillWords(value: number, variation: Variation, metric: Metric): string {
  const isApart = (variation === 'improvement' && value < 0) || (variation === 'concern' && value > 0);
  return metric.kind === 'difference' && metric.better === 'higher' && isApart ? `, but still ${sideWords(value, metric)}` : '';
}

/** "a deficit", "above plan": on which side of nought a difference is. */
function sideWords(value: number, metric: Metric): string {
  if (isAgainstPlan(metric)) {
    return value === 0 ? 'on plan' : `${value > 0 ? 'above' : 'below'} plan`;
  }
  return value === 0 ? 'in balance' : metric.unit === 'gbp' ? `a ${value > 0 ? 'surplus' : 'deficit'}` : `${value > 0 ? 'above' : 'below'} nought`;
}

/**
 * A difference with what it is in words, for where it stands alone: "28,974" and "above plan (6.3%)", "£9.7m" and "a
 * deficit". Null of anything else, of one that a share is taken off, and where both sides are alike.
 *
 * @param withShare whether it is also told what share of the plan it is
 */
export function differenceWords({ value, denominator, hidden }: Pick<Figure, 'value' | 'denominator' | 'hidden'>, metric: Metric, withShare = true): { readonly size: string; readonly side: string } | null {
  if (metric.kind !== 'difference' || metric.less !== null || value === null || value === 0 || hidden) {
    return null;
  }
  const size = metric.unit === 'gbp' ? displayShort(Math.abs(value), metric) : displayValue(Math.abs(value), metric);
  const share = !withShare || !isAgainstPlan(metric) || denominator === null || denominator === 0 ? '' : ` (${percentage(Math.abs(value / denominator))})`;
  return { size, side: `${sideWords(value, metric)}${share}` };
}

/** "7,054 below plan", "£1.3m deficit": the same as one. */
export const inOne = ({ size, side }: { readonly size: string; readonly side: string }): string => `${size} ${side.replace(/^a /, '')}`;

/** Whether a difference is what is left of income after cost: of that "up" and "down" may be taken for its size. */
export const isBalance = (metric: Pick<Metric, 'kind' | 'unit' | 'denominator'>): boolean => metric.kind === 'difference' && metric.unit === 'gbp' && metric.denominator?.table !== PLAN_TABLE;

/**
 * The difference before any share is taken off; null where either figure is missing. Where no share is taken off it is
 * the value itself: a document that rounds its variance by itself is not contradicted by what its two sides would give.
 */
function wholeDifference({ numerator, denominator, value }: Figure, { less }: Metric): number | null {
  return less === null && value !== null ? value : numerator === null || denominator === null ? null : numerator - denominator;
}

/** "1,088 (5.5%) above plan", "355 (9.1%) below plan", "472 above plan (n/a: the plan is nought)", "exactly on plan". */
export function planWords(figure: Figure, metric: Metric): string {
  const difference = wholeDifference(figure, metric);
  if (difference === null || figure.denominator === null) {
    return '';
  }
  if (difference === 0) {
    return 'exactly on plan';
  }
  const size = displayValue(Math.abs(difference), metric);
  const side = `${difference > 0 ? 'above' : 'below'} plan`;
  return figure.denominator === 0
    ? `${size} ${side} (no percentage: the plan is nought)`
    : `${size} (${percentage(Math.abs(difference) / Math.abs(figure.denominator))}) ${side}`;
}

/** How far from plan, for a headline: "£5.7m (12.2%)"; null where there is no plan, or no difference from it. */
export function planGap(figure: Figure, metric: Metric): { readonly size: string; readonly side: 'above' | 'below' } | null {
  const difference = wholeDifference(figure, metric);
  if (difference === null || difference === 0 || figure.denominator === null) {
    return null;
  }
  const share = figure.denominator === 0 ? '' : ` (${percentage(Math.abs(difference) / Math.abs(figure.denominator))})`;
  const size = metric.unit === 'gbp' ? displayShort(Math.abs(difference), metric) : displayValue(Math.abs(difference), metric);
  return { size: `${size}${share}`, side: difference > 0 ? 'above' : 'below' };
}

/**
 * "Above plan", "Below plan", "On plan", "No plan given": where a figure stands that has a plan and no target. What a
 * document prints without its two sides stands where its value does: a share taken off leaves the side as it is.
 */
export function planStatus(figure: Figure, metric: Metric): string {
  const difference = wholeDifference(figure, metric) ?? figure.value;
  return difference === null ? 'No plan given' : difference === 0 ? 'On plan' : difference > 0 ? 'Above plan' : 'Below plan';
}

/** The assumption by which a difference is worked into a contribution, in one sentence; null where there is none. */
export function assumptionWords({ less }: Metric): string | null {
  return less === null ? null : `Assumes a ${less.name} of ${wholePercentage(less.rate)} ${inBrackets(less.source)}.`;
}

/** "less a variable cost rate of 20%". */
export function lessWords({ less }: Metric): string {
  return less === null ? '' : `less a ${less.name} of ${wholePercentage(less.rate)}`;
}

function percentage(share: number): string {
  return `${(share * 100).toLocaleString('en-GB', { minimumFractionDigits: 1, maximumFractionDigits: 1 })}%`;
}

function wholePercentage(share: number): string {
  return `${(share * 100).toLocaleString('en-GB', { maximumFractionDigits: 1 })}%`;
}
