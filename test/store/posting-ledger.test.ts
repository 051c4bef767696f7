import type { PostingLedger } from '../../src/store/posting-ledger';
import { openStore, type Store } from '../../src/store/open-store';
import { STORES, type Place } from './stores';

const NOW = Date.UTC(2024, 6, 8, 7);
const SECOND = 1_000;
const KEY = { topic: 'digest:abc', slot: '2024-07-08' };

describe.each(STORES)('the ledger of posts over %s', (_kind, emptyPlace) => {
  let place: Place;
  let store: Store;
  let ledger: PostingLedger;
  beforeEach(async () => {
    place = await emptyPlace();
    store = await openStore(place.url, () => NOW);
    ledger = store.ledger;
  });
  afterEach(async () => {
    store.close();
    await place.clear();
  });
  const untold = async (at: number) => (await ledger.untold(at, 9)).length;
  async function fail(at: number, by = 'one'): Promise<void> {
    await ledger.plan(KEY, at, at);
    await ledger.claim(KEY, { by, until: at + SECOND }, at);
    await ledger.settle(KEY, by, { state: 'failed', reason: 'refused', message: null }, at);
  }

  test('has somebody told by one, and by another once the first has held it for too long, whose word then counts', async () => {
    await fail(NOW);
    const [post] = await ledger.untold(NOW, 9);
    if (post === undefined) throw new Error('nobody is to be told');
    expect(await ledger.tell(post, NOW + SECOND, NOW)).toBe(true);
    expect(await ledger.tell(post, NOW + SECOND, NOW)).toBe(false);
    expect(await ledger.tell(post, NOW + 3 * SECOND, NOW + SECOND)).toBe(true);
    await ledger.told(post, NOW + SECOND, { again: null, doubts: 0 });
    expect(await untold(NOW + 3 * SECOND)).toBe(1);
    await ledger.told(post, NOW + 3 * SECOND, { again: null, doubts: 1 });
    expect(await untold(NOW + 9 * SECOND)).toBe(0);
    expect((await ledger.history(KEY.topic, 1))[0]?.doubts).toBe(1);
    await ledger.again(KEY, NOW + 9 * SECOND);
    expect((await ledger.history(KEY.topic, 1))[0]?.doubts).toBe(0);
  });

  test('has nobody told of a post as it was before it was asked for again, and somebody of what became of it then', async () => {
    await fail(NOW);
    const [post] = await ledger.untold(NOW, 9);
    if (post === undefined) throw new Error('nobody is to be told');
    await ledger.again(KEY, NOW + 1);
    expect(await ledger.tell(post, NOW + SECOND, NOW + 2)).toBe(false);
    await fail(NOW + 3, 'two');
    expect(await ledger.tell(post, NOW + SECOND, NOW + 4)).toBe(false);
    expect(await untold(NOW + 4)).toBe(1);
  });
});
