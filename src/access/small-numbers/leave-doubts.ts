import type { Beside, Search } from './search';
import type { Small } from './spare';
import { foundByBounds } from './stars';
import { moreAt, Sure } from './sure';
import type { Swap } from './swap';
import type { Swaps } from './swaps';
import { turn } from './turn';
import type { View } from './view';
import { Least, leastHidden, WAYS, type Way } from './ways';

/** What is left in doubt, and by whom it may be swapped. */
export interface Doubting {
  /** Each count by number of a kind, 1 where it is counted. */
  readonly holds: readonly Uint8Array[];
  readonly times: number;
  readonly swaps: Swaps;
  /** Of the views that are shown, but for those by one key: that is the whole trust's number. */
  readonly small: ReadonlyMap<View, readonly Small[]>;
  readonly searchOf: (view: View) => Search;
}

/**
 * Adds a swap for each small number that no swap is seen at yet, so that no longer stretch less its other months gives it, and
 * for each that is found by whoever knows that noughts are shown: one that leaves a doubt to them too, if need be with a
 * nought that is hidden for it.
 */
export async function leaveDoubts({ holds, times, swaps, small, searchOf }: Doubting): Promise<void> {
  const shown = [...small.keys()];
  const sure = new Sure(shown, holds);
  const isSure = (swap: Swap): boolean => sure.isSure(swap);
  const searches = new Map<View, Search>();
  const leaveDoubt = (view: View, one: Small, wanted: readonly Wanted[]): void => {
    const search = searches.get(view) ?? searchOf(view);
    searches.set(view, search);
    const swap = firstOf(search, one, wanted);
    if (swap !== null) {
      swaps.add(swap);
    }
  };
  for (const [view, ones] of small) {
    for (const one of ones) {
      if (!isSeen(swaps, view, one)) {
        leaveDoubt(view, one, [isSure, () => true]);
      }
    }
  }
  const sorted = sortedBy(small, times);
  for (const [count, held] of holds.entries()) {
    for (let time = 0; time < times; time += 1) {
      const few = sorted.get(count * times + time);
      const found = few === undefined ? null : foundByBounds(shown, swaps, few, held, time);
      for (const [view, ones] of few ?? []) {
        for (const one of ones) {
          if (found?.has(one) === true && !isSeen(swaps, view, one, isSure)) {
            leaveDoubt(view, one, [isSure]);
          }
        }
      }
      await turn();
    }
  }
}

type Wanted = (swap: Swap) => boolean;

/** Whether a swap is seen at a small number that would make it another. */
const isSeen = (swaps: Swaps, view: View, { line, time, holds }: Small, fits: Wanted = () => true): boolean =>
  swaps.at(view, line, time).some((seen) => moreAt(seen, line, holds) !== 0 && fits(seen.swap));

/** Small numbers by count and time. */
function sortedBy(small: ReadonlyMap<View, readonly Small[]>, times: number): ReadonlyMap<number, ReadonlyMap<View, readonly Small[]>> {
  const sorted = new Map<number, Map<View, Small[]>>();
  for (const [view, ones] of small) {
    for (const one of ones) {
      const name = one.count * times + one.time;
      const byView = sorted.get(name) ?? new Map<View, Small[]>();
      sorted.set(name, byView);
      const few = byView.get(view) ?? [];
      byView.set(view, few);
      few.push(one);
    }
  }
  return sorted;
}

/** The first swap that is as wanted, by what is looked for first: what hides larger numbers comes after a nought that is hidden in their place. */
function firstOf(search: Search, small: Small, wanted: readonly Wanted[]): Swap | null {
  const by = (way: Way) => (best: Least) => search.candidates(small, way, 0, best);
  const beside = (who: Beside) => (best: Least) => search.lessening(small, best, who);
  const [near, others] = [WAYS.filter(({ lie }) => lie === 'together'), WAYS.filter(({ lie }) => lie !== 'together')];
  for (const fits of wanted) {
    for (const look of [...near.map(by), beside('nobody'), ...others.map(by), beside('somebody'), beside('anybody')]) {
      const best = new Least(1, fits);
      const found = leastHidden(look(best), best);
      if (found !== null) {
        return found.swap;
      }
    }
  }
  return null;
}
