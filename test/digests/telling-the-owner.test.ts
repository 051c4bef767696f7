import { topicOf } from '../../src/digests/subscription';
import { STORES, type Place } from '../store/stores';
import { SUSPENDED } from '../../src/digests/why-suspended';
import { CHANNEL, DigestHouse, EIGHT, HOUR, MINUTE, MONDAYS } from './house';

const UNKNOWN = { outcome: 'ambiguous', status: 502, cause: null } as const;
const SENT = { outcome: 'sent', message: null } as const;

let house: DigestHouse;
afterEach(() => house.close());
async function open(placeOf: () => Promise<Place>): Promise<void> {
  house = await DigestHouse.open(placeOf);
  await house.knowAnna();
}
const notices = () => house.sent.filter(({ to }) => to === 'personal').map(({ summary }) => summary);
const setUpSeveral = (many: number) => Promise.all(Array.from({ length: many }, (_, n) => house.setUp({ id: `d${n}`, name: `Digest ${n}`, to: { ...CHANNEL, conversation: `19:${n}` } })));

describe.each(STORES)('whoever set up a digest that is kept in %s', (_name, placeOf) => {
  beforeEach(() => open(placeOf));

  test('is told of a post that was asked for again while others were told of, and is in doubt again', async () => {
    const all = await setUpSeveral(9);
    const last = all.at(-1) ?? all[0];
    if (last === undefined) throw new Error('none is set up');
    const pressed: Promise<string>[] = [];
    house.connector = ({ kind }) => {
      if (kind !== 'personal') return UNKNOWN;
      if (pressed.length === 0) pressed.push(house.again(last, '2024-07-08'));
      return SENT;
    };
    await house.at(EIGHT);
    expect(await Promise.all(pressed)).toEqual([expect.stringMatching(/is posted again within a minute/)]);
    // What was in doubt before is not told of a post that is on its way again.
    expect(notices().filter((notice) => notice.startsWith('Digest 8'))).toEqual([]);
    await house.over(EIGHT + MINUTE, EIGHT + 2 * MINUTE);
    expect((await house.store.ledger.history(topicOf(last), 1)).map(({ state, attempts }) => [state, attempts])).toEqual([['ambiguous', 2]]);
    expect(notices().filter((notice) => notice.startsWith('Digest 8'))).toHaveLength(1);
  });

  test.each(['paused', 'stopped'] as const)('and %s it meanwhile finds it so after being told that it could not be posted', async (standing) => {
    const one = await house.setUp();
    house.connector = ({ kind }) => {
      if (kind !== 'personal') void house.store.subscriptions.change(one.id, { standing, why: `${standing} by Anna Ward` }, house.now);
      return kind === 'personal' ? SENT : { outcome: 'refused', status: 403, cause: null };
    };
    await house.at(EIGHT);
    expect((await house.store.subscriptions.get(one.id))?.standing).toBe(standing);
    expect(notices()).toHaveLength(1);
  });

  test('and stopped it finds it stopped, whatever an instance does that read it before; it is put back on purpose alone', async () => {
    const one = await house.setUp({ standing: 'suspended', why: SUSPENDED.removed });
    const { subscriptions } = house.store;
    await subscriptions.change(one.id, { standing: 'stopped', why: 'stopped by Anna Ward' }, house.now);
    expect(await subscriptions.change(one.id, { standing: 'active', why: '', since: house.now }, house.now)).toBe(false);
    expect(await subscriptions.get(one.id)).toMatchObject({ standing: 'stopped', why: 'stopped by Anna Ward' });
    expect(await subscriptions.putBack(one.id, { standing: 'active', why: '', since: house.now }, house.now)).toBe(true);
    // What goes on is begun anew by nobody.
    expect(await subscriptions.putBack(one.id, { standing: 'paused', since: house.now }, house.now)).toBe(false);
    expect((await subscriptions.all(one.organisation)).map(({ standing }) => standing)).toEqual(['active']);
  });

  describe('and has lost the place that it goes to', () => {
    const SAID = 'DNA rate: the digest is suspended, because Tally was removed there.';
    const remove = () => house.digests.commands.placeRemoved(({ conversation }) => conversation === CHANNEL.conversation, SUSPENDED.removed);

    test.each([['was busy', { outcome: 'refused', status: 429, cause: null, retryAfter: 20_000 }], ['could not be reached', { outcome: 'unsent', status: null, cause: null }], ['did not say whether that arrived', UNKNOWN]] as const)('is told once, also where Teams %s at first', async (_what, delivery) => {
      const { id, since } = await house.setUp();
      await remove();
      house.connector = () => delivery;
      await house.at(house.now + MINUTE);
      expect(notices()).toEqual([]);
      house.connector = () => SENT;
      await house.over(house.now, house.now + 20 * MINUTE);
      expect(notices()).toEqual([SAID]);
      expect((await house.store.ledger.history(`digest-notice:${id}:${since}`, 9)).map(({ state }) => state)).toEqual(['sent']);
    });

    test('is told when they first write, and nothing that is posted is late till then', async () => {
      await house.store.chats.forget('a:anna');
      await house.setUp();
      await remove();
      await house.at(house.now + MINUTE);
      expect(await house.store.ledger.standing()).toEqual([]);
      await house.knowAnna();
      await house.at(house.now + 2 * HOUR);
      expect(notices()).toEqual([SAID]);
    });

    test('is told once when they first write, however often that place was lost and back before', async () => {
      await house.store.chats.forget('a:anna');
      await house.setUp();
      for (let times = 0; times < 3; times += 1) {
        await remove();
        await house.at(house.now + 2 * MINUTE);
        if (times < 2) await house.digests.commands.placeInstalled(() => true, house.now);
      }
      await house.knowAnna();
      await house.over(house.now + 2 * HOUR, house.now + 2 * HOUR + 5 * MINUTE);
      expect(notices()).toEqual([SAID]);
    });

    test('is told by whoever is left, where the process that heard of it ended there and then', async () => {
      const one = await house.setUp();
      house.ends('change');
      await expect(remove()).rejects.toThrow('ended');
      // Nothing is suspended in silence, and of what is not nothing is said.
      expect((await house.store.subscriptions.get(one.id))?.standing).toBe('active');
      await house.over(house.now, house.now + 2 * MINUTE);
      expect(notices()).toEqual([]);
      house.ends(null);
      await remove();
      await house.over(house.now, house.now + 2 * MINUTE);
      expect(notices()).toEqual([SAID]);
    });

    test('is told nothing where Tally was back before that', async () => {
      await house.setUp();
      house.connector = () => ({ outcome: 'refused', status: 429, cause: null, retryAfter: MINUTE });
      await remove();
      await house.at(house.now + MINUTE);
      house.connector = () => SENT;
      await house.digests.commands.placeInstalled(() => true, house.now);
      await house.over(house.now, house.now + 20 * MINUTE);
      expect(notices()).toEqual([]);
    });
  });

  test('is told a few times, and no more, where it is never known whether that arrived; and for days where it did not', async () => {
    const one = await house.setUp();
    let told = 0;
    house.connector = ({ kind }) => {
      told += kind === 'personal' ? 1 : 0;
      return UNKNOWN;
    };
    const overDays = async (from: number, to: number): Promise<void> => {
      for (let hour = from; hour <= to; hour += 1) await house.at(EIGHT + hour * HOUR);
    };
    await house.over(EIGHT, EIGHT + 5 * MINUTE);
    await overDays(1, 48);
    expect(told).toBe(4);
    await overDays(49, 120);
    expect(told).toBe(5);
    await house.again(one, '2024-07-08');
    // What is asked for again is another matter.
    house.connector = ({ kind }) => (kind === 'personal' ? { outcome: 'unsent', status: null, cause: null } : UNKNOWN);
    await overDays(121, 144);
    house.connector = () => SENT;
    await overDays(145, 152);
    expect(notices()).toHaveLength(1);
  });

  test('is told after an outage of Teams of more than an hour, in which everything was in doubt', async () => {
    await house.setUp();
    house.connector = () => UNKNOWN;
    await house.over(EIGHT, EIGHT + 70 * MINUTE);
    expect(notices()).toEqual([]);
    house.connector = () => SENT;
    for (let hour = 2; hour <= 72; hour += 1) await house.at(EIGHT + hour * HOUR);
    expect(notices()).toEqual([expect.stringMatching(/^DNA rate: whether the digest of 8 July 2024 arrived in its channel is not known\./)]);
  });

  test('for another organisation, whose posts are kept in the same place, is told and posted nothing by this one', async () => {
    const theirs = await house.setUp({ id: 'theirs', organisation: 'Another trust', to: { ...CHANNEL, conversation: '19:theirs' } });
    const ledger = house.store.ledger.of('Another trust');
    for (const slot of ['2024-07-01', '2024-07-08']) await ledger.plan({ topic: topicOf(theirs), slot }, EIGHT, EIGHT);
    await ledger.claim({ topic: topicOf(theirs), slot: '2024-07-01' }, { by: 'theirs', until: EIGHT + MINUTE }, EIGHT);
    await ledger.settle({ topic: topicOf(theirs), slot: '2024-07-01' }, 'theirs', { state: 'failed', reason: 'refused', message: null }, EIGHT);
    await house.at(EIGHT + MINUTE);
    expect([house.sent, await house.states(theirs)]).toEqual([[], ['2024-07-01 failed: refused', '2024-07-08 planned']]);
  });
});

describe.each(STORES.slice(0, 1))('whoever owns many posts that did not arrive, kept in %s,', (_name, placeOf) => {
  beforeEach(() => open(placeOf));

  test('is left alone for as long as Teams asks', async () => {
    await house.setUp();
    const asked: number[] = [];
    house.connector = ({ kind }) => {
      if (kind !== 'personal') return UNKNOWN;
      asked.push(house.now - EIGHT);
      return { outcome: 'refused', status: 429, cause: null, retryAfter: 10 * MINUTE };
    };
    await house.over(EIGHT, EIGHT + 15 * MINUTE);
    expect(asked.map((at) => Math.round(at / MINUTE))).toEqual([0, 10]);
  });

  test('is told of many posts as fast as Teams lets through to one chat, and of all of them', async () => {
    await setUpSeveral(60);
    house.connector = ({ kind }) => (kind === 'personal' ? SENT : UNKNOWN);
    await house.over(EIGHT, EIGHT + 5 * MINUTE);
    const times = house.sent.map(({ at }) => at);
    expect(times).toHaveLength(60);
    expect(Math.min(...times.slice(1).map((at, before) => at - (times[before] ?? 0)))).toBeGreaterThanOrEqual(2_000);
  });

  test('keeps no digest waiting, however long it takes to tell them', async () => {
    await setUpSeveral(3);
    await house.setUp({ id: 'late', name: 'Late', schedule: { ...MONDAYS, at: '08:05' }, to: { ...CHANNEL, conversation: '19:late' } });
    let answer: () => void = () => undefined;
    const answered = new Promise<void>((resolve) => { answer = resolve; });
    house.connector = async ({ kind, conversation }) => {
      if (kind === 'personal') await answered;
      return kind === 'personal' || conversation === '19:late' ? SENT : UNKNOWN;
    };
    const looks = [house.at(EIGHT)];
    while (house.asked < 4) await new Promise((resolve) => setImmediate(resolve));
    looks.push(house.at(EIGHT + 5 * MINUTE));
    for (let turn = 0; house.sent.length === 0 && turn < 20_000; turn += 1) await new Promise((resolve) => setImmediate(resolve));
    expect(house.sent.map(({ to, at }) => [to, at - EIGHT])).toEqual([['channel', 5 * MINUTE]]);
    answer();
    await Promise.all(looks);
    expect(notices()).toHaveLength(3);
  });
});
