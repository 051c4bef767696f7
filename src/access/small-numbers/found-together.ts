import type { View } from './view';
import type { Views } from './views';

/** In place of a kind: whoever it is, and be they in no count. */
export const ANYBODY = -2;
/** Bits of one number of a set. */
const WORD = 32;
const NONE = new Int32Array();

/** Which keys of each dimension are found with the keys of the others, by time and kind, one bit each; worked out as it is asked. */
export class FoundTogether {
  readonly #width: number;
  /** By dimension, its keys, those with most people first. */
  readonly #ranked: readonly (readonly number[])[];
  /** By dimension and key, its place among those. */
  readonly #ranks: readonly Int32Array[];
  /** By dimension, where its keys begin among all. */
  readonly #begins: readonly number[];
  /** Keys of all dimensions. */
  readonly #keys: number;
  /** By time and kind, by key of any dimension and other dimension: one more than where its bits begin; 0 where they are not worked out. */
  readonly #starts: (Int32Array | null)[];
  /** Bits of the other dimension's keys in the order of most people: set where every count of the kind has somebody under both keys. */
  #bits = new Int32Array(1 << 16);
  #used = 0;
  /** By dimension, the bits of its keys that are left. */
  readonly #left: readonly Int32Array[];

  constructor(private readonly views: Views) {
    this.#width = views.ids.length;
    this.#begins = views.keys.map((_, dimension) => views.keys.slice(0, dimension).reduce((sum, { length }) => sum + length, 0));
    this.#keys = views.keys.reduce((sum, { length }) => sum + length, 0);
    this.#ranked = views.ids.map((_, dimension) => {
      const view = views.one(dimension);
      const people = (key: number): number => view.times.reduce((sum, _time, time) => sum + view.total(view.line(key), time), 0);
      const counted = view.keys[0]?.map((_key, key) => ({ key, people: people(key) })) ?? [];
      return counted.sort((a, b) => b.people - a.people || a.key - b.key).map(({ key }) => key);
    });
    this.#ranks = this.#ranked.map((keys) => {
      const ranks = new Int32Array(keys.length);
      keys.forEach((key, rank) => {
        ranks[key] = rank;
      });
      return ranks;
    });
    this.#left = this.#ranked.map(({ length }) => new Int32Array(Math.ceil(length / WORD)));
    this.#starts = Array.from({ length: views.times.length * (views.kinds.length + 1) }, () => null);
  }

  /** Every key of a dimension is left. */
  begin(dimension: number): void {
    this.#left[dimension]?.fill(-1);
  }

  /** Leaves those of the keys of a dimension under which every count of these kinds has somebody with a key of another, at a time; whether there are any. */
  keep(dimension: number, time: number, kinds: readonly number[], other: number, key: number): boolean {
    const left = this.#left[dimension] ?? NONE;
    let some = Number(kinds.length === 0);
    for (let kind = 0; kind < kinds.length; kind += 1) {
      const start = this.#start(time, kinds[kind] ?? 0, other, key, dimension);
      some = 0;
      for (let word = 0; word < left.length; word += 1) {
        const both = (left[word] ?? 0) & (this.#bits[start + word] ?? 0);
        left[word] = both;
        some |= both;
      }
    }
    return some !== 0;
  }

  /** So many of the keys that are left, those with most people first. */
  left(dimension: number, count: number): readonly number[] {
    const [left, ranked] = [this.#left[dimension] ?? NONE, this.#ranked[dimension] ?? []];
    const found: number[] = [];
    for (let index = 0; index < left.length; index += 1) {
      for (let word = left[index] ?? 0; word !== 0; word &= word - 1) {
        const key = ranked[index * WORD + WORD - 1 - Math.clz32(word & -word)];
        if (key !== undefined && found.push(key) === count) {
          return found;
        }
      }
    }
    return found;
  }

  /** Where the bits begin for a time, a kind, a key of one dimension, and another dimension; worked out once. */
  #start(time: number, kind: number, dimension: number, key: number, other: number): number {
    const sort = time * (this.views.kinds.length + 1) + (kind === ANYBODY ? this.views.kinds.length : kind);
    const starts = this.#starts[sort] ?? new Int32Array(this.#keys * this.#width);
    this.#starts[sort] = starts;
    const name = ((this.#begins[dimension] ?? 0) + key) * this.#width + other;
    const known = starts[name] ?? 0;
    if (known > 0) {
      return known - 1;
    }
    const start = this.#used;
    this.#used += this.#left[other]?.length ?? 0;
    if (this.#used > this.#bits.length) {
      const more = new Int32Array(Math.max(this.#bits.length * 2, this.#used));
      more.set(this.#bits);
      this.#bits = more;
    }
    starts[name] = start + 1;
    const view = viewOf(this.views, dimension, other);
    const ranks = this.#ranks[other] ?? this.#bits;
    for (const line of view.linesOf(dimension < other ? 0 : 1, key)) {
      if (kind === ANYBODY ? view.isNamed(line, time) : view.isCounted(line, time, kind)) {
        const rank = ranks[view.at(line)[dimension < other ? 1 : 0] ?? 0] ?? 0;
        const word = start + (rank >>> 5);
        this.#bits[word] = (this.#bits[word] ?? 0) | (1 << (rank & 31));
      }
    }
    return start;
  }
}

/** The view by two dimensions, whichever is named first. */
export const viewOf = (views: Views, dimension: number, other: number): View => (dimension < other ? views.two(dimension, other) : views.two(other, dimension));
