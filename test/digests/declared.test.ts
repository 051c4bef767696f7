import type { Catalogue } from '../../src/catalogue/catalogue';
import { declaredDigestSchema, type DeclaredDigest } from '../../src/catalogue/declared-digest';
import { DeclaredDigests, isDeclared } from '../../src/digests/declared';
import { openStore, type Store } from '../../src/store/open-store';
import { CATALOGUE } from '../language/trust-language';
import { STORES, type Place } from '../store/stores';

const ORGANISATION = CATALOGUE.organisation.name;
const MONDAY = Date.UTC(2024, 6, 8, 6);
const HOUR = 60 * 60_000;
const digest = (more: object = {}): DeclaredDigest => declaredDigestSchema.parse({
  id: 'theatres', name: 'Theatres', scorecard: 'theatres', when: { every: 'Monday', at: '08:00' }, where: { channel: '19:c', team: '19:t' }, owner: { id: 'tom', name: 'Tom Ashdown' }, ...more,
});

let place: Place;
let store: Store;
let now = MONDAY;
afterEach(async () => {
  store.close();
  await place.clear();
});

async function open(placeOf: () => Promise<Place>, isInstalled = true): Promise<void> {
  now = MONDAY;
  place = await placeOf();
  store = await openStore(place.url, () => now);
  if (isInstalled) await install();
}
const install = () => store.installations.install({ place: 'team:19:t', conversation: '19:t', kind: 'channel', tenant: 'tenant', serviceUrl: 'https://smba.trafficmanager.net/uk/' }, now);
const declared = (...digests: readonly DeclaredDigest[]): DeclaredDigests => new DeclaredDigests({
  catalogue: { ...CATALOGUE, digests } satisfies Catalogue, subscriptions: store.subscriptions, ledger: store.ledger, clock: () => now,
  places: { installed: (where) => store.installations.installed(where), chatOf: (person) => store.chats.ofAnyTenant(person) },
});
const all = () => store.subscriptions.all(ORGANISATION);

describe.each(STORES)('kept in %s', (_, placeOf) => {
  test('what is declared is posted where and when it says, and a start that changes nothing changes nothing', async () => {
    await open(placeOf);
    await declared(digest({ filters: { specialty: ['120'] }, when: { every: 'month', on: 31, at: '16:00', zone: 'America/New_York' } })).reconcile();
    const [one] = await all();
    expect(one).toMatchObject({
      name: 'Theatres', standing: 'active', since: MONDAY, schedule: { every: 'month', on: 31, at: '16:00', zone: 'America/New_York' }, setUpBy: { id: 'tom', name: 'Tom Ashdown' }, person: null,
      to: { kind: 'channel', conversation: '19:c', team: '19:t', tenant: 'tenant', serviceUrl: 'https://smba.trafficmanager.net/uk/' },
    });
    expect(JSON.parse(one?.query ?? '')).toMatchObject({ intent: 'scorecard', scorecard: 'theatres', filters: { specialty: ['120'] }, period: { asked: null } });
    now += HOUR;
    await declared(digest({ filters: { specialty: ['120'] }, when: { every: 'month', on: 31, at: '16:00', zone: 'America/New_York' } })).reconcile();
    expect((await all()).map(({ since, standing }) => ({ since, standing }))).toEqual([{ since: MONDAY, standing: 'active' }]);
  });

  test('what is declared otherwise is changed, and what is taken out is stopped with its history kept; put back, it goes on from then', async () => {
    await open(placeOf);
    await declared(digest()).reconcile();
    const [before] = await all();
    const topic = `digest:${before?.id ?? ''}`;
    await store.ledger.plan({ topic, slot: '2024-07-08' }, MONDAY + HOUR, MONDAY);
    await declared(digest({ name: 'Monday theatres', when: { every: 'Monday', at: '08:30' } })).reconcile();
    expect(await all()).toMatchObject([{ id: before?.id, name: 'Monday theatres', schedule: { at: '08:30' } }]);
    await declared().reconcile();
    expect(await all()).toEqual([]);
    expect(await store.subscriptions.get(before?.id ?? '')).toMatchObject({ standing: 'stopped', why: 'it was taken out of digests.yaml' });
    expect(await store.ledger.history(topic, 10)).toHaveLength(1);
    now += 30 * HOUR;
    await declared(digest()).reconcile();
    expect(await all()).toMatchObject([{ id: before?.id, standing: 'active', since: now }]);
  });

  test('one for a place that Tally is not in yet waits for it, and one that somebody set up in chat is left alone', async () => {
    await open(placeOf, false);
    const parts = declared(digest());
    await parts.reconcile();
    expect(await all()).toMatchObject([{ standing: 'suspended', why: 'Tally is not installed there yet' }]);
    await parts.findPlaces(await all());
    expect(await all()).toMatchObject([{ standing: 'suspended' }]);
    now += HOUR;
    await install();
    await parts.findPlaces(await all());
    expect(await all()).toMatchObject([{ standing: 'active', why: '', since: now, to: { serviceUrl: 'https://smba.trafficmanager.net/uk/' } }]);
    const [one] = await all();
    if (one !== undefined) await store.subscriptions.create({ ...one, id: 'from-a-chat', name: 'Another' }, now);
    await declared().reconcile();
    expect((await all()).map(({ id }) => id)).toEqual(['from-a-chat']);
    expect(isDeclared({ id: 'from-a-chat' })).toBe(false);
  });

  test('one for a person goes to their own chat, once they have written to Tally', async () => {
    await open(placeOf);
    const mine = digest({ where: { person: 'B1A7' } });
    await declared(mine).reconcile();
    expect(await all()).toMatchObject([{ standing: 'suspended' }]);
    await store.chats.remember('b1a7', { conversation: 'a:tom', serviceUrl: 'https://smba.trafficmanager.net/uk/', tenant: 'tenant' }, now);
    await declared(mine).findPlaces(await all());
    expect(await all()).toMatchObject([{ standing: 'active', person: 'B1A7', to: { kind: 'personal', conversation: 'a:tom', tenant: 'tenant' } }]);
  });
});
