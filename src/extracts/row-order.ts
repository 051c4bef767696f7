import type { DuckDBConnection } from '@duckdb/node-api';
import type { CanonicalTable } from '../catalogue/canonical-table';
import { rowsOf } from './load-rows';
import { identifier } from './sql-text';
import { gathered } from './typed-rows';

/** Files that follow each other, first and last file number, both in. */
export interface FileRun {
  readonly first: number;
  readonly last: number;
}

/** Within so many days the order of rows does not matter: a question of one month reads about as many blocks either way. */
const NEAR_DAYS = 31;

/**
 * The runs of files in which a table's rows are to be written so that they come roughly in the order of their dates;
 * null where only sorting them would do that. Most exports come in order, file by file, and history after what is newer
 * than it: moving a few runs about is far quicker than sorting millions of rows.
 */
export async function runsInOrder(connection: DuckDBConnection, table: CanonicalTable): Promise<readonly FileRun[] | null> {
  const date = identifier(table.date);
  const files = await rowsOf(connection, `select file_no, cast(min(${date}) as varchar) as first_day, cast(max(${date}) as varchar) as last_day,
      bool_or(${date} is null) or (max(${date}) - min(${date}) > ${NEAR_DAYS} and bool_or(back)) as unordered
    from (select file_no, ${date}, coalesce(${date} < lag(${date}) over () and file_no = lag(file_no) over (), false) as back from ${gathered(table)}) as steps
    group by file_no order by first_day, file_no`);
  const held = files.map((row) => ({ fileNo: Number(row['file_no']), from: String(row['first_day']), to: String(row['last_day']) }));
  const overlap = held.some((file, index) => index > 0 && file.from < (held[index - 1]?.to ?? file.from));
  if (overlap || files.some((row) => row['unordered'] !== false)) {
    return null;
  }
  return held.reduce<FileRun[]>((runs, { fileNo }) => {
    const run = runs.at(-1);
    // Files in between feed other tables.
    const follows = run !== undefined && fileNo > run.last && !held.some((other) => other.fileNo > run.last && other.fileNo < fileNo);
    return follows ? [...runs.slice(0, -1), { first: run.first, last: fileNo }] : [...runs, { first: fileNo, last: fileNo }];
  }, []);
}
