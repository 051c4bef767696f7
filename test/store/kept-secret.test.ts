import { mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { keptSecret, keyOf } from '../../src/store/kept-secret';

let folder = '';
beforeEach(async () => { folder = await mkdtemp(path.join(tmpdir(), 'tally-secret-')); });
afterEach(() => rm(folder, { recursive: true, force: true }));

test('a secret outlives a restart, and only its owner may read it', async () => {
  const first = await keptSecret(folder, 'chart.key');
  expect(first).toHaveLength(32);
  expect(await keptSecret(folder, 'chart.key')).toEqual(first);
  expect((await stat(path.join(folder, 'chart.key'))).mode & 0o077).toBe(0);
});

test('several starts at once agree on one secret', async () => {
  const secrets = await Promise.all(Array.from({ length: 20 }, () => keptSecret(folder, 'chart.key')));
  expect(new Set(secrets.map((secret) => secret.toString('hex'))).size).toBe(1);
});

test('a file that holds no secret stops the start and says which', async () => {
  await writeFile(path.join(folder, 'chart.key'), 'x');
  await expect(keptSecret(folder, 'chart.key')).rejects.toThrow('chart.key');
});

test('instances that share a secret have the same keys, another for each name, and keep none on disk', async () => {
  const shared = 'what every instance of this trust was given';
  const [one, other, questions] = await Promise.all([
    keyOf('chart.key', { shared, folder }), keyOf('chart.key', { shared, folder: path.join(folder, 'elsewhere') }), keyOf('questions.key', { shared, folder }),
  ]);
  expect(one).toHaveLength(32);
  expect(other).toEqual(one);
  expect(questions).not.toEqual(one);
  expect(await keyOf('chart.key', { shared: `${shared}.`, folder })).not.toEqual(one);
  expect(await readdir(folder)).toEqual([]);
});

test('an instance by itself keeps its key', async () => {
  expect(await keyOf('chart.key', { shared: null, folder })).toEqual(await keptSecret(folder, 'chart.key'));
});
