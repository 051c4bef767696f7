import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openStore, type Store } from '../../src/store/open-store';
import { Checkout } from '../cli/checkout';
import { STORES, type Place } from '../store/stores';

const POSTS = 1_000;
/** So many are planned before anybody works; the others by whoever comes. */
const PLANNED = 960;
/** Where a process is killed: on either side of everything that changes the ledger, and of the post itself. */
const STEPS = ['before plan', 'after plan', 'before giveUp', 'after giveUp', 'after due', 'before release', 'after release', 'before claim', 'after claim', 'before begin', 'after begin', 'before post', 'after post', 'before settle', 'after settle', 'before tell', 'after tell', 'before told', 'after told'];
const ROUNDS = STORES.length;
/** A process works on every store, and is killed at a step with one of them: what it was doing with the others ends there too. The quickest store comes first, while it still has posts to be killed at. */
const KILLS = Array.from({ length: ROUNDS }).flatMap((_, round) => STEPS.map((step) => ({ step, aimed: round % STORES.length })));
/** A process comes so often to its step before it is killed. */
const WORKS_FOR = 2;
const INSTANCES = 2;

let checkout: Checkout;
let folder: string;
let places: readonly { readonly name: string; readonly place: Place; readonly store: Store }[];
beforeAll(async () => {
  checkout = new Checkout();
  folder = mkdtempSync(path.join(tmpdir(), 'tally-exactly-once-'));
  places = await Promise.all(STORES.map(async ([name, placeOf]) => {
    const place = await placeOf();
    return { name, place, store: await openStore(place.url, () => Date.now()) };
  }));
}, 60_000);
afterAll(async () => {
  checkout.close();
  rmSync(folder, { recursive: true });
  for (const { place, store } of places) {
    store.close();
    await place.clear();
  }
});

const run = (script: string, args: readonly string[]): ChildProcess => spawn(process.execPath, [path.join(__dirname, script), ...args], { stdio: ['ignore', 'pipe', 'ignore'] });

/** Keeps two instances at work on all stores, each killed in its turn at the next step, until nothing is left to be posted. @returns where one was killed */
async function postAll(connector: string): Promise<typeof KILLS> {
  let started = 0;
  const killed: (typeof KILLS)[number][] = [];
  const instance = async (): Promise<void> => {
    for (;;) {
      const number = started;
      started += 1;
      // The last ones are left alone, so that it ends.
      const { step, aimed } = KILLS[number] ?? { step: 'never', aimed: 0 };
      const often = step.includes('release') || step.includes('due') || step.includes('giveUp') || step.includes('plan') ? 1 : WORKS_FOR;
      const worker = run('worker.mjs', [path.join(checkout.folder, 'dist'), connector, `instance-${number}`, step, String(often), String(aimed), String(PLANNED), String(POSTS), ...places.map(({ place }) => place.url)]);
      const [code, signal] = await once(worker, 'exit') as [number | null, NodeJS.Signals | null];
      if (code === 0) return;
      if (signal !== 'SIGKILL') throw new Error(`a worker ended with ${String(code ?? signal)}`);
      killed.push({ step, aimed });
    }
  };
  await Promise.all(Array.from({ length: INSTANCES }, instance));
  return killed;
}

async function planned(store: Store): Promise<readonly { readonly topic: string; readonly slot: string }[]> {
  const keys = Array.from({ length: POSTS }, (_, at) => ({ topic: `digest:${at}`, slot: '2024-07-15' }));
  const now = Date.now();
  for (const key of keys.slice(0, PLANNED)) await store.ledger.plan(key, now, now);
  return keys;
}

test('a thousand posts on each kind of store, with processes killed at every step and a Connector that fails, arrive once or are shown as not known', async () => {
  const arrivals = path.join(folder, 'arrivals.txt');
  writeFileSync(arrivals, '');
  const connector = run('connector.mjs', [arrivals]);
  try {
    const [port] = await once(connector.stdout ?? connector, 'data') as [Buffer];
    const keys = await Promise.all(places.map(({ store }) => planned(store)));
    const killed = await postAll(`http://127.0.0.1:${port.toString().trim()}/`);
    const arrived = new Map<string, number>();
    for (const summary of readFileSync(arrivals, 'utf8').trim().split('\n')) arrived.set(summary, (arrived.get(summary) ?? 0) + 1);
    for (const [at, { name, store }] of places.entries()) {
      const ends = await Promise.all((keys[at] ?? []).map(async (key) => ({ times: arrived.get(`${at} ${key.topic} ${key.slot}`) ?? 0, told: arrived.get(`told of ${at} ${key.topic} ${key.slot}`) ?? 0, state: (await store.ledger.history(key.topic, 1))[0]?.state })));
      const count = (of: (one: (typeof ends)[number]) => boolean): number => ends.filter(of).length;
      const duplicated = count(({ times }) => times > 1);
      const lost = count(({ times, told }) => times === 0 && told === 0);
      const ambiguous = count(({ state }) => state === 'ambiguous');
      const steps = killed.flatMap(({ step, aimed }) => (aimed === at ? [step] : []));
      process.stderr.write(`${name}: posts expected ${POSTS}, arrived ${count(({ times }) => times > 0)}, duplicated ${duplicated}, lost ${lost}; shown to their owner as not known ${count(({ told }) => told > 0)} (of which arrived ${count(({ times, told }) => times === 1 && told > 0)}); processes killed ${killed.length}, at ${new Set(steps).size} steps of this store\n`);
      expect(ends).toHaveLength(POSTS);
      expect({ duplicated, lost }).toEqual({ duplicated: 0, lost: 0 });
      expect(count(({ state }) => state !== 'sent' && state !== 'ambiguous')).toBe(0);
      expect(count(({ state, told }) => state === 'ambiguous' && told === 0)).toBe(0);
      expect([...new Set(steps)].sort()).toEqual([...STEPS].sort());
      // Each kill leaves up to six in doubt, and the Connector one in eleven: the rest is known to have arrived.
      expect(ambiguous).toBeLessThan(POSTS / 11 + killed.length * 6 + POSTS / 20);
    }
  } finally {
    connector.kill();
  }
}, 240_000);
