import { sign } from './swap';
import type { View } from './view';
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

/** Times and kinds of a corner. */
interface Sort {
  readonly times: readonly number[];
  readonly kinds: readonly number[];
  /** By key of any dimension and other dimension: which of its keys are found with it, worked out once. */
  readonly known: Map<number, Int32Array>;
}

/** A swap whose corners are being given keys. */
interface Placing extends Made {
  readonly lie: Lie;
  /** The key numbers of each corner, one corner after the other. */
  readonly corners: Int32Array;
  /** By corner. */
  readonly sorts: readonly Sort[];
  /** The number of every corner. */
  readonly all: readonly number[];
}

/** Keys of one dimension that are tried, and ways in all. */
const KEYS = 3;
const WAYS = 20;
/** Bits of one number of a set. */
const WORD = 32;
const NONE: readonly number[] = [];
/** The corners of a swap by number: all of two, all of four, and each alone. */
const PAIR = [0, 1] as const;
const SQUARE = [0, 1, 2, 3] as const;
const ALONE = [[0], [1], [2], [3]] as const;

/** Finds keys of every other dimension for the corners of a swap, none of which is known to have nobody. */
export class Corners {
  readonly #width: number;
  /** By dimension, its keys, those with most people first. */
  readonly #ranked: readonly (readonly number[])[];
  /** Dimensions, those with fewest keys first. */
  readonly #order: readonly number[];
  /** By one dimension or two, the others in that order. */
  readonly #besides = new Map<number, readonly number[]>();
  #ways = 0;
  /** By dimension, where its keys begin among all. */
  readonly #begins: readonly number[];
  readonly #sorts = new Map<number, Sort>();
  /** By dimension and key, its place among those with most people first. */
  readonly #ranks: readonly Int32Array[];
  /** By dimension, room for one bit for each of its keys. */
  readonly #left: readonly Int32Array[];

  constructor(private readonly views: Views, private readonly isFine: (view: View) => boolean) {
    this.#width = views.ids.length;
    this.#begins = views.keys.map((_, dimension) => views.keys.slice(0, dimension).reduce((sum, { length }) => sum + length, 0));
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
    this.#order = views.ids.map((_, dimension) => dimension).sort((a, b) => (views.keys[a]?.length ?? 0) - (views.keys[b]?.length ?? 0) || a - b);
  }

  /** Null where they cannot lie so. */
  place(made: Made, lie: Lie): Placed | null {
    const { dimensions, swapped, kinds } = made;
    const corners = new Int32Array(kinds.length * this.#width);
    const sorts: Sort[] = [];
    for (let corner = 0; corner < kinds.length; corner += 1) {
      for (let index = 0; index < dimensions.length; index += 1) {
        corners[corner * this.#width + (dimensions[index] ?? 0)] = swapped[index]?.[(corner >>> index) & 1] ?? 0;
      }
      const [first] = sorts;
      sorts.push(first !== undefined && kinds[corner] === kinds[0] ? first : this.#sort(made.times, kinds[corner] ?? NONE));
    }
    this.#ways = 0;
    const all = kinds.length === PAIR.length ? PAIR : SQUARE;
    const placing: Placing = { dimensions, swapped, times: made.times, kinds, lie, corners, sorts, all };
    const others = this.#others(dimensions);
    for (const dimension of others) {
      if (!(lie === 'together' ? this.#isFit(placing, all, dimension) : all.every((corner) => this.#isFit(placing, ALONE[corner] ?? NONE, dimension)))) {
        return null;
      }
    }
    const hidden = this.#fill(placing, dimensions, others);
    return hidden === null ? null : { corners, hidden };
  }

  /** The dimensions but for one or two. */
  #others(dimensions: readonly number[]): readonly number[] {
    const name = (dimensions[0] ?? 0) * this.#width + (dimensions[1] ?? dimensions[0] ?? 0);
    const found = this.#besides.get(name) ?? this.#order.filter((dimension) => !dimensions.includes(dimension));
    this.#besides.set(name, found);
    return found;
  }

  /** Everybody under one key at a time. */
  total(dimension: number, key: number, time: number): number {
    const view = this.views.one(dimension);
    return view.total(view.line(key), time);
  }

  /** Gives the corners keys of the dimensions that are left, and gives back how many are hidden by those; null where there are none. */
  #fill(placing: Placing, set: readonly number[], left: readonly number[]): number | null {
    const { corners, lie, all } = placing;
    const [dimension, ...rest] = left;
    this.#ways += 1;
    if (dimension === undefined) {
      return 0;
    }
    const fits = (these: readonly number[]): readonly number[] => this.#fits(placing, these, set, dimension);
    const give = (key: number, these: readonly number[]): void => these.forEach((corner) => {
      corners[corner * this.#width + dimension] = key;
    });
    const go = (): number | null => (this.#ways > WAYS ? null : this.#fill(placing, [...set, dimension], rest));
    for (const key of fits(all)) {
      give(key, all);
      const hidden = go();
      if (hidden !== null) {
        return hidden;
      }
    }
    const sides = lie === 'together' ? [] : placing.dimensions.map((_, index) => [0, 1].map((side) => all.filter((corner) => ((corner >>> index) & 1) === side)));
    for (const groups of lie === 'apart' ? [...sides, all.map((corner) => [corner])] : sides) {
      const found = groups.map(fits);
      for (let way = 0; way < KEYS && found.every((keys) => keys.length > 0); way += 1) {
        groups.forEach((these, index) => give(found[index]?.[Math.min(way, (found[index]?.length ?? 1) - 1)] ?? 0, these));
        const hidden = go();
        if (hidden !== null) {
          return hidden + this.#hides(placing, dimension, set);
        }
      }
    }
    return null;
  }

  /** The first few keys of a dimension, those with most people first, under which nobody knows of some corners that there is nobody. */
  #fits(placing: Placing, these: readonly number[], set: readonly number[], dimension: number): readonly number[] {
    return this.#isShared(placing, these, set, dimension) ? this.#keysOf(this.#left[dimension] ?? new Int32Array(), dimension) : NONE;
  }

  /** Whether there are such keys at all with the keys that the swap is made in. */
  #isFit(placing: Placing, these: readonly number[], dimension: number): boolean {
    return this.#isShared(placing, these, placing.dimensions, dimension);
  }

  /** Leaves the bits of a dimension that are set for all these corners and the keys of all these dimensions that they have; whether any are. */
  #isShared({ corners, sorts }: Placing, these: readonly number[], set: readonly number[], dimension: number): boolean {
    const left = this.#left[dimension] ?? new Int32Array();
    left.fill(-1);
    for (const corner of these) {
      const sort = sorts[corner];
      for (let index = 0; index < set.length && sort !== undefined; index += 1) {
        const other = set[index] ?? 0;
        if (!keepShared(left, this.#there(sort, other, corners[corner * this.#width + other] ?? 0, dimension))) {
          return false;
        }
      }
    }
    return true;
  }

  /** The first few keys of which the bits are set. */
  #keysOf(left: Int32Array, dimension: number): readonly number[] {
    const ranked = this.#ranked[dimension] ?? NONE;
    const found: number[] = [];
    for (let index = 0; index < left.length; index += 1) {
      for (let word = left[index] ?? 0; word !== 0; word &= word - 1) {
        const key = ranked[index * WORD + WORD - 1 - Math.clz32(word & -word)];
        if (key !== undefined && found.push(key) === KEYS) {
          return found;
        }
      }
    }
    return found;
  }

  #sort(times: readonly number[], kinds: readonly number[]): Sort {
    const count = this.views.kinds.length + 1;
    const name = (((times[0] ?? 0) * (this.views.times.length + 1) + (times[1] ?? -1) + 1) * count + (kinds[0] ?? 0)) * count + (kinds[1] ?? -1) + 1;
    const found = this.#sorts.get(name) ?? { times, kinds, known: new Map<number, Int32Array>() };
    this.#sorts.set(name, found);
    return found;
  }

  /** One bit for each key of a dimension, in the order of most people: set where every count of some kinds has somebody under it and a key of another. */
  #there(sort: Sort, dimension: number, key: number, other: number): Int32Array {
    const name = ((this.#begins[dimension] ?? 0) + key) * this.#width + other;
    let found = sort.known.get(name);
    if (found === undefined) {
      found = this.#bitsOf(sort, dimension, key, other);
      sort.known.set(name, found);
    }
    return found;
  }

  #bitsOf({ times, kinds }: Sort, dimension: number, key: number, other: number): Int32Array {
    const bits = new Int32Array(this.#left[other]?.length ?? 0);
    const view = this.#view(dimension, other);
    const ranks = this.#ranks[other] ?? bits;
    for (const line of view.linesOf(dimension < other ? 0 : 1, key)) {
      if (times.every((time) => kinds.every((kind) => view.isCounted(line, time, kind)))) {
        const rank = ranks[view.at(line)[dimension < other ? 1 : 0] ?? 0] ?? 0;
        bits[rank >>> 5] = (bits[rank >>> 5] ?? 0) | (1 << (rank & 31));
      }
    }
    return bits;
  }

  #view(dimension: number, other: number): View {
    return dimension < other ? this.views.two(dimension, other) : this.views.two(other, dimension);
  }

  /** People whom answers by a dimension that parts the corners no longer show. */
  #hides({ corners, kinds, times }: Placing, dimension: number, set: readonly number[]): number {
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

/** Leaves of a set what another has too; whether anything is left. */
function keepShared(left: Int32Array, other: Int32Array): boolean {
  let some = 0;
  for (let word = 0; word < left.length; word += 1) {
    const both = (left[word] ?? 0) & (other[word] ?? 0);
    left[word] = both;
    some |= both;
  }
  return some !== 0;
}
