import path from 'node:path';
import { tmpdir } from 'node:os';
import { pino } from 'pino';
import type { Answer } from '../../src/answers/answer';
import { londonInstant } from '../../src/calendar/instant';
import { Pace } from '../../src/delivery/pace';
import { Poster } from '../../src/delivery/poster';
import type { Origin } from '../../src/digests/carry-out';
import type { Command } from '../../src/language/command';
import { knownPlaces } from '../../src/store/known-places';
import { openStore, type Store } from '../../src/store/open-store';
import { openTally, type Tally } from '../../src/tally';
import { WatchCommands } from '../../src/watches/watch-commands';
import { Watches } from '../../src/watches/watches';
import { STORES, type Place } from '../store/stores';

jest.setTimeout(240_000);

const DAY = '2024-07-11';
const at = (time: string): number => londonInstant(`${DAY}T${time}`) ?? NaN;
const TIMES = ['07:00', '08:30', '09:42', '12:00', '14:00'];
const ORIGIN: Omit<Origin, 'at'> = {
  asker: { id: 'lead', name: 'Sam Lead', tenant: 't' }, place: { kind: 'personal', id: 'a:lead' }, address: { kind: 'personal', conversation: 'a:lead', serviceUrl: 'https://smba.trafficmanager.net/uk/', tenant: 't', team: null },
};

let now = at('06:45');
let tally: Tally;
let place: Place;
let store: Store;
let commands: WatchCommands;
let watches: Watches;
const arrived: string[] = [];
beforeAll(async () => {
  tally = await openTally({
    configFolder: path.join(__dirname, '..', '..', 'deployment', 'trust'), extractsFolder: null, dataFolder: path.join(tmpdir(), 'tally-on-the-day-test'), clock: () => now, log: pino({ level: 'silent' }),
  });
  place = await (STORES[0]?.[1] ?? (() => Promise.reject(new Error('no store'))))();
  store = await openStore(place.url, () => now);
  const idOf = async (of: Tally['onTheDay']): Promise<string | null> => {
    const lent = await of?.lend();
    lent?.release();
    return lent?.snapshot.id ?? null;
  };
  const { catalogue, road } = tally;
  watches = new Watches({
    catalogue, road, kept: store.watches, ledger: store.ledger, render: (answer) => answer, chats: { of: () => Promise.resolve(null) },
    clock: () => now, places: knownPlaces(store), failed: (error) => { throw error; }, held: async () => ({ nightly: await idOf(tally.snapshots), onTheDay: await idOf(tally.onTheDay) }),
  });
  commands = new WatchCommands({ catalogue, kept: store.watches, ledger: store.ledger, watches, hasReadings: true, isInstaller: () => Promise.resolve(false), chats: { of: () => Promise.resolve(null) } });
});
afterAll(async () => {
  store.close();
  await place.clear();
  await tally.close();
});

async function say(text: string): Promise<Answer> {
  const asked = await tally.road.ask({ text, ...ORIGIN, at: now, context: null });
  const command: Command | undefined = asked.command;
  return command?.kind === 'watch' ? commands.carryOut(command, { ...ORIGIN, at: now }) : asked;
}

test('a day replayed extract by extract tells once each time the line is crossed, as a count of its own has it', async () => {
  const said = await say('tell me if on the day cancellations go over 3%');
  expect([said.outcome, said.headline]).toEqual(['done', 'Set up: you are told here of on-the-day cancellations over 3%.']);
  const clock = (): number => now;
  const wait = (): Promise<void> => Promise.resolve();
  const poster = new Poster({
    ledger: store.ledger, clock, wait, instance: 'one', failed: (error) => { throw error; }, pace: new Pace({ clock, wait, apart: 0, apartInOne: 0 }), make: (post) => watches.make(post),
    port: { post: (_to, _card, summary) => (arrived.push(summary), Promise.resolve({ outcome: 'sent', message: null })) },
  });
  const over: { readonly time: string; readonly words: string }[] = [];
  let wasOver = false;
  for (const time of TIMES) {
    now = at(time);
    await tally.onTheDay?.refresh();
    await watches.look();
    await poster.tick();
    const { onTheDay } = await tally.road.ask({ text: 'today', ...ORIGIN, at: now, context: null });
    const [cancelled, planned] = [onTheDay?.cancelled ?? 0, onTheDay?.planned ?? 0];
    const isOver = planned > 0 && cancelled * 100 > planned * 3;
    if (isOver && !wasOver) over.push({ time, words: `${cancelled} of ${planned}\\.$` });
    wasOver = isOver;
  }
  expect(over.length).toBeGreaterThan(0);
  expect(arrived).toEqual(over.map(({ time, words }) => expect.stringMatching(new RegExp(`at ${time} on 11 July 2024, ${words}`)) as unknown as string));
});

test.each([
  // The paper's ACPL has its own run of months; where it stands is said as the chart says it.
  ['tell me when ACPL changes for real', 'done', /^Set up: you are told here of a real change of ACPL: a special cause/],
  ['tell me if DNA rate for ENT at LRI goes over 9%', 'done', /DNA rate for ENT, LRI over 9%\.$/],
  ['alert me here when late starts in MSS drop below 20%', 'done', /late starts for Musculoskeletal & Specialist Surgery below 20%\.$/i],
  ['tell me if DNA rate in May 2024 goes over 8%', 'unknown', /^May 2024 is over/],
  ['tell me if implied productivity growth goes over 3%', 'unknown', /printed in a document/],
])('%s', async (text, outcome, headline) => {
  const said = await say(text);
  expect([said.outcome, said.headline]).toEqual([outcome, expect.stringMatching(headline)]);
});

test('the same alert is not set up twice, and each says on what it is judged', async () => {
  expect((await say('tell me if DNA rate for ENT at LRI goes over 9%')).headline).toBe('There is an alert “DNA rate for ENT, LRI over 9%” here already.');
  expect((await say('tell me if DNA rate for T&O goes over 9%')).lines.join(' ')).toMatch(/Never on fewer than 20 appointments .+, nor from 22:00 to 06:30: what is crossed at night is told in the morning\./);
});
