import { createSmallNumbers } from '../../src/access/small-numbers/small-numbers';
import { monthEnd } from '../../src/calendar/day';
import type { Metric } from '../../src/catalogue/metric';
import type { Cell } from '../../src/engine/cell';
import { figures } from '../../src/engine/figures';
import { keysByCode } from '../../src/engine/keys';
import { countIndex, countsOf, peopleBehind, peopleKey } from '../../src/engine/people';
import type { Snapshot } from '../../src/engine/snapshot';
import type { Tally } from '../../src/tally';
import { foundBy, type Sum, type Unknown, type Within } from './attack';
import { loadedTrust } from './loaded-trust';

/** Measures that share whom they count, so that one could be taken from another; none is of more parts than can be solved for here in seconds. */
const FAMILIES = [
  ['rtt-eighteen-week-rate', 'rtt-52-week-waits', 'rtt-65-week-waits', 'rtt-78-week-waits', 'waiters-validated'],
  ['diagnostic-dna-rate', 'cdc-tests', 'reporting-turnaround'], ['diagnostic-six-week-rate', 'diagnostic-thirteen-week-waits'],
  ['straight-to-test', 'referral-triage-rate'], ['friends-and-family'], ['activity'], ['last-minute-cancellations', 'cancellation-28-day-breaches'], ['dna-rate'], ['length-of-stay'],
];
/** These are attacked without the dimensions whose parts are too many to be solved for here in seconds. */
const WIDE: Readonly<Record<string, readonly string[]>> = { 'dna-rate': ['consultant', 'clinic'], 'length-of-stay': ['consultant', 'procedure', 'hrg'] };
const MONTH = '2024-06';

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

/** Everything that somebody is told of one count, by what it is split by and the keys. */
interface Count {
  readonly name: string;
  readonly dimensions: readonly string[];
  readonly cells: Map<string, { readonly by: readonly string[]; readonly keys: readonly string[]; readonly value: number; isShown: boolean }>;
}

const nameOf = (by: readonly string[], keys: readonly string[]): string => JSON.stringify(by.map((id, index) => [id, keys[index]]).sort());

/** Every answer of two dimensions or fewer for one metric, as it is shown and as it is. */
async function answers(snapshot: Snapshot, metric: Metric, withhold: ReturnType<typeof createSmallNumbers>['withhold']): Promise<readonly { readonly by: readonly string[]; readonly shown: readonly Cell[]; readonly true: readonly Cell[] }[]> {
  const ground = { catalogue: tally.catalogue, snapshot, signal: AbortSignal.timeout(60_000) };
  const slice = { from: `${MONTH}-01`, to: monthEnd(`${MONTH}-01`), grain: 'month' as const, undated: false, filters: {}, excluding: {} };
  const splits = [[], ...metric.dimensions.map((one) => [one]), ...metric.dimensions.flatMap((one, index) => metric.dimensions.slice(index + 1).map((other) => [one, other]))];
  return Promise.all(splits.map(async (by) => ({
    by, shown: await figures({ ...ground, withhold }, metric, slice, { time: null, dimensions: by }), true: await figures(ground, metric, slice, { time: null, dimensions: by }),
  })));
}

/** Which group each specialty at each site belongs to, as anybody in the trust knows. */
async function groupsOf(table: string): Promise<readonly { readonly specialty: string; readonly site: string; readonly cmg: string }[]> {
  const ids = ['specialty', 'site', 'cmg'] as const;
  const found = ids.map((id) => tally.catalogue.dimensions.get(id));
  const rows = await lent.snapshot.run(`select distinct ${found.map((one, index) => `coalesce(${one?.column ?? ''}, '') as k${String(index)}`).join(', ')} from ${table}`, [], AbortSignal.timeout(60_000));
  const key = (row: (typeof rows)[number], index: number): string => {
    const dimension = found[index];
    return dimension === undefined ? '' : keysByCode(dimension)(String(row[`k${String(index)}`]))[0] ?? 'not-known';
  };
  return rows.map((row) => ({ specialty: key(row, 0), site: key(row, 1), cmg: key(row, 2) }));
}

/** How the parts of one count add up, whatever it is split by. */
function sumsOf({ cells, dimensions }: Count, numbers: ReadonlyMap<string, number>, groups: Awaited<ReturnType<typeof groupsOf>>): readonly Sum[] {
  const sums = new Map<string, { readonly whole: number; readonly parts: number[] }>();
  const add = (sort: string, whole: string, part: string): void => {
    const [wholeAt, partAt] = [numbers.get(whole), numbers.get(part)];
    if (wholeAt !== undefined && partAt !== undefined && wholeAt !== partAt) {
      const name = `${sort} ${whole}`;
      const sum = sums.get(name) ?? { whole: wholeAt, parts: [] };
      sums.set(name, sum);
      sum.parts.push(partAt);
    }
  };
  for (const [name, { by, keys }] of cells) {
    by.forEach((id, index) => {
      const rest = by.filter((other) => other !== id);
      add(`over ${id}`, nameOf(rest, keys.filter((_, other) => other !== index)), name);
    });
  }
  // Keys of one dimension that are found with one key of another alone say what that key has, split by any third.
  for (const fine of dimensions) {
    for (const coarse of dimensions.filter((one) => one !== fine)) {
      const of = new Map<string, Set<string>>();
      for (const { by, keys, value } of cells.values()) {
        if (by.length === 2 && by.includes(fine) && by.includes(coarse) && value > 0) {
          const [key = '', above = ''] = [keys[by.indexOf(fine)], keys[by.indexOf(coarse)]];
          of.set(key, (of.get(key) ?? new Set<string>()).add(above));
        }
      }
      const mixed = new Set([...of.values()].filter(({ size }) => size > 1).flatMap((above) => [...above]));
      for (const [name, { by, keys }] of cells) {
        const third = by.find((one) => one !== fine);
        const above = [...of.get(keys[by.indexOf(fine)] ?? '') ?? []][0];
        if (by.length === 2 && by.includes(fine) && third !== undefined && third !== coarse && above !== undefined && !mixed.has(above)) {
          add(`${fine} in ${coarse}`, nameOf([coarse, third], [above, keys[by.indexOf(third)] ?? '']), name);
        }
      }
    }
  }
  for (const { specialty, site, cmg } of groups) {
    const part = nameOf(['specialty', 'site'], [specialty, site]);
    add('group by place', nameOf(['cmg', 'specialty'], [cmg, specialty]), part);
    add('group by place', nameOf(['cmg', 'site'], [cmg, site]), part);
  }
  return [...sums.values()];
}

test.each(FAMILIES)('nobody finds a small number of the demonstration in its answers of two dimensions or fewer: %s', async (...ids) => {
  const { withhold } = createSmallNumbers();
  const counts = new Map<string, Count>();
  const pairs: { readonly inner: string; readonly outer: string; readonly metric: string; readonly name: string; readonly hidden: boolean; readonly value: readonly [number, number] }[] = [];
  let table = '';
  for (const id of ids) {
    const declared = tally.catalogue.metrics.get(id);
    if (declared === undefined) throw new Error(id);
    const metric = { ...declared, dimensions: declared.dimensions.filter((one) => WIDE[id]?.includes(one) !== true) };
    const measures = countsOf(metric);
    table = measures[0]?.table ?? '';
    const named = measures.map((measure) => `${peopleKey(measure)} ${String(countIndex(peopleBehind(tally.catalogue, measure), metric, measure))}`);
    for (const { by, shown, true: real } of await answers(lent.snapshot, metric, withhold)) {
      const told = new Map(shown.map((cell) => [JSON.stringify(cell.keys), cell]));
      // What is named though nobody is there is a number too, for all that anybody knows.
      const beside = shown.filter(({ keys }) => !real.some((cell) => JSON.stringify(cell.keys) === JSON.stringify(keys))).map((cell) => ({ ...cell, figure: { ...cell.figure, numerator: 0, denominator: 0 } }));
      for (const cell of [...real, ...beside]) {
        const hidden = told.get(JSON.stringify(cell.keys))?.figure.hidden === true;
        const values = measures.map((measure) => (measure === metric.denominator || metric.kind === 'median' ? cell.figure.denominator : cell.figure.numerator) ?? 0);
        const name = nameOf(by, cell.keys);
        for (const [at, count] of named.entries()) {
          const held: Count = counts.get(count) ?? { name: count, dimensions: metric.dimensions, cells: new Map() };
          counts.set(count, held);
          const before = held.cells.get(name);
          held.cells.set(name, { by, keys: cell.keys, value: values[at] ?? 0, isShown: !hidden || before?.isShown === true });
        }
        if (named.length === 2) {
          pairs.push({ inner: named[0] ?? '', outer: named[1] ?? '', metric: id, name, hidden, value: [values[0] ?? 0, values[1] ?? 0] });
        }
      }
    }
  }
  const numbers: Unknown[] = [];
  const at = new Map<string, Map<string, number>>();
  for (const { name, cells } of counts.values()) {
    at.set(name, new Map([...cells].map(([cell, { value, isShown }]) => [cell, numbers.push({ value, isShown }) - 1])));
  }
  const groups = ['specialty', 'site', 'cmg'].some((id) => ![...counts.values()][0]?.dimensions.includes(id)) ? [] : await groupsOf(table);
  const value = (index: number): number => numbers[index]?.value ?? 0;
  // What does not add up, since a person may be under several keys or under none, tells nobody anything.
  const sums = [...counts.values()].flatMap((count) => sumsOf(count, at.get(count.name) ?? new Map(), groups))
    .filter(({ parts, whole }) => parts.reduce((sum, part) => sum + value(part), 0) === value(whole));
  const within: Within[] = pairs.filter(({ metric }) => pairs.filter((one) => one.metric === metric).every(({ value: [inner, outer] }) => inner <= outer))
    .flatMap(({ inner, outer, name }) => [{ inner: at.get(inner)?.get(name) ?? -1, outer: at.get(outer)?.get(name) ?? -1 }]);
  const found = foundBy(numbers, sums, within);
  const isFound = (count: string, name: string): boolean => {
    const index = at.get(count)?.get(name) ?? -1;
    return found.has(index) || numbers[index]?.isShown === true;
  };
  const small = [...at].flatMap(([count, cells]) => [...cells].flatMap(([name, index]) => (found.has(index) && value(index) > 0 && value(index) <= 7 ? [`${count} ${name} = ${String(value(index))}`] : [])));
  const rates = pairs.flatMap(({ inner, outer, name, hidden, metric, value: [above, below] }) =>
    (hidden && above > 0 && isFound(inner, name) && isFound(outer, name) ? [`${metric} ${name} = ${String(above)}/${String(below)}`] : []));
  expect(numbers.filter(({ isShown }) => isShown).length).toBeGreaterThan(20);
  expect(sums.length).toBeGreaterThan(10);
  expect([...small, ...rates]).toEqual([]);
}, 60_000);

test('no reason of a hidden whole shows what the whole was out of, since sessions show the operations done', async () => {
  const metric = tally.catalogue.metrics.get('on-the-day-cancellations');
  if (metric === undefined) throw new Error('no such measure');
  const ground = { catalogue: tally.catalogue, snapshot: lent.snapshot, signal: AbortSignal.timeout(120_000), withhold: createSmallNumbers().withhold };
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
