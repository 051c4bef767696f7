import { chmod, copyFile, mkdir, readdir } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { TallyError } from '../errors';
import { backUpFile, restoreFile } from '../store/file-backup';
import { openStore } from '../store/open-store';
import { isServerUrl } from '../store/state-url';
import { readSettings, type Settings } from './settings';

const ROOT = path.join(__dirname, '..', '..');
const USAGE = `Usage: npm run backup -- FOLDER | npm run restore -- FOLDER | npm run restore -- --settle

  backup FOLDER      copies the state and the keys beside it into a new folder, while Tally runs
  restore FOLDER     puts them back, while Tally is stopped; the state before is kept as state.db.before-restore
  restore --settle   after a restore of PostgreSQL with its own tools: nothing that came due before now is posted by itself

State on a PostgreSQL server is backed up with its own tools: pg_dump, or the provider's backups.`;

const STATE = 'state.db';
const KEY = /^[a-z]+\.key$/;

const say = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

/** What may have been sent since the backup is asked about, and never sent again by itself. */
async function settle(stateUrl: string, now: number): Promise<void> {
  const store = await openStore(stateUrl, () => now);
  try {
    await store.subscriptions.beginAt(now);
    const doubtful = await store.ledger.doubt('the state was restored from a backup', now);
    say(`Posts due before now are not posted by themselves. In doubt: ${doubtful}${doubtful === 0 ? '' : '; whoever set them up is asked whether they arrived'}.`);
  } finally {
    store.close();
  }
}

async function keysIn(folder: string): Promise<readonly string[]> {
  return (await readdir(folder)).filter((name) => KEY.test(name));
}

async function copyKeys(from: string, to: string): Promise<void> {
  for (const name of await keysIn(from)) {
    await copyFile(path.join(from, name), path.join(to, name));
    await chmod(path.join(to, name), 0o600);
  }
}

async function backUp({ stateUrl, dataFolder }: Settings, folder: string): Promise<void> {
  // Whoever reads it reads who asked what: it is for its owner alone.
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await backUpFile(stateUrl, path.join(folder, STATE));
  await copyKeys(dataFolder, folder);
  say(`${[STATE, ...await keysIn(folder)].join(', ')} are in ${folder}.`);
}

async function restore({ stateUrl, dataFolder }: Settings, folder: string, now: number): Promise<void> {
  await mkdir(dataFolder, { recursive: true });
  await restoreFile(stateUrl, path.join(folder, STATE));
  await copyKeys(folder, dataFolder);
  say(`The state is that of ${folder} again.`);
  await settle(stateUrl, now);
}

/** @returns the exit code */
async function run(): Promise<number> {
  const { values, positionals } = parseArgs({ allowPositionals: true, options: { settle: { type: 'boolean' }, help: { type: 'boolean', short: 'h' } } });
  if (values.help === true) {
    say(USAGE);
    return 0;
  }
  const settings = readSettings({ config: undefined, data: undefined }, ROOT, process.env);
  const [what, folder, ...more] = positionals;
  const isOnServer = isServerUrl(settings.stateUrl);
  if (what === 'restore' && values.settle === true && folder === undefined) await settle(settings.stateUrl, Date.now());
  else if (values.settle === true || folder === undefined || more.length > 0 || isOnServer) {
    process.stderr.write(`${isOnServer && folder !== undefined ? 'The state is on a PostgreSQL server.\n' : ''}${USAGE}\n`);
    return 2;
  } else if (what === 'backup') await backUp(settings, path.resolve(folder));
  else await restore(settings, path.resolve(folder), Date.now());
  return 0;
}

run().then((code) => {
  process.exitCode = code;
}, (error: unknown) => {
  process.stderr.write(`${error instanceof TallyError ? error.sentence : error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
