import type { DuckDBConnection } from '@duckdb/node-api';
import type { CanonicalTable } from '../catalogue/canonical-table';
import type { Coverage } from '../engine/snapshot';
import type { LoadedFile } from './checked-rows';
import { rowsOf } from './load-rows';
import { identifier } from './sql-text';

/** Numbers of the files of a table whose source says that their rows are not real, with what it says. */
function noticed(table: CanonicalTable, files: readonly LoadedFile[]): readonly { readonly fileNo: number; readonly notice: string }[] {
  return files.flatMap(({ table: fed, notice }, fileNo) => (fed === table.name && notice !== null ? [{ fileNo, notice }] : []));
}

/** Whether some rows of a table are not real, so that they must be told apart by their file. */
export function hasNoticed(table: CanonicalTable, files: readonly LoadedFile[]): boolean {
  return noticed(table, files).length > 0;
}

/** SQL that is true of a table's real rows; of every row where none is real, since then they are all there is. */
export function realRows(table: CanonicalTable, files: readonly LoadedFile[]): string {
  const apart = noticed(table, files).map(({ fileNo }) => fileNo);
  const all = files.filter((file) => file.table === table.name).length;
  return apart.length === 0 || apart.length === all ? 'true' : `file_no not in (${apart.join(', ')})`;
}

/** Each notice with the stretch that its rows cover. `relation` has `file_no`. */
export async function noticesOf(
  connection: DuckDBConnection, table: CanonicalTable, relation: string, files: readonly LoadedFile[],
): Promise<Coverage['notices']> {
  const date = identifier(table.date);
  const found = noticed(table, files);
  const notices: Coverage['notices'][number][] = [];
  for (const notice of new Set(found.map((one) => one.notice))) {
    const numbers = found.filter((one) => one.notice === notice).map(({ fileNo }) => fileNo);
    const [held] = await rowsOf(connection, `select min(${identifier(table.from ?? table.date)}) as first_day,
      max(case when counted_by = 'month' then last_day(${date}) else ${date} end) as last_day from ${relation} where file_no in (${numbers.join(', ')})`);
    if (typeof held?.['first_day'] === 'string' && typeof held['last_day'] === 'string') {
      notices.push({ notice, from: held['first_day'], to: held['last_day'] });
    }
  }
  return notices;
}
