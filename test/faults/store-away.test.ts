import { Checkout } from '../cli/checkout';
import { OwnServer } from '../store/server/own-server';
import { ANSWERED, QUESTION, SmallHouse } from './small-house';

jest.setTimeout(60_000);

let checkout: Checkout;
let house: SmallHouse;
let server: OwnServer;
beforeAll(async () => {
  checkout = new Checkout();
  [house, server] = await Promise.all([SmallHouse.open(checkout), OwnServer.start()]);
});
afterAll(async () => {
  await house.close();
  await server.close();
  checkout.close();
});

test('while its PostgreSQL server is down people are told that it cannot be answered just now, and are answered once it is up, with nothing restarted', async () => {
  const program = await house.begin({ env: { STATE_URL: server.url } }).ready();
  const ask = async (person: number): Promise<string | undefined> => (await house.people.ask(person, QUESTION, 5_000)).reply?.said;
  expect(await ask(1)).toContain(ANSWERED);
  await server.turn('down');
  expect(await Promise.all([1, 2, 3].map(ask))).toEqual(Array.from({ length: 3 }, () => 'That could not be answered just now. Try again in a minute.'));
  expect([await program.status('/healthz'), await program.status('/readyz')]).toEqual([200, 503]);
  const figures = (await program.send('GET', '/metrics')).text;
  expect(figures).toMatch(/^tally_ledger_up 0$/m);
  expect(figures).toMatch(/^tally_questions_total\{by="ask",outcome="failed"\} 3$/m);
  await server.turn('up');
  expect(await Promise.all([1, 2, 3].map(ask))).toEqual(Array.from({ length: 3 }, () => expect.stringContaining(ANSWERED) as string));
  expect(await program.status('/readyz')).toBe(200);
  expect(house.people.repeated).toBe(0);
});
