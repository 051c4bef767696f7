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
  /** By the number of its keys together, one more than the line and 0 for none; where there are few enough. */
  #dense: Int32Array | null = null;
  /** The same where there are too many. */
  readonly #lines = new Map<number, number>();
  readonly #ats: (readonly number[])[] = [];
  /** By dimension and key, the lines with it. */
  readonly #linesOf: readonly (readonly number[][])[];
  /** Times the number of the second key, what is added to that of the first. */
  readonly #stride: number;
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
    this.#stride = keys[0]?.length ?? 0;
    this.#linesOf = keys.map(({ length }) => Array.from({ length }, () => []));
  }

  /** Takes the people in, once. */
  async hold({ times, kinds, keys: [first = new Int32Array(), second], people }: Numbered): Promise<void> {
    const rows = people.length;
    const ids = new Float64Array(rows);
    for (let row = 0; row < rows; row += 1) {
      ids[row] = (first[row] ?? 0) + (second?.[row] ?? 0) * this.#stride;
    }
    this.#number(ids);
    await turn();
    this.lines = this.#ats.length;
    const places = new Int32Array(rows);
    this.#begins = new Int32Array(this.lines * this.times.length + 1);
    for (let row = 0; row < rows; row += 1) {
      const place = this.place(this.#lineOf(ids[row] ?? 0), times[row] ?? 0);
      places[row] = place;
      this.#begins[place + 1] = (this.#begins[place + 1] ?? 0) + 1;
    }
    for (let place = 1; place < this.#begins.length; place += 1) {
      this.#begins[place] = (this.#begins[place] ?? 0) + (this.#begins[place - 1] ?? 0);
    }
    this.#ends = this.#begins.slice();
    this.#kinds = new Int32Array(rows);
    this.#people = new Float64Array(rows);
    [this.#totals, this.#low, this.#high] = [new Float64Array(this.#begins.length), new Int32Array(this.#begins.length), new Int32Array(this.#begins.length)];
    await turn();
    for (let row = 0; row < rows; row += 1) {
      this.#put(places[row] ?? 0, kinds[row] ?? 0, people[row] ?? 0);
    }
    for (let place = 0; place < this.#ends.length; place += 1) {
      this.places += Number((this.#totals[place] ?? 0) > 0);
    }
  }

  /** Numbers the lines in the order of their keys together, the last dimension first. */
  #number(ids: Float64Array): void {
    const size = this.keys.reduce((product, { length }) => product * length, 1);
    const dense = size <= DENSE ? new Int32Array(size) : null;
    if (dense === null) {
      ids.slice().sort().forEach((id) => {
        if (!this.#lines.has(id)) {
          this.#lines.set(id, this.#line(id));
        }
      });
      return;
    }
    for (const id of ids) {
      dense[id] = 1;
    }
    for (let id = 0; id < size; id += 1) {
      dense[id] = dense[id] === 0 ? 0 : this.#line(id) + 1;
    }
    this.#dense = dense;
  }

  /** A new line of some keys. */
  #line(id: number): number {
    const line = this.#ats.length;
    const at = this.dimensions.length === 1 ? [id] : [id % this.#stride, Math.floor(id / this.#stride)];
    at.forEach((key, dimension) => this.#linesOf[dimension]?.[key]?.push(line));
    this.#ats.push(at);
    return line;
  }

  #lineOf(id: number): number {
    return this.#dense === null ? this.#lines.get(id) ?? NOWHERE : (this.#dense[id] ?? 0) - 1;
  }

  /** Puts people of a kind in their place, with those who are there already, kinds in order. */
  #put(place: number, kind: number, people: number): void {
    const bits = this.kinds[kind] ?? 0;
    this.#totals[place] = (this.#totals[place] ?? 0) + (bits === 0 ? 0 : people);
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
    return this.#lineOf(key + other * this.#stride);
  }

  /** The lines with a key of the first of its dimensions, or of the second. */
  linesOf(dimension: 0 | 1, key: number): readonly number[] {
    return this.#linesOf[dimension]?.[key] ?? [];
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

  /** Tells of everybody on a line, by time and kind. */
  each(line: number, tell: (time: number, kind: number, people: number) => void): void {
    for (let time = 0; time < this.times.length; time += 1) {
      const place = this.place(line, time);
      for (let index = this.#begins[place] ?? 0; index < (this.#ends[place] ?? 0); index += 1) {
        tell(time, this.#kinds[index] ?? 0, this.#people[index] ?? 0);
      }
    }
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

  /** Whether answers name a line at a time: there are rows, though nobody may be counted in them. */
  isNamed(line: number, time: number): boolean {
    return line !== NOWHERE && (this.#ends[this.place(line, time)] ?? 0) > (this.#begins[this.place(line, time)] ?? 0);
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
