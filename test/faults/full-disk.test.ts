import { appendFileSync, existsSync, rmSync, writeFileSync } from 'node:fs';
import { Checkout } from '../cli/checkout';
import { ANSWERED, QUESTION, SmallHouse } from './small-house';

jest.setTimeout(60_000);

/** A disk of twelve megabytes where the program keeps its files: in memory, and in a name space of its own, so that nobody needs rights for it. */
const SMALL_DISK = ['unshare', '--user', '--map-root-user', '--mount', 'sh', '-c', 'mount -t tmpfs -o size=12m none "$DATA_DIR" && exec "$@"', 'sh'];

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
  const ask = async (): Promise<string> => (await house.people.ask(1, QUESTION, 5_000)).reply?.said ?? 'nothing';
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
});
