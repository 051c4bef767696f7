import type { Metric } from '../../catalogue/metric';
import { weightedMedian, type Weighted } from '../../statistics/quantile';
import { byPeriodAndKeys, type Cell } from '../cell';
import { censusesOf } from '../census';
import { compileValues } from '../compile';
import { BETWEEN } from '../keys';
import type { Grouping, Ground, Slice } from '../slice';
import { cellsOfRow, number, text } from '../sum';

/**
 * The middle of the numerator's column over its rows, exactly, in every cell: with its denominator the number of rows
 * it is the middle of, and no numerator, since a median is no quotient.
 */
export async function medianCells(ground: Ground, metric: Metric, slice: Slice, grouping: Grouping): Promise<readonly Cell[]> {
  const reading = { catalogue: ground.catalogue, metric, measure: metric.numerator, slice, grouping, isNumerator: true };
  const { days, asAt } = await censusesOf(ground, reading);
  const statement = compileValues(reading, days);
  const rows = await ground.snapshot.run(statement.sql, statement.parameters, ground.signal);
  const cellsIn = cellsOfRow(reading);
  const byCell = new Map<string, Weighted[]>();
  for (const row of rows) {
    const value = number(row['value']);
    if (value !== null) {
      for (const cell of cellsIn(row, text(row['period']) ?? '')) {
        const values = byCell.get(cell) ?? [];
        values.push({ value: value / metric.numerator.divide, times: number(row['times']) ?? 0 });
        byCell.set(cell, values);
      }
    }
  }
  return [...byCell].map(([cell, values]): Cell => {
    const [period = '', ...keys] = cell.split(BETWEEN);
    const figure = { numerator: null, denominator: values.reduce((sum, { times }) => sum + times, 0), value: weightedMedian(values), hidden: false };
    return { period: period === '' ? null : period, keys, figure, missing: null, asAt: asAt.get(period) ?? null, printed: null };
  }).sort(byPeriodAndKeys);
}
