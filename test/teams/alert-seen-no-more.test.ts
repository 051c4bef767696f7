import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Snapshot } from '../../src/engine/snapshot';
import { holdAtoms, type Atom } from '../access/small-extract';
import { CHANNEL, GrantedHouse, ORGANISATION, Shared } from './granted-house';

const MONTHS = ['2024-04-01', '2024-05-01', '2024-06-01', '2024-07-01'];
/** @param missed of 25 in Ophthalmology, or of so many: few enough to be hidden, where they are @param cancelled in General Surgery, which with 60 in ENT are of over a thousand */
const people = (missed: number, cancelled: number, of = 25): Promise<Snapshot & { close(): void }> => holdAtoms(MONTHS.flatMap((month) => ([
  ['100', 'mss', 'missed', 40], ['100', 'mss', 'first', 400], ['100', 'mss', 'cancelled', cancelled],
  ['120', 'esm', 'missed', 30], ['120', 'esm', 'first', 600], ['120', 'esm', 'cancelled', 60], ['130', 'esm', 'missed', missed], ['130', 'esm', 'first', of - missed],
] as const).map(([specialty, cmg, kind, count]): Atom => ({ month, specialty, cmg, kind, people: count, site: 'gh' }))));
const ALL = ['Activity and money', 'small-numbers'];
const LEAD = { users: ['lead'], may: ALL };
const OPEN = { users: ['open'] };
/** Shows everything to all who read it, and what is small only while it is said that nobody from elsewhere does. */
const WIDE = { conversations: [CHANNEL], may: ALL, guests: 'none' };
const WITH_GUESTS = { conversations: [CHANNEL], may: ['Activity and money'] };
const EYES = 'DNA rate for Ophthalmology';
const MINUTE = 60_000;

const shared = Shared.overPeople();
let before: Snapshot & { close(): void };
let after: Snapshot & { close(): void };
let recovered: Snapshot & { close(): void };
let folder: string;
let held: Snapshot;
/** What the Connector says to a post in the channel. */
let channelSays: number;
let one: GrantedHouse;
beforeAll(async () => {
  [before, after, recovered] = [await people(1, 44), await people(5, 144), await people(20, 44, 200)];
});
afterAll(() => {
  before.close();
  after.close();
  recovered.close();
});
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tally-alert-'));
  [held, channelSays] = [before, 201];
});
afterEach(async () => {
  await one.house.close();
  rmSync(folder, { recursive: true, force: true });
});

/** The program with those grants, on what is held now and on what was set up before. */
async function open(grants: readonly object[], isEmpty = false): Promise<void> {
  one = await GrantedHouse.open({ openId: shared.openId, held: new Proxy(held, { get: (_held, name) => name === 'id' ? idOf() : of(held, name), has: (_held, name) => name in held }) }, grants, {
    folder, held: () => ({ nightly: idOf(), onTheDay: null }), connector: (_n, { path }) => ({ status: path.includes('a:') ? 201 : channelSays }),
  }, isEmpty);
}
const idOf = (): string => (held === before ? 'first' : held === after ? 'second' : 'third');
function of(snapshot: Snapshot, name: string | symbol): unknown {
  const found: unknown = Reflect.get(snapshot, name, snapshot);
  return typeof found === 'function' ? (found.bind(snapshot) as unknown) : found;
}
async function setUp(who: string, figure: string, over: string): Promise<void> {
  await open([LEAD, OPEN, WIDE]);
  for (const whoever of ['lead', 'open']) await one.say(whoever, 'hello', 'alone');
  expect((await one.say(who, `alert us here when ${figure} goes over ${over}`)).said).toMatch(/^Set up: /);
  await one.later(1);
}
async function restart(grants: readonly object[], isEmpty = false): Promise<void> {
  const { now } = one;
  await one.house.close();
  await open(grants, isEmpty);
  one.now = now;
}
/** What is told from an instant on, over ten minutes of looks. */
async function told(at: number): Promise<readonly (readonly [string, string])[]> {
  one.now = at;
  const posts = [...(await one.later(0)).posts];
  for (let minutes = 2; minutes <= 10; minutes += 2) {
    one.now = at + minutes * MINUTE;
    posts.push(...(await one.later(0)).posts);
  }
  return posts;
}

const HELD_BACK: readonly (readonly [when: string, mute: string, crossed: number, heard: number])[] = [
  ['in the night', '', Date.UTC(2024, 7, 5, 22), Date.UTC(2024, 7, 6, 5, 31)], ['while it was muted', 'mute the alert until Wednesday', Date.UTC(2024, 7, 5, 12), Date.UTC(2024, 7, 8, 9)],
];
describe('an alert that crossed its line while small numbers were shown', () => {
  /** Crosses while it is held back, and nothing is told of it yet. */
  async function crossedUnheard(mute: string, at: number): Promise<void> {
    await setUp('lead', EYES, '18%');
    if (mute !== '') await one.say('lead', mute);
    held = after;
    expect(await told(at)).toEqual([]);
  }

  test.each(HELD_BACK)('%s is told as long as they are', async (_when, mute, crossed, heard) => {
    await crossedUnheard(mute, crossed);
    expect(await told(heard)).toEqual([['channel', expect.stringContaining('20.0% in July 2024, 5 of 25')]]);
  });

  test.each(HELD_BACK)('%s is told to nobody once they are hidden there: not even that it crossed', async (_when, mute, crossed, heard) => {
    await crossedUnheard(mute, crossed);
    await restart([LEAD, OPEN, WITH_GUESTS]);
    expect(await told(heard)).toEqual([]);
    expect((await one.say('open', EYES)).said).toContain('is hidden in July 2024');
    expect((await one.say('open', 'list alerts')).all).not.toMatch(/(?:not )?over 18% now/);
  });
});

test('an alert of a hidden figure is not told when it has recovered, in a month that all may see', async () => {
  await setUp('lead', EYES, '18%');
  held = after;
  expect(await told(Date.UTC(2024, 7, 5, 22))).toEqual([]);
  held = recovered;
  await restart([LEAD, OPEN, WITH_GUESTS]);
  expect(await told(Date.UTC(2024, 7, 6, 5, 31))).toEqual([]);
  expect((await one.say('open', EYES)).said).toContain('10.0%');
});

test.each([['a hidden figure', EYES, '18%'], ['a restricted one', 'cancellation rate', '10%']])('while nothing is loaded, and so not known who may see it, an alert of %s waits', async (_what, figure, over) => {
  await setUp('lead', figure, over);
  held = after;
  expect(await told(Date.UTC(2024, 7, 5, 22))).toEqual([]);
  await restart([LEAD, OPEN, WIDE], true);
  expect(await told(Date.UTC(2024, 7, 6, 5, 31))).toEqual([]);
  await restart([LEAD, OPEN, WIDE]);
  expect(await told(Date.UTC(2024, 7, 6, 6))).toEqual([['channel', expect.stringContaining(over === '18%' ? '20.0%' : 'over 10%: ')]]);
});

describe('of an alert that its channel did not take', () => {
  test.each([[502, 'Whether it arrived in its channel is not known'], [403, 'It was not posted in its channel']])('whoever set it up is told in their own chat, where they may see the figure: status %i', async (status, words) => {
    await setUp('lead', 'cancellation rate', '10%');
    [held, channelSays] = [after, status];
    expect(await told(Date.UTC(2024, 7, 6, 9))).toContainEqual(['alone', expect.stringContaining(`Alert: cancellation rate over 10%. ${words}`)]);
  });

  test.each([502, 403])('nobody is told who may ask no more: status %i', async (status) => {
    await setUp('lead', 'cancellation rate', '10%');
    await restart([OPEN, WIDE]);
    [held, channelSays] = [after, status];
    expect((await told(Date.UTC(2024, 7, 6, 9))).filter(([where]) => where === 'alone')).toEqual([]);
  });

  test.each([502, 403])('nobody is told to whom its figure is hidden: status %i', async (status) => {
    await setUp('open', EYES, '18%');
    [held, channelSays] = [after, status];
    expect((await told(Date.UTC(2024, 7, 6, 9))).filter(([where]) => where === 'alone')).toEqual([]);
  });
});

test.each([['DNA rate', '6.6%', /^6\.8% in July 2024/], ['cancellation rate', '10%', /^$/]])('what %s was is kept to be told later, but of a restricted figure, which is told as it is', async (figure, over, words) => {
  await setUp('lead', figure, over);
  held = after;
  await one.later(0);
  const [watch] = await one.house.store.watches.all(ORGANISATION);
  expect(watch?.crossing?.words).toMatch(words);
});
