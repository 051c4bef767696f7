import type { Answer } from '../../src/answers/answer';
import { PLAIN } from '../../src/answers/from-reading';
import { SUSPENDED } from '../../src/digests/why-suspended';
import * as sample from '../fixtures/cards/answers';
import { STORES } from '../store/stores';
import { CHANNEL, DAY, DigestHouse, EIGHT, HOUR, MINUTE, MONDAYS, WEEK } from './house';

const busy = (retryAfter: number) => ({ outcome: 'refused', status: 429, cause: null, retryAfter }) as const;
const UNKNOWN = { outcome: 'ambiguous', status: 502, cause: null } as const;
const stale = (): Answer => ({ ...sample.VALUE, metrics: sample.VALUE.metrics.map((metric) => ({ ...metric, data: { ...metric.data, stale: true } })) });
const VERDICT = sample.VALUE.headline;

describe.each(STORES)('a digest kept in %s', (_name, placeOf) => {
  let house: DigestHouse;
  beforeEach(async () => { house = await DigestHouse.open(placeOf); });
  afterEach(() => house.close());
  const posts = () => house.sent.filter(({ to }) => to === 'channel').map(({ summary }) => summary);
  const notices = () => house.sent.filter(({ to }) => to === 'personal').map(({ summary }) => summary);

  test('that somebody asked for again is posted also where Teams was busy at first', async () => {
    const one = await house.setUp();
    house.connector = () => UNKNOWN;
    await house.at(EIGHT);
    house.connector = () => busy(20_000);
    house.now = EIGHT + DAY;
    expect(await house.again(one, '2024-07-08')).toMatch(/is posted again within a minute/);
    await house.at(EIGHT + DAY + 15_000);
    expect(posts()).toEqual([]);
    house.connector = () => ({ outcome: 'sent', message: null });
    await house.at(EIGHT + DAY + 2 * MINUTE);
    expect(posts()).toEqual([`Posted again on request, due 8 July 2024 at 08:00. ${VERDICT}`]);
  });

  test('is not sent again before the time that Teams asked for', async () => {
    await house.setUp();
    house.connector = () => busy(5 * MINUTE);
    await house.over(EIGHT, EIGHT + 5 * MINUTE - 15_000);
    expect(house.asked).toBe(1);
    await house.at(EIGHT + 5 * MINUTE + 15_000);
    expect(house.asked).toBe(2);
  });

  test('does not ask a tenant that is throttled for five minutes once a digest, and all are posted after', async () => {
    for (let n = 0; n < 150; n += 1) await house.setUp({ id: `d${n}`, name: `Digest ${n}`, to: { ...CHANNEL, conversation: `19:${n}` } });
    const until = EIGHT + 5 * MINUTE;
    house.connector = () => (house.now < until ? busy(until - house.now) : { outcome: 'sent', message: null });
    await house.over(EIGHT, EIGHT + 8 * MINUTE);
    expect(house.sent).toHaveLength(150);
    // Two that are on their way together with four others tell that it is the tenant's limit.
    expect(house.asked).toBeLessThan(150 + 12);
  }, 60_000);

  test('moved to a time of today that is past is posted now, and the reply says so', async () => {
    const one = await house.setUp();
    house.now = EIGHT - 10 * MINUTE;
    expect(await house.change({ schedule: { at: '07:30' } })).toBe('Changed: “DNA rate” is now posted every Monday at 07:30, today’s within a minute, then 15 July 2024 at 07:30.');
    await house.over(EIGHT - 9 * MINUTE, EIGHT + 5 * MINUTE);
    expect(posts()).toEqual([VERDICT]);
    await house.at(EIGHT + WEEK - 30 * MINUTE);
    expect(await house.states(one)).toEqual(['2024-07-08 sent', '2024-07-15 sent']);
  });

  test('moved from the afternoon to the morning is not said to have been missed', async () => {
    await house.setUp({ schedule: { ...MONDAYS, at: '16:00' } });
    house.now = EIGHT + 5 * HOUR;
    expect(await house.change({ schedule: { at: '08:00' } })).toMatch(/today’s within a minute/);
    await house.at(house.now + 15_000);
    await house.at(EIGHT + WEEK);
    expect(posts()).toEqual([VERDICT, `Nothing new since the digest of 8 July 2024. ${VERDICT}`]);
  });

  test('moved away while it waits is due no more that day, also where it is moved back, and the replies say when it is', async () => {
    const one = await house.setUp();
    house.answer = stale;
    await house.at(EIGHT);
    expect(await house.change({ schedule: { on: 2 } })).toMatch(/every Tuesday at 08:00, next 9 July 2024/);
    await house.at(EIGHT + 5 * MINUTE);
    expect(await house.states(one)).toEqual([]);
    house.answer = () => sample.VALUE;
    expect(await house.change({ schedule: { on: 1 } })).toMatch(/every Monday at 08:00, next 15 July 2024/);
    await house.over(EIGHT + 6 * MINUTE, EIGHT + 10 * MINUTE);
    await house.at(EIGHT + WEEK);
    expect(await house.states(one)).toEqual(['2024-07-15 sent']);
  });

  test('moved by a clock on which it is tomorrow already, just after it was posted, is not posted twice', async () => {
    const one = await house.setUp({ schedule: { every: 'working-day', on: null, at: '23:30', zone: 'Europe/London' } });
    await house.at(EIGHT + 15.5 * HOUR);
    house.now += 5 * MINUTE;
    expect(await house.change({ schedule: { at: '04:00', zone: 'Asia/Kolkata' } })).toMatch(/next 9 July 2024 at 23:30/);
    await house.over(house.now, house.now + MINUTE);
    expect(posts()).toHaveLength(1);
    await house.at(EIGHT + DAY + 15.5 * HOUR);
    expect(await house.states(one)).toEqual(['2024-07-08 sent', '2024-07-10 sent']);
  });

  test('that is waiting and is moved by another clock is posted once', async () => {
    await house.setUp();
    house.answer = stale;
    await house.at(EIGHT);
    house.answer = () => sample.VALUE;
    house.now = EIGHT + 6 * MINUTE;
    await house.change({ schedule: { at: '09:10', zone: 'Europe/Paris' } });
    await house.over(house.now, EIGHT + 30 * MINUTE);
    expect(posts()).toHaveLength(1);
  });

  test('is still to be told of after an outage, to whoever set it up', async () => {
    await house.setUp();
    await house.knowAnna();
    house.connector = () => UNKNOWN;
    await house.over(EIGHT, EIGHT + MINUTE);
    expect(house.sent).toEqual([]);
    house.connector = () => ({ outcome: 'sent', message: null });
    await house.over(EIGHT + 2 * MINUTE, EIGHT + HOUR);
    expect(posts()).toEqual([]);
    expect(notices()).toEqual(['DNA rate: whether the digest of 8 July 2024 arrived in its channel is not known. Look, and say which: it is not posted again by itself.']);
  });

  test('that failed is told of when whoever set it up first writes', async () => {
    await house.setUp();
    house.connector = () => UNKNOWN;
    await house.at(EIGHT);
    house.connector = () => ({ outcome: 'sent', message: null });
    await house.over(EIGHT + MINUTE, EIGHT + 2 * MINUTE);
    expect(house.sent).toEqual([]);
    await house.knowAnna();
    await house.at(EIGHT + 2 * HOUR);
    expect(notices()).toHaveLength(1);
  });

  test('that was resumed stays so when its owner is told late that it had been suspended', async () => {
    const one = await house.setUp();
    await house.knowAnna();
    house.connector = ({ kind }) => (kind === 'channel' ? { outcome: 'refused', status: 403, cause: null } : busy(MINUTE));
    await house.at(EIGHT);
    expect((await house.store.subscriptions.get(one.id))?.standing).toBe('suspended');
    house.now = EIGHT + MINUTE;
    await house.say({ kind: 'digest', what: 'resume', name: null });
    house.connector = () => ({ outcome: 'sent', message: null });
    await house.at(EIGHT + HOUR);
    expect(notices()).toHaveLength(1);
    expect((await house.store.subscriptions.get(one.id))?.standing).toBe('active');
  });

  test('that can never be worked out fails, and its owner is told once', async () => {
    const one = await house.setUp();
    await house.knowAnna();
    house.answer = () => { throw new Error('no such metric'); };
    for (let minutes = 0; minutes < 300; minutes += 5) await house.at(EIGHT + minutes * MINUTE);
    expect(await house.states(one)).toEqual(['2024-07-08 failed: it could not be worked out']);
    expect(notices()).toEqual(['DNA rate: the digest of 8 July 2024 was not posted in its channel: it could not be worked out.']);
  });

  test('waits while nothing is loaded, and says nothing of it in the channel', async () => {
    const one = await house.setUp();
    await house.knowAnna();
    house.answer = () => ({ ...PLAIN, outcome: 'no-data', headline: 'No data has been loaded yet.', reason: 'nothing-loaded' });
    await house.at(EIGHT);
    house.answer = () => sample.VALUE;
    await house.at(EIGHT + 20 * MINUTE);
    expect(posts()).toEqual([`Posted late, due 8 July 2024 at 08:00: the extract came late. ${VERDICT}`]);
    house.answer = () => ({ ...PLAIN, outcome: 'no-data', headline: 'No data has been loaded yet.', reason: 'nothing-loaded' });
    for (let minutes = 0; minutes <= 130; minutes += 5) await house.at(EIGHT + WEEK + minutes * MINUTE);
    expect(await house.states(one)).toEqual(['2024-07-08 sent', '2024-07-15 failed: no data had been loaded by 15 July 2024 at 10:00']);
    expect(notices()).toHaveLength(1);
  });

  test('waits for last night’s extract where by the same weekday it has usually come, and not where it has not', async () => {
    const table = (to: string) => ({ ...CATALOGUE_COVERAGE, to });
    const one = await house.setUp();
    // A trust whose extracts do not run at weekends: on Mondays Thursday is the last day held.
    for (const [week, to] of ['2024-07-04', '2024-07-11', '2024-07-18'].entries()) {
      house.coverage = { outpatient_appointments: table(to) };
      await house.at(EIGHT + week * WEEK);
    }
    expect(await house.states(one)).toEqual(['2024-07-08 sent', '2024-07-15 sent', '2024-07-22 sent']);
    expect(posts().join(' ')).not.toMatch(/late|without/);
    // The Friday morning's load has failed: Wednesday is the last day held.
    house.coverage = { outpatient_appointments: table('2024-07-24') };
    await house.at(EIGHT + 3 * WEEK);
    expect(posts()).toHaveLength(3);
    house.coverage = { outpatient_appointments: table('2024-07-25') };
    await house.at(EIGHT + 3 * WEEK + 20 * MINUTE);
    expect(posts().at(-1)).toMatch(/^Posted late, due 29 July 2024 at 08:00: the extract came late\./);
    house.coverage = { outpatient_appointments: table('2024-07-30') };
    await house.at(EIGHT + 4 * WEEK);
    await house.at(EIGHT + 4 * WEEK + 2 * HOUR);
    expect(posts().at(-1)).toMatch(/^Posted without the latest extract, which had not come by 5 August 2024 at 10:00\./);
  });

  test('looks for its extract once more where the program wakes late, and says both', async () => {
    await house.setUp();
    house.answer = stale;
    await house.at(EIGHT + 3 * HOUR);
    expect(posts()).toEqual([]);
    await house.at(EIGHT + 3 * HOUR + 5 * MINUTE);
    expect(posts()).toEqual([`Posted late, due 8 July 2024 at 08:00: Tally was not running; and without the latest extract, which had not come by 8 July 2024 at 11:00. ${VERDICT}`]);
  });

  test('is not sent by a machine that fell asleep on the brink of it, but by the next look, once', async () => {
    const one = await house.setUp();
    house.afterBegin = () => { house.now += HOUR; };
    await house.at(EIGHT);
    expect(house.asked).toBe(0);
    house.afterBegin = () => undefined;
    await house.over(house.now + 15_000, house.now + MINUTE);
    expect(posts()).toEqual([`Posted late, due 8 July 2024 at 08:00: Tally was not running. ${VERDICT}`]);
    expect(await house.states(one)).toEqual(['2024-07-08 sent']);
  });

  test('that had to wait for others is not said to be late because nothing ran', async () => {
    for (let n = 0; n < 130; n += 1) await house.setUp({ id: `d${n}`, name: `Digest ${n}`, to: { ...CHANNEL, conversation: `19:${n}` } });
    house.answer = () => (house.now += 2_500, sample.VALUE);
    await house.at(EIGHT);
    // Whoever waited for a turn longer than a hold lasts is taken on by the next look.
    await house.at(house.now + MINUTE);
    expect(posts()).toHaveLength(130);
    expect(posts().at(-1)).toMatch(/^Posted late, due 8 July 2024 at 08:00: many were due at once\./);
  });

  test('that is paused stays so when Tally is removed and comes back', async () => {
    await house.setUp();
    await house.say({ kind: 'digest', what: 'pause', name: null });
    await house.digests.commands.placeRemoved(() => true, SUSPENDED.removed);
    await house.digests.commands.placeInstalled(() => true, house.now);
    await house.at(EIGHT);
    expect(posts()).toEqual([]);
    expect((await house.store.subscriptions.get('one'))?.standing).toBe('paused');
  });

  test('stops within what is on its way, with nothing in doubt', async () => {
    for (let n = 0; n < 60; n += 1) await house.setUp({ id: `d${n}`, name: `Digest ${n}`, to: { ...CHANNEL, conversation: `19:${n}` } });
    let stopped: Promise<void> | null = null;
    house.connector = () => {
      if (house.asked === 3) stopped = house.digests.stop();
      return { outcome: 'sent', message: null };
    };
    await house.at(EIGHT);
    expect(stopped).not.toBeNull();
    expect(house.asked).toBeLessThanOrEqual(9);
    const standing = Object.fromEntries((await house.store.ledger.standing()).map(({ state, posts: count }) => [state, count]));
    expect(standing).toEqual({ sent: house.asked, planned: 60 - house.asked });
  });

  test('is a card that does not bring itself up to date', async () => {
    await house.setUp();
    await house.at(EIGHT);
    expect(house.sent[0]?.answer.isPost).toBe(true);
  });
});

const CATALOGUE_COVERAGE = {
  extract: 'appointments', from: '2023-04-01', to: '2024-07-07', bookedTo: '2024-07-07', dailyFrom: '2023-04-01', missingDays: [], missingMonths: [], columnsFrom: {}, provisionalFrom: null, rows: 1, byMetric: {}, notices: [],
};
