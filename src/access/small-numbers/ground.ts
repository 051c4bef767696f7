import type { Views } from './views';

const NONE: readonly number[] = [];

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
    for (let other = 0; other < this.#bits.length; other += 1) {
      if (!dimensions.includes(other) && !this.#isSharedIn(other, dimensions, keys)) {
        return false;
      }
    }
    return true;
  }

  #isSharedIn(other: number, dimensions: readonly number[], keys: readonly (readonly number[])[]): boolean {
    const size = this.#bits[dimensions[0] ?? 0]?.[keys[0]?.[0] ?? 0]?.[other]?.length ?? 0;
    for (let word = 0; word < size; word += 1) {
      let left = -1;
      for (let index = 0; index < dimensions.length; index += 1) {
        const [dimension = 0, own = NONE] = [dimensions[index], keys[index]];
        for (let key = 0; key < own.length; key += 1) {
          left &= this.#bits[dimension]?.[own[key] ?? 0]?.[other]?.[word] ?? -1;
        }
      }
      if (left !== 0) {
        return true;
      }
    }
    return false;
  }
}
