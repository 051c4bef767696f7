import type { SiteShares } from './site-profile';

/** The kinds of spell that do not come from a theatre list. `regular` are regular day attenders, whom elective measures leave out. */
export type SpellKind = 'day-case' | 'inpatient' | 'emergency' | 'maternity' | 'regular';

/** Spells of one specialty that are alike: how many a month, how long, where, and what is done. Illustrative figures. */
export interface SpellProfile {
  readonly kind: SpellKind;
  readonly specialty: string;
  /** Mean nights, and the share of stays with no night. */
  readonly nights: number;
  readonly zero: number;
  /** Share with a procedure. */
  readonly procedure: number;
  readonly sites: SiteShares;
  /** OPCS-4 code, healthcare resource group, and spells a month. */
  readonly groups: readonly (readonly [opcs: string, hrg: string, spells: number])[];
}

type Row = readonly [specialty: string, nights: number, zero: number, procedure: number, sites: SpellProfile['sites'], groups: SpellProfile['groups']];

const DAY_CASES: readonly Row[] = [
  ['100', 0, 1, 1, { LRI: 2, LGH: 2 }, [['H28.9', 'FE35Z', 150]]],
  ['101', 0, 1, 1, { LGH: 3, COMMUNITY: 1 }, [['M45.5', 'LB72A', 420], ['M14.1', 'LB36Z', 60]]],
  ['110', 0, 1, 1, { LGH: 2, LRI: 1 }, [['W90.3', 'HN93Z', 190]]],
  ['191', 0, 1, 1, { LGH: 1 }, [['A57.7', 'AB15Z', 190]]],
  ['301', 0, 1, 1, { LRI: 3, LGH: 3, GH: 1 }, [['G45.1', 'FE22Z', 820], ['H22.9', 'FE32Z', 1080], ['H25.9', 'FE35Z', 290]]],
  ['303', 0, 1, 1, { LRI: 1 }, [['X33.2', 'SA44A', 560], ['X72.2', 'SB13Z', 480]]],
  ['320', 0, 1, 1, { GH: 1 }, [['K63.1', 'EY43F', 310], ['K75.1', 'EY40D', 90], ['K60.1', 'EY06E', 85]]],
  ['330', 0, 1, 1, { LRI: 4, COMMUNITY: 1 }, [['S09.1', 'JC42C', 240]]],
  ['340', 0, 1, 1, { GH: 1 }, [['E49.1', 'DZ69B', 150]]],
  ['361', 0, 1, 1, { LGH: 1 }, [['L91.2', 'LA05Z', 110]]],
  ['370', 0, 1, 1, { LRI: 1 }, [['X72.1', 'SB12Z', 1450], ['X72.3', 'SB14Z', 480]]],
  ['400', 0, 1, 1, { LGH: 1, LRI: 1 }, [['A55.9', 'AA35F', 150]]],
  ['410', 0, 1, 1, { LRI: 1 }, [['X92.1', 'HD23E', 310]]],
  ['420', 0, 1, 1, { LRI: 1 }, [['X38.1', 'PX57C', 210]]],
  ['502', 0, 1, 1, { LGH: 1, LRI: 1 }, [['Q55.5', 'MA36Z', 170]]],
  ['800', 0, 1, 1, { LRI: 1 }, [['X65.4', 'SC31Z', 180]]],
];
const INPATIENTS: readonly Row[] = [
  ['101', 2.2, 0, 0.8, { LGH: 1 }, [['M09.1', 'LB65D', 50]]],
  ['300', 3.4, 0, 0.3, { LRI: 1 }, [['U05.1', 'DZ11V', 35]]],
  ['301', 2.8, 0, 0.8, { LRI: 2, LGH: 1 }, [['J38.1', 'GB05H', 75], ['G45.1', 'FE12B', 40]]],
  ['303', 8.4, 0, 0.6, { LRI: 1 }, [['X33.6', 'SA20A', 70], ['X72.1', 'SA25K', 60]]],
  ['320', 2, 0, 0.9, { GH: 1 }, [['K75.1', 'EY41D', 130], ['K60.1', 'EY05C', 90], ['K62.1', 'EY32B', 70]]],
  ['340', 2.6, 0, 0.6, { GH: 1 }, [['U33.1', 'DZ18D', 90]]],
  ['361', 3.1, 0, 0.6, { LGH: 1 }, [['L91.4', 'LA08K', 65]]],
  ['370', 4.6, 0, 0.7, { LRI: 1 }, [['X72.2', 'SB17Z', 110]]],
  ['400', 2.9, 0, 0.4, { LRI: 1, LGH: 1 }, [['A84.1', 'AA30F', 35]]],
  ['420', 2.1, 0, 0.4, { LRI: 1 }, [['X38.1', 'PF12C', 55]]],
  ['502', 1.6, 0, 0.9, { LRI: 1, LGH: 1 }, [['Q11.3', 'MB08B', 40]]],
  ['560', 1.4, 0, 0.2, { LRI: 1, LGH: 1 }, [['R37.2', 'NZ16Z', 30]]],
  ['800', 3.8, 0, 0.8, { LRI: 1 }, [['X65.2', 'SC29Z', 45]]],
];
const EMERGENCIES: readonly Row[] = [
  ['100', 3.7, 0.26, 0.42, { LRI: 1 }, [['J18.3', 'GA10H', 190], ['H01.2', 'FF37C', 210], ['T30.3', 'FD01J', 480]]],
  ['101', 2.5, 0.3, 0.48, { LGH: 1 }, [['M47.3', 'LB16K', 140], ['M29.2', 'LB40G', 120]]],
  ['107', 7.6, 0.12, 0.6, { GH: 1 }, [['L26.4', 'YQ04C', 45], ['X09.3', 'YQ21B', 50]]],
  ['110', 8.2, 0.14, 0.72, { LRI: 1 }, [['W19.1', 'HT12D', 210], ['W46.1', 'HT13B', 130], ['W20.1', 'HT22C', 110]]],
  ['120', 1.4, 0.42, 0.3, { LRI: 1 }, [['E05.1', 'CA11B', 80], ['F36.1', 'CB02F', 75]]],
  ['140', 1.3, 0.3, 0.7, { LRI: 1 }, [['V15.3', 'CA91B', 60]]],
  ['160', 2.1, 0.3, 0.75, { LRI: 1 }, [['S35.2', 'JB40C', 70]]],
  ['171', 1.6, 0.3, 0.5, { LRI: 1 }, [['H01.2', 'FF37D', 90]]],
  ['173', 6.5, 0.08, 0.5, { GH: 1 }, [['T12.4', 'DZ26N', 45]]],
  ['300', 4.9, 0.27, 0.14, { LRI: 8, GH: 1 }, [['U05.1', 'DZ11T', 1250], ['X29.8', 'LA04Q', 620], ['U20.1', 'WH13B', 480]]],
  ['301', 5.4, 0.16, 0.5, { LRI: 3, LGH: 1 }, [['G45.1', 'FD02G', 230]]],
  ['303', 6.4, 0.18, 0.3, { LRI: 1 }, [['X33.2', 'SA08H', 110]]],
  ['320', 4.6, 0.24, 0.4, { GH: 1 }, [['K75.2', 'EY41B', 160], ['K63.1', 'EB10D', 420], ['K60.1', 'EB07D', 260]]],
  ['328', 9.4, 0.06, 0.2, { LRI: 1 }, [['U05.1', 'AA35D', 180]]],
  ['340', 6, 0.16, 0.2, { GH: 1 }, [['E49.1', 'DZ65J', 420], ['T12.4', 'DZ19L', 290]]],
  ['350', 5.1, 0.12, 0.2, { LRI: 1 }, [['A55.9', 'WJ06J', 60]]],
  ['361', 6.3, 0.14, 0.4, { LGH: 1 }, [['X40.3', 'LA07M', 180]]],
  ['370', 5.3, 0.18, 0.24, { LRI: 1 }, [['X29.8', 'SB97Z', 190]]],
  ['400', 5.6, 0.2, 0.3, { LRI: 1 }, [['A55.9', 'AA26G', 70]]],
  ['420', 1.5, 0.46, 0.1, { LRI: 1 }, [['X29.8', 'PF25D', 560], ['E95.2', 'PD15B', 380]]],
  ['430', 9.8, 0.08, 0.12, { LRI: 3, GH: 1 }, [['U20.1', 'WH09D', 420], ['U05.1', 'KB02J', 300]]],
  ['502', 1.4, 0.4, 0.4, { LRI: 3, LGH: 1 }, [['Q11.3', 'MB09E', 220]]],
];
const MATERNITY: readonly Row[] = [
  ['501', 1.7, 0.16, 0.82, { LRI: 3, LGH: 2 }, [['R18.2', 'NZ50C', 240], ['R24.9', 'NZ30C', 400], ['R22.1', 'NZ41C', 90]]],
  ['560', 1, 0.3, 0.4, { LRI: 1, LGH: 1 }, [['R24.9', 'NZ30A', 110]]],
];
const REGULAR: readonly Row[] = [['361', 0, 1, 1, { LGH: 5, LRI: 1 }, [['X40.3', 'LD05A', 540]]]];

const rows = (kind: SpellKind, of: readonly Row[]): SpellProfile[] =>
  of.map(([specialty, nights, zero, procedure, sites, groups]) => ({ kind, specialty, nights, zero, procedure, sites, groups }));

export const SPELLS: readonly SpellProfile[] = [
  ...rows('day-case', DAY_CASES), ...rows('inpatient', INPATIENTS), ...rows('emergency', EMERGENCIES), ...rows('maternity', MATERNITY), ...rows('regular', REGULAR),
];
