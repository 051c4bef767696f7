import { randomUUID } from 'node:crypto';
import { rename, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import type { Day } from '../calendar/day';
import { sqlConstant } from './sql-text';
import { aheadOf } from './theatre-timetable';

/** What is to happen on each day from today on, kept beside the nightly extracts under names that nobody reads as one. */
const LISTS_TO_COME = '.theatre-lists-to-come.parquet';
const CASES_TO_COME = '.theatre-cases-to-come.parquet';
const EXTRACT = 'theatres-on-the-day.csv';

/** The statements that keep, in `folder`, everything that will have happened on the days from `today` to two weeks later. */
export function daysToCome(folder: string, today: Day): readonly string[] {
  return [
    `copy (
      select reference as list_ref, day, theatre, site, specialty, type, status, planned_start, planned_end
      from lists where ${aheadOf(today)} and status <> 'fallow' order by list_ref
    ) to ${sqlConstant(join(folder, LISTS_TO_COME))} (format parquet)`,
    `copy (
      select case_reference as case_ref, reference as list_ref, day, planned_order, elective, fate, booked_minutes, anaesthetic_start, left_theatre,
        cancelled_at, recorded_after, reason, no_bed
      from cases where ${aheadOf(today)} order by case_ref
    ) to ${sqlConstant(join(folder, CASES_TO_COME))} (format parquet)`,
  ];
}

/**
 * Writes what the theatre system knows at one moment into `target`, as one file that is there whole or not at all: when
 * it was read, the lists of that day, and their cases with what has become of them by then. What is still to happen
 * is in it no more than it is in a theatre.
 *
 * @param source a folder that `generateDemonstration` has filled
 * @param readAt London's clock to the minute, "2024-07-11T09:42"
 * @param at the same instant, milliseconds since 1970, by which the file is dated
 */
export async function writeOnTheDayExtract({ source, target, readAt, at }: {
  readonly source: string;
  readonly target: string;
  readonly readAt: string;
  readonly at: number;
}): Promise<void> {
  const draft = join(target, `.${EXTRACT}.${randomUUID()}`);
  const instance = await DuckDBInstance.create(':memory:');
  try {
    const connection = await instance.connect();
    await connection.run(extractSql(source, draft, readAt));
    connection.closeSync();
  } finally {
    instance.closeSync();
  }
  await utimes(draft, new Date(at), new Date(at));
  await rename(draft, join(target, EXTRACT));
}

/** Emergencies are on no list before they are begun. A reason that is recorded late is empty until then. */
const extractSql = (source: string, target: string, readAt: string): string => `copy (
  with moment as (select timestamp ${sqlConstant(readAt.replace('T', ' '))} as now),
  lists as (select l.* from ${sqlConstant(join(source, LISTS_TO_COME))} as l, moment where day = cast(now as date)),
  cases as (
    select c.*, now,
      case when cancelled_at <= now then 'X' when left_theatre <= now then 'C' when anaesthetic_start <= now then 'T' else 'P' end as state
    from ${sqlConstant(join(source, CASES_TO_COME))} as c, moment where day = cast(now as date) and (elective or anaesthetic_start <= now)
  )
  select strftime(m.now, '%d/%m/%Y %H:%M') as "Read At",
    l.list_ref as "List Ref", strftime(l.day, '%d/%m/%Y') as "List Date", l.theatre as "Theatre", l.site as "Site", l.specialty as "Specialty",
    case l.type when 'elective' then 'EL' when 'trauma' then 'TR' when 'emergency' then 'EM' end as "List Type",
    case when l.status = 'cancelled' then 'Stood down' when l.status is not null then 'Planned' end as "List Status",
    strftime(l.planned_start, '%d/%m/%Y %H:%M') as "Sched Start", strftime(l.planned_end, '%d/%m/%Y %H:%M') as "Sched End",
    c.case_ref as "Case Ref", c.planned_order as "Order", c.state as "Case Status", c.booked_minutes as "Booked Mins",
    case when c.state in ('C', 'T') then strftime(c.anaesthetic_start, '%d/%m/%Y %H:%M') end as "Anaes Start",
    case when c.state = 'C' then strftime(c.left_theatre, '%d/%m/%Y %H:%M') end as "Out Theatre",
    case when c.state = 'X' then strftime(c.cancelled_at, '%d/%m/%Y %H:%M') end as "Canx At",
    case when c.state = 'X' and c.cancelled_at + to_minutes(c.recorded_after) <= c.now then c.reason end as "Canx Reason",
    case when c.state = 'X' and c.cancelled_at + to_minutes(c.recorded_after) <= c.now then case when c.no_bed then 'Y' else 'N' end end as "No Bed"
  from moment as m left join lists as l on true left join cases as c on c.list_ref = l.list_ref
  order by l.list_ref, c.planned_order
) to ${sqlConstant(target)} (format csv, header)`;
