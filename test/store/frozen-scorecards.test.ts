import { openStore, type Store } from '../../src/store/open-store';
import { STORES, type Place } from './stores';

const NOW = Date.UTC(2024, 6, 11, 8);
const TRUST = 'Demonstration trust';
const pack = { organisation: TRUST, name: 'Board pack July', scorecard: 'lead-measures', query: '{"q":1}', answer: '{"a":1}', snapshot: 's1', at: NOW, by: 'someone' };

describe.each(STORES)('over %s', (_kind, emptyPlace) => {
  let place: Place;
  let store: Store;
  beforeEach(async () => {
    place = await emptyPlace();
    store = await openStore(place.url, () => NOW);
  });
  afterEach(async () => {
    store.close();
    await place.clear();
  });

  test('a scorecard is found again under its name exactly as it was kept', async () => {
    expect(await store.frozen.keep(pack)).toBe(true);
    expect(await store.frozen.find(TRUST, 'Board pack July')).toEqual(pack);
    expect(await store.frozen.find(TRUST, 'board pack August')).toBeNull();
  });

  test('a name that differs in case or spaces alone is taken, and the first scorecard stays', async () => {
    await store.frozen.keep(pack);
    expect(await store.frozen.keep({ ...pack, name: ' board  PACK july ', answer: '{"a":2}' })).toBe(false);
    expect((await store.frozen.find(TRUST, 'BOARD PACK JULY'))?.answer).toBe('{"a":1}');
  });

  test('of two that are kept at the same moment under one name, one is', async () => {
    const kept = await Promise.all([store.frozen.keep(pack), store.frozen.keep({ ...pack, by: 'another' })]);
    expect(kept.filter((one) => one)).toHaveLength(1);
  });

  test('names come with their queries, the newest first', async () => {
    await store.frozen.keep(pack);
    await store.frozen.keep({ ...pack, name: 'Board pack August', at: NOW + 1 });
    expect(await store.frozen.names(TRUST)).toEqual([{ name: 'Board pack August', query: '{"q":1}' }, { name: 'Board pack July', query: '{"q":1}' }]);
  });

  test('what was kept outlives a restart', async () => {
    await store.frozen.keep(pack);
    store.close();
    store = await openStore(place.url, () => NOW);
    expect((await store.frozen.find(TRUST, 'board pack july'))?.name).toBe('Board pack July');
  });

  test('two configurations over one store keep the same name apart', async () => {
    const other = { ...pack, organisation: 'The trust as printed', answer: '{"a":2}' };
    expect([await store.frozen.keep(pack), await store.frozen.keep(other)]).toEqual([true, true]);
    expect((await store.frozen.find(other.organisation, 'Board pack July'))?.answer).toBe('{"a":2}');
    expect(await store.frozen.names('A third trust')).toEqual([]);
  });

  test('names of one moment come in the order of their code points, whatever the database sorts by', async () => {
    await store.frozen.keep({ ...pack, name: 'Élan' });
    await store.frozen.keep({ ...pack, name: 'Zulu' });
    expect((await store.frozen.names(TRUST)).map(({ name }) => name)).toEqual(['Zulu', 'Élan']);
  });
});
