import type { Kind } from '../../engine/people';
import { tracesOf, turnOf, type Swap, type Trace } from './swap';

/** What an answer is of: which kinds of people, when, and which keys of the dimensions that it is narrowed to. */
export interface Box {
  readonly holds: (kind: Kind) => boolean;
  /** Whether it holds a time, or only some days of it. */
  readonly during: (time: string) => 'whole' | 'part' | 'none';
  readonly places: ReadonlyMap<string, (key: string) => boolean>;
}

/** What the numbers of swaps stand for. */
export interface Numbering {
  readonly ids: readonly string[];
  readonly keys: readonly (readonly string[])[];
  readonly times: readonly string[];
  readonly kinds: readonly Kind[];
}

interface Traced {
  readonly swap: Swap;
  readonly traces: readonly Trace[];
}

/**
 * Whether answers narrowed by some dimensions would tell any of some swaps from none: whether they count more of those who
 * are brought than of those who are taken away.
 */
export class Parting {
  readonly #byTime: readonly Traced[][];

  constructor(private readonly numbering: Numbering, swaps: readonly Swap[], private readonly dimensions: readonly number[]) {
    const byTime = numbering.times.map((): Traced[] => []);
    for (const swap of swaps) {
      const traces = tracesOf(swap, numbering.ids.length, dimensions);
      for (const time of traces.length === 0 ? [] : swap.times) {
        byTime[time]?.push({ swap, traces });
      }
    }
    this.#byTime = byTime;
  }

  /** Of a time of which the box has only some days, nobody says on which day a corner stands: there a swap is parted wherever it might be. */
  parts(box: Box): boolean {
    const { ids, keys, times, kinds } = this.numbering;
    const during = times.map(box.during);
    const isCounted = kinds.map(box.holds);
    const isHeld = this.dimensions.map((dimension) => keys[dimension]?.map(box.places.get(ids[dimension] ?? '') ?? ((): boolean => true)) ?? []);
    const isParted = ({ swap, traces }: Traced): boolean => {
      const whole = swap.times.reduce((sum, time, index) => sum + (during[time] === 'whole' ? turnOf(index) : 0), 0);
      if (whole === 0 && !swap.times.some((time) => during[time] === 'part')) {
        return false;
      }
      return traces.reduce((sum, { keys: at, kind, more }) =>
        sum + (isCounted[kind] === true && at.every((key, index) => isHeld[index]?.[key] === true) ? more : 0), 0) !== 0;
    };
    return during.some((one, time) => one !== 'none' && this.#byTime[time]?.some(isParted) === true);
  }
}
