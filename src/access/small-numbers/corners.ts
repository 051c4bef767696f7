import { sign } from './swap';
import { NOWHERE, type View } from './view';
import type { Views } from './views';

/** How the corners of a swap may lie in dimensions that it is not made in: all under one key, or those of each key of one of its own, or each alone. */
export type Lie = 'together' | 'along' | 'apart';

/** What a swap is made of but for the keys of other dimensions. */
export interface Made {
  readonly dimensions: readonly number[];
  /** By dimension. */
  readonly swapped: readonly (readonly [from: number, to: number])[];
  readonly times: readonly number[];
  /** By corner. */
  readonly kinds: readonly (readonly number[])[];
}

export interface Placed {
  readonly corners: Int32Array;
  /** People in what is hidden by it in other views than its own. */
  readonly hidden: number;
}

/** Keys of one dimension that are tried, and ways in all. */
const KEYS = 3;
const WAYS = 20;

/** Finds keys of every other dimension for the corners of a swap, none of which is known to have nobody. */
export class Corners {
  readonly #width: number;
  /** By dimension, its keys, those with most people first. */
  readonly #ranked: readonly (readonly number[])[];
  /** Dimensions, those with fewest keys first. */
  readonly #order: readonly number[];
  #ways = 0;
  /** By dimension, where its keys begin among all. */
  readonly #begins: readonly number[];
  /** By key of any dimension, by other dimension: by times and kinds, which of its keys are found with it. */
  readonly #known: (Map<number, Uint8Array> | undefined)[] = [];

  constructor(private readonly views: Views, private readonly isFine: (view: View) => boolean) {
    this.#width = views.ids.length;
    this.#begins = views.keys.map((_, dimension) => views.keys.slice(0, dimension).reduce((sum, { length }) => sum + length, 0));
    this.#ranked = views.ids.map((_, dimension) => {
      const view = views.one(dimension);
      const people = (key: number): number => view.times.reduce((sum, _time, time) => sum + view.total(view.line(key), time), 0);
      const counted = view.keys[0]?.map((_key, key) => ({ key, people: people(key) })) ?? [];
      return counted.sort((a, b) => b.people - a.people || a.key - b.key).map(({ key }) => key);
    });
    this.#order = views.ids.map((_, dimension) => dimension).sort((a, b) => (views.keys[a]?.length ?? 0) - (views.keys[b]?.length ?? 0) || a - b);
  }

  /** Null where they cannot lie so. */
  place(made: Made, lie: Lie): Placed | null {
    const corners = new Int32Array(made.kinds.length * this.#width);
    made.dimensions.forEach((dimension, index) => made.kinds.forEach((_, corner) => {
      corners[corner * this.#width + dimension] = made.swapped[index]?.[(corner >>> index) & 1] ?? 0;
    }));
    this.#ways = 0;
    const others = this.#order.filter((dimension) => !made.dimensions.includes(dimension));
    const groups = lie === 'together' ? [made.kinds.map((_, corner) => corner)] : made.kinds.map((_, corner) => [corner]);
    if (others.some((dimension) => groups.some((these) => this.#fits(corners, made, these, made.dimensions, dimension, 1).length === 0))) {
      return null;
    }
    const hidden = this.#fill(corners, made, lie, [...made.dimensions], others);
    return hidden === null ? null : { corners, hidden };
  }

  /** Everybody under one key at a time. */
  total(dimension: number, key: number, time: number): number {
    const view = this.views.one(dimension);
    return view.total(view.line(key), time);
  }

  /** Gives the corners keys of the dimensions that are left, and gives back how many are hidden by those; null where there are none. */
  #fill(corners: Int32Array, made: Made, lie: Lie, set: readonly number[], left: readonly number[]): number | null {
    const [dimension, ...rest] = left;
    this.#ways += 1;
    if (dimension === undefined) {
      return 0;
    }
    const all = made.kinds.map((_, corner) => corner);
    const fits = (these: readonly number[]): readonly number[] => this.#fits(corners, made, these, set, dimension, KEYS);
    const give = (key: number, these: readonly number[]): void => these.forEach((corner) => {
      corners[corner * this.#width + dimension] = key;
    });
    const go = (): number | null => (this.#ways > WAYS ? null : this.#fill(corners, made, lie, [...set, dimension], rest));
    for (const key of fits(all)) {
      give(key, all);
      const hidden = go();
      if (hidden !== null) {
        return hidden;
      }
    }
    const sides = lie === 'together' ? [] : made.dimensions.map((_, index) => [0, 1].map((side) => all.filter((corner) => ((corner >>> index) & 1) === side)));
    for (const groups of lie === 'apart' ? [...sides, all.map((corner) => [corner])] : sides) {
      const found = groups.map(fits);
      for (let way = 0; way < KEYS && found.every((keys) => keys.length > 0); way += 1) {
        groups.forEach((these, index) => give(found[index]?.[Math.min(way, (found[index]?.length ?? 1) - 1)] ?? 0, these));
        const hidden = go();
        if (hidden !== null) {
          return hidden + this.#hides(corners, made, dimension, set);
        }
      }
    }
    return null;
  }

  /** The first few keys of a dimension under which nobody knows of some corners that there is nobody. */
  #fits(corners: Int32Array, { times, kinds }: Made, these: readonly number[], set: readonly number[], dimension: number, count: number): readonly number[] {
    const found: number[] = [];
    const known: Uint8Array[] = [];
    for (const corner of these) {
      for (const other of set) {
        known.push(this.#there(other, corners[corner * this.#width + other] ?? 0, dimension, times, kinds[corner] ?? []));
      }
    }
    for (const key of this.#ranked[dimension] ?? []) {
      let isThere = true;
      for (let index = 0; index < known.length && isThere; index += 1) {
        isThere = known[index]?.[key] === 1;
      }
      if (isThere && found.push(key) === count) {
        break;
      }
    }
    return found;
  }

  /** By key of one dimension, 1 where somebody is counted under it and a key of another, worked out once. */
  #there(dimension: number, key: number, other: number, times: readonly number[], kinds: readonly number[]): Uint8Array {
    const slot = ((this.#begins[dimension] ?? 0) + key) * this.#width + other;
    const known = this.#known[slot] ?? new Map<number, Uint8Array>();
    this.#known[slot] = known;
    const sorts = this.views.kinds.length + 1;
    const name = (((times[0] ?? 0) * (this.views.times.length + 1) + (times[1] ?? -1) + 1) * sorts + (kinds[0] ?? 0)) * sorts + (kinds[1] ?? -1) + 1;
    let found = known.get(name);
    if (found === undefined) {
      const size = this.views.keys[other]?.length ?? 0;
      found = new Uint8Array(size);
      for (let otherKey = 0; otherKey < size; otherKey += 1) {
        found[otherKey] = Number(this.#isThere(dimension, key, other, otherKey, times, kinds));
      }
      known.set(name, found);
    }
    return found;
  }

  #view(dimension: number, other: number): View {
    return dimension < other ? this.views.two(dimension, other) : this.views.two(other, dimension);
  }

  #isThere(dimension: number, key: number, other: number, otherKey: number, times: readonly number[], kinds: readonly number[]): boolean {
    const view = this.#view(dimension, other);
    const line = dimension < other ? view.line(key, otherKey) : view.line(otherKey, key);
    if (line === NOWHERE) {
      return false;
    }
    for (const time of times) {
      for (const kind of kinds) {
        if (!view.isCounted(line, time, kind)) {
          return false;
        }
      }
    }
    return true;
  }

  /** People whom answers by a dimension that parts the corners no longer show. */
  #hides(corners: Int32Array, { kinds, times }: Made, dimension: number, set: readonly number[]): number {
    const at = (corner: number, of: number): number => corners[corner * this.#width + of] ?? 0;
    const take = (view: View, lineOf: (corner: number) => number): number => {
      const more = new Map<number, number>();
      kinds.forEach((_, corner) => more.set(lineOf(corner), (more.get(lineOf(corner)) ?? 0) + sign(corner)));
      return this.isFine(view) ? 0 : [...more].reduce((sum, [line, one]) => sum + (one === 0 ? 0 : times.reduce((people, time) => people + view.total(line, time), 0)), 0);
    };
    const alone = this.views.one(dimension);
    return set.reduce((sum, other) => {
      const view = this.#view(other, dimension);
      return sum + take(view, (corner) => (other < dimension ? view.line(at(corner, other), at(corner, dimension)) : view.line(at(corner, dimension), at(corner, other))));
    }, take(alone, (corner) => alone.line(at(corner, dimension))));
  }
}
