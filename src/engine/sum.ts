import type { Day } from '../calendar/day';
import { divides, type Reading } from './compile';
import { BETWEEN, keysByCode } from './keys';
import type { EngineRefusal } from './result';
import type { Row, SqlValue } from './snapshot';

export interface Sum {
  /** Null where no row passes. */
  readonly amount: number | null;
  /** Σ weight of every row in the cell. */
  readonly records: number;
  /** Why the amount cannot be given though rows are held; null where nothing stands against it. */
  readonly missing: EngineRefusal | null;
}

/** Sums by cell, its period and its keys with BETWEEN between them, with the census day of each period where the rows are censuses. */
export interface Sums {
  readonly byCell: ReadonlyMap<string, Sum>;
  readonly asAt: ReadonlyMap<string, Day>;
}

export const text = (value: SqlValue | undefined): string | null => (value === null || value === undefined ? null : String(value));
export const number = (value: SqlValue | undefined): number | null => (typeof value === 'number' ? value : null);

/** Money is given to the penny and other amounts to far fewer places than these; a large amount has room for fewer. */
const PLACES = 1e6;
const PLACES_OF_LARGE = 1e3;
const LARGE = 1e9;

/**
 * A sum as the rows give it. Added here once more, to plan or month, its last digits would hang on the order again: they
 * are rounded away, so that the same question on the same rows is the same number to the last digit.
 */
export function amountOf(value: SqlValue | undefined): number | null {
  const amount = number(value);
  if (amount === null || Number.isInteger(amount)) {
    return amount;
  }
  const places = Math.abs(amount) > LARGE ? PLACES_OF_LARGE : PLACES;
  return Math.round(amount * places) / places;
}

/** The cells that a row counts in: several where the parts of a dimension overlap. */
export function cellsOfRow({ catalogue, grouping, isNumerator }: Reading): (row: Row, period: string) => readonly string[] {
  const keysOf = grouping.dimensions.map((id) => {
    const dimension = catalogue.dimensions.get(id);
    return dimension === undefined || !divides(catalogue, id, isNumerator) ? () => ['*'] : keysByCode(dimension);
  });
  return (row, period) =>
    keysOf.reduce<readonly string[]>((cells, keys, index) => cells.flatMap((cell) => keys(text(row[`k${index}`])).map((key) => `${cell}${BETWEEN}${key}`)), [period]);
}
