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
}

export type Choose = (what: ToChoose) => Promise<ChosenYear>;

/** Chooses what is hidden of one year, here and now. */
export const chooseHere: Choose = async ({ people, counts, threshold, isCensus }) => {
  const views = await viewsOf(people);
  const { swaps, fine } = await chooseSwaps({ views, counts: countsAsked(counts, views.kinds), isCensus, threshold });
  return { swaps: swaps.all, fine: fine.map(({ dimensions }) => dimensions.map((dimension) => views.ids[dimension] ?? '')) };
};
