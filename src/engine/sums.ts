import type { Inflation } from '../catalogue/inflation';
import { financialYearName } from '../calendar/financial-year';
import { censusesOf } from './census';
import { compileMeasure, type Reading } from './compile';
import { tableOf } from './measure-table';
import { planSums } from './plan-sums';
import type { Ground } from './slice';
import { amountOf, cellsOfRow, number, text, type Sum, type Sums } from './sum';

/** Σ of one measure by cell, each kind of table in its own way: what happened adds up, a census stands for its day, a plan for its stretch. */
export async function sumsOf(ground: Ground, reading: Reading): Promise<Sums> {
  if (tableOf(reading.measure).standsFor === 'stretch') {
    return planSums(ground, reading);
  }
  const { measure } = reading;
  const { days, asAt } = await censusesOf(ground, reading);
  const statement = compileMeasure(reading, days, ground.snapshot.rollUps);
  const rows = await ground.snapshot.run(statement.sql, statement.parameters, ground.signal);
  const cellsIn = cellsOfRow(reading);
  const restated = measure['in-base-year-prices'] ? restatedIn(ground.catalogue.inflation) : (): number => 1;
  const byCell = new Map<string, Sum>();
  for (const row of rows) {
    const factor = restated(number(row['year']));
    for (const cell of cellsIn(row, text(row['period']) ?? '')) {
      byCell.set(cell, added(byCell.get(cell), amountOf(row['amount']), factor === null ? null : factor / measure.divide, number(row['records']) ?? 0));
    }
  }
  return { byCell, asAt };
}

function added(before: Sum | undefined, amount: number | null, factor: number | null, records: number): Sum {
  const total = before?.amount ?? null;
  return {
    amount: amount === null || factor === null ? total : (total ?? 0) + amount * factor,
    records: (before?.records ?? 0) + records,
    missing: before?.missing ?? (amount !== null && factor === null ? 'no-price-index' : null),
  };
}

/** What a pound of a financial year is worth in the index's base year; null for a year that the index does not reach. */
function restatedIn(inflation: Inflation | null): (year: number | null) => number | null {
  const base = inflation === null ? undefined : inflation.index[inflation['base-year']];
  return (year) => {
    const level = year === null ? undefined : inflation?.index[financialYearName(year)];
    return base === undefined || level === undefined ? null : base / level;
  };
}
