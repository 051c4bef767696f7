import type { DuckDBConnection } from '@duckdb/node-api';
import type { CanonicalTable } from '../catalogue/canonical-table';
import type { LoadedFile } from './checked-rows';
import { fileFault, type Fault } from './fault';
import { rowsOf, type LoadedRow } from './load-rows';
import { identifier, literal } from './sql-text';
import { gathered } from './typed-rows';

/**
 * Counts that the files of a table give twice. A record has a key that shows it; a count has none, so it is known by
 * standing in two files for the same day and the same codes, or in a month that is given day by day as well.
 */
export async function countedTwice(
  connection: DuckDBConnection, table: CanonicalTable, files: readonly LoadedFile[],
): Promise<readonly Fault[]> {
  // Stretches may overlap, and are held against each other in a way of their own.
  if (table.standsFor === 'stretch') {
    return [];
  }
  const [counts] = await rowsOf(connection, `select count(*) as n from ${gathered(table)} where counted`);
  return counts?.['n'] === 0 ? [] : [...await inTwoFiles(connection, table, files), ...await byDayAndMonth(connection, table, files)];
}

/** Measures may differ between two releases of one publication; what is measured does not. */
const isMeasure = (column: CanonicalTable['columns'][number]): boolean => column.type === 'number' || column.type === 'integer';

async function inTwoFiles(connection: DuckDBConnection, table: CanonicalTable, files: readonly LoadedFile[]): Promise<readonly Fault[]> {
  const same = table.columns.filter((column) => !isMeasure(column) && column.name !== 'provisional').map(({ name }) => identifier(name));
  const found = await rowsOf(connection, `
    with twice as (
      select min(${identifier(table.date)}) as date, min(file_no) as one, max(file_no) as other from ${gathered(table)} where counted
      group by ${same.join(', ')} having min(file_no) <> max(file_no))
    select one, other, strftime(min(date), '%Y-%m') as month, count(distinct date_trunc('month', date)) as months from twice
    group by one, other order by one, other`);
  return found.map((row) => fault(files, row, (one, other) =>
    [`the same counts of ${monthsSaid(row)} are in ${one} and in ${other}, so that they would be counted twice`,
      'Keep one release of the file in the folder, and let one mapping alone take each count']));
}

async function byDayAndMonth(connection: DuckDBConnection, table: CanonicalTable, files: readonly LoadedFile[]): Promise<readonly Fault[]> {
  const back = table.ahead === undefined ? '' : ` where ${identifier(table.ahead.column)} is distinct from ${literal(table.ahead.value)}`;
  const found = await rowsOf(connection, `
    with held as (
      select date_trunc('month', ${identifier(table.date)}) as month, min(file_no) filter (where counted_by = 'month') as one,
        min(file_no) filter (where counted_by = 'day') as other from ${gathered(table)}${back} group by 1)
    select one, other, strftime(min(month), '%Y-%m') as month, count(*) as months from held
    where one is not null and other is not null group by one, other order by one, other`);
  return found.map((row) => fault(files, row, (one, other) =>
    [`${monthsSaid(row)} is counted by the month in ${one} and given day by day in ${other}, so that it would be counted twice`,
      'Leave the month out of one of the two']));
}

const monthsSaid = (row: LoadedRow): string =>
  `${String(row['month'])}${Number(row['months']) > 1 ? ` (and ${Number(row['months']) - 1} more months)` : ''}`;

function fault(
  files: readonly LoadedFile[], row: LoadedRow, says: (one: string, other: string) => readonly [message: string, remedy: string],
): Fault {
  const [one, other] = [files[Number(row['one'])], files[Number(row['other'])]];
  // Two mappings may have taken the same file.
  const called = (file: LoadedFile | undefined): string =>
    (file === undefined ? 'another file' : one?.name === other?.name && one !== other ? `${file.name} (mapping ${file.source})` : file.name);
  return fileFault(one?.source ?? null, one?.name ?? null, ...says(called(one), called(other)));
}
