import type { FunnelLimits } from './funnel-limits';
import { poissonLimits } from './poisson-limits';
import { winsorised } from './winsorised';

/**
 * How a figure varies by chance. `proportion`: n of d (arcsine). `ratio`: a count over a count (log ratio).
 * `standardised`: observed over expected (square root). `rate`: a count over people, hours or whatever else is measured
 * and does not vary by chance; what is expected of a unit is the rate of all of them together.
 */
export type FunnelMethod = 'proportion' | 'ratio' | 'standardised' | 'rate';

/** A unit's counts: above and below the line; for `standardised` the observed and the expected, for `rate` the count and what it is over. */
export interface FunnelUnit {
  readonly numerator: number;
  readonly denominator: number;
}

/** Strictly outside a limit, or within: equality is inside. */
export type FunnelPosition = 'within' | 'above-95' | 'below-95' | 'above-998' | 'below-998';

export interface FunnelPoint {
  readonly value: number;
  /** The value on the scale on which it varies evenly, with its standard error there. */
  readonly transformed: number;
  readonly error: number;
  /** Standard errors from the centre, before and after the spread between units is allowed for. */
  readonly naiveZ: number;
  readonly z: number;
  /** In the unit of the value. */
  readonly limits: FunnelLimits;
  readonly position: FunnelPosition;
}

export interface Funnel {
  readonly method: FunnelMethod;
  /** Σ numerator ÷ Σ denominator; for `standardised` 1. */
  readonly centre: number;
  /** Overdispersion: (1 ÷ k) Σz². */
  readonly phi: number;
  /** Variance between units beyond chance, on the transformed scale; 0 where there is no more than chance. */
  readonly tauSquared: number;
  readonly points: readonly FunnelPoint[];
}

const Z95 = 1.959964;
const Z998 = 3.090232;

/** Share of the standardised scores pulled in at each end before the overdispersion is worked out. */
const PULLED_IN = 0.1;

/** Above so many expected, exact limits are those of the square-root scale to four figures, and slow to work out. */
const MANY = 10_000;

/**
 * A funnel plot's limits, with overdispersion between units allowed for by an additive variance (Spiegelhalter 2005,
 * doi 10.1002/sim.1970; as FunnelPlotR 0.6.0 works it): φ = (1/k)Σz² over scores winsorised by a tenth at each end,
 * τ² = max(0, (kφ − (k − 1)) ÷ (Σw − Σw²/Σw)) with w = 1/s², limits at the centre ± z √(s² + τ²). Where counts vary about
 * their expectation no more than by chance (τ² is 0), limits are the exact ones of the Poisson distribution.
 *
 * @param units each with a denominator above nought; one point comes back for each, in the same order
 * @param pulledIn share winsorised at each end, 0 for none
 */
export function funnel(units: readonly FunnelUnit[], method: FunnelMethod, pulledIn = PULLED_IN): Funnel {
  const above = units.reduce((sum, { numerator }) => sum + numerator, 0);
  const below = units.reduce((sum, { denominator }) => sum + denominator, 0);
  const centre = method === 'standardised' ? 1 : above / below;
  const scale = scaleOf(method, centre);
  const middle = scale.forth(centre);
  const placed = units.map((unit) => {
    const { transformed, error } = scale.place(unit);
    return { unit, transformed, error, naiveZ: (transformed - middle) / error };
  });
  const { phi, tauSquared } = overdispersion(winsorised(placed.map(({ naiveZ }) => naiveZ), pulledIn), placed.map(({ error }) => error));
  return {
    method,
    centre,
    phi,
    tauSquared,
    points: placed.map(({ unit, transformed, error, naiveZ }) => {
      const z = (transformed - middle) / Math.sqrt(error ** 2 + tauSquared);
      const value = unit.numerator / unit.denominator;
      const exact = exactLimits(scale, unit.denominator, tauSquared);
      return {
        value, transformed, error, naiveZ, z,
        limits: exact ?? limitsOf(scale, middle, error, tauSquared),
        position: exact === null ? positionOf(z) : positionIn(value, exact),
      };
    }),
  };
}

/**
 * A funnel's limits over any denominator, which are its curves: those that a unit with this denominator has when it lies
 * at the centre. Of a proportion they are the limits of every unit of that size. The error of a count over a count
 * depends a little on the count above as well, so a unit off the centre has limits a little beside the curve.
 *
 * @param denominator above nought
 */
export function limitsOver({ method, centre, tauSquared }: Funnel, denominator: number): FunnelLimits {
  const scale = scaleOf(method, centre);
  return exactLimits(scale, denominator, tauSquared)
    ?? limitsOf(scale, scale.forth(centre), scale.place({ numerator: centre * denominator, denominator }).error, tauSquared);
}

/** Limits that need no approximation; null where there are none or where units vary beyond chance. */
function exactLimits(scale: Scale, denominator: number, tauSquared: number): FunnelLimits | null {
  return tauSquared === 0 ? scale.exact(denominator) : null;
}

function limitsOf(scale: Scale, middle: number, error: number, tauSquared: number): FunnelLimits {
  const spread = Math.sqrt(error ** 2 + tauSquared);
  const at = (z: number): number => scale.back(middle + z * spread);
  return { lower95: at(-Z95), upper95: at(Z95), lower998: at(-Z998), upper998: at(Z998) };
}

/** φ and τ² from standardised scores and standard errors, in the same order. */
export function overdispersion(scores: readonly number[], errors: readonly number[]): { readonly phi: number; readonly tauSquared: number } {
  const k = scores.length;
  const phi = scores.reduce((sum, z) => sum + z ** 2, 0) / k;
  const weights = errors.map((error) => 1 / error ** 2);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const squares = weights.reduce((sum, weight) => sum + weight ** 2, 0);
  const room = total - squares / total;
  const excess = k * phi - (k - 1);
  return { phi, tauSquared: excess <= 0 || room <= 0 ? 0 : excess / room };
}

function positionOf(z: number): FunnelPosition {
  if (Math.abs(z) <= Z95) {
    return 'within';
  }
  const far = Math.abs(z) > Z998;
  return z > 0 ? (far ? 'above-998' : 'above-95') : far ? 'below-998' : 'below-95';
}

function positionIn(value: number, { lower95, upper95, lower998, upper998 }: FunnelLimits): FunnelPosition {
  if (value > upper95) {
    return value > upper998 ? 'above-998' : 'above-95';
  }
  return value >= lower95 ? 'within' : value < lower998 ? 'below-998' : 'below-95';
}

interface Scale {
  /** A value of the unit → its place on the even scale. */
  readonly forth: (value: number) => number;
  readonly place: (unit: FunnelUnit) => { readonly transformed: number; readonly error: number };
  readonly back: (transformed: number) => number;
  /** Limits of chance alone over a denominator, in the unit of the value; null where this scale is all there is. */
  readonly exact: (denominator: number) => FunnelLimits | null;
}

const clamp = (value: number, low: number, high: number): number => Math.min(high, Math.max(low, value));

const none = (): null => null;

function scaleOf(method: FunnelMethod, centre: number): Scale {
  switch (method) {
    case 'proportion':
      return PROPORTION;
    case 'ratio':
      return RATIO;
    case 'standardised':
    case 'rate':
      return poissonScale(centre);
  }
}

const PROPORTION: Scale = {
  forth: (value) => Math.asin(Math.sqrt(clamp(value, 0, 1))),
  place: ({ numerator, denominator }) => ({
    transformed: Math.asin(Math.sqrt(clamp(numerator / denominator, 0, 1))), error: 1 / (2 * Math.sqrt(denominator)),
  }),
  back: (at) => Math.sin(clamp(at, 0, Math.PI / 2)) ** 2,
  exact: none,
};

const RATIO: Scale = {
  forth: Math.log,
  place: ({ numerator, denominator }) => ({
    transformed: Math.log((numerator + 0.5) / (denominator + 0.5)),
    error: Math.sqrt(numerator / (numerator + 0.5) ** 2 + denominator / (denominator + 0.5) ** 2),
  }),
  back: Math.exp,
  exact: none,
};

/** A count against what the centre makes of its denominator: the square root of observed ÷ expected. */
function poissonScale(centre: number): Scale {
  return {
    forth: (value) => Math.sqrt(value / centre),
    place: ({ numerator, denominator }) => ({ transformed: Math.sqrt(numerator / (centre * denominator)), error: 1 / (2 * Math.sqrt(centre * denominator)) }),
    back: (at) => centre * Math.max(0, at) ** 2,
    exact: (denominator) => {
      const expected = centre * denominator;
      if (expected > MANY) {
        return null;
      }
      const { lower95, upper95, lower998, upper998 } = poissonLimits(expected);
      return { lower95: centre * lower95, upper95: centre * upper95, lower998: centre * lower998, upper998: centre * upper998 };
    },
  };
}
