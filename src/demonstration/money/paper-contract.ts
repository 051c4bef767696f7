/** A line of the contract in April and May 2024 together: how much was planned and done, and for how many pounds. */
export interface PaperLine {
  readonly plannedActivity: number;
  readonly activity: number;
  readonly plannedIncome: number;
  readonly income: number;
}

/**
 * Variable activity of April and May 2024, as Table 4 of the board paper of 11 July 2024 prints it. The paper rounded
 * each cell by itself: its rows, sub-totals and totals agree only before rounding. The decimals here are the solution of
 * a linear program that keeps every cell furthest from where it would round to another figure; activity done is whole.
 */
export const PAPER_VARIABLE: Readonly<Record<string, PaperLine>> = {
  'day-case': { plannedActivity: 18_526.67, activity: 19_257, plannedIncome: 12_773_245.64, income: 13_566_041 },
  inpatient: { plannedActivity: 2_957.67, activity: 3_472, plannedIncome: 13_965_948.64, income: 16_332_919.64 },
  'new-outpatient': { plannedActivity: 35_382.67, activity: 37_564, plannedIncome: 7_549_530.64, income: 8_005_001 },
  'new-outpatient-nftf': { plannedActivity: 3_911.33, activity: 3_556, plannedIncome: 807_491.64, income: 746_209.27 },
  'outpatient-procedure': { plannedActivity: 27_518.67, activity: 31_190, plannedIncome: 4_616_527.09, income: 5_147_507.36 },
  'direct-access-cardiac': { plannedActivity: 913.67, activity: 741, plannedIncome: 157_773.64, income: 124_470.27 },
  'direct-access-diagnostics': { plannedActivity: 34_271, activity: 34_771, plannedIncome: 1_853_792, income: 2_104_960.64 },
  'direct-access-respiratory': { plannedActivity: 0, activity: 0, plannedIncome: 0, income: 0 },
  'diagnostic-imaging': { plannedActivity: 26_621.67, activity: 30_804, plannedIncome: 3_392_809.73, income: 4_187_870.64 },
  'cardiac-investigations': { plannedActivity: 0, activity: 472, plannedIncome: 0, income: 65_960.64 },
  'respiratory-physiology': { plannedActivity: 0, activity: 0, plannedIncome: 0, income: 0 },
  'unbundled-inpatient': { plannedActivity: 3_900.67, activity: 5_328, plannedIncome: 1_284_629, income: 1_740_380.64 },
  'unbundled-outpatient': { plannedActivity: 541.67, activity: 966, plannedIncome: 83_072.36, income: 143_999.64 },
};

/** All elective activity planned for the two months, Table 1. What was done, 10,239 and 10,500 day cases, is in the target of spells. */
export const PAPER_ALL_PLANNED: Readonly<Record<string, number>> = { 'day-case': 19_651, inpatient: 3_195 };
