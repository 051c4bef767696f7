import { RECORDS_FROM } from './ground';
import { sqlConstant } from './sql-text';

const BEFORE_RECORDS = (today: string): string => `month < ${sqlConstant(RECORDS_FROM.slice(0, 7))} and month < ${sqlConstant(today.slice(0, 7))}`;

/**
 * Writes the counted history of lists as CSV: a row a month, specialty, site, kind and status, lists that started late
 * and finished early apart. Minutes are averages a list, of all lists in the row.
 */
export function listHistory(file: string, today: string): string {
  return `copy (
    with booked as (select key, sum(booked_minutes) as booked from cases where fate <> 'W' group by key)
    select month || '-01' as "Month", specialty as "Specialty", site as "Site", type as "List Type", status as "List Status",
      count(*) as "Lists", avg(minutes) as "Planned Minutes", avg(inside + greatest(-delay, 0) + over) as "Touch Minutes", avg(inside) as "Touch Minutes In Session",
      avg(booked) as "Booked Minutes", round(avg(delay), 1) as "Start Delay", round(avg(early - over), 1) as "Early Finish"
    from lists left join booked using (key) where ${BEFORE_RECORDS(today)}
    group by month, specialty, site, type, status, late_start, early > 30
    order by month, specialty, site, type, status, late_start, early > 30
  ) to ${sqlConstant(file)} (format csv, header)`;
}

/**
 * Writes the counted history of cases as CSV: a row a month, specialty, site, kind of list, outcome and reason. A
 * last-minute cancellation not made good within 28 days carries the month in which those ran out.
 */
export function caseHistory(file: string, today: string): string {
  return `copy (
    with coded as (
      select *, case when fate = 'C' then 'completed' else 'cancelled' end as outcome, case when fate = 'L' then 'Y' else 'N' end as on_the_day,
        case when fate = 'L' and reason = 'HNC' and coalesce(treated_on - day, 999) > 28 then strftime(date_trunc('month', day + 29), '%Y-%m-%d') end as breach
      from cases where ${BEFORE_RECORDS(today)}
    )
    select month || '-01' as "Month", specialty as "Specialty", site as "Site", type as "List Type", status as "List Status", outcome as "Outcome",
      on_the_day as "On The Day", reason as "Reason", breach as "Breach Month", admission_method as "Admission Method", patient_classification as "Classification",
      count(*) as "Cases"
    from coded group by all order by all
  ) to ${sqlConstant(file)} (format csv, header)`;
}
