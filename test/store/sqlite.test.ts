import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { MIGRATIONS } from '../../src/store/migrations';
import { openStore } from '../../src/store/open-store';

const NOW = Date.UTC(2024, 6, 11, 9, 42);

let folder: string;
let url: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'tally-sqlite-'));
  url = pathToFileURL(path.join(folder, 'deep', 'state.db')).href;
});
afterEach(() => rmSync(folder, { recursive: true }));

test('the folder is made, and the file writes ahead, so that a reader never waits for a writer', async () => {
  const store = await openStore(url, () => NOW);
  const raw = (await import('@libsql/client')).createClient({ url });
  expect((await raw.execute('pragma journal_mode')).rows[0]?.['journal_mode']).toBe('wal');
  raw.close();
  store.close();
});

test('a file that is not a database is refused with the store\'s own code', async () => {
  const notADatabase = path.join(folder, 'x.db');
  writeFileSync(notADatabase, 'not a database at all, only words that go on for a while'.repeat(40));
  await expect(openStore(pathToFileURL(notADatabase).href, () => NOW)).rejects.toMatchObject({ code: 'STORE_FAILED' });
});

/** Of every statement of the version, as it was when the first store was written with it. */
const SERVED = [
  '3371b71e357ce5b8fbe7688bf0d65b801ed7b47214d389d2a5b1d67734ad612a',
  '1c963fb3481cc3245b8aa5ca2f5ae644f9de55a207496457043345d54e9ea775',
  'ccdde85c02f22a585ba20786cee09f91200fec747ffc658e4a947adf36d0eb42',
  '60fcd741a3c2001a26096d2e292a36c29993e237d193357ad522eaaf9536c607',
  '87615704c8d063046ceb29b63dbee2737705b6873add53bddb7309e74367fc26',
];

test.each(SERVED.map((digest, index) => [index + 1, digest] as const))('version %i is what the stores that serve were made with, to the letter', (version, digest) => {
  expect(createHash('sha256').update((MIGRATIONS[version - 1] ?? []).join('\n')).digest('hex')).toBe(digest);
});
