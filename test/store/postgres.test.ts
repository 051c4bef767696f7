import { inspect } from 'node:util';
import { Client } from 'pg';
import type { Database } from '../../src/store/database';
import { MIGRATIONS } from '../../src/store/migrations';
import { openStore, type Store } from '../../src/store/open-store';
import { openPostgres } from '../../src/store/postgres';
import { Relay } from './relay';
import { serverCertificate, startedServer } from './server/started';
import { postgresPlace, type Place } from './stores';

const NOW = Date.UTC(2024, 6, 11, 9, 42);
const FAILED = { code: 'STORE_FAILED', sentence: 'That could not be answered just now. Try again in a minute.' };

let place: Place;
const closing: (() => void | Promise<void>)[] = [];
beforeEach(async () => { place = await postgresPlace(); });
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
  await place.clear();
});

async function store(url = place.url): Promise<Store> {
  const opened = await openStore(url, () => NOW);
  closing.push(() => opened.close());
  return opened;
}

async function database(url = place.url): Promise<Database> {
  const opened = await openPostgres(url);
  closing.push(() => opened.close());
  return opened;
}

async function client(): Promise<Client> {
  const connected = new Client({ connectionString: place.url });
  await connected.connect();
  closing.push(() => connected.end());
  return connected;
}

function addressWith(changes: Partial<Record<'username' | 'password' | 'hostname' | 'port' | 'pathname' | 'search', string>>): string {
  return Object.assign(new URL(place.url), changes).href;
}

/** What every connection of the store is doing, as the server sees it. */
const OF_THE_STORE = "from pg_stat_activity where application_name = 'tally' and datname = current_database()";

describe('a connection that is lost', () => {
  test('while idle costs at most the statement that is run on it, and the next one works', async () => {
    const { answered } = await store();
    await answered.claim('a', '1', NOW);
    expect(await place.raw(`select pg_terminate_backend(pid) ${OF_THE_STORE}`)).not.toEqual([]);
    await answered.claim('a', '2', NOW).catch((error: unknown) => expect(error).toMatchObject(FAILED));
    expect(await answered.claim('a', '1', NOW)).toBe(false);
  });

  test('during a statement fails that statement, which then took no effect, and the next one works', async () => {
    const { answered } = await store();
    const other = await client();
    await other.query('begin; lock table answered_message');
    const lost = expect(answered.claim('a', '1', NOW)).rejects.toMatchObject(FAILED);
    for (let waiting = false; !waiting;) {
      waiting = (await place.raw(`select pg_terminate_backend(pid) ${OF_THE_STORE} and wait_event_type = 'Lock'`)).length === 1;
    }
    await lost;
    await other.query('rollback');
    expect(await answered.claim('a', '1', NOW)).toBe(true);
  });

  test('with the server away fails statements, says that the store is not ready, and mends by itself once it is back', async () => {
    const { relay, over } = await Relay.to(place.url);
    closing.push(() => relay.close());
    const one = await store(over);
    const { answered } = one;
    const ready = (): Promise<boolean> => one.ready();
    await answered.claim('a', '1', NOW);
    relay.cut();
    await expect(answered.claim('a', '2', NOW)).rejects.toMatchObject(FAILED);
    expect(await ready()).toBe(false);
    relay.mend();
    expect(await ready()).toBe(true);
    expect([await answered.claim('a', '1', NOW), await answered.claim('a', '2', NOW)]).toEqual([false, true]);
  });

  test('without a word fails the statement in time, and the next one works', async () => {
    const { relay, over } = await Relay.to(place.url);
    closing.push(() => relay.close());
    const { answered } = await store(`${over}?query_timeout=300`);
    relay.silence();
    await expect(answered.claim('a', '1', NOW)).rejects.toMatchObject(FAILED);
    relay.mend();
    expect(typeof await answered.claim('a', '1', NOW)).toBe('boolean');
  });

  test('before the store is open stops the start', async () => {
    const { relay, over } = await Relay.to(place.url);
    await relay.close();
    await expect(openStore(over, () => NOW)).rejects.toMatchObject({ ...FAILED, message: expect.stringContaining('ECONNREFUSED, nothing listens there') as unknown });
  });
});

describe('a statement', () => {
  test('that waits for too long is given up, and the next one works', async () => {
    const { answered } = await store(`${place.url}?statement_timeout=200`);
    const other = await client();
    await other.query('begin; lock table answered_message');
    await expect(answered.claim('a', '1', NOW)).rejects.toMatchObject({ ...FAILED, message: expect.stringContaining('57014, it took too long') as unknown });
    await other.query('rollback');
    expect(await answered.claim('a', '1', NOW)).toBe(true);
  });

  test('gives numbers as numbers and truth as 1 or 0, as the file does', async () => {
    const { statements } = await database();
    const found = await statements.run(`select count(*) as counted, sum(n) as summed, avg(n) as mean, 9007199254740991 as largest, 1 = 1 as truth, null as nothing, '?' as "?"
      from (values (1), (2)) as given (n) where n < ?`, [3]);
    expect(found).toEqual({ rows: [{ counted: 2, summed: 3, mean: 1.5, largest: 9_007_199_254_740_991, truth: 1, nothing: null, '?': '?' }], rowsAffected: 0 });
    await expect(statements.run('select 9007199254740993 as larger')).rejects.toMatchObject(FAILED);
  });

  test('counts the rows that it wrote, and not those that it gives', async () => {
    const { statements } = await database();
    await statements.run('create table noted (n bigint)');
    expect((await statements.run('insert into noted values (?), (?)', [1, 2])).rowsAffected).toBe(2);
    expect(await statements.run('update noted set n = n + 1 where n = ? returning n', [2])).toEqual({ rows: [{ n: 3 }], rowsAffected: 0 });
  });

  test('keeps words that hold a character which PostgreSQL has not', async () => {
    const { contexts } = await store();
    await contexts.remember('a', 'anna', 'before\0after', NOW);
    expect(await contexts.recall('a', 'anna', NOW)).toBe('before\uFFFDafter');
  });

  test('reaches the disk of the server before it is done, whatever the database is set to', async () => {
    await place.raw(`alter database ${new URL(place.url).pathname.slice(1)} set synchronous_commit = off`);
    const { statements } = await database(`${place.url}?options=${encodeURIComponent('-c work_mem=5MB')}`);
    const found = await statements.run("select current_setting('synchronous_commit') as committed, current_setting('work_mem') as given");
    expect(found.rows).toEqual([{ committed: 'on', given: '5MB' }]);
  });
});

describe('the schema', () => {
  test('is brought up to date once by five instances that start at the same moment over an older store', async () => {
    (await store()).close();
    await place.raw('drop table personal_chat, reported_number, disliked_card, posted_card, kept_question, kept_scorecard, posting, watch');
    await place.raw('alter table answered_message drop column owed_to, drop column owed_until');
    await place.raw('delete from schema_migration where version > 1');
    await place.raw(`insert into answered_message (conversation, activity, claimed_at) values ('a', '1', ${NOW})`);
    const stores = await Promise.all(Array.from({ length: 5 }, () => store()));
    expect(await Promise.all(stores.map(({ answered }) => answered.claim('a', '1', NOW)))).toEqual([false, false, false, false, false]);
    expect(await place.raw('select count(*)::int as versions from schema_migration')).toEqual([{ versions: MIGRATIONS.length }]);
  });

  test('holds milliseconds of any year', async () => {
    const { answered } = await store();
    const later = Date.UTC(2500, 0, 1);
    expect(await answered.claim('a', '1', later)).toBe(true);
    expect(await place.raw('select claimed_at::text as at from answered_message')).toEqual([{ at: String(later) }]);
  });

  test('is refused a database that cannot hold every letter', async () => {
    await place.raw("create database latin template template0 encoding 'LATIN1' locale 'C'");
    closing.push(async () => { await place.raw('drop database latin with (force)'); });
    await expect(openStore(addressWith({ pathname: 'latin' }), () => NOW)).rejects.toMatchObject({ message: 'STORE_FAILED: the database of the state store is not in UTF8' });
  });
});

describe('an address that does not open', () => {
  test.each([
    ['a wrong password', { password: 's3cret-word' }, '28P01, the server refuses the user or the password'],
    ['an unknown user', { username: 's3cret-user' }, '28P01, the server refuses the user or the password'],
    ['an unknown database', { pathname: 's3cret-base' }, '3D000, the server has no database of that name'],
    ['a host that is not known', { hostname: 's3cret-host.invalid' }, /ENOTFOUND, the host is not known|EAI_AGAIN/],
    ['a certificate that is not there', { search: 'sslmode=verify-full&sslrootcert=/s3cret-file' }, 'ENOENT, a file that the address names is not there'],
  ])('%s: the error says what is wrong, and nothing in it repeats the address', async (_what, change, said) => {
    const url = addressWith(change);
    const error: unknown = await openStore(url, () => NOW).catch((caught: unknown) => caught);
    expect(error).toMatchObject({ ...FAILED, message: expect.stringMatching(said) as unknown });
    // As a whole, with its causes and what hangs from them; the stack names no more than files.
    const shown = inspect(error, { depth: 10, showHidden: true });
    const { username, password, pathname } = new URL(url);
    for (const secret of ['s3cret', password, `user=${username}`, pathname.slice(1)]) expect(shown).not.toContain(secret);
  });
});

describe('over TLS', () => {
  const named = (mode: string, certificate: string | null): string => addressWith({
    hostname: 'localhost', search: `sslmode=${mode}${certificate === null ? '' : `&sslrootcert=${encodeURIComponent(certificate)}`}`,
  });

  test.each(['require', 'verify-full'])('with sslmode=%s a server is spoken to whose certificate is vouched for, and no other', async (mode) => {
    const { statements } = await database(named(mode, serverCertificate()));
    expect((await statements.run('select ssl from pg_stat_ssl where pid = pg_backend_pid()')).rows).toEqual([{ ssl: 1 }]);
    await expect(openStore(named(mode, null), () => NOW)).rejects.toMatchObject({ ...FAILED, message: expect.stringContaining('DEPTH_ZERO_SELF_SIGNED_CERT') as unknown });
  });

  test('a server that is asked for by another name than its certificate\'s is refused', async () => {
    const error: unknown = await openStore(addressWith({ hostname: 'tally.localhost', search: `sslmode=verify-full&sslrootcert=${encodeURIComponent(serverCertificate())}` }), () => NOW)
      .catch((caught: unknown) => caught);
    expect(error).toMatchObject(FAILED);
  });

  test('without sslmode nothing is encrypted, on loopback', async () => {
    const { statements } = await database(await startedServer());
    expect((await statements.run('select ssl from pg_stat_ssl where pid = pg_backend_pid()')).rows).toEqual([{ ssl: 0 }]);
  });
});
