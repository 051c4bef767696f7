import type { DuckDBConnection } from '@duckdb/node-api';
import type { CanonicalColumn, CanonicalTable } from '../catalogue/canonical-table';
import { missingValue, readingRule, SQL_TYPES, textOf, TYPE_NAMES, valueOf } from './canonical-value';
import { kindOfStop } from './engine-reason';
import { LISTED_FAULTS, type Fault } from './fault';
import type { OpenedFile } from './file-view';
import { rowsOf } from './load-rows';
import { failingRow, viewRows, type MappedFile } from './mapping';
import type { ReadableFile } from './staging';
import { identifier } from './sql-text';

/** Where the rows of a canonical table are gathered while loading, with the file and row each came from. */
export const gathered = (table: CanonicalTable): string => identifier(`gathered_${table.name}`);

/** A table's columns with the engine's types, as `create table` wants them. */
export const typedColumns = (table: CanonicalTable): string =>
  table.columns.map((column) => `${identifier(column.name)} ${SQL_TYPES[column.type]}`).join(', ');

/** SQL that makes the empty gathering place of a table. `unread` marks by bit the columns whose value could not be read. */
export const creatingGathered = (table: CanonicalTable): string =>
  `create table ${gathered(table)} (file_no integer, file_row bigint, counted boolean, unread bigint, ${typedColumns(table)})`;

/**
 * Runs the mapping over the file and gathers its rows in canonical types, under file number `fileNo`. Gives a fault
 * for every value that cannot be read, or for the row on which the analyst's own SQL stops.
 */
export async function gatherRows(
  connection: DuckDBConnection, table: CanonicalTable, file: ReadableFile, opened: OpenedFile, mapped: MappedFile, fileNo: number,
): Promise<readonly Fault[]> {
  const typed = typedSelect(table, file, mapped);
  try {
    await connection.run(`insert into ${gathered(table)} by name ${gatheringSelect(table, typed, mapped, fileNo)}`);
  } catch (error) {
    return [await stoppedFault(connection, file, opened, typed, error)];
  }
  return unreadFaults(connection, table, file, mapped, typed, fileNo);
}

const givenOf = (mapped: MappedFile, column: CanonicalColumn) => mapped.given.find((given) => given.name === column.name);

/** Every row with `r_` the text as the file has it and `t_` the value it was read as, for each column given. */
function typedSelect(table: CanonicalTable, file: ReadableFile, mapped: MappedFile): string {
  const columns = table.columns.flatMap((column) => {
    const given = givenOf(mapped, column);
    return given === undefined ? [] : [
      ...(column.type === 'text' ? [] : [`${textOf(given)} as ${identifier(`r_${column.name}`)}`]),
      `${valueOf(column, given, file.source)} as ${identifier(`t_${column.name}`)}`,
    ];
  });
  return `select file_row, ${columns.join(', ')} from ${mapped.select} as mapped`;
}

const unreadTest = (column: CanonicalColumn): string =>
  `${identifier(`r_${column.name}`)} is not null and ${identifier(`t_${column.name}`)} is null`;

/**
 * A blank weight counts one unless the row says that it counts a month, a row without `counted_by` is dated to its day
 * (in a table of whole months, to its month), and a monthly count to the first of its month. A census keeps the day it
 * was taken on, and a stretch its last day.
 */
function gatheringSelect(table: CanonicalTable, typed: string, mapped: MappedFile, fileNo: number): string {
  const value = (column: CanonicalColumn): string =>
    (givenOf(mapped, column) === undefined ? missingValue(column) : identifier(`t_${column.name}`));
  const valueNamed = (name: string): string => {
    const column = table.columns.find((one) => one.name === name);
    return column === undefined ? 'null' : value(column);
  };
  const weight = valueNamed('weight');
  const countedBy = `coalesce(${valueNamed('counted_by')}, ${table.monthly === true ? "'month'" : "'day'"})`;
  const monthly = mapped.given.some((given) => given.name === 'counted_by') || table.monthly === true ? `${countedBy} = 'month'` : 'false';
  const given: Readonly<Record<string, string>> = {
    weight: `case when ${monthly} and ${String(table.monthly !== true)} then ${weight} else coalesce(${weight}, 1) end`,
    counted_by: countedBy,
    ...(table.standsFor === 'event'
      ? { [table.date]: `case when ${monthly} then cast(date_trunc('month', ${valueNamed(table.date)}) as date) else ${valueNamed(table.date)} end` } : {}),
  };
  const unread = table.columns.flatMap((column, bit) =>
    (givenOf(mapped, column) === undefined || column.type === 'text' ? [] : [`case when ${unreadTest(column)} then ${2 ** bit} else 0 end`]));
  const columns = table.columns.map((column) => `${given[column.name] ?? value(column)} as ${identifier(column.name)}`);
  return `select ${fileNo} as file_no, file_row,
    ${monthly} or (${weight} is not null and (${weight} <> 1 or ${valueNamed(table.key)} is null)) as counted,
    ${unread.length === 0 ? '0' : unread.join(' + ')} as unread, ${columns.join(', ')} from (${typed}) as typed`;
}

async function stoppedFault(
  connection: DuckDBConnection, file: ReadableFile, opened: OpenedFile, typed: string, error: unknown,
): Promise<Fault> {
  const row = await failingRow(connection, opened, () => connection.run(`create or replace temp table attempt as ${typed}`));
  await viewRows(connection, opened, []);
  return {
    source: file.source.id, file: file.name, row, column: null,
    message: `the select of the mapping ${file.source.id} stops here: ${kindOfStop(error, opened.columns)}`,
    remedy: 'Correct the row, or let the select pass it on as it is so that the column can be named',
  };
}

async function unreadFaults(
  connection: DuckDBConnection, table: CanonicalTable, file: ReadableFile, mapped: MappedFile, typed: string, fileNo: number,
): Promise<readonly Fault[]> {
  const [any] = await rowsOf(connection, `select bit_or(unread) as columns from ${gathered(table)} where file_no = ${fileNo}`);
  const bits = BigInt(Number(any?.['columns'] ?? 0));
  const unread = table.columns.filter((column, bit) => givenOf(mapped, column) !== undefined && (bits >> BigInt(bit)) % 2n === 1n);
  const faults: Fault[] = [];
  for (const column of unread) {
    const rows = await rowsOf(connection, `select *, count(*) over () as total from
      (select distinct on (file_row) file_row from (${typed}) as typed where ${unreadTest(column)}) as unread
      order by file_row limit ${LISTED_FAULTS}`);
    const at = { source: file.source.id, file: file.name, column: column.name };
    faults.push(...rows.map((row) => ({
      ...at, row: Number(row['file_row']),
      message: `is not ${TYPE_NAMES[column.type]}`,
      remedy: readingRule(column, file.source),
    })));
    const rest = Number(rows[0]?.['total'] ?? 0) - rows.length;
    if (rest > 0) {
      faults.push({ ...at, row: null, message: `and ${rest} more values that are not ${TYPE_NAMES[column.type]}`, remedy: readingRule(column, file.source) });
    }
  }
  return faults;
}

