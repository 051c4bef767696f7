import type { Kind } from '../../engine/people';
import { turn } from './turn';

/** People as they are read, one row for each time, place and kind. */
export interface CountedPeople {
  readonly time: string;
  /** One key for each dimension. */
  readonly keys: readonly string[];
  readonly kind: Kind;
  readonly people: number;
}

/** Rows of people as the numbers of what they have. */
export interface Numbered {
  readonly times: Int32Array;
  readonly kinds: Int32Array;
  readonly keys: readonly Int32Array[];
  readonly people: Float64Array;
}

/** The line of a place where nobody is. */
export const NOWHERE = -1;
/** So many counts are in the first of the two numbers that say which counts anybody at a place is in. */
const HALF = 30;
/** Combinations of keys of which each has its own place in a table of lines. */
const DENSE = 1_000_000;

/**
 * Everybody of a table by time, by kind, and by the keys of one dimension or two, each by its number. A line is one place: a
 * key of each dimension. All go by number here, in arrays of numbers, since every one is looked at many times.
 */
export class View {
  /** How many lines there are. */
  lines = 0;
  /** How many lines have people, over all times. */
  places = 0;
  readonly #lines = new Map<number, number>();
  /** By the same, one more than the line and 0 for none, where there are few enough. */
  #dense: Int32Array | null = null;
  readonly #ats: (readonly number[])[] = [];
  readonly #strides: readonly number[];
  /** By line and time, where its kinds begin and end in the next two. */
  #begins = new Int32Array();
  #ends = new Int32Array();
  #kinds = new Int32Array();
  #people = new Float64Array();
  /** By line and time, all who are there, and which counts they are in. */
  #totals = new Float64Array();
  #low = new Int32Array();
  #high = new Int32Array();

  constructor(readonly dimensions: readonly number[], readonly times: readonly string[], readonly kinds: readonly Kind[], readonly keys: readonly (readonly string[])[]) {
    this.#strides = keys.map((_, index) => keys.slice(0, index).reduce((size, others) => size * others.length, 1));
  }

  /** Takes the people in, once. */
  async hold({ times, kinds, keys, people }: Numbered): Promise<void> {
    const ids = Float64Array.from(people, (_, row) => keys.reduce((id, numbers, index) => id + (numbers[row] ?? 0) * (this.#strides[index] ?? 0), 0));
    [...new Set(ids)].sort((a, b) => a - b).forEach((id) => {
      this.#lines.set(id, this.#ats.length);
      this.#ats.push(this.#strides.map((stride, index) => Math.floor(id / stride) % (this.keys[index]?.length ?? 1)));
    });
    const size = this.keys.reduce((product, { length }) => product * length, 1);
    if (size <= DENSE) {
      const dense = new Int32Array(size);
      this.#lines.forEach((line, id) => {
        dense[id] = line + 1;
      });
      this.#dense = dense;
    }
    await turn();
    this.lines = this.#ats.length;
    const places = Int32Array.from(ids, (id, row) => this.place(this.#lines.get(id) ?? 0, times[row] ?? 0));
    this.#begins = new Int32Array(this.lines * this.times.length + 1);
    places.forEach((place) => {
      this.#begins[place + 1] = (this.#begins[place + 1] ?? 0) + 1;
    });
    this.#begins.forEach((count, place) => {
      this.#begins[place] = count + (this.#begins[place - 1] ?? 0);
    });
    this.#ends = this.#begins.slice();
    this.#kinds = new Int32Array(people.length);
    this.#people = new Float64Array(people.length);
    [this.#totals, this.#low, this.#high] = [new Float64Array(this.#begins.length), new Int32Array(this.#begins.length), new Int32Array(this.#begins.length)];
    await turn();
    places.forEach((place, row) => this.#put(place, kinds[row] ?? 0, people[row] ?? 0));
    this.places = this.#ends.reduce((count, end, place) => count + Number(end > (this.#begins[place] ?? 0)), 0);
  }

  /** Puts people of a kind in their place, with those who are there already, kinds in order. */
  #put(place: number, kind: number, people: number): void {
    const bits = this.kinds[kind] ?? 0;
    this.#totals[place] = (this.#totals[place] ?? 0) + people;
    this.#low[place] = (this.#low[place] ?? 0) | bits % 2 ** HALF;
    this.#high[place] = (this.#high[place] ?? 0) | Math.floor(bits / 2 ** HALF);
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

  /** The key numbers of a line, by dimension. */
  at(line: number): readonly number[] {
    return this.#ats[line] ?? [];
  }

  /** The line of some keys; NOWHERE where nobody is ever there. */
  line(key: number, other = 0): number {
    const id = key + other * (this.#strides[1] ?? 0);
    return this.#dense === null ? this.#lines.get(id) ?? NOWHERE : (this.#dense[id] ?? 0) - 1;
  }

  place(line: number, time: number): number {
    return line * this.times.length + time;
  }

  /** The kinds of which people are at a line and time, in order. */
  kindsAt(line: number, time: number): Int32Array {
    const place = this.place(line, time);
    return this.#kinds.subarray(this.#begins[place], this.#ends[place]);
  }

  people(line: number, time: number, kind: number): number {
    if (line === NOWHERE) {
      return 0;
    }
    const place = this.place(line, time);
    const end = this.#ends[place] ?? 0;
    for (let index = this.#begins[place] ?? end; index < end; index += 1) {
      if (this.#kinds[index] === kind) {
        return this.#people[index] ?? 0;
      }
    }
    return 0;
  }

  /** People of some kinds, by number of a kind 1 where it is counted. */
  counted(line: number, time: number, holds: Uint8Array): number {
    let people = 0;
    for (let index = line === NOWHERE ? Infinity : this.#begins[this.place(line, time)] ?? 0; index < (this.#ends[this.place(line, time)] ?? 0); index += 1) {
      people += holds[this.#kinds[index] ?? 0] === 1 ? this.#people[index] ?? 0 : 0;
    }
    return people;
  }

  /** Everybody at a line and time, whatever their kind. */
  total(line: number, time: number): number {
    return line === NOWHERE ? 0 : this.#totals[this.place(line, time)] ?? 0;
  }

  /** Whether every count that people of a kind are in has somebody there: then none of them is known to be nought. */
  isCounted(line: number, time: number, kind: number): boolean {
    if (line === NOWHERE) {
      return false;
    }
    const [place, bits] = [this.place(line, time), this.kinds[kind] ?? 0];
    const [low, high] = [bits % 2 ** HALF, Math.floor(bits / 2 ** HALF)];
    return ((this.#low[place] ?? 0) & low) === low && ((this.#high[place] ?? 0) & high) === high;
  }
}
