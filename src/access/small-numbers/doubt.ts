/** Two rows of a kind, by number, the first in one week and the second in another. */
export interface Pair {
  readonly those: number;
  readonly others: number;
  readonly from: number;
  readonly to: number;
  readonly kind: number;
}

/** So many people of both rows, who could as well have come in each other's weeks. */
export interface Exchange extends Pair {
  readonly people: number;
}

/** The exchange that hides least for each whom it moves of so many who are needed, of those it was shown. */
export class Best {
  one: Exchange | null = null;
  #hidden = Infinity;

  constructor(private readonly need: number) {}

  /** Whether nothing can be better. */
  get isBest(): boolean {
    return this.#hidden === 0 && this.one?.people === this.need;
  }

  isLess(hidden: number): boolean {
    return this.one === null ? hidden < Infinity : hidden / this.need < this.#hidden || (hidden === 0 && this.#hidden === 0);
  }

  take(pair: Pair, hidden: number, room: number): void {
    const people = Math.min(room, this.need);
    if (people > 0 && (this.one === null || hidden / people < this.#hidden || (hidden === 0 && this.#hidden === 0 && people > this.one.people))) {
      [this.one, this.#hidden] = [{ ...pair, people }, hidden / people];
    }
  }
}

/** What some exchanges leave in doubt of one number. Nobody is in two of them, so that any may be thought to have been, or none. */
export class Doubt {
  brought = 0;
  taken = 0;
  readonly #used: Float64Array;
  /** By dimension, then key, week and count: how many the exchanges take away. */
  readonly #gone: readonly Float64Array[];
  readonly #rows: number[] = [];
  readonly #places: (readonly [dimension: number, at: number])[] = [];

  constructor(private readonly people: Float64Array, sizes: readonly number[]) {
    this.#used = new Float64Array(people.length);
    this.#gone = sizes.map((size) => new Float64Array(size));
  }

  clear(): void {
    [this.brought, this.taken] = [0, 0];
    this.#rows.splice(0).forEach((row) => this.#used.fill(0, row, row + 1));
    this.#places.splice(0).forEach(([dimension, at]) => this.#gone[dimension]?.fill(0, at, at + 1));
  }

  /** How many of a row are in none of them. */
  left(row: number): number {
    return (this.people[row] ?? 0) - (this.#used[row] ?? 0);
  }

  gone(dimension: number, at: number): number {
    return this.#gone[dimension]?.[at] ?? 0;
  }

  go(dimension: number, at: number, people: number): void {
    this.#places.push([dimension, at]);
    this.#gone[dimension]?.fill(this.gone(dimension, at) + people, at, at + 1);
  }

  take({ those, others, people }: Exchange, isBrought: boolean): void {
    for (const row of [those, others]) {
      this.#rows.push(row);
      this.#used.fill((this.#used[row] ?? 0) + people, row, row + 1);
    }
    [this.brought, this.taken] = isBrought ? [this.brought + people, this.taken] : [this.brought, this.taken + people];
  }
}

/** A small number of a week. */
export interface Small {
  readonly dimension: number;
  readonly key: number;
  readonly time: number;
  readonly count: number;
  /** How many there are. */
  readonly few: number;
}
