import { setTimeout as pause } from 'node:timers/promises';
import { Checkout } from '../cli/checkout';
import { OwnServer } from '../store/server/own-server';
import { ANSWERED, QUESTION, SmallHouse } from './small-house';

jest.setTimeout(90_000);

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

/** What was answered a moment ago holds for a moment. */
async function becomes(status: number): Promise<void> {
  for (const until = Date.now() + 15_000; (await house.program.status('/readyz')) !== status; await pause(200)) {
    if (Date.now() > until) throw new Error(`/readyz did not become ${status}`);
  }
}

test('while the PostgreSQL server that it answers from is down it is alive and not ready, and it is ready once it is up, with nothing restarted', async () => {
  const program = await house.begin({ env: { ENGINE_URL: server.url } }).ready();
  const ask = async (person: number, words: string): Promise<string | undefined> => (await house.people.ask(person, words, 15_000)).reply?.said;
  expect(await ask(1, QUESTION)).toContain(ANSWERED);
  await server.turn('down');
  await becomes(503);
  expect(await program.status('/healthz')).toBe(200);
  expect(await ask(2, `${QUESTION} by specialty`)).toBe('The numbers could not be worked out just now. Try again in a minute.');
  await server.turn('up');
  await becomes(200);
  expect(await ask(3, QUESTION)).toContain(ANSWERED);
});
