/**
 * People who could as well have been the other way round: one more at some corners, one fewer at the others. A corner is a
 * key of every dimension, so that any answer whatever, however it is cut, either counts it or does not.
 */
export interface Swap {
  /** The key numbers of each corner, one corner after the other: two that differ, or each combination of two keys of two dimensions. */
  readonly corners: Int32Array;
  /** One time or two: what is brought at the first is taken away at the second. */
  readonly times: readonly number[];
  /** By corner, one kind or two, likewise. */
  readonly kinds: readonly (readonly number[])[];
}

const NONE: readonly number[] = [];

/** The same swaps in less room: the corners of all in one run of memory, and times and kinds that are alike only once. */
export function packed(swaps: readonly Swap[]): readonly Swap[] {
  const room = new Int32Array(swaps.reduce((sum, { corners }) => sum + corners.length, 0));
  const lists = new Map<string, readonly number[]>();
  const pairs = new Map<string, Swap['kinds']>();
  const once = <T>(known: Map<string, T>, name: string, value: () => T): T => {
    const found = known.get(name) ?? value();
    known.set(name, found);
    return found;
  };
  const list = (numbers: readonly number[]): readonly number[] => once(lists, numbers.join(), () => [...numbers]);
  let at = 0;
  return swaps.map(({ corners, times, kinds }) => {
    room.set(corners, at);
    at += corners.length;
    return { corners: room.subarray(at - corners.length, at), times: list(times), kinds: once(pairs, kinds.map((each) => each.join()).join('|'), () => kinds.map(list)) };
  });
}

/** Whether the corner of that number is one to which somebody is brought, or taken from. */
export const sign = (corner: number): 1 | -1 => (corner === 0 || corner === 3 ? 1 : -1);

/** The first of two is brought where the second is taken away. */
export const turnOf = (index: number): 1 | -1 => (index === 0 ? 1 : -1);

/** What an answer by some dimensions sees of a swap: keys of them, a kind, and how many more of it are there. */
export interface Trace {
  readonly keys: readonly number[];
  readonly kind: number;
  readonly more: number;
}

/** What answers by some dimensions, given by number, see of a swap; nothing where as many come as go under every key. */
export function tracesOf({ corners, kinds }: Swap, width: number, dimensions: readonly number[]): readonly Trace[] {
  const isSame = (one: number, other: number): boolean => isAlike(kinds[one] ?? NONE, kinds[other] ?? NONE)
    && dimensions.every((dimension) => corners[one * width + dimension] === corners[other * width + dimension]);
  if (isSame(0, 1) ? kinds.length === 2 || isSame(2, 3) : kinds.length > 2 && isSame(0, 2) && isSame(1, 3)) {
    return [];
  }
  const found: { keys: readonly number[]; kind: number; more: number }[] = [];
  for (const [corner, of] of kinds.entries()) {
    const keys = dimensions.map((dimension) => corners[corner * width + dimension] ?? 0);
    for (const [index, kind] of of.entries()) {
      const same = found.find((one) => one.kind === kind && one.keys.every((key, at) => key === keys[at]));
      if (same === undefined) {
        found.push({ keys, kind, more: sign(corner) * turnOf(index) });
      } else {
        same.more += sign(corner) * turnOf(index);
      }
    }
  }
  return found.filter(({ more }) => more !== 0);
}

const isAlike = (one: readonly number[], other: readonly number[]): boolean => one === other || (one.length === other.length && one.every((kind, index) => kind === other[index]));
