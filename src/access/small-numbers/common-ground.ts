import { KIND, type Meetings } from './meetings';
import { NOWHERE, type View } from './view';

/** Keys of each dimension that people are swapped from and to. */
type Swapped = readonly (readonly [from: number, to: number])[];

/**
 * Whether people of both keys of each dimension, and of both kinds, are found under one key of every other dimension, so
 * that no answer by that one parts them. Dimensions that settle one another are not other.
 */
export class CommonGround {
  /** Other dimensions. */
  readonly #others: readonly string[];
  /** By dimension and key, and by kind, what they are found with of each of the others. */
  readonly #ofKeys: (readonly Uint32Array[] | undefined)[][];
  readonly #ofKinds: (readonly Uint32Array[] | undefined)[] = [];
  /** What is known of swaps of one line, which are asked for one after the other. */
  readonly #known = new Map<number, boolean>();
  #line = NOWHERE;

  constructor(private readonly view: View, private readonly meetings: Meetings, dimensions: readonly string[]) {
    this.#ofKeys = view.dimensions.map(() => []);
    this.#others = dimensions.filter((id) => !view.dimensions.some((other) => other === id || meetings.settles(other, id) || meetings.settles(id, other)));
  }

  isShared(line: number, swapped: Swapped, kind: number, otherKind: number): boolean {
    if (line !== this.#line) {
      this.#known.clear();
      this.#line = line;
    }
    const kinds = this.view.kinds.length + 1;
    const name = swapped.reduce((sum, [, to], index) => sum * (this.view.keys[index]?.length ?? 1) + to, kind) * kinds + otherKind + 1;
    const known = this.#known.get(name) ?? this.#look(swapped, kind, otherKind);
    this.#known.set(name, known);
    return known;
  }

  #look(swapped: Swapped, kind: number, otherKind: number): boolean {
    const found = [
      ...swapped.flatMap(([from, to], dimension) => [this.#ofKey(dimension, from), this.#ofKey(dimension, to)]),
      ...[kind, otherKind].filter((one) => one !== NOWHERE).map((one) => this.#ofKind(one)),
    ];
    return this.#others.every((_, other) => {
      const [first = new Uint32Array(), ...rest] = found.map((bits) => bits[other] ?? new Uint32Array());
      return first.some((bits, index) => rest.reduce((left, one) => left & (one[index] ?? 0), bits) !== 0);
    });
  }

  #ofKey(dimension: number, key: number): readonly Uint32Array[] {
    const [id = '', name = ''] = [this.view.dimensions[dimension], this.view.keys[dimension]?.[key]];
    const known = this.#ofKeys[dimension]?.[key] ?? this.#others.map((other) => this.meetings.bits(id, name, other));
    const keys = this.#ofKeys[dimension];
    if (keys !== undefined) {
      keys[key] = known;
    }
    return known;
  }

  #ofKind(kind: number): readonly Uint32Array[] {
    const known = this.#ofKinds[kind] ?? this.#others.map((other) => this.meetings.bits(KIND, String(this.view.kinds[kind]), other));
    this.#ofKinds[kind] = known;
    return known;
  }
}
