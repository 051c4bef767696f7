import { MIGRATIONS } from '../../src/store/migrations';
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

  test.each(['skipped', 'failed'] as const)('has what a clock that is days ahead says was %s taken up anew, where it is due by a clock that is right, and told of anew', async (state) => {
    const ahead = NOW + 8 * 24 * 3_600 * SECOND;
    await ledger.plan(KEY, NOW, NOW);
    await ledger.claim(KEY, { by: 'ahead', until: ahead + SECOND }, ahead);
    await ledger.settle(KEY, 'ahead', { state, reason: 'long past', message: null }, ahead);
    for (const post of await ledger.untold(ahead, 9)) {
      await ledger.tell(post, ahead + SECOND, ahead);
      await ledger.told(post, ahead + SECOND, { again: null, doubts: 0 });
    }
    expect(await ledger.due(NOW - SECOND, 9)).toEqual([]);
    expect(await ledger.due(NOW, 9)).toMatchObject([{ ...KEY, state: 'planned', reason: '' }]);
    expect(await ledger.claim(KEY, { by: 'right', until: NOW + SECOND }, NOW)).toBe(true);
    await ledger.settle(KEY, 'right', { state: 'failed', reason: 'refused', message: null }, NOW);
    expect(await ledger.due(NOW + SECOND, 9)).toEqual([]);
    expect(await untold(NOW + SECOND)).toBe(1);
  });

  test('has somebody told now of what a clock that is days ahead has put off', async () => {
    const ahead = NOW + 8 * 24 * 3_600 * SECOND;
    await fail(NOW);
    const [post] = await ledger.untold(ahead, 9);
    if (post === undefined) throw new Error('nobody is to be told');
    await ledger.tell(post, ahead + SECOND, ahead);
    await ledger.told(post, ahead + SECOND, { again: ahead + 60 * SECOND, doubts: 0 });
    const [again] = await ledger.untold(NOW + SECOND, 9);
    expect(again).toMatchObject(KEY);
    expect(again !== undefined && await ledger.tell(again, NOW + 2 * SECOND, NOW + SECOND)).toBe(true);
  });

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

  test('shows an organisation its own posts alone, of several that keep theirs in one place', async () => {
    const [ours, theirs] = [ledger.of('Ours'), ledger.of('Theirs')];
    await theirs.plan(KEY, NOW, NOW);
    expect([await ours.due(NOW, 9), (await theirs.due(NOW, 9)).length]).toEqual([[], 1]);
    await theirs.claim(KEY, { by: 'one', until: NOW + SECOND }, NOW);
    await theirs.begin(KEY, { by: 'one', until: NOW + SECOND }, { reason: '', shown: null }, NOW);
    await ours.giveUp(NOW + SECOND);
    expect((await theirs.history(KEY.topic, 1))[0]?.state).toBe('sending');
    await theirs.giveUp(NOW + SECOND);
    expect([await ours.untold(NOW + SECOND, 9), (await theirs.untold(NOW + SECOND, 9)).length]).toEqual([[], 1]);
  });

  test('shows what an older program plans to whoever owns the digest or the alert, and what nobody owns to anybody', async () => {
    const to = { kind: 'channel', conversation: '19:c', serviceUrl: 'https://smba.trafficmanager.net/uk/', tenant: 't', team: null } as const;
    const kept = { organisation: 'Theirs', name: 'One of theirs', query: '{}', to, person: null, setUpBy: { id: 'anna', name: null }, standing: 'active', why: '', since: NOW } as const;
    await store.subscriptions.create({ ...kept, id: 'd1', schedule: { every: 'week', on: 1, at: '08:00', zone: 'Europe/London' } }, NOW);
    await store.watches.create({ ...kept, id: 'w1', condition: { kind: 'special-cause' }, mutedTo: null, fired: '', crossing: null, isPlanned: true, judged: '', checked: '', unjudged: '', turn: 0 }, NOW);
    const topics = ['digest-notice:d1:0', 'digest:d1', 'digest:of-nobody', 'watch-notice:w1:0', 'watch:w1:a-snapshot'];
    for (const topic of topics) await ledger.plan({ ...KEY, topic }, NOW, NOW);
    const due = async (organisation: string) => (await ledger.of(organisation).due(NOW, 9)).map(({ topic }) => topic);
    expect([await due('Ours'), await due('Theirs')]).toEqual([['digest:of-nobody'], topics]);
    await ledger.claim({ ...KEY, topic: 'digest:d1' }, { by: 'older', until: NOW + SECOND }, NOW);
    await ledger.settle({ ...KEY, topic: 'digest:d1' }, 'older', { state: 'failed', reason: 'refused', message: null }, NOW);
    expect([await ledger.of('Ours').untold(NOW, 9), (await ledger.of('Theirs').untold(NOW, 9)).length]).toEqual([[], 1]);
  });

  test('gives what an older store holds to whoever owns the digest or the alert, and what nobody owns to anybody', async () => {
    const older = await emptyPlace();
    const before = MIGRATIONS.findIndex((statements) => statements.some((sql) => sql.includes('posting add column organisation')));
    for (const sql of ['create table schema_migration (version integer primary key, applied_at integer not null) strict', ...MIGRATIONS.slice(0, before).flat()]) await older.raw(older.schema(sql));
    for (let version = 1; version <= before; version += 1) await older.raw(`insert into schema_migration values (${version}, ${NOW})`);
    const one = `'{}', '{}', null, 'anna', null, 'active', ''`;
    await older.raw(`insert into subscription (id, organisation, name, query, schedule, address, person, set_up_by, set_up_by_name, standing, why, since, changed_at) values ('d1', 'Theirs', 'A digest', '{}', ${one}, 0, 0)`);
    await older.raw(`insert into watch (id, organisation, name, query, condition, address, person, set_up_by, set_up_by_name, standing, why, fired, planned, judged, checked, unjudged, turn, changed_at) values ('w1', 'Theirs', 'An alert', '{}', ${one}, '', 1, '', '', '', 0, 0)`);
    for (const topic of ['digest:d1', 'watch:w1:a-snapshot', 'watch-notice:w1:0', 'digest:of-nobody']) {
      await older.raw(`insert into posting (topic, slot, state, due_at, not_before, attempts, reason, told, changed_at) values ('${topic}', '2024-07-08', 'planned', ${NOW}, ${NOW}, 0, '', 0, ${NOW})`);
    }
    const opened = await openStore(older.url, () => NOW);
    const due = async (organisation: string) => (await opened.ledger.of(organisation).due(NOW, 9)).map(({ topic }) => topic);
    expect([await due('Ours'), await due('Theirs')]).toEqual([['digest:of-nobody'], ['digest:d1', 'digest:of-nobody', 'watch-notice:w1:0', 'watch:w1:a-snapshot']]);
    opened.close();
    await older.clear();
  });
});

test('what an older store holds is given to its owners by the key of posts, and not by trying every owner on every post', async () => {
  const place = await (STORES[0]?.[1] ?? (() => Promise.reject(new Error('no store'))))();
  (await openStore(place.url, () => NOW)).close();
  const given = MIGRATIONS.flat().filter((sql) => sql.startsWith('update posting set organisation'));
  expect(given.length).toBeGreaterThan(0);
  for (const sql of given) {
    const steps = (await place.raw(`explain query plan ${sql}`)).map(({ detail }) => String(detail));
    expect(steps.filter((step) => step.includes('posting'))).toEqual([expect.stringMatching(/^SEARCH posting USING PRIMARY KEY/)]);
  }
  await place.clear();
});
