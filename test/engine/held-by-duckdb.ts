import { DuckDBInstance } from '@duckdb/node-api';
import { CANONICAL_TABLES } from '../../src/catalogue/tables/canonical-tables';
import { calendarRows } from '../../src/calendar/calendar-row';
import { SQL_TYPES } from '../../src/extracts/canonical-value';
import { plainRows } from '../../src/extracts/load-rows';
import type { Held, Holding } from './held-rows';

const TABLES = CANONICAL_TABLES
  .map(({ name, columns }) => `create table ${name} (${columns.map((column) => `${column.name} ${SQL_TYPES[column.type]}`).join(', ')});`).join(' ');
const CALENDAR = [...calendarRows('2019-01-01', '2024-12-31')]
  .map((row) => `('${row.day}', '${row.month_start}', '${row.week_start}', ${row.financial_year})`).join(', ');

/** The embedded engine. */
export async function heldByDuckdb({ tables, rollUps }: Holding): Promise<Held> {
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  await connection.run('create table calendar (day date, month_start date, week_start date, financial_year integer)');
  await connection.run(`insert into calendar values ${CALENDAR}`);
  await connection.run(TABLES);
  for (const [name, rows] of Object.entries(tables)) {
    for (const row of rows) {
      const names = Object.keys(row);
      await connection.run(`insert into ${name} (${names.join(', ')}) values (${names.map((_, index) => `$${index + 1}`).join(', ')})`, Object.values(row));
    }
  }
  for (const { name, rows } of rollUps) {
    await connection.run(`create table ${name} as ${rows.sql}`, [...rows.parameters]);
  }
  return {
    close: () => connection.closeSync(),
    run: async (sql, parameters, signal) => {
      signal.throwIfAborted();
      const reader = await connection.runAndReadAll(sql, [...parameters]);
      return plainRows(reader.columnNames(), reader.getRows());
    },
  };
}
