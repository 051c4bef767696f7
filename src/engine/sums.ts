import type { Inflation } from '../catalogue/inflation';
import { financialYearName } from '../calendar/financial-year';
import { censusesOf } from './census';
import type { Day } from '../calendar/day';
import { compileMeasures, compileMonths, readTogether, type Reading } from './compile';
import { tableOf } from './measure-table';
import { monthsOf, rowsOfSlice } from './months';
import { planSums } from './plan-sums';
import type { Ground } from './slice';
import type { Row } from './snapshot';
import { amountOf, cellsOfRow, number, text, type Sum, type Sums } from './sum';

/** Σ of one measure by cell, each kind of table in its own way: what happened adds up, a census stands for its day, a plan for its stretch. */
export async function sumsOf(ground: Ground, reading: Reading): Promise<Sums> {
  if (tableOf(reading.measure).standsFor === 'stretch') {
    return planSums(ground, reading);
  }
  const [sums] = await sumsTogether(ground, [reading]);
  return sums;
}

/** The same of two measures of one metric, from one look at the rows where both are of the same ones. */
export async function sumsOfBoth(ground: Ground, one: Reading, other: Reading): Promise<readonly [Sums, Sums]> {
  if (readTogether(one, other)) {
    const [above, below] = await sumsTogether(ground, [one, other]);
    return [above, below ?? above];
  }
  return Promise.all([sumsOf(ground, one), sumsOf(ground, other)]);
}

async function sumsTogether(ground: Ground, readings: readonly [Reading, ...Reading[]]): Promise<readonly [Sums, ...Sums[]]> {
  const [reading, ...others] = readings;
  const { days, asAt } = await censusesOf(ground, reading);
  const rows = await rowsOf(ground, readings, days);
  const sums = (one: Reading, at: number): Sums => ({ byCell: cellSums(ground, one, rows, `amount${at}`), asAt });
  return [sums(reading, 0), ...others.map((one, at) => sums(one, at + 1))];
}

async function rowsOf(ground: Ground, readings: readonly [Reading, ...Reading[]], censusDays: readonly Day[] | null): Promise<readonly Row[]> {
  const { snapshot, signal } = ground;
  const months = compileMonths(readings, snapshot.rollUps);
  if (months !== null) {
    return rowsOfSlice(await monthsOf(ground, months), readings[0], [...readings.map((_, at) => `amount${at}`), 'records']);
  }
  const { sql, parameters } = compileMeasures(readings, censusDays, snapshot.rollUps);
  return snapshot.run(sql, parameters, signal);
}

function cellSums({ catalogue }: Ground, reading: Reading, rows: readonly Row[], amount: string): ReadonlyMap<string, Sum> {
  const { measure } = reading;
  const cellsIn = cellsOfRow(reading);
  const restated = measure['in-base-year-prices'] ? restatedIn(catalogue.inflation) : (): number => 1;
  const byCell = new Map<string, Sum>();
  for (const row of rows) {
    const factor = restated(number(row['year']));
    for (const cell of cellsIn(row, text(row['period']) ?? '')) {
      byCell.set(cell, added(byCell.get(cell), amountOf(row[amount]), factor === null ? null : factor / measure.divide, number(row['records']) ?? 0));
    }
  }
  return byCell;
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
