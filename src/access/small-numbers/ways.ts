import type { Candidate, Least, Way } from './search';

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
