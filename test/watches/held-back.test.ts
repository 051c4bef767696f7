import { openStore, type Store } from '../../src/store/open-store';
import { findingOf } from '../../src/watches/finding';
import { NOT_MEASURED } from '../../src/watches/measured';
import { standingWords } from '../../src/watches/standing-words';
import { WatchCommands } from '../../src/watches/watch-commands';
import * as sample from '../fixtures/cards/answers';
import { CATALOGUE } from '../language/trust-language';
import { STORES, type Place } from '../store/stores';
import { instant, watchOf, WatchedDay, type DayRead } from './watching';

const read = (at: string, cancelled: number, planned = 100): DayRead => ({ at: `2026-11-26T${at}`, cancelled, planned });
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const CHAT = { conversation: 'a:anna', serviceUrl: 'https://smba.trafficmanager.net/uk/', tenant: 't' };

let place: Place;
let store: Store;
let made = 0;
beforeAll(async () => {
  place = await (STORES[0]?.[1] ?? (() => Promise.reject(new Error('no store'))))();
  store = await openStore(place.url, () => 0);
});
afterAll(async () => {
  store.close();
  await place.clear();
});
/** Each test has a watch of its own; those before it are stopped. */
async function watching(changes: Parameters<typeof watchOf>[0] = {}): Promise<string> {
  for (const { id } of await store.watches.all(watchOf().organisation)) await store.watches.stand(id, 'stopped', '', 0);
  const id = `held-${(made += 1)}`;
  await store.watches.create(watchOf({ id, ...changes }), 0);
  return id;
}

describe('an alert that is muted', () => {
  async function muted(reads: readonly DayRead[], unmuted: number): Promise<readonly string[]> {
    const id = await watching();
    const day = new WatchedDay(read('09:00', 12));
    const one = day.instance(store, `muted ${made}`);
    await one.tick();
    expect(day.arrived).toHaveLength(1);
    await store.watches.mute(id, '2026-11-26', day.now);
    for (const [at, next] of reads.entries()) {
      if (at === unmuted) await store.watches.mute(id, null, day.now);
      day.next(next);
      await one.tick();
      await one.tick();
    }
    return day.arrived.slice(1);
  }

  test('is told of what was crossed again meanwhile, and still is when it is heard again', async () => {
    expect(await muted([read('09:05', 2), read('09:10', 15), read('09:15', 16)], 2)).toEqual([expect.stringMatching(/^Cancellations on the day over 10%: 16\.0% at 09:15 .+ First at 15\.0% at 09:10 /)]);
  });

  test('is not told of what had gone by then, and is told of the next time', async () => {
    expect(await muted([read('09:05', 2), read('09:10', 15), read('09:15', 3), read('09:20', 3), read('09:25', 12)], 3)).toEqual([expect.stringMatching(/^Cancellations on the day over 10%: 12\.0% at 09:25 /)]);
  });

  test('is not told again of what was told before, and lasted', async () => {
    expect(await muted([read('09:05', 13), read('09:10', 15), read('09:15', 14)], 2)).toEqual([]);
  });

  test('to the end of the day is not told in the morning of what the night has ended', async () => {
    await watching({ mutedTo: '2026-11-26' });
    const day = new WatchedDay(read('21:55', 12));
    const one = day.instance(store, `night ${made}`);
    await one.tick();
    day.later(instant('2026-11-27T00:01'));
    await one.tick();
    day.next({ at: '2026-11-27T06:31', cancelled: 2, planned: 100 });
    await one.tick();
    expect(day.arrived).toEqual([]);
    day.next({ at: '2026-11-27T07:00', cancelled: 11, planned: 100 });
    await one.tick();
    expect(day.arrived).toHaveLength(1);
  });
});

describe('an alert of a part of the trust, of which what was shown then may be hidden by now', () => {
  const query = JSON.stringify({ ...JSON.parse(watchOf().query) as object, filters: { specialty: ['120'] } });
  /** What is posted of a crossing at 22:05 in the morning, after what was read then. */
  async function inTheMorning(next: DayRead): Promise<readonly string[]> {
    await watching({ query });
    const day = new WatchedDay(read('22:05', 12));
    const one = day.instance(store, `part ${made}`);
    await one.tick();
    day.later(instant('2026-11-27T06:30'));
    day.next(next);
    await one.tick();
    return day.arrived;
  }

  test('is told no more where it is not so any more, since what it was may be hidden', async () => {
    expect(await inTheMorning({ at: '2026-11-27T06:30', cancelled: 2, planned: 100 })).toEqual([]);
  });

  test('is told once it can be looked at who may see it, and not before', async () => {
    await watching({ query });
    const day = new WatchedDay(read('22:05', 12));
    const one = day.instance(store, `part unknown ${made}`);
    await one.tick();
    day.later(instant('2026-11-27T06:30'));
    await one.tick();
    expect(day.arrived).toEqual([]);
    day.next({ at: '2026-11-27T06:50', cancelled: 15, planned: 100 });
    day.later(instant('2026-11-27T06:50'));
    await one.tick();
    expect(day.arrived).toEqual([expect.stringMatching(/^Cancellations on the day over 10%: 15\.0% at 06:50 /)]);
  });

  test('that is muted for long does not say at what it was first', async () => {
    const id = await watching({ query, mutedTo: '2026-11-26' });
    const day = new WatchedDay(read('09:00', 12));
    const one = day.instance(store, `part muted ${made}`);
    await one.tick();
    await store.watches.mute(id, null, day.now);
    day.next(read('09:05', 15));
    await one.tick();
    expect(day.arrived).toEqual(['Cancellations on the day over 10%: 15.0% at 09:05 on 26 November 2026, 15 of 100.']);
  });

  test('is kept without the words of then, which others may come to read', async () => {
    const id = await watching({ query });
    const day = new WatchedDay(read('09:00', 12));
    await day.instance(store, `part kept ${made}`).tick();
    expect(await store.watches.get(id)).toMatchObject({ crossing: { slot: '2026-11-26', words: '' } });
    expect(day.arrived).toEqual(['Cancellations on the day over 10%: 12.0% at 09:00 on 26 November 2026, 12 of 100.']);
  });

  test('is listed without the words of then, and of the whole trust with them', () => {
    const crossing = { snapshot: 's', slot: '2026-11-26', mark: 'above', words: '12.0% at 09:00 on 26 November 2026, 12 of 100' };
    const listed = (changes: Parameters<typeof watchOf>[0]) => standingWords(watchOf({ crossing, ...changes }), CATALOGUE, instant('2026-11-26T10:00'), { kind: 'clear', read: { snapshot: 's', order: '', slot: '2026-11-26', words: '4.0%' } });
    expect(listed({ query, fired: 'above' })).toBe('Cancellations on the day over 10%: over 10% now; set up by Anna Ward');
    expect(listed({ query })).toBe('Cancellations on the day over 10%: not over 10% now; set up by Anna Ward');
    expect(listed({})).toContain('(last: 12.0% at 09:00');
  });
});

describe('an alert that could not be told for long', () => {
  test('says when it was found, and does not say that it has gone where that is not known', async () => {
    await watching();
    const day = new WatchedDay(read('09:00', 14));
    const one = day.instance(store, `late ${made}`);
    await one.watches.look();
    day.later(instant('2026-11-29T12:00'));
    await one.tick();
    expect(day.arrived).toEqual([
      'Cancellations on the day over 10%: 14.0% at 09:00 on 26 November 2026, 14 of 100. How it stands now is not known: nothing of today is known yet. This was found on 26 November 2026 at 09:00 and could not be told until now.',
    ]);
  });

  test('says that it has gone where that is known', async () => {
    await watching();
    const day = new WatchedDay(read('09:00', 14));
    const one = day.instance(store, `gone ${made}`);
    await one.watches.look();
    day.next({ at: '2026-11-29T12:00', cancelled: 1, planned: 100 });
    await one.tick();
    expect(day.arrived).toEqual([expect.stringMatching(/ for a while, and not any more: .+ Now 1\.0% at 12:00 on 29 November 2026, 1 of 100\. This was found on 26 November 2026 at 09:00 and could not be told until now\.$/)]);
  });
});

test('an alert held overnight is told to nobody where its figure is withheld by the morning', async () => {
  await watching();
  const day = new WatchedDay({ at: '2026-11-26T22:30', cancelled: 3, planned: 24 });
  const one = day.instance(store, `withheld ${made}`);
  await one.tick();
  day.next({ at: '2026-11-27T06:40', cancelled: 3, planned: 24, isWithheld: true });
  await one.tick();
  expect(day.arrived).toEqual([]);
});

test('a figure that is hidden, which may be for the sake of another, is never called a small one', () => {
  const metric = CATALOGUE.metrics.get('dna-rate');
  const found = metric === undefined ? null : findingOf(sample.SUPPRESSED, { kind: 'threshold', op: 'above', value: 0.05 }, metric);
  expect(found).toEqual({
    kind: 'unknown', isWithheld: true,
    why: 'it is hidden so that nobody can be recognised: counts of 1 to 7 people, and large ones or noughts too where a small one would follow by subtraction',
  });
});

test('an alert that Teams refused is told of when whoever set it up first writes, and is not suspended again where it was resumed', async () => {
  const id = await watching();
  const day = new WatchedDay(read('09:00', 14));
  const one = day.instance(store, `refused ${made}`);
  day.says = ({ kind }) => (kind === 'channel' ? { outcome: 'refused', status: 403, cause: null } : { outcome: 'sent', message: 'm' });
  await one.tick();
  expect([day.arrived, (await store.watches.get(id))?.standing]).toEqual([[], 'suspended']);
  day.later(day.now + MINUTE);
  await store.watches.stand(id, 'active', '', day.now);
  day.chat = CHAT;
  day.later(day.now + 2 * HOUR);
  await one.tick();
  await one.tick();
  expect(day.arrived).toEqual(['Alert: cancellations on the day over 10%. It was not posted in its channel: Teams refused it (status 403).']);
  expect((await store.watches.get(id))?.standing).toBe('active');
});

test('an alert that Teams refused stays resumed where Tally is back within minutes, before whoever set it up could be told', async () => {
  const id = await watching();
  const day = new WatchedDay(read('09:00', 14));
  const one = day.instance(store, `back ${made}`);
  day.says = ({ kind }) => (kind === 'channel' ? { outcome: 'refused', status: 403, cause: null } : { outcome: 'sent', message: 'm' });
  await one.tick();
  expect((await store.watches.get(id))?.standing).toBe('suspended');
  day.says = () => ({ outcome: 'sent', message: 'm' });
  day.later(day.now + 3 * MINUTE);
  await store.watches.stand(id, 'active', '', day.now);
  await one.tick();
  day.next(read('12:00', 2));
  await one.tick();
  day.next(read('13:00', 20));
  await one.tick();
  await one.tick();
  expect([day.arrived, (await store.watches.get(id))?.standing]).toEqual([[expect.stringMatching(/20\.0% at 13:00/)], 'active']);
});

test('an alert that Teams refused is suspended also where nobody looked for long after that', async () => {
  const id = await watching();
  const day = new WatchedDay(read('09:00', 14));
  day.chat = CHAT;
  const key = { topic: `watch:${id}:202611260900`, slot: '2026-11-26' };
  await store.ledger.plan(key, day.now, day.now);
  await store.ledger.claim(key, { by: 'gone since', until: day.now + MINUTE }, day.now);
  await store.ledger.settle(key, 'gone since', { state: 'failed', reason: 'Teams refused it (status 404)', message: null }, day.now);
  day.next(read('12:00', 4));
  await day.instance(store, `later ${made}`).tick();
  expect([day.arrived, (await store.watches.get(id))?.standing]).toEqual([['Alert: cancellations on the day over 10%. It was not posted in its channel: Teams refused it (status 404).'], 'suspended']);
});

test('an alert that was stopped meanwhile stays stopped when it is told that it could not be posted', async () => {
  const id = await watching();
  const day = new WatchedDay(read('09:00', 14));
  day.chat = CHAT;
  day.says = ({ kind }) => (kind === 'channel' ? { outcome: 'refused', status: 403, cause: null } : { outcome: 'refused', status: 429, cause: null });
  const one = day.instance(store, `stopped ${made}`);
  await one.tick();
  await store.watches.stand(id, 'stopped', 'stopped by Anna Ward', day.now);
  day.later(day.now + 2 * MINUTE);
  day.says = () => ({ outcome: 'sent', message: 'm' });
  await one.tick();
  expect((await store.watches.get(id))?.standing).toBe('stopped');
});

describe('an alert of which the measure is gone from the definitions', () => {
  const [gone] = (JSON.parse(watchOf().query) as { metrics: string[] }).metrics;
  const WITHOUT = { ...CATALOGUE, metrics: new Map([...CATALOGUE.metrics].filter(([id]) => id !== gone)), fingerprint: 'without' };
  const SAID = 'The alert “Cancellations on the day over 10%” is suspended, because what it watches is no longer among the measures.';

  test('is suspended, its owner told once by any number of instances, and goes on when the measure is back', async () => {
    const id = await watching();
    const day = new WatchedDay(read('09:00', 4));
    day.chat = CHAT;
    await day.instance(store, `before ${made}`).tick();
    day.catalogue = WITHOUT;
    const without = [day.instance(store, `without ${made}`), day.instance(store, `also without ${made}`)];
    for (const time of ['09:05', '09:10', '09:20', '09:40']) {
      day.next(read(time, 12));
      await Promise.all(without.map((one) => one.tick()));
    }
    expect(day.arrived).toEqual([SAID]);
    expect(await store.watches.get(id)).toMatchObject({ standing: 'suspended', why: 'what it watches is no longer among the measures' });
    day.catalogue = CATALOGUE;
    const back = day.instance(store, `back ${made}`);
    day.next(read('09:45', 13));
    await back.tick();
    await back.tick();
    expect(day.arrived.slice(1)).toEqual([expect.stringMatching(/^Cancellations on the day over 10%: 13\.0% at 09:45 /)]);
  });

  test('tells its owner once, though it stays gone for days and the definitions are changed meanwhile, and again when it is lost again', async () => {
    await watching();
    const day = new WatchedDay(read('09:00', 4));
    day.chat = CHAT;
    day.catalogue = WITHOUT;
    const lost = [day.instance(store, `lost ${made}`)];
    for (let days = 0; days < 4; days += 1) {
      day.later(instant('2026-11-26T10:00') + days * 24 * HOUR);
      if (days === 2) {
        day.catalogue = { ...WITHOUT, fingerprint: 'without, and otherwise' };
        lost.push(day.instance(store, `lost otherwise ${made}`));
      }
      for (const one of [...lost, ...lost]) await one.tick();
    }
    const said = () => day.arrived.filter((words) => words === SAID);
    expect(said()).toHaveLength(1);
    day.catalogue = CATALOGUE;
    await day.instance(store, `found ${made}`).tick();
    day.catalogue = WITHOUT;
    day.later(day.now + HOUR);
    const again = day.instance(store, `lost again ${made}`);
    await again.tick();
    await again.tick();
    expect(said()).toHaveLength(2);
  });

  test('tells its owner once a day, and not at every turn, where instances with other definitions lose and find it in turns', async () => {
    await watching({ since: instant('2026-11-26T08:00') });
    const day = new WatchedDay(read('09:00', 4));
    day.chat = CHAT;
    const knows = day.instance(store, `knows ${made}`);
    day.catalogue = WITHOUT;
    const doesNot = day.instance(store, `does not know ${made}`);
    for (let turn = 0; turn < 20; turn += 1) {
      for (const one of [doesNot, knows]) {
        day.later(day.now + 15_000);
        await one.tick();
      }
    }
    expect(day.arrived).toEqual([SAID]);
    // Lost some days later it is told of again.
    day.later(day.now + 48 * HOUR);
    for (const one of [doesNot, knows, doesNot]) {
      day.later(day.now + 15_000);
      await one.tick();
    }
    expect(day.arrived).toEqual([SAID, SAID]);
  });

  test('tells its owner later where Teams was busy, and when they first write where their chat is not known', async () => {
    await watching();
    const day = new WatchedDay(read('09:00', 4));
    day.catalogue = WITHOUT;
    const one = day.instance(store, `untold ${made}`);
    await one.tick();
    day.later(day.now + HOUR);
    day.chat = CHAT;
    day.says = () => ({ outcome: 'refused', status: 429, cause: null });
    await one.tick();
    expect(day.arrived).toEqual([]);
    day.says = () => ({ outcome: 'sent', message: 'm' });
    day.later(day.now + HOUR);
    await one.tick();
    await one.tick();
    expect(day.arrived).toEqual([SAID]);
  });

  test('and that is stopped while an instance looks that finds it there again stays stopped', async () => {
    const id = await watching({ standing: 'suspended', why: NOT_MEASURED });
    const day = new WatchedDay(read('09:00', 12));
    const stoppedOnceRead = <T extends object>(of: T): T => new Proxy(of, {
      get: (target, name) => {
        const call: unknown = Reflect.get(target, name);
        if (typeof call !== 'function') return call;
        return async (...args: unknown[]): Promise<unknown> => {
          const result: unknown = await Reflect.apply(call, target, args);
          if (name === 'all') await store.watches.stand(id, 'stopped', 'stopped by Anna Ward', day.now);
          return result;
        };
      },
    });
    await day.instance(store, `stopped meanwhile ${made}`, stoppedOnceRead).tick();
    expect(await store.watches.get(id)).toMatchObject({ standing: 'stopped', why: 'stopped by Anna Ward' });
  });

  test('that is suspended for another reason stays so', async () => {
    const id = await watching({ standing: 'suspended', why: 'Tally was removed there' });
    const day = new WatchedDay(read('09:00', 4));
    day.chat = CHAT;
    day.catalogue = WITHOUT;
    await day.instance(store, `removed ${made}`).tick();
    expect([day.arrived, (await store.watches.get(id))?.why]).toEqual([[], 'Tally was removed there']);
  });
});

test.each([
  ['stays muted where it could not be resumed', 'Tally was removed there', 'refused', '2026-11-30'], ['is heard again where it was resumed', 'Tally cannot post there any more', 'done', null],
] as const)('an alert that is muted and suspended %s', async (_what, why, outcome, mutedTo) => {
  const id = await watching({ standing: 'suspended', why, mutedTo: '2026-11-30' });
  const day = new WatchedDay(read('09:00', 4));
  const { watches } = day.instance(store, `resumed ${made}`);
  const commands = new WatchCommands({ catalogue: CATALOGUE, kept: store.watches, ledger: store.ledger, watches, hasReadings: true, isInstaller: () => Promise.resolve(false), chats: { of: () => Promise.resolve(null) } });
  const said = await commands.resume(`watch:${id}`, { asker: { id: 'anna', name: 'Anna Ward', tenant: 't' }, place: { kind: 'personal', id: 'a:anna' }, address: null, at: day.now });
  expect([said.outcome, (await store.watches.get(id))?.mutedTo]).toEqual([outcome, mutedTo]);
});
