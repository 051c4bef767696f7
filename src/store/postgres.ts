import { Client, Pool, type ClientConfig, type QueryResult } from 'pg';
import type { Database, Statement } from './database';
import { postgresFailed } from './postgres-failed';
import { postgresSchema } from './postgres-schema';
import { serverSettings } from './server-settings';
import { inShort, storeFailed, type Argument, type Outcome, type Statements } from './statements';

/** Milliseconds a statement may run on the server, and until its answer has to be here. Either is a lost statement. */
const STATEMENT_WITHIN = 5_000;
const ANSWER_WITHIN = 8_000;
/** The same while the schema changes, or all that is kept: another instance may be doing it, and an index takes its time. */
const CHANGE_WITHIN = 120_000;
/** Of the server's hundred or so; statements are short, so that few serve many. */
const CONNECTIONS = 5;
/** Whoever changes the schema holds this lock of the database. Any number will do that stays the same. */
const SCHEMA_LOCK = 7_025_839_411;

const INT8 = 20;
const BOOL = 16;
const NUMERIC = 1700;

/**
 * Opens a store on a PostgreSQL server, for any number of instances.
 * @param url `postgres://user:password@host/database`; what it sets of `pg`'s own settings wins over what is set here
 * @throws TallyError STORE_FAILED when the server cannot be reached or the database is not in UTF-8; neither its message
 *   nor its cause holds anything of the address
 */
export async function openPostgres(url: string): Promise<Database> {
  const pool = new Pool({ ...settings(url), statement_timeout: STATEMENT_WITHIN, query_timeout: ANSWER_WITHIN, max: CONNECTIONS });
  // An idle connection that was lost has left the pool by now, and the next statement opens another.
  pool.on('error', () => undefined);
  const statements = codedStatements(pool);
  const close = (): void => {
    if (!pool.ending) void pool.end();
  };
  try {
    await checkEncoding(statements);
  } catch (error) {
    close();
    throw error;
  }
  return { statements, schema: postgresSchema, change: (wanted) => change(url, wanted), close };
}

// A claim that is lost with the server becomes a second answer: every commit reaches its disk.
const settings = (url: string): ClientConfig => serverSettings(url, { session: ['synchronous_commit=on'], connectWithin: STATEMENT_WITHIN, parserOf });

/** Counts and sums come as numbers and truth as 1 or 0, as SQLite gives them. */
function parserOf(oid: number): ((text: string) => number) | null {
  if (oid === INT8) return wholeNumber;
  if (oid === NUMERIC) return Number;
  if (oid === BOOL) return (text) => (text === 't' ? 1 : 0);
  return null;
}

function wholeNumber(text: string): number {
  const number = Number(text);
  if (!Number.isSafeInteger(number)) throw new RangeError('a whole number is too large');
  return number;
}

async function checkEncoding(statements: Statements): Promise<void> {
  const found = await statements.run("select current_setting('server_encoding') as encoding");
  if (found.rows[0]?.['encoding'] !== 'UTF8') {
    throw storeFailed('the database of the state store is not in UTF8', undefined);
  }
}

/** In one transaction on a connection of its own, under the lock until its end: a process that dies lets go of it. */
async function change(url: string, statements: readonly Statement[]): Promise<void> {
  const client = new Client({ ...settings(url), statement_timeout: CHANGE_WITHIN, query_timeout: CHANGE_WITHIN });
  // Whoever waits for a statement is told of the loss by that statement.
  client.on('error', () => undefined);
  const asked = codedStatements(client);
  const run = (sql: string, args?: readonly Argument[]) => asked.run(sql, args);
  try {
    await client.connect().catch((cause: unknown) => { throw postgresFailed('connecting', cause); });
    await run('begin');
    await run('select pg_advisory_xact_lock(?::bigint)', [SCHEMA_LOCK]);
    for (const { sql, args } of statements) {
      await run(sql, args);
    }
    await run('commit');
  } finally {
    // What was not committed is rolled back.
    await client.end();
  }
}

function codedStatements(over: Pick<Client, 'query'>): Statements {
  return {
    async run(sql, args = []) {
      try {
        return outcomeOf(await over.query<Record<string, unknown>>(numbered(sql), args.map(written)));
      } catch (cause) {
        throw postgresFailed(inShort(sql), cause);
      }
    },
  };
}

function outcomeOf({ rows, fields, rowCount }: QueryResult<Record<string, unknown>>): Outcome {
  return { rows, rowsAffected: fields.length > 0 ? 0 : rowCount ?? 0 };
}

/** `?` outside of quotes as `$1`, `$2`, … */
function numbered(sql: string): string {
  let count = 0;
  return sql.replace(/'[^']*'|"[^"]*"|\?/g, (found) => (found === '?' ? `$${(count += 1)}` : found));
}

/** PostgreSQL holds every character in a text but this one. */
function written(argument: Argument): Argument {
  return typeof argument === 'string' ? argument.replaceAll('\0', '\uFFFD') : argument;
}
