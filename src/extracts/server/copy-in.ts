import { createReadStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api';
import type { Client } from 'pg';
import { TallyError } from '../../errors';
import { rowsOf } from '../load-rows';
import { DATABASE } from '../snapshot-load';
import { identifier, literal } from '../sql-text';
import { copyFrom } from './copy-from';
import { createTable, type ServerColumn } from './server-table';

/** Below so many rows a table is read as quickly whole. */
const INDEXED_FROM = 10_000;

/**
 * Copies every table of the snapshot that was built in `folder` into a schema that the caller has made, in the caller's
 * transaction. `datedBy` names the column by which the rows of a table are looked for. Throws ENGINE_FAILED where fewer
 * rows arrive than were sent.
 */
export async function copyIn(client: Client, schema: string, folder: string, datedBy: (table: string) => string | null): Promise<void> {
  // One thread: the rows come in order, and whoever answers meanwhile keeps the other.
  const instance = await DuckDBInstance.create(join(folder, DATABASE), { access_mode: 'READ_ONLY', threads: '1' });
  const connection = await instance.connect();
  try {
    const tables = await tablesOf(connection);
    await client.query([...tables].map(([table, columns]) => createTable(schema, table, columns)).join(';\n'));
    for (const [table, columns] of tables) {
      const rows = await copyTable(client, connection, { schema, table, columns, path: join(folder, 'copied.csv') });
      const date = datedBy(table);
      if (rows >= INDEXED_FROM) {
        await client.query(`${date === null ? '' : `create index on ${schema}.${identifier(table)} (${identifier(date)}); `}analyze ${schema}.${identifier(table)}`);
      }
    }
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}

async function tablesOf(connection: DuckDBConnection): Promise<ReadonlyMap<string, readonly ServerColumn[]>> {
  const rows = await rowsOf(connection, `select table_name, column_name, data_type from duckdb_columns() where schema_name = 'main' and not internal order by table_name, column_index`);
  const tables = new Map<string, ServerColumn[]>();
  for (const row of rows) {
    const name = String(row['table_name']);
    tables.set(name, [...tables.get(name) ?? [], { name: String(row['column_name']), type: String(row['data_type']) }]);
  }
  return tables;
}

interface Copying {
  readonly schema: string;
  readonly table: string;
  readonly columns: readonly ServerColumn[];
  /** A file that is written, sent and deleted. */
  readonly path: string;
}

/** Writes one table as CSV, every text in quotes so that an empty one is no null, and sends it. Gives back its rows. */
async function copyTable(client: Client, connection: DuckDBConnection, { schema, table, columns, path }: Copying): Promise<number> {
  const [counted] = await rowsOf(connection, `select count(*) as n from ${identifier(table)}`);
  const held = Number(counted?.['n']);
  if (held === 0) {
    return 0;
  }
  const texts = columns.filter(({ type }) => type === 'VARCHAR' || type.startsWith('ENUM')).map(({ name }) => identifier(name));
  const quoted = texts.length === 0 ? '' : `, force_quote (${texts.join(', ')})`;
  await connection.run(`copy ${identifier(table)} to ${literal(path)} (format csv, header false${quoted})`);
  const sent = await copyFrom(client, `copy ${schema}.${identifier(table)} from stdin (format csv)`, createReadStream(path, { highWaterMark: 1 << 18 }));
  await rm(path);
  if (sent !== held) {
    throw new TallyError('ENGINE_FAILED', `of ${held} rows of ${table} ${sent} arrived`);
  }
  return held;
}
