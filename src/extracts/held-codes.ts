import type { DuckDBConnection } from '@duckdb/node-api';
import type { CanonicalTable } from '../catalogue/canonical-table';
import { rowsOf } from './load-rows';
import { isCode, shapeCheck, type RowCheck } from './row-check';
import { identifier, literal } from './sql-text';
import { gathered } from './typed-rows';

/** Every code that the gathered rows of a table hold, as `column_name`, `code` and its number of rows `n`. */
export const heldCodes = (table: CanonicalTable): string => identifier(`codes_${table.name}`);

/** Counts the codes of a table. They are few, so that what is asked of each is quicker asked here than of every row. */
export async function countCodes(connection: DuckDBConnection, table: CanonicalTable): Promise<void> {
  const counts = table.columns.filter(isCode).map(({ name }) =>
    `select ${literal(name)} as column_name, ${identifier(name)} as code, count(*) as n from ${gathered(table)} where ${identifier(name)} is not null group by 2`);
  await connection.run(`create table ${heldCodes(table)} as ${counts.join(' union all ')}`);
}

/** The checks of those columns in which some code is odd. */
export async function shapeChecks(connection: DuckDBConnection, table: CanonicalTable): Promise<readonly RowCheck[]> {
  const odd = await rowsOf(connection, `select distinct column_name from ${heldCodes(table)} where ${shapeCheck({ name: 'code' }).fails}`);
  const names = new Set(odd.map((row) => row['column_name']));
  return table.columns.filter((column) => names.has(column.name)).map(shapeCheck);
}
