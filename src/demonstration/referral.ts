import type { Day } from '../calendar/day';
import { commissionerOf } from './commissioner-draw';
import { usualDays, valueAt, type Course } from './course';
import { RECORDS_FROM } from './ground';
import { sqlConstant, valuesTable } from './sql-text';

const VOLUME: Course = [
  ['2019-04', 0.98], ['2020-02', 0.99], ['2020-03', 0.7], ['2020-04', 0.34], ['2020-06', 0.6], ['2020-10', 0.86], ['2021-06', 0.95], ['2022-06', 0.97], ['2024-06', 1], ['2026-11', 1.04],
];
const TRIAGED: Course = [['2019-04', 0.41], ['2021-06', 0.52], ['2023-04', 0.61], ['2024-05', 0.672], ['2025-06', 0.735], ['2026-11', 0.79]];
const ADVICE: Course = [['2019-04', 0.03], ['2021-06', 0.08], ['2024-05', 0.13], ['2026-11', 0.17]];
const RETURNED: Course = [['2019-04', 0.018], ['2024-05', 0.036], ['2026-11', 0.046]];
const STRAIGHT: Course = [['2019-04', 0.022], ['2022-06', 0.04], ['2024-05', 0.061], ['2026-11', 0.088]];
/** Specialties in which a referral may go straight to a test, and how readily. */
const TESTED: readonly (readonly [specialty: string, ready: number])[] = [['104', 5.5], ['301', 5], ['101', 3], ['340', 2.5], ['502', 2], ['320', 2.2], ['103', 3], ['120', 0.8], ['100', 1]];
const A_DAY = 1_130;
const MONTH_NUMBER = "replace(month, '-', '')::bigint";

/**
 * The statements that write referrals: of each day before `today`, to a Parquet file, and by the month before April 2024,
 * to CSV. A row a specialty, what came first and whether it was triaged; a row of a day is of one site and commissioner.
 */
export function referrals(file: string, history: string | null, months: readonly string[], today: Day): readonly string[] {
  const targets = months.map((month) => [
    month, Math.round(A_DAY * usualDays(month) * valueAt(VOLUME, month, 'referrals', 0.014)), valueAt(TRIAGED, month, 'triaged', 0.012), valueAt(ADVICE, month, 'advice', 0.03),
    valueAt(RETURNED, month, 'returned', 0.03), valueAt(STRAIGHT, month, 'straight to test', 0.03),
  ]);
  const statements = [
    `create table referral_targets as from ${valuesTable(targets, ['month', 'total', 'triaged', 'advice', 'returned', 'straight'])}`,
    `create table referral_lines as
     select p.specialty, p.site, p.place, s.volume * s.first * p.share as weight, coalesce(t.ready, 0.15e0) as ready, exp(0.1e0 * normal(s.specialty::integer, 'triage')) as keen
     from specialty_sites p join specialties s using (specialty) left join ${valuesTable(TESTED, ['specialty', 'ready'])} t using (specialty) where p.specialty not in ('812', '190')`,
    `copy (${counted(`select d.day, d.month, d.number * 10000 + l.place as key, l.*, t.* exclude (month),
        round(1000 * weight * d.usual * case when d.weekday > 5 then 0.05e0 else 1 end * exp(0.05e0 * normal(d.number, 'referrals of the day') + 0.12e0 * normal(key, 'referrals')))::bigint as part
      from days d join referral_targets t using (month) cross join referral_lines l where d.month >= ${sqlConstant(RECORDS_FROM.slice(0, 7))}`)}
      select day as received, specialty as tfc, site, ${commissionerOf("unit(key * 8 + part_number, 'commissioner')")} as purchaser, triaged_flag as triaged, first_event, referrals
      from parts where referrals > 0 and day < ${sqlConstant(today)}::date order by all
    ) to ${sqlConstant(file)} (format parquet, compression zstd)`,
  ];
  return history === null ? statements : [...statements, `copy (${counted(`select (month || '-01')::date as day, month, ${MONTH_NUMBER} * 10000 + l.place as key, l.*, t.* exclude (month),
        round(1000 * weight * exp(0.05e0 * normal(key, 'referrals')))::bigint as part
      from referral_targets t cross join referral_lines l where month < ${sqlConstant(RECORDS_FROM.slice(0, 7))} and month < ${sqlConstant(today.slice(0, 7))}`)}
      select day as "Month", specialty as "Specialty", site as "Site", triaged_flag as "Triaged", first_event as "First Event", referrals as "Referrals"
      from parts where referrals > 0 order by all
    ) to ${sqlConstant(history)} (format csv, header)`];
}

/** Shares a month's referrals over its cells, and each cell over what became of them, rounding by chance. */
function counted(cells: string): string {
  return `
      with cells as (${cells}
      ), shared as (
        select *, share_of(total, sum(part) over (grouped order by unit(key, 'order'), key), part, sum(part) over grouped) as here from cells window grouped as (partition by month)
      ), kinds as (
        select *, floor(here * least(0.97e0, triaged * keen) + unit(key, 'triaged'))::bigint as triaged_ones, here - least(here, triaged_ones) as others from shared where here > 0
      ), outcomes as (
        select * replace (least(here, triaged_ones) as triaged_ones), floor(triaged_ones * least(0.4e0, straight * ready * 1.35e0) + unit(key, 'tested'))::bigint as tested,
          floor(triaged_ones * advice * 1.45e0 + unit(key, 'advised'))::bigint as wanted_advice, floor(triaged_ones * returned * 1.45e0 + unit(key, 'sent back'))::bigint as wanted_back
        from kinds
      ), bounded as (
        -- Where chance would have more go a way than there are, the first way takes them.
        select * replace (least(tested, triaged_ones) as tested), least(wanted_advice, triaged_ones - least(tested, triaged_ones)) as advised from outcomes
      ), ended as (
        select *, least(wanted_back, triaged_ones - tested - advised) as sent_back from bounded
      ), parts as (
        select *, unnest([1, 2, 3, 4, 5]) as part_number, unnest(['Y', 'Y', 'Y', 'Y', 'N']) as triaged_flag, unnest(['TEST', 'ADV', 'RET', 'APPT', 'APPT']) as first_event,
          unnest([tested, advised, sent_back, triaged_ones - tested - advised - sent_back, others]) as referrals from ended
      )`;
}
