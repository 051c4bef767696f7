/** A specialty that the board reviews first, with the twelve months' figures that put it there. */
export interface DeepDiveGroup {
  readonly specialty: string;
  /** Its points of delivery: elective ones, or all. */
  readonly elective: boolean;
  readonly activity: number;
  /** Pounds; a deficit is below nought. */
  readonly income: number;
  readonly surplus: number;
  /** Cost above the unit cost of 2019/20, in prices of that year. */
  readonly opportunity: number;
  /** Cost of a weighted activity unit in the twelve months, in prices of 2019/20: illustrative, the paper does not give it. */
  readonly unitCost: number;
}

/**
 * Table 5 of the board paper of 11 July 2024. The paper does not say which period it means. Its four elective incomes
 * together are more than all elective activity earned in two months, and are a usual twelve months' for such a trust:
 * the demonstration lets the twelve months to May 2024 be the period.
 */
export const DEEP_DIVE: readonly DeepDiveGroup[] = [
  { specialty: '110', elective: true, activity: 3_682, income: 15_048_185, surplus: -8_994_566, opportunity: 4_435_325, unitCost: 5_860 },
  { specialty: '320', elective: true, activity: 3_057, income: 12_794_165, surplus: -7_702_561, opportunity: 4_802_163, unitCost: 5_520 },
  { specialty: '100', elective: true, activity: 3_360, income: 11_584_179, surplus: -5_738_896, opportunity: 1_111_889, unitCost: 4_980 },
  { specialty: '172', elective: true, activity: 526, income: 8_887_443, surplus: -3_671_611, opportunity: 1_094_463, unitCost: 5_090 },
  { specialty: '300', elective: false, activity: 66_082, income: 67_218_132, surplus: -27_997_494, opportunity: 10_969_280, unitCost: 5_310 },
  { specialty: '340', elective: false, activity: 67_345, income: 46_610_526, surplus: -17_476_482, opportunity: 5_017_047, unitCost: 4_720 },
  { specialty: '430', elective: false, activity: 21_339, income: 29_528_387, surplus: -15_887_781, opportunity: 8_334_583, unitCost: 5_640 },
];

/** The first and last of the twelve months. */
export const DEEP_DIVE_MONTHS = ['2023-06', '2024-05'] as const;
