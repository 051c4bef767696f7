import { tracesOf, type Swap, type Trace } from './swap';
import type { View } from './view';
import type { Views } from './views';

const NONE: readonly Seen[] = [];

/** A swap as one place of a view sees it. */
export interface Seen {
  readonly swap: Swap;
  readonly traces: readonly Trace[];
  /** By trace, the line that it is at. */
  readonly lines: readonly number[];
}

/** The swaps of some people as they are chosen, each once, and where each view sees them. */
export class Swaps {
  readonly all: Swap[] = [];
  readonly #known = new Set<string>();
  /** By view and time, where each line is seen. */
  readonly #seen = new Map<View, readonly Map<number, Seen[]>[]>();

  constructor(private readonly views: Views, looked: readonly View[]) {
    looked.forEach((view) => this.#seen.set(view, view.times.map(() => new Map<number, Seen[]>())));
  }

  add(swap: Swap): void {
    const name = [swap.corners.join(), swap.times.join(), swap.kinds.join('/')].join('|');
    if (this.#known.has(name)) {
      return;
    }
    this.#known.add(name);
    this.all.push(swap);
    for (const [view, byTime] of this.#seen) {
      const traces = tracesOf(swap, this.views.ids.length, view.dimensions);
      const lines = traces.map(({ keys: [key = 0, other] }) => view.line(key, other));
      const seen = { swap, traces, lines };
      for (const line of new Set(lines)) {
        for (const time of swap.times) {
          const places = byTime[time];
          const before = places?.get(line);
          if (before === undefined) {
            places?.set(line, [seen]);
          } else {
            before.push(seen);
          }
        }
      }
    }
  }

  /** Those that a view sees at a line and time. */
  at(view: View, line: number, time: number): readonly Seen[] {
    return this.#seen.get(view)?.[time]?.get(line) ?? NONE;
  }

  /** By line, those that a view sees at a time. */
  during(view: View, time: number): ReadonlyMap<number, readonly Seen[]> {
    return this.#seen.get(view)?.[time] ?? new Map<number, readonly Seen[]>();
  }
}
