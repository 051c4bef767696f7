import type { Answer } from '../../src/answers/answer';
import { PLAIN } from '../../src/answers/from-reading';
import { topicOf } from '../../src/digests/subscription';
import { SUSPENDED } from '../../src/digests/why-suspended';
import * as sample from '../fixtures/cards/answers';
import { ON_THE_DAY } from '../fixtures/cards/on-the-day-answers';
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

  test.each([
    ['by a clock on which it is tomorrow', { at: '04:00', zone: 'Asia/Kolkata' }, 6 * MINUTE],
    ['past midnight, to a time of the new day', { at: '00:15' }, 62 * MINUTE],
  ] as const)('that waits for its extract and is moved %s is posted once', async (_how, schedule, waits) => {
    await house.setUp({ schedule: { every: 'working-day', on: null, at: '23:30', zone: 'Europe/London' } });
    house.answer = stale;
    const due = EIGHT + 15.5 * HOUR;
    await house.over(due, due + waits);
    house.answer = () => sample.VALUE;
    expect(await house.change({ schedule })).toMatch(/today’s within a minute/);
    await house.over(house.now, house.now + 2 * HOUR);
    expect(posts()).toHaveLength(1);
  });

  test('that Teams put off and is moved by a clock on which it is tomorrow is posted once', async () => {
    await house.setUp({ schedule: { every: 'working-day', on: null, at: '23:00', zone: 'Europe/London' } });
    house.connector = () => busy(2 * MINUTE);
    const due = EIGHT + 15 * HOUR;
    await house.over(due, due + MINUTE);
    house.connector = () => ({ outcome: 'sent', message: null });
    expect(await house.change({ schedule: { at: '00:00', zone: 'Europe/Paris' } })).toMatch(/today’s within a minute/);
    await house.over(house.now, house.now + HOUR);
    expect(posts()).toHaveLength(1);
  });

  test('that waits and is moved to a weekday by another clock is posted all the same, and not only next week', async () => {
    await house.setUp({ schedule: { ...MONDAYS, at: '23:30' } });
    house.answer = stale;
    const due = EIGHT + 15.5 * HOUR;
    await house.over(due, due + 6 * MINUTE);
    house.answer = () => sample.VALUE;
    await house.change({ schedule: { at: '04:00', zone: 'Asia/Kolkata' } });
    await house.over(house.now, house.now + 20 * MINUTE);
    expect(posts()).toHaveLength(1);
  });

  test('comes on its day although the clock was eight days ahead for one look', async () => {
    const one = await house.setUp();
    await house.at(EIGHT - HOUR + 8 * DAY);
    expect(posts()).toEqual([]);
    house.now = EIGHT - HOUR;
    await house.over(EIGHT - 30_000, EIGHT + 30_000);
    expect(posts()).toEqual([VERDICT]);
    await house.over(EIGHT + WEEK - 30_000, EIGHT + WEEK + 30_000);
    expect(posts()).toEqual([VERDICT, expect.stringContaining(VERDICT)]);
    expect((await house.states(one)).slice(0, 2)).toEqual(['2024-07-08 sent', '2024-07-15 sent']);
  });

  test('that came due while the clock was ahead comes when it is right again, and one that was posted before is posted no second time', async () => {
    await house.setUp();
    await house.setUp({ id: 'two', name: 'Second', schedule: { ...MONDAYS, at: '07:30' } });
    await house.at(EIGHT - 30 * MINUTE);
    expect(posts()).toHaveLength(1);
    await house.at(EIGHT - MINUTE + 8 * DAY);
    house.now = EIGHT + MINUTE;
    await house.over(EIGHT + MINUTE, EIGHT + 2 * MINUTE);
    expect(posts()).toHaveLength(2);
  });

  test('whose extract was looked for by a clock that was ahead is looked for at its own hour', async () => {
    await house.setUp();
    house.answer = stale;
    await house.at(EIGHT + WEEK + 10 * MINUTE);
    house.answer = () => sample.VALUE;
    house.now = EIGHT - MINUTE;
    await house.over(EIGHT - MINUTE, EIGHT + MINUTE);
    await house.over(EIGHT + WEEK - MINUTE, EIGHT + WEEK + MINUTE);
    expect(house.sent.map(({ at }) => at - EIGHT)).toEqual([0, WEEK]);
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
    await house.over(EIGHT + 15_000, EIGHT + 12 * MINUTE);
    house.answer = () => sample.VALUE;
    await house.over(EIGHT + 12 * MINUTE, EIGHT + 20 * MINUTE);
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
    await house.over(EIGHT + 3 * WEEK + 15_000, EIGHT + 3 * WEEK + 12 * MINUTE);
    house.coverage = { outpatient_appointments: table('2024-07-25') };
    await house.over(EIGHT + 3 * WEEK + 12 * MINUTE, EIGHT + 3 * WEEK + 20 * MINUTE);
    expect(posts().at(-1)).toMatch(/^Posted late, due 29 July 2024 at 08:00: the extract came late\./);
    house.coverage = { outpatient_appointments: table('2024-07-30') };
    await house.at(EIGHT + 4 * WEEK);
    for (let minutes = 4; minutes <= 120; minutes += 4) await house.at(EIGHT + 4 * WEEK + minutes * MINUTE);
    expect(posts().at(-1)).toMatch(/^Posted without the latest extract, which had not come by 5 August 2024 at 10:00\./);
  });

  test('looks for its extract once more where the program wakes late, and says both', async () => {
    await house.setUp();
    house.answer = stale;
    await house.at(EIGHT + 3 * HOUR);
    expect(posts()).toEqual([]);
    await house.at(EIGHT + 3 * HOUR + 5 * MINUTE);
    expect(posts()).toEqual([`Posted late, due 8 July 2024 at 08:00: Tally was not running or could not reach its records; and without the latest extract, which had not come by 8 July 2024 at 11:00. ${VERDICT}`]);
  });

  test('is not sent by a machine that fell asleep on the brink of it, but by the next look, once', async () => {
    const one = await house.setUp();
    house.afterBegin = () => { house.now += HOUR; };
    await house.at(EIGHT);
    expect(house.asked).toBe(0);
    house.afterBegin = () => undefined;
    await house.over(house.now + 15_000, house.now + MINUTE);
    expect(posts()).toEqual([`Posted late, due 8 July 2024 at 08:00: Tally was not running or could not reach its records. ${VERDICT}`]);
    expect(await house.states(one)).toEqual(['2024-07-08 sent']);
  });

  test('that had to wait for others is not said to be late because nothing ran', async () => {
    for (let n = 0; n < 130; n += 1) await house.setUp({ id: `d${n}`, name: `Digest ${n}`, to: { ...CHANNEL, conversation: `19:${n}` } });
    // The looks go on meanwhile.
    house.answer = () => (house.now += 1_250, void house.digests.tick(), sample.VALUE);
    await house.at(EIGHT);
    // Whoever waited for a turn longer than a hold lasts is taken on by the next look.
    await house.at(house.now + MINUTE);
    expect(posts()).toHaveLength(130);
    expect(posts().at(-1)).toMatch(/^Posted late, due 8 July 2024 at 08:00: many were due at once\./);
  });

  test('that was taken on in time by a program that was killed says, hours later, that it was not running', async () => {
    const one = await house.setUp();
    const key = { topic: topicOf(one), slot: '2024-07-08' };
    await house.store.ledger.plan(key, EIGHT, EIGHT + 5_000);
    await house.store.ledger.claim(key, { by: 'killed', until: EIGHT + MINUTE }, EIGHT + 6_000);
    await house.at(EIGHT + 2 * HOUR);
    expect(posts()).toEqual([`Posted late, due 8 July 2024 at 08:00: Tally was not running or could not reach its records. ${VERDICT}`]);
  });

  test.each([[3, ['2024-07-08 sent']], [8, ['2024-07-08 skipped: Tally was not running or could not reach its records']]] as const)('that waited for its extract when the program was killed does not blame the extract %s hours later', async (hours, states) => {
    const one = await house.setUp();
    await house.knowAnna();
    house.answer = stale;
    await house.over(EIGHT, EIGHT + MINUTE);
    house.answer = () => sample.VALUE;
    await house.at(EIGHT + hours * HOUR);
    expect(await house.states(one)).toEqual(states);
    expect(posts()).toEqual(hours === 3 ? [`Posted late, due 8 July 2024 at 08:00: Tally was not running or could not reach its records. ${VERDICT}`] : []);
  });

  test('that is late because nothing ran says so also where Teams puts it off for a moment more', async () => {
    await house.setUp();
    house.connector = () => busy(30_000);
    await house.at(EIGHT + 3 * HOUR);
    house.connector = () => ({ outcome: 'sent', message: null });
    await house.over(EIGHT + 3 * HOUR + 15_000, EIGHT + 3 * HOUR + 2 * MINUTE);
    expect(posts()).toEqual([`Posted late, due 8 July 2024 at 08:00: Tally was not running or could not reach its records. ${VERDICT}`]);
  });

  test('that another instance put off until its extract comes is not said to be late because nothing ran', async () => {
    const one = await house.setUp();
    const key = { topic: topicOf(one), slot: '2024-07-08' };
    await house.store.ledger.plan(key, EIGHT, EIGHT);
    await house.store.ledger.claim(key, { by: 'another', until: EIGHT + HOUR }, EIGHT + 8 * MINUTE);
    await house.store.ledger.release(key, 'another', EIGHT + 13 * MINUTE, 'waiting for the extract', EIGHT + 8 * MINUTE);
    await house.at(EIGHT + 13 * MINUTE);
    expect(posts()).toEqual([`Posted late, due 8 July 2024 at 08:00: the extract came late. ${VERDICT}`]);
  });

  test('that somebody asked for again and that cannot be worked out fails, and they are told', async () => {
    const one = await house.setUp();
    await house.knowAnna();
    house.connector = () => UNKNOWN;
    await house.at(EIGHT);
    house.connector = () => ({ outcome: 'sent', message: null });
    house.now = EIGHT + HOUR;
    await house.again(one, '2024-07-08');
    house.answer = () => { throw new Error('the engine is away'); };
    await house.over(house.now + 15_000, house.now + MINUTE);
    expect(await house.states(one)).toEqual(['2024-07-08 failed: it could not be worked out']);
    expect(notices().filter((notice) => notice.includes('could not be worked out'))).toHaveLength(1);
  });

  test('of the day is not kept waiting for a newer reading, which says how old it is', async () => {
    const one = await house.setUp();
    house.answer = () => ({ ...ON_THE_DAY, metrics: ON_THE_DAY.metrics.map((metric) => ({ ...metric, data: { ...metric.data, stale: true } })) });
    await house.at(EIGHT);
    expect(await house.states(one)).toEqual(['2024-07-08 sent']);
  });

  test.each([
    ['a post of another day, made again on the Wednesday', '2024-07-09'],
    ['one weekend on which the extracts ran', '2024-07-07'],
  ])('does not wait, week after week, because of %s', async (_why, through) => {
    const one = await house.setUp();
    const reach = (to: string): void => { house.coverage = { outpatient_appointments: { ...CATALOGUE_COVERAGE, to } }; };
    for (const [week, to] of ['2024-07-05', '2024-07-12', through === '2024-07-07' ? '2024-07-21' : '2024-07-19', '2024-07-26', '2024-08-02'].entries()) {
      reach(to);
      if (week === 2 && through === '2024-07-09') {
        house.connector = () => ({ outcome: 'refused', status: 400, cause: null });
        await house.at(EIGHT + 2 * WEEK);
        house.connector = () => ({ outcome: 'sent', message: null });
        reach('2024-07-23');
        house.now = EIGHT + 2 * WEEK + 2 * DAY;
        await house.again(one, '2024-07-22');
        await house.at(house.now + 15_000);
      } else await house.at(EIGHT + week * WEEK);
    }
    expect(await house.states(one)).toEqual(['2024-07-08', '2024-07-15', '2024-07-22', '2024-07-29', '2024-08-05'].map((day) => `${day} sent`));
    for (const post of posts().slice(-2)) expect(post).not.toMatch(/^Posted/);
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

  test('that was paused while Tally was away cannot be resumed before it is back, and then goes on by itself', async () => {
    const one = await house.setUp();
    house.isRemoved = true;
    await house.digests.commands.placeRemoved(() => true, SUSPENDED.removed);
    await house.say({ kind: 'digest', what: 'pause', name: null });
    expect(await house.say({ kind: 'digest', what: 'resume', name: null })).toBe('“DNA rate” is suspended, because Tally was removed there. It goes on by itself when Tally is installed there.');
    house.isRemoved = false;
    await house.digests.commands.placeInstalled(() => true, house.now, [SUSPENDED.removed]);
    await house.at(EIGHT);
    expect(await house.states(one)).toEqual(['2024-07-08 sent']);
  });

  test('of what somebody follows waits while nothing is loaded, and is then posted whole', async () => {
    const base = await house.setUp({ standing: 'stopped' });
    for (const [at, metric] of ['dna-rate', 'pifu-rate'].entries()) {
      await house.store.followed.add({ organisation: base.organisation, person: 'anna', tenant: 'tenant' }, { what: metric, query: JSON.stringify({ ...(JSON.parse(base.query) as object), metrics: [metric] }) }, EIGHT - HOUR + at);
    }
    const one = await house.setUp({ id: 'mine', name: 'Followed measures', query: '"followed"', person: 'anna', to: { ...CHANNEL, kind: 'personal', conversation: 'a:anna', team: null } });
    house.answer = () => ({ ...PLAIN, outcome: 'no-data', headline: 'No data has been loaded yet.', reason: 'nothing-loaded' });
    await house.over(EIGHT, EIGHT + 8 * MINUTE);
    expect(house.sent).toEqual([]);
    house.answer = () => sample.VALUE;
    await house.over(EIGHT + 8 * MINUTE, EIGHT + 15 * MINUTE);
    expect(house.sent.map(({ answer }) => answer.metrics.length)).toEqual([2]);
    expect((await house.states(one))[0]).toMatch(/sent/);
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
  extract: 'appointments', from: '2023-04-01', to: '2024-07-07', bookedTo: '2024-07-07', dailyFrom: '2023-04-01', dailyFromBy: {}, missingDays: [], missingMonths: [], columnsFrom: {}, provisionalFrom: null, rows: 1, byMetric: {}, notices: [],
};
