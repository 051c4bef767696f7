import type { Measure, Metric } from '../../catalogue/metric';
import { financialYearPeriod, monthsOf } from '../../calendar/period';
import { NOTHING, pairedCells, type Cell, type Worked } from '../cell';
import { BETWEEN } from '../keys';
import type { Grouping, Ground, Slice } from '../slice';
import type { Sum } from '../sum';
import { sumsOf } from '../sums';
import { ratioCells } from './ratio';

/**
 * Σ numerator − base × Σ denominator in every cell, where base is the same cell's Σ numerator ÷ Σ denominator over the
 * whole of the base year. The figure's denominator is base × Σ denominator: what the numerator would have come to.
 * Without a base there is no opportunity; "before-data" where the base year is not held from end to end, each month of it.
 */
export async function opportunityCells(ground: Ground, metric: Metric, slice: Slice, grouping: Grouping): Promise<readonly Cell[]> {
  const reading = { catalogue: ground.catalogue, metric, slice, grouping };
  const base = baseYear(metric, slice);
  const withoutTime = { ...grouping, time: null };
  const denominator: Measure = metric.denominator ?? metric.numerator;
  const [above, below, baseCells] = await Promise.all([
    sumsOf(ground, { ...reading, measure: metric.numerator, isNumerator: true }),
    sumsOf(ground, { ...reading, measure: denominator, isNumerator: false }),
    base === null || !isHeld(ground, metric, base) ? null : basesOf(ground, metric, base, withoutTime),
  ]);
  return pairedCells(ground.catalogue, grouping, above, below, (cost, units, keys) => opportunity(cost, units, baseCells?.get(keys.join(BETWEEN)), baseCells === null));
}

function baseYear(metric: Metric, slice: Slice): Slice | null {
  const year = metric['base-year'];
  return year === null ? null : { ...slice, ...financialYearPeriod(Number(year.slice(0, 4))) };
}

function isHeld({ snapshot }: Ground, metric: Metric, base: Slice): boolean {
  return [metric.numerator, metric.denominator ?? metric.numerator].every(({ table }) => {
    const held = snapshot.coverage[table];
    return held !== undefined && held.from <= base.from && held.to >= base.to && !monthsOf(base).some((month) => held.missingMonths.includes(month));
  });
}

/** The ratio of each cell over the base year, by the cell's keys. */
async function basesOf(ground: Ground, metric: Metric, slice: Slice, grouping: Grouping): Promise<ReadonlyMap<string, Worked>> {
  const cells = await ratioCells(ground, metric, slice, grouping);
  return new Map(cells.map(({ keys, figure, missing }) => [keys.join(BETWEEN), { figure, missing }]));
}

function opportunity(cost: Sum | undefined, units: Sum | undefined, base: Worked | undefined, noBaseHeld: boolean): Worked {
  const missing = cost?.missing ?? units?.missing ?? base?.missing ?? (noBaseHeld ? 'before-data' : null);
  const rate = base?.figure.value ?? null;
  const volume = units?.amount ?? null;
  if (missing !== null || rate === null || volume === null) {
    return { ...NOTHING, missing };
  }
  const spent = cost?.amount ?? 0;
  return { figure: { numerator: spent, denominator: rate * volume, value: spent - rate * volume, hidden: false }, missing: null };
}
