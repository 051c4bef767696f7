import type { SiteCode, SiteShares } from './site-profile';

/** Machines of one kind at one site, all alike. */
export interface MachineProfile {
  readonly modality: 'ct' | 'mri' | 'ultrasound' | 'xray';
  readonly site: SiteCode;
  readonly machines: number;
  /** Of these, the last ones serve the community diagnostic centre. */
  readonly community: number;
  /** Minutes staffed and open to patients on a weekday, and the share of them at weekends. */
  readonly minutes: number;
  readonly weekend: number;
}

/** A test that needs no imaging machine: where, how many a usual weekday, how often missed, days to its report. */
export interface BenchTest {
  readonly test: string;
  readonly specialty: string;
  readonly sites: SiteShares;
  readonly missed: number;
  readonly days: number;
}

/** Minutes of an examination, share missed, and usual days to the report, by kind of machine. */
export const EXAMINATIONS = [
  { modality: 'ct', test: 'computed-tomography', minutes: 16, missed: 0.032, days: 5.5 },
  { modality: 'mri', test: 'magnetic-resonance-imaging', minutes: 29, missed: 0.05, days: 8.5 },
  { modality: 'ultrasound', test: 'non-obstetric-ultrasound', minutes: 18, missed: 0.062, days: 1.2 },
  { modality: 'xray', test: 'plain-radiography', minutes: 9, missed: 0.012, days: 3.6 },
] as const;

export const MACHINES: readonly MachineProfile[] = [
  { modality: 'ct', site: 'LRI', machines: 3, community: 0, minutes: 840, weekend: 0.85 },
  { modality: 'ct', site: 'LGH', machines: 2, community: 1, minutes: 660, weekend: 0.5 },
  { modality: 'ct', site: 'GH', machines: 2, community: 0, minutes: 720, weekend: 0.6 },
  { modality: 'ct', site: 'HINCKLEY', machines: 1, community: 1, minutes: 600, weekend: 0.5 },
  { modality: 'mri', site: 'LRI', machines: 3, community: 0, minutes: 780, weekend: 0.8 },
  { modality: 'mri', site: 'LGH', machines: 2, community: 1, minutes: 720, weekend: 0.7 },
  { modality: 'mri', site: 'GH', machines: 2, community: 0, minutes: 720, weekend: 0.7 },
  { modality: 'mri', site: 'HINCKLEY', machines: 1, community: 1, minutes: 660, weekend: 0.5 },
  { modality: 'ultrasound', site: 'LRI', machines: 5, community: 0, minutes: 510, weekend: 0.3 },
  { modality: 'ultrasound', site: 'LGH', machines: 4, community: 3, minutes: 510, weekend: 0.3 },
  { modality: 'ultrasound', site: 'GH', machines: 2, community: 0, minutes: 480, weekend: 0.2 },
  { modality: 'ultrasound', site: 'HINCKLEY', machines: 2, community: 2, minutes: 480, weekend: 0.4 },
  { modality: 'ultrasound', site: 'COMMUNITY', machines: 2, community: 0, minutes: 420, weekend: 0 },
  { modality: 'xray', site: 'LRI', machines: 4, community: 0, minutes: 840, weekend: 0.8 },
  { modality: 'xray', site: 'LGH', machines: 2, community: 1, minutes: 600, weekend: 0.4 },
  { modality: 'xray', site: 'GH', machines: 2, community: 0, minutes: 660, weekend: 0.5 },
  { modality: 'xray', site: 'HINCKLEY', machines: 1, community: 1, minutes: 540, weekend: 0.4 },
  { modality: 'xray', site: 'COMMUNITY', machines: 2, community: 0, minutes: 480, weekend: 0.2 },
];

export const BENCH_TESTS: readonly BenchTest[] = [
  { test: 'barium-enema', specialty: '812', sites: { LRI: 2 }, missed: 0.04, days: 6 },
  { test: 'dexa-scan', specialty: '812', sites: { LGH: 22, HINCKLEY: 8 }, missed: 0.055, days: 7 },
  { test: 'audiology-assessments', specialty: '120', sites: { LRI: 34, LGH: 18, COMMUNITY: 22 }, missed: 0.095, days: 0 },
  { test: 'echocardiography', specialty: '320', sites: { GH: 82, LRI: 46, LGH: 26, HINCKLEY: 12 }, missed: 0.06, days: 2.5 },
  { test: 'electrophysiology', specialty: '320', sites: { GH: 2 }, missed: 0.02, days: 1 },
  { test: 'peripheral-neurophysiology', specialty: '400', sites: { LGH: 17 }, missed: 0.085, days: 5 },
  { test: 'sleep-studies', specialty: '347', sites: { LGH: 9, GH: 5 }, missed: 0.1, days: 9 },
  { test: 'urodynamics', specialty: '101', sites: { LGH: 5, LRI: 3 }, missed: 0.07, days: 3 },
];
