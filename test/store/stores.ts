import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { Client } from 'pg';
import { postgresSchema } from '../../src/store/postgres-schema';
import { startedServer } from './server/started';

/** An empty place for a state store, of one kind, and what a test does there behind the store's back. */
export interface Place {
  readonly url: string;
  /** Runs one statement through the driver, as nobody but a test does. */
  raw(sql: string): Promise<readonly Readonly<Record<string, unknown>>[]>;
  /** A statement of `migrations.ts` as this kind reads it. */
  schema(sql: string): string;
  /** A program that runs one statement and is killed straight after it. */
  killedAfter(sql: string): string;
  clear(): Promise<void>;
}

type Kind = readonly [name: string, place: () => Promise<Place>];

/** The kinds of store, each of which passes every test. */
export const STORES: readonly [Kind, ...Kind[]] = [['a file', filePlace], ['PostgreSQL', postgresPlace]];

/** Where a file is written through at once, as the store asks for at every commit: in memory, where there is such a folder. It outlives a killed process. */
const FAST = existsSync('/dev/shm') ? '/dev/shm' : tmpdir();

async function filePlace(): Promise<Place> {
  const folder = mkdtempSync(path.join(FAST, 'tally-store-'));
  const url = pathToFileURL(path.join(folder, 'state.db')).href;
  const { createClient } = await import('@libsql/client');
  return {
    url,
    raw: async (sql) => {
      const client = createClient({ url });
      try {
        return (await client.execute(sql)).rows;
      } finally {
        client.close();
      }
    },
    schema: (sql) => sql,
    killedAfter: (sql) => `require('@libsql/client').createClient({ url: ${JSON.stringify(url)} }).execute(${JSON.stringify(sql)})
      .then(() => process.kill(process.pid, 'SIGKILL'))`,
    clear: () => Promise.resolve(rmSync(folder, { recursive: true })),
  };
}

let made = 0;

/** A database of its own. It sorts as British English does, as a trust's may: the store has its own order. */
export async function postgresPlace(): Promise<Place> {
  const server = await startedServer();
  const name = `store_${process.pid}_${(made += 1)}`;
  await over(server, `create database ${name} template template0 strategy file_copy locale_provider icu icu_locale 'en-GB'`);
  const url = new URL(server);
  url.pathname = name;
  return {
    url: url.href,
    raw: (sql) => over(url.href, sql),
    schema: postgresSchema,
    killedAfter: (sql) => `const client = new (require('pg').Client)({ connectionString: ${JSON.stringify(url.href)} });
      client.connect().then(() => client.query(${JSON.stringify(sql)})).then(() => process.kill(process.pid, 'SIGKILL'))`,
    clear: async () => { await over(server, `drop database ${name} with (force)`); },
  };
}

async function over(connectionString: string, sql: string): Promise<readonly Readonly<Record<string, unknown>>[]> {
  const client = new Client({ connectionString });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await client.end();
  }
}
