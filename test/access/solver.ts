/** Large and prime; two of its numbers multiply without rounding. */
const PRIME = 67_108_859;

function inverse(value: number): number {
  let [a, b, x, y] = [value, PRIME, 1, 0];
  while (b !== 0) {
    const quotient = Math.floor(a / b);
    [a, b] = [b, a - quotient * b];
    [x, y] = [y, x - quotient * y];
  }
  return ((x % PRIME) + PRIME) % PRIME;
}

const inPrime = (row: readonly number[]): Float64Array => Float64Array.from(row, (value) => ((value % PRIME) + PRIME) % PRIME);

/** Everything that follows from some sums by adding and taking away, exactly: each sum a row of 0 and 1, one for each unknown. */
export class Solver {
  readonly #rows: (Float64Array | undefined)[];

  constructor(private readonly unknowns: number) {
    this.#rows = new Array<Float64Array | undefined>(unknowns);
  }

  /** What is left of a row once all that is known is taken off it; null where nothing is. */
  #rest(left: Float64Array, from = 0): { readonly at: number; readonly row: Float64Array } | null {
    for (let at = from; at < this.unknowns; at += 1) {
      const value = left[at] ?? 0;
      const known = this.#rows[at];
      if (value === 0) {
        continue;
      }
      if (known === undefined) {
        return { at, row: left };
      }
      for (let other = at; other < this.unknowns; other += 1) {
        left[other] = ((left[other] ?? 0) - ((value * (known[other] ?? 0)) % PRIME) + PRIME) % PRIME;
      }
    }
    return null;
  }

  learn(row: readonly number[]): void {
    const rest = this.#rest(inPrime(row));
    if (rest !== null) {
      const factor = inverse(rest.row[rest.at] ?? 1);
      this.#rows[rest.at] = rest.row.map((value) => (value * factor) % PRIME);
    }
  }

  knows(row: readonly number[]): boolean {
    return this.#rest(inPrime(row)) === null;
  }

  /** Whether one of the unknowns follows by itself. */
  knowsOne(at: number): boolean {
    const row = new Float64Array(this.unknowns);
    row[at] = 1;
    return this.#rest(row, at) === null;
  }
}
