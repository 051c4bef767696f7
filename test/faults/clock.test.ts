import { setTimeout as pause } from 'node:timers/promises';
import { Checkout } from '../cli/checkout';
import { csv, OUTPATIENT_HEADER, OUTPATIENTS, SampleFolders, withSnapshot } from '../extracts/sample-trust';
import { ANSWERED, QUESTION, SmallHouse } from './small-house';

jest.setTimeout(60_000);

const HOUR = 3_600_000;

/** So often it is looked for what is due, and somewhat more. */
const LOOKED_WITHIN = 30_000;

describe('a machine whose clock is wrong', () => {
  let checkout: Checkout;
  let house: SmallHouse;
  beforeAll(async () => {
    checkout = new Checkout();
    house = await SmallHouse.open(checkout);
  });
  afterAll(async () => {
    await house.close();
    checkout.close();
  });

  test('by hours lets nobody in, says in its log that it may be the clock, and answers as soon as that is right, with nothing restarted', async () => {
    const program = await house.begin({ hasClock: true }).ready();
    const ask = async (): Promise<readonly [number, string | undefined]> => {
      const { status, reply } = await house.people.ask(1, QUESTION, 1_000);
      return [status, reply?.said.slice(0, ANSWERED.length)];
    };
    for (const hours of [3, -3]) {
      await program.setClock(hours * HOUR);
      expect(await ask()).toEqual([401, undefined]);
      expect(program.said.trim().split('\n').filter((line) => !line.includes('CLOCK_SET')).at(-1)).toMatch(/"code":"UNAUTHORISED".*this machine's clock is wrong/);
      expect([await program.status('/healthz'), await program.status('/readyz')]).toEqual([200, 200]);
      await program.setClock(0);
      expect(await ask()).toEqual([200, ANSWERED]);
    }
    // Nothing is given up as long past, or deleted as old, by a clock that is right again in a moment.
    await program.setClock(8 * 24 * HOUR);
    for (const until = Date.now() + LOOKED_WITHIN; !program.said.includes('CLOCK_SET') && Date.now() < until;) await pause(250);
    expect(program.said).toContain("this machine's clock was set: nothing is posted until it has gone evenly for a minute");
    await program.setClock(0);
    // Four minutes either way are within what Microsoft's own check allows.
    for (const minutes of [4, -4]) {
      await program.setClock(minutes * 60_000);
      expect(await ask()).toEqual([200, ANSWERED]);
    }
  });
});

test('extracts that a clock years behind calls far ahead are loaded once it is right, though they are the same files', async () => {
  const folders = new SampleFolders();
  let now = Date.UTC(1970, 0, 1);
  try {
    folders.put('outpatients.csv', csv(OUTPATIENT_HEADER, 'A1,01/07/2024,120,R1,ENT1,5'));
    const keeper = await folders.open([OUTPATIENTS], { clock: () => now });
    expect(await keeper.lend()).toBeNull();
    now = Date.UTC(2024, 6, 11);
    expect((await keeper.refresh()).kind).toBe('loaded');
    expect(await withSnapshot(keeper, (snapshot) => snapshot.coverage['outpatient_appointments']?.rows)).toBe(1);
  } finally {
    await folders.close();
  }
});
