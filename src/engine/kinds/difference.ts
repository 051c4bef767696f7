import type { Metric } from '../../catalogue/metric';
import { NO_FIGURE, NOTHING, pairedCells, type Cell, type Worked } from '../cell';
import { tableOf } from '../measure-table';
import type { Grouping, Ground, Slice } from '../slice';
import type { Sum } from '../sum';
import { sumsOf } from '../sums';

/**
 * Σ numerator − Σ denominator in every cell, both of them shown; `less` takes its share off the difference and off
 * neither of the two. Where the denominator is a plan that is not given for the very stretch asked for, what happened
 * is shown without a plan and without a difference.
 */
export async function differenceCells(ground: Ground, metric: Metric, slice: Slice, grouping: Grouping): Promise<readonly Cell[]> {
  const reading = { catalogue: ground.catalogue, metric, slice, grouping };
  const taken = metric.denominator ?? metric.numerator;
  const [above, below] = await Promise.all([
    sumsOf(ground, { ...reading, measure: metric.numerator, isNumerator: true }),
    sumsOf(ground, { ...reading, measure: taken, isNumerator: false }),
  ]);
  const isPlan = tableOf(taken).standsFor === 'stretch';
  const kept = 1 - (metric.less?.rate ?? 0);
  return pairedCells(ground.catalogue, grouping, above, below, (numerator, denominator) => difference(numerator, denominator, isPlan, kept));
}

function difference(numerator: Sum | undefined, denominator: Sum | undefined, isPlan: boolean, kept: number): Worked {
  const unpriced = numerator?.missing ?? null;
  if (unpriced !== null) {
    return { ...NOTHING, missing: unpriced };
  }
  const isHeld = (numerator?.records ?? 0) > 0;
  const taken = denominator?.amount ?? null;
  if (taken === null) {
    const missing = denominator?.missing ?? (isPlan && isHeld ? 'plan-not-given' : null);
    return { figure: { ...NO_FIGURE, numerator: isHeld ? (numerator?.amount ?? 0) : null }, missing };
  }
  const above = numerator?.amount ?? 0;
  return { figure: { numerator: above, denominator: taken, value: (above - taken) * kept, hidden: false }, missing: null };
}
