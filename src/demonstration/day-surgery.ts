import { valueAt, type Course } from './course';
import { valuesTable } from './sql-text';

/**
 * OPCS-4 codes of the operations whose day-case share is fitted to the paper's BADS figure. The trust's procedure list
 * `bads` holds the same codes: the directory of the British Association of Day Surgery itself is not open.
 */
export const DAY_SURGERY: readonly string[] = [
  'A52.1', 'A65.1', 'B28.2', 'C13.1', 'C60.1', 'C71.2', 'C79.2', 'D14.1', 'D15.1', 'E03.6', 'F09.1', 'F10.4', 'F34.1', 'H51.1', 'H55.4', 'J18.3',
  'L74.2', 'L84.2', 'M42.1', 'N09.2', 'N30.3', 'Q18.8', 'Q22.3', 'S06.5', 'S36.1', 'T20.1', 'T20.2', 'T24.2', 'T42.2', 'T87.3', 'V54.4', 'W74.2',
  'W82.2',
];

// 76.1% in May 2024 and 76.0% in April and May together, as the paper prints; 85% is the aim of its plan.
const DAY_CASES: Course = [
  ['2019-04', 0.772], ['2020-02', 0.775], ['2020-05', 0.725], ['2021-06', 0.742], ['2023-03', 0.751], ['2024-03', 0.752], ['2024-04', 0.7508],
  ['2024-05', 0.756], ['2024-10', 0.768], ['2025-06', 0.786], ['2026-03', 0.801], ['2026-11', 0.812], ['2027-12', 0.825],
];

/** Of all elective day-surgery operations of a month, YYYY-MM, the share done as day cases. */
function daySurgeryRate(month: string): number {
  return valueAt(DAY_CASES, month, 'day surgery', month === '2024-04' || month === '2024-05' ? 0 : 0.006);
}

/** The statements that lay out the operations and the monthly shares as the tables `day_surgery` and `day_surgery_targets`. */
export function daySurgeryStatements(months: readonly string[]): readonly string[] {
  return [
    `create table day_surgery as from ${valuesTable(DAY_SURGERY.map((code) => [code]), ['code'])}`,
    `create table day_surgery_targets as from ${valuesTable(months.map((month) => [month, daySurgeryRate(month)]), ['month', 'day_surgery_rate'])}`,
  ];
}
