import type { DuckDBConnection } from '@duckdb/node-api';
import { fileFault, LISTED_FAULTS, type Fault } from './fault';
import { rowsOf, type LoadedRow } from './load-rows';
import { kindOfStop } from './engine-reason';
import type { ReadableFile } from './staging';
import { identifier, literal } from './sql-text';

/** A file as the engine sees it: the relation its rows come from and what it holds. */
export interface OpenedFile {
  /** SQL of a select that gives every row of the file, with `file_row`. */
  readonly relation: string;
  readonly columns: readonly string[];
  readonly rows: number;
  /** The last `file_row`. */
  readonly lastRow: number;
}

/** The header is row 1 of a spreadsheet, so the first row of data is row 2. */
const FIRST_ROW = 2;
const RAW = 'raw_file';

/** Opens a readable file on `connection`; the file opened before is forgotten. Faults where its rows do not hold together. */
export async function openFile(connection: DuckDBConnection, file: ReadableFile): Promise<OpenedFile | readonly Fault[]> {
  await connection.run(`drop table if exists ${RAW}`);
  return file.csv === null ? openParquet(connection, file) : openCsv(connection, file, file.csv);
}

async function openParquet(connection: DuckDBConnection, file: ReadableFile): Promise<OpenedFile | readonly Fault[]> {
  const from = `read_parquet(${literal(file.path)}, file_row_number = true)`;
  try {
    const described = await rowsOf(connection, `describe select * from ${from}`);
    const columns = described.map((row) => String(row['column_name'])).filter((name) => !['file_row_number', 'file_row'].includes(name));
    const [count] = await rowsOf(connection, `select count(*) as n from read_parquet(${literal(file.path)})`);
    const rows = Number(count?.['n'] ?? 0);
    const relation = `select file_row_number + ${FIRST_ROW} as file_row, ${columns.map(identifier).join(', ')} from ${from}`;
    return { relation, columns, rows, lastRow: rows + FIRST_ROW - 1 };
  } catch (error) {
    return [fileFault(file.source.id, file.name, `cannot be read as Parquet (${kindOfStop(error)})`, 'Export the file again')];
  }
}

async function openCsv(
  connection: DuckDBConnection, file: ReadableFile, header: NonNullable<ReadableFile['csv']>,
): Promise<OpenedFile | readonly Fault[]> {
  const columns = header.columns.map((name) => `${literal(name)}: 'VARCHAR'`).join(', ');
  await connection.run('drop table if exists reject_errors; drop table if exists reject_scans');
  try {
    await connection.run(`create table ${RAW} as select * from read_csv(${literal(file.path)}, auto_detect = false, header = true,
      delim = ${literal(header.delimiter)}, quote = '"', escape = '"', columns = {${columns}}, strict_mode = true, store_rejects = true)`);
  } catch (error) {
    return [fileFault(file.source.id, file.name, `cannot be read as CSV (${kindOfStop(error)})`, 'Export the file again')];
  }
  // A row that is too short is rejected once for every column it lacks.
  const rejected = await rowsOf(connection, `select *, count(*) over () as total from
    (select distinct on (line) line, error_type, error_message from reject_errors order by line, column_idx) as rows order by line limit ${LISTED_FAULTS}`);
  if (rejected.length > 0) {
    return rejectFaults(file, rejected, await largestRow(connection));
  }
  const named = header.columns.filter((name) => name.toLowerCase() !== 'file_row').map(identifier);
  const [count] = await rowsOf(connection, `select count(*) filter (where coalesce(${named.join(', ')}) is not null) as n, max(rowid) as last from ${RAW}`);
  return {
    relation: `select rowid + ${FIRST_ROW} as file_row, ${named.join(', ')} from ${RAW} where coalesce(${named.join(', ')}) is not null`,
    columns: header.columns,
    rows: Number(count?.['n'] ?? 0),
    lastRow: Number(count?.['last'] ?? 0) + FIRST_ROW,
  };
}

/** How many rows were read whole beside the rejected ones. */
async function largestRow(connection: DuckDBConnection): Promise<number> {
  const [row] = await rowsOf(connection, `select (select count(*) from ${RAW}) + (select count(distinct line) from reject_errors) + 1 as n`);
  return Number(row?.['n'] ?? 0);
}

function rejectFaults(file: ReadableFile, rejected: readonly LoadedRow[], lastLine: number): readonly Fault[] {
  const faults = rejected.map((row) => rejectFault(file, row, lastLine));
  const rest = Number(rejected[0]?.['total'] ?? 0) - rejected.length;
  return rest <= 0 ? faults
    : [...faults, fileFault(file.source.id, file.name, `has ${rest} more rows that do not hold together`, 'Correct the export')];
}

function rejectFault(file: ReadableFile, row: LoadedRow, lastLine: number): Fault {
  const line = Number(row['line']);
  const at = { source: file.source.id, file: file.name, row: line, column: null };
  const counts = /Columns: (\d+) Found: (\d+)/.exec(String(row['error_message']));
  const cells = counts === null ? '' : `${counts[2] ?? ''} of ${counts[1] ?? ''} columns`;
  const kind = String(row['error_type']);
  const isLast = line >= lastLine && file.csv?.endsWithNewline === false;
  if (kind === 'MISSING COLUMNS' && isLast) {
    return { ...at, message: `the file looks half-written: it stops in the middle of this row (${cells})`, remedy: 'Wait for the export to finish, or export the file again' };
  }
  if (kind === 'MISSING COLUMNS' || kind === 'TOO MANY COLUMNS') {
    return { ...at, message: `has ${counts?.[2] ?? 'other'} columns where the header has ${counts?.[1] ?? 'more'}`, remedy: 'Put quotation marks around values that hold the delimiter, and export again' };
  }
  if (kind === 'UNQUOTED VALUE' || kind === 'LINE SIZE OVER MAXIMUM') {
    return { ...at, message: isLast ? 'the file looks half-written: a quotation mark is opened and never closed' : 'a quotation mark is opened and not closed, or stands inside a value without being doubled', remedy: 'Export the file again with quotation marks doubled inside values' };
  }
  return { ...at, message: `cannot be read (${kind.toLowerCase()})`, remedy: 'Correct the row and export again' };
}
