import type { Metric } from '../catalogue/metric';

/**
 * The fewest that an alert judges a figure on, by what its metric counts: one in five is no rate. Money has no fewest. This is the one place
 * that says so.
 */
const LEAST: Readonly<Record<Metric['counting'], number | null>> = { people: 20, sessions: 20, slots: 20, minutes: 1_200, money: null };

/** Months that must follow one another before a special cause is told: on fewer, limits are provisional. Source: Making Data Count. */
export const LEAST_MONTHS = 12;

/** The least denominator that a metric is judged on; null where it has none, or any will do. */
export function leastOf({ counting, denominator, kind }: Pick<Metric, 'counting' | 'denominator' | 'kind'>): number | null {
  return kind === 'ratio' && denominator !== null ? LEAST[counting] : null;
}
