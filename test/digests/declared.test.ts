import { grantsOf } from '../../src/access/granted';
import type { Catalogue } from '../../src/catalogue/catalogue';
import { declaredDigestSchema, type DeclaredDigest } from '../../src/catalogue/declared-digest';
import { DeclaredDigests, isDeclared } from '../../src/digests/declared';
import { knownPlaces } from '../../src/store/known-places';
import { placeNow } from '../../src/digests/place-of';
import { AUDIENCE } from '../../src/language/question';
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
const declared = (...digests: readonly DeclaredDigest[]): DeclaredDigests => declaredBy(CATALOGUE.organisation, digests);
const declaredBy = (organisation: Catalogue['organisation'], digests: readonly DeclaredDigest[]): DeclaredDigests => new DeclaredDigests({
  catalogue: { ...CATALOGUE, organisation, digests } satisfies Catalogue, subscriptions: store.subscriptions, ledger: store.ledger, clock: () => now,
  places: knownPlaces(store),
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

  test('what is declared goes on as what it was where the organisation is called otherwise, and is taken out as that', async () => {
    await open(placeOf);
    await declared(digest()).reconcile();
    const [before] = await all();
    const renamed = { ...CATALOGUE.organisation, name: 'The new trust', formerly: [ORGANISATION] };
    await store.keepUnderName(renamed.name, renamed.formerly);
    now += HOUR;
    await declaredBy(renamed, [digest({ name: 'Monday theatres' })]).reconcile();
    expect(await store.subscriptions.all(renamed.name)).toEqual([{ ...before, organisation: renamed.name, name: 'Monday theatres' }]);
    await store.seen.remember('19:c', { isShared: false, name: 'Theatres' });
    await declaredBy(renamed, [digest()]).findPlaces(await store.subscriptions.all(renamed.name));
    expect((await store.subscriptions.all(renamed.name))[0]?.to.called).toBe('the channel “Theatres”');
    await declaredBy(renamed, []).reconcile();
    expect(await store.subscriptions.all(renamed.name)).toEqual([]);
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

  test('one that went to a person and now goes to a channel is written with the channel’s access, and no more with theirs', async () => {
    await open(placeOf);
    await store.chats.remember('b1a7', { conversation: 'a:tom', serviceUrl: 'https://smba.trafficmanager.net/uk/', tenant: 'tenant' }, now);
    await declared(digest({ where: { person: 'B1A7' } })).reconcile();
    await declared(digest()).reconcile();
    expect(await all()).toMatchObject([{ standing: 'active', person: null, to: { kind: 'channel', conversation: '19:c' } }]);
  });
});

/** What may be shown where the digest goes, where nothing but its team's Entra group is granted anything: all that is open, with small numbers; or nothing. */
async function shownThere(conversations: readonly string[] = []): Promise<readonly [parts: number, restricted: readonly string[]]> {
  const [one] = await all();
  const because = { because: 'Theatres', owner: 'An analyst' };
  const grants = [{ users: [], teams: ['entra-group'], conversations: [], may: ['small-numbers'], guests: 'none' as const, ...because }, { users: [], teams: [], conversations: [...conversations], may: ['small-numbers'], guests: 'none' as const, ...because }];
  const { here } = grantsOf({ ...CATALOGUE, access: null, grants }).of({ id: AUDIENCE, name: null, tenant: null }, one === undefined ? { kind: 'terminal', id: '' } : await placeNow(one.to, knownPlaces(store), true));
  return [here.open.length, [...here.restricted.keys()]];
}

describe('what a declared digest may show', () => {
  const [storeOf] = STORES.map(([, each]) => each);
  const begin = async (where: object = {}): Promise<DeclaredDigests> => {
    if (storeOf === undefined) throw new Error('no store to keep it in');
    await open(storeOf);
    await store.teamGroups.remember('19:t', 'entra-group');
    const parts = declared(digest({ where: { channel: '19:c', team: '19:t', ...where } }));
    await parts.reconcile();
    return parts;
  };

  test('is its team’s in a channel that Teams has shown to be the team’s alone, from the next look on', async () => {
    const parts = await begin();
    expect(await shownThere()).toEqual([0, []]);
    await store.seen.remember('19:c', { isShared: false, name: 'Theatres' });
    await parts.findPlaces(await all());
    expect(await shownThere()).toEqual([1, ['small-numbers']]);
    expect((await all())[0]?.to.called).toBe('the channel “Theatres”');
  });

  test('is its team’s where the folder says that nobody else reads it, and in a team’s first channel, which nobody else can', async () => {
    await begin({ shared: false });
    expect(await shownThere()).toEqual([1, ['small-numbers']]);
    store.close();
    await place.clear();
    await begin({ channel: '19:t' });
    expect(await shownThere()).toEqual([1, ['small-numbers']]);
  });

  test.each([['that the folder calls shared', { shared: true }, false], ['that Teams has shown to be shared, whatever the folder says', { shared: false }, true]])('is nothing of its team’s in a channel %s; what the channel itself is granted is shown, and nothing restricted', async (_, where, isShared) => {
    const parts = await begin(where);
    await store.seen.remember('19:c', { isShared, name: null });
    await store.seen.remember('19:c', { isShared: false, name: null });
    await parts.findPlaces(await all());
    expect(await shownThere()).toEqual([0, []]);
    expect(await shownThere(['19:c'])).toEqual([1, []]);
  });

  test('in a group of which nothing is known is nothing restricted', async () => {
    if (storeOf === undefined) throw new Error('no store to keep it in');
    await open(storeOf);
    await store.installations.install({ place: '19:g', conversation: '19:g', kind: 'group', tenant: 'tenant', serviceUrl: 'https://smba.trafficmanager.net/uk/' }, now);
    const parts = declared(digest({ where: { group: '19:g' } }));
    await parts.reconcile();
    expect(await shownThere(['19:g'])).toEqual([1, []]);
    await store.seen.remember('19:g', { isShared: false, name: 'On call' });
    await parts.findPlaces(await all());
    expect(await shownThere(['19:g'])).toEqual([1, ['small-numbers']]);
  });
});

test('what has become of a declared digest is kept, and told with what the folder declares now', async () => {
  const [, storeOf] = STORES[0] ?? [];
  if (storeOf === undefined) throw new Error('no store to keep it in');
  await open(storeOf);
  await declared(digest()).reconcile();
  const [before] = await all();
  await store.subscriptions.change(before?.id ?? '', { standing: 'suspended', why: 'Tally cannot post there any more' }, now);
  const later = digest({ name: 'Monday theatres', when: { every: 'Monday', at: '08:30' } });
  expect(await declared(later).asDeclared()).toMatchObject([{ name: 'Monday theatres', schedule: { at: '08:30' }, standing: 'suspended', why: 'Tally cannot post there any more' }]);
  expect((await all())[0]?.name).toBe('Theatres');
  expect(await declared(digest({ where: { channel: '19:elsewhere', team: '19:t' } })).asDeclared()).toMatchObject([{ standing: 'active', to: { conversation: '19:elsewhere' } }]);
});
