import type { Kind } from './people';

/** People as they are read, one row for each time, place and kind. */
export interface CountedPeople {
  readonly time: string;
  /** One key for each dimension of the view. */
  readonly keys: readonly string[];
  readonly kind: Kind;
  readonly people: number;
}

/** One place of a view: which key of each dimension, and which kinds are there at which times. */
export interface Line {
  readonly id: number;
  readonly at: readonly number[];
  readonly kinds: ReadonlyMap<number, readonly number[]>;
}

/**
 * Everybody of a table by time, by kind, and by the keys of some dimensions. All three go by number here, and a cell is
 * one number for all of them together, since every one is looked at many times.
 */
export class View {
  readonly times: readonly string[];
  readonly kinds: readonly Kind[];
  readonly keys: readonly (readonly string[])[];
  readonly lines: readonly Line[];
  readonly #people = new Map<number, number>();
  readonly #strides: readonly number[];
  readonly #index: readonly ReadonlyMap<string, number>[];

  constructor(readonly dimensions: readonly string[], rows: readonly CountedPeople[]) {
    this.times = distinct(rows.map(({ time }) => time));
    this.kinds = [...new Set(rows.map(({ kind }) => kind))].sort((a, b) => a - b);
    this.keys = dimensions.map((_, index) => distinct(rows.map(({ keys }) => keys[index] ?? '')));
    this.#index = this.keys.map(numbered);
    this.#strides = this.keys.map((_, index) => this.keys.slice(0, index).reduce((size, keys) => size * keys.length, 1));
    const [times, kinds] = [numbered(this.times), new Map(this.kinds.map((kind, index) => [kind, index]))];
    const lines = new Map<number, { id: number; at: readonly number[]; kinds: Map<number, number[]> }>();
    for (const row of rows) {
      const at = row.keys.map((key, index) => this.#index[index]?.get(key) ?? 0);
      const [id, time, kind] = [this.lineAt(at), times.get(row.time) ?? 0, kinds.get(row.kind) ?? 0];
      const line = lines.get(id) ?? { id, at, kinds: new Map<number, number[]>() };
      const cell = this.cell(id, time, kind);
      const before = this.#people.get(cell);
      if (before === undefined) {
        line.kinds.set(time, [...(line.kinds.get(time) ?? []), kind]);
      }
      this.#people.set(cell, (before ?? 0) + row.people);
      lines.set(id, line);
    }
    this.lines = [...lines.values()].sort((a, b) => a.id - b.id);
  }

  lineAt(at: readonly number[]): number {
    return at.reduce((id, key, index) => id + key * (this.#strides[index] ?? 0), 0);
  }

  keyNumber(dimension: number, key: string): number | null {
    return this.#index[dimension]?.get(key) ?? null;
  }

  /** The line with another key of one dimension. */
  moved(line: number, dimension: number, from: number, to: number): number {
    return line + (to - from) * (this.#strides[dimension] ?? 0);
  }

  cell(line: number, time: number, kind: number): number {
    return (line * this.times.length + time) * this.kinds.length + kind;
  }

  placeOf(cell: number): { readonly line: number; readonly time: number; readonly kind: number } {
    const stood = Math.floor(cell / this.kinds.length);
    return { line: Math.floor(stood / this.times.length), time: stood % this.times.length, kind: cell % this.kinds.length };
  }

  keysOf(line: number): readonly string[] {
    return this.keys.map((keys, index) => keys[Math.floor(line / (this.#strides[index] ?? 1)) % keys.length] ?? '');
  }

  people(cell: number): number {
    return this.#people.get(cell) ?? 0;
  }
}

const distinct = (values: readonly string[]): readonly string[] => [...new Set(values)].sort();
const numbered = (values: readonly string[]): ReadonlyMap<string, number> => new Map(values.map((value, index) => [value, index]));
