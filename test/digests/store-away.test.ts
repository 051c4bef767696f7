import { OwnServer } from '../store/server/own-server';
import type { Place } from '../store/stores';
import { DigestHouse, EIGHT, MINUTE } from './house';

jest.setTimeout(60_000);

let server: OwnServer;
let house: DigestHouse;
beforeAll(async () => {
  server = await OwnServer.start();
  house = await DigestHouse.open(() => Promise.resolve({ url: server.url, clear: () => Promise.resolve() } as Place));
});
afterAll(async () => {
  await house.close();
  await server.close();
});

test('a digest that comes due while the PostgreSQL server of the state is down follows once it is up, once, and says why it is late', async () => {
  const one = await house.setUp();
  await house.over(EIGHT - 5 * MINUTE, EIGHT - MINUTE);
  await server.turn('down');
  await house.over(EIGHT - 45_000, EIGHT + 20 * MINUTE);
  expect(house.sent).toEqual([]);
  expect(house.failures.length).toBeGreaterThan(0);
  await server.turn('up');
  await house.over(EIGHT + 20 * MINUTE, EIGHT + 30 * MINUTE);
  expect(house.sent.map(({ to, summary }) => [to, summary])).toEqual([['channel', expect.stringMatching(/^Posted late, due 8 July 2024 at 08:00: Tally was not running or could not reach its records\. /)]]);
  expect(await house.states(one)).toEqual(['2024-07-08 sent']);
});
