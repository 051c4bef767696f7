import { turnOf } from './swap';
import type { Seen } from './swaps';
import { NOWHERE, type View } from './view';

/** One small number: so many people of some kinds, at one time in one place. */
export interface Small {
  /** By number of a kind, 1 where it is counted. */
  readonly holds: Uint8Array;
  /** The number of the count that it is one of. */
  readonly count: number;
  readonly line: number;
  readonly time: number;
  readonly people: number;
  /** Other times that are far enough off: from the one to the other are more than are small, so that no few months together are. */
  readonly far: Uint8Array;
}

/** How many more people a small number still wants to be able to have, and where swaps have taken them from so far. */
export class Spare {
  readonly #taken = new Map<number, number>();
  /** Whether it could be another number at all. */
  isParted = false;

  constructor(private readonly view: View, private readonly small: Small, public need: number, private readonly together: number) {}

  /** Takes what a swap has room for: as many as there are in the view wherever it takes people away. */
  take({ swap: { times }, traces }: Seen): void {
    const { view, small } = this;
    const lines = traces.map(({ keys: [key = 0, other] }) => view.line(key, other));
    const here = traces.reduce((sum, { kind, more }, index) => sum + (lines[index] === small.line && small.holds[kind] === 1 ? more : 0), 0);
    const turn = here * turnOf(times.indexOf(small.time));
    if (turn === 0 || times.some((time) => time !== small.time && small.far[time] !== 1)) {
      return;
    }
    const isWithFew = traces.some(({ more }, index) => more * here < 0 && isFew(view, small, lines[index] ?? NOWHERE, this.together));
    if (isWithFew) {
      return;
    }
    this.isParted = true;
    const cells: number[] = [];
    let room = this.need;
    for (let index = 0; index < traces.length; index += 1) {
      const { kind = 0, more = 0 } = traces[index] ?? {};
      const line = lines[index] ?? NOWHERE;
      for (let timeIndex = 0; timeIndex < times.length; timeIndex += 1) {
        const time = times[timeIndex] ?? 0;
        if (more * turnOf(timeIndex) * turn < 0) {
          const cell = view.place(line, time) * view.kinds.length + kind;
          room = Math.min(room, view.people(line, time, kind) - (this.#taken.get(cell) ?? 0));
          cells.push(cell);
        }
      }
    }
    if (room > 0) {
      cells.forEach((cell) => this.#taken.set(cell, (this.#taken.get(cell) ?? 0) + room));
      this.need -= room;
    }
  }
}

/** Whether a small number and another place have no more between them than may be together. */
export const isFew = (view: View, { line, time, holds, people }: Small, other: number, together: number): boolean =>
  line !== other && people + view.counted(other, time, holds) <= together;
