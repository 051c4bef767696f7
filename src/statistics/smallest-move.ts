/** A figure as it is judged: counted, over what it is divided by (1 for a count). */
export interface Counted {
  readonly numerator: number;
  readonly denominator: number;
}

/** Rounding of a product may be out by a unit either way: so many whole numbers are tried. */
const TRIED = 3;

/**
 * The smallest whole number by which a numerator must go down (`fewer`) or up (`more`), its denominator as it is, for
 * the figure to pass. The test is the caller's, so that the number meets a target by the very comparison by which a
 * figure is judged: what must be below 5% of 100 may be 4, and what may be 5% may be 5. 0 where it passes already; null
 * where no whole number that is left does.
 *
 * @param bound the value at which the test turns, in the figure's unit
 */
export function smallestMove({ numerator, denominator }: Counted, direction: 'fewer' | 'more', bound: number, passes: (value: number) => boolean): number | null {
  const sign = direction === 'more' ? 1 : -1;
  const about = Math.max(0, Math.floor(sign * (bound * denominator - numerator)) - 1);
  const tried = [0, ...Array.from({ length: TRIED + 1 }, (_, more) => about + more)];
  const smallest = tried.find((move) => passes((numerator + sign * move) / denominator));
  return smallest === undefined || (direction === 'fewer' && smallest > Math.ceil(numerator)) ? null : smallest;
}
