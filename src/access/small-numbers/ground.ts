import type { Views } from './views';

/** Which keys of each dimension the keys of every other are ever found with, one bit each. */
export class Ground {
  /** By dimension, key and other dimension. */
  readonly #bits: readonly (readonly (readonly Int32Array[])[])[];

  constructor(views: Views) {
    const sizes = views.keys.map(({ length }) => length);
    const bits = sizes.map((size) => Array.from({ length: size }, () => sizes.map((other) => new Int32Array(Math.ceil(other / 32)))));
    const meet = (dimension: number, key: number, other: number, otherKey: number): void => {
      const words = bits[dimension]?.[key]?.[other];
      if (words !== undefined) {
        words[otherKey >>> 5] = (words[otherKey >>> 5] ?? 0) | (1 << (otherKey & 31));
      }
    };
    for (let dimension = 0; dimension < sizes.length; dimension += 1) {
      for (let other = dimension + 1; other < sizes.length; other += 1) {
        const view = views.two(dimension, other);
        for (let line = 0; line < view.lines; line += 1) {
          const [key = 0, otherKey = 0] = view.at(line);
          meet(dimension, key, other, otherKey);
          meet(other, otherKey, dimension, key);
        }
      }
    }
    this.#bits = bits;
  }

  /** Whether there is a key of every dimension but these with which all of their keys are found. */
  isShared(dimensions: readonly number[], keys: readonly (readonly number[])[]): boolean {
    return this.#bits.every((_, other) => {
      if (dimensions.includes(other)) {
        return true;
      }
      const found = dimensions.flatMap((dimension, index) => (keys[index] ?? []).map((key) => this.#bits[dimension]?.[key]?.[other] ?? new Int32Array()));
      return found[0]?.some((word, index) => found.reduce((left, words) => left & (words[index] ?? 0), word) !== 0) ?? true;
    });
  }
}
