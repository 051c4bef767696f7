import type { SiteShares } from './site-profile';

/** Share of patients in each age band: 0-17, 18-39, 40-64, 65-79, 80 and over. */
export type AgeMix = readonly [number, number, number, number, number];

const CHILD: AgeMix = [0.97, 0.03, 0, 0, 0];
const MATERNITY: AgeMix = [0.01, 0.93, 0.06, 0, 0];
const ADULT: AgeMix = [0.02, 0.24, 0.4, 0.24, 0.1];
const YOUNG: AgeMix = [0.14, 0.34, 0.32, 0.15, 0.05];
const OLDER: AgeMix = [0.01, 0.08, 0.28, 0.4, 0.23];

/**
 * A treatment function as its outpatient clinics run. Volumes and rates are illustrative, of the order of a large
 * acute trust's; the trust's monthly totals are laid over them, so that only their proportions matter.
 */
export interface SpecialtyProfile {
  readonly code: string;
  /** Attended appointments in a usual month. */
  readonly volume: number;
  /** Propensity to be missed, 1 for the trust's average; age and deprivation come on top. */
  readonly dna: number;
  /** Share of attended appointments that are first ones. */
  readonly first: number;
  /** Propensity of a face-to-face follow-up to have a procedure. */
  readonly procedure: number;
  /** Propensity to move to patient-initiated follow-up. */
  readonly pifu: number;
  /** Propensity to discharge at the first appointment. */
  readonly discharge: number;
  /** Share of follow-ups held by telephone or video. */
  readonly remote: number;
  readonly ages: AgeMix;
  /** The group that an attendance with a procedure is coded to. */
  readonly hrg: string;
  readonly sites: SiteShares;
}

type Row = readonly [
  code: string, volume: number, dna: number, first: number, procedure: number, pifu: number, discharge: number,
  remote: number, ages: AgeMix, hrg: string, sites: SpecialtyProfile['sites'],
];

const ROWS: readonly Row[] = [
  ['100', 1700, 1.1, 0.38, 0.12, 0.05, 0.46, 0.14, ADULT, 'FF51A', { LRI: 4, LGH: 3, COMMUNITY: 1 }],
  ['101', 3300, 0.95, 0.28, 0.42, 0.05, 0.34, 0.2, OLDER, 'LB72A', { LGH: 7, LRI: 1, EMPCC: 1 }],
  ['102', 420, 0.75, 0.12, 0.05, 0.01, 0.1, 0.15, ADULT, 'LA97A', { LGH: 1 }],
  ['103', 2300, 0.7, 0.42, 0.3, 0.06, 0.6, 0.08, ADULT, 'JA12A', { GH: 1 }],
  ['104', 1500, 0.98, 0.35, 0.1, 0.05, 0.37, 0.22, ADULT, 'FF50A', { LGH: 2, LRI: 2 }],
  ['105', 520, 0.8, 0.26, 0.05, 0.03, 0.25, 0.26, OLDER, 'GB05A', { LGH: 1 }],
  ['106', 760, 0.95, 0.3, 0.08, 0.05, 0.33, 0.25, ADULT, 'FF52A', { LRI: 1 }],
  ['107', 980, 1.1, 0.34, 0.12, 0.03, 0.38, 0.12, OLDER, 'YQ50A', { GH: 3, LRI: 1 }],
  ['108', 700, 1.12, 0.3, 0.05, 0.06, 0.3, 0.3, ADULT, 'HC32A', { LGH: 2, LRI: 1 }],
  ['110', 7300, 1.02, 0.3, 0.22, 0.08, 0.3, 0.18, ADULT, 'HN93Z', { LRI: 5, LGH: 3, EMPCC: 1, COMMUNITY: 1 }],
  ['120', 3900, 1.16, 0.36, 0.45, 0.07, 0.42, 0.12, YOUNG, 'CA55A', { LRI: 6, LGH: 1, EMPCC: 1, COMMUNITY: 1 }],
  ['130', 10600, 1.06, 0.16, 0.62, 0.03, 0.28, 0.05, OLDER, 'BZ88A', { LRI: 6, LGH: 1, EMPCC: 2, COMMUNITY: 1, HINCKLEY: 0.6 }],
  ['140', 950, 1.25, 0.4, 0.35, 0.03, 0.38, 0.06, YOUNG, 'CD03A', { LRI: 4, GH: 1 }],
  ['143', 1000, 1.22, 0.1, 0.5, 0.01, 0.16, 0.04, CHILD, 'CD07A', { LRI: 3, COMMUNITY: 1 }],
  ['144', 1250, 1.18, 0.34, 0.36, 0.04, 0.4, 0.1, ADULT, 'CA93A', { LRI: 1 }],
  ['160', 1900, 1.05, 0.28, 0.48, 0.05, 0.32, 0.1, ADULT, 'JC42C', { LRI: 3, COMMUNITY: 1 }],
  ['171', 480, 1.15, 0.4, 0.06, 0.06, 0.42, 0.16, CHILD, 'FF53B', { LRI: 1 }],
  ['172', 380, 0.6, 0.32, 0.03, 0.01, 0.16, 0.12, OLDER, 'EY51Z', { GH: 1 }],
  ['173', 420, 0.7, 0.3, 0.06, 0.01, 0.14, 0.2, OLDER, 'DZ69A', { GH: 1 }],
  ['190', 1300, 0.8, 0.6, 0.02, 0, 0.5, 0.3, ADULT, 'WD11Z', { LRI: 2, LGH: 2, GH: 1 }],
  ['191', 900, 1.15, 0.26, 0.25, 0.05, 0.24, 0.42, ADULT, 'AB14Z', { LGH: 3, COMMUNITY: 1 }],
  ['214', 800, 1.12, 0.34, 0.18, 0.09, 0.4, 0.08, CHILD, 'HN93Z', { LRI: 1 }],
  ['215', 680, 1.14, 0.42, 0.3, 0.07, 0.42, 0.1, CHILD, 'CA55B', { LRI: 1 }],
  ['216', 760, 1.18, 0.2, 0.55, 0.03, 0.3, 0.02, CHILD, 'BZ89A', { LRI: 1 }],
  ['251', 330, 1.02, 0.24, 0.03, 0.03, 0.2, 0.32, CHILD, 'PF26A', { LRI: 1 }],
  ['253', 260, 0.6, 0.12, 0.1, 0, 0.08, 0.1, CHILD, 'SA17H', { LRI: 1 }],
  ['258', 420, 1.1, 0.24, 0.28, 0.03, 0.22, 0.16, CHILD, 'DZ45Z', { LRI: 1 }],
  ['300', 900, 1.15, 0.44, 0.05, 0.03, 0.46, 0.24, ADULT, 'DZ50Z', { LRI: 3, LGH: 1, GH: 1 }],
  ['301', 2700, 1.12, 0.28, 0.05, 0.08, 0.28, 0.42, ADULT, 'FE22Z', { LRI: 2, LGH: 3 }],
  ['302', 1400, 1.08, 0.22, 0.04, 0.03, 0.22, 0.4, ADULT, 'KA07A', { LRI: 3, LGH: 1 }],
  ['303', 3200, 0.62, 0.13, 0.12, 0.02, 0.24, 0.34, OLDER, 'SA15G', { LRI: 1 }],
  ['306', 950, 1.36, 0.24, 0.18, 0.03, 0.25, 0.3, ADULT, 'GC18B', { LRI: 2, LGH: 1 }],
  ['307', 1900, 1.34, 0.12, 0.08, 0.03, 0.12, 0.3, ADULT, 'KB02G', { LGH: 3, LRI: 2, COMMUNITY: 1 }],
  ['320', 4700, 0.95, 0.36, 0.48, 0.04, 0.36, 0.22, OLDER, 'EY51Z', { GH: 8, LRI: 2, COMMUNITY: 1, HINCKLEY: 0.5 }],
  ['321', 540, 1.04, 0.3, 0.5, 0.02, 0.26, 0.04, CHILD, 'EY50Z', { LRI: 2, GH: 1 }],
  ['328', 420, 0.92, 0.42, 0.03, 0.02, 0.42, 0.25, OLDER, 'AA35F', { LRI: 1 }],
  ['330', 4800, 1.06, 0.36, 0.4, 0.09, 0.44, 0.1, ADULT, 'JC43C', { LRI: 5, COMMUNITY: 2, HINCKLEY: 0.8 }],
  ['340', 3300, 1.12, 0.27, 0.2, 0.04, 0.28, 0.28, OLDER, 'DZ69A', { GH: 7, LRI: 1 }],
  ['341', 620, 1.1, 0.42, 0.6, 0.01, 0.4, 0.06, OLDER, 'DZ52Z', { GH: 1 }],
  ['347', 840, 1.22, 0.34, 0.2, 0.09, 0.2, 0.45, ADULT, 'DZ50Z', { LGH: 1 }],
  ['350', 760, 1.28, 0.18, 0.05, 0.02, 0.2, 0.24, ADULT, 'WJ07A', { LRI: 1 }],
  ['361', 2600, 0.84, 0.12, 0.03, 0.02, 0.2, 0.34, OLDER, 'LD01A', { LGH: 5, LRI: 1, COMMUNITY: 1 }],
  ['370', 2900, 0.52, 0.12, 0.04, 0.02, 0.05, 0.36, OLDER, 'SB12Z', { LRI: 1 }],
  ['400', 2100, 1.12, 0.36, 0.12, 0.06, 0.34, 0.36, ADULT, 'AA33C', { LGH: 3, LRI: 2 }],
  ['410', 2900, 1.02, 0.18, 0.14, 0.1, 0.2, 0.36, ADULT, 'HD23D', { LRI: 2, LGH: 1, COMMUNITY: 1 }],
  ['420', 2700, 1.16, 0.3, 0.04, 0.06, 0.36, 0.22, CHILD, 'PX50A', { LRI: 5, COMMUNITY: 1 }],
  ['430', 1100, 0.98, 0.44, 0.02, 0.02, 0.4, 0.2, [0, 0, 0.05, 0.35, 0.6], 'WH20A', { LGH: 2, LRI: 1, COMMUNITY: 1 }],
  ['501', 2700, 0.82, 0.22, 0.38, 0, 0.22, 0.04, MATERNITY, 'NZ21Z', { LRI: 3, LGH: 2 }],
  ['502', 4000, 1.02, 0.36, 0.36, 0.06, 0.4, 0.14, YOUNG, 'MA36Z', { LGH: 3, LRI: 3, EMPCC: 0.6, COMMUNITY: 0.6 }],
  ['503', 480, 0.58, 0.22, 0.12, 0.05, 0.12, 0.22, ADULT, 'MA37Z', { LGH: 2, LRI: 1 }],
  ['560', 3400, 0.68, 0.14, 0.06, 0, 0.12, 0.12, MATERNITY, 'NZ24A', { LRI: 2, LGH: 2, COMMUNITY: 2 }],
  ['650', 4700, 1.18, 0.3, 0.02, 0.16, 0.24, 0.18, ADULT, 'HN93Z', { LRI: 2, LGH: 2, GH: 1, COMMUNITY: 1 }],
  ['651', 900, 1.1, 0.32, 0.02, 0.1, 0.3, 0.12, ADULT, 'HN93Z', { LRI: 1, LGH: 1 }],
  ['652', 640, 1.08, 0.28, 0.04, 0.05, 0.24, 0.26, ADULT, 'CA71A', { LRI: 2, LGH: 1 }],
  ['654', 1300, 1.32, 0.3, 0, 0.08, 0.26, 0.5, ADULT, 'FD11A', { LRI: 2, LGH: 1, GH: 1 }],
  ['800', 3400, 0.44, 0.12, 0.08, 0.02, 0.06, 0.32, OLDER, 'SC97Z', { LRI: 1 }],
];

/** Every specialty that holds outpatient clinics and counts in the outpatient measures. */
export const SPECIALTIES: readonly SpecialtyProfile[] = ROWS.map(
  ([code, volume, dna, first, procedure, pifu, discharge, remote, ages, hrg, sites]) =>
    ({ code, volume, dna, first, procedure, pifu, discharge, remote, ages, hrg, sites }),
);

/** Diagnostic imaging books outpatient appointments too; every outpatient measure leaves them out. */
export const IMAGING: SpecialtyProfile = {
  code: '812', volume: 4200, dna: 1, first: 0.7, procedure: 0, pifu: 0, discharge: 0.5, remote: 0, ages: ADULT, hrg: 'RD97Z',
  sites: { LRI: 3, LGH: 2, GH: 2, HINCKLEY: 1, COMMUNITY: 0.5 },
};
