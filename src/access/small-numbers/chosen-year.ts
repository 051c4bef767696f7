import { chooseSwaps } from './choose';
import { countsAsked } from './counts-asked';
import type { Swap } from './swap';
import { viewsOf, type Columns } from './views';

/** What is chosen from, as another thread can be given it. */
export interface ToChoose {
  readonly people: Columns;
  /** How many counts there are, each a bit of a kind. */
  readonly counts: number;
  /** Counts of people from 1 to this are small. */
  readonly threshold: number;
  readonly isCensus: boolean;
}

export interface ChosenYear {
  readonly swaps: readonly Swap[];
  /** Dimensions, by id, by which nothing is shown, alone or two together. */
  readonly fine: readonly (readonly string[])[];
  /** Dimensions, by id, of which the keys of two tell the key of a third, as specialty and site tell the CMG; the same twice where one alone tells it. */
  readonly told: readonly (readonly [one: string, other: string, third: string])[];
}

export type Choose = (what: ToChoose) => Promise<ChosenYear>;

const NONE = new Int32Array();
const NOWHERE = -1;
/** Combinations of two keys of which each has its own place in a table. */
const DENSE = 100_000;

/** Chooses what is hidden of one year, here and now. */
export const chooseHere: Choose = async ({ people, counts, threshold, isCensus }) => {
  const views = await viewsOf(people);
  const { swaps, fine } = await chooseSwaps({ views, counts: countsAsked(counts, views.kinds), isCensus, threshold });
  return { swaps: swaps.all, fine: fine.map(({ dimensions }) => dimensions.map((dimension) => views.ids[dimension] ?? '')), told: toldBy(people) };
};

function toldBy({ numbering: { ids, keys }, rows }: Columns): ChosenYear['told'] {
  const dimensions = ids.map((_, index) => index);
  return dimensions.flatMap((one) => dimensions.slice(one).flatMap((other) => dimensions.flatMap((third) => {
    const [first = NONE, second = NONE, of = NONE] = [rows.keys[one], rows.keys[other], rows.keys[third]];
    const isTold = third !== one && third !== other && isOneEach(first, second, keys[other]?.length ?? 0, (keys[one]?.length ?? 0) * (keys[other]?.length ?? 0), of);
    return isTold ? [[ids[one] ?? '', ids[other] ?? '', ids[third] ?? ''] as const] : [];
  })));
}

/** Whether rows that are alike in two columns are so in a third. */
function isOneEach(first: Int32Array, second: Int32Array, stride: number, size: number, third: Int32Array): boolean {
  const known = new Map<number, number>();
  const dense = size <= DENSE ? new Int32Array(size).fill(NOWHERE) : null;
  for (let row = 0; row < third.length; row += 1) {
    const at = (first[row] ?? 0) * stride + (second[row] ?? 0);
    const [found, key] = [dense === null ? known.get(at) ?? NOWHERE : dense[at], third[row] ?? 0];
    if (found !== NOWHERE && found !== key) {
      return false;
    }
    if (dense === null) {
      known.set(at, key);
    } else {
      dense[at] = key;
    }
  }
  return true;
}
