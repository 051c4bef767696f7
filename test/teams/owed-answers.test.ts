import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { channelMessage, personalMessage, pressed, submitted } from './activities';
import { NOW, openHouse, type House, type HouseOptions } from './harness';
import { startOpenId, type OpenId } from './open-id';
import { ANSWER, QUERY } from './scripted-answer';

const MINUTE = 60_000;
/** Twelve minutes to ten in London. */
const TOLD = 'A message of 09:42 may not have been answered here. If you see no answer, please ask again.';
const step = { v: 1, kind: 'query', query: QUERY };

let openId: OpenId;
let folder: string;
let houses: House[];
let now: number;
beforeAll(async () => { openId = await startOpenId(); });
afterAll(() => openId.close());
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tally-owed-'));
  houses = [];
  now = NOW;
});
afterEach(async () => {
  for (const each of houses) await each.close();
  rmSync(folder, { recursive: true });
});

/** An instance over the state that the others have too. */
async function open(options: HouseOptions = {}): Promise<House> {
  const house = await openHouse(openId, { folder, clock: () => now, ...options });
  houses.push(house);
  return house;
}
const said = ({ sent }: House) => sent.map(({ path, body }) => [path.replace('/uk/v3/conversations/', ''), body.summary ?? body.text]);
/** What reached the Connector, which all the houses share. */
const told = () => houses.flatMap(said).filter(([, words]) => words?.includes('may not have been answered'));

/** A house that took something on and will never answer it, as a process that was killed. */
async function killedWith(...activities: readonly Record<string, unknown>[]): Promise<House> {
  const dead = await open();
  dead.road.says = () => new Promise(() => undefined);
  for (const activity of activities) void dead.deliver(activity).catch(() => undefined);
  while (dead.road.asked.length + dead.road.ran.length < activities.length) await new Promise((resolve) => setTimeout(resolve, 5));
  return dead;
}

describe('a question whose process was killed', () => {
  test('is told to have had no answer, once, by whichever instance looks a minute later', async () => {
    await killedWith(personalMessage({ id: '1' }));
    const [one, two] = [await open(), await open()];
    await one.tellOwed();
    expect(told()).toEqual([]);
    now += MINUTE;
    await Promise.all([one.tellOwed(), two.tellOwed()]);
    now += 10 * MINUTE;
    await Promise.all([one.tellOwed(), two.tellOwed()]);
    expect(told()).toEqual([['a:personal/activities', TOLD]]);
    expect(one.logged.join('') + two.logged.join('')).toContain('"code":"ANSWER_OWED"');
  });

  test('in a channel is told so in its own thread; several in one place are told together; a pressed button too', async () => {
    await killedWith(channelMessage(), personalMessage({ id: '1' }), submitted(step, { id: '2' }), pressed(step, { id: '3' }));
    const house = await open();
    now += MINUTE;
    await house.tellOwed();
    expect(told().sort()).toEqual([
      ['19:channel@thread.tacv2;messageid=1700000000000/activities', TOLD], ['a:personal/activities', TOLD.replace('A message', 'Messages')],
    ]);
  });

  test('is not told so more than an hour later, when nobody waits any more', async () => {
    await killedWith(personalMessage({ id: '1' }));
    const house = await open();
    now += 61 * MINUTE;
    await house.tellOwed();
    now += 61 * MINUTE;
    await house.tellOwed();
    expect(told()).toEqual([]);
  });
});

describe('whoever was answered', () => {
  test.each([
    ['with a card', personalMessage({ id: '1' }), () => Promise.resolve(ANSWER)],
    ['with a fault in words', personalMessage({ id: '1' }), () => Promise.reject(new Error('x'))],
    ['by a button', submitted(step, { id: '1' }), () => Promise.resolve(ANSWER)],
    ['on the card whose button failed', pressed(step, { id: '1' }), () => Promise.reject(new Error('x'))],
  ])('%s is told nothing besides, also where Teams delivers again', async (_, activity, says) => {
    const house = await open();
    house.road.says = says;
    await house.deliver(activity);
    await house.deliver(activity);
    now += 2 * MINUTE;
    await house.tellOwed();
    expect(told()).toEqual([]);
  });

  test('nowhere, since Tally may not write there, is not written to again', async () => {
    const house = await open({ connector: () => ({ status: 403 }) });
    await house.deliver(personalMessage({ id: '1' }));
    house.sent.length = 0;
    now += 2 * MINUTE;
    await house.tellOwed();
    expect(house.sent).toEqual([]);
  });
});

describe('an answer that the Connector did not take', () => {
  test.each([['was busy', 429], ['failed', 503], ['gave no answer', 'reset']] as const)('because it %s is told of once it takes something', async (_, status) => {
    let isWell = false;
    const house = await open({ connector: () => (isWell ? { status: 201 } : status === 'reset' ? 'reset' : { status }) });
    await house.deliver(personalMessage({ id: '1' }));
    for (let minute = 1; minute <= 10; minute += 1) {
      now += MINUTE;
      if (minute === 5) {
        isWell = true;
        house.sent.length = 0;
      }
      await house.tellOwed();
    }
    expect(told()).toEqual([['a:personal/activities', TOLD]]);
  });
});
