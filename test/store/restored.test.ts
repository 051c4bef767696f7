import { openStore } from '../../src/store/open-store';
import { STORES } from './stores';

const NOW = Date.UTC(2024, 5, 12, 8);
const HOUR = 3_600_000;

test.each(STORES)('over %s: once a backup is back, what was due and not settled is in doubt, what is settled or still to come is not', async (_kind, emptyPlace) => {
  const place = await emptyPlace();
  const store = await openStore(place.url, () => NOW);
  const key = (slot: string) => ({ topic: 'digest:abc', slot });
  for (const [slot, due] of [['2024-06-10', -48], ['2024-06-11', -24], ['2024-06-12', -1], ['2024-06-13', 24]] as const) await store.ledger.plan(key(slot), NOW + due * HOUR, NOW);
  await store.ledger.skip(key('2024-06-10'), 'on purpose', NOW);
  await store.ledger.claim(key('2024-06-11'), { by: 'one', until: NOW + HOUR }, NOW);
  expect(await store.ledger.doubt('the state was restored', NOW)).toBe(2);
  expect((await store.ledger.history('digest:abc', 9)).map(({ state }) => state)).toEqual(['planned', 'ambiguous', 'ambiguous', 'skipped']);
  expect(await store.ledger.begin(key('2024-06-11'), { by: 'one', until: NOW + HOUR }, { reason: '', shown: null }, NOW)).toBe(false);
  expect((await store.ledger.untold(NOW, 9)).map(({ slot }) => slot)).toEqual(['2024-06-11', '2024-06-12']);
  store.close();
  await place.clear();
});
