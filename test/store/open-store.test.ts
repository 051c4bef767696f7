import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { execFile } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { openStore, type Store } from '../../src/store/open-store';

const NOW = Date.UTC(2024, 6, 11, 9, 42);
const MINUTE = 60_000;
const query = '{"intent":"value","metrics":["dna-rate"]}';

let folder: string;
let url: string;
let open: Store[];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tally-store-'));
  url = pathToFileURL(join(folder, 'deep', 'state.db')).href;
  open = [];
});
afterEach(() => {
  for (const store of open) store.close();
  rmSync(folder, { recursive: true });
});

async function start(): Promise<Store> {
  const store = await openStore(url, () => NOW);
  open.push(store);
  return store;
}

describe('which messages were answered', () => {
  it('gives a delivery to the first claim only, a message in another conversation being another delivery', async () => {
    const { answered } = await start();
    expect(await answered.claim('a', '1', NOW)).toBe(true);
    expect(await answered.claim('a', '1', NOW)).toBe(false);
    expect(await answered.claim('b', '1', NOW)).toBe(true);
    expect(await answered.claim('a', '2', NOW)).toBe(true);
  });

  it('gives a delivery to one of fifty simultaneous claims over two instances', async () => {
    const [one, two] = [await start(), await start()];
    const claims = await Promise.all(Array.from({ length: 50 }, (_, n) => (n % 2 ? one : two).answered.claim('a', '1', NOW)));
    expect(claims.filter(Boolean)).toHaveLength(1);
  });

  it('remembers over a restart', async () => {
    const first = await start();
    await first.answered.claim('a', '1', NOW);
    first.close();
    const second = await start();
    expect(await second.answered.claim('a', '1', NOW + MINUTE)).toBe(false);
  });

  it('forgets after a day, so that the file does not grow for ever', async () => {
    const { answered } = await start();
    await answered.claim('a', '1', NOW);
    await answered.claim('a', '2', NOW + 25 * 60 * MINUTE);
    expect(await answered.claim('a', '1', NOW + 25 * 60 * MINUTE)).toBe(true);
  });
});

describe('where the bot is installed', () => {
  const team = { place: 'team:19:t', conversation: '19:c', kind: 'channel', tenant: 'x', serviceUrl: 'https://a/' } as const;

  it('says hello once, and again after a removal', async () => {
    const { installations } = await start();
    expect(await installations.state(team.place)).toBeNull();
    expect(await installations.install(team, NOW)).toBe(true);
    expect(await installations.install({ ...team, serviceUrl: 'https://b/' }, NOW)).toBe(false);
    expect(await installations.state(team.place)).toBe('installed');
    await installations.remove(team, NOW);
    await installations.remove(team, NOW);
    expect(await installations.state(team.place)).toBe('removed');
    expect(await installations.install(team, NOW)).toBe(true);
  });

  it('can be told of a removal from a place it never heard of', async () => {
    const { installations } = await start();
    await installations.remove(team, NOW);
    expect(await installations.state(team.place)).toBe('removed');
  });
});

describe('what was asked just before', () => {
  it('is kept for one person in one conversation, for half an hour', async () => {
    const { contexts } = await start();
    await contexts.remember('a', 'anna', query, NOW);
    expect(await contexts.recall('a', 'anna', NOW + 29 * MINUTE)).toBe(query);
    expect(await contexts.recall('a', 'anna', NOW + 31 * MINUTE)).toBeNull();
    expect(await contexts.recall('a', 'bert', NOW)).toBeNull();
    expect(await contexts.recall('b', 'anna', NOW)).toBeNull();
  });

  it('is the latest by the instant of asking, whichever is written last', async () => {
    const { contexts } = await start();
    const later = '{"intent":"value","metrics":["acpl"]}';
    await contexts.remember('a', 'anna', later, NOW + 1);
    await contexts.remember('a', 'anna', query, NOW);
    expect(await contexts.recall('a', 'anna', NOW + 2)).toBe(later);
  });
});

describe('opening the store', () => {
  it('is ready when open and not ready when closed', async () => {
    const store = await start();
    expect(await store.ready()).toBe(true);
    store.close();
    expect(await store.ready()).toBe(false);
  });

  it('survives instances starting on the same new file at once', async () => {
    const stores = await Promise.all([start(), start(), start()]);
    expect(await Promise.all(stores.map((store) => store.ready()))).toEqual([true, true, true]);
  });

  it('writes ahead, so that a reader never waits for a writer', async () => {
    await start();
    const raw = (await import('@libsql/client')).createClient({ url });
    expect((await raw.execute('pragma journal_mode')).rows[0]?.['journal_mode']).toBe('wal');
    raw.close();
  });

  it('keeps a claim when the process is killed straight after it', async () => {
    (await start()).close();
    const child = `const {createClient}=require('@libsql/client');
      createClient({url:${JSON.stringify(url)}}).execute("insert into answered_message values ('k','1',${NOW})")
        .then(() => process.kill(process.pid, 'SIGKILL'))`;
    await expect(promisify(execFile)(process.execPath, ['-e', child])).rejects.toMatchObject({ signal: 'SIGKILL' });
    expect(await (await start()).answered.claim('k', '1', NOW)).toBe(false);
  });

  it('refuses a file that is not a database, and one of a newer version, with its own code', async () => {
    const notADatabase = join(folder, 'x.db');
    writeFileSync(notADatabase, 'not a database at all, only words that go on for a while'.repeat(40));
    await expect(openStore(pathToFileURL(notADatabase).href, () => NOW)).rejects.toMatchObject({ code: 'STORE_FAILED' });
    (await start()).close();
    const raw = (await import('@libsql/client')).createClient({ url });
    await raw.execute('insert into schema_migration values (999, 0)');
    raw.close();
    await expect(openStore(url, () => NOW)).rejects.toThrow(/schema version 999/);
  });

  it('says STORE_FAILED, and nothing of the driver, to people', async () => {
    const store = await start();
    store.close();
    await expect(store.answered.claim('a', '1', NOW)).rejects.toMatchObject({
      code: 'STORE_FAILED',
      sentence: 'That could not be answered just now. Try again in a minute.',
    });
  });
});
