import { usualDays, valueAt, type Course } from './course';
import { PAPER_OUTPATIENTS, PAPER_THEATRES } from './paper-month';

/** What the trust's outpatient appointments of a month add up to: counts, and two rates from 0 to 1. */
export interface OutpatientTarget {
  readonly attended: number;
  readonly missed: number;
  /** Attended first appointments. */
  readonly first: number;
  /** Attended face-to-face follow-ups with a procedure. */
  readonly procedures: number;
  /** Of the attended first appointments, those discharged. */
  readonly discharged: number;
  /** Attended appointments moved to patient-initiated follow-up. */
  readonly pifu: number;
  readonly clinicUtilisation: number;
  /** Share held by telephone or video. */
  readonly remote: number;
}

/** What the elective theatre lists of a month add up to: counts, and capped utilisation from 0 to 1. */
export interface TheatreTarget {
  readonly lists: number;
  readonly completed: number;
  readonly cancelledOnTheDay: number;
  readonly late: number;
  readonly utilisation: number;
}

// The course of each measure follows what the 2024 paper says of it; where it is silent, the course is illustrative.
const MISSED: Course = [
  ['2019-04', 0.076], ['2020-02', 0.077], ['2020-04', 0.062], ['2020-09', 0.068], ['2022-01', 0.075], ['2022-10', 0.077],
  ['2023-01', 0.0755], ['2023-07', 0.0742], ['2023-12', 0.0718], ['2024-01', 0.0602], ['2024-03', 0.0613], ['2024-06', 0.064],
  ['2024-12', 0.0648], ['2025-03', 0.0622], ['2025-09', 0.0606], ['2026-03', 0.0582], ['2026-11', 0.0562], ['2027-12', 0.055],
];
const FIRST_OR_PROCEDURE: Course = [
  ['2019-04', 0.404], ['2020-02', 0.406], ['2020-04', 0.345], ['2020-09', 0.385], ['2022-04', 0.411], ['2023-04', 0.419],
  ['2024-03', 0.4285], ['2024-06', 0.4335], ['2025-03', 0.442], ['2026-03', 0.451], ['2026-11', 0.456], ['2027-12', 0.461],
];
const FIRST: Course = [
  ['2019-04', 0.252], ['2020-02', 0.252], ['2020-04', 0.212], ['2020-10', 0.238], ['2022-04', 0.243], ['2024-06', 0.246],
  ['2026-03', 0.253], ['2027-12', 0.257],
];
const DISCHARGED: Course = [
  ['2019-04', 0.33], ['2020-05', 0.352], ['2021-06', 0.336], ['2023-04', 0.342], ['2024-03', 0.356], ['2024-06', 0.35],
  ['2025-06', 0.357], ['2027-06', 0.366],
];
const PIFU: Course = [
  ['2020-12', 0], ['2021-06', 0.004], ['2022-06', 0.016], ['2023-08', 0.0262], ['2024-02', 0.0362], ['2024-03', 0.0392],
  ['2024-06', 0.0424], ['2025-03', 0.0488], ['2026-03', 0.0536], ['2026-11', 0.0556], ['2027-12', 0.058],
];
const CLINICS: Course = [
  ['2019-04', 0.918], ['2020-02', 0.92], ['2020-04', 0.74], ['2020-10', 0.862], ['2021-10', 0.915], ['2022-04', 0.93],
  ['2024-09', 0.931], ['2025-04', 0.938], ['2026-11', 0.944],
];
const REMOTE: Course = [
  ['2019-04', 0.05], ['2020-02', 0.06], ['2020-04', 0.56], ['2020-09', 0.42], ['2021-09', 0.32], ['2022-09', 0.25],
  ['2024-03', 0.212], ['2026-11', 0.19],
];
const CASES: Course = [
  ['2019-04', 1.66], ['2020-02', 1.65], ['2020-04', 1.18], ['2020-10', 1.36], ['2021-10', 1.44], ['2022-04', 1.47],
  ['2023-03', 1.52], ['2024-03', 1.56], ['2024-06', 1.575], ['2025-03', 1.62], ['2026-03', 1.68], ['2026-11', 1.715], ['2027-12', 1.76],
];
const UTILISED: Course = [
  ['2019-04', 0.776], ['2020-02', 0.772], ['2020-04', 0.62], ['2020-10', 0.69], ['2022-04', 0.728], ['2023-06', 0.741],
  ['2024-03', 0.753], ['2024-06', 0.766], ['2025-03', 0.776], ['2026-03', 0.788], ['2026-11', 0.796], ['2027-12', 0.805],
];
const LATE: Course = [
  ['2019-04', 0.38], ['2020-02', 0.39], ['2020-06', 0.47], ['2022-06', 0.45], ['2023-06', 0.432], ['2024-03', 0.416],
  ['2024-06', 0.398], ['2025-03', 0.37], ['2026-03', 0.335], ['2026-11', 0.312], ['2027-12', 0.28],
];
const LOST: Course = [
  ['2019-04', 0.094], ['2020-02', 0.097], ['2020-05', 0.074], ['2021-06', 0.101], ['2022-12', 0.113], ['2023-12', 0.105],
  ['2024-03', 0.1012], ['2024-06', 0.0988], ['2025-03', 0.0935], ['2026-03', 0.088], ['2026-11', 0.0845], ['2027-12', 0.08],
];
// Against the spring of 2024 as 1; the first wave of Covid-19 stopped most planned care.
const CLINIC_VOLUME: Course = [
  ['2019-04', 0.965], ['2020-02', 0.97], ['2020-03', 0.8], ['2020-04', 0.5], ['2020-05', 0.52], ['2020-07', 0.68], ['2020-10', 0.84],
  ['2021-01', 0.8], ['2021-06', 0.91], ['2022-06', 0.945], ['2024-06', 1], ['2025-06', 1.03], ['2026-11', 1.06], ['2028-01', 1.08],
];
const LIST_VOLUME: Course = [
  ['2019-04', 1.02], ['2020-02', 1.02], ['2020-03', 0.72], ['2020-04', 0.22], ['2020-05', 0.26], ['2020-08', 0.62], ['2020-11', 0.7],
  ['2021-01', 0.45], ['2021-05', 0.8], ['2022-04', 0.91], ['2023-06', 0.96], ['2024-06', 1], ['2024-12', 1.03], ['2026-11', 1.07], ['2028-01', 1.09],
];

const ATTENDED_A_DAY = 3_985;
const LISTS_A_DAY = 60.8;

/** The outpatient target of a month, YYYY-MM. The same whenever it is asked for. */
export function outpatientTarget(month: string): OutpatientTarget {
  const printed = PAPER_OUTPATIENTS[month];
  if (printed !== undefined) {
    return printed;
  }
  const at = (course: Course, purpose: string, spread: number): number => valueAt(course, month, purpose, spread);
  const attended = Math.round(ATTENDED_A_DAY * usualDays(month) * at(CLINIC_VOLUME, 'clinics', 0.012));
  const missedRate = at(MISSED, 'missed', 0.012);
  const first = Math.round(attended * at(FIRST, 'first', 0.006));
  return {
    attended,
    missed: Math.round((attended * missedRate) / (1 - missedRate)),
    first,
    procedures: Math.round(attended * at(FIRST_OR_PROCEDURE, 'procedures', 0.006)) - first,
    discharged: Math.round(first * at(DISCHARGED, 'discharged', 0.014)),
    pifu: Math.round(attended * at(PIFU, 'pifu', 0.016)),
    clinicUtilisation: at(CLINICS, 'slots', 0.004),
    remote: at(REMOTE, 'remote', 0.01),
  };
}

/** The target of a month's elective lists, YYYY-MM. The same whenever it is asked for. */
export function theatreTarget(month: string): TheatreTarget {
  const printed = PAPER_THEATRES[month];
  if (printed !== undefined) {
    return printed;
  }
  const at = (course: Course, purpose: string, spread: number): number => valueAt(course, month, purpose, spread);
  const lists = Math.round(LISTS_A_DAY * usualDays(month) * at(LIST_VOLUME, 'lists', 0.014));
  const completed = Math.round(lists * at(CASES, 'cases', 0.008));
  const lostRate = at(LOST, 'lost', 0.03);
  return {
    lists,
    completed,
    cancelledOnTheDay: Math.round((completed * lostRate) / (1 - lostRate)),
    late: Math.round(lists * at(LATE, 'late', 0.022)),
    utilisation: at(UTILISED, 'utilised', 0.006),
  };
}
