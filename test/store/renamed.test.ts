import { MIGRATIONS } from '../../src/store/migrations';
import { openStore, type Store } from '../../src/store/open-store';
import { KEPT_BY_ORGANISATION } from '../../src/store/renamed';
import { STORES, type Place } from './stores';

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
});

test('every table that keeps by organisation is thought of', () => {
  const made = MIGRATIONS.flat().flatMap((statement) => /create table if not exists (\w+) \([^;]*\borganisation text/.exec(statement)?.[1] ?? /alter table (\w+) add column organisation\b/.exec(statement)?.[1] ?? []);
  expect(Object.keys(KEPT_BY_ORGANISATION).sort()).toEqual([...made].sort());
});
