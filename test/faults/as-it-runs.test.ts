import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { setTimeout as pause } from 'node:timers/promises';
import { signChart } from '../../src/cards/charts/signed-chart';
import { topicOf } from '../../src/digests/subscription';
import { openStore } from '../../src/store/open-store';
import { Checkout } from '../cli/checkout';
import { personalMessage } from '../teams/activities';
import type { Program } from './program';
import { ANSWERED, QUESTION, SmallHouse } from './small-house';

jest.setTimeout(180_000);

const DAY = 24 * 60 * 60_000;
const TRUST = 'Sample Trust';
const PERSON = (person: number): string => `f0f0f0f0-0000-4000-8000-${String(person).padStart(12, '0')}`;
const ORGANISATION = `organisation:\n  name: ${TRUST}\n  formerly: [Old Trust]\n  scope: Trust\n  owner: An analyst\n  date: 2024-04-01\n`;
const grants = (...people: readonly number[]): string => `access:\n  audit-days: 365\n  because: Agreed\n  owner: Medical director\ngrants:\n${people.map((person) => `  - { users: [${PERSON(person)}], because: Leads outpatients, owner: Medical director }\n`).join('')}`;
const CHART = { name: 'DNA rate', unit: 'ratio' as const, target: null, last: '8.1%', events: [], process: null, points: [{ period: '2026-09', value: 0.08, complete: true }, { period: '2026-10', value: 0.09, complete: true }] };

let checkout: Checkout;
let house: SmallHouse;
let program: Program;
let config: string;
const put = (name: string, text: string): void => writeFileSync(path.join(config, name), text);
const store = () => openStore(pathToFileURL(path.join(house.data, 'state.db')).href, Date.now);
beforeAll(async () => {
  checkout = new Checkout();
  house = await SmallHouse.open(checkout);
  config = path.join(house.folder, 'config');
  mkdirSync(config);
  put('organisation.yaml', ORGANISATION);
  put('extracts.yaml', 'extracts:\n  - id: outpatient-appointments\n    table: outpatient_appointments\n    files: appointments.csv\n    select: select * from file\n');
  put('grants.yaml', grants(1, 2));
  const before = await store();
  const row = { tenant: null, who: 'anna', place: 'personal', conversation: 'a', way: 'chat', query: null, snapshot: null, outcome: 'answered', reason: null, suppression: 'none' } as const;
  for (const organisation of [TRUST, 'Old Trust']) for (const days of [366, 364]) await before.audit.append({ ...row, organisation, at: Date.now() - days * DAY });
  before.close();
  program = await house.begin({ config }).ready();
});
afterAll(async () => {
  await house.close();
  checkout.close();
});

test('a chart is drawn for whoever has its address, and not one day longer than its time, nor with another key', async () => {
  const key = readFileSync(path.join(house.data, 'chart.key'), 'utf8');
  const statusOf = (at: number, by = key): Promise<number> => program.status(`/charts/${signChart(CHART, by, at)}.png`);
  expect([await statusOf(Date.now()), await statusOf(Date.now() - 90 * DAY), await statusOf(Date.now() - 91 * DAY), await statusOf(Date.now(), 'another key')]).toEqual([200, 200, 404, 404]);
});

test('nobody is let in by a web socket, with a good token either', async () => {
  const asked = { connection: 'Upgrade', upgrade: 'websocket', 'sec-websocket-version': '13', 'sec-websocket-key': 'dGhlIHNhbXBsZSBub25jZQ==', authorization: `Bearer ${house.farSide.token()}` };
  expect((await program.send('GET', '/api/messages', asked)).status).toBe(405);
});

test('whoever is refused leaves nothing in what the program writes but lines of its log, without their token', async () => {
  const token = house.farSide.token();
  expect((await program.deliver(personalMessage(), `${token.slice(0, -8)}AAAAAAAA`)).status).toBe(401);
  for (const until = Date.now() + 10_000; !program.said.includes('UNAUTHORISED') && Date.now() < until;) await pause(50);
  const lines = program.said.trim().split('\n');
  expect(lines.filter((line) => !line.startsWith('{"level":'))).toEqual([]);
  expect(lines.filter((line) => /UNAUTHORISED|LIBRARY_PRINTED/.test(line))).toHaveLength(2);
  expect(program.said).not.toContain(token.split('.')[1]);
});

/** Sends headers for as long as they are taken, and says after how many milliseconds the connection was cut. */
function sendingForEver(): Promise<number> {
  const began = Date.now();
  return new Promise((resolve) => {
    const socket = connect(program.port, '127.0.0.1', () => socket.write('POST /api/messages HTTP/1.1\r\nHost: tally\r\n'));
    const dripping = setInterval(() => socket.write('X-A: 1\r\n'), 500);
    socket.on('error', () => undefined).on('close', () => {
      clearInterval(dripping);
      resolve(Date.now() - began);
    });
    socket.resume();
  });
}

test('whoever is taken out of the grants is refused within half a minute, the others are answered on, and a broken file changes nothing', async () => {
  const asks = async (person: number): Promise<string> => (await house.people.ask(person, QUESTION)).reply?.said ?? '';
  const slow = sendingForEver();
  expect([await asks(1), await asks(2)]).toEqual([expect.stringContaining(ANSWERED), expect.stringContaining(ANSWERED)]);
  for (const words of ['post DNA rate here every Monday at 8', 'pause the DNA rate digest']) await house.people.ask(2, words);
  const digest = async () => {
    const kept = await store();
    const [found] = await kept.subscriptions.all(TRUST);
    kept.close();
    if (found === undefined) throw new Error('no digest is there');
    return found;
  };
  const resume = { v: 1, kind: 'resume', topic: topicOf(await digest()) };
  expect((await digest()).standing).toBe('paused');
  put('grants.yaml', grants(1));
  let said = '';
  for (const until = Date.now() + 45_000; !said.includes('not set up') && Date.now() < until; await pause(1_000)) said = await asks(2);
  expect(said).toContain('You are not set up to ask Tally.');
  expect(await asks(1)).toContain(ANSWERED);
  // A button that was shown before is pressed by whoever they are now.
  await house.people.press(2, resume);
  expect((await digest()).standing).toBe('paused');
  put('grants.yaml', `${grants(1, 2)}\n  - {`);
  for (const until = Date.now() + 45_000; !program.said.includes('GRANTS_REFUSED') && Date.now() < until;) await pause(500);
  expect(program.said).toContain('"code":"GRANTS_REFUSED","at":["grants.yaml:');
  expect([await asks(1), await asks(2)]).toEqual([expect.stringContaining(ANSWERED), expect.stringContaining('You are not set up to ask Tally.')]);
  // Ten seconds for headers, looked at every two; much more on a machine that does other things.
  expect(await slow).toBeLessThan(25_000);
});

test('what is older than the trust keeps is deleted from the record once the program has run for a minute, under every name of the trust', async () => {
  const kept = await store();
  let days: readonly number[] = [];
  for (const until = Date.now() + 90_000; days.length !== 2 && Date.now() < until; await pause(100)) {
    days = (await kept.audit.read([TRUST, 'Old Trust'], 0, 'anna')).map(({ at }) => Math.round((Date.now() - at) / DAY));
  }
  kept.close();
  expect(days).toEqual([364, 364]);
});
