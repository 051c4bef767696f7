import { createSmallNumbers } from '../../src/access/small-numbers/small-numbers';
import { monthEnd } from '../../src/calendar/day';
import { figures } from '../../src/engine/figures';
import type { Tally } from '../../src/tally';
import { attack } from './everything-told';
import { attackStretches } from './stretches-told';
import { loadedTrust } from './loaded-trust';

/** Measures that share whom they count, so that one could be taken from another; none is of more parts than can be solved for here in seconds. */
const FAMILIES = [
  ['rtt-eighteen-week-rate', 'rtt-52-week-waits', 'rtt-65-week-waits', 'rtt-78-week-waits', 'waiters-validated'],
  ['diagnostic-dna-rate', 'cdc-tests', 'reporting-turnaround'], ['diagnostic-six-week-rate', 'diagnostic-thirteen-week-waits'],
  ['straight-to-test', 'referral-triage-rate'], ['friends-and-family'], ['activity'], ['on-the-day-cancellations', 'last-minute-cancellations'], ['cancellation-28-day-breaches'], ['dna-rate'], ['length-of-stay'],
];
/** These are attacked without the dimensions whose parts are too many to be solved for here in seconds. */
const WIDE: Readonly<Record<string, readonly string[]>> = { 'dna-rate': ['consultant', 'clinic'], 'length-of-stay': ['consultant', 'procedure', 'hrg'] };
const MONTH = '2024-06';
/** One for all, as a program has it: what is hidden is chosen once for each table and year. */
const SMALL_NUMBERS = createSmallNumbers();

let tally: Tally;
let lent: NonNullable<Awaited<ReturnType<Tally['snapshots']['lend']>>>;
beforeAll(async () => {
  tally = await loadedTrust('2024-07-11');
  const snapshot = await tally.snapshots.lend();
  if (snapshot === null) throw new Error('nothing serves');
  lent = snapshot;
});
afterAll(async () => {
  lent.release();
  await tally.close();
});

test.each(FAMILIES)('nobody finds a small number of the demonstration in its answers of two dimensions or fewer: %s', async (...ids) => {
  const came = await attack({ tally, snapshot: lent.snapshot, ...SMALL_NUMBERS }, ids, MONTH, WIDE);
  expect(came.shown).toBeGreaterThan(20);
  expect(came.sums).toBeGreaterThan(10);
  expect([...came.small, ...came.rates]).toEqual([]);
}, 60_000);

test.each(['2023-06', '2023-09', '2023-12', '2024-03', '2024-04', '2024-05'])('a total of which nearly all is hidden tells nobody what its parts are, though noughts are shown: 28-day breaches of %s', async (month) => {
  const came = await attack({ tally, snapshot: lent.snapshot, ...SMALL_NUMBERS }, ['cancellation-28-day-breaches'], month);
  expect(came.hidden).toBeGreaterThan(20);
  expect(came.shown).toBeGreaterThan(30);
  expect([...came.small, ...came.rates]).toEqual([]);
}, 60_000);

test.each([['length-of-stay', 100], ['straight-to-test', 100], ['friends-and-family', 20]] as const)('no longer stretch less its other months gives a small number of fifteen months: %s', async (id, least) => {
  const metric = tally.catalogue.metrics.get(id);
  if (metric === undefined) throw new Error(id);
  const came = await attackStretches({ tally, snapshot: lent.snapshot, ...SMALL_NUMBERS }, metric, '2023-04-01', 15, ['consultant', 'procedure', 'hrg']);
  expect(came.hidden).toBeGreaterThan(500);
  // Longer stretches that hold a hidden month and are shown: of those it might be taken.
  expect(came.shown).toBeGreaterThan(least);
  expect(came.found).toEqual([]);
}, 120_000);

test('no reason of a hidden whole shows what the whole was out of, since sessions show the operations done', async () => {
  const metric = tally.catalogue.metrics.get('on-the-day-cancellations');
  if (metric === undefined) throw new Error('no such measure');
  const ground = { catalogue: tally.catalogue, snapshot: lent.snapshot, signal: AbortSignal.timeout(120_000), withhold: SMALL_NUMBERS.withhold };
  const slice = { from: `${MONTH}-01`, to: monthEnd(`${MONTH}-01`), grain: 'month' as const, undated: false, filters: {}, excluding: {} };
  const wholes = await figures(ground, metric, slice, { time: null, dimensions: ['specialty'] });
  const hidden = new Set(wholes.filter(({ figure }) => figure.hidden === true).map(({ keys }) => keys[0]));
  expect(hidden.size).toBeGreaterThan(3);
  const split = await figures(ground, metric, slice, { time: null, dimensions: ['specialty', 'cancellation-reason'] });
  const patients = await figures(ground, metric, { ...slice, filters: { 'cancellation-reason': ['patient'] } }, { time: null, dimensions: ['specialty'] });
  const some = await figures(ground, metric, { ...slice, filters: { 'cancellation-reason': ['hospital-clinical', 'patient'] } }, { time: null, dimensions: ['specialty', 'cancellation-reason'] });
  const told = [...split, ...patients, ...some].filter(({ keys, figure }) => hidden.has(keys[0]) && figure.denominator !== null);
  expect(told.map(({ keys }) => keys)).toEqual([]);
  // Of the whole trust, which is shown, its reasons are shown too.
  const trust = await figures(ground, metric, slice, { time: null, dimensions: ['cancellation-reason'] });
  expect(trust.filter(({ figure }) => figure.denominator !== null).length).toBe(3);
});

test('of a census nobody can tell three things together that somebody has from three that nobody has, in its parts or its months', async () => {
  const metric = tally.catalogue.metrics.get('rtt-52-week-waits');
  if (metric === undefined) throw new Error('no such measure');
  const ground = { catalogue: tally.catalogue, snapshot: lent.snapshot, signal: AbortSignal.timeout(120_000) };
  const slice = { from: '2024-04-01', to: monthEnd(`${MONTH}-01`), grain: 'range' as const, undated: false, filters: {}, excluding: {} };
  const by = ['specialty', 'site', 'commissioner'];
  const held = new Set((await figures(ground, metric, slice, { time: null, dimensions: by })).map(({ keys }) => keys.join('|')));
  const keys = await Promise.all(by.map(async (id) => (await figures(ground, metric, slice, { time: null, dimensions: [id] })).flatMap((cell) => cell.keys)));
  const every = (keys[0] ?? []).flatMap((specialty) => (keys[1] ?? []).flatMap((site) => (keys[2] ?? []).map((commissioner) => [specialty, site, commissioner])));
  const seen = async (of: readonly string[] | undefined): Promise<unknown> => {
    const filters = Object.fromEntries(by.map((id, at) => [id, [of?.[at] ?? '']]));
    const told = (['month_start', null] as const).map(async (time) => {
      const cells = await figures({ ...ground, withhold: SMALL_NUMBERS.withhold }, metric, { ...slice, filters }, { time, dimensions: time === null ? ['cmg'] : [] });
      return cells.map(({ period, keys: parts, figure }) => [period, parts, figure]);
    });
    return Promise.all(told);
  };
  const hasNobody = (of: readonly string[]): boolean => !held.has(of.join('|'));
  const [nobody, somebody] = [every.find(hasNobody), every.find((of) => !hasNobody(of))];
  expect([nobody?.length, somebody?.length]).toEqual([3, 3]);
  expect(await seen(nobody)).toEqual(await seen(somebody));
});
