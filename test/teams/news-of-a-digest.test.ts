import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Snapshot } from '../../src/engine/snapshot';
import { holdAtoms, type Atom } from '../access/small-extract';
import { CHANNEL, GrantedHouse, Shared } from './granted-house';

const HOUR = 60 * 60_000;
const WEEK = 7 * 24 * HOUR;
const ALL = ['Activity and money', 'small-numbers'];
const PEOPLE = [{ users: ['lead'], may: ALL }, { users: ['open'] }];
/** All who read it see everything, as long as nobody from elsewhere does. */
const WIDE = { conversations: [CHANNEL], may: ALL, guests: 'none' };
const WITH_GUESTS = { conversations: [CHANNEL], may: ['Activity and money'] };

const monthOf = (month: string, missed: number, of: number): readonly Atom[] => ([
  ['100', 'mss', 'missed', 40], ['100', 'mss', 'first', 400], ['120', 'esm', 'missed', 30], ['120', 'esm', 'first', 600], ['130', 'esm', 'missed', missed], ['130', 'esm', 'first', of - missed],
] as const).map(([specialty, cmg, kind, people]): Atom => ({ month, specialty, cmg, kind, people, site: 'gh' }));
/** In June some of 25 in Ophthalmology were missed, few enough to be hidden; in July 20 of 200, 10%. */
const upTo = (month: 'June' | 'July', missedInJune: number): Promise<Snapshot & { close(): void }> => holdAtoms([
  ...monthOf('2024-04-01', 20, 200), ...monthOf('2024-05-01', 20, 200), ...monthOf('2024-06-01', missedInJune, 25), ...(month === 'July' ? monthOf('2024-07-01', 20, 200) : []),
]);

const shared = Shared.overPeople();
let folder: string;
beforeEach(() => { folder = mkdtempSync(join(tmpdir(), 'tally-news-')); });
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const open = (held: Snapshot, grants: readonly object[]): Promise<GrantedHouse> =>
  GrantedHouse.open({ openId: shared.openId, held }, grants, { folder, held: () => ({ nightly: held.id, onTheDay: null }), coverage: () => held.coverage });

/** What is said to be new, in a preview for somebody without the lift and in the post of four weeks later, over July. */
async function news(missedInJune: number, then: readonly object[]): Promise<readonly (string | null)[]> {
  const [june, july] = [await upTo('June', missedInJune), await upTo('July', missedInJune)];
  const before = await open({ ...june, coverage: endingWith(june.coverage, '2024-06-30') }, [...PEOPLE, WIDE]);
  for (const who of ['lead', 'open']) await before.say(who, 'hello', 'alone');
  expect((await before.say('lead', 'post DNA rate for Ophthalmology here every Monday at 8')).said).toMatch(/^Set up: /);
  expect((await before.later()).posts).toEqual([['channel', expect.stringContaining(`${(missedInJune / 25 * 100).toFixed(1)}%`)]]);
  const { now } = before;
  await before.house.close();
  const after = await open(july, then);
  try {
    const said = (all: string): string | null => /(?:New|Nothing new) since[^"]*?\./.exec(all)?.[0] ?? null;
    after.now = now + 4 * WEEK - 5 * HOUR;
    expect((await after.say('open', 'DNA rate for Ophthalmology June 2024')).said).toContain('is hidden in June 2024');
    const preview = await after.say('open', 'preview the Ophthalmology digest');
    expect(preview.all).toContain('10.0%');
    after.now = now + 4 * WEEK;
    const posted = await after.later(0);
    expect(posted.posts).toEqual([['channel', expect.stringContaining('10.0%')]]);
    return [said(preview.all), said(posted.all)];
  } finally {
    await after.house.close();
    june.close();
    july.close();
  }
}
const endingWith = (coverage: Snapshot['coverage'], to: string): Snapshot['coverage'] => Object.fromEntries(Object.entries(coverage).map(([table, held]) => [table, { ...held, to, bookedTo: to }]));

test.each([['one that met its target', 1], ['one that missed it', 5]])('a digest says neither that there is news nor that there is none since a figure that is hidden: %s', async (_what, missed) => {
  expect(await news(missed, [...PEOPLE, WITH_GUESTS])).toEqual([null, null]);
  rmSync(folder, { recursive: true, force: true });
  folder = mkdtempSync(join(tmpdir(), 'tally-news-'));
  expect(await news(missed, [...PEOPLE, WIDE])).toEqual([null, null]);
});
