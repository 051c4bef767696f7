import type { SiteCode, SiteShares } from './site-profile';

/** An operation done on a specialty's lists: OPCS-4 code, its share there, usual minutes, and whether patients go home the same day. */
export type OperationProfile = readonly [code: string, share: number, minutes: number, dayCase: number];

/** A specialty's theatre lists: how many a week at each site, how long, and how they run. Illustrative figures. */
export interface SurgicalProfile {
  readonly code: string;
  /** Elective lists a week at each site. */
  readonly lists: SiteShares;
  /** Share of lists that last all day (eight hours); the others last half a day (four). */
  readonly allDay: number;
  /** Propensity to have more cases on a half-day list. */
  readonly cases: number;
  /** Propensity to start late and to lose cases on the day, 1 for the average. */
  readonly late: number;
  readonly lost: number;
  /** Minutes between two cases. */
  readonly turnround: number;
  readonly operations: readonly OperationProfile[];
}

export const SURGICAL: readonly SurgicalProfile[] = [
  { code: '100', lists: { LRI: 10, LGH: 10, EMPCC: 6 }, allDay: 0.45, cases: 0.62, late: 1.02, lost: 1.15, turnround: 14,
    operations: [['T20.2', 35, 60, 0.85], ['J18.3', 35, 85, 0.6], ['T24.2', 15, 50, 0.85], ['H51.1', 15, 40, 0.9]] },
  { code: '101', lists: { LGH: 30, EMPCC: 8 }, allDay: 0.4, cases: 0.8, late: 0.95, lost: 1.1, turnround: 12,
    operations: [['M42.1', 30, 45, 0.5], ['M65.3', 20, 70, 0.05], ['M45.9', 25, 25, 0.95], ['N30.3', 15, 35, 0.97], ['M61.1', 10, 200, 0]] },
  { code: '102', lists: { LGH: 5 }, allDay: 1, cases: 0.08, late: 1.1, lost: 1.2, turnround: 20,
    operations: [['M01.3', 70, 210, 0], ['L74.2', 30, 100, 0.4]] },
  { code: '103', lists: { GH: 15 }, allDay: 0.55, cases: 0.55, late: 0.85, lost: 0.6, turnround: 14,
    operations: [['B28.2', 50, 70, 0.8], ['B27.4', 30, 110, 0.3], ['T87.3', 20, 60, 0.7]] },
  { code: '104', lists: { LGH: 12, LRI: 8 }, allDay: 0.8, cases: 0.18, late: 1.08, lost: 1.1, turnround: 18,
    operations: [['H33.4', 35, 240, 0], ['H07.9', 25, 190, 0], ['H51.1', 25, 40, 0.9], ['H55.4', 15, 40, 0.9]] },
  { code: '105', lists: { LGH: 8 }, allDay: 0.95, cases: 0.1, late: 1.12, lost: 1.3, turnround: 20,
    operations: [['J02.2', 40, 260, 0], ['J56.1', 25, 380, 0], ['J18.3', 35, 90, 0.4]] },
  { code: '106', lists: { LRI: 8 }, allDay: 0.85, cases: 0.22, late: 1.06, lost: 1.2, turnround: 18,
    operations: [['G24.3', 35, 120, 0.1], ['G01.1', 20, 380, 0], ['J18.3', 45, 80, 0.6]] },
  { code: '107', lists: { GH: 12 }, allDay: 0.8, cases: 0.2, late: 1.1, lost: 1.3, turnround: 18,
    operations: [['L29.5', 25, 140, 0], ['L59.3', 25, 210, 0], ['L84.2', 30, 60, 0.95], ['L74.2', 20, 100, 0.5]] },
  { code: '108', lists: { LGH: 6 }, allDay: 0.9, cases: 0.25, late: 1.08, lost: 1.1, turnround: 18,
    operations: [['V33.7', 50, 110, 0.1], ['V25.4', 50, 140, 0.05]] },
  { code: '110', lists: { LGH: 34, LRI: 6, EMPCC: 10 }, allDay: 0.6, cases: 0.5, late: 1.06, lost: 1.05, turnround: 17,
    operations: [['W37.1', 22, 100, 0.02], ['W40.1', 25, 100, 0.02], ['W82.2', 18, 45, 0.95], ['A65.1', 20, 25, 0.99], ['W74.2', 15, 95, 0.6]] },
  { code: '120', lists: { LRI: 24, EMPCC: 8 }, allDay: 0.35, cases: 0.8, late: 1, lost: 1.25, turnround: 13,
    operations: [['F34.1', 30, 40, 0.8], ['D15.1', 25, 20, 0.99], ['E03.6', 25, 60, 0.75], ['D14.1', 20, 100, 0.6]] },
  { code: '130', lists: { LRI: 34, EMPCC: 12 }, allDay: 0.15, cases: 2.1, late: 0.8, lost: 0.8, turnround: 7,
    operations: [['C71.2', 70, 28, 0.995], ['C79.2', 12, 75, 0.9], ['C60.1', 8, 60, 0.95], ['C13.1', 10, 40, 0.99]] },
  { code: '144', lists: { LRI: 15 }, allDay: 0.45, cases: 0.6, late: 1.04, lost: 1.1, turnround: 14,
    operations: [['F09.1', 45, 40, 0.97], ['F10.4', 25, 35, 0.97], ['V16.1', 30, 150, 0.05]] },
  { code: '160', lists: { LRI: 20 }, allDay: 0.45, cases: 0.62, late: 1, lost: 0.95, turnround: 13,
    operations: [['S06.5', 45, 40, 0.97], ['S36.1', 25, 70, 0.8], ['B39.5', 10, 330, 0], ['A65.1', 20, 25, 0.99]] },
  { code: '171', lists: { LRI: 9 }, allDay: 0.4, cases: 0.85, late: 0.9, lost: 1.2, turnround: 12,
    operations: [['N30.3', 35, 35, 0.98], ['T20.1', 35, 45, 0.95], ['N09.2', 30, 55, 0.92]] },
  { code: '172', lists: { GH: 18 }, allDay: 1, cases: 0.06, late: 1.3, lost: 1.5, turnround: 25,
    operations: [['K40.4', 60, 270, 0], ['K26.2', 40, 270, 0]] },
  { code: '173', lists: { GH: 9 }, allDay: 0.9, cases: 0.25, late: 1.18, lost: 1.1, turnround: 18,
    operations: [['E54.3', 55, 170, 0], ['T07.1', 45, 110, 0]] },
  { code: '191', lists: { LGH: 6 }, allDay: 0.1, cases: 1.5, late: 0.75, lost: 0.9, turnround: 8,
    operations: [['V54.4', 55, 25, 0.99], ['A52.1', 45, 22, 0.99]] },
  { code: '502', lists: { LGH: 16, LRI: 10, EMPCC: 4 }, allDay: 0.4, cases: 0.66, late: 1, lost: 1.05, turnround: 13,
    operations: [['Q07.4', 25, 110, 0.05], ['Q18.8', 40, 30, 0.97], ['T42.2', 15, 70, 0.85], ['Q22.3', 20, 85, 0.5]] },
  { code: '503', lists: { LGH: 6 }, allDay: 0.95, cases: 0.22, late: 1.05, lost: 0.8, turnround: 18,
    operations: [['Q07.1', 70, 190, 0], ['Q22.3', 30, 120, 0.1]] },
  { code: '214', lists: { LRI: 6 }, allDay: 0.5, cases: 0.5, late: 0.95, lost: 1.1, turnround: 15,
    operations: [['W28.3', 50, 50, 0.85], ['X22.2', 50, 120, 0.1]] },
  { code: '215', lists: { LRI: 7 }, allDay: 0.25, cases: 1.1, late: 0.9, lost: 1.3, turnround: 11,
    operations: [['F34.1', 55, 35, 0.85], ['D15.1', 45, 18, 0.99]] },
];

/** Lists that are there every day for what cannot wait; measures of elective theatres leave them out. */
export interface UnplannedProfile {
  readonly code: string;
  readonly site: SiteCode;
  readonly type: 'emergency' | 'trauma';
  readonly theatres: number;
  readonly weekend: boolean;
  readonly operations: readonly OperationProfile[];
}
export const UNPLANNED: readonly UnplannedProfile[] = [
  { code: '100', site: 'LRI', type: 'emergency', theatres: 2, weekend: true, operations: [['H01.2', 40, 70, 0], ['T30.3', 25, 120, 0], ['J18.3', 35, 100, 0]] },
  { code: '110', site: 'LRI', type: 'trauma', theatres: 2, weekend: true, operations: [['W19.1', 45, 90, 0], ['W46.1', 35, 85, 0], ['W20.1', 20, 75, 0.2]] },
  { code: '101', site: 'LGH', type: 'emergency', theatres: 1, weekend: true, operations: [['M47.3', 60, 30, 0.1], ['M29.2', 40, 45, 0]] },
  { code: '501', site: 'LRI', type: 'emergency', theatres: 1, weekend: true, operations: [['R18.2', 90, 60, 0], ['R30.1', 10, 45, 0]] },
  { code: '107', site: 'GH', type: 'emergency', theatres: 1, weekend: false, operations: [['L26.4', 40, 200, 0], ['X09.3', 60, 90, 0]] },
];
