import { openStore, type Store } from '../../src/store/open-store';
import { STORES, type Place } from './stores';

const ANNA = { organisation: 'Trust', person: 'anna', tenant: 't' };

describe.each(STORES)('what people follow, kept in %s', (_kind, emptyPlace) => {
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

  test('is in the order in which it began, once each, each person’s own, and still there for another instance', async () => {
    const { followed } = store;
    expect(await followed.add(ANNA, { what: 'dna', query: '{"a":1}' }, 5)).toBe(true);
    expect(await followed.add(ANNA, { what: 'acpl', query: '{"b":2}' }, 6)).toBe(true);
    expect(await followed.add(ANNA, { what: 'dna', query: '{"a":3}' }, 7)).toBe(false);
    expect(await followed.add({ ...ANNA, tenant: null }, { what: 'los', query: '{}' }, 7)).toBe(true);
    const other = await openStore(place.url, () => 0);
    expect(await other.followed.of(ANNA)).toEqual([{ what: 'dna', query: '{"a":1}' }, { what: 'acpl', query: '{"b":2}' }]);
    other.close();
    expect([await followed.remove(ANNA, 'dna'), await followed.remove(ANNA, 'dna')]).toEqual([true, false]);
    expect((await followed.of(ANNA)).map(({ what }) => what)).toEqual(['acpl']);
  });
});
