import type { DuckDBConnection } from '@duckdb/node-api';
import type { CanonicalTable } from '../catalogue/canonical-table';
import { LISTED_FAULTS, type Fault } from './fault';
import { rowsOf } from './load-rows';
import type { RowCheck } from './row-check';
import { identifier } from './sql-text';
import { gathered } from './typed-rows';

/** Number of a file while loading → the file, its source, the table it feeds, and the columns its mapping gives. */
export interface LoadedFile {
  readonly source: string;
  readonly name: string;
  readonly table: string;
  /** What the source says of rows that are not real. */
  readonly notice: string | null;
  readonly given: ReadonlySet<string>;
}

/**
 * Runs the checks over a relation with `file_no` and `file_row`. A column that a mapping does not give at all is one
 * fault of the mapping, not one a row.
 */
export async function checkRows(
  connection: DuckDBConnection, relation: string, checks: readonly RowCheck[], files: readonly LoadedFile[],
): Promise<readonly Fault[]> {
  if (checks.length === 0) {
    return [];
  }
  const counts = checks.map((check, index) => `count(*) filter (where ${check.fails}) as c${index}`);
  const found = await rowsOf(connection, `select file_no, ${counts.join(', ')} from ${relation} as rows group by file_no order by file_no`);
  const faults: Fault[] = [];
  for (const row of found) {
    const fileNo = Number(row['file_no']);
    for (const [index, check] of checks.entries()) {
      const failing = Number(row[`c${index}`] ?? 0);
      if (failing > 0) {
        faults.push(...await faultsOf(connection, relation, check, files[fileNo], fileNo));
      }
    }
  }
  return faults;
}

async function faultsOf(
  connection: DuckDBConnection, relation: string, check: RowCheck, file: LoadedFile | undefined, fileNo: number,
): Promise<readonly Fault[]> {
  const at = { source: file?.source ?? null, file: file?.name ?? null, column: check.column };
  if (check.shows.length === 0 && file?.given.has(check.column) === false) {
    return [{ ...at, file: null, row: null, message: `the mapping gives no ${check.column}, which every record needs`, remedy: 'Add it to the select of the mapping' }];
  }
  const shows = ['file_row', ...new Set(check.shows)].map(identifier).join(', ');
  // A select may lay one row of the file out as several, which all have the same fault.
  const rows = await rowsOf(connection, `select *, count(*) over () as total from
    (select distinct on (file_row) ${shows} from ${relation} as rows where file_no = ${fileNo} and ${check.fails}) as failing order by file_row limit ${LISTED_FAULTS}`);
  const listed = rows.map((row): Fault => ({ ...at, row: Number(row['file_row']), message: check.says(row), remedy: check.remedy }));
  const rest = Number(rows[0]?.['total'] ?? 0) - listed.length;
  return rest <= 0 ? listed : [...listed, { ...at, row: null, message: `and ${rest} more rows with the same fault`, remedy: check.remedy }];
}

/**
 * Records that share a key with another, in any file of the table; each names the row that came first. In a table of
 * whole months every row is a line of its own, and its key too is given once.
 */
export async function duplicateKeys(
  connection: DuckDBConnection, table: CanonicalTable, files: readonly LoadedFile[],
): Promise<readonly Fault[]> {
  const key = identifier(table.key);
  const records = `${gathered(table)} where ${table.monthly === true ? 'true' : 'not counted'} and ${key} is not null`;
  const [any] = await rowsOf(connection, `select count(*) as n from (select 1 from ${records} group by ${key} having count(*) > 1) as twice`);
  if (any?.['n'] === 0) {
    return [];
  }
  const twice = await rowsOf(connection, `
    with twice as (select ${key} from ${records} group by 1 having count(*) > 1),
    numbered as (
      select file_no, file_row, row_number() over same as place,
        first_value(file_no) over same as first_file, first_value(file_row) over same as first_row
      from ${records} and ${key} in (select * from twice) window same as (partition by ${key} order by file_no, file_row))
    select *, count(*) over () as total from numbered where place > 1 order by file_no, file_row limit ${LISTED_FAULTS}`);
  const faults = twice.map((row): Fault => {
    const file = files[Number(row['file_no'])];
    const first = files[Number(row['first_file'])];
    return {
      source: file?.source ?? null, file: file?.name ?? null, row: Number(row['file_row']), column: table.key,
      message: `is already in ${first?.name ?? 'another file'}, row ${Number(row['first_row'])}`,
      remedy: 'Take one of the two out; a record may be given once',
    };
  });
  const rest = Number(twice[0]?.['total'] ?? 0) - faults.length;
  return rest <= 0 ? faults : [...faults, {
    source: null, file: null, row: null, column: table.key, message: `and ${rest} more records of ${table.name} are given more than once`, remedy: 'Take one of each out',
  }];
}
