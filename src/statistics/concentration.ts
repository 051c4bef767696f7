/** A part's two sums, or its count with nothing below. */
export interface MissingPart {
  readonly numerator: number;
  readonly denominator: number | null;
}

/** The part that most of a missed target comes from. */
export interface Concentration {
  /** Its place among the parts. */
  readonly at: number;
  /** Its share, from 0 to 1, of what is over (or short) in all the parts that miss the target. */
  readonly share: number;
  /** What it is over (or short) by itself, in the unit of the numerator. */
  readonly excess: number;
}

/** A half and more is most of it; fewer than ten over are too few to say so of. */
const MOST = 0.5;
const FEWEST = 10;
/** Of two parts one always has half. */
const FEWEST_PARTS = 3;

/**
 * Whether a missed target is missed in one part above all: each part's observed less what would be expected of it at the
 * target, O − E with E = target × denominator, as a share of the sum over the parts that miss it. Of a count E is nought,
 * so its target is.
 * Source: observed minus expected, as NHS England's Summary Hospital-level Mortality Indicator states it; the share of
 * the largest is that of a Pareto chart.
 *
 * @param target in the unit of the ratio; for a count nought
 * @param better which way is good
 * @returns null where the target is missed in no part, in too few to tell, or in none by most of it
 */
export function concentrationOf(parts: readonly MissingPart[], target: number, better: 'higher' | 'lower'): Concentration | null {
  const over = parts.map(({ numerator, denominator }) => {
    const more = numerator - target * (denominator ?? 0);
    return Math.max(0, better === 'lower' ? more : -more);
  });
  const all = over.reduce((sum, excess) => sum + excess, 0);
  const excess = Math.max(0, ...over);
  const share = all === 0 ? 0 : excess / all;
  return parts.length < FEWEST_PARTS || excess < FEWEST || share < MOST ? null : { at: over.indexOf(excess), share, excess };
}
