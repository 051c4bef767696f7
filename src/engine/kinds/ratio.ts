import type { Metric } from '../../catalogue/metric';
import { NOTHING, pairedCells, type Cell, type Worked } from '../cell';
import type { Grouping, Ground, Slice } from '../slice';
import type { Sum } from '../sum';
import { sumsOfBoth } from '../sums';

/**
 * Σ numerator ÷ Σ denominator in every cell. Two tables are summed apart and meet only here, so that no join can multiply
 * rows.
 */
export async function ratioCells(ground: Ground, metric: Metric, slice: Slice, grouping: Grouping): Promise<readonly Cell[]> {
  const reading = { catalogue: ground.catalogue, metric, slice, grouping };
  const [above, below] = await sumsOfBoth(ground,
    { ...reading, measure: metric.numerator, isNumerator: true }, { ...reading, measure: metric.denominator ?? metric.numerator, isNumerator: false });
  return pairedCells(ground.catalogue, grouping, above, below, quotient);
}

/** The quotient, formed last: null where there is nothing to divide by, never 0 and never NaN. */
function quotient(numerator: Sum | undefined, denominator: Sum | undefined): Worked {
  const missing = numerator?.missing ?? denominator?.missing ?? null;
  if (missing !== null) {
    return { ...NOTHING, missing };
  }
  const below = denominator?.amount ?? null;
  if (below === null || below === 0) {
    return NOTHING;
  }
  const above = numerator?.amount ?? 0;
  return { figure: { numerator: above, denominator: below, value: above / below, hidden: false }, missing: null };
}
