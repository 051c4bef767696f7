import { sign, type Swap } from './chosen';
import type { View } from './view';

/** One small number: so many people of some kinds, at one time in one place. */
export interface Small {
  /** By the view's number of a kind, 1 where it is counted. */
  readonly holds: Uint8Array;
  readonly line: number;
  readonly time: number;
  readonly people: number;
}

/** How many more people a small number still wants to be able to have, and where swaps have taken them from so far. */
export class Spare {
  #taken: Map<number, number> | null = null;

  constructor(private readonly view: View, private readonly small: Small, public need: number) {}

  /** How many more than are taken a cell has. */
  left(line: number, time: number, kind: number): number {
    const people = this.view.people(line, time, kind);
    return people === 0 || this.#taken === null ? people : people - (this.#taken.get(this.view.cell(line, time, kind)) ?? 0);
  }

  /** Whether the number would be another with the swap: where it brings as many as it takes away it is not. */
  parts(swap: Swap): boolean {
    return this.#turnOf(swap) !== 0;
  }

  /** Takes what the swap has room for, as many as are left where it takes people away, and gives back how many. */
  take(swap: Swap): number {
    const turn = this.#turnOf(swap);
    let room = turn === 0 ? 0 : this.need;
    for (let index = 0; room > 0 && index < swap.length; index += 1) {
      const cell = swap[index] ?? 0;
      room = sign(index) === turn ? room : Math.min(room, this.view.peopleIn(cell) - (this.#taken?.get(cell) ?? 0));
    }
    if (room <= 0) {
      return 0;
    }
    const taken = this.#taken ?? new Map<number, number>();
    this.#taken = taken;
    swap.forEach((cell, index) => {
      if (sign(index) !== turn) {
        taken.set(cell, (taken.get(cell) ?? 0) + room);
      }
    });
    this.need -= room;
    return room;
  }

  /** The sign of what people are brought by when the number grows. */
  #turnOf(swap: Swap): number {
    const { holds, line, time } = this.small;
    const kinds = this.view.kinds.length;
    const first = this.view.cell(line, time, 0);
    let sum = 0;
    for (let index = 0; index < swap.length; index += 1) {
      const kind = (swap[index] ?? 0) - first;
      sum += kind >= 0 && kind < kinds && holds[kind] === 1 ? sign(index) : 0;
    }
    return Math.sign(sum);
  }
}
