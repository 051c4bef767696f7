import type { Counted } from './smallest-move';

/** Rounding of a quotient may be out by a unit either way: so many whole numbers are tried. */
const TRIED = 3;

/**
 * The smallest whole number of those outside a share that must leave for the share to pass, the ones inside staying as
 * they are: numerator ÷ (denominator − x) reaches the bound at x = denominator − numerator ÷ bound. Those who leave a
 * waiting list are on it no more, so the list shrinks with them. The test is the caller's, as with `smallestMove`. 0 where
 * it passes already; null where it would not pass with all of them gone, or nobody were left.
 *
 * @param bound the value at which the test turns, from 0 to 1
 */
export function smallestClearing({ numerator, denominator }: Counted, bound: number, passes: (value: number) => boolean): number | null {
  if (denominator > 0 && passes(numerator / denominator)) {
    return 0;
  }
  const most = Math.min(denominator - numerator, denominator - 1);
  const about = Math.max(1, Math.floor(denominator - numerator / bound) - 1);
  return Array.from({ length: TRIED + 1 }, (_, more) => about + more).find((clear) => clear <= most && passes(numerator / (denominator - clear))) ?? null;
}
