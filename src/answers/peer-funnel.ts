import type { Metric } from '../catalogue/metric';
import type { PeerFigure } from '../engine/result';
import { limitsOver, type Funnel } from '../statistics/funnel';

/** What the picture of a place among peers is drawn from: every provider that gives counts, and the limits over any denominator. */
export interface PeerFunnel {
  /** What a denominator counts: "stays". */
  readonly per: string;
  readonly centre: number;
  readonly points: readonly { readonly provider: string; readonly name: string; readonly own: boolean; readonly denominator: number; readonly value: number }[];
  /** By denominator, smallest first; overdispersion is in them. */
  readonly curves: readonly PeerLimits[];
}

/** Limits over one denominator, in the metric's unit. */
export interface PeerLimits {
  readonly denominator: number;
  readonly lower95: number;
  readonly upper95: number;
  readonly lower998: number;
  readonly upper998: number;
}

/** Places at which the curves are worked out: enough for a smooth line, few enough for an address. */
const PLACES = 13;

/** Room on either side of the smallest and the largest provider. */
const ROOM = 1.08;

/**
 * The funnel as points and curves. The curves' places are closer where denominators are small, which is where limits bend.
 *
 * @param counted the providers of the funnel, in the order of its points, each denominator above nought
 * @param scale what a value is of its counts: 1, or 1,000 for a rate per thousand
 */
export function peerFunnel(counted: readonly (PeerFigure & { readonly denominator: number })[], spread: Funnel, scale: number, { denominator: below }: Metric): PeerFunnel {
  const sizes = counted.map(({ denominator }) => denominator);
  return {
    per: below?.counts ?? 'counted',
    centre: spread.centre * scale,
    points: counted.map(({ provider, name, own, denominator }, at) => ({ provider, name, own, denominator, value: (spread.points[at]?.value ?? 0) * scale })),
    curves: placesBetween(Math.min(...sizes) / ROOM, Math.max(...sizes) * ROOM).map((denominator) => limitsAt(spread, denominator, scale)),
  };
}

function limitsAt(spread: Funnel, denominator: number, scale: number): PeerLimits {
  const { lower95, upper95, lower998, upper998 } = limitsOver(spread, denominator);
  return { denominator, lower95: lower95 * scale, upper95: upper95 * scale, lower998: lower998 * scale, upper998: upper998 * scale };
}

/** Even steps of the standard error, which falls with the root of the denominator. */
function placesBetween(smallest: number, largest: number): readonly number[] {
  const [from, to] = [1 / Math.sqrt(smallest), 1 / Math.sqrt(largest)];
  return Array.from({ length: PLACES }, (_, at) => (from + ((to - from) * at) / (PLACES - 1)) ** -2);
}
