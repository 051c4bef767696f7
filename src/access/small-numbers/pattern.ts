import { monthEnd } from '../../calendar/day';
import type { Dimension } from '../../catalogue/dimension';
import { compileMeetings, compilePeople } from '../../engine/compile-people';
import { keysByCode, NOT_KNOWN } from '../../engine/keys';
import type { Row, Snapshot } from '../../engine/snapshot';
import type { Statement } from '../../engine/statement';
import { number, text } from '../../engine/sum';
import { chooseSwaps } from './choose';
import { KIND, meetingsOf, type Meeting, type Meetings } from './meetings';
import type { Kind, People } from './people';
import { parts, type Box, type Swap } from './swap';
import { View, type CountedPeople } from './view';

/** The one pattern of what is hidden of some people in one snapshot. */
export interface Pattern {
  /** Whether an answer would part people whom no answer may part; `times` are those that it has any days of. */
  hides(box: Box, times: readonly string[]): Promise<boolean>;
  /** Whether everybody whom one count holds is held by another. */
  isWithin(inner: number, outer: number): Promise<boolean>;
}

/** Milliseconds that one reading of a pattern may take, whoever was first to need it and however long they wait. */
const LONGEST = 60_000;
/** So many dimensions of a question have a pattern of their own. */
const WIDEST = 2;

interface Found {
  /** Null where the view is too fine to be shown. */
  readonly swaps: readonly Swap[] | null;
  readonly byTime: ReadonlyMap<string, readonly Swap[]>;
}

/** The key that stands for a code; of a dimension whose parts overlap the code itself, since no key is its alone. */
function keyOfCode(dimension: Dimension): (code: string) => string {
  if (dimension.whole !== null) {
    return (code) => (code === '' ? NOT_KNOWN : code);
  }
  const keysOf = keysByCode(dimension);
  return (code) => keysOf(code)[0] ?? NOT_KNOWN;
}

/**
 * Works out the pattern of some people as it is asked about, each view once: a view by two dimensions waits until
 * somebody narrows by both, and is the same whoever was first. Reads a snapshot, and throws what it throws.
 */
export function patternOf(people: People, snapshot: Snapshot, threshold: number): Pattern {
  const { dimensions, isCensus } = people;
  const keyOf = new Map(dimensions.map((dimension) => [dimension.id, keyOfCode(dimension)]));
  const byId = new Map(dimensions.map((dimension) => [dimension.id, dimension]));
  const run = ({ sql, parameters }: Statement): Promise<readonly Row[]> => snapshot.run(sql, parameters, AbortSignal.timeout(LONGEST));
  const views = new Map<string, Promise<Found>>();
  const met = new Map<string, Promise<readonly Meeting[]>>();
  const names = [...dimensions.map(({ id }) => id), KIND];

  /** With what the keys of one dimension, or kinds, are found together. */
  function meet(own: string): Promise<readonly Meeting[]> {
    const known = met.get(own);
    const found = known ?? readMeetings(own).catch((error: unknown) => {
      met.delete(own);
      throw error;
    });
    met.set(own, found);
    return found;
  }

  async function readMeetings(own: string): Promise<readonly Meeting[]> {
    const rows = await run(compileMeetings(people, dimensions.map(({ column }) => column), own === KIND ? null : names.indexOf(own)));
    const keyAt = (row: Row, name: string): string | null => {
      const value = text(row[name === KIND ? 'kind' : `k${names.indexOf(name)}`]);
      return value === null ? null : (keyOf.get(name)?.(value) ?? value);
    };
    return rows.flatMap((row): Meeting[] => {
      const key = keyAt(row, own);
      return key === null ? [] : names.flatMap((other): Meeting[] => {
        const otherKey = other === own ? null : keyAt(row, other);
        return otherKey === null ? [] : [{ dimension: own, key, other, otherKey, people: number(row['people']) ?? 0 }];
      });
    });
  }

  /** The counts as the kinds that each holds. */
  async function counted(): Promise<readonly ReadonlySet<Kind>[]> {
    return countsAsked(people.counts.length, [...new Set((await meet(KIND)).map(({ key }) => Number(key)))]);
  }

  async function read(ids: readonly string[]): Promise<View> {
    const rows = await run(compilePeople(people, ids.map((id) => byId.get(id)?.column ?? ''), isCensus));
    return new View(ids, rows.map((row): CountedPeople => {
      const period = text(row['period']) ?? '';
      return {
        time: isCensus && row['counted_by'] === 'month' ? monthEnd(period) : period,
        keys: ids.map((id, index) => keyOf.get(id)?.(text(row[`k${index}`]) ?? '') ?? ''),
        kind: number(row['kind']) ?? 0, people: number(row['people']) ?? 0,
      };
    }));
  }

  function viewBy(ids: readonly string[]): Promise<Found> {
    const name = ids.join('|');
    const before = views.get(name);
    const found = before ?? workOut(ids).catch((error: unknown) => {
      views.delete(name);
      throw error;
    });
    views.set(name, found);
    return found;
  }

  async function workOut(ids: readonly string[]): Promise<Found> {
    const [view, ...found] = await Promise.all([read(ids), ...[KIND, ...ids].map(meet)]);
    const meetings = meetingsOf(names.slice(0, -1), found.flat());
    const counts = await counted();
    if (ids.some((id) => meetings.settledBy(id).some((other) => ids.includes(other)))) {
      return foundOf([]);
    }
    const coarser = await Promise.all(coarserThan(ids, meetings).map(async (others) => ({ dimensions: others, swaps: (await viewBy(others)).swaps ?? [] })));
    return foundOf(chooseSwaps({ view, meetings, counts, isCensus, threshold, coarser, dimensions: dimensions.map(({ id }) => id) }));
  }

  return {
    hides: async (box, times) => {
      const narrowed = [...box.places.keys()].filter((id) => byId.has(id)).sort();
      for (const ids of subsets(narrowed)) {
        const { swaps, byTime } = await viewBy(ids);
        if (swaps === null || times.some((time) => byTime.get(time)?.some((swap) => parts(box, swap)) === true)) {
          return true;
        }
      }
      return false;
    },
    isWithin: async (inner, outer) => {
      const counts = await counted();
      const [held, holder] = [counts[inner], counts[outer]];
      return held !== undefined && holder !== undefined && [...held].every((kind) => holder.has(kind));
    },
  };
}

/** Every way in which views of what some dimensions settle lie above a view by them. */
function coarserThan(ids: readonly string[], meetings: Meetings): readonly (readonly string[])[] {
  const settled = [...new Set(ids.flatMap((id) => meetings.settledBy(id)))];
  return subsets([...new Set([...ids, ...settled])].sort()).filter((others) =>
    others.some((id) => !ids.includes(id)) && ids.every((id) => others.includes(id) || meetings.settledBy(id).some((other) => others.includes(other))));
}

function subsets(ids: readonly string[]): readonly (readonly string[])[] {
  const all = ids.reduce<readonly (readonly string[])[]>((found, id) => [...found, ...found.filter((one) => one.length < WIDEST).map((one) => [...one, id])], [[]]);
  return all.filter((one) => one.length > 0);
}

function foundOf(swaps: readonly Swap[] | null): Found {
  const byTime = new Map<string, Swap[]>();
  for (const swap of swaps ?? []) {
    for (const time of new Set(swap.map((corner) => corner.time))) {
      byTime.set(time, [...(byTime.get(time) ?? []), swap]);
    }
  }
  return { swaps, byTime };
}

/** The counts as the kinds they hold, in their order; after them what lies between two of which one holds the other. */
function countsAsked(counts: number, kinds: readonly Kind[]): readonly ReadonlySet<Kind>[] {
  const held = Array.from({ length: counts }, (_, index) => new Set(kinds.filter((kind) => isIn(kind, index))));
  const between = held.flatMap((outer) => held.flatMap((inner) =>
    (inner.size < outer.size && [...inner].every((kind) => outer.has(kind)) ? [new Set([...outer].filter((kind) => !inner.has(kind)))] : [])));
  const known = new Map<string, ReadonlySet<Kind>>();
  for (const one of between.filter(({ size }) => size > 0)) {
    known.set([...one].sort((a, b) => a - b).join(), one);
  }
  for (const one of held) {
    known.delete([...one].sort((a, b) => a - b).join());
  }
  return [...held, ...known.values()];
}

/** Whether people of a kind are in the count of that number. */
export const isIn = (kind: Kind, count: number): boolean => Math.floor(kind / 2 ** count) % 2 === 1;
