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
  const counted: CountedPeople[] = [];
  const [times, kinds, keys] = [new Set<string>(), new Set<Kind>(), dimensions.map(() => new Set<string>())];
  for (const row of rows) {
    const one = read(row);
    times.add(one.time);
    kinds.add(one.kind);
    keys.forEach((known, index) => known.add(one.keys[index] ?? ''));
    if (counted.push(one) % AT_ONCE === 0) {
      await turn();
    }
  }
  const view = new View(dimensions, [...times].sort(), [...kinds].sort((a, b) => a - b), keys.map((known) => [...known].sort()));
  await view.hold(counted);
  return view;
}

/**
 * Everybody of a table by time, by kind, and by the keys of some dimensions. A line is one place: a key of each dimension.
 * All go by number here, in arrays of numbers, and a cell is one number for all of them together, since every one is looked
 * at many times.
 */
export class View {
  /** Lines from nought up to this have people; those from here on have none, and swaps alone name them. */
  peopled = 0;
  readonly #lines = new Map<number, number>();
  readonly #ats: (readonly number[])[] = [];
  readonly #strides: readonly number[];
  readonly #numbers: readonly ReadonlyMap<string, number>[];
  /** By line and time, the number of their place; −1 where nobody is. */
  #places = new Int32Array();
  /** By place, where its kinds begin in the next two. */
  #begins = new Int32Array();
  #kinds = new Int32Array();
  #people = new Float64Array();

  constructor(readonly dimensions: readonly string[], readonly times: readonly string[], readonly kinds: readonly Kind[], readonly keys: readonly (readonly string[])[]) {
    this.#numbers = keys.map(numbered);
    this.#strides = keys.map((_, index) => keys.slice(0, index).reduce((size, others) => size * others.length, 1));
  }

  /** Takes the people in, once. */
  async hold(counted: readonly CountedPeople[]): Promise<void> {
    const [times, kinds] = [numbered(this.times), new Map(this.kinds.map((kind, index) => [kind, index]))];
    const sums = new Map<number, number>();
    for (const [index, { time, keys, kind, people }] of counted.entries()) {
      const id = keys.reduce((sum, key, dimension) => sum + (this.keyNumber(dimension, key) ?? 0) * (this.#strides[dimension] ?? 0), 0);
      const code = (id * this.times.length + (times.get(time) ?? 0)) * this.kinds.length + (kinds.get(kind) ?? 0);
      sums.set(code, (sums.get(code) ?? 0) + people);
      if (index % AT_ONCE === 0) {
        await turn();
      }
    }
    const codes = Float64Array.from(sums.keys()).sort();
    this.#kinds = new Int32Array(codes.length);
    this.#people = Float64Array.from(codes, (code) => sums.get(code) ?? 0);
    const [stood, begins]: [number[], number[]] = [[], []];
    codes.forEach((code, index) => {
      const place = Math.floor(code / this.kinds.length);
      const line = this.#lineOf(Math.floor(place / this.times.length));
      const at = line * this.times.length + place % this.times.length;
      if (stood.at(-1) !== at) {
        stood.push(at);
        begins.push(index);
      }
      this.#kinds[index] = code % this.kinds.length;
    });
    this.peopled = this.#ats.length;
    this.#begins = Int32Array.from([...begins, codes.length]);
    this.#places = new Int32Array(this.peopled * this.times.length).fill(-1);
    stood.forEach((at, place) => {
      this.#places[at] = place;
    });
  }

  /** Places and times that have people. */
  get places(): number {
    return this.#begins.length - 1;
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

  /** The line of some keys; NOWHERE where there is none. */
  lineFor(at: readonly number[]): number {
    return this.#lines.get(this.#idOf(at)) ?? NOWHERE;
  }

  cell(line: number, time: number, kind: number): number {
    return (line * this.times.length + time) * this.kinds.length + kind;
  }

  /** The kinds of which people are at a line and time, in order. */
  kindsAt(line: number, time: number): Int32Array {
    const place = line >= this.peopled ? -1 : this.#places[line * this.times.length + time] ?? -1;
    return place < 0 ? NONE : this.#kinds.subarray(this.#begins[place], this.#begins[place + 1]);
  }

  people(line: number, time: number, kind: number): number {
    const place = line < 0 || line >= this.peopled ? -1 : this.#places[line * this.times.length + time] ?? -1;
    if (place < 0) {
      return 0;
    }
    const end = this.#begins[place + 1] ?? 0;
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
const numbered = (values: readonly string[]): ReadonlyMap<string, number> => new Map(values.map((value, index) => [value, index]));
