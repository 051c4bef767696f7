import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { KeptPatterns } from '../../src/access/small-numbers/kept-patterns';
import { createSmallNumbers } from '../../src/access/small-numbers/small-numbers';
import type { Snapshot } from '../../src/engine/snapshot';
import { patternsIn } from '../../src/store/patterns-folder';
import { hiddenOf, readsPeople, recording } from './hidden-of';
import { atomsOf, CATALOGUE, holdAtoms } from './small-extract';

let held: Snapshot & { close(): void };
let hidden: readonly string[];
let folder = '';
beforeAll(async () => {
  held = await holdAtoms(atomsOf(4));
  hidden = await hiddenOf(held, createSmallNumbers());
});
afterAll(() => held.close());
beforeEach(async () => { folder = await mkdtemp(path.join(tmpdir(), 'tally-kept-')); });
afterEach(() => rm(folder, { recursive: true, force: true }));

/** The small numbers as a start of the program over that folder has them, with what it writes there. */
function started() {
  const disk = patternsIn(folder, () => Date.now());
  const written: string[] = [];
  const kept: KeptPatterns = { read: (name) => disk.read(name), write: async (name, text) => {
    written.push(text);
    await disk.write(name, text);
  } };
  return { smallNumbers: createSmallNumbers({ kept }), written };
}

test('what is hidden is found on disk after a restart, the same and without reading anybody', async () => {
  await started().smallNumbers.prepare({ catalogue: CATALOGUE, snapshot: held });
  const { snapshot, statements } = recording(held);
  const { smallNumbers, written } = started();
  await smallNumbers.prepare({ catalogue: CATALOGUE, snapshot });
  expect(await hiddenOf(snapshot, smallNumbers)).toEqual(hidden);
  expect(hidden.length).toBeGreaterThan(50);
  expect(statements.length).toBeGreaterThan(10);
  expect(statements.filter(readsPeople)).toEqual([]);
  expect(written).toEqual([]);
});

test('another snapshot of the same people is hidden by the pattern that is there, and one of other people by its own', async () => {
  await started().smallNumbers.prepare({ catalogue: CATALOGUE, snapshot: held });
  const before = await readdir(folder);
  const same = started();
  expect(await hiddenOf({ ...held, id: 'snapshot-2' }, same.smallNumbers)).toEqual(hidden);
  // Only where the pattern is, and no pattern.
  expect(same.written.map((text) => before.includes(`${text}.json`))).toEqual([true]);

  const others = await holdAtoms(atomsOf(1));
  const other = started();
  const hiddenThere = await hiddenOf({ ...others, id: 'snapshot-3' }, other.smallNumbers);
  expect(hiddenThere).toEqual(await hiddenOf(others, createSmallNumbers()));
  expect(hiddenThere).not.toEqual(hidden);
  expect(other.written.length).toBe(2);
  others.close();
});

test.each([
  ['cut short', (text: string) => text.slice(0, Math.floor(text.length / 2))],
  ['changed by one digit', (text: string) => text.replace(/\d(?=\D*$)/, (digit) => String((Number(digit) + 1) % 10))],
  ['empty', () => ''],
])('of files on disk that are %s nothing is trusted: what is hidden is worked out anew, and kept again', async (_, spoil) => {
  await started().smallNumbers.prepare({ catalogue: CATALOGUE, snapshot: held });
  const files = (await readdir(folder)).map((name) => path.join(folder, name));
  const whole = await Promise.all(files.map((file) => readFile(file, 'utf8')));
  for (const [index, file] of files.entries()) {
    await writeFile(file, spoil(whole[index] ?? ''));
  }
  const { snapshot, statements } = recording(held);
  expect(await hiddenOf(snapshot, started().smallNumbers)).toEqual(hidden);
  expect(statements.filter(readsPeople).length).toBeGreaterThan(3);
  expect(await Promise.all(files.map((file) => readFile(file, 'utf8')))).toEqual(whole);
});
