import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { openStore, type Store } from '../../src/store/open-store';
import { Checkout } from './checkout';

const NOW = Date.UTC(2024, 5, 12, 8);
const HOUR = 3_600_000;
const DIGEST = {
  id: 'abc', organisation: 'Sample Trust', name: 'DNA rate', query: '{}', schedule: { every: 'week', on: 1, at: '08:00', zone: 'Europe/London' } as const,
  to: { kind: 'channel', conversation: '19:c', serviceUrl: 'https://smba.trafficmanager.net/uk/', tenant: 't', team: '19:team' } as const,
  person: null, setUpBy: { id: 'anna', name: 'Anna Ward' }, standing: 'active', why: '', since: NOW,
} as const;
const SENT = { topic: 'digest:abc', slot: '2024-06-10' };
const UNDER_WAY = { topic: 'digest:abc', slot: '2024-06-17' };

/**
 * Tally's own store in a process of its own, as it is in life: within one process a connection that was closed still counts
 * as open for a while.
 */
const PROGRAM = `
const { openStore } = require('./dist/store/open-store.js');
const { pathToFileURL } = require('node:url');
const NOW = ${NOW}, HOUR = ${HOUR};
async function send(store, key) {
  await store.ledger.plan(key, NOW, NOW);
  await store.ledger.claim(key, { by: 'one', until: NOW + HOUR }, NOW);
  await store.ledger.begin(key, { by: 'one', until: NOW + HOUR }, { reason: '', shown: null }, NOW);
  await store.ledger.settle(key, 'one', { state: 'sent', reason: '', message: 'm1' }, NOW);
}
openStore(pathToFileURL('data/state.db').href, () => NOW).then(async (store) => {
  if (process.argv[2] === 'before') {
    await store.subscriptions.create(${JSON.stringify(DIGEST)}, NOW);
    await send(store, ${JSON.stringify(SENT)});
    await store.ledger.plan(${JSON.stringify(UNDER_WAY)}, NOW, NOW);
  } else if (process.argv[2] === 'since') {
    await store.subscriptions.change('abc', { name: 'Renamed since' }, NOW);
    await send(store, ${JSON.stringify(UNDER_WAY)});
  } else {
    // Each pair is written in this order: a copy that has the second has the first.
    for (let n = 0; ; n += 1) {
      for (const activity of [n + ' first', n + ' second']) await store.answered.claim('busy', activity, NOW);
      if (n === 0) process.send('writing');
      await new Promise((resolve) => setTimeout(resolve, 2));
    }
  }
  store.close();
});`;

let checkout: Checkout;
const inData = (name: string): string => path.join(checkout.folder, 'data', name);
const open = (file: string): Promise<Store> => openStore(pathToFileURL(file).href, () => NOW);
const run = (...args: string[]) => checkout.run('backup', args);
const program = (step: 'before' | 'running' | 'since'): ChildProcess => fork(path.join(checkout.folder, 'program.cjs'), [step], { cwd: checkout.folder });

async function ended(child: ChildProcess): Promise<void> {
  const [code] = await once(child, 'close') as [number | null];
  if (code !== 0) throw new Error(`ended with ${code}`);
}

/** While Tally runs on the state, and writes to it. */
async function whileRunning<T>(work: () => Promise<T>): Promise<T> {
  const child = program('running');
  await once(child, 'message');
  try {
    return await work();
  } finally {
    child.kill('SIGKILL');
    await once(child, 'close');
  }
}

beforeAll(async () => {
  checkout = new Checkout();
  writeFileSync(path.join(checkout.folder, 'program.cjs'), PROGRAM);
  await ended(program('before'));
  writeFileSync(inData('chart.key'), 'the key of then');
});
afterAll(() => checkout.close());

test('a backup taken while Tally writes is whole, is as of one moment, and is for its owner alone', async () => {
  const { code, out, err } = await whileRunning(() => run('backup', 'kept'));
  expect({ code, err }).toEqual({ code: 0, err: '' });
  expect(out).toContain('state.db, chart.key are in');
  expect(statSync(path.join(checkout.folder, 'kept')).mode & 0o077).toBe(0);
  const copy = await open(path.join(checkout.folder, 'kept', 'state.db'));
  expect(await copy.subscriptions.all('Sample Trust')).toEqual([DIGEST]);
  let n = 0;
  while (!(await copy.answered.claim('busy', `${n} second`, NOW))) {
    expect(await copy.answered.claim('busy', `${n} first`, NOW)).toBe(false);
    n += 1;
  }
  expect(n).toBeGreaterThan(0);
  copy.close();
});

test('a backup never goes over another', async () => {
  expect(await run('backup', 'kept')).toMatchObject({ code: 1, out: '' });
});

test('while Tally runs nothing is restored', async () => {
  const { code, err } = await whileRunning(() => run('restore', 'kept'));
  expect({ code, err }).toEqual({ code: 1, err: 'Tally is running on this state, or another program has it open. Stop it, and restore then.\n' });
});

test('what is no state, or is damaged, is not restored, and what is there stays', async () => {
  checkout.folderWith('wrong', { 'state.db': 'no state at all' });
  expect((await run('restore', 'wrong')).err).toContain('is no state file of Tally');
  expect((await run('restore', 'nowhere')).err).toContain('There is no');
});

test('a restore gives back what was kept and keeps what it replaced; what may have been posted since is asked about and never posted twice', async () => {
  await ended(program('since'));
  writeFileSync(inData('chart.key'), 'another key');
  const before = Date.now();
  const { code, out, err } = await run('restore', 'kept');
  expect({ code, err }).toEqual({ code: 0, err: '' });
  expect(out).toContain('In doubt: 1; whoever set them up is asked');
  expect(readFileSync(inData('chart.key'), 'utf8')).toBe('the key of then');
  const store = await open(inData('state.db'));
  const [digest] = await store.subscriptions.all('Sample Trust');
  expect(digest?.name).toBe('DNA rate');
  expect(digest?.since).toBeGreaterThanOrEqual(before);
  expect((await store.ledger.history('digest:abc', 9)).map(({ slot, state }) => [slot, state])).toEqual([['2024-06-17', 'ambiguous'], ['2024-06-10', 'sent']]);
  expect(await store.ledger.due(Date.now() + HOUR, 9)).toEqual([]);
  store.close();
  const replaced = await open(inData('state.db.before-restore'));
  expect((await replaced.subscriptions.all('Sample Trust')).map(({ name }) => name)).toEqual(['Renamed since']);
  replaced.close();
});

test.each([[['backup']], [['backup', 'kept', '--settle']]])('%j is bad usage', async (args) => {
  expect(await run(...args)).toMatchObject({ code: 2, out: '' });
});

test('on a PostgreSQL server its own tools are named', async () => {
  const { code, err } = await checkout.run('backup', ['backup', 'server'], { env: { STATE_URL: 'postgres://tally:secret@localhost/tally' } });
  expect(code).toBe(2);
  expect(err).toContain('pg_dump');
  expect(err).not.toContain('secret');
});
