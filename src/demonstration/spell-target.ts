import { daysInMonth, monthOf, yearOf } from '../calendar/day';
import { usualDays, valueAt, type Course } from './course';

/** What the spells that end in a month add up to, by kind, and how long stays are against those of spring 2024 as 1. */
export interface SpellTarget {
  readonly dayCases: number;
  readonly inpatients: number;
  readonly emergencies: number;
  readonly maternity: number;
  readonly regular: number;
  readonly stay: number;
}

/** Elective spells of the two months of the paper, Table 1: 20,739 day cases and 3,735 inpatients, May 10,500 and 1,956. */
const PAPER_SPELLS: Readonly<Record<string, { readonly dayCases: number; readonly inpatients: number }>> = {
  '2024-04': { dayCases: 10_239, inpatients: 1_779 },
  '2024-05': { dayCases: 10_500, inpatients: 1_956 },
};
const PLANNED: Course = [
  ['2019-04', 0.95], ['2020-02', 0.96], ['2020-03', 0.74], ['2020-04', 0.36], ['2020-06', 0.48], ['2020-10', 0.76], ['2021-01', 0.68],
  ['2021-06', 0.85], ['2022-06', 0.91], ['2023-06', 0.96], ['2024-06', 1], ['2025-06', 1.035], ['2026-11', 1.07], ['2028-01', 1.09],
];
const UNPLANNED: Course = [
  ['2019-04', 0.95], ['2020-02', 0.97], ['2020-04', 0.61], ['2020-08', 0.83], ['2021-01', 0.8], ['2021-06', 0.93], ['2022-06', 0.95],
  ['2024-05', 1], ['2026-11', 1.05],
];
const STAY: Course = [['2019-04', 1.04], ['2020-05', 0.9], ['2021-12', 1.06], ['2023-01', 1.08], ['2024-05', 1], ['2026-11', 0.94]];
/** Emergencies against the year's average, January to December. */
const WINTER = [1.05, 1.03, 1.02, 0.99, 0.99, 0.98, 0.98, 0.96, 0.98, 1, 1.02, 1.05];

/** The spells of a month, YYYY-MM. The same whenever it is asked for. */
export function spellTarget(month: string): SpellTarget {
  const planned = usualDays(month) * valueAt(PLANNED, month, 'planned spells', 0.012);
  const days = daysInMonth(yearOf(month), monthOf(month));
  const unplanned = days * valueAt(UNPLANNED, month, 'unplanned spells', 0.012) * (WINTER[monthOf(month) - 1] ?? 1);
  return {
    dayCases: Math.round(495 * planned),
    inpatients: Math.round(90 * usualDays(month) * valueAt(PLANNED, month, 'inpatient spells', 0.02)),
    emergencies: Math.round(298 * unplanned),
    maternity: Math.round(27 * days * valueAt([['2019-04', 1.03], ['2026-11', 0.97]], month, 'births', 0.02)),
    regular: Math.round(26 * planned),
    stay: valueAt(STAY, month, 'stay', 0.015),
    ...PAPER_SPELLS[month],
  };
}
