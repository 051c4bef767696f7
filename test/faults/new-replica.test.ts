import { mkdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Checkout } from '../cli/checkout';
import { OwnServer } from '../store/server/own-server';
import { ANSWERED, QUESTION, SmallHouse } from './small-house';
import type { Program } from './program';

jest.setTimeout(240_000);

let checkout: Checkout;
let house: SmallHouse;
let server: OwnServer;
let good: string;
beforeAll(async () => {
  checkout = new Checkout();
  [house, server] = await Promise.all([SmallHouse.open(checkout), OwnServer.start()]);
  good = readFileSync(extract(), 'utf8');
});
afterAll(async () => {
  await house.close();
  await server.close();
  checkout.close();
});

const extract = (): string => path.join(house.folder, 'extracts', 'appointments.csv');

function leave(rows: string): void {
  writeFileSync(extract(), rows);
  // One that was written just now may not be whole yet.
  utimesSync(extract(), Date.now() / 1000 - 60, Date.now() / 1000 - 60);
}

/** A replica as Container Apps starts one: state and snapshots on one server, and a `DATA_DIR` in which nothing is. */
async function replica(): Promise<Program> {
  if (house.isBegun) await house.program.kill();
  rmSync(house.data, { recursive: true });
  mkdirSync(house.data);
  return house.begin({ env: { STATE_URL: server.url, ENGINE_URL: server.url, SHARED_SECRET: 's'.repeat(32) } }).ready();
}
const said = async (person: number): Promise<string | undefined> => (await house.people.ask(person, QUESTION)).reply?.said;

/** What it says of the extracts that it does not serve. */
const refusals = async (program: Program): Promise<number> => Number(/^tally_extract_faults\{extracts="nightly"\} (\d+)$/m.exec((await program.send('GET', '/metrics')).text)?.[1]);

test('a replica that starts with nothing of its own serves the last good data while the extract is cut short, much smaller or gone, and the next good one once it is there', async () => {
  await replica();
  expect(await said(1)).toContain(ANSWERED);

  const [header = '', ...rows] = good.trimEnd().split('\n');
  const many = Array.from({ length: 40 }, (_, copy) => rows.map((row) => row.replace(/^A/, `A${copy}`))).flat();
  leave([header, ...many, ''].join('\n'));
  expect(await refusals(await replica())).toBe(0);
  expect(await said(2)).toContain(ANSWERED);

  const spoilt = { 'cut short within a row': [header, ...many].join('\n').slice(0, -60), 'much smaller': [header, ...many.slice(0, 12), ''].join('\n') };
  for (const [how, text] of Object.entries(spoilt)) {
    leave(text);
    const program = await replica();
    expect([how, await said(3)]).toEqual([how, expect.stringContaining(ANSWERED)]);
    expect([how, await refusals(program)]).not.toEqual([how, 0]);
  }
  rmSync(extract());
  await replica();
  expect(await said(4)).toContain(ANSWERED);

  // In every copy one of the two who did not attend now did: one of five.
  leave([header, ...many.map((row) => row.replace(',2,3,,01,', ',2,5,1,01,')), ''].join('\n'));
  expect(await refusals(await replica())).toBe(0);
  expect(await said(5)).toContain('DNA rate 20.0%');
});
