import type { Measure, Metric } from '../../catalogue/metric';
import { NOTHING, pairedCells, type Cell, type Worked } from '../cell';
import type { Grouping, Ground, Slice } from '../slice';
import type { Sum } from '../sum';
import { sumsOf } from '../sums';

/**
 * Σ numerator alone, in every cell. It is held against every row of its table by the table's own day, so that "none
 * happened" (0) and "nothing is held" (null) differ: a month with operations and no breach has none.
 */
export async function countCells(ground: Ground, metric: Metric, slice: Slice, grouping: Grouping): Promise<readonly Cell[]> {
  const reading = { catalogue: ground.catalogue, metric, slice, grouping };
  const held: Measure = { counts: 'rows held', table: metric.numerator.table, sum: 'rows', divide: 1, 'in-base-year-prices': false, where: [] };
  const [counted, rows] = await Promise.all([
    sumsOf(ground, { ...reading, measure: metric.numerator, isNumerator: true }),
    sumsOf(ground, { ...reading, measure: held, isNumerator: false }),
  ]);
  return pairedCells(ground.catalogue, grouping, counted, rows, total);
}

function total(counted: Sum | undefined, held: Sum | undefined): Worked {
  if (counted?.missing) {
    return { ...NOTHING, missing: counted.missing };
  }
  if ((held?.records ?? 0) === 0 && (counted?.amount ?? null) === null) {
    return NOTHING;
  }
  const amount = counted?.amount ?? 0;
  return { figure: { numerator: amount, denominator: null, value: amount, hidden: false }, missing: null };
}
