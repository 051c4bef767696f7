import type { DuckDBConnection } from '@duckdb/node-api';
import type { CanonicalTable } from '../catalogue/canonical-table';
import { CANONICAL_TABLES } from '../catalogue/tables/canonical-tables';
import type { Organisation } from '../catalogue/organisation';
import type { LoadedFile } from './checked-rows';
import { identifier, literals } from './sql-text';
import { gathered } from './typed-rows';

/** The rows of a table with everything worked out, and still with the file and row each came from. */
export const derived = (table: Pick<CanonicalTable, 'name'>): string => identifier(`derived_${table.name}`);

const minutes = (from: string, to: string): string => `date_diff('second', ${from}, ${to}) / 60.0`;

const gatheredNamed = (name: string): string => identifier(`gathered_${name}`);

/** Code → group, for site codes and treatment functions; a code belongs to the first group that claims it. */
async function createGroups(connection: DuckDBConnection, organisation: Organisation): Promise<void> {
  const siteCodes = new Map(organisation.sites.map((site) => [site.key, site.codes]));
  const claims = organisation.cmgs.flatMap((cmg) => [
    ...cmg.sites.flatMap((key) => siteCodes.get(key) ?? []).map((code) => ({ kind: 'site', code, cmg: cmg.key })),
    ...cmg.specialties.map(({ code }) => ({ kind: 'specialty', code, cmg: cmg.key })),
  ]);
  const first = claims.filter((claim, index) => claims.findIndex((one) => one.kind === claim.kind && one.code === claim.code) === index);
  await connection.run('create table cmg_claims (kind varchar, code varchar, cmg varchar)');
  if (first.length > 0) {
    await connection.run(`insert into cmg_claims values ${first.map((claim) => `(${literals([claim.kind, claim.code, claim.cmg])})`).join(', ')}`);
  }
}

/** The group of a row: the one that claims its site, else the one that claims its treatment function. */
const withGroup = (select: string): string => `
  select w.* replace (coalesce(w.cmg, by_site.cmg, by_specialty.cmg) as cmg) from (${select}) as w
  left join cmg_claims as by_site on by_site.kind = 'site' and by_site.code = w.site_code
  left join cmg_claims as by_specialty on by_specialty.kind = 'specialty' and by_specialty.code = w.treatment_function_code`;

/** A procedure is a known HRG that is neither WF (none) nor U (ungroupable), face to face. Source: the national outpatient definition. */
function appointments(files: readonly LoadedFile[]): string {
  const without = files.flatMap((file, index) => (file.given.has('hrg_code') ? [] : [index]));
  const notSaid = without.length === 0 ? 'counted' : `(counted or file_no in (${without.join(', ')}))`;
  return `select * replace (coalesce(attendance_with_procedure, case
      when hrg_code is null then case when ${notSaid} then null else false end
      else hrg_code not like 'WF%' and hrg_code not like 'U%' and coalesce(first_attendance_code in ('1', '2'), false)
    end) as attendance_with_procedure) from ${gatheredNamed('outpatient_appointments')}`;
}

/** The list of a case, and none for a count. Joined on by equality alone: with a second condition the engine would try every pair. */
const RECORD_LIST = 'case when not c.counted then c.session_id end';

/** What a case does not say of itself is taken from its list. */
const CASES = `
  select c.* replace (
    coalesce(c.treatment_function_code, s.treatment_function_code) as treatment_function_code,
    coalesce(c.site_code, s.site_code) as site_code,
    coalesce(c.theatre_code, s.theatre_code) as theatre_code,
    coalesce(c.session_type, s.session_type) as session_type,
    coalesce(c.session_status, s.session_status) as session_status,
    coalesce(c.cancelled_on_the_day, case
      when c.counted then null
      when c.case_status <> 'cancelled' then false
      else cast(c.cancelled_at as date) = c.operation_date end) as cancelled_on_the_day)
  from ${gatheredNamed('theatre_cases')} as c
  left join (select * from ${gatheredNamed('theatre_sessions')} where not counted) as s on s.session_id = ${RECORD_LIST}`;

/** Last-minute cancellations by the hospital for other than clinical reasons must be treated within 28 days. Source: Cancelled Operations Guidance. */
const BREACHES = `
  update ${derived({ name: 'theatre_cases' })} set breach_date = operation_date + 29
  where breach_date is null and not counted and cancelled_on_the_day and cancellation_reason = 'hospital-non-clinical'
    and (treated_date is null or treated_date > operation_date + 28)
    and operation_date + 29 <= (select max(operation_date) from ${derived({ name: 'theatre_cases' })} where case_status <> 'planned' and counted_by = 'day')`;

/**
 * Cases are added up by list before they meet it, so that a list with four cases is still counted once. A time that is
 * missing makes what hangs on it unknown, never smaller.
 */
const SESSIONS = `
  with held as (
    select min(operation_date) as first_day, max(operation_date) as last_day from ${derived({ name: 'theatre_cases' })} where not counted),
  cases as (
    select c.session_id, c.case_status = 'completed' as completed, c.case_status = 'planned' as planned,
      c.case_status <> 'cancelled' or coalesce(c.cancelled_on_the_day, false) as booked, c.booked_minutes, c.anaesthetic_start, c.left_theatre,
      ${minutes('c.anaesthetic_start', 'c.left_theatre')} as touch,
      greatest(0, ${minutes('greatest(c.anaesthetic_start, s.planned_start)', 'least(c.left_theatre, s.planned_end)')}) as inside
    from ${derived({ name: 'theatre_cases' })} as c
    join ${gatheredNamed('theatre_sessions')} as s on s.session_id = c.session_id and not s.counted and not c.counted),
  lists as (
    select session_id,
      count(*) filter (where completed) as completed,
      count(*) filter (where completed and anaesthetic_start is null) as without_start,
      count(*) filter (where completed and left_theatre is null) as without_end,
      sum(touch) filter (where completed) as touch,
      sum(case when anaesthetic_start is not null and left_theatre is not null then inside end) filter (where completed) as inside,
      count(*) filter (where booked and booked_minutes is null) as without_booking,
      sum(booked_minutes) filter (where booked) as booked,
      min(anaesthetic_start) filter (where not planned) as first_start,
      max(left_theatre) filter (where not planned) as last_end
    from cases group by session_id),
  joined as (
    select s.*, l.* exclude (session_id), coalesce(s.planned_minutes, ${minutes('s.planned_start', 's.planned_end')}) as length,
      coalesce(s.session_date between h.first_day and h.last_day, false) as cases_held
    from ${gatheredNamed('theatre_sessions')} as s cross join held as h
    left join lists as l on l.session_id = case when not s.counted then s.session_id end)
  select * exclude (completed, without_start, without_end, touch, inside, without_booking, booked, first_start, last_end, length, cases_held)
    replace (
      length as planned_minutes,
      coalesce(touch_minutes, case when counted or session_status <> 'run' then null
        when coalesce(completed, 0) = 0 then case when cases_held then 0 end
        when without_start + without_end = 0 then touch end) as touch_minutes,
      coalesce(touch_minutes_in_session, case when counted or session_status <> 'run' then null
        when coalesce(completed, 0) = 0 then case when cases_held then 0 end
        when without_start + without_end = 0 then least(length, inside) end) as touch_minutes_in_session,
      coalesce(booked_minutes, case when counted then null
        when coalesce(without_booking, 0) > 0 then null
        when booked is not null then booked
        when session_status in ('run', 'planned') and cases_held then 0 end) as booked_minutes,
      coalesce(start_delay_minutes, case when without_start = 0 then ${minutes('planned_start', 'first_start')} end) as start_delay_minutes,
      coalesce(early_finish_minutes, case when without_end = 0 then ${minutes('last_end', 'planned_end')} end) as early_finish_minutes)
  from joined`;

/** Works out every derived column, from `gathered_…` into `derived_…`. Whatever a source gives itself is kept. */
export async function deriveColumns(
  connection: DuckDBConnection, organisation: Organisation, files: readonly LoadedFile[],
): Promise<void> {
  await createGroups(connection, organisation);
  // Cases before lists: a list is worked out from its cases.
  const theatres: Readonly<Record<string, string>> = { theatre_cases: CASES, theatre_sessions: SESSIONS };
  for (const [name, select] of Object.entries(theatres)) {
    await connection.run(`create table ${derived({ name })} as ${withGroup(select)}`);
    if (name === 'theatre_cases') {
      await connection.run(BREACHES);
    }
  }
  for (const table of CANONICAL_TABLES.filter((one) => !(one.name in theatres))) {
    const select = table.name === 'outpatient_appointments' ? appointments(files) : `select * from ${gathered(table)}`;
    await connection.run(`create view ${derived(table)} as ${withGroup(select)}`);
  }
}
