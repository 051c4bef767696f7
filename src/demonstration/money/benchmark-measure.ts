import { theatreTarget } from '../month-target';
import { workOfMonth } from './work-of-month';

/** A measure of which the demonstration's benchmarking source gives every provider's value, by quarter. Levels are illustrative. */
export interface BenchmarkMeasure {
  readonly metric: string;
  /** The peers' usual value in 2019/20, and how it has changed by a year, as a factor. */
  readonly level: number;
  readonly yearly: number;
  /** How far providers differ beyond chance: the standard deviation of the logarithm of their values (of the odds, for a share). */
  readonly spread: number;
  /** What a usual provider counts in a quarter. */
  readonly volume: number;
  /** A share of the denominator, or a mean over it with this standard deviation of a single case. */
  readonly of: 'share' | { readonly deviation: number };
  /** The demonstration trust's own value against the peers'. */
  readonly own: number;
}

export const MEASURES: readonly BenchmarkMeasure[] = [
  { metric: 'length-of-stay', level: 3.4, yearly: 1.008, spread: 0.1, volume: 5_100, of: { deviation: 4.6 }, own: 1.06 },
  { metric: 'emergency-length-of-stay', level: 4.9, yearly: 1.008, spread: 0.08, volume: 26_000, of: { deviation: 7 }, own: 1.02 },
  { metric: 'pre-operative-bed-days', level: 0.034, yearly: 0.99, spread: 0.2, volume: 30_000, of: { deviation: 0.3 }, own: 1 },
  { metric: 'day-case-rate', level: 0.845, yearly: 1.002, spread: 0.12, volume: 33_000, of: 'share', own: 1 },
  { metric: 'bads-day-case-rate', level: 0.79, yearly: 1.006, spread: 0.22, volume: 5_400, of: 'share', own: 0.95 },
  { metric: 'readmission-rate', level: 0.079, yearly: 1, spread: 0.09, volume: 26_000, of: 'share', own: 0.98 },
  { metric: 'dna-rate', level: 0.074, yearly: 0.985, spread: 0.16, volume: 245_000, of: 'share', own: 1 },
  { metric: 'rtt-eighteen-week-rate', level: 0.83, yearly: 0.93, spread: 0.2, volume: 78_000, of: 'share', own: 0.99 },
  { metric: 'capped-theatre-utilisation', level: 0.765, yearly: 1.004, spread: 0.16, volume: 960_000, of: 'share', own: 1 },
  { metric: 'emergency-admission-rate', level: 36, yearly: 1.004, spread: 0.13, volume: 250, of: { deviation: 10 }, own: 0.98 },
];

/** The trust's own quarter where its other extracts fix it: numerator and denominator of three months, YYYY-MM. */
export function ownQuarter(metric: string, months: readonly string[]): readonly [numerator: number, denominator: number] | undefined {
  const sum = (of: (month: string) => number): number => months.reduce((total, month) => total + of(month), 0);
  switch (metric) {
    case 'dna-rate':
      return [sum((month) => workOfMonth(month).outpatients.missed), sum((month) => workOfMonth(month).outpatients.missed + workOfMonth(month).outpatients.attended)];
    case 'day-case-rate':
      return [sum((month) => workOfMonth(month).spells.dayCases), sum((month) => workOfMonth(month).spells.dayCases + workOfMonth(month).spells.inpatients)];
    case 'capped-theatre-utilisation': {
      const minutes = (month: string): number => theatreTarget(month).lists * 330;
      return [sum((month) => Math.round(minutes(month) * theatreTarget(month).utilisation)), sum(minutes)];
    }
    default:
      return undefined;
  }
}
