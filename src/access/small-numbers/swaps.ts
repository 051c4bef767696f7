import { tracesOf, type Swap, type Trace } from './swap';
import type { View } from './view';
import type { Views } from './views';

const NONE: readonly Seen[] = [];

/** A swap as one place of a view sees it. */
export interface Seen {
  readonly swap: Swap;
  readonly traces: readonly Trace[];
}

/** The swaps of some people as they are chosen, each once, and where each view sees them. */
export class Swaps {
  readonly all: Swap[] = [];
  readonly #known = new Set<string>();
  readonly #seen = new Map<View, Map<number, Seen[]>>();

  constructor(private readonly views: Views, looked: readonly View[]) {
    looked.forEach((view) => this.#seen.set(view, new Map()));
  }

  add(swap: Swap): void {
    const name = [swap.corners.join(), swap.times.join(), swap.kinds.join('/')].join('|');
    if (this.#known.has(name)) {
      return;
    }
    this.#known.add(name);
    this.all.push(swap);
    for (const [view, places] of this.#seen) {
      const traces = tracesOf(swap, this.views.ids.length, view.dimensions);
      const seen = { swap, traces };
      for (const line of new Set(traces.map(({ keys: [key = 0, other] }) => view.line(key, other)))) {
        for (const time of swap.times) {
          const place = view.place(line, time);
          const before = places.get(place);
          if (before === undefined) {
            places.set(place, [seen]);
          } else {
            before.push(seen);
          }
        }
      }
    }
  }

  /** Those that a view sees at a line and time. */
  at(view: View, line: number, time: number): readonly Seen[] {
    return this.#seen.get(view)?.get(view.place(line, time)) ?? NONE;
  }
}
