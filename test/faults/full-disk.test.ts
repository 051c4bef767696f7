import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { appendFileSync, copyFileSync, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { Checkout } from '../cli/checkout';
import { ANSWERED, QUESTION, SmallHouse } from './small-house';

jest.setTimeout(60_000);

/** A disk of twelve megabytes where the program keeps its files: in memory, and in a name space of its own, so that nobody needs rights for it. */
const SMALL_DISK = ['unshare', '--user', '--map-root-user', '--mount', 'sh', '-c', 'mount -t tmpfs -o size=12m none "$DATA_DIR" && exec "$@"', 'sh'];

/** Bytes left on the disk when an extract of 600,000 arrives: for nothing, for a half of its copy, for that and a part of what it is written anew as, for both, and for some of what is made of them. */
const ROOM = [0, 300_000, 800_000, 1_200_000, 2_000_000];

let checkout: Checkout;
let house: SmallHouse;
beforeAll(() => { checkout = new Checkout(); });
afterAll(() => checkout.close());
beforeEach(async () => { house = await SmallHouse.open(checkout); });
afterEach(() => house.close());

test('on a full disk people are told that it cannot be answered just now, and are answered once there is room, with nothing restarted', async () => {
  const program = await house.begin({ under: SMALL_DISK }).ready();
  const disk = `/proc/${program.pid}/root${house.data}`;
  expect(existsSync(`${disk}/state.db`)).toBe(true);
  const ballast = `${disk}/ballast`;
  let answered = 0;
  const ask = async (): Promise<string> => {
    const said = (await house.people.ask(1, QUESTION, 5_000)).reply?.said ?? 'nothing';
    answered += Number(said.includes(ANSWERED));
    return said;
  };
  expect(await ask()).toContain(ANSWERED);

  writeFileSync(ballast, '');
  for (const size of [1 << 20, 1 << 12, 1]) {
    try {
      for (;;) appendFileSync(ballast, Buffer.alloc(size));
    } catch (error) {
      expect(error).toMatchObject({ code: 'ENOSPC' });
    }
  }
  // What is kept has a little room left in the file it has.
  let said = await ask();
  for (let tries = 0; tries < 100 && said.includes(ANSWERED); tries += 1) said = await ask();
  expect(said).toMatch(/could not be (answered|recorded) just now/);
  expect([await program.status('/healthz'), await program.status('/readyz')]).toEqual([200, 503]);
  expect((await program.send('GET', '/metrics')).text).toMatch(/^tally_questions_total\{by="ask",outcome="failed"\} [1-9]/m);

  rmSync(ballast);
  expect(await ask()).toContain(ANSWERED);
  expect(await program.status('/readyz')).toBe(200);

  // What is kept is whole, and who asked what is on record for every answer that left. The disk goes with the program, which has nothing to do now.
  const kept = path.join(house.folder, 'kept');
  mkdirSync(kept);
  for (const name of ['state.db', 'state.db-wal']) copyFileSync(`${disk}/${name}`, path.join(kept, name));
  const { createClient } = await import('@libsql/client');
  const state = createClient({ url: pathToFileURL(path.join(kept, 'state.db')).href });
  expect((await state.execute('pragma integrity_check')).rows.map((row) => row['integrity_check'])).toEqual(['ok']);
  expect(answered).toBeGreaterThan(1);
  expect(Number((await state.execute("select count(*) as n from audit_trail where outcome = 'answered'")).rows[0]?.['n'])).toBeGreaterThanOrEqual(answered);
  state.close();
});

test('extracts that no longer fit on the disk leave the last good ones serving, wherever the room runs out, and are loaded once there is room', async () => {
  const worker = spawn('unshare', [...SMALL_DISK.slice(1), process.execPath, path.join(__dirname, 'loading-on-a-full-disk.mjs'), path.join(checkout.folder, 'dist'), path.join(__dirname, '..', 'bench', 'trust'), path.join(house.folder, 'extracts'), house.data, ROOM.join(',')], {
    env: { PATH: process.env['PATH'], DATA_DIR: house.data }, stdio: ['ignore', 'pipe', 'inherit'],
  });
  let out = '';
  worker.stdout.setEncoding('utf8').on('data', (part: string) => { out += part; });
  await once(worker, 'close');
  expect(worker.exitCode).toBe(0);
  const tried = out.trim().split('\n').map((line): unknown => JSON.parse(line));
  const full = ['The extracts could not be loaded: the disk that DATA_DIR is on is full. Make room there; they are loaded by themselves.'];
  expect(tried).toEqual([
    { left: 'all', came: 'unchanged', served: 1_000, problems: [] },
    ...ROOM.map((left) => ({ left, came: 'EXTRACT_REFUSED', served: 1_000, problems: full })),
    { left: 'all', came: 'loaded', served: 20_000, problems: [] },
  ]);
});
