import { copyFileSync, cpSync } from 'node:fs';
import path from 'node:path';
import { Checkout } from '../cli/checkout';
import { ANSWERED, QUESTION, SmallHouse } from '../faults/small-house';

jest.setTimeout(120_000);

const ROOT = path.join(__dirname, '..', '..');
let checkout: Checkout;
let house: SmallHouse;
beforeAll(async () => {
  checkout = new Checkout();
  house = await SmallHouse.open(checkout);
  cpSync(path.join(ROOT, 'test', 'bench', 'trust'), path.join(house.folder, 'trust'), { recursive: true });
  // Readings of the day are mapped, and no file of them has ever come.
  copyFileSync(path.join(ROOT, 'deployment', 'trust', 'extracts-on-the-day.yaml'), path.join(house.folder, 'trust', 'extracts-on-the-day.yaml'));
});
afterAll(async () => {
  await house.close();
  checkout.close();
});

it('the real program shows the time of every step of a question, the last day it holds, and that readings of the day never came; its log says how it stands', async () => {
  const program = await house.begin({ env: { CONFIG_DIR: path.join(house.folder, 'trust') } }).ready();
  const { reply } = await house.people.ask(1, QUESTION);
  expect(reply?.said).toContain(ANSWERED);
  const figures = (await program.send('GET', '/metrics')).text;
  const valueOf = (name: string): string | undefined => figures.split('\n').find((line) => line.startsWith(`${name} `))?.slice(name.length + 1);
  for (const stage of ['language', 'access', 'engine', 'answers', 'card', 'connector']) {
    expect([stage, Number(valueOf(`tally_stage_seconds_count{stage="${stage}"}`)) > 0]).toEqual([stage, true]);
    expect([stage, Number(valueOf(`tally_stage_seconds_sum{stage="${stage}"}`)) > 0]).toEqual([stage, true]);
  }
  // The last row of the sample is of 3 May 2024, which began 1,714,694,400 s after 1970 began.
  expect(valueOf('tally_data_last_day_timestamp_seconds{extracts="nightly"}')).toBe('1714694400');
  expect([valueOf('tally_snapshot_served{extracts="nightly"}'), valueOf('tally_snapshot_served{extracts="on-the-day"}'), valueOf('tally_ready')]).toEqual(['1', '0', '1']);

  const lines = program.said.split('\n').filter((line) => line.startsWith('{')).map((line) => JSON.parse(line) as Record<string, unknown>);
  expect(lines.filter(({ code }) => code === 'STATE')).toEqual([expect.objectContaining({
    ready: true, ledger: true,
    snapshots: [expect.objectContaining({ extracts: 'nightly', through: '2024-05-03', refused: 0 }), expect.objectContaining({ extracts: 'on-the-day', age: null, through: null })],
  })]);
});
