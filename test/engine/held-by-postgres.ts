import type { Client, Pool } from 'pg';
import { CANONICAL_TABLES } from '../../src/catalogue/tables/canonical-tables';
import { calendarRows } from '../../src/calendar/calendar-row';
import type { Row } from '../../src/engine/snapshot';
import { SQL_TYPES } from '../../src/extracts/canonical-value';
import { connected, readersOf } from '../../src/extracts/server/engine-server';
import { createTable } from '../../src/extracts/server/server-table';
import { startedServer } from '../store/server/started';
import type { Held, Holding } from './held-rows';

/** Every table with nothing in it, and the calendar: made once for a file of tests, and found behind what each test holds. */
const EMPTY = `empty_${process.pid}_${Date.now()}`;

const engineTypes = ({ columns }: (typeof CANONICAL_TABLES)[number]) => columns.map(({ name, type }) => ({ name, type: SQL_TYPES[type].toUpperCase() }));

let server: Promise<{ readonly writer: Client; readonly readers: Pool }> | null = null;
let isMade = false;
let open = 0;
let made = 0;

async function begun(): Promise<{ readonly writer: Client; readonly readers: Pool }> {
  const url = await startedServer();
  const writer = await connected(url);
  if (!isMade) {
    isMade = true;
    const columns = ['day', 'month_start', 'week_start'].map((name) => ({ name, type: 'DATE' }));
    await writer.query([
      `create schema ${EMPTY}`, ...CANONICAL_TABLES.map((table) => createTable(EMPTY, table.name, engineTypes(table))),
      createTable(EMPTY, 'calendar', [...columns, { name: 'financial_year', type: 'INTEGER' }]),
    ].join('; '));
    await fill(writer, EMPTY, 'calendar', [...calendarRows('2019-01-01', '2024-12-31')]);
  }
  return { writer, readers: readersOf(url, EMPTY) };
}

const fill = (writer: Client, schema: string, table: string, rows: readonly object[]) =>
  writer.query(`insert into ${schema}.${table} select * from json_populate_recordset(null::${schema}.${table}, $1)`, [JSON.stringify(rows)]);

/** PostgreSQL, with the tables and the connections that the product makes there. */
export async function heldByPostgres({ tables, rollUps }: Holding): Promise<Held> {
  open += 1;
  const { writer, readers } = await (server ??= begun());
  const schema = `held_${process.pid}_${Date.now()}_${(made += 1)}`;
  const given = Object.keys(tables).map((name) => `; create table ${schema}.${name} (like ${EMPTY}.${name})`);
  await writer.query(`create schema ${schema}; set search_path = ${schema}, ${EMPTY}${given.join('')}`);
  for (const [name, rows] of Object.entries(tables)) {
    await fill(writer, schema, name, rows);
  }
  for (const { name, rows } of rollUps) {
    await writer.query(`create table ${schema}.${name} as ${rows.sql}`, [...rows.parameters]);
  }
  return {
    run: async (sql, parameters, signal) => {
      signal.throwIfAborted();
      const client = await readers.connect();
      try {
        await client.query(`set search_path = ${schema}, ${EMPTY}`);
        return (await client.query<Row>(sql, [...parameters])).rows;
      } finally {
        client.release();
      }
    },
    close: () => {
      open -= 1;
      if (open === 0) {
        server = null;
        void Promise.all([writer.end(), readers.end()]);
      }
    },
  };
}
