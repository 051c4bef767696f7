import type { DuckDBConnection } from '@duckdb/node-api';
import type { CanonicalTable } from '../catalogue/canonical-table';
import type { LoadedFile } from './checked-rows';
import { fileFault, type Fault } from './fault';
import { rowsOf } from './load-rows';
import { hasNoticed, realRows } from './noticed-rows';
import { identifier } from './sql-text';
import { gathered } from './typed-rows';

/**
 * Months of a table in which rows that a source calls other than real lie beside real ones. Answers tell the two apart by
 * their dates and never add them together, so that they may not share a month. One fault a file that is not real.
 */
export async function realBesideNoticed(
  connection: DuckDBConnection, table: CanonicalTable, files: readonly LoadedFile[],
): Promise<readonly Fault[]> {
  const real = realRows(table, files);
  if (table.standsFor === 'stretch' || !hasNoticed(table, files) || real === 'true') {
    return [];
  }
  const found = await rowsOf(connection, `
    with rows as (select file_no, date_trunc('month', ${identifier(table.date)}) as month, ${real} as is_real from ${gathered(table)}),
    unreal as (select file_no, min(month) as first, max(month) as last from rows where not is_real group by file_no)
    select unreal.file_no, min(rows.file_no) as beside, strftime(min(rows.month), '%Y-%m') as month
    from unreal join rows on rows.is_real and rows.month between unreal.first and unreal.last group by unreal.file_no order by unreal.file_no`);
  return found.map((row) => {
    const file = files[Number(row['file_no'])];
    return fileFault(file?.source ?? null, file?.name ?? null,
      `its rows are not real (${file?.notice ?? ''}), and ${files[Number(row['beside'])]?.name ?? 'another file'} has real ones of the same months, from ${String(row['month'])} on`,
      'Keep it out of this folder, or out of those months: the two are never added together');
  });
}
