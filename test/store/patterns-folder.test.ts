import { mkdtemp, readdir, readFile, rename, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { patternsIn } from '../../src/store/patterns-folder';

const NOW = Date.UTC(2026, 5, 1);
const DAY = 24 * 60 * 60 * 1_000;
const TEXT = JSON.stringify({ swaps: [[1, 2], [31, 42]] });

let folder = '';
beforeEach(async () => { folder = await mkdtemp(path.join(tmpdir(), 'tally-patterns-')); });
afterEach(() => rm(folder, { recursive: true, force: true }));

const fileOf = (name: string): string => path.join(folder, `${name}.json`);
const opened = (now = NOW) => patternsIn(folder, () => now);

test('what is kept is there for the next start, and nothing under any other name', async () => {
  await opened().write('one', TEXT);
  expect(await opened().read('one')).toBe(TEXT);
  expect(await opened().read('other')).toBeNull();
});

test.each([
  ['cut short', (held: string) => held.slice(0, -5)], ['empty', () => ''], ['changed by one digit', (held: string) => held.replace('[31,42]', '[31,43]')],
  ['longer than it was', (held: string) => `${held} `], ['without what seals it', () => TEXT],
])('a file that is %s is not trusted, and may be written anew', async (_, spoil) => {
  await opened().write('one', TEXT);
  await writeFile(fileOf('one'), spoil(await readFile(fileOf('one'), 'utf8')));
  expect(await opened().read('one')).toBeNull();
  await opened().write('one', TEXT);
  expect(await opened().read('one')).toBe(TEXT);
});

test('a file under a name that it was not written under is not trusted', async () => {
  await opened().write('one', TEXT);
  await rename(fileOf('one'), fileOf('other'));
  expect(await opened().read('other')).toBeNull();
});

test('what nobody has read for 40 days goes when something else is kept; what was read stays', async () => {
  for (const name of ['old', 'read']) {
    await opened().write(name, TEXT);
    await utimes(fileOf(name), new Date(NOW - 41 * DAY), new Date(NOW - 41 * DAY));
  }
  expect(await opened().read('read')).toBe(TEXT);
  await opened().write('new', TEXT);
  expect((await readdir(folder)).sort()).toEqual(['new.json', 'read.json']);
});

test('where the disk fails nothing is kept and nobody is stopped', async () => {
  await writeFile(fileOf('in-the-way'), '');
  const nowhere = patternsIn(fileOf('in-the-way'), () => NOW);
  await nowhere.write('one', TEXT);
  expect(await nowhere.read('one')).toBeNull();
});
