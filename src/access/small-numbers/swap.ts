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
 * Whether an answer would tell a swap from none. What is not said of a corner is taken to be in the box, and a time of
 * which the box has only some days to be on either side: at worst, more is hidden.
 */
export function parts(box: Box, swap: Swap): boolean {
  let sum = 0;
  for (const { sign, kind, time, keys } of swap) {
    const during = box.during(time);
    if (during !== 'none' && box.holds(kind) && isIn(box, keys)) {
      if (during === 'part') {
        return true;
      }
      sum += sign;
    }
  }
  return sum !== 0;
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
