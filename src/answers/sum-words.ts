import type { MetricKind } from '../catalogue/metric';

/** A figure and the two parts that it is made of. */
interface Parts {
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly value: number | null;
  readonly display: string;
}

/** "235 ÷ 2,908 = 8.1%", "20,739 − 19,651 = 1,088", "(52,165,321 − 46,484,821) × 0.8 = £4,544,400"; the value alone for the rest. */
export function sumWords({ numerator, denominator, value, display }: Parts, kind: MetricKind): string {
  if (numerator === null || denominator === null || (kind !== 'ratio' && kind !== 'difference')) {
    return display;
  }
  if (kind === 'difference') {
    const whole = numerator - denominator;
    // A printed variance is rounded by itself: a thousandth more or less is no share that was taken off.
    const share = value === null || whole === 0 ? 1 : Number((value / whole).toFixed(3));
    const taken = `${counted(numerator)} − ${counted(denominator)}`;
    return `${share === 1 ? taken : `(${taken}) × ${share}`} = ${display}`;
  }
  return `${counted(numerator)} ÷ ${counted(denominator)} = ${display}`;
}

const counted = (value: number): string => value.toLocaleString('en-GB', { maximumFractionDigits: 1 });
