import type { Withholding } from '../../src/engine/withholding';
import { monthEnd } from '../../src/calendar/day';
import type { Metric } from '../../src/catalogue/metric';
import type { Cell } from '../../src/engine/cell';
import { figures } from '../../src/engine/figures';
import { keysByCode } from '../../src/engine/keys';
import { countIndex, countsOf, peopleBehind, peopleKey } from '../../src/engine/people';
import type { Snapshot } from '../../src/engine/snapshot';
import type { Tally } from '../../src/tally';
import { foundBy, type Sum, type Unknown, type Within } from './attack';
import { hiddenIn } from './shown-beside';

/** What is attacked: a trust as it serves, and what it hides. */
export interface Attacked {
  readonly tally: Tally;
  readonly snapshot: Snapshot;
  readonly withhold: Withholding;
}

/** What came of an attack: how many numbers there were, and what of them was found. */
export interface Came {
  readonly shown: number;
  readonly hidden: number;
  readonly sums: number;
  /** Counts of 1 to 7 that are not shown and were found all the same, with the number. */
  readonly small: readonly string[];
  readonly rates: readonly string[];
}

/** Everything that somebody is told of one count, by what it is split by and the keys. */
interface Count {
  readonly name: string;
  readonly dimensions: readonly string[];
  readonly cells: Map<string, { readonly by: readonly string[]; readonly keys: readonly string[]; readonly value: number; isShown: boolean }>;
}

const nameOf = (by: readonly string[], keys: readonly string[]): string => JSON.stringify(by.map((id, index) => [id, keys[index]]).sort());

/** Every answer of two dimensions or fewer for one metric, as it is shown and as it is. */
async function answers({ tally, snapshot, withhold }: Attacked, metric: Metric, month: string): Promise<readonly { readonly by: readonly string[]; readonly shown: readonly Cell[]; readonly true: readonly Cell[] }[]> {
  const ground = { catalogue: tally.catalogue, snapshot, signal: AbortSignal.timeout(60_000) };
  const slice = { from: `${month}-01`, to: monthEnd(`${month}-01`), grain: 'month' as const, undated: false, filters: {}, excluding: {} };
  // A dimension of one key splits nothing: its one part is the whole trust, which is shown.
  const split = await Promise.all(metric.dimensions.map(async (one) => ((await figures(ground, metric, slice, { time: null, dimensions: [one] })).length > 1 ? [one] : [])));
  const splits = [[], ...split.filter(({ length }) => length > 0), ...split.flat().flatMap((one, index) => split.flat().slice(index + 1).map((other) => [one, other]))];
  return Promise.all(splits.map(async (by) => ({
    by, shown: await figures({ ...ground, withhold }, metric, slice, { time: null, dimensions: by }), true: await figures(ground, metric, slice, { time: null, dimensions: by }),
  })));
}

/** Which group each specialty at each site belongs to, as anybody in the trust knows. */
async function groupsOf({ tally, snapshot }: Attacked, table: string): Promise<readonly { readonly specialty: string; readonly site: string; readonly cmg: string }[]> {
  const ids = ['specialty', 'site', 'cmg'] as const;
  const found = ids.map((id) => tally.catalogue.dimensions.get(id));
  const rows = await snapshot.run(`select distinct ${found.map((one, index) => `coalesce(${one?.column ?? ''}, '') as k${String(index)}`).join(', ')} from ${table}`, [], AbortSignal.timeout(60_000));
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
  // Keys of one dimension that are found with one key of another alone, as far as anybody sees, say what that key has, split by any third.
  for (const fine of dimensions) {
    for (const coarse of dimensions.filter((one) => one !== fine)) {
      const of = new Map<string, Set<string>>();
      for (const { by, keys, value, isShown } of cells.values()) {
        if (by.length === 2 && by.includes(fine) && by.includes(coarse) && (value > 0 || !isShown)) {
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

/**
 * Attacks every answer of two dimensions or fewer of one month, YYYY-MM, by some measures that share whom they count, with
 * all that adds up. `without`: dimensions that are left out, by measure.
 */
export async function attack(attacked: Attacked, ids: readonly string[], month: string, without: Readonly<Record<string, readonly string[]>> = {}): Promise<Came> {
  const counts = new Map<string, Count>();
  const pairs: { readonly inner: string; readonly outer: string; readonly metric: string; readonly name: string; readonly hidden: boolean; readonly value: readonly [number, number] }[] = [];
  let table = '';
  for (const id of ids) {
    const declared = attacked.tally.catalogue.metrics.get(id);
    if (declared === undefined) throw new Error(id);
    const metric = { ...declared, dimensions: declared.dimensions.filter((one) => without[id]?.includes(one) !== true) };
    const measures = countsOf(metric);
    table = measures[0]?.table ?? '';
    const named = measures.map((measure) => `${peopleKey(measure)} ${String(countIndex(peopleBehind(attacked.tally.catalogue, measure), metric, measure))}`);
    for (const { by, shown, true: real } of await answers(attacked, metric, month)) {
      const isHidden = hiddenIn(shown);
      for (const cell of real) {
        const hidden = isHidden(cell);
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
  const groups = ['specialty', 'site', 'cmg'].some((id) => ![...counts.values()][0]?.dimensions.includes(id)) ? [] : await groupsOf(attacked, table);
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
  return { shown: numbers.filter(({ isShown }) => isShown).length, hidden: numbers.filter(({ isShown }) => !isShown).length, sums: sums.length, small, rates };
}
