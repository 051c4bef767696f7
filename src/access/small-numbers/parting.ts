import { sign, type Chosen, type Swap } from './chosen';
import type { Meetings } from './meetings';
import type { Kind } from '../../engine/people';
import { placesOf } from './places';

/** What an answer is of: which kinds of people, when, and which keys of the dimensions that it is narrowed to. */
export interface Box {
  readonly holds: (kind: Kind) => boolean;
  /** Whether it holds a time, or only some days of it. */
  readonly during: (time: string) => 'whole' | 'part' | 'none';
  readonly places: ReadonlyMap<string, (key: string) => boolean>;
}

/** The keys of one dimension, and by line the number of its one; −1 where it is not said. */
interface Keyed {
  readonly keys: readonly string[];
  readonly ofLine: Int32Array;
}

/**
 * Whether answers would tell the swaps of a view from none. No answer that is shown parts people who are swapped: each
 * counts as many of those who are brought as of those who are taken away, so that it is the same with the swap as without it.
 */
export class Parting {
  readonly #byTime: readonly (readonly Swap[])[];
  readonly #times: ReadonlyMap<string, number>;
  readonly #keyed = new Map<string, Keyed>();
  readonly #lines: number;

  constructor(private readonly chosen: Chosen, private readonly meetings: Meetings) {
    const { view, swaps } = chosen;
    const byTime = view.times.map((): Swap[] => []);
    let lines = 0;
    for (const swap of swaps) {
      const times = new Set<number>();
      for (const cell of swap) {
        const place = Math.floor(cell / view.kinds.length);
        times.add(place % view.times.length);
        lines = Math.max(lines, Math.floor(place / view.times.length) + 1);
      }
      times.forEach((time) => byTime[time]?.push(swap));
    }
    this.#byTime = byTime;
    this.#lines = lines;
    this.#times = new Map(view.times.map((time, index) => [time, index]));
  }

  /**
   * Whether an answer parts any swap at these times. What is not said of a corner of one is taken to be in the box: at worst,
   * more is hidden. Of a time of which the box has only some days, nobody says on which day a corner stands: there a swap
   * stays whole only where those brought and those taken away at that time could be the same people on the same day.
   */
  parts(box: Box, times: readonly string[]): boolean {
    const { view } = this.chosen;
    const [kinds, during] = [Uint8Array.from(view.kinds, (kind) => Number(box.holds(kind))), view.times.map((time) => box.during(time))];
    const lines = this.#linesIn(box);
    const isParted = (swap: Swap): boolean => {
      let whole = 0;
      const someDays = new Map<number, number>();
      for (let index = 0; index < swap.length; index += 1) {
        const cell = swap[index] ?? 0;
        const place = Math.floor(cell / view.kinds.length);
        if (kinds[cell % view.kinds.length] !== 1 || lines[Math.floor(place / view.times.length)] !== 1) {
          continue;
        }
        const time = place % view.times.length;
        if (during[time] === 'whole') {
          whole += sign(index);
        } else if (during[time] === 'part') {
          someDays.set(time, (someDays.get(time) ?? 0) + sign(index));
        }
      }
      return whole !== 0 || [...someDays.values()].some((sum) => sum !== 0);
    };
    return times.some((time) => this.#byTime[this.#times.get(time) ?? -1]?.some(isParted) === true);
  }

  /** By line, 1 where it is in the box. */
  #linesIn({ places }: Box): Uint8Array {
    const lines = new Uint8Array(this.#lines).fill(1);
    for (const [dimension, holds] of places) {
      const { keys, ofLine } = this.#keysOf(dimension);
      const held = keys.map(holds);
      for (let line = 0; line < lines.length; line += 1) {
        const key = ofLine[line] ?? -1;
        if (key >= 0 && held[key] !== true) {
          lines[line] = 0;
        }
      }
    }
    return lines;
  }

  #keysOf(dimension: string): Keyed {
    const known = this.#keyed.get(dimension);
    if (known !== undefined) {
      return known;
    }
    const numbers = new Map<string, number>();
    const ofLine = Int32Array.from({ length: this.#lines }, (_, line) => {
      const key = placesOf(this.chosen.view, line, this.meetings).get(dimension);
      if (key !== undefined && !numbers.has(key)) {
        numbers.set(key, numbers.size);
      }
      return key === undefined ? -1 : numbers.get(key) ?? -1;
    });
    const found = { keys: [...numbers.keys()], ofLine };
    this.#keyed.set(dimension, found);
    return found;
  }
}
