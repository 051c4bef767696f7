import { mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { ServerShelf } from '../../src/extracts/server/server-shelf';
import type { EngineServer } from '../../src/extracts/server/snapshot-list';
import { SnapshotFolder } from '../../src/extracts/snapshot-folder';
import type { SnapshotKeeper } from '../../src/extracts/snapshot-keeper';
import { postgresPlace, type Place } from '../store/stores';
import { ask, csv, GOOD_OUTPATIENTS, OUTPATIENT_HEADER, OUTPATIENT_ROWS, OUTPATIENTS, SampleFolders, SESSION_HEADER, SESSIONS, source, withSnapshot } from './sample-trust';

let place: Place;
let here: SampleFolders;
let there: SampleFolders;
let server: EngineServer;
let providers = 0;
beforeAll(async () => { place = await postgresPlace(); });
afterAll(() => place.clear());
beforeEach(() => {
  [here, there] = [new SampleFolders(), new SampleFolders()];
  // A provider that nobody else is, so that each test begins with nothing.
  server = { url: place.url, provider: `R${(providers += 1)}`, rhythm: 'nightly' };
});
afterEach(() => Promise.all([here.close(), there.close()]));

const PRINTED = source({ id: 'printed', table: 'published_values', files: 'printed*', select: 'select * from file' });
const withMore = (more: number): string =>
  csv(OUTPATIENT_HEADER, ...OUTPATIENT_ROWS, ...Array.from({ length: more }, (_, number) => `B${number},03/07/2024,120,R1,ENT1,5`));
const counted = async (keeper: SnapshotKeeper): Promise<unknown> => (await ask(keeper, 'select count(*) as n from outpatient_appointments'))[0]?.['n'];
const held = async (): Promise<readonly unknown[]> =>
  (await place.raw(`select id from tally_engine.snapshots where provider = '${server.provider}' and exists (select from pg_namespace where nspname = held_in) order by published_at`)).map(({ id }) => id);
const idOf = (keeper: SnapshotKeeper): Promise<string> => withSnapshot(keeper, ({ id }) => id);
const opened = (folders: SampleFolders): Promise<SnapshotKeeper> => folders.open([OUTPATIENTS], { server });

describe('a snapshot on a server', () => {
  test('holds what the embedded one holds, value for value, in the same order', async () => {
    const places = ['"O\'Neil, ""A"""', 'Zoë', '\\.', 'a\\b', '"two\n\\.\nlines"', 'null', '\\N', 'Z', 'a', 'Åbo'];
    here.put('printed.csv', csv('figure_id,metric,period_kind,period_from,period_to,value,document,place,published_on',
      ...places.map((where, number) => `F${number},m-${number},month,2024-05-01,2024-05-31,${1 / (number + 3)},Paper,${where},2024-06-0${(number % 9) + 1}`),
      'F99,dna-rate,not-stated,,,-1e11,Paper,empty,2024-06-01'));
    here.put('sessions.csv', csv(SESSION_HEADER, 'S1,2024-07-01,120,R1,T1,elective,run,2024-07-01 08:30:15,2024-07-01 12:20:00', 'S2,2024-07-02,120,R1,T1,elective,run,2024-07-02 08:30,2024-07-02 12:00'));
    const [embedded, onServer] = [await here.open([PRINTED, SESSIONS]), await here.open([PRINTED, SESSIONS], { server })];
    for (const sql of ['select * from published_values order by place', 'select * from theatre_sessions order by session_id', 'select * from calendar order by day']) {
      const rows = await ask(embedded, sql);
      expect(rows.length).toBeGreaterThan(1);
      expect(await ask(onServer, sql)).toEqual(rows);
    }
    expect((await ask(onServer, 'select place from published_values order by figure_id')).map((row) => row['place']))
      .toEqual(['O\'Neil, "A"', 'Zoë', '\\.', 'a\\b', 'two\n\\.\nlines', 'null', '\\N', 'Z', 'a', 'Åbo', 'empty']);
    expect(await ask(onServer, 'select count(*) as n from inpatient_spells')).toEqual([{ n: 0 }]);
  });

  test('is not taken of a file that says who people are', async () => {
    here.put('outpatients.csv', csv(`${OUTPATIENT_HEADER},Patient Surname`, ...OUTPATIENT_ROWS.map((row) => `${row},Bloggs`)));
    const keeper = await opened(here);
    expect(keeper.problems()).toEqual([expect.stringMatching(/^outpatients\.csv, column Patient Surname: looks like names, /)]);
    expect(await keeper.lend()).toBeNull();
    expect(await held()).toEqual([]);
  });

  test('cannot be written to', async () => {
    here.put('outpatients.csv', GOOD_OUTPATIENTS);
    await expect(ask(await opened(here), 'delete from outpatient_appointments')).rejects.toThrow(/PostgreSQL 25006/);
  });

  test('stops a statement when it is told to, with the reason given, on the server too, and answers the next', async () => {
    here.put('outpatients.csv', GOOD_OUTPATIENTS);
    const keeper = await opened(here);
    const reason = { name: 'told to' };
    const stop = new AbortController();
    setTimeout(() => { stop.abort(reason); }, 50);
    await expect(withSnapshot(keeper, (snapshot) => snapshot.run('select pg_sleep(60) as slept', [], stop.signal))).rejects.toBe(reason);
    const already = AbortSignal.abort(reason);
    await expect(withSnapshot(keeper, (snapshot) => snapshot.run('select 1', [], already))).rejects.toBe(reason);
    expect(await counted(keeper)).toBe(4);
    const sleeping = "select 1 from pg_stat_activity where query like '%pg_sleep(60)%' and state = 'active' and pid <> pg_backend_pid() and datname = current_database()";
    for (const until = Date.now() + 10_000; (await place.raw(sleeping)).length > 0;) {
      expect(Date.now()).toBeLessThan(until);
    }
  });

  test('is said to answer after one short statement, however often that is asked within a moment', async () => {
    here.put('outpatients.csv', GOOD_OUTPATIENTS);
    const keeper = await opened(here);
    const asked = async (): Promise<unknown> => (await place.raw("select max(query_start) as at from pg_stat_activity where query = 'select 1' and datname = current_database()"))[0]?.['at'];
    expect(await keeper.answers()).toBe(true);
    const first = await asked();
    expect(first).not.toBeNull();
    expect(await Promise.all(Array.from({ length: 50 }, () => keeper.answers()))).toEqual(Array.from({ length: 50 }, () => true));
    expect(await asked()).toEqual(first);
  });

  test('answers more questions at once than it has connections', async () => {
    here.put('outpatients.csv', GOOD_OUTPATIENTS);
    const keeper = await opened(here);
    expect(await Promise.all(Array.from({ length: 20 }, () => counted(keeper)))).toEqual(Array.from({ length: 20 }, () => 4));
  });
});

describe('instances that share a server', () => {
  test('serve what one of them has taken, and load it once', async () => {
    here.put('outpatients.csv', GOOD_OUTPATIENTS);
    there.put('outpatients.csv', GOOD_OUTPATIENTS);
    const [taker, second] = [await opened(here), await opened(there)];
    expect(await idOf(second)).toBe(await idOf(taker));
    here.put('outpatients.csv', withMore(3));
    expect(await taker.refresh()).toMatchObject({ kind: 'loaded', reused: false });
    // Its own folder still holds the older file.
    expect(await second.refresh()).toMatchObject({ kind: 'unchanged', id: await idOf(taker) });
    expect([await counted(taker), await counted(second)]).toEqual([7, 7]);
    there.put('outpatients.csv', withMore(3));
    expect(await second.refresh()).toMatchObject({ kind: 'unchanged' });
    expect(readdirSync(join(there.data, 'snapshots'))).toEqual([]);
  });

  test('start with what serves, and not with older files of their own', async () => {
    here.put('outpatients.csv', GOOD_OUTPATIENTS);
    await opened(here);
    here.put('outpatients.csv', withMore(2));
    const taker = await opened(here);
    there.put('outpatients.csv', GOOD_OUTPATIENTS);
    const late = await opened(there);
    expect([await counted(late), await idOf(late)]).toEqual([6, await idOf(taker)]);
    await taker.refresh();
    expect(await counted(taker)).toBe(6);
  });

  test('go back together when an earlier file is put back', async () => {
    const put = (content: string): void => { here.put('outpatients.csv', content); };
    const lenient = { ...OUTPATIENTS, 'allowed-fall': 1 };
    put(GOOD_OUTPATIENTS);
    const taker = await here.open([lenient], { server });
    put(withMore(2));
    await taker.refresh();
    there.put('outpatients.csv', withMore(2));
    const second = await there.open([lenient], { server });
    put(GOOD_OUTPATIENTS);
    expect(await taker.refresh()).toMatchObject({ kind: 'loaded', reused: true });
    await second.refresh();
    expect([await counted(taker), await counted(second)]).toEqual([4, 4]);
  });

  test('leave a loading to whoever is at it', async () => {
    here.put('outpatients.csv', GOOD_OUTPATIENTS);
    const shelf = await ServerShelf.open(server, await SnapshotFolder.open(there.data, there.extracts));
    const give = await shelf.turn();
    const keeper = await opened(here);
    expect([await keeper.lend(), (await keeper.refresh()).kind]).toEqual([null, 'elsewhere']);
    give?.();
    for (let kind = ''; kind !== 'loaded';) {
      ({ kind } = await keeper.refresh());
    }
    expect(await counted(keeper)).toBe(4);
  });

  test('never serve a copy that was broken off, nor keep any of it', async () => {
    here.put('outpatients.csv', GOOD_OUTPATIENTS);
    const keeper = await opened(here);
    const before = await held();
    const building = join(there.root, 'building');
    mkdirSync(building);
    const connection = await (await DuckDBInstance.create(join(building, 'data.duckdb'))).connect();
    await connection.run("create table a as select 'x' as text; create table b as select interval 1 day as length");
    connection.closeSync();
    const manifest = await withSnapshot(keeper, async () => (await ServerShelf.open(server, await SnapshotFolder.open(here.data, here.extracts))).manifest(String(before[0])));
    const shelf = await ServerShelf.open(server, await SnapshotFolder.open(there.data, there.extracts));
    if (manifest === null) throw new Error('nothing is listed');
    await expect(shelf.finish(building, { ...manifest, id: 'aaaaaaaaaaaa' })).rejects.toThrow(/INTERVAL/);
    expect(await held()).toEqual(before);
    expect(await place.raw("select 1 from pg_namespace where nspname like '%aaaaaaaaaaaa'")).toEqual([]);
    await keeper.refresh();
    expect(await counted(keeper)).toBe(4);
  });

  test('take old snapshots away once nobody reads them, whichever instance does', async () => {
    here.put('outpatients.csv', GOOD_OUTPATIENTS);
    there.put('outpatients.csv', GOOD_OUTPATIENTS);
    const [taker, reader] = [await opened(here), await opened(there)];
    const lent = await reader.lend();
    const ids = [await idOf(taker)];
    for (const more of [1, 2, 3]) {
      here.put('outpatients.csv', withMore(more));
      await taker.refresh();
      ids.push(await idOf(taker));
    }
    expect(await held()).toEqual([ids[0], ids[2], ids[3]]);
    await reader.refresh();
    expect(await lent?.snapshot.run('select count(*) as n from outpatient_appointments', [], AbortSignal.timeout(5_000))).toEqual([{ n: 4 }]);
    expect(await held()).toEqual([ids[0], ids[2], ids[3]]);
    // An instance that dies reads nothing any more.
    await place.raw(`select pg_terminate_backend(pid) from pg_locks where locktype = 'advisory' and mode = 'ShareLock' and database = (select oid from pg_database where datname = current_database())`);
    here.put('outpatients.csv', withMore(4));
    await taker.refresh();
    expect(await held()).toEqual([ids[3], await idOf(taker)]);
    lent?.release();
    await reader.refresh();
    expect([await counted(taker), await counted(reader)]).toEqual([8, 8]);
  });
});

describe('where the server has the Citus extension', () => {
  const EXTENSION = `insert into pg_extension (oid, extname, extowner, extnamespace, extrelocatable, extversion) values (99999, 'citus', 10, 11, false, '12.1')`;
  const CALLS = `create table called (what text); create table pg_dist_partition (logicalrelid regclass);
    create function create_reference_table(name text) returns void language sql as $$ insert into called values ('replicated ' || name); insert into pg_dist_partition values (name::regclass) $$;
    create function of_schema() returns event_trigger language plpgsql as $$ begin
      insert into called values ('made schema, ' || coalesce(current_setting('citus.enable_schema_based_sharding', true), 'off')); end $$;
    create event trigger of_schema on ddl_command_end when tag in ('CREATE SCHEMA') execute function of_schema()`;

  // Citus itself is not to be had: what is held to here is which statements it would be sent, and when.
  test('each snapshot is a distributed schema, and what every node has to know is replicated, once', async () => {
    const cluster = await postgresPlace();
    await cluster.raw(`set allow_system_table_mods = on; ${EXTENSION}`);
    await cluster.raw(CALLS);
    here.put('outpatients.csv', GOOD_OUTPATIENTS);
    const keeper = await here.open([OUTPATIENTS], { server: { ...server, url: cluster.url } });
    await there.open([OUTPATIENTS], { server: { ...server, url: cluster.url } });
    expect(await counted(keeper)).toBe(4);
    const called = (await cluster.raw('select what from called')).map(({ what }) => what);
    expect(called).toEqual(['made schema, off', 'replicated tally_engine.snapshots', 'made schema, on']);
    await keeper.close();
    await cluster.clear();
  });
});
