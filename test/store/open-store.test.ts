import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { MIGRATIONS } from '../../src/store/migrations';
import { openStore, type Store } from '../../src/store/open-store';
import { STORES, type Place } from './stores';

const NOW = Date.UTC(2024, 6, 11, 9, 42);
const MINUTE = 60_000;
const query = '{"intent":"value","metrics":["dna-rate"]}';

describe.each(STORES)('over %s', (_kind, emptyPlace) => {
  let place: Place;
  let open: Store[];
  beforeEach(async () => {
    place = await emptyPlace();
    open = [];
  });
  afterEach(async () => {
    for (const store of open) store.close();
    await place.clear();
  });

  async function start(): Promise<Store> {
    const store = await openStore(place.url, () => NOW);
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

    it('finds what it holds after any number of starts, and applies no version again', async () => {
      await (await start()).frozen.keep({ organisation: 'A trust', name: 'Pack', scorecard: 'theatres', query: '{}', answer: '{}', snapshot: 's', at: NOW, by: 'anna' });
      const applied = await place.raw('select * from schema_migration order by version');
      for (const opened of [await openStore(place.url, () => NOW + MINUTE), await openStore(place.url, () => NOW + MINUTE)]) {
        open.push(opened);
        expect((await opened.frozen.find('A trust', 'pack'))?.name).toBe('Pack');
      }
      expect(await place.raw('select * from schema_migration order by version')).toEqual(applied);
    });

    it('applies every version or none, and starts once what was in the way is gone', async () => {
      await place.raw('create table posted_card (of_somebody_else text)');
      await expect(openStore(place.url, () => NOW)).rejects.toMatchObject({ code: 'STORE_FAILED' });
      expect(await place.raw('select * from schema_migration')).toEqual([]);
      await expect(place.raw('select * from answered_message')).rejects.toThrow('answered_message');
      await place.raw('drop table posted_card');
      expect(await (await start()).ready()).toBe(true);
    });

    it('survives instances starting on the same empty place at once, each version being applied once', async () => {
      const stores = await Promise.all([start(), start(), start()]);
      expect(await Promise.all(stores.map((store) => store.ready()))).toEqual([true, true, true]);
      expect((await place.raw('select version from schema_migration order by version')).map(({ version }) => Number(version))).toEqual(MIGRATIONS.map((_, index) => index + 1));
    });

    it('keeps a claim when the process is killed straight after it', async () => {
      (await start()).close();
      const child = place.killedAfter(`insert into answered_message (conversation, activity, claimed_at) values ('k', '1', ${NOW})`);
      await expect(promisify(execFile)(process.execPath, ['-e', child])).rejects.toMatchObject({ signal: 'SIGKILL' });
      expect(await (await start()).answered.claim('k', '1', NOW)).toBe(false);
    });

    it('refuses a store that a newer version of the program wrote, and changes nothing in it', async () => {
      (await start()).close();
      await place.raw('insert into schema_migration values (999, 0)');
      await expect(openStore(place.url, () => NOW)).rejects.toThrow(/STORE_FAILED: the store has schema version 999/);
      expect(await place.raw('select version from schema_migration where version > 900')).toEqual([{ version: expect.anything() as unknown }]);
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
});
