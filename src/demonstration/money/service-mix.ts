import type { SiteShares } from '../site-profile';

export type Group = 'alliance' | 'chuggs' | 'csi' | 'esm' | 'itaps' | 'mss' | 'rrcv' | 'wc';

/** A specialty's part in the contract: units a month and pounds a unit. Illustrative; the trust's totals are laid over it. */
export interface ServiceMix {
  readonly code: string;
  /** The group it belongs to at the acute hospitals. */
  readonly group: Group;
  readonly dayCase: readonly [activity: number, price: number];
  readonly inpatient: readonly [activity: number, price: number];
  readonly nonElective: readonly [activity: number, price: number];
  readonly sites: SiteShares;
}

type Row = readonly [
  code: string, group: Group, dayCases: number, price: number, inpatients: number, price: number, nonElective: number, price: number, sites: SiteShares,
];

const ROWS: readonly Row[] = [
  ['100', 'chuggs', 228, 2350, 108, 8300, 900, 2600, { LRI: 5, LGH: 4, EMPCC: 1, COMMUNITY: 0.4 }],
  ['101', 'chuggs', 1050, 800, 240, 3600, 260, 2400, { LGH: 9, EMPCC: 1, COMMUNITY: 0.5 }],
  ['102', 'rrcv', 10, 1500, 22, 14_000, 25, 6000, { LGH: 1 }],
  ['103', 'mss', 150, 1500, 55, 3800, 40, 3000, { GH: 1 }],
  ['104', 'chuggs', 60, 1100, 95, 8200, 170, 4500, { LGH: 2, LRI: 2 }],
  ['105', 'chuggs', 25, 1300, 50, 11_000, 110, 5200, { LGH: 1 }],
  ['106', 'chuggs', 60, 1100, 45, 7500, 60, 5000, { LRI: 1 }],
  ['107', 'rrcv', 60, 1900, 55, 9000, 90, 6500, { GH: 1 }],
  ['108', 'mss', 20, 1600, 35, 8000, 30, 6000, { LGH: 1 }],
  ['110', 'mss', 224, 2430, 138, 9400, 620, 5600, { LGH: 4, LRI: 3, EMPCC: 0.6, COMMUNITY: 0.3 }],
  ['120', 'mss', 230, 1300, 110, 2900, 140, 1500, { LRI: 6, EMPCC: 1, COMMUNITY: 0.5 }],
  ['130', 'mss', 1000, 900, 15, 1900, 30, 1500, { LRI: 5, EMPCC: 2, COMMUNITY: 1.2 }],
  ['140', 'mss', 170, 900, 15, 2500, 35, 1500, { LRI: 1 }],
  ['144', 'mss', 60, 1300, 45, 5000, 80, 3000, { LRI: 1 }],
  ['160', 'mss', 210, 1200, 60, 4000, 180, 2500, { LRI: 1 }],
  ['171', 'wc', 90, 1100, 35, 3000, 70, 2200, { LRI: 1 }],
  ['172', 'rrcv', 2, 4800, 51, 21_600, 25, 17_000, { GH: 1 }],
  ['173', 'rrcv', 5, 2000, 40, 9500, 25, 8000, { GH: 1 }],
  ['191', 'itaps', 240, 750, 8, 2500, 0, 0, { LGH: 1 }],
  ['192', 'itaps', 0, 0, 0, 0, 95, 8600, { LRI: 3, GH: 2, LGH: 1 }],
  ['214', 'wc', 25, 1500, 25, 5000, 60, 3200, { LRI: 1 }],
  ['215', 'wc', 60, 1100, 40, 2200, 60, 1400, { LRI: 1 }],
  ['251', 'wc', 10, 700, 10, 2600, 25, 2200, { LRI: 1 }],
  ['253', 'wc', 120, 600, 20, 3500, 40, 3500, { LRI: 1 }],
  ['258', 'wc', 15, 900, 20, 2500, 60, 2000, { LRI: 1 }],
  ['300', 'esm', 60, 600, 10, 2500, 2050, 2680, { LRI: 5, LGH: 1, GH: 1 }],
  ['301', 'chuggs', 1650, 520, 60, 2200, 420, 2500, { LRI: 4, LGH: 5, COMMUNITY: 0.6, HINCKLEY: 0.4 }],
  ['302', 'esm', 90, 500, 15, 2000, 80, 2400, { LRI: 1 }],
  ['303', 'chuggs', 1000, 480, 60, 6500, 110, 6000, { LRI: 1 }],
  ['306', 'chuggs', 60, 600, 5, 3000, 20, 3800, { LRI: 1 }],
  ['307', 'esm', 30, 600, 5, 2500, 15, 4500, { LGH: 1 }],
  ['320', 'rrcv', 217, 3650, 67, 9700, 700, 3300, { GH: 1 }],
  ['321', 'wc', 15, 2500, 10, 6000, 20, 4000, { LRI: 1 }],
  ['328', 'esm', 0, 0, 3, 4000, 130, 5500, { LRI: 1 }],
  ['330', 'esm', 420, 350, 3, 2500, 10, 3000, { LRI: 4, COMMUNITY: 1 }],
  ['340', 'rrcv', 90, 900, 25, 2500, 1230, 3180, { GH: 9, LRI: 1 }],
  ['341', 'rrcv', 25, 800, 20, 1500, 5, 2500, { GH: 1 }],
  ['350', 'esm', 30, 600, 15, 4500, 60, 4200, { LRI: 1 }],
  ['361', 'rrcv', 400, 420, 25, 3500, 170, 4500, { LGH: 1 }],
  ['370', 'chuggs', 1000, 520, 20, 3500, 110, 4000, { LRI: 1 }],
  ['400', 'esm', 170, 600, 12, 3000, 120, 3800, { LGH: 3, LRI: 2 }],
  ['410', 'esm', 330, 480, 3, 2500, 25, 3200, { LRI: 1 }],
  ['420', 'wc', 60, 700, 25, 2200, 1050, 1300, { LRI: 1 }],
  ['422', 'wc', 0, 0, 0, 0, 110, 9000, { LRI: 3, LGH: 1 }],
  ['430', 'esm', 10, 700, 2, 3500, 870, 3150, { LRI: 4, LGH: 1 }],
  ['501', 'wc', 10, 800, 90, 2200, 1150, 2900, { LRI: 3, LGH: 2 }],
  ['502', 'wc', 330, 950, 150, 3900, 330, 1500, { LGH: 4, LRI: 4, EMPCC: 0.6, COMMUNITY: 0.4 }],
  ['503', 'wc', 15, 1300, 50, 6500, 25, 4500, { LGH: 1 }],
  ['800', 'chuggs', 600, 430, 15, 4000, 90, 4500, { LRI: 1 }],
  ['812', 'csi', 90, 1300, 0, 0, 0, 0, { LRI: 1, GH: 1 }],
];

export const SERVICES: readonly ServiceMix[] = ROWS.map(([code, group, dayCases, dayCasePrice, inpatients, inpatientPrice, nonElective, price, sites]) =>
  ({ code, group, dayCase: [dayCases, dayCasePrice], inpatient: [inpatients, inpatientPrice], nonElective: [nonElective, price], sites }));

/** Specialties of the contract that admit nobody, and the group each belongs to. */
export const OTHER_GROUPS: Readonly<Record<string, Group>> = {
  '143': 'mss', '180': 'esm', '190': 'itaps', '216': 'wc', '347': 'itaps', '560': 'wc', '650': 'csi', '651': 'csi', '652': 'csi', '654': 'csi', '822': 'csi',
};

/** The remaining lines: who does the work, how much of it, at how many pounds a unit, and where. */
export const OTHER_LINES: readonly (readonly [pod: string, specialty: string, weight: number, price: number, sites: SiteShares])[] = [
  ['direct-access-cardiac', '320', 1, 168, { GH: 3, LRI: 1, COMMUNITY: 1 }],
  ['direct-access-diagnostics', '812', 6, 72, { LRI: 3, LGH: 2, GH: 2, HINCKLEY: 1, COMMUNITY: 1 }],
  ['direct-access-diagnostics', '822', 4, 42, { LRI: 1 }],
  ['direct-access-respiratory', '340', 1, 60, { GH: 1 }],
  ['diagnostic-imaging', '812', 1, 136, { LRI: 4, LGH: 2, GH: 2, HINCKLEY: 0.4, COMMUNITY: 0.2 }],
  ['cardiac-investigations', '320', 1, 140, { GH: 1 }],
  ['respiratory-physiology', '340', 1, 140, { GH: 1 }],
  ['unbundled-inpatient', '192', 3, 523, { LRI: 3, GH: 2, LGH: 1 }],
  ['unbundled-inpatient', '303', 3, 262, { LRI: 1 }],
  ['unbundled-inpatient', '370', 3, 229, { LRI: 1 }],
  ['unbundled-inpatient', '800', 2, 229, { LRI: 1 }],
  ['unbundled-outpatient', '812', 3, 149, { LRI: 2, LGH: 1, GH: 1 }],
  ['unbundled-outpatient', '370', 2, 149, { LRI: 1 }],
  ['accident-and-emergency', '180', 15_200, 165, { LRI: 1 }],
  ['accident-and-emergency', '300', 2_900, 210, { LRI: 1 }],
  ['accident-and-emergency', '420', 4_700, 150, { LRI: 1 }],
];
