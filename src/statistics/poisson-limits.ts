import { jStat } from 'jstat';
import type { FunnelLimits } from './funnel-limits';

/** What is left beyond a limit on either side: a fortieth for 95%, a thousandth for 99.8%. */
const TAIL95 = 0.025;
const TAIL998 = 0.001;

/** Below so few expected a lower limit is nought to more places than a number has. */
const NEXT_TO_NONE = 0.05;

/**
 * How far a count strays from its expectation by chance alone, exactly: limits of observed ÷ expected. With E expected,
 * lower = χ²(tail, 2E) ÷ 2E and upper = χ²(1 − tail, 2(E + 1)) ÷ 2E, where χ² is the quantile. They are not symmetrical
 * about 1, and unlike those of a normal approximation they hold for the smallest counts.
 * Source: FunnelPlotR 0.6.0, unadjusted limits of a standardised ratio; the interval is Garwood's (1936).
 *
 * @param expected what is expected, above nought and not necessarily a whole number
 */
export function poissonLimits(expected: number): FunnelLimits {
  return { lower95: lower(expected, TAIL95), upper95: upper(expected, TAIL95), lower998: lower(expected, TAIL998), upper998: upper(expected, TAIL998) };
}

function lower(expected: number, tail: number): number {
  return expected < NEXT_TO_NONE ? 0 : jStat.chisquare.inv(tail, 2 * expected) / (2 * expected);
}

function upper(expected: number, tail: number): number {
  return jStat.chisquare.inv(1 - tail, 2 * (expected + 1)) / (2 * expected);
}
