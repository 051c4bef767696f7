import type { Seen } from './swaps';
import { tracesOf, turnOf, type Swap } from './swap';
import type { View } from './view';

/** How many more of one count there are at a line of a view and a time in the second world of a swap. */
interface Change {
  readonly view: View;
  readonly line: number;
  readonly time: number;
  readonly count: number;
  readonly more: number;
}

/** How many more of some kinds a swap brings to a line, before it is said at which of its times. */
export function moreAt({ traces, lines }: Pick<Seen, 'traces' | 'lines'>, line: number, holds: Uint8Array): number {
  let more = 0;
  for (let index = 0; index < traces.length; index += 1) {
    const trace = traces[index];
    more += trace !== undefined && lines[index] === line && holds[trace.kind] === 1 ? trace.more : 0;
  }
  return more;
}

/**
 * Which swaps leave a doubt even to whoever knows that a hidden number is no nought unless noughts are hidden beside it: in
 * the one direction or the other, none of the numbers that it lowers comes to nought, but beside a nought that it raises in
 * the same total, or as a part of a total that comes to nought so itself.
 */
export class Sure {
  readonly #known = new WeakMap<Swap, boolean>();

  /** `shown`: the views that answers show. `counts`: each by number of a kind, 1 where it is counted. */
  constructor(private readonly shown: readonly View[], private readonly counts: readonly Uint8Array[]) {}

  isSure(swap: Swap): boolean {
    const known = this.#known.get(swap) ?? this.#isSure(this.#changes(swap));
    this.#known.set(swap, known);
    return known;
  }

  #isSure(changes: readonly Change[]): boolean {
    return [1, -1].some((turn) => {
      const ended = changes.filter(({ view, line, time, count, more }) => more * turn < 0 && this.#people(view, line, time, count) + more * turn < 1);
      const raised = ended.length === 0 ? [] : changes.filter(({ view, line, time, count, more }) => more * turn > 0 && this.#people(view, line, time, count) === 0);
      const isBeside = (one: Change): boolean => raised.some((other) => other.view === one.view && isOfSame(one, other) && sharesTotal(one, other));
      const isOfDoubtful = (one: Change): boolean => ended.some((whole) => whole.view.dimensions.length === 1 && isOfSame(one, whole) && isWhole(whole, one) && isBeside(whole));
      return ended.every((one) => this.#people(one.view, one.line, one.time, one.count) + one.more * turn === 0 && (isBeside(one) || isOfDoubtful(one)));
    });
  }

  #people(view: View, line: number, time: number, count: number): number {
    return view.counted(line, time, this.counts[count] ?? new Uint8Array());
  }

  #changes(swap: Swap): readonly Change[] {
    const changes: Change[] = [];
    for (const view of this.shown) {
      const traces = tracesOf(swap, swap.corners.length / swap.kinds.length, view.dimensions);
      const lines = traces.map(({ keys: [key = 0, other] }) => view.line(key, other));
      for (const line of new Set(lines)) {
        this.counts.forEach((holds, count) => {
          const more = moreAt({ traces, lines }, line, holds);
          swap.times.forEach((time, index) => more !== 0 && changes.push({ view, line, time, count, more: more * turnOf(index) }));
        });
      }
    }
    return changes;
  }
}

const isOfSame = (one: Change, other: Change): boolean => one.time === other.time && one.count === other.count;

/** Whether two numbers of one view are parts of one total. */
function sharesTotal({ view, line }: Change, other: Change): boolean {
  const [at, there] = [view.at(line), view.at(other.line)];
  return at.length === 1 || at.some((key, index) => key === there[index]);
}

/** Whether one number, by one dimension, is the whole of another, by two. */
function isWhole(whole: Change, { view, line }: Change): boolean {
  const index = view.dimensions.indexOf(whole.view.dimensions[0] ?? 0);
  return view.dimensions.length > 1 && index >= 0 && view.at(line)[index] === whole.view.at(whole.line)[0];
}
