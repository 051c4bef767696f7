import { FoundTogether, viewOf } from './found-together';
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
  /** By time and corner, the kinds that must be found there; those that are swapped, where it is not given. */
  readonly there?: readonly (readonly (readonly number[])[])[];
  /** Whether they are looked for until they are found: for who has nobody else to be swapped with. */
  readonly isThorough?: boolean;
}

export interface Placed {
  readonly corners: Int32Array;
  /** People in what is hidden by it in other views than its own. */
  readonly hidden: number;
}

/** A swap whose corners are being given keys. */
interface Placing extends Required<Made> {
  readonly lie: Lie;
  /** The key numbers of each corner, one corner after the other. */
  readonly corners: Int32Array;
  /** Its own dimensions, and then the others as they are given keys. */
  readonly order: readonly number[];
  readonly groups: Groups;
}

/** Corners by number, as they may have one key together. */
interface Groups {
  readonly all: readonly number[];
  readonly along: readonly (readonly (readonly number[])[])[];
  readonly apart: readonly (readonly (readonly number[])[])[];
}

/** Keys of one dimension that are tried, and ways in all. */
const KEYS = 3;
const WAYS = 20;
/** The same of what is looked for thoroughly. */
const ALL_KEYS = 64;
const MOST_WAYS = 4_000;
const NONE: readonly number[] = [];
const ENDS: readonly (readonly (readonly number[])[])[] = [[[0], [1]]];
const SIDES: readonly (readonly (readonly number[])[])[] = [[[0, 2], [1, 3]], [[0, 1], [2, 3]]];
const OF_TWO: Groups = { all: [0, 1], along: ENDS, apart: ENDS };
const OF_FOUR: Groups = { all: [0, 1, 2, 3], along: SIDES, apart: [...SIDES, [[0], [1], [2], [3]]] };
const ALONE = [[0], [1], [2], [3]] as const;

/** Finds keys of every other dimension for the corners of a swap, none of which is known to have nobody. */
export class Corners {
  readonly #width: number;
  /** Dimensions, those with fewest keys first. */
  readonly #order: readonly number[];
  /** By one dimension or two, those and then the others in that order. */
  readonly #orders = new Map<number, readonly number[]>();
  #ways = 0;
  #most = WAYS;
  readonly #found: FoundTogether;

  constructor(private readonly views: Views, private readonly isFine: (view: View) => boolean) {
    this.#width = views.ids.length;
    this.#found = new FoundTogether(views);
    this.#order = views.ids.map((_, dimension) => dimension).sort((a, b) => (views.keys[a]?.length ?? 0) - (views.keys[b]?.length ?? 0) || a - b);
  }

  /** Null where they cannot lie so. */
  place({ dimensions, swapped, times, kinds, there = times.map(() => kinds), isThorough = false }: Made, lie: Lie): Placed | null {
    const corners = new Int32Array(kinds.length * this.#width);
    for (let corner = 0; corner < kinds.length; corner += 1) {
      for (let index = 0; index < dimensions.length; index += 1) {
        corners[corner * this.#width + (dimensions[index] ?? 0)] = swapped[index]?.[(corner >>> index) & 1] ?? 0;
      }
    }
    const order = this.#orderOf(dimensions);
    const groups = kinds.length === OF_TWO.all.length ? OF_TWO : OF_FOUR;
    const placing: Placing = { dimensions, swapped, times, kinds, there, isThorough, lie, corners, order, groups };
    for (let depth = dimensions.length; depth < order.length; depth += 1) {
      if (lie === 'together' ? !this.#isShared(placing, groups.all, dimensions.length, order[depth] ?? 0)
        : groups.all.some((corner) => !this.#isShared(placing, ALONE[corner] ?? NONE, dimensions.length, order[depth] ?? 0))) {
        return null;
      }
    }
    this.#ways = 0;
    this.#most = isThorough ? MOST_WAYS : WAYS;
    const hidden = this.#fill(placing, dimensions.length);
    return hidden === null ? null : { corners, hidden };
  }

  #orderOf(dimensions: readonly number[]): readonly number[] {
    const name = (dimensions[0] ?? 0) * this.#width + (dimensions[1] ?? dimensions[0] ?? 0);
    const found = this.#orders.get(name) ?? [...dimensions, ...this.#order.filter((dimension) => !dimensions.includes(dimension))];
    this.#orders.set(name, found);
    return found;
  }

  /** Everybody under one key at a time. */
  total(dimension: number, key: number, time: number): number {
    const view = this.views.one(dimension);
    return view.total(view.line(key), time);
  }

  /** Gives the corners keys of the dimensions from one in their order on, and gives back how many are hidden by those; null where there are none. */
  #fill(placing: Placing, depth: number): number | null {
    const { lie, order, groups: { all, along, apart } } = placing;
    const dimension = order[depth];
    this.#ways += 1;
    if (dimension === undefined) {
      return 0;
    }
    for (const key of this.#fits(placing, all, depth, dimension)) {
      this.#give(placing, all, dimension, key);
      const hidden = this.#ways > this.#most ? null : this.#fill(placing, depth + 1);
      if (hidden !== null) {
        return hidden;
      }
    }
    for (const groups of lie === 'together' ? [] : lie === 'along' ? along : apart) {
      const found = groups.map((these) => this.#fits(placing, these, depth, dimension));
      for (let way = 0; way < KEYS && found.every((keys) => keys.length > 0); way += 1) {
        groups.forEach((these, index) => this.#give(placing, these, dimension, found[index]?.[Math.min(way, (found[index]?.length ?? 1) - 1)] ?? 0));
        const hidden = this.#ways > this.#most ? null : this.#fill(placing, depth + 1);
        if (hidden !== null) {
          return hidden + this.#hides(placing, dimension, depth);
        }
      }
    }
    return null;
  }

  #give({ corners }: Placing, these: readonly number[], dimension: number, key: number): void {
    for (const corner of these) {
      corners[corner * this.#width + dimension] = key;
    }
  }

  /** The first few keys of a dimension, those with most people first, under which nobody knows of some corners that there is nobody. */
  #fits(placing: Placing, these: readonly number[], depth: number, dimension: number): readonly number[] {
    return this.#isShared(placing, these, depth, dimension) ? this.#found.left(dimension, placing.isThorough ? ALL_KEYS : KEYS) : NONE;
  }

  /** Leaves the keys of a dimension under which all these corners may be with those that they have of the dimensions before one in their order; whether there are any. */
  #isShared({ corners, times, there, order }: Placing, these: readonly number[], depth: number, dimension: number): boolean {
    this.#found.begin(dimension);
    for (let index = 0; index < depth; index += 1) {
      const other = order[index] ?? 0;
      for (let one = 0; one < these.length; one += 1) {
        const corner = these[one] ?? 0;
        const key = corners[corner * this.#width + other] ?? 0;
        let isNew = true;
        for (let before = 0; before < one && isNew; before += 1) {
          const same = these[before] ?? 0;
          isNew = corners[same * this.#width + other] !== key || !isAlike(there, same, corner);
        }
        for (let time = 0; isNew && time < times.length; time += 1) {
          if (!this.#found.keep(dimension, times[time] ?? 0, there[time]?.[corner] ?? NONE, other, key)) {
            return false;
          }
        }
      }
    }
    return true;
  }

  /** People whom answers by a dimension that parts the corners no longer show. */
  #hides({ corners, kinds, times, order }: Placing, dimension: number, depth: number): number {
    const at = (corner: number, of: number): number => corners[corner * this.#width + of] ?? 0;
    const take = (view: View, lineOf: (corner: number) => number): number => {
      const more = new Map<number, number>();
      kinds.forEach((_, corner) => more.set(lineOf(corner), (more.get(lineOf(corner)) ?? 0) + sign(corner)));
      return this.isFine(view) ? 0 : [...more].reduce((sum, [line, one]) => sum + (one === 0 ? 0 : times.reduce((people, time) => people + view.total(line, time), 0)), 0);
    };
    const alone = this.views.one(dimension);
    return order.slice(0, depth).reduce((sum, other) => {
      const view = viewOf(this.views, other, dimension);
      return sum + take(view, (corner) => (other < dimension ? view.line(at(corner, other), at(corner, dimension)) : view.line(at(corner, dimension), at(corner, other))));
    }, take(alone, (corner) => alone.line(at(corner, dimension))));
  }
}

/** Whether the same kinds are wanted at two corners, at every time. */
function isAlike(there: Placing['there'], one: number, other: number): boolean {
  for (let time = 0; time < there.length; time += 1) {
    if (there[time]?.[one] !== there[time]?.[other]) {
      return false;
    }
  }
  return true;
}
