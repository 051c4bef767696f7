import type { Answer } from '../../src/answers/answer';
import * as sample from '../fixtures/cards/answers';
import { openStore, type Store } from '../../src/store/open-store';
import { STORES, type Place } from '../store/stores';
import { instant, watchOf, WatchedDay, type DayRead } from './watching';

const read = (at: string, cancelled: number, planned = 100): DayRead => ({ at: `2026-11-26T${at}`, cancelled, planned });
const MINUTE = 60_000;

describe.each(STORES)('an alert kept in %s', (_kind, emptyPlace) => {
  let place: Place;
  let store: Store;
  beforeAll(async () => {
    place = await emptyPlace();
    store = await openStore(place.url, () => 0);
  });
  afterAll(async () => {
    store.close();
    await place.clear();
  });
  let made = 0;
  /** Each test has a watch of its own; those before it are stopped. */
  async function watching(changes: Parameters<typeof watchOf>[0] = {}): Promise<string> {
    for (const { id } of await store.watches.all(watchOf().organisation)) await store.watches.stand(id, 'stopped', '', 0);
    const id = `watch-${(made += 1)}`;
    await store.watches.create(watchOf({ id, ...changes }), 0);
    return id;
  }

  /** Alerts after each of the readings, of which each comes five minutes after the one before. */
  async function alertsAfter(reads: readonly DayRead[], changes: Parameters<typeof watchOf>[0] = {}): Promise<readonly number[]> {
    const [first] = reads;
    if (first === undefined) return [];
    await watching(changes);
    const day = new WatchedDay(first);
    const one = day.instance(store, `one ${made}`);
    const counts: number[] = [];
    for (const next of reads) {
      day.next(next);
      await one.tick();
      await one.tick();
      counts.push(day.arrived.length);
    }
    return counts;
  }

  test('is kept as it was set up, with all that is known of where it is told', async () => {
    const to = { ...watchOf().to, called: 'a channel of “Surgery”', isMixed: true } as const;
    const id = await watching({ to, condition: { kind: 'special-cause' } });
    expect(await store.watches.get(id)).toEqual(watchOf({ id, to, condition: { kind: 'special-cause' } }));
  });

  test('is read also where an earlier version wrote the Entra group of its team with it, which is asked anew', async () => {
    const { to } = watchOf();
    const written = { ...to, group: 'an-entra-group' };
    const id = await watching({ to: written });
    expect((await store.watches.get(id))?.to).toEqual(to);
  });

  test('is told once a crossing, and not again until it has been back', async () => {
    expect(await alertsAfter([read('09:00', 4), read('09:05', 10), read('09:10', 11), read('09:15', 12), read('09:20', 10), read('09:25', 13), read('09:30', 14)])).toEqual([0, 0, 1, 1, 1, 2, 2]);
  });

  test('below a line is told the other way round', async () => {
    expect(await alertsAfter([read('09:00', 12), read('09:05', 9), read('09:10', 8), read('09:15', 10), read('09:20', 9)], { condition: { kind: 'threshold', op: 'below', value: 0.1 } })).toEqual([0, 1, 1, 1, 2]);
  });

  test('is never told on a denominator below the least, and a withheld figure is not judged', async () => {
    expect(await alertsAfter([read('09:00', 5, 19), read('09:05', 5, 20)])).toEqual([0, 1]);
    expect(await alertsAfter([{ ...read('09:00', 50), isWithheld: true }, read('09:05', 50)])).toEqual([0, 1]);
  });

  test('of a real change is told by the rules of the chart, once, and again when it goes the other way', async () => {
    const changed = (variation: 'common-cause' | 'improvement' | 'concern', snapshot: string): Answer => ({
      ...sample.VALUE, metrics: sample.VALUE.metrics.map((metric) => ({
        ...metric, data: { ...metric.data, snapshot, loadedAt: snapshot }, process: metric.process === null ? null : { ...metric.process, points: 24, variation, signal: variation === 'common-cause' ? null : variation === 'concern' ? 'shift-high' : 'shift-low', changeWords: variation },
      })),
    });
    await watching({ name: 'DNA rate for ENT, a real change', query: JSON.stringify(sample.VALUE.query), condition: { kind: 'special-cause' } });
    const day = new WatchedDay(read('09:00', 4));
    const counts: number[] = [];
    for (const [at, variation] of (['common-cause', 'concern', 'concern', 'improvement', 'common-cause', 'concern'] as const).entries()) {
      const answer = changed(variation, `2026-11-0${at + 1}`);
      await day.instance(store, `${made} ${at}`, undefined, undefined, { nightly: `2026-11-0${at + 1}`, answer }).tick();
      counts.push(day.arrived.length);
    }
    expect(counts).toEqual([0, 1, 1, 2, 2, 3]);
    expect(day.arrived[0]).toMatch(/^A real change of DNA rate for ENT, concern, in /);
    // On fewer than twelve months nothing is told from chance.
    await watching({ name: 'DNA rate for ENT, a real change', query: JSON.stringify(sample.VALUE.query), condition: { kind: 'special-cause' } });
    const few = changed('concern', '2026-11-09');
    await day.instance(store, `few ${made}`, undefined, undefined, { nightly: '2026-11-09', answer: { ...few, metrics: few.metrics.map((metric) => ({ ...metric, process: metric.process === null ? null : { ...metric.process, points: 11 } })) } }).tick();
    expect(day.arrived).toHaveLength(3);
  });

  test('of a day is told anew the next day, which starts from nought', async () => {
    expect(await alertsAfter([read('16:00', 12), { at: '2026-11-27T07:00', cancelled: 11, planned: 100 }, { at: '2026-11-27T07:05', cancelled: 12, planned: 100 }])).toEqual([1, 2, 2]);
  });

  test('says first that the line was crossed, at what, when and of how many', async () => {
    await watching();
    const day = new WatchedDay({ at: '2026-11-26T09:42', cancelled: 31, planned: 250 });
    await day.instance(store, 'words').tick();
    expect(day.arrived).toEqual(['Cancellations on the day over 10%: 12.4% at 09:42 on 26 November 2026, 31 of 250.']);
  });

  test('of the night is held to the morning: told if it is still so, and else said to have been so', async () => {
    await watching();
    const day = new WatchedDay(read('22:05', 12));
    const one = day.instance(store, `night ${made}`);
    await one.tick();
    expect(day.arrived).toEqual([]);
    day.later(instant('2026-11-27T06:29'));
    await one.tick();
    expect(day.arrived).toEqual([]);
    day.next({ at: '2026-11-27T06:30', cancelled: 2, planned: 100 });
    await one.tick();
    expect(day.arrived).toEqual([expect.stringMatching(/^Cancellations on the day over 10% for a while, and not any more: 12\.0% at 22:05 on 26 November 2026, 12 of 100\. Now 2\.0% at 06:30 on 27 November 2026/)]);
  });

  test('is quiet while it is muted, and told afterwards of what is still so', async () => {
    const id = await watching({ mutedTo: '2026-11-26' });
    const day = new WatchedDay(read('09:00', 12));
    const one = day.instance(store, `muted ${made}`);
    await one.tick();
    expect(day.arrived).toEqual([]);
    await store.watches.mute(id, null, day.now);
    day.later(day.now + MINUTE);
    await one.tick();
    expect(day.arrived).toHaveLength(1);
  });

  test('of another organisation, that keeps its own in the same place, is not posted', async () => {
    await watching({ organisation: 'Another trust' });
    const day = new WatchedDay(read('09:00', 12));
    await store.ledger.of('Another trust').plan({ topic: `watch:watch-${made}:202611260900`, slot: '2026-11-26' }, day.now - MINUTE, day.now - MINUTE);
    await day.instance(store, `ours ${made}`).tick();
    expect([day.arrived, (await store.ledger.history(`watch:watch-${made}:202611260900`, 1)).map(({ state }) => state)]).toEqual([[], ['planned']]);
  });

  test('that was stopped between the crossing and the post is not posted', async () => {
    const id = await watching();
    const day = new WatchedDay(read('09:00', 12));
    const one = day.instance(store, `stopped ${made}`);
    await one.watches.look();
    await store.watches.stand(id, 'stopped', '', day.now);
    await one.tick();
    expect(day.arrived).toEqual([]);
  });

  test('is not undone by an instance that still has the reading before', async () => {
    await watching();
    const before = read('09:00', 4);
    const day = new WatchedDay(before);
    const [ahead, behind] = [day.instance(store, `ahead ${made}`), day.instance(store, `behind ${made}`, undefined, () => before)];
    await behind.tick();
    for (const next of [read('09:05', 12), read('09:10', 13), read('09:15', 14)]) {
      day.next(next);
      await ahead.tick();
      await behind.tick();
    }
    expect(day.arrived).toHaveLength(1);
  });

  test('is told once by two instances that look at the same reading at the same time, over forty crossings', async () => {
    await watching();
    const day = new WatchedDay(read('07:00', 4));
    const both = [day.instance(store, `left ${made}`), day.instance(store, `right ${made}`)];
    for (let crossing = 0; crossing < 40; crossing += 1) {
      for (const cancelled of [4, 12]) {
        day.next({ at: new Date(instant('2026-11-26T07:00') + (crossing * 2 + (cancelled === 12 ? 1 : 0)) * 10 * MINUTE).toISOString().slice(0, 16), cancelled, planned: 100 });
        await Promise.all(both.map((one) => one.tick()));
      }
    }
    await both[0]?.tick();
    expect(day.arrived).toHaveLength(40);
  });

  test('survives the end of an instance at every step: each crossing is told once, or shown as not known', async () => {
    /** Ends an instance for good at its n-th step: that step has, or has not, taken effect, and nothing after it does. */
    const endingAt = (step: number, isDone: boolean) => {
      let left = step;
      const through = <T extends object>(of: T): T => new Proxy(of, {
        get: (target, name) => {
          const call: unknown = Reflect.get(target, name);
          if (typeof call !== 'function') return call;
          return async (...args: unknown[]): Promise<unknown> => {
            left -= 1;
            if (left < 0 || (left === 0 && !isDone)) throw new Error('this instance has ended');
            const result: unknown = await Reflect.apply(call, target, args);
            if (left === 0) throw new Error('this instance has ended');
            return result;
          };
        },
      });
      return { through, hasEnded: () => left <= 0 };
    };
    // Each state lasts for two extracts: what changes back before anybody who lives has looked was never seen.
    const reads = [read('09:05', 12), read('09:10', 13), read('09:15', 3), read('09:18', 3), read('09:20', 14)];
    const count = { ends: 0, expected: 0, arrived: 0, duplicated: 0, lost: 0, unknown: 0 };
    for (let step = 1, isOver = false; !isOver; step += 1) {
      for (const isDone of [false, true]) {
        const id = await watching();
        const day = new WatchedDay(read('08:55', 4));
        const mortal = endingAt(step, isDone);
        const first = day.instance(store, `mortal ${made}`, mortal.through);
        const second = day.instance(store, `second ${made}`);
        for (const next of reads) {
          day.next(next);
          if (mortal.hasEnded()) await second.tick();
          else await first.tick().catch(() => undefined);
        }
        isOver = !mortal.hasEnded();
        if (isOver) break;
        // Whatever the one that ended held is free after a while.
        for (let minute = 1; minute <= 2; minute += 1) {
          day.later(instant('2026-11-26T09:20') + minute * 2 * MINUTE);
          await second.tick();
        }
        const crossings = [['09:05', '09:10'], ['09:20']].map((times) => times.map((time) => `at ${time} `));
        const told = crossings.map((times) => day.arrived.filter((words) => times.some((time) => words.split(' First at ').at(-1)?.includes(time) === true)).length);
        const unknown = (await place.raw(`select state from posting where topic like 'watch:${id}:%' and state = 'ambiguous'`)).length;
        count.ends += 1;
        count.expected += told.length;
        count.arrived += told.filter((times) => times > 0).length;
        count.duplicated += told.filter((times) => times > 1).length;
        count.unknown += unknown;
        count.lost += Math.max(0, told.filter((times) => times === 0).length - unknown);
      }
    }
    process.stderr.write(`alerts in ${_kind}: instances ended ${count.ends}, crossings ${count.expected}, arrived ${count.arrived}, duplicated ${count.duplicated}, lost ${count.lost}; shown as not known ${count.unknown}\n`);
    expect(count).toMatchObject({ duplicated: 0, lost: 0 });
    expect(count.ends).toBeGreaterThan(60);
  });
});
