import type { Day } from '../calendar/day';
import { valueAt, type Course } from './course';
import { sqlConstant, valuesTable } from './sql-text';

// The paper speaks of a large overdue follow-up list outside referral to treatment; the counts are illustrative.
const OVERDUE: Course = [
  ['2019-04', 13_500], ['2020-02', 14_200], ['2020-08', 26_500], ['2021-06', 29_800], ['2023-04', 33_400], ['2024-06', 32_100], ['2025-06', 28_300], ['2026-11', 24_200],
];
const DUE: Course = [['2019-04', 41_000], ['2020-06', 33_000], ['2021-06', 40_000], ['2024-06', 46_000], ['2026-11', 47_000]];
const PIFU: Course = [['2020-12', 0], ['2021-06', 700], ['2022-06', 3_900], ['2023-08', 8_400], ['2024-06', 15_200], ['2025-06', 21_000], ['2026-11', 26_500]];
const PSFU: Course = [['2020-10', 0], ['2021-04', 260], ['2022-06', 1_150], ['2024-06', 2_900], ['2025-06', 3_900], ['2026-11', 5_100]];
/** Specialties with personalised stratified follow-up after cancer, and their part in it. */
const STRATIFIED: readonly (readonly [specialty: string, part: number])[] = [['103', 46], ['101', 24], ['104', 17], ['502', 5], ['503', 4], ['303', 4]];

/** Groups of the register: kind, days overdue that stand for it, and its share of the kind's count. */
const GROUPS: readonly (readonly [kind: string, days: number, of: string, share: number])[] = [
  ['BK', -21, 'due', 0.42], ['BK', -75, 'due', 0.58], ['BK', 16, 'overdue', 0.27], ['BK', 52, 'overdue', 0.24], ['BK', 118, 'overdue', 0.23], ['BK', 265, 'overdue', 0.17],
  ['BK', 520, 'overdue', 0.09], ['PI', -120, 'pifu', 1], ['PS', -150, 'psfu', 1],
];

/** The statements that write the follow-up register at the end of each month before `today` to a Parquet file: a row a specialty, site and group. */
export function followUpRegister(file: string, months: readonly string[], today: Day): readonly string[] {
  const rows = months.flatMap((month) => {
    const totals: Readonly<Record<string, number>> = {
      overdue: valueAt(OVERDUE, month, 'overdue', 0.012), due: valueAt(DUE, month, 'due', 0.012), pifu: valueAt(PIFU, month, 'pifu register', 0.01), psfu: valueAt(PSFU, month, 'psfu', 0.012),
    };
    return GROUPS.map(([kind, days, of, share], index) => [month, index, kind, days, Math.round((totals[of] ?? 0) * share)]);
  });
  return [
    `create table register_groups as from ${valuesTable(rows, ['month', 'number', 'kind', 'days_overdue', 'total'])}`,
    `copy (
      with weighed as (
        select g.*, p.specialty, p.site, (replace(g.month, '-', '')::bigint * 16 + g.number) * 10000 + p.place as key,
          round(1000 * p.share * case g.kind when 'PS' then coalesce(f.part, 0) when 'PI' then s.volume * s.pifu else s.volume * (1 - s.first) end
            * exp(0.3e0 * normal(s.specialty::integer, g.kind) + 0.05e0 * normal(key, 'register')))::bigint as weight
        from register_groups g cross join specialty_sites p join specialties s using (specialty)
        left join ${valuesTable(STRATIFIED, ['specialty', 'part'])} f using (specialty) where p.specialty <> '812' and g.total > 0
      ), shared as (
        select *, share_of(total, sum(weight) over (grouped order by unit(key, 'order'), key), weight, sum(weight) over grouped) as people
        from weighed window grouped as (partition by month, number)
      )
      from (select last_day((month || '-01')::date) as census_date, specialty as tfc, site, kind as follow_up_kind, days_overdue, people from shared)
      where people > 0 and census_date < ${sqlConstant(today)}::date order by all
    ) to ${sqlConstant(file)} (format parquet, compression zstd)`,
  ];
}
