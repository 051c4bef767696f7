import type { Steps } from './chosen';
import type { Line, View } from './view';

/** One small number: so many people of some kinds, at one time in one place. */
export interface Small {
  /** By the view's number of a kind, whether it is counted. */
  readonly holds: readonly boolean[];
  readonly line: Line;
  readonly time: number;
  readonly people: number;
}

/** How many more people a small number still wants to be able to have, and where swaps have taken them from so far. */
export class Spare {
  readonly #taken = new Map<number, number>();

  constructor(private readonly view: View, private readonly small: Small, public need: number) {}

  /** How many more a swap could make of the number: as many as are left where it takes people away. */
  room(steps: Steps): number {
    const from = this.#from(steps);
    return from.length === 0 ? 0 : Math.min(...from.map((cell) => this.view.people(cell) - (this.#taken.get(cell) ?? 0)));
  }

  /** Whether the number would be another with the swap. */
  parts(steps: Steps): boolean {
    return this.#from(steps).length > 0;
  }

  /** Takes what the swap has room for, and gives back how many. */
  take(steps: Steps): number {
    const room = Math.max(0, Math.min(this.room(steps), this.need));
    for (const cell of room === 0 ? [] : this.#from(steps)) {
      this.#taken.set(cell, (this.#taken.get(cell) ?? 0) + room);
    }
    this.need -= room;
    return room;
  }

  /** The cells that people leave when the number grows; none where the swap leaves it as it is. */
  #from({ cells, signs }: Steps): readonly number[] {
    const { holds, line, time } = this.small;
    let sum = 0;
    cells.forEach((cell, index) => {
      const place = this.view.placeOf(cell);
      sum += place.line === line.id && place.time === time && holds[place.kind] === true ? (signs[index] ?? 0) : 0;
    });
    return sum === 0 ? [] : cells.filter((_, index) => signs[index] !== Math.sign(sum));
  }
}
