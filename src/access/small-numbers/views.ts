import { turn } from './turn';
import { View, type CountedPeople, type Numbered } from './view';
import type { Numbering } from './parting';
import type { Kind } from '../../engine/people';

/** Rows that are read between two turns of whatever else waits: a few milliseconds. */
const AT_ONCE = 4_096;

/** Everybody of a table within some times, by each dimension and by every two. All views number alike. */
export interface Views extends Numbering {
  readonly one: (dimension: number) => View;
  /** By two, the lower number first. */
  readonly two: (dimension: number, other: number) => View;
}

/** People as rows of numbers, to be handed to another thread as they are: each number that of a value among `keys`, `times` or `kinds`, which are in order. */
export interface Columns {
  readonly numbering: Numbering;
  readonly rows: Numbered;
}

/** Numbers rows as they come, which have a key for each of `ids`. */
export async function columnsOf<Row>(ids: readonly string[], rows: readonly Row[], read: (row: Row) => CountedPeople): Promise<Columns> {
  const [time, kind, keyed] = [new Values<string>(rows.length), new Values<Kind>(rows.length), ids.map(() => new Values<string>(rows.length))];
  const people = new Float64Array(rows.length);
  for (const [index, row] of rows.entries()) {
    const one = read(row);
    time.put(index, one.time);
    kind.put(index, one.kind);
    keyed.forEach((values, dimension) => values.put(index, one.keys[dimension] ?? ''));
    people[index] = one.people;
    if (index % AT_ONCE === 0) {
      await turn();
    }
  }
  return {
    numbering: { ids, keys: keyed.map((values) => values.sorted()), times: time.sorted(), kinds: kind.sorted() },
    rows: { times: time.numbers(), kinds: kind.numbers(), keys: keyed.map((values) => values.numbers()), people },
  };
}

/** Puts every view of some people together. */
export async function viewsOf({ numbering, rows }: Columns): Promise<Views> {
  const { ids } = numbering;
  const views: View[][] = [];
  for (let dimension = 0; dimension < ids.length; dimension += 1) {
    const found: View[] = [];
    for (let other = dimension; other < ids.length; other += 1) {
      found.push(await viewBy(numbering, rows, other === dimension ? [dimension] : [dimension, other]));
    }
    views.push(found);
  }
  const known = (dimension: number, other: number): View => {
    const view = views[dimension]?.[other - dimension];
    if (view === undefined) {
      throw new Error(`no view by dimensions ${String(dimension)} and ${String(other)}`);
    }
    return view;
  };
  return { ...numbering, one: (dimension) => known(dimension, dimension), two: known };
}

async function viewBy({ times, kinds, keys }: Numbering, numbered: Numbered, dimensions: readonly number[]): Promise<View> {
  const view = new View(dimensions, times, kinds, dimensions.map((dimension) => keys[dimension] ?? []));
  await view.hold({ ...numbered, keys: dimensions.map((dimension) => numbered.keys[dimension] ?? new Int32Array()) });
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
