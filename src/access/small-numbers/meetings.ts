import { turn } from './turn';

/** One key of a dimension found with one of another, and on how many people; a person's kind counts as a dimension. */
export interface Meeting {
  readonly key: string;
  readonly other: string;
  readonly otherKey: string;
  readonly people: number;
}

export const KIND = 'kind';

/** A dimension settles another where nearly everybody is under a key that is found with one key of it alone: the rest are slips of the pen. */
const SETTLED = 0.95;

/** Rows that are taken in between two turns of whatever else waits: a few milliseconds. */
const AT_ONCE = 4_096;

type Counts = ReadonlyMap<string, ReadonlyMap<string, number>>;
const NONE: ReadonlyMap<string, number> = new Map();

/** What each of some dimensions, or kinds, is found with. What is asked of two is known where either has been told. */
export class Meetings {
  /** By dimension and other dimension, their keys. */
  readonly #told = new Map<string, ReadonlyMap<string, Counts>>();
  readonly #turned = new Map<string, Counts>();
  readonly #numbers = new Map<string, Map<string, number>>();
  readonly #settles = new Map<string, readonly string[]>();

  constructor(private readonly dimensions: readonly string[]) {}

  /** Takes in everything that a dimension is found with. Kinds come first: everybody is of one, so that every key is known then. */
  async tell<Row>(dimension: string, rows: readonly Row[], read: (row: Row) => Meeting): Promise<void> {
    const byOther = new Map<string, Map<string, Map<string, number>>>();
    for (const [index, row] of rows.entries()) {
      const { key, other, otherKey, people } = read(row);
      const keys = byOther.get(other) ?? new Map<string, Map<string, number>>();
      const others = keys.get(key) ?? new Map<string, number>();
      byOther.set(other, keys.set(key, others.set(otherKey, (others.get(otherKey) ?? 0) + people)));
      if (index % AT_ONCE === 0) {
        await turn();
      }
    }
    this.#told.set(dimension, byOther);
    for (const [other, keys] of dimension === KIND ? byOther : []) {
      this.#numbers.set(other, new Map([...new Set([...keys.values()].flatMap((others) => [...others.keys()]))].map((key, index) => [key, index])));
    }
  }

  /** Every kind that anybody is of. */
  get kinds(): readonly number[] {
    return [...new Set([...this.#told.get(KIND)?.values() ?? []].flatMap((keys) => [...keys.keys()]))].map(Number);
  }

  /** Keys of `other` found with a key of `dimension`, which has been told. */
  with(dimension: string, key: string, other: string): ReadonlyMap<string, number> {
    return this.#told.get(dimension)?.get(other)?.get(key) ?? NONE;
  }

  /** The same, one bit each, in the one order of that other dimension. */
  bits(dimension: string, key: string, other: string): Uint32Array {
    const numbers = this.#numbers.get(other) ?? NONE;
    const bits = new Uint32Array(Math.ceil(numbers.size / 32));
    for (const otherKey of this.with(dimension, key, other).keys()) {
      const number = numbers.get(otherKey) ?? 0;
      bits[number >>> 5] = (bits[number >>> 5] ?? 0) | (1 << (number & 31));
    }
    return bits;
  }

  /** Dimensions whose key a key of this one, which has been told, settles: the group of a specialty, the site of a theatre. */
  settledBy(dimension: string): readonly string[] {
    const known = this.#settles.get(dimension) ?? this.dimensions.filter((other) => this.settles(dimension, other));
    this.#settles.set(dimension, known);
    return known;
  }

  /** Whether a key of one settles that of the other; either has been told. */
  settles(dimension: string, other: string): boolean {
    return dimension !== other && this.#isFiner(dimension, other) && shareSettled(this.#pair(dimension, other)) >= SETTLED;
  }

  /** The key of `other` that this key settles, or is nearly always found with. */
  settled(dimension: string, key: string, other: string): string | null {
    let [best, most]: [string | null, number] = [null, -1];
    for (const [found, people] of this.with(dimension, key, other)) {
      if (people > most || (people === most && best !== null && found < best)) {
        [best, most] = [found, people];
      }
    }
    return best;
  }

  #isFiner(one: string, other: string): boolean {
    const [size, otherSize] = [this.#numbers.get(one)?.size ?? 0, this.#numbers.get(other)?.size ?? 0];
    return size === otherSize ? one > other : size > otherSize;
  }

  #pair(dimension: string, other: string): Counts {
    const told = this.#told.get(dimension)?.get(other);
    if (told !== undefined) {
      return told;
    }
    const name = `${dimension}|${other}`;
    const turned = this.#turned.get(name) ?? turnedRound(this.#told.get(other)?.get(dimension) ?? new Map());
    this.#turned.set(name, turned);
    return turned;
  }
}

function turnedRound(counts: Counts): Counts {
  const turned = new Map<string, Map<string, number>>();
  for (const [key, others] of counts) {
    for (const [other, people] of others) {
      turned.set(other, (turned.get(other) ?? new Map<string, number>()).set(key, people));
    }
  }
  return turned;
}

function shareSettled(keys: Counts): number {
  let [settled, all] = [0, 0];
  for (const others of keys.values()) {
    const people = [...others.values()].reduce((sum, one) => sum + one, 0);
    settled += others.size === 1 ? people : 0;
    all += people;
  }
  return all === 0 ? 0 : settled / all;
}
