/** Who pays for a resident's care: code, name, the people registered with it, and its share of the trust's admissions. */
export interface Commissioner {
  readonly code: string;
  readonly name: string;
  /** People registered in April 2019. */
  readonly people: number;
  /** Growth of the population a year: 0.01 is one in a hundred. */
  readonly growth: number;
  /** Of all the trust's admissions; the shares add up to 1. */
  readonly admissions: number;
}

/**
 * Populations and shares are illustrative. A neighbour's residents mostly go to their own hospitals, so that a rate of
 * admission here says little about them.
 */
export const COMMISSIONERS: readonly Commissioner[] = [
  { code: '04C', name: 'Leicester City', people: 414_000, growth: 0.009, admissions: 0.37 },
  { code: '04V', name: 'West Leicestershire', people: 397_000, growth: 0.008, admissions: 0.3 },
  { code: '03W', name: 'East Leicestershire and Rutland', people: 332_000, growth: 0.007, admissions: 0.25 },
  { code: '78H', name: 'Northamptonshire', people: 779_000, growth: 0.008, admissions: 0.05 },
  { code: 'B2M3M', name: 'Coventry and Warwickshire', people: 1_012_000, growth: 0.009, admissions: 0.03 },
];
