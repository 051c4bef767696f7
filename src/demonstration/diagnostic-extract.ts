import type { Day } from '../calendar/day';
import { RECORDS_FROM } from './ground';
import { sqlConstant } from './sql-text';

/** Counted tests before the day `until`, oldest first, to a Parquet file. A report that is not out by then is not known. */
export function testExtract(file: string, until: Day): string {
  const now = `${sqlConstant(until)}::date`;
  return `copy (
    select day as exam_date, test as exam, specialty as tfc, site, modality, machine, case when centre then 'Y' else 'N' end as cdc, status as attend_code, tests as exams,
      minutes as avg_mins, case when day + to_report::integer < ${now} then to_report end as report_days
    from test_groups where daily and day < ${now} order by all
  ) to ${sqlConstant(file)} (format parquet, compression zstd)`;
}

/** Magnetic resonance examinations before the day `until`, one row each, to a Parquet file. */
export function scanExtract(file: string, until: Day): string {
  const now = `${sqlConstant(until)}::date`;
  return `copy (
    select 'MR' || scan_key as accession, day as exam_date, test as exam, site, machine, case when site = 'HINCKLEY' or community = 1 then 'Y' else 'N' end as cdc,
      case when was_missed then '3' else '5' end as attend_code, case when not was_missed then starts end as exam_start, case when not was_missed then starts + to_minutes(took) end as exam_end,
      case when not was_missed and day + to_report::integer < ${now} then date_trunc('day', starts + to_days(to_report::integer)) + to_minutes(900 + (479 * hour_draw)::bigint) end as reported
    from scans where day < ${now} order by day, scan_key
  ) to ${sqlConstant(file)} (format parquet, compression zstd)`;
}

/** Minutes that each machine was open on each day before `until`, to CSV. */
export function machineExtract(file: string, until: Day): string {
  return `copy (
    select strftime(day, '%d/%m/%Y') as "Date", modality as "Modality", machine as "Machine", site as "Site", open_minutes as "Minutes Open"
    from machine_days where day >= ${sqlConstant(RECORDS_FROM)}::date and day < ${sqlConstant(until)}::date order by day, machine
  ) to ${sqlConstant(file)} (format csv, header)`;
}

/** The counted history of tests and of machines' minutes, by the month, to two CSV files. Minutes are averages of a test and of a day. */
export function diagnosticHistory(tests: string, machines: string, today: Day): readonly string[] {
  const before = `month < ${sqlConstant(RECORDS_FROM.slice(0, 7))} and month < ${sqlConstant(today.slice(0, 7))}`;
  return [
    `copy (
      select month || '-01' as "Month", test as "Test", specialty as "Specialty", site as "Site", modality as "Modality", machine as "Machine", case when centre then 'Y' else 'N' end as "CDC",
        status as "Attendance Status", tests as "Tests", round(minutes, 2) as "Minutes", to_report as "Days To Report"
      from test_groups where not daily and ${before} order by all
    ) to ${sqlConstant(tests)} (format csv, header)`,
    `copy (
      select month || '-01' as "Month", modality as "Modality", machine as "Machine", site as "Site", count(*) as "Days", round(avg(open_minutes), 2) as "Minutes Open"
      from machine_days where day < ${sqlConstant(RECORDS_FROM)}::date and ${before} group by all order by all
    ) to ${sqlConstant(machines)} (format csv, header)`,
  ];
}
