import type { Catalogue } from '../catalogue/catalogue';
import type { Measure, Metric } from '../catalogue/metric';
import { compileExclusions, compileMeasure, type Grouping, type Slice } from './compile';
import { keysByCode, NOT_KNOWN } from './keys';
import type { Figure } from './result';
import type { Row, Snapshot, SqlValue } from './snapshot';

/** A figure for one cell: a stretch of time and one key per dimension. */
export interface Cell {
  /** YYYY-MM-DD of the day, Monday or first of the month; null where not grouped by time. */
  readonly period: string | null;
  readonly keys: readonly string[];
  readonly figure: Figure;
}

interface Sum {
  amount: number | null;
  records: number;
}

export const NO_FIGURE: Figure = { numerator: null, denominator: null, value: null, hidden: false };

const text = (value: SqlValue | undefined): string | null => (value === null || value === undefined ? null : String(value));
const number = (value: SqlValue | undefined): number | null => (typeof value === 'number' ? value : null);

/** Σ of one measure by cell: `period|key|key` → amount and records, codes already turned into keys. */
async function sumsOf(
  catalogue: Catalogue, snapshot: Snapshot, metric: Metric, measure: Measure, slice: Slice, grouping: Grouping,
  isNumerator: boolean, signal: AbortSignal,
): Promise<Map<string, Sum>> {
  const statement = compileMeasure(catalogue, metric, measure, slice, grouping, isNumerator);
  const rows = await snapshot.run(statement.sql, statement.parameters, signal);
  const keyOf = grouping.dimensions.map((id) => {
    const dimension = catalogue.dimensions.get(id);
    const whole = dimension?.['numerator-only'] === true && !isNumerator;
    return dimension === undefined || whole ? () => '*' : keysByCode(dimension);
  });
  const sums = new Map<string, Sum>();
  for (const row of rows) {
    const cell = [text(row['period']) ?? '', ...keyOf.map((of, index) => of(text(row[`k${index}`])))].join('|');
    const before = sums.get(cell) ?? { amount: null, records: 0 };
    const amount = number(row['amount']);
    sums.set(cell, {
      amount: amount === null ? before.amount : (before.amount ?? 0) + amount / measure.divide,
      records: before.records + (number(row['records']) ?? 0),
    });
  }
  return sums;
}

/** The quotient, formed last: null where there is nothing to divide by, never 0 and never NaN. */
function figureOf(metric: Metric, numerator: Sum | undefined, denominator: Sum | undefined): Figure {
  if (metric.denominator === null) {
    const count = (denominator?.records ?? 0) > 0 ? (numerator?.amount ?? 0) : null;
    return { numerator: count, denominator: null, value: count, hidden: false };
  }
  const below = denominator?.amount ?? null;
  if (below === null || below === 0) {
    return NO_FIGURE;
  }
  const above = numerator?.amount ?? 0;
  return { numerator: above, denominator: below, value: above / below, hidden: false };
}

/** What a count is held against, so that "none happened" and "nothing is held" differ: every row of its table. */
function activityOf(metric: Metric): Measure {
  return { counts: 'rows held', table: metric.numerator.table, sum: 'rows', divide: 1, 'in-base-year-prices': false, where: [] };
}

/**
 * Figures of one metric over a slice, by cell. Numerator and denominator are summed apart, each over its own table,
 * and meet only here, so that no join can multiply rows. Ratios are Σ numerator ÷ Σ denominator in every cell.
 */
export async function figures(
  catalogue: Catalogue, snapshot: Snapshot, metric: Metric, slice: Slice, grouping: Grouping, signal: AbortSignal,
): Promise<readonly Cell[]> {
  const [above, below] = await Promise.all([
    sumsOf(catalogue, snapshot, metric, metric.numerator, slice, grouping, true, signal),
    sumsOf(catalogue, snapshot, metric, metric.denominator ?? activityOf(metric), slice, grouping, false, signal),
  ]);
  const wholes = grouping.dimensions.map((id) => catalogue.dimensions.get(id)?.['numerator-only'] === true);
  const denominatorCell = (cell: string): string => {
    const [period = '', ...keys] = cell.split('|');
    return [period, ...keys.map((key, index) => (wholes[index] === true ? '*' : key))].join('|');
  };
  const cells = wholes.includes(true) ? [...above.keys()] : [...new Set([...below.keys(), ...above.keys()])];
  return cells
    .map((cell) => {
      const [period = '', ...keys] = cell.split('|');
      return {
        period: period === '' ? null : period,
        keys,
        figure: figureOf(metric, above.get(cell), below.get(denominatorCell(cell))),
      };
    })
    .filter(({ keys }) => !keys.some((key, index) => wholes[index] === true && key === NOT_KNOWN))
    .sort((a, b) => [a.period ?? '', ...a.keys].join('|').localeCompare([b.period ?? '', ...b.keys].join('|'), 'en'));
}

/** Rows that the metric's definition leaves out of the slice, each with its reason; those that leave out none are not listed. */
export async function exclusions(
  catalogue: Catalogue, snapshot: Snapshot, metric: Metric, slice: Slice, signal: AbortSignal,
): Promise<readonly { readonly rows: number; readonly because: string }[]> {
  if (metric.exclude.length === 0) {
    return [];
  }
  const statement = compileExclusions(catalogue, metric, metric.denominator ?? metric.numerator, slice);
  const [row]: readonly (Row | undefined)[] = await snapshot.run(statement.sql, statement.parameters, signal);
  return metric.exclude
    .map((exclusion, index) => ({ rows: number(row?.[`x${index}`]) ?? 0, because: exclusion.because }))
    .filter(({ rows }) => rows > 0);
}
