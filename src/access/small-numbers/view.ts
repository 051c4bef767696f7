import type { Kind } from '../../engine/people';
import { turn } from './turn';

/** People as they are read, one row for each time, place and kind. */
export interface CountedPeople {
  readonly time: string;
  /** One key for each dimension of the view. */
  readonly keys: readonly string[];
  readonly kind: Kind;
  readonly people: number;
}

/** Rows that are read between two turns of whatever else waits: a few milliseconds. */
const AT_ONCE = 4_096;
/** The line of a place that no line is for: nobody is there. */
export const NOWHERE = -1;

/** Puts a view together from rows as they come. */
export async function viewOf<Row>(dimensions: readonly string[], rows: readonly Row[], read: (row: Row) => CountedPeople): Promise<View> {
  const [times, kinds, keys] = [new Values<string>(rows.length), new Values<Kind>(rows.length), dimensions.map(() => new Values<string>(rows.length))];
  const people = new Float64Array(rows.length);
  for (const [index, row] of rows.entries()) {
    const one = read(row);
    times.put(index, one.time);
    kinds.put(index, one.kind);
    keys.forEach((values, dimension) => values.put(index, one.keys[dimension] ?? ''));
    people[index] = one.people;
    if (index % AT_ONCE === 0) {
      await turn();
    }
  }
  const view = new View(dimensions, times.sorted(), kinds.sorted(), keys.map((values) => values.sorted()));
  await view.hold({ times: times.numbers(), kinds: kinds.numbers(), keys: keys.map((values) => values.numbers()), people });
  return view;
}

/** A column of values by number: which it has, in order, and which each row has. */
class Values<T extends string | number> {
  readonly #found = new Map<T, number>();
  readonly #rows: Int32Array;

  constructor(rows: number) {
    this.#rows = new Int32Array(rows);
  }

  put(row: number, value: T): void {
    const number = this.#found.get(value) ?? this.#found.size;
    this.#found.set(value, number);
    this.#rows[row] = number;
  }

  sorted(): readonly T[] {
    return [...this.#found.keys()].sort((a, b) => (a < b ? -1 : 1));
  }

  /** By row, the number of its value among them in order. */
  numbers(): Int32Array {
    const places = new Map(this.sorted().map((value, index) => [value, index]));
    const ranks = Int32Array.from(this.#found.keys(), (value) => places.get(value) ?? 0);
    return this.#rows.map((number) => ranks[number] ?? 0);
  }
}

/** Rows of people as the numbers of what they have. */
interface Numbered {
  readonly times: Int32Array;
  readonly kinds: Int32Array;
  readonly keys: readonly Int32Array[];
  readonly people: Float64Array;
}

/**
 * Everybody of a table by time, by kind, and by the keys of some dimensions. A line is one place: a key of each dimension.
 * All go by number here, in arrays of numbers, and a cell is one number for all of them together, since every one is looked
 * at many times.
 */
export class View {
  /** Lines from nought up to this have people; those from here on have none, and swaps alone name them. */
  peopled = 0;
  /** How many lines have people, over all times. */
  places = 0;
  readonly #lines = new Map<number, number>();
  readonly #ats: (readonly number[])[] = [];
  readonly #strides: readonly number[];
  readonly #numbers: readonly ReadonlyMap<string, number>[];
  /** By line and time, where its kinds begin and end in the next two. */
  #begins = new Int32Array();
  #ends = new Int32Array();
  #kinds = new Int32Array();
  #people = new Float64Array();

  constructor(readonly dimensions: readonly string[], readonly times: readonly string[], readonly kinds: readonly Kind[], readonly keys: readonly (readonly string[])[]) {
    this.#numbers = keys.map((values) => new Map(values.map((value, index) => [value, index])));
    this.#strides = keys.map((_, index) => keys.slice(0, index).reduce((size, others) => size * others.length, 1));
  }

  /** Takes the people in, once. */
  async hold({ times, kinds, keys, people }: Numbered): Promise<void> {
    const ids = Float64Array.from(people, (_, row) => keys.reduce((id, numbers, index) => id + (numbers[row] ?? 0) * (this.#strides[index] ?? 0), 0));
    await turn();
    [...new Set(ids)].sort((a, b) => a - b).forEach((id) => this.#lineOf(id));
    this.peopled = this.#ats.length;
    const places = Int32Array.from(ids, (id, row) => this.#lineOf(id) * this.times.length + (times[row] ?? 0));
    await turn();
    this.#begins = new Int32Array(this.peopled * this.times.length + 1);
    places.forEach((place) => {
      this.#begins[place + 1] = (this.#begins[place + 1] ?? 0) + 1;
    });
    this.#begins.forEach((count, place) => {
      this.#begins[place] = count + (this.#begins[place - 1] ?? 0);
    });
    this.#ends = this.#begins.slice();
    this.#kinds = new Int32Array(people.length);
    this.#people = new Float64Array(people.length);
    await turn();
    places.forEach((place, row) => this.#put(place, kinds[row] ?? 0, people[row] ?? 0));
    this.places = this.#ends.reduce((count, end, place) => count + Number(end > (this.#begins[place] ?? 0)), 0);
  }

  /** Puts people of a kind in their place, with those who are there already, kinds in order. */
  #put(place: number, kind: number, people: number): void {
    const begin = this.#begins[place] ?? 0;
    let at = this.#ends[place] ?? 0;
    for (; at > begin && (this.#kinds[at - 1] ?? 0) >= kind; at -= 1) {
      if (this.#kinds[at - 1] === kind) {
        this.#people[at - 1] = (this.#people[at - 1] ?? 0) + people;
        return;
      }
    }
    const end = this.#ends[place] ?? 0;
    this.#kinds.copyWithin(at + 1, at, end);
    this.#people.copyWithin(at + 1, at, end);
    this.#kinds[at] = kind;
    this.#people[at] = people;
    this.#ends[place] = end + 1;
  }

  keyNumber(dimension: number, key: string): number | null {
    return this.#numbers[dimension]?.get(key) ?? null;
  }

  /** The key numbers of a line, by dimension. */
  at(line: number): readonly number[] {
    return this.#ats[line] ?? [];
  }

  keysOf(line: number): readonly string[] {
    return this.at(line).map((key, index) => this.keys[index]?.[key] ?? '');
  }

  /** The line of some keys; one without people where there is none yet. */
  lineAt(at: readonly number[]): number {
    return this.#lineOf(this.#idOf(at));
  }

  /** The line of some keys; NOWHERE where there is none. */
  lineFor(at: readonly number[]): number {
    return this.#lines.get(this.#idOf(at)) ?? NOWHERE;
  }

  #idOf(at: readonly number[]): number {
    let id = 0;
    for (let index = 0; index < at.length; index += 1) {
      id += (at[index] ?? 0) * (this.#strides[index] ?? 0);
    }
    return id;
  }

  #lineOf(id: number): number {
    const known = this.#lines.get(id);
    if (known !== undefined) {
      return known;
    }
    this.#lines.set(id, this.#ats.length);
    return this.#ats.push(this.#strides.map((stride, index) => Math.floor(id / stride) % (this.keys[index]?.length ?? 1))) - 1;
  }

  cell(line: number, time: number, kind: number): number {
    return (line * this.times.length + time) * this.kinds.length + kind;
  }

  /** The kinds of which people are at a line and time, in order. */
  kindsAt(line: number, time: number): Int32Array {
    const place = line * this.times.length + time;
    return line >= this.peopled ? NONE : this.#kinds.subarray(this.#begins[place], this.#ends[place]);
  }

  people(line: number, time: number, kind: number): number {
    if (line < 0 || line >= this.peopled) {
      return 0;
    }
    const place = line * this.times.length + time;
    const end = this.#ends[place] ?? 0;
    for (let index = this.#begins[place] ?? end; index < end; index += 1) {
      if (this.#kinds[index] === kind) {
        return this.#people[index] ?? 0;
      }
    }
    return 0;
  }

  peopleIn(cell: number): number {
    const place = Math.floor(cell / this.kinds.length);
    return this.people(Math.floor(place / this.times.length), place % this.times.length, cell % this.kinds.length);
  }
}

const NONE = new Int32Array();
