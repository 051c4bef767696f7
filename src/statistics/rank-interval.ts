/** A unit's place on a scale where it varies evenly, with the error of that place. */
export interface Placed {
  readonly transformed: number;
  readonly error: number;
}

export interface RankInterval {
  /** The bare rank, 1 for the best; units exactly alike share the better one. */
  readonly value: number;
  readonly from: number;
  readonly to: number;
  readonly of: number;
}

const Z95 = 1.959964;

/**
 * The ranks that each unit's 95% interval leaves open (Klein, Wright and Wieczorek 2020, "A joint confidence region for
 * an overall ranking of populations", with each interval at 95% by itself): no better than one past the units whose whole
 * interval is better, no worse than the last place before those whose whole interval is worse. Intervals that touch leave
 * the order open.
 *
 * @param units places and standard errors on one scale
 * @param better whether a higher or a lower place is the better one
 * @returns one interval a unit, in the same order
 */
export function rankIntervals(units: readonly Placed[], better: 'higher' | 'lower'): readonly RankInterval[] {
  const sign = better === 'lower' ? 1 : -1;
  const spans = units.map(({ transformed, error }) => ({ at: sign * transformed, best: sign * transformed - Z95 * error, worst: sign * transformed + Z95 * error }));
  return spans.map((own) => ({
    value: 1 + spans.filter(({ at }) => at < own.at).length,
    from: 1 + spans.filter(({ worst }) => worst < own.best).length,
    to: spans.length - spans.filter(({ best }) => best > own.worst).length,
    of: spans.length,
  }));
}

/**
 * The error of a place that two stretches of the same units show: half the variance of their changes is what one stretch
 * varies by itself, whatever the cause. It stands for more than chance in counting, so that a bare rank is never overread.
 *
 * @param changes the change of each unit from one stretch to the next, on the transformed scale
 * @returns the standard error of one place; 0 for fewer than three units
 */
export function errorFromChanges(changes: readonly number[]): number {
  if (changes.length < 3) {
    return 0;
  }
  const mean = changes.reduce((sum, change) => sum + change, 0) / changes.length;
  const variance = changes.reduce((sum, change) => sum + (change - mean) ** 2, 0) / (changes.length - 1);
  return Math.sqrt(variance / 2);
}
