import { monthEnd } from '../../calendar/day';
import type { Dimension } from '../../catalogue/dimension';
import { compileMeetings, compilePeople, heldPeople } from '../../engine/compile-people';
import { keysByCode, NOT_KNOWN } from '../../engine/keys';
import type { Row, Snapshot } from '../../engine/snapshot';
import type { Statement } from '../../engine/statement';
import { number, text } from '../../engine/sum';
import { chooseSwaps } from './choose';
import { Chosen } from './chosen';
import { KIND, Meetings, type Meeting } from './meetings';
import { Parting, type Box } from './parting';
import type { Kind, People } from '../../engine/people';
import { View, viewOf } from './view';

/** The one pattern of what is hidden of some people in one snapshot. */
export interface Pattern {
  /** Whether an answer would part people whom no answer may part; `times` are those that it has any days of. */
  hides(box: Box, times: readonly string[]): Promise<boolean>;
  /** Works out every view by so many dimensions, one after the other. */
  prepare(dimensions: number): Promise<void>;
  /** Whether everybody whom one count holds is held by another. */
  isWithin(inner: number, outer: number): Promise<boolean>;
}

/** Milliseconds that one reading of a pattern may take, whoever was first to need it and however long they wait. */
const LONGEST = 60_000;
/** So many dimensions of a question have a pattern of their own. */
export const WIDEST = 2;

/** Null where the view is too fine to be shown. */
interface Found {
  readonly chosen: Chosen;
  readonly parting: Parting;
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
  const columns = dimensions.map(({ column }) => column);
  const table = heldPeople(people, columns);
  const held = snapshot.rollUps.some(({ name }) => name === table) ? table : null;
  const views = new Map<string, Promise<Found | null>>();
  const met = new Map<string, Promise<void>>();
  const names = [...dimensions.map(({ id }) => id), KIND];
  const meetings = new Meetings(names.slice(0, -1));

  /** Tells what the keys of one dimension, or kinds, are found with. */
  function meet(own: string): Promise<void> {
    return once(met, own, async () => {
      const keyIn = (name: string, value: string): string => keyOf.get(name)?.(value) ?? value;
      const rows = await run(compileMeetings(people, columns, own === KIND ? null : names.indexOf(own), held));
      await meetings.tell(own, rows, (row): Meeting => {
        const other = names[number(row['other']) ?? -1] ?? KIND;
        return { key: keyIn(own, text(row['key']) ?? ''), other, otherKey: keyIn(other, text(row['other_key']) ?? ''), people: number(row['people']) ?? 0 };
      });
    });
  }

  /** The counts as the kinds that each holds. */
  async function counted(): Promise<readonly ReadonlySet<Kind>[]> {
    await meet(KIND);
    return countsAsked(people.counts.length, meetings.kinds);
  }

  async function read(ids: readonly string[]): Promise<View> {
    const rows = await run(compilePeople(people, ids.map((id) => byId.get(id)?.column ?? ''), isCensus, held));
    const keys = ids.map((id, index) => ({ column: `k${index}`, keyOf: keyOf.get(id) }));
    return viewOf(ids, rows, (row) => {
      const period = text(row['period']) ?? '';
      return {
        time: isCensus && row['counted_by'] === 'month' ? monthEnd(period) : period,
        keys: keys.map((one) => one.keyOf?.(text(row[one.column]) ?? '') ?? ''),
        kind: number(row['kind']) ?? 0, people: number(row['people']) ?? 0,
      };
    });
  }

  const viewBy = (ids: readonly string[]): Promise<Found | null> => once(views, ids.join('|'), () => workOut(ids));

  async function workOut(ids: readonly string[]): Promise<Found | null> {
    await Promise.all([KIND, ...ids].map(meet));
    if (ids.some((id) => meetings.settledBy(id).some((other) => ids.includes(other)))) {
      return found(new Chosen(new View(ids, [], [], [])));
    }
    const coarser = await Promise.all(coarserThan(ids, meetings).map(viewBy));
    const chosen = await chooseSwaps({
      view: await read(ids), meetings, counts: await counted(), isCensus, threshold,
      coarser: coarser.flatMap((one) => one?.chosen ?? []), dimensions: dimensions.map(({ id }) => id),
    });
    return chosen === null ? null : found(chosen);
  }

  const found = (chosen: Chosen): Found => ({ chosen, parting: new Parting(chosen, meetings) });

  return {
    hides: async (box, times) => {
      const narrowed = [...box.places.keys()].filter((id) => byId.has(id)).sort();
      for (const ids of subsets(narrowed)) {
        const found = await viewBy(ids);
        if (found === null || found.parting.parts(box, times)) {
          return true;
        }
      }
      return false;
    },
    prepare: async (width) => {
      for (const ids of subsets([...byId.keys()].sort()).filter(({ length }) => length === width)) {
        await viewBy(ids);
      }
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

/** What is worked out under a name, once; what failed is tried again. */
function once<T>(known: Map<string, Promise<T>>, name: string, work: () => Promise<T>): Promise<T> {
  const found = known.get(name) ?? work().catch((error: unknown) => {
    known.delete(name);
    throw error;
  });
  known.set(name, found);
  return found;
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
