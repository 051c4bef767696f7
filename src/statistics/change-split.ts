/** What stands above and below the line before and after: of one part, or of the whole. A part that was not there has noughts. */
export interface BeforeAndAfter {
  readonly fromNumerator: number;
  readonly fromDenominator: number;
  readonly toNumerator: number;
  readonly toDenominator: number;
}

/** What one part did to the whole, in the unit of the ratio: `contribution` = `rate` + `mix`. */
export interface PartOfChange {
  /** By its own rate, at the mean of its two shares of the denominator. */
  readonly rate: number;
  /** By its share of the denominator, at how far its rate is from the whole's. */
  readonly mix: number;
  readonly contribution: number;
}

/**
 * What one part did to the change of a ratio Σ numerators ÷ Σ denominators. With shares s = d ÷ D, rates r = n ÷ d and
 * R̄ the mean of the whole's two ratios: rate = ½(s₀ + s₁)(r₁ − r₀), mix = (½(r₀ + r₁) − R̄)(s₁ − s₀). Over parts that
 * make up the whole the contributions add up to the change exactly, and before and after may change places: each effect
 * then changes its sign and nothing else. Source: the symmetric (Marshall–Edgeworth) form of Kitagawa's components of a
 * difference between two rates (J Am Stat Assoc 1955; 50: 1168–94).
 *
 * A part with no denominator before or after has but one rate, which cannot have changed: it is all mix. The
 * contribution is (n₁÷D₁ − n₀÷D₀) − R̄(s₁ − s₀) in every case, which the two effects are a way of writing; so it needs
 * no rate, and holds for what is counted above the line and never below it.
 *
 * @param whole its denominators are above nought
 */
export function splitRatioChange(part: BeforeAndAfter, whole: BeforeAndAfter): PartOfChange {
  const [before, after] = [part.fromDenominator / whole.fromDenominator, part.toDenominator / whole.toDenominator];
  const middle = (whole.fromNumerator / whole.fromDenominator + whole.toNumerator / whole.toDenominator) / 2;
  if (part.fromDenominator === 0 || part.toDenominator === 0) {
    const mix = splitShareChange(part, whole) - middle * (after - before);
    return { rate: 0, mix, contribution: mix };
  }
  const [rateBefore, rateAfter] = [part.fromNumerator / part.fromDenominator, part.toNumerator / part.toDenominator];
  const rate = ((before + after) / 2) * (rateAfter - rateBefore);
  const mix = ((rateBefore + rateAfter) / 2 - middle) * (after - before);
  return { rate, mix, contribution: rate + mix };
}

/**
 * What one part did to the change of a ratio whose denominator it does not divide, such as one reason for cancelling:
 * n₁ ÷ D₁ − n₀ ÷ D₀. Over parts that make up the numerator these add up to the change exactly.
 */
export function splitShareChange(
  { fromNumerator, toNumerator }: Pick<BeforeAndAfter, 'fromNumerator' | 'toNumerator'>,
  { fromDenominator, toDenominator }: Pick<BeforeAndAfter, 'fromDenominator' | 'toDenominator'>,
): number {
  return toNumerator / toDenominator - fromNumerator / fromDenominator;
}

/**
 * How much of a ratio's distance from a target lies in one part: (n − target × d) ÷ D, its share of the denominator times
 * how far its own rate is from the target. Over parts that make up the whole these add up to the distance exactly.
 */
export function splitDistance(part: { readonly numerator: number; readonly denominator: number }, wholeDenominator: number, target: number): number {
  return (part.numerator - target * part.denominator) / wholeDenominator;
}
