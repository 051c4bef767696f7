import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { ask, catalogueOf, csv, GOOD_OUTPATIENTS, OUTPATIENT_HEADER, ORGANISATION, OUTPATIENT_ROWS, OUTPATIENTS, quiet, SampleFolders, source, withSnapshot } from './sample-trust';

let folders: SampleFolders;
beforeEach(() => { folders = new SampleFolders(); });
afterEach(() => folders.close());

const NEWER = csv(OUTPATIENT_HEADER, ...OUTPATIENT_ROWS, 'A5,03/07/2024,120,R1,ENT1,5');
const COUNT = 'select count(*) as n from outpatient_appointments';
const never = (): AbortSignal => new AbortController().signal;
const finished = (): readonly string[] => readdirSync(join(folders.data, 'snapshots')).sort();

describe('a snapshot', () => {
  test('has the same name for the same files and definitions, on any machine', async () => {
    folders.put('outpatients.csv', GOOD_OUTPATIENTS);
    const other = new SampleFolders();
    other.put('outpatients.csv', GOOD_OUTPATIENTS);
    const ids = await Promise.all([folders, other].map(async (one) => withSnapshot(await one.open([OUTPATIENTS]), (snapshot) => snapshot.id)));
    expect(ids[0]).toMatch(/^[0-9a-f]{12}$/);
    expect(ids[1]).toBe(ids[0]);
    await other.close();
    const changed = await folders.open([OUTPATIENTS], { catalogue: catalogueOf([OUTPATIENTS], { organisation: { ...ORGANISATION, cmgs: [] } }) });
    expect(await withSnapshot(changed, (snapshot) => snapshot.id)).not.toBe(ids[0]);
  });

  test('gives plain values: counts and decimals as numbers, dates as text', async () => {
    folders.put('outpatients.csv', GOOD_OUTPATIENTS);
    const keeper = await folders.open([OUTPATIENTS]);
    const rows = await withSnapshot(keeper, (snapshot) => snapshot.run(
      'select count(*) as n, sum(weight) as total, 2.50::decimal(4, 2) as part, max(appointment_date) as day, null as nothing, $2 as said from outpatient_appointments where appointment_date >= cast($1 as date)',
      ['2024-07-02', 'x'], never()));
    expect(rows).toEqual([{ n: 2, total: 2, part: 2.5, day: '2024-07-02', nothing: null, said: 'x' }]);
  });

  test('cannot be written to, nor read beyond itself', async () => {
    folders.put('outpatients.csv', GOOD_OUTPATIENTS);
    const keeper = await folders.open([OUTPATIENTS]);
    await expect(ask(keeper, 'delete from outpatient_appointments')).rejects.toThrow(/read-only/);
    await expect(ask(keeper, "select * from read_csv('/etc/hostname')")).rejects.toThrow(/disabled/);
  });

  test('stops a statement when it is told to, with the reason given, and answers the next', async () => {
    folders.put('outpatients.csv', GOOD_OUTPATIENTS);
    const keeper = await folders.open([OUTPATIENTS]);
    const slow = 'select count(*) as n from range(100000000) as a(i), range(100000) as b(j) where (i * j) % 7 = 3';
    const reason = { name: 'told to' };
    const stop = new AbortController();
    setTimeout(() => { stop.abort(reason); }, 50);
    await expect(withSnapshot(keeper, (snapshot) => snapshot.run(slow, [], stop.signal))).rejects.toBe(reason);
    const already = AbortSignal.abort(reason);
    await expect(withSnapshot(keeper, (snapshot) => snapshot.run(slow, [], already))).rejects.toBe(reason);
    expect(await ask(keeper, COUNT)).toEqual([{ n: 4 }]);
  });

  test('answers more questions at once than it has connections', async () => {
    folders.put('outpatients.csv', GOOD_OUTPATIENTS);
    const keeper = await folders.open([OUTPATIENTS]);
    const answers = await Promise.all(Array.from({ length: 40 }, () => ask(keeper, COUNT)));
    expect(new Set(answers.map((rows) => rows[0]?.['n']))).toEqual(new Set([4]));
  });
});

describe('the keeper', () => {
  test('opens what it has on a restart and reads no file again that has not changed', async () => {
    folders.put('outpatients.csv', GOOD_OUTPATIENTS);
    const first = await folders.open([OUTPATIENTS]);
    const id = await withSnapshot(first, (snapshot) => snapshot.id);
    const copied: string[] = [];
    const log = { debug: (_: object, message: string) => { copied.push(message); }, info: () => undefined, warn: () => undefined };
    const again = await folders.open([OUTPATIENTS], { log, clock: () => Date.UTC(2024, 6, 11) });
    expect(await withSnapshot(again, (snapshot) => [snapshot.id, snapshot.loadedAt])).toEqual([id, '2024-07-10T08:00:00.000Z']);
    expect(copied).toEqual([]);
    expect(await again.refresh()).toEqual({ kind: 'unchanged', id });
  });

  test('swaps under a running question, which sees the old data to its end', async () => {
    folders.put('outpatients.csv', GOOD_OUTPATIENTS);
    const keeper = await folders.open([OUTPATIENTS]);
    const lent = await keeper.lend();
    const running = lent?.snapshot.run('select (select count(*) from outpatient_appointments) as n, count(*) as work from range(30000000) as a(i) where i % 7 = 3', [], never());
    folders.put('outpatients.csv', NEWER);
    expect(await keeper.refresh()).toMatchObject({ kind: 'loaded', reused: false });
    expect(await ask(keeper, COUNT)).toEqual([{ n: 5 }]);
    expect((await running)?.[0]?.['n']).toBe(4);
    expect(await lent?.snapshot.run(COUNT, [], never())).toEqual([{ n: 4 }]);
    lent?.release();
    lent?.release();
    await expect(lent?.snapshot.run(COUNT, [], never())).rejects.toBeDefined();
    expect(await ask(keeper, COUNT)).toEqual([{ n: 5 }]);
  });

  test('opens files that it has loaded before without loading them again', async () => {
    folders.put('outpatients.csv', GOOD_OUTPATIENTS);
    const keeper = await folders.open([OUTPATIENTS]);
    folders.put('outpatients.csv', csv(OUTPATIENT_HEADER, ...OUTPATIENT_ROWS, 'A5,02/07/2024,120,R1,ENT1,5'));
    await keeper.refresh();
    folders.put('outpatients.csv', GOOD_OUTPATIENTS);
    expect(await keeper.refresh()).toMatchObject({ kind: 'loaded', reused: true });
    expect(await ask(keeper, COUNT)).toEqual([{ n: 4 }]);
  });

  test('shares one look between calls that come together', async () => {
    folders.put('outpatients.csv', GOOD_OUTPATIENTS);
    const keeper = await folders.open([OUTPATIENTS]);
    folders.put('outpatients.csv', NEWER);
    const outcomes = await Promise.all([keeper.refresh(), keeper.refresh(), keeper.refresh()]);
    expect(new Set(outcomes).size).toBe(1);
  });

  test('notices a new file without a restart', async () => {
    folders.put('outpatients.csv', GOOD_OUTPATIENTS);
    const keeper = await folders.open([OUTPATIENTS]);
    keeper.watch(20);
    folders.put('outpatients.csv', NEWER);
    for (let look = 0; look < 500 && (await ask(keeper, COUNT))[0]?.['n'] !== 5; look += 1) {
      await pause(20);
    }
    expect(await ask(keeper, COUNT)).toEqual([{ n: 5 }]);
  });

  test('keeps three snapshots and what is lent, and leaves nothing of a load behind', async () => {
    folders.put('outpatients.csv', GOOD_OUTPATIENTS);
    const keeper = await folders.open([OUTPATIENTS]);
    const lent = await keeper.lend();
    for (let extra = 1; extra <= 4; extra += 1) {
      folders.put('outpatients.csv', csv(OUTPATIENT_HEADER, ...OUTPATIENT_ROWS, ...Array.from({ length: extra }, (_, n) => `B${n},03/07/2024,120,R1,ENT1,5`)));
      await keeper.refresh();
    }
    expect(finished()).toHaveLength(4);
    expect(finished()).toContain(lent?.snapshot.id);
    expect(finished().every((name) => /^[0-9a-f]{12}$/.test(name))).toBe(true);
    expect(readdirSync(join(folders.data, 'snapshots', lent?.snapshot.id ?? '')).sort()).toEqual(['data.duckdb', 'manifest.json']);
    lent?.release();
  });

  test('makes a kept snapshot again when its file turns out to be broken', async () => {
    folders.put('outpatients.csv', GOOD_OUTPATIENTS);
    const keeper = await folders.open([OUTPATIENTS]);
    const id = await withSnapshot(keeper, (snapshot) => snapshot.id);
    await keeper.close();
    writeFileSync(join(folders.data, 'snapshots', id, 'data.duckdb'), 'broken');
    expect(await ask(await folders.open([OUTPATIENTS]), COUNT)).toEqual([{ n: 4 }]);
    writeFileSync(join(folders.data, 'snapshots', id, 'manifest.json'), '{"half":');
    writeFileSync(join(folders.data, 'hashes.json'), '');
    expect(await ask(await folders.open([OUTPATIENTS]), COUNT)).toEqual([{ n: 4 }]);
  });

  const [mss] = ORGANISATION.cmgs.slice(1);
  test.each([
    ['a mapping', catalogueOf([source({ ...OUTPATIENTS, 'allowed-fall': 0.2 })])],
    ['a group', catalogueOf([OUTPATIENTS], { organisation: { ...ORGANISATION, cmgs: mss === undefined ? [] : [{ ...mss, specialties: [{ code: '120', from: null, to: null }] }] } })],
    ['the notice', catalogueOf([OUTPATIENTS], { organisation: { ...ORGANISATION, notice: 'Made-up data' } })],
  ])('does not serve data made under another form of %s, and makes it again', async (_, catalogue) => {
    folders.put('outpatients.csv', GOOD_OUTPATIENTS);
    const id = await withSnapshot(await folders.open([OUTPATIENTS]), (snapshot) => snapshot.id);
    folders.put('outpatients.csv', '');
    expect(await (await folders.open([OUTPATIENTS], { catalogue })).lend()).toBeNull();
    folders.put('outpatients.csv', GOOD_OUTPATIENTS);
    expect(await withSnapshot(await folders.open([OUTPATIENTS], { catalogue }), (snapshot) => snapshot.id)).not.toBe(id);
  });

  test('goes on serving when only words were changed, and loads nothing again', async () => {
    folders.put('outpatients.csv', GOOD_OUTPATIENTS);
    const id = await withSnapshot(await folders.open([OUTPATIENTS]), (snapshot) => snapshot.id);
    const reworded = { ...ORGANISATION, name: 'Renamed Trust', scopeSynonyms: ['all of us'],
      specialties: ORGANISATION.specialties.map((specialty) => ({ ...specialty, synonyms: ['another word'] })) };
    const keeper = await folders.open([OUTPATIENTS], { catalogue: catalogueOf([OUTPATIENTS], { organisation: reworded }) });
    expect(await keeper.refresh()).toEqual({ kind: 'unchanged', id });
    folders.put('outpatients.csv', '');
    const again = await folders.open([OUTPATIENTS], { catalogue: catalogueOf([OUTPATIENTS], { organisation: reworded }) });
    expect(await withSnapshot(again, (snapshot) => snapshot.id)).toBe(id);
  });

  test('says in its log whether anything serves when it refuses', async () => {
    const said: string[] = [];
    const log = { ...quiet, warn: (_: object, message: string) => { said.push(message); } };
    folders.put('outpatients.csv', '');
    const keeper = await folders.open([OUTPATIENTS], { log });
    folders.put('outpatients.csv', GOOD_OUTPATIENTS);
    await keeper.refresh();
    folders.put('outpatients.csv', '');
    await keeper.refresh();
    expect(said).toEqual(['extracts refused; nothing serves yet', 'extracts refused; the last good snapshot goes on serving']);
  });

  test('stops a load that is under way when it is closed, and leaves nothing of it behind', async () => {
    const slow = source({ ...OUTPATIENTS, select: `${OUTPATIENTS.select} where (select count(*) from range(100000000) as a(i), range(100000) as b(j) where (i * j) % 7 = 3) > 0` });
    const keeper = await folders.open([source({ ...slow, files: 'outpatients*' })]);
    folders.put('outpatients.csv', GOOD_OUTPATIENTS);
    const loading = keeper.refresh();
    const stopped = expect(loading).rejects.toMatchObject({ code: 'EXTRACT_REFUSED' });
    await pause(300);
    const before = performance.now();
    await keeper.close();
    expect(performance.now() - before).toBeLessThan(2_000);
    await stopped;
    expect(finished()).toEqual([]);
    expect(keeper.problems()).toHaveLength(1);
  });

  test('does not serve what came from another extracts folder', async () => {
    folders.put('outpatients.csv', GOOD_OUTPATIENTS);
    await folders.open([OUTPATIENTS]);
    const elsewhere = await folders.open([OUTPATIENTS], { extractsFolder: join(folders.root, 'elsewhere') });
    expect(await elsewhere.lend()).toBeNull();
  });

  test('serves beside another keeper of the same folders', async () => {
    folders.put('outpatients.csv', GOOD_OUTPATIENTS);
    const [one, two] = await Promise.all([folders.open([OUTPATIENTS]), folders.open([OUTPATIENTS])]);
    expect(await Promise.all([one, two].map((keeper) => ask(keeper, COUNT)))).toEqual([[{ n: 4 }], [{ n: 4 }]]);
    folders.put('outpatients.csv', NEWER);
    await Promise.all([one.refresh(), two.refresh()]);
    expect(await Promise.all([one, two].map((keeper) => ask(keeper, COUNT)))).toEqual([[{ n: 5 }], [{ n: 5 }]]);
    expect(finished()).toHaveLength(2);
  });

  test('lends nothing once it is closed, and closes the database when the last is handed back', async () => {
    folders.put('outpatients.csv', GOOD_OUTPATIENTS);
    const keeper = await folders.open([OUTPATIENTS]);
    const lent = await keeper.lend();
    await keeper.close();
    expect(await keeper.lend()).toBeNull();
    expect(await lent?.snapshot.run(COUNT, [], never())).toEqual([{ n: 4 }]);
    lent?.release();
  });
});

