import { DuckDBInstance } from '@duckdb/node-api';
import { CANONICAL_TABLES } from '../../src/catalogue/tables/canonical-tables';
import { calendarRows } from '../../src/calendar/calendar-row';
import { SQL_TYPES } from '../../src/extracts/canonical-value';
import { plainRows } from '../../src/extracts/load-rows';
import type { Given, Held, Holding } from './held-rows';

const TABLES = CANONICAL_TABLES
  .map(({ name, columns }) => `create table ${name} (${columns.map((column) => `${column.name} ${SQL_TYPES[column.type]}`).join(', ')});`).join(' ');
const CALENDAR = [...calendarRows('2019-01-01', '2024-12-31')]
  .map((row) => `('${row.day}', '${row.month_start}', '${row.week_start}', ${row.financial_year})`).join(', ');

/** Rows that one statement writes. */
const TOGETHER = 100;

/** Rows that give the same columns together, in the order in which they come. */
function byColumns(rows: readonly Given[]): readonly (readonly [columns: readonly string[], rows: readonly Given[]])[] {
  const found: [string[], Given[]][] = [];
  for (const row of rows) {
    const columns = Object.keys(row);
    const last = found.at(-1);
    if (last?.[0].join() === columns.join()) last[1].push(row);
    else found.push([columns, [row]]);
  }
  return found;
}

/** The embedded engine. */
export async function heldByDuckdb({ tables, rollUps }: Holding): Promise<Held> {
  const instance = await DuckDBInstance.create(':memory:', { threads: '1' });
  const connection = await instance.connect();
  await connection.run('create table calendar (day date, month_start date, week_start date, financial_year integer)');
  await connection.run(`insert into calendar values ${CALENDAR}`);
  await connection.run(TABLES);
  for (const [name, rows] of Object.entries(tables)) {
    for (const [columns, alike] of byColumns(rows)) {
      for (let at = 0; at < alike.length; at += TOGETHER) {
        const some = alike.slice(at, at + TOGETHER);
        const values = some.map((_, index) => `(${columns.map((_column, other) => `$${index * columns.length + other + 1}`).join(', ')})`);
        await connection.run(`insert into ${name} (${columns.join(', ')}) values ${values.join(', ')}`, some.flatMap((row) => columns.map((column) => row[column] ?? null)));
      }
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
