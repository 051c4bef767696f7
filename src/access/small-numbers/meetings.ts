/** Which keys of two dimensions are ever found on one person, and how often; a person's kind counts as a dimension. */
export interface Meetings {
  /** Keys of `other` found with a key of `dimension`. */
  with(dimension: string, key: string, other: string): ReadonlyMap<string, number>;
  /** Dimensions whose key a key of this one settles: the group of a specialty, the site of a theatre. */
  settledBy(dimension: string): readonly string[];
  /** The key of `other` that this key settles, or is nearly always found with. */
  settled(dimension: string, key: string, other: string): string | null;
}

export const KIND = 'kind';

/** A dimension settles another where nearly everybody is under a key that is found with one key of it alone: the rest are slips of the pen. */
const SETTLED = 0.95;

export interface Meeting {
  readonly dimension: string;
  readonly key: string;
  readonly other: string;
  readonly otherKey: string;
  readonly people: number;
}

const NONE: ReadonlyMap<string, number> = new Map();

export function meetingsOf(dimensions: readonly string[], found: readonly Meeting[]): Meetings {
  const byPair = new Map<string, Map<string, Map<string, number>>>();
  const add = (dimension: string, key: string, other: string, otherKey: string, people: number): void => {
    const pair = `${dimension}|${other}`;
    const keys = byPair.get(pair) ?? new Map<string, Map<string, number>>();
    const others = keys.get(key) ?? new Map<string, number>();
    others.set(otherKey, (others.get(otherKey) ?? 0) + people);
    byPair.set(pair, keys.set(key, others));
  };
  const pairs = new Set<string>();
  for (const { dimension, key, other, otherKey, people } of found) {
    // Two that were each read with the other are read twice.
    const name = `${dimension}|${key}|${other}|${otherKey}`;
    if (pairs.has(`${other}|${otherKey}|${dimension}|${key}`)) {
      continue;
    }
    pairs.add(name);
    add(dimension, key, other, otherKey, people);
    add(other, otherKey, dimension, key, people);
  }
  const sizes = new Map(dimensions.map((id) => [id, Math.max(0, ...dimensions.map((other) => byPair.get(`${id}|${other}`)?.size ?? 0))]));
  const isFiner = (one: string, other: string): boolean => {
    const [size, otherSize] = [sizes.get(one) ?? 0, sizes.get(other) ?? 0];
    return size === otherSize ? one > other : size > otherSize;
  };
  const settles = new Map(dimensions.map((id) => [id, dimensions.filter((other) => other !== id && isFiner(id, other) && shareSettled(byPair.get(`${id}|${other}`)) >= SETTLED)]));
  return {
    with: (dimension, key, other) => byPair.get(`${dimension}|${other}`)?.get(key) ?? NONE,
    settledBy: (dimension) => settles.get(dimension) ?? [],
    settled: (dimension, key, other) => largest(byPair.get(`${dimension}|${other}`)?.get(key) ?? NONE),
  };
}

function largest(keys: ReadonlyMap<string, number>): string | null {
  let [best, most]: [string | null, number] = [null, -1];
  for (const [key, people] of keys) {
    if (people > most || (people === most && best !== null && key < best)) {
      [best, most] = [key, people];
    }
  }
  return best;
}

function shareSettled(keys: ReadonlyMap<string, ReadonlyMap<string, number>> | undefined): number {
  let [settled, all] = [0, 0];
  for (const others of keys?.values() ?? []) {
    const people = [...others.values()].reduce((sum, one) => sum + one, 0);
    settled += others.size === 1 ? people : 0;
    all += people;
  }
  return all === 0 ? 0 : settled / all;
}
