import { accessSync, constants, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Client } from '@libsql/client' with { 'resolution-mode': 'import' };
import { TallyError } from '../errors';
import type { Database, Statement } from './database';
import { inShort, storeFailed, type Statements } from './statements';

/**
 * Opens one embedded file, safe for several processes on one machine, creating it and its folder.
 * @param url `file:///…/state.db`
 * @throws TallyError STORE_FAILED when the file cannot be opened
 */
export async function openSqlite(url: string): Promise<Database> {
  const client = await connect(url);
  const statements = codedStatements(client);
  try {
    await statements.run('pragma journal_mode = wal');
    // A claim that is lost in a power cut becomes a second answer: every commit reaches the disk.
    await statements.run('pragma synchronous = full');
  } catch (error) {
    client.close();
    throw notOpened(url, error);
  }
  return {
    statements,
    schema: (sql) => sql,
    change: (wanted) => change(client, wanted),
    close: () => client.close(),
  };
}

async function connect(url: string): Promise<Client> {
  try {
    // The package's types are those of an ES module; imported so, it loads from CommonJS on every supported Node.
    const { createClient } = await import('@libsql/client');
    mkdirSync(dirname(fileURLToPath(url)), { recursive: true });
    // One connection: the pragmas are set per connection, and statements are short.
    return createClient({ url, concurrency: 1, timeout: 5000 });
  } catch (cause) {
    throw notOpened(url, cause);
  }
}

/** Why the file could not be opened: said to whoever starts the program, most often a folder that belongs to somebody else. */
function notOpened(url: string, cause: unknown): TallyError {
  const folder = dirname(fileURLToPath(url));
  const sentence = mayWrite(folder) ? 'The state store cannot be opened.'
    : 'DATA_DIR, or the folder of STATE_URL where one is set, cannot be written to by the user that the program runs as.';
  return new TallyError('STORE_FAILED', `opening ${url}`, { cause, sentence });
}

function mayWrite(folder: string): boolean {
  try {
    accessSync(folder, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

/** Begins as a writer, so that another process waits here. Within this one nothing else runs until it has ended. */
async function change(client: Client, statements: readonly Statement[]): Promise<void> {
  try {
    await client.batch(statements.map(({ sql, args = [] }) => ({ sql, args: [...args] })), 'write');
  } catch (cause) {
    throw storeFailed(`changing what is kept: ${inShort(statements[0]?.sql ?? '')}`, cause);
  }
}

/** Gives every driver error the store's own code, so that callers and logs know one name for it. */
function codedStatements(client: Client): Statements {
  return {
    async run(sql, args = []) {
      try {
        return await client.execute({ sql, args: [...args] });
      } catch (cause) {
        throw storeFailed(inShort(sql), cause);
      }
    },
  };
}
