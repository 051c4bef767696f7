import type { Period } from '../../calendar/period';
import type { Kind } from '../../engine/people';
import { tracesOf, turnOf, type Swap } from './swap';

/** What an answer is of: which kinds of people, when, and which keys of the dimensions that it is narrowed to. */
export interface Box {
  readonly holds: (kind: Kind) => boolean;
  /** Whether it holds a time, or only some days of it. */
  readonly during: (time: string) => 'whole' | 'part' | 'none';
  /** Its first day and its last; null for a census. */
  readonly days: Pick<Period, 'from' | 'to'> | null;
  readonly places: ReadonlyMap<string, (key: string) => boolean>;
}

/** What the numbers of swaps stand for. */
export interface Numbering {
  readonly ids: readonly string[];
  readonly keys: readonly (readonly string[])[];
  readonly times: readonly string[];
  readonly kinds: readonly Kind[];
}

/** A trace as it is kept: its kind, how many more, and a key of each dimension. There are a million of them, so that none is an object. */
const KIND = 0;
const MORE = 1;
const KEYS = 2;

/**
 * Whether answers narrowed by some dimensions would tell any of some swaps from none: whether they count more of those who
 * are brought than of those who are taken away.
 */
export class Parting {
  /** Those of which such answers see anything. */
  readonly #swaps: readonly Swap[];
  /** By time, the numbers of the swaps at it. */
  readonly #byTime: readonly Int32Array[];
  /** By swap, where its traces begin; last, where the last one's end. */
  readonly #begins: Int32Array;
  readonly #traces: Int32Array;
  readonly #length: number;

  constructor(private readonly numbering: Numbering, swaps: readonly Swap[], private readonly dimensions: readonly number[]) {
    const seen: Swap[] = [];
    const begins: number[] = [0];
    const traces: number[] = [];
    const byTime = numbering.times.map((): number[] => []);
    for (const swap of swaps) {
      const own = tracesOf(swap, numbering.ids.length, dimensions);
      if (own.length > 0) {
        swap.times.forEach((time) => byTime[time]?.push(seen.length));
        seen.push(swap);
        own.forEach(({ keys, kind, more }) => traces.push(kind, more, ...keys));
        begins.push(traces.length);
      }
    }
    this.#swaps = seen;
    this.#byTime = byTime.map((numbers) => Int32Array.from(numbers));
    this.#begins = Int32Array.from(begins);
    this.#traces = Int32Array.from(traces);
    this.#length = KEYS + dimensions.length;
  }

  /** Of a time of which the box has only some days, nobody says on which day a corner stands: there a swap is parted wherever it might be. */
  parts(box: Pick<Box, 'holds' | 'during' | 'places'>): boolean {
    const { ids, keys, times, kinds } = this.numbering;
    const during = times.map(box.during);
    const isCounted = kinds.map(box.holds);
    const isHeld = this.dimensions.map((dimension) => keys[dimension]?.map(box.places.get(ids[dimension] ?? '') ?? ((): boolean => true)) ?? []);
    const isIn = (trace: number): boolean => isCounted[this.#traces[trace + KIND] ?? 0] === true && isHeld.every((held, index) => held[this.#traces[trace + KEYS + index] ?? 0] === true);
    const isParted = (number: number): boolean => {
      const at = this.#swaps[number]?.times ?? [];
      const whole = at.reduce((sum, time, index) => sum + (during[time] === 'whole' ? turnOf(index) : 0), 0);
      if (whole === 0 && !at.some((time) => during[time] === 'part')) {
        return false;
      }
      let more = 0;
      for (let trace = this.#begins[number] ?? 0; trace < (this.#begins[number + 1] ?? 0); trace += this.#length) {
        more += isIn(trace) ? this.#traces[trace + MORE] ?? 0 : 0;
      }
      return more !== 0;
    };
    return during.some((one, time) => one !== 'none' && this.#byTime[time]?.some(isParted) === true);
  }
}
