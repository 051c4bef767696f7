import { readFileSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Checkout } from '../cli/checkout';
import { ANSWERED, QUESTION, SmallHouse } from './small-house';

jest.setTimeout(180_000);

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

test('while a newer extract is refused people get the last good figure with the day it runs to, are told when they ask how fresh it is, and get the next good one', async () => {
  const program = await house.begin().ready();
  const extract = path.join(house.folder, 'extracts', 'appointments.csv');
  const good = readFileSync(extract, 'utf8');
  /** Leaves an extract, and waits until the program says of it what is expected. */
  const leave = async (rows: string, says: RegExp): Promise<void> => {
    writeFileSync(extract, rows);
    // One that was written just now may not be whole yet.
    utimesSync(extract, Date.now() / 1000 - 60, Date.now() / 1000 - 60);
    for (const until = Date.now() + 75_000; !says.test(program.said); await pause(200)) {
      if (Date.now() > until) throw new Error('the extract was not looked at');
    }
  };
  const cardOf = async (words: string): Promise<string> => {
    const { reply } = await house.people.ask(1, words);
    return JSON.stringify(reply?.card);
  };
  const REFUSED = 'Newer files were refused.';
  expect(await cardOf('how fresh is the data?')).not.toContain(REFUSED);

  await leave(good.slice(0, -20), /extracts refused; the last good snapshot goes on serving/);
  const card = await cardOf(QUESTION);
  expect(card).toContain(ANSWERED);
  expect(card).toContain('The data has not been updated since 3 May 2024.');
  const fresh = await cardOf('how fresh is the data?');
  expect(fresh).toContain(REFUSED);
  expect(fresh).toContain('1 May 2024 to 3 May 2024');
  expect(await program.status('/readyz')).toBe(200);

  // One of the two who did not attend now did: one of five.
  await leave(good.replace(',2,3,,01,', ',2,5,1,01,'), /snapshot serves[^]*refused[^]*snapshot serves/);
  expect(await cardOf(QUESTION)).toContain('DNA rate 20.0%');
  expect(await cardOf('how fresh is the data?')).not.toContain(REFUSED);
});
