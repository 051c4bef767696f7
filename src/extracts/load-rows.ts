import { DuckDBDecimalValue, type DuckDBConnection, type DuckDBValue } from '@duckdb/node-api';
import type { SqlValue } from '../engine/snapshot';

export type LoadedRow = Readonly<Record<string, SqlValue>>;

/** A value as the engine gives it → a plain one: big integers and decimals as numbers, dates and times as ISO text. */
function plain(value: DuckDBValue): SqlValue {
  if (value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') {
    return value;
  }
  if (typeof value === 'bigint') {
    return Number(value);
  }
  return value instanceof DuckDBDecimalValue ? value.toDouble() : value.toString();
}

/** Rows with named columns, as plain values. */
export function plainRows(names: readonly string[], rows: readonly (readonly DuckDBValue[])[]): readonly LoadedRow[] {
  return rows.map((row) => {
    const named: Record<string, SqlValue> = {};
    for (let index = 0; index < names.length; index += 1) {
      named[names[index] ?? ''] = plain(row[index] ?? null);
    }
    return named;
  });
}

/** Runs one statement to its end. */
export async function rowsOf(connection: DuckDBConnection, sql: string): Promise<readonly LoadedRow[]> {
  const reader = await connection.runAndReadAll(sql);
  return plainRows(reader.columnNames(), reader.getRows());
}
