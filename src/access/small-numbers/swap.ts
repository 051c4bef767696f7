import type { Kind } from './people';

/** People of one kind at one time and place: a place is one key for each dimension named. */
export interface Corner {
  /** Whether the swap brings a person there, or takes one away. */
  readonly sign: 1 | -1;
  readonly kind: Kind;
  /** The first of a month, or a census day. */
  readonly time: string;
  readonly keys: ReadonlyMap<string, string>;
}

/**
 * People who could as well have been the other way round. No answer that is shown parts them: each counts as many of
 * those who are brought as of those who are taken away, so that it is the same with the swap as without it.
 */
export type Swap = readonly Corner[];

/** What an answer is of: which kinds of people, when, and which keys of the dimensions that it is narrowed to. */
export interface Box {
  readonly holds: (kind: Kind) => boolean;
  /** Whether it holds a time, or only some days of it. */
  readonly during: (time: string) => 'whole' | 'part' | 'none';
  readonly places: ReadonlyMap<string, (key: string) => boolean>;
}

/**
 * Whether an answer would tell a swap from none. What is not said of a corner is taken to be in the box: at worst, more is
 * hidden. Of a time of which the box has only some days, nobody says on which day a corner stands: there a swap stays
 * whole only where those brought and those taken away at that time could be the same people on the same day.
 */
export function parts(box: Box, swap: Swap): boolean {
  let whole = 0;
  const someDays = new Map<string, number>();
  for (const { sign, kind, time, keys } of swap) {
    const during = box.during(time);
    if (during === 'none' || !box.holds(kind) || !isIn(box, keys)) {
      continue;
    }
    if (during === 'part') {
      someDays.set(time, (someDays.get(time) ?? 0) + sign);
    } else {
      whole += sign;
    }
  }
  return whole !== 0 || [...someDays.values()].some((sum) => sum !== 0);
}

function isIn({ places }: Box, keys: ReadonlyMap<string, string>): boolean {
  for (const [dimension, holds] of places) {
    const key = keys.get(dimension);
    if (key !== undefined && !holds(key)) {
      return false;
    }
  }
  return true;
}
