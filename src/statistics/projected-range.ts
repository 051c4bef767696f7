/** A stretch of time of which some is behind, and what the rest of it is taken to be like. All values are of one month. */
export interface Outlook {
  /** The mean of what is behind. */
  readonly soFar: number;
  /** Months behind and months left, whole or in part; what is left is more than nought. */
  readonly gone: number;
  readonly left: number;
  /** The level that the rest is taken to vary about, and of how many months it is the mean. */
  readonly level: number;
  readonly levelMonths: number;
  /** From the average of a process to its limit: 2.66 average jumps between months, which are three standard deviations. */
  readonly limit: number;
  /** What no month can be less or more than; null where there is no such bound. */
  readonly least: number | null;
  readonly most: number | null;
}

/** What the mean of a month of the whole stretch comes to, and between what. */
export interface ProjectedRange {
  readonly centre: number;
  readonly low: number;
  readonly high: number;
}

/**
 * Where a stretch ends whose months vary by chance about a level: what is behind as it is, and the rest at the level, give
 * or take three standard deviations of both the rest's own months and the level, which is a mean of so many itself. The
 * sum of `left` months that vary by σ each, against `left` times a mean of k of them, has a variance of
 * σ² (left + left² ÷ k). Months are taken as alike and independent: no trend, no season.
 * Source: prediction interval for a mean of further observations; σ from the XmR chart, whose limits are 3σ from its average.
 */
export function projectedRange({ soFar, gone, left, level, levelMonths, limit, least, most }: Outlook): ProjectedRange {
  const whole = gone + left;
  const end = (rest: number): number => (gone * soFar + left * rest) / whole;
  const spread = (limit * Math.sqrt(left + left ** 2 / levelMonths)) / left;
  return {
    centre: end(level),
    low: end(Math.max(level - spread, least ?? -Infinity)),
    high: end(Math.min(level + spread, most ?? Infinity)),
  };
}
