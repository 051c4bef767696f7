import type { OutpatientTarget, TheatreTarget } from './month-target';

/**
 * April and May 2024 in counts, chosen so that the trust-level rates print as in the board paper of 11 July 2024:
 * Tables 1 and 2, May and year to date. Attended firsts and procedures add up to the 72,310 of its Table 4
 * (New Outpatients 37,564 + 3,556, Outpatient Procedures 31,190).
 */
export const PAPER_OUTPATIENTS: Readonly<Record<string, OutpatientTarget>> = {
  '2024-04': {
    attended: 83_561, missed: 5_628, first: 20_480, procedures: 15_446, discharged: 7_396, pifu: 3_484,
    clinicUtilisation: 0.9357, remote: 0.21,
  },
  '2024-05': {
    attended: 83_812, missed: 5_846, first: 20_640, procedures: 15_744, discharged: 7_123, pifu: 3_537,
    clinicUtilisation: 0.9302, remote: 0.21,
  },
};

/** Elective lists of the same two months: 2,580 run, 4,050 cases completed, 449 cancelled on the day, 1,045 late starts. */
export const PAPER_THEATRES: Readonly<Record<string, TheatreTarget>> = {
  '2024-04': { lists: 1_281, completed: 2_011, cancelledOnTheDay: 225, late: 532, utilisation: 0.7538 },
  '2024-05': { lists: 1_299, completed: 2_039, cancelledOnTheDay: 224, late: 513, utilisation: 0.7681 },
};
