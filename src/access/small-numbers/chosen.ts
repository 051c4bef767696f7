import type { View } from './view';

/**
 * A swap within one view, by its cells: people who could as well have been the other way round. One person is brought to
 * each cell or taken away, in turn, as `sign` says.
 */
export type Swap = Int32Array;

/** Whether a swap brings a person to the cell of that number, or takes one away: every doubling of a swap turns it round. */
export const sign = (index: number): 1 | -1 => (((index ^ (index >>> 1) ^ (index >>> 2) ^ (index >>> 3) ^ (index >>> 4)) & 1) === 0 ? 1 : -1);

const NONE: readonly Swap[] = [];

/** The swaps of a view as they are chosen, each once. */
export class Chosen {
  readonly swaps: Swap[] = [];
  readonly #known = new Set<string>();
  readonly #touching = new Map<number, Swap[]>();

  constructor(readonly view: View) {}

  add(swap: Swap): void {
    const name = nameOf(swap);
    if (this.#known.has(name)) {
      return;
    }
    this.#known.add(name);
    this.swaps.push(swap);
    const places: number[] = [];
    for (const cell of swap) {
      const place = Math.floor(cell / this.view.kinds.length);
      if (!places.includes(place)) {
        places.push(place);
        const before = this.#touching.get(place);
        if (before === undefined) {
          this.#touching.set(place, [swap]);
        } else {
          before.push(swap);
        }
      }
    }
  }

  /** Those that touch a line at a time. */
  at(line: number, time: number): readonly Swap[] {
    return this.#touching.get(line * this.view.times.length + time) ?? NONE;
  }
}

/** A swap and its opposite are one. */
function nameOf(swap: Swap): string {
  const cells = swap.slice().sort();
  const turn = sign(swap.indexOf(cells[0] ?? 0));
  let signs = 0;
  cells.forEach((cell, index) => {
    signs |= sign(swap.indexOf(cell)) === turn ? 1 << index : 0;
  });
  return `${cells.join()}|${signs}`;
}
