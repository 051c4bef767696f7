import type { DuckDBConnection } from '@duckdb/node-api';
import type { CanonicalTable } from '../catalogue/canonical-table';
import { CANONICAL_TABLES } from '../catalogue/tables/canonical-tables';
import { addDays, addMonths } from '../calendar/day';
import type { Coverage } from '../engine/snapshot';
import { createCalendar } from './calendar-table';
import { SQL_TYPES } from './canonical-value';
import type { LoadedFile } from './checked-rows';
import { derived } from './derived/parts';
import { coverageOf } from './held-coverage';
import { rowsOf } from './load-rows';
import { hasNoticed } from './noticed-rows';
import { runsInOrder, type FileRun } from './row-order';
import { identifier } from './sql-text';
import { typedColumns } from './typed-rows';

/** Two calendar years are kept on both sides of the data, for comparisons and what is booked. */
const CALENDAR_MONTHS = 24;

/** Beyond these, writing run by run takes longer than sorting. */
const MOST_RUNS = 8;

/**
 * Writes the finished tables into the snapshot, oldest row first so that a question about one month touches few blocks,
 * with an empty one for each that no file feeds, and its calendar. Gives back what each table holds.
 */
export async function writeTables(
  connection: DuckDBConnection, fed: readonly CanonicalTable[], files: readonly LoadedFile[],
): Promise<Record<string, Coverage>> {
  const coverage: Record<string, Coverage> = {};
  const unfed = CANONICAL_TABLES.filter((table) => !fed.includes(table));
  if (unfed.length > 0) {
    await connection.run(unfed.map((table) => `create table ${writtenTable(table)} (${typedColumns(table)})`).join(';\n'));
  }
  for (const table of fed) {
    const target = writtenTable(table);
    await writeTable(connection, table, target);
    // The finished table does not know its files any more, and is far quicker to read than what it was made from.
    const held = await coverageOf(connection, table, hasNoticed(table, files) ? derived(table) : target, files);
    if (held !== null) {
      coverage[table.name] = held;
    }
  }
  await writeCalendar(connection, fed);
  await connection.run('checkpoint snapshot');
  return coverage;
}

async function writeTable(connection: DuckDBConnection, table: CanonicalTable, target: string): Promise<void> {
  const columns = table.columns.map((column) => `cast(${identifier(column.name)} as ${SQL_TYPES[column.type]}) as ${identifier(column.name)}`);
  const select = `select ${columns.join(', ')} from ${derived(table)}`;
  const [first, ...runs] = await runsInOrder(connection, table) ?? [];
  if (first === undefined || runs.length > MOST_RUNS) {
    await connection.run(`create table ${target} as ${select} order by ${identifier(table.date)}`);
    return;
  }
  const within = (run: FileRun): string => (runs.length === 0 ? '' : ` where file_no between ${run.first} and ${run.last}`);
  await connection.run(`create table ${target} as ${select}${within(first)}`);
  for (const run of runs) {
    await connection.run(`insert into ${target} ${select}${within(run)}`);
  }
}

/** Makes the calendar, from two years before the first day of any row to two years after the last. */
async function writeCalendar(connection: DuckDBConnection, fed: readonly CanonicalTable[]): Promise<void> {
  const ends = fed.map((table) =>
    `select min(${identifier(table.from ?? table.date)}) as first_day, max(${identifier(table.date)}) as last_day from ${writtenTable(table)}`);
  const [range] = fed.length === 0 ? [] : await rowsOf(connection, `select min(first_day) as first_day, max(last_day) as last_day from (${ends.join(' union all ')}) as ends`);
  if (typeof range?.['first_day'] === 'string' && typeof range['last_day'] === 'string') {
    await createCalendar(connection, 'snapshot.calendar',
      addMonths(range['first_day'], -CALENDAR_MONTHS), addDays(addMonths(range['last_day'], CALENDAR_MONTHS), 1));
  }
}

const writtenTable = (table: CanonicalTable): string => `snapshot.${identifier(table.name)}`;
