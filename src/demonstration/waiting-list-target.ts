import { valueAt, type Course } from './course';

/** A wait in days that stands for each band; bands begin at 0, 28, 56, 84, 127, 183, 281, 365, 456, 547 and 729 days. */
export const BAND_DAYS = [14, 42, 70, 104, 154, 230, 322, 404, 494, 610, 760] as const;

// The paper: no waits of 104 weeks in 2023/24, fewer of 78; nationally none of 65 from September 2024. The counts are illustrative.
const ALL: Course = [
  ['2019-04', 63_000], ['2020-02', 65_500], ['2020-06', 58_000], ['2021-06', 86_000], ['2022-06', 108_000], ['2023-09', 117_000], ['2024-06', 107_500],
  ['2025-06', 100_500], ['2026-11', 94_500],
];
const IN_TIME: Course = [
  ['2019-04', 0.858], ['2020-02', 0.838], ['2020-07', 0.47], ['2021-04', 0.6], ['2022-04', 0.575], ['2023-04', 0.55], ['2024-04', 0.578], ['2024-12', 0.597],
  ['2025-06', 0.618], ['2026-03', 0.651], ['2026-11', 0.668],
];
const OVER: Readonly<Record<52 | 65 | 78 | 104, Course>> = {
  52: [['2019-04', 2], ['2020-02', 6], ['2020-12', 7_800], ['2021-03', 13_200], ['2022-03', 12_300], ['2023-03', 9_200], ['2024-03', 4_350], ['2024-09', 3_300],
    ['2025-03', 2_150], ['2026-03', 930], ['2026-11', 590]],
  65: [['2020-04', 0], ['2021-03', 7_100], ['2022-03', 6_200], ['2023-03', 3_300], ['2024-03', 660], ['2024-06', 455], ['2024-09', 110], ['2024-12', 16], ['2025-06', 7], ['2026-06', 2]],
  78: [['2020-07', 0], ['2021-06', 4_300], ['2022-03', 2_500], ['2023-03', 290], ['2024-03', 34], ['2024-06', 17], ['2024-10', 3], ['2025-01', 0]],
  104: [['2020-12', 0], ['2021-12', 560], ['2022-03', 320], ['2022-08', 14], ['2023-03', 0]],
};

/**
 * How many pathways are open in each band at the end of a month, YYYY-MM, shortest first, and how many with no clock
 * start known. The same whenever it is asked for.
 */
export function waitingListTarget(month: string): { readonly bands: readonly number[]; readonly unknown: number; readonly validated: number } {
  const over = (weeks: keyof typeof OVER): number => Math.max(0, Math.round(valueAt(OVER[weeks], month, `over ${weeks}`, 0.03)));
  const all = Math.round(valueAt(ALL, month, 'open pathways', 0.008));
  const [year, fifteen, eighteen, two] = [over(52), over(65), over(78), over(104)];
  const inTime = Math.round(all * valueAt(IN_TIME, month, 'in time', 0.006));
  const between = all - inTime - year;
  const early = [0.3, 0.26, 0.23].map((share) => Math.round(inTime * share));
  const late = [0.34, 0.44].map((share) => Math.round(between * share));
  const sum = (counts: readonly number[]): number => counts.reduce((total, count) => total + count, 0);
  return {
    bands: [...early, inTime - sum(early), ...late, between - sum(late), year - fifteen, fifteen - eighteen, eighteen - two, two],
    unknown: Math.max(0, Math.round(valueAt([['2019-04', 120], ['2024-06', 46], ['2026-11', 18]], month, 'unknown clocks', 0.2))),
    validated: valueAt([['2019-04', 0.3], ['2022-03', 0.38], ['2023-10', 0.7], ['2024-06', 0.78], ['2025-06', 0.87], ['2026-11', 0.915]], month, 'validated', 0.012),
  };
}
