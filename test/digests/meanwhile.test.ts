import type { Answer } from '../../src/answers/answer';
import * as sample from '../fixtures/cards/answers';
import { STORES } from '../store/stores';
import { CHANNEL, DAY, DigestHouse, EIGHT, HOUR, MINUTE, MONDAYS } from './house';

const stale = (): Answer => ({ ...sample.VALUE, metrics: sample.VALUE.metrics.map((metric) => ({ ...metric, data: { ...metric.data, stale: true } })) });
const SENT = { outcome: 'sent', message: null } as const;
const EVERY_DAY = { every: 'working-day', on: null, zone: 'Europe/London' } as const;
/** Half past eleven at night, the day before it is moved. */
const AT_NIGHT = EIGHT + 15.5 * HOUR;
const WOKE = /^Posted late, due 8 July 2024 at 08:00: Tally was not running or could not reach its records\./;

describe.each(STORES)('a digest kept in %s', (_name, placeOf) => {
  let house: DigestHouse;
  beforeEach(async () => { house = await DigestHouse.open(placeOf); });
  afterEach(() => house.close());
  const posts = () => house.sent.filter(({ to }) => to === 'channel').map(({ summary }) => summary);

  test('that is moved past midnight while yesterday’s is being made is posted once', async () => {
    await house.setUp({ schedule: { ...EVERY_DAY, at: '23:30' } });
    house.answer = stale;
    await house.over(AT_NIGHT, AT_NIGHT + HOUR);
    const said: Promise<string>[] = [];
    house.answer = () => {
      if (said.length === 0) said.push(house.change({ schedule: { at: '00:15' } }));
      return sample.VALUE;
    };
    await house.over(house.now + 5 * MINUTE, house.now + 12 * MINUTE);
    expect(await Promise.all(said)).toEqual([expect.not.stringMatching(/within a minute/)]);
    expect(posts()).toHaveLength(1);
  });

  test('that is looked at while it is moved comes all the same, once', async () => {
    await house.setUp({ schedule: { ...MONDAYS, at: '23:30' } });
    house.answer = stale;
    await house.over(AT_NIGHT, AT_NIGHT + 6 * MINUTE);
    house.answer = () => sample.VALUE;
    const { subscriptions } = house.store;
    const change = subscriptions.change.bind(subscriptions);
    subscriptions.change = async (...args) => {
      subscriptions.change = change;
      await house.at(house.now + 100);
      const changed = await change(...args);
      await house.at(house.now + 5 * MINUTE);
      return changed;
    };
    expect(await house.change({ schedule: { on: 2, at: '04:00', zone: 'Asia/Kolkata' } })).toMatch(/today’s within a minute/);
    await house.over(house.now, house.now + 30 * MINUTE);
    expect(posts()).toHaveLength(1);
  });

  test('that somebody asked for again comes also where it is moved in the same minute', async () => {
    const one = await house.setUp({ schedule: { ...EVERY_DAY, at: '08:00' } });
    house.connector = () => ({ outcome: 'refused', status: 400, cause: null });
    await house.at(EIGHT);
    house.connector = () => SENT;
    house.now = EIGHT + DAY - 20 * MINUTE;
    await house.again(one, '2024-07-08');
    expect(await house.change({ schedule: { at: '07:30' } })).toMatch(/today’s within a minute/);
    await house.over(house.now, house.now + 5 * MINUTE);
    expect(await house.states(one)).toEqual(['2024-07-08 sent', '2024-07-09 sent']);
  });

  test('is not said to have waited for others, or for its extract, where the store was away over its time', async () => {
    await house.setUp();
    await house.at(EIGHT - 30 * MINUTE);
    const { subscriptions } = house.store;
    const all = subscriptions.all.bind(subscriptions);
    subscriptions.all = () => Promise.reject(new Error('away'));
    for (let minute = -29; minute <= 20; minute += 1) await house.at(EIGHT + minute * MINUTE);
    subscriptions.all = all;
    await house.at(EIGHT + 21 * MINUTE);
    expect(posts()).toEqual([expect.stringMatching(WOKE)]);
  });

  test('says that nothing ran where the machine slept between two posts of one look', async () => {
    for (let n = 0; n < 14; n += 1) await house.setUp({ id: `d${n}`, name: `Digest ${n}`, to: { ...CHANNEL, conversation: `19:${n}` } });
    await house.at(EIGHT - 15_000);
    house.connector = () => {
      if (house.sent.length === 3 && house.now < EIGHT + HOUR) house.now += HOUR;
      return SENT;
    };
    await house.at(EIGHT);
    await house.over(house.now + 15_000, house.now + 2 * MINUTE);
    expect(posts()).toHaveLength(14);
    for (const late of posts().filter((post) => post.startsWith('Posted late'))) expect(late).toMatch(WOKE);
    expect(posts().filter((post) => post.startsWith('Posted late')).length).toBeGreaterThan(4);
  });

  test('that waited for its extract and was then slept over says that nothing ran', async () => {
    await house.setUp();
    house.answer = stale;
    await house.at(EIGHT);
    house.answer = () => sample.VALUE;
    house.afterBegin = () => {
      house.now += 2 * HOUR;
      house.afterBegin = () => undefined;
    };
    await house.over(EIGHT + 15_000, EIGHT + 6 * MINUTE);
    await house.over(house.now, house.now + MINUTE);
    expect(posts()).toEqual([expect.stringMatching(WOKE)]);
  });

  test('comes once where the clock runs hours ahead for a while and is then put right, and again a week later', async () => {
    const one = await house.setUp();
    await house.at(EIGHT - 4 * HOUR);
    await house.at(EIGHT + HOUR);
    await house.over(EIGHT - 4 * HOUR, EIGHT - 4 * HOUR + MINUTE);
    await house.over(EIGHT - MINUTE, EIGHT + 2 * MINUTE);
    expect(await house.states(one)).toEqual(['2024-07-08 sent']);
    await house.over(EIGHT + 7 * DAY - MINUTE, EIGHT + 7 * DAY + MINUTE);
    expect([await house.states(one), posts().length]).toEqual([['2024-07-08 sent', '2024-07-15 sent'], 2]);
  });
});
