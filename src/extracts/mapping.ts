import type { DuckDBConnection } from '@duckdb/node-api';
import type { CanonicalTable } from '../catalogue/canonical-table';
import type { ExtractSource } from '../catalogue/extract-source';
import type { GivenColumn } from './canonical-value';
import { fileFault, messageOf, type Fault } from './fault';
import type { OpenedFile } from './file-view';
import { rowsOf } from './load-rows';
import { reasonOfMapping } from './engine-reason';
import { identifier } from './sql-text';

/** A mapping laid over one file. */
export interface MappedFile {
  /** SQL of the analyst's select, fit to stand in brackets. */
  readonly select: string;
  /** Its columns, without `file_row`. */
  readonly given: readonly GivenColumn[];
}

const MISSING_COLUMN = /(?:Referenced column "([^"]+)" not found|does not have a column (?:named|with name) "([^"]+)")/;

/** The analyst's select as a subquery; a last line may be a comment. */
const bracketed = (source: ExtractSource): string => `(${source.select.trim().replace(/;\s*$/, '')}\n)`;

/** Columns of the file that the select does not name, which it must therefore leave out unless it takes them all. */
export function unreadColumns(source: ExtractSource, opened: Pick<OpenedFile, 'columns'>): readonly string[] {
  const select = source.select.toLowerCase();
  return select.includes('*') ? [] : opened.columns.filter((column) => !select.includes(column.toLowerCase()));
}

/** Lays `file` over rows `from` to `to` of the opened file, with the columns in `missing` added as empty ones. */
export async function viewRows(
  connection: DuckDBConnection, opened: OpenedFile, missing: readonly string[], range?: { readonly from: number; readonly to: number },
): Promise<void> {
  const added = missing.map((name) => `, cast(null as varchar) as ${identifier(name)}`).join('');
  const within = range === undefined ? '' : ` where file_row between ${range.from} and ${range.to}`;
  await connection.run(`create or replace temp view file as select *${added} from (${opened.relation}) as rows${within}`);
}

/**
 * Lays the analyst's select over an opened file and looks at what it gives, without running it. Every column that it
 * needs and the file lacks is named, not only the first.
 */
export async function mapFile(
  connection: DuckDBConnection, source: ExtractSource, name: string, opened: OpenedFile, table: CanonicalTable,
): Promise<MappedFile | readonly Fault[]> {
  const statements = await statementCount(connection, source);
  if (statements !== 1) {
    return [mappingFault(source, typeof statements === 'string' ? `its select cannot run: ${reasonOfMapping(statements)}`
      : `it gives ${statements} statements where one select is read`)];
  }
  const missing: string[] = [];
  for (;;) {
    await viewRows(connection, opened, missing);
    const described = await describe(connection, source);
    if (typeof described !== 'string') {
      return missing.length > 0 ? missingFaults(source, name, missing, opened) : checkGiven(source, table, described, opened);
    }
    const column = missingColumn(described);
    if (column === null || missing.includes(column)) {
      return missing.length > 0 ? missingFaults(source, name, missing, opened)
        : [mappingFault(source, `its select cannot run: ${reasonOfMapping(described)}`)];
    }
    missing.push(column);
  }
}

/** How many statements the mapping's SQL holds, or what the engine says against it. Nothing of it is run. */
async function statementCount(connection: DuckDBConnection, source: ExtractSource): Promise<number | string> {
  try {
    return (await connection.extractStatements(source.select)).count;
  } catch (error) {
    return messageOf(error).replace(/^Failed to extract statements: /, '');
  }
}

/** The columns of the select, or what the engine says against it. */
async function describe(connection: DuckDBConnection, source: ExtractSource): Promise<readonly GivenColumn[] | string> {
  try {
    const rows = await rowsOf(connection, `describe select * from ${bracketed(source)} as mapped`);
    return rows.map((row) => ({ name: String(row['column_name']), type: String(row['column_type']) }));
  } catch (error) {
    return messageOf(error);
  }
}

function missingColumn(message: string): string | null {
  const found = MISSING_COLUMN.exec(message);
  return found?.[1] ?? found?.[2] ?? null;
}

/**
 * What the columns of the file are called is said only where the mapping finds more of them than it misses: the first row
 * of a file without a header is somebody's record.
 */
function missingFaults(source: ExtractSource, file: string, missing: readonly string[], { columns }: OpenedFile): readonly Fault[] {
  const unread = unreadColumns(source, { columns });
  const found = source.select.includes('*') ? 0 : columns.length - unread.length;
  return missing.map((column) => ({
    source: source.id, file, row: 1, column,
    message: `this column is missing; ${found > missing.length ? `the columns found are ${columns.join(', ')}` : 'the first row may be no header'}`,
    remedy: `Put it back into the export, or correct the mapping ${source.id}`,
  }));
}

const mappingFault = (source: ExtractSource, message: string): Fault =>
  fileFault(source.id, null, message, 'Correct the select of the mapping');

/** A column that comes from the file and not from the mapping's own words is called by its place: there may be no header. */
function called(name: string, source: ExtractSource, { columns }: OpenedFile): string {
  const place = columns.findIndex((column) => column.toLowerCase() === name);
  return place === -1 || source.select.toLowerCase().includes(name) ? `a column "${name}"` : `column ${place + 1} of the file, a column`;
}

function checkGiven(source: ExtractSource, table: CanonicalTable, given: readonly GivenColumn[], opened: OpenedFile): MappedFile | readonly Fault[] {
  const known = new Set(table.columns.map((column) => column.name));
  const names = given.map((column) => column.name.toLowerCase());
  const faults = names.filter((name) => name !== 'file_row' && !known.has(name))
    .map((name) => mappingFault(source, `it gives ${called(name, source, opened)} that ${table.name} does not have; its columns are ${[...known].join(', ')}`));
  if (!names.includes('file_row')) {
    faults.push(mappingFault(source, 'its select does not give file_row, so that no fault could name its row; add file_row to it'));
  }
  for (const column of table.columns.filter((one) => one.required === true && !names.includes(one.name))) {
    faults.push(mappingFault(source, `it gives no ${column.name}, which ${table.name} needs on every row`));
  }
  const columns = given.map((column) => ({ ...column, name: column.name.toLowerCase() })).filter((column) => column.name !== 'file_row');
  return faults.length > 0 ? faults : { select: bracketed(source), given: columns };
}

/**
 * The first row on which `attempt` fails, found by halving the rows of the file; null where it does not fail on any
 * half alone. `attempt` must run the analyst's select to its end over whatever `file` is laid over.
 */
export async function failingRow(
  connection: DuckDBConnection, opened: OpenedFile, attempt: () => Promise<unknown>,
): Promise<number | null> {
  const fails = async (from: number, to: number): Promise<boolean> => {
    await viewRows(connection, opened, [], { from, to });
    return attempt().then(() => false, () => true);
  };
  let from = 2;
  let to = opened.lastRow;
  if (!(await fails(from, to))) {
    return null;
  }
  while (from < to) {
    const middle = Math.floor((from + to) / 2);
    if (await fails(from, middle)) {
      to = middle;
    } else {
      from = middle + 1;
    }
  }
  return (await fails(from, to)) ? from : null;
}
