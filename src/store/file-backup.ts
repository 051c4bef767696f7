import { constants } from 'node:fs';
import { copyFile, rename, rm, stat } from 'node:fs/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { TallyError } from '../errors';
import type { Client } from '@libsql/client' with { 'resolution-mode': 'import' };
import { MIGRATIONS } from './migrations';

/** What was there before a restore is kept beside it under this ending, until the next one. */
const BEFORE = '.before-restore';

/**
 * Copies a state file as it is at one moment, while others may read and write it.
 * @param url `file:///…/state.db`
 * @param target a file that is not there yet
 * @throws TallyError STORE_FAILED with a sentence for whoever runs it
 */
export async function backUpFile(url: string, target: string): Promise<void> {
  if (!(await isThere(fileURLToPath(url)))) throw failed(`There is no state file ${fileURLToPath(url)} to back up.`);
  await withClient(url, (client) => client.execute({ sql: 'vacuum into ?', args: [target] }));
  await checkFile(target);
}

/**
 * Puts a copy in the place of the state file, which is kept beside it under another name. The program must be stopped:
 * while anybody has the state open it is left as it is.
 * @param url of the state file; it need not be there
 * @throws TallyError STORE_FAILED with a sentence for whoever runs it; the state is then as it was
 */
export async function restoreFile(url: string, from: string): Promise<void> {
  await checkFile(from);
  const target = fileURLToPath(url);
  const held = await isThere(target);
  if (held) await closeForOthers(url);
  const draft = `${target}.restoring`;
  await rm(draft, { force: true });
  // Not as a file: somebody may have looked into the copy, and part of it then lies beside it.
  await backUpFile(pathToFileURL(from).href, draft);
  if (held) await copyFile(target, `${target}${BEFORE}`, constants.COPYFILE_FICLONE);
  await rename(draft, target);
  await Promise.all(['-wal', '-shm'].map((ending) => rm(`${target}${ending}`, { force: true })));
}

/**
 * Whether a file is a whole state file that this program can read.
 * @throws TallyError STORE_FAILED
 */
async function checkFile(file: string): Promise<void> {
  if (!(await isThere(file))) throw failed(`There is no ${file}.`);
  const [whole, version] = await withClient(pathToFileURL(file).href, async (client) => {
    const checked = await client.execute('pragma integrity_check');
    const found = await client.execute('select coalesce(max(version), 0) as version from schema_migration');
    return [checked.rows[0]?.['integrity_check'] === 'ok', Number(found.rows[0]?.['version'])] as const;
  }).catch((cause: unknown) => { throw failed(`${file} is no state file of Tally.`, cause); });
  if (!whole) throw failed(`${file} is damaged.`);
  if (version > MIGRATIONS.length) throw failed(`${file} was written by a newer version of Tally than this one.`);
}

/** Leaving write-ahead logging needs the file for oneself, so that it fails where anybody else has it open. */
async function closeForOthers(url: string): Promise<void> {
  const mode = await withClient(url, async (client) => (await client.execute('pragma journal_mode = delete')).rows[0]?.['journal_mode']).catch((cause: unknown) => { throw inUse(cause); });
  if (mode !== 'delete') throw inUse();
}

const inUse = (cause?: unknown): TallyError => failed('Tally is running on this state, or another program has it open. Stop it, and restore then.', cause);

async function withClient<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
  const { createClient } = await import('@libsql/client');
  const client = createClient({ url, concurrency: 1, timeout: 1_000 });
  try {
    return await work(client);
  } finally {
    client.close();
  }
}

async function isThere(file: string): Promise<boolean> {
  return (await stat(file).catch(() => null))?.isFile() === true;
}

function failed(sentence: string, cause?: unknown): TallyError {
  return new TallyError('STORE_FAILED', sentence, { sentence, ...(cause === undefined ? {} : { cause }) });
}
