import type { Origin } from '../../src/digests/carry-out';
import { querySchema } from '../../src/engine/query';
import { MIGRATIONS } from '../../src/store/migrations';
import { openStore, type Store } from '../../src/store/open-store';
import { KEPT_BY_ORGANISATION } from '../../src/store/renamed';
import { FollowCommands } from '../../src/watches/follow-commands';
import * as sample from '../fixtures/cards/answers';
import { CATALOGUE } from '../language/trust-language';
import { postgresPlace, STORES, type Place } from './stores';

const query = (metric: string) => querySchema.parse({ intent: 'value', metrics: [metric], period: { from: '2024-06-01', to: '2024-06-30', grain: 'month', label: 'June 2024', asked: null } });
const ORIGIN: Origin = {
  asker: { id: 'anna', name: 'Anna', tenant: 't' }, place: { kind: 'personal', id: 'a:anna' }, at: 0,
  address: { kind: 'personal', conversation: 'a:anna', serviceUrl: 'https://smba.trafficmanager.net/uk/', tenant: 't', team: null },
};
const follower = (organisation: string) => ({ organisation, person: 'anna', tenant: 't' });
const digest = (organisation: string, id: string) => ({
  id, organisation, name: 'Theatres', query: '{}', schedule: { every: 'week' as const, on: 1, at: '08:00', zone: 'Europe/London' },
  to: { kind: 'channel' as const, conversation: '19:c', serviceUrl: 'https://smba.trafficmanager.net/uk/', tenant: 't', team: null }, person: null, setUpBy: { id: 'anna', name: 'Anna' }, standing: 'active' as const, why: '', since: 0,
});

describe.each(STORES)('an organisation that is called otherwise, in %s', (_kind, emptyPlace) => {
  let place: Place;
  let store: Store;
  beforeAll(async () => {
    place = await emptyPlace();
    store = await openStore(place.url, () => 0);
  });
  afterAll(async () => {
    store.close();
    await place.clear();
  });

  test('keeps its digests and what people follow, and nothing of another', async () => {
    await store.subscriptions.create(digest('Old Trust', 'a'), 0);
    await store.subscriptions.create(digest('Another Trust', 'b'), 0);
    await store.followed.add(follower('Old Trust'), { what: 'dna', query: '{"a":1}' }, 5);
    await store.followed.add(follower('Old Trust'), { what: 'acpl', query: '{}' }, 6);
    await store.followed.add(follower('New Trust'), { what: 'dna', query: '{"a":2}' }, 7);
    for (const _ of [1, 2]) await store.keepUnderName('New Trust', ['Older Trust', 'Old Trust']);
    expect((await store.subscriptions.all('New Trust')).map(({ id }) => id)).toEqual(['a']);
    expect((await store.subscriptions.all('Another Trust')).map(({ id }) => id)).toEqual(['b']);
    expect(await store.followed.of(follower('New Trust'))).toEqual([{ what: 'acpl', query: '{}' }, { what: 'dna', query: '{"a":2}' }]);
  });

  test('goes on with the one digest of what somebody follows, and ends it with the last of that', async () => {
    const begun = query('dna-rate');
    await following('The Old Trust').carryOut({ kind: 'follow', what: 'create', query: begun }, ORIGIN);
    const before = await store.subscriptions.all('The Old Trust');
    await store.keepUnderName('The New Trust', ['The Old Trust']);
    const renamed = following('The New Trust');
    expect((await renamed.carryOut({ kind: 'follow', what: 'list' }, ORIGIN)).headline).toMatch(/^You follow one measure, posted every Monday at 08:00/);
    await renamed.carryOut({ kind: 'follow', what: 'create', query: query('pifu-rate') }, ORIGIN);
    expect((await store.subscriptions.all('The New Trust')).map(({ id }) => id)).toEqual(before.map(({ id }) => id));
    for (const one of [begun, query('pifu-rate')]) await renamed.carryOut({ kind: 'follow', what: 'stop', query: one }, ORIGIN);
    expect(await store.subscriptions.all('The New Trust')).toEqual([]);
    await renamed.carryOut({ kind: 'follow', what: 'create', query: begun }, ORIGIN);
    expect(await store.subscriptions.all('The New Trust')).toMatchObject([{ name: 'Followed measures', standing: 'active' }]);
  });

  function following(name: string): FollowCommands {
    return new FollowCommands({ catalogue: { ...CATALOGUE, organisation: { ...CATALOGUE.organisation, name } }, followed: store.followed, subscriptions: store.subscriptions, chats: store.chats, road: { run: () => Promise.resolve(sample.VALUE) } });
  }
});

test('all that is kept is renamed, or none of it where one table cannot be', async () => {
  const place = await postgresPlace();
  const store = await openStore(place.url, () => 0);
  await store.subscriptions.create(digest('Old Trust', 'a'), 0);
  await place.raw(`insert into posted_card (card, organisation, query, posted_at) values ('c', 'Old Trust', '{}', 0)`);
  await place.raw(`create function refused() returns trigger language plpgsql as $$ begin raise exception 'refused'; end $$`);
  await place.raw('create trigger refused before update on posted_card for each row execute function refused()');
  await expect(store.keepUnderName('New Trust', ['Old Trust'])).rejects.toMatchObject({ code: 'STORE_FAILED' });
  expect((await store.subscriptions.all('Old Trust')).map(({ id }) => id)).toEqual(['a']);
  await place.raw('drop trigger refused on posted_card');
  await store.keepUnderName('New Trust', ['Old Trust']);
  expect((await store.subscriptions.all('New Trust')).map(({ id }) => id)).toEqual(['a']);
  store.close();
  await place.clear();
});

test('every table that keeps by organisation is thought of', () => {
  const made = MIGRATIONS.flat().flatMap((statement) => /create table if not exists (\w+) \([^;]*\borganisation text/.exec(statement)?.[1] ?? /alter table (\w+) add column organisation\b/.exec(statement)?.[1] ?? []);
  expect([...Object.keys(KEPT_BY_ORGANISATION), 'audit_trail'].sort()).toEqual([...made].sort());
});
