import { openStore, type Store } from '../../src/store/open-store';
import { MIGRATIONS } from '../../src/store/migrations';
import { STORES, type Place } from './stores';

const NOW = Date.UTC(2024, 6, 11, 8);
const TRUST = 'Demonstration trust';
const row = {
  organisation: TRUST, at: NOW, tenant: 'a-tenant', who: 'Anna', place: 'personal', conversation: 'a:chat', way: 'chat', query: '{"intent":"value"}', snapshot: 's1', outcome: 'answered', reason: null, suppression: 'none',
} as const;

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

  test('what was recorded is read in the order in which it was, also what happened twice in the same millisecond', async () => {
    const rows = [row, row, { ...row, outcome: 'refused', reason: 'not-permitted', query: null, snapshot: null, tenant: null, suppression: 'lifted' as const }];
    for (const one of rows) await store.audit.append(one);
    expect(await store.audit.read([TRUST], NOW, null)).toEqual(rows);
  });

  test('is read from a moment on, of one person and of one organisation', async () => {
    for (const [who, at, organisation] of [['Anna', NOW - 1, TRUST], ['Anna', NOW, TRUST], ['Tom', NOW, TRUST], ['Anna', NOW, 'Another']] as const) await store.audit.append({ ...row, who, at, organisation });
    expect((await store.audit.read([TRUST], NOW, null)).map(({ who }) => who)).toEqual(['Anna', 'Tom']);
    expect((await store.audit.read([TRUST], 0, 'ANNA')).map(({ at }) => at)).toEqual([NOW - 1, NOW]);
  });

  test('is deleted when it is old, and no other organisation’s with it', async () => {
    for (const [at, organisation] of [[NOW - 1, TRUST], [NOW, TRUST], [NOW - 1, 'Another']] as const) await store.audit.append({ ...row, at, organisation });
    await store.audit.forget([TRUST], NOW);
    expect((await store.audit.read([TRUST], 0, null)).map(({ at }) => at)).toEqual([NOW]);
    expect(await store.audit.read(['Another'], 0, null)).toHaveLength(1);
  });

  test('is never changed, by nobody: the database itself refuses it, and what the store does on a renaming leaves it as it was', async () => {
    await store.audit.append(row);
    await expect(place.raw("update audit_trail set who = 'Somebody else'")).rejects.toThrow(/the audit trail is only added to/);
    await store.keepUnderName('New Trust', [TRUST]);
    expect(await store.audit.read([TRUST], 0, null)).toEqual([row]);
  });

  test('is not deleted within a month, by nobody, and one row of those that are asked for keeps them all', async () => {
    for (const days of [400, 28]) await store.audit.append({ ...row, at: Date.now() - days * 86_400_000 });
    await expect(place.raw('delete from audit_trail')).rejects.toThrow(/the audit trail is kept for a month at least/);
    await expect(store.audit.forget([TRUST], Date.now())).rejects.toMatchObject({ code: 'STORE_FAILED' });
    expect(await store.audit.read([TRUST], 0, null)).toHaveLength(2);
    await store.audit.forget([TRUST], Date.now() - 30 * 86_400_000);
    expect(await store.audit.read([TRUST], 0, null)).toHaveLength(1);
  });

  test('of every name that the organisation had is read, and deleted when it is old, under the name that it had then', async () => {
    for (const [organisation, at] of [['Old Trust', NOW - 1], ['Old Trust', NOW], [TRUST, NOW]] as const) await store.audit.append({ ...row, organisation, at });
    const told = async () => (await store.audit.read([TRUST, 'Old Trust'], 0, null)).map(({ organisation, at }) => [organisation, at]);
    expect(await told()).toEqual([['Old Trust', NOW - 1], ['Old Trust', NOW], [TRUST, NOW]]);
    await store.audit.forget([TRUST, 'Old Trust'], NOW);
    expect(await told()).toEqual([['Old Trust', NOW], [TRUST, NOW]]);
  });

  test('a hundred at the same moment are a hundred rows', async () => {
    await Promise.all(Array.from({ length: 100 }, (_, n) => store.audit.append({ ...row, conversation: `a:${n}` })));
    expect(new Set((await store.audit.read([TRUST], 0, null)).map(({ conversation }) => conversation)).size).toBe(100);
  });

  test('a store that served the version before keeps what it holds, and records from then on', async () => {
    store.close();
    const before = MIGRATIONS.findIndex((statements) => statements.some((sql) => sql.includes('audit_trail')));
    await place.raw('drop table audit_trail');
    await place.raw('drop table team_group');
    await place.raw('alter table posting drop column shown');
    await place.raw('alter table posting drop column asked');
    await place.raw('alter table posting drop column doubts');
    await place.raw('alter table posting drop column organisation');
    await place.raw('alter table watch drop column since');
    await place.raw('drop index answered_message_owed_until');
    await place.raw('alter table answered_message drop column owed_to');
    await place.raw('alter table answered_message drop column owed_until');
    await place.raw(`delete from schema_migration where version > ${before}`);
    await place.raw(place.schema("insert into installer (place, person) values ('team:x', 'Anna')"));
    store = await openStore(place.url, () => NOW);
    await store.audit.append(row);
    expect(await store.audit.read([TRUST], 0, null)).toEqual([row]);
    expect(await store.installations.isInstaller('team:x', 'Anna')).toBe(true);
  });

  test('a team’s Entra group is remembered, and the first that was said stays', async () => {
    expect(await store.teamGroups.of('19:team')).toBeNull();
    await store.teamGroups.remember('19:team', 'group-1');
    await store.teamGroups.remember('19:team', 'group-2');
    expect(await store.teamGroups.of('19:team')).toBe('group-1');
  });
});
