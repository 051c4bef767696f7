import type { CanonicalTable } from '../../catalogue/canonical-table';
import type { LoadedFile } from '../checked-rows';
import { identifier } from '../sql-text';

/** The rows of a table with everything worked out, and still with the file and row each came from. */
export const derived = (table: Pick<CanonicalTable, 'name'>): string => identifier(`derived_${table.name}`);

/** The rows of a table as they were gathered, by the table's name. */
export const gatheredNamed = (name: string): string => identifier(`gathered_${name}`);

/** SQL of the minutes from one time to another, below 0 where the second comes first. */
export const minutes = (from: string, to: string): string => `date_diff('second', ${from}, ${to}) / 60.0`;

/**
 * SQL that is true of a row whose empty `column` says nothing: a count, or a row of a file whose mapping does not give
 * the column at all. On every other row empty means that there is none.
 */
export function saysNothingOf(column: string, files: readonly LoadedFile[]): string {
  const without = files.flatMap((file, index) => (file.given.has(column) ? [] : [index]));
  return without.length === 0 ? 'counted' : `(counted or file_no in (${without.join(', ')}))`;
}
