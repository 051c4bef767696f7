import type { Lie } from './corners';
import type { Swap } from './swap';

/** A swap that is found, with how many could be swapped so and how many are hidden by it. */
export interface Candidate {
  readonly swap: Swap;
  readonly room: number;
  readonly hidden: number;
}

/** The swap that hides least, of those it was shown, for each whom it moves of so many who are needed. */
export class Least {
  one: Candidate | null = null;
  #worth = Infinity;

  /** `fits`: whether a swap will do at all. */
  constructor(readonly need: number, private readonly fits: (swap: Swap) => boolean = () => true) {}

  isLess(hidden: number, room: number): boolean {
    return hidden / Math.min(room, this.need) < this.#worth;
  }

  take(one: Candidate): void {
    if (this.isLess(one.hidden, one.room) && this.fits(one.swap)) {
      this.one = one;
      this.#worth = one.hidden / Math.min(one.room, this.need);
    }
  }
}

/** How a swap is looked for. */
export interface Way {
  readonly lie: Lie;
  /** Whether the corners beside may be of another kind: what only some keys have, as first appointments. */
  readonly isKindApart: boolean;
  /** Whether it is enough that somebody is counted at each corner, of whichever kind. */
  readonly isLoose: boolean;
  /** Whether people are swapped with those of one other key alone, and the totals of both keys are hidden with them. */
  readonly isOpen: boolean;
}

/** How swaps are looked for: first those that hide nothing else, last those that only just leave a doubt. */
export const WAYS: readonly Way[] = [
  { lie: 'together', isKindApart: false, isLoose: false, isOpen: false }, { lie: 'together', isKindApart: true, isLoose: false, isOpen: false },
  { lie: 'along', isKindApart: false, isLoose: false, isOpen: false }, { lie: 'along', isKindApart: true, isLoose: false, isOpen: false },
  { lie: 'apart', isKindApart: false, isLoose: false, isOpen: false }, { lie: 'apart', isKindApart: false, isLoose: true, isOpen: false },
  { lie: 'apart', isKindApart: true, isLoose: true, isOpen: false }, { lie: 'apart', isKindApart: false, isLoose: true, isOpen: true },
];

/** Of the first sort of swaps that has one with room enough, that which hides least for each whom it moves. */
export function leastHidden(sorts: Iterable<boolean>, best: Least): Candidate | null {
  for (const isEnough of sorts) {
    if (isEnough && best.one !== null) {
      break;
    }
  }
  return best.one;
}
