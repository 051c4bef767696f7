import type { Day } from '../calendar/day';
import { sqlConstant } from './sql-text';
import { aheadOf } from './theatre-timetable';

/**
 * The lists of a month as the extract of the morning of `today` has them: what became of those before it, and those
 * of today and the next 14 days as planned. A planned list turns into a run or cancelled one under the same reference.
 */
export function listExtract(file: string, month: string, today: Day): string {
  return `copy (
    select reference as list_ref, day as list_date, theatre, site, specialty as tfc, consultant as lead_consultant,
      case type when 'elective' then 'EL' when 'trauma' then 'TR' else 'EM' end as list_type,
      case when ${aheadOf(today)} then 'Planned' else upper(status[1]) || status[2:] end as list_status,
      planned_start as sched_start, planned_end as sched_end
    from lists where month = ${sqlConstant(month)} and (day < ${sqlConstant(today)}::date or ${aheadOf(today)} and status <> 'fallow')
    order by list_ref
  ) to ${sqlConstant(file)} (format parquet, compression zstd)`;
}

/**
 * The cases of a month as of the morning of `today`. Ahead are those booked by then and not cancelled by then.
 * When a cancelled patient was treated is known only once it has happened.
 */
export function caseExtract(file: string, month: string, today: Day): string {
  const now = `${sqlConstant(today)}::date`;
  return `copy (
    select case_reference as case_ref, reference as list_ref, day as op_date, theatre, site, specialty as tfc,
      case when ${aheadOf(today)} then 'P' when fate = 'C' then 'C' else 'X' end as status,
      admission_method as adm_method, intended_management as int_mgmt, operation as opcs, booked_on,
      booked_minutes as booked_mins,
      case when day < ${now} then patient_classification end as pat_class,
      case when day < ${now} then anaesthetic_start end as anaes_start, case when day < ${now} then left_theatre end as out_theatre,
      case when day < ${now} then cancelled_at end as canx_at, case when day < ${now} then reason end as canx_reason,
      case when day < ${now} and treated_on < ${now} then treated_on end as treated_on
    from cases where month = ${sqlConstant(month)}
      and (day < ${now} or ${aheadOf(today)} and elective and booked_on < ${now} and (cancelled_at is null or fate = 'L' or cancelled_at >= ${now}))
    order by case_ref
  ) to ${sqlConstant(file)} (format parquet, compression zstd)`;
}
