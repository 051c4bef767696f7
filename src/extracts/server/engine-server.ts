import { Client, Pool, type ClientConfig } from 'pg';
import { TallyError } from '../../errors';
import { whatFailed } from '../../store/postgres-failed';
import { serverSettings } from '../../store/server-settings';

/** Milliseconds in which a connection has to be there; a question waits for one as long as it may take itself. */
const CONNECT_WITHIN = 10_000;

/** Milliseconds that a statement may take which no question waits for, such as the copying of a long table: then the server is lost. */
const DONE_WITHIN = 600_000;

/** Statements of one snapshot that run at once; further ones wait. Each is a process of the server's. */
const CONNECTIONS = 5;

const [INT8, NUMERIC, DATE, TIMESTAMP] = [20, 1700, 1082, 1114];

/** Whole numbers and decimals as numbers, days and times as ISO text: as the embedded engine gives them. */
function parserOf(oid: number): ((text: string) => unknown) | null {
  return oid === INT8 || oid === NUMERIC ? Number : oid === DATE || oid === TIMESTAMP ? String : null;
}

/** Plans are compiled for no statement that takes milliseconds, and a statement whose asker has gone ends by itself. */
const SESSION = ['datestyle=ISO', 'jit=off', 'client_connection_check_interval=1s'];

const settings = (url: string, session: readonly string[]): ClientConfig =>
  serverSettings(url, { session: [...SESSION, ...session], connectWithin: CONNECT_WITHIN, parserOf });

/** The error of a failed statement or connection; it holds nothing of the address or of what rows hold. A coded error stays as it is. */
export const serverFailed = (doing: string, cause: unknown): TallyError => (cause instanceof TallyError ? cause : new TallyError('ENGINE_FAILED', whatFailed(doing, cause)));

/** Connections that read the tables of one schema and write nothing. */
export function readersOf(url: string, schema: string): Pool {
  const pool = new Pool({ ...settings(url, [`search_path=${schema}`, 'default_transaction_read_only=on']), max: CONNECTIONS });
  // Whoever waits for a statement is told of a lost connection by that statement; an idle one has left the pool by now.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => { client.on('error', () => undefined); });
  return pool;
}

/** One connection of its own, which whoever asked for it ends. Throws ENGINE_FAILED where there is none to be had. */
export async function connected(url: string): Promise<Client> {
  const client = new Client({ ...settings(url, []), query_timeout: DONE_WITHIN });
  client.on('error', () => undefined);
  try {
    await client.connect();
    return client;
  } catch (error) {
    throw serverFailed('connecting to the engine', error);
  }
}

/** Does `work` in one transaction on a connection of its own: all of it takes effect at once, or nothing. Throws ENGINE_FAILED. */
export async function inTransaction<T>(url: string, doing: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = await connected(url);
  try {
    await client.query('begin');
    const done = await work(client);
    await client.query('commit');
    return done;
  } catch (error) {
    throw serverFailed(doing, error);
  } finally {
    // What was not committed is rolled back.
    await client.end();
  }
}
