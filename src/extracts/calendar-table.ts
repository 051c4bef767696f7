import type { DuckDBConnection } from '@duckdb/node-api';
import { calendarRows } from '../calendar/calendar-row';
import type { Day } from '../calendar/day';
import { literal } from './sql-text';

const TYPES: readonly (readonly [string, string])[] = [
  ['day', 'date'], ['month_start', 'date'], ['week_start', 'date'],
  ['financial_year', 'integer'], ['financial_quarter', 'integer'], ['working_day', 'boolean'],
];

/** Makes the calendar of a snapshot: a row for every day from `from` to `to`. */
export async function createCalendar(connection: DuckDBConnection, relation: string, from: Day, to: Day): Promise<void> {
  const shape = JSON.stringify([Object.fromEntries(TYPES)]);
  await connection.run(`create table ${relation} (${TYPES.map(([name, type]) => `${name} ${type}`).join(', ')})`);
  // As one document: thousands of literals would take longer to parse than everything else in a small load.
  await connection.run(`insert into ${relation} by name select unnest(from_json($1, ${literal(shape)}), recursive := true)`,
    [JSON.stringify([...calendarRows(from, to)])]);
}
