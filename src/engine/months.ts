import type { Reading } from './compile';
import type { Ground } from './slice';
import type { Row } from './snapshot';
import type { Statement } from './statement';
import { number, text } from './sum';

/** The months that one question has read, by statement: its figure, what that is held against and its course are of the same. */
export type MonthsRead = Map<string, Promise<readonly Row[]>>;

/** A row for every month that is held, with its `period`; read once for a question that keeps its months. */
export function monthsOf({ snapshot, signal, months }: Ground, { sql, parameters }: Statement): Promise<readonly Row[]> {
  const key = JSON.stringify([sql, parameters]);
  const rows = months?.get(key) ?? snapshot.run(sql, parameters, signal);
  months?.set(key, rows);
  return rows;
}

/**
 * What a statement of its own would give of a slice of whole months: their rows where they are asked for one by one, otherwise
 * one row with the sums of `columns`, each null where no month has any.
 */
export function rowsOfSlice(months: readonly Row[], { slice, grouping }: Reading, columns: readonly string[]): readonly Row[] {
  const within = months.filter((row) => {
    const month = text(row['period']) ?? '';
    return month >= slice.from && month <= slice.to;
  });
  return grouping.time === null ? [Object.fromEntries(columns.map((name) => [name, summed(within, name)]))] : within;
}

function summed(rows: readonly Row[], name: string): number | null {
  const amounts = rows.flatMap((row) => number(row[name]) ?? []);
  return amounts.length === 0 ? null : amounts.reduce((sum, one) => sum + one, 0);
}
