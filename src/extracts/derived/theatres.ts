import { derived, gatheredNamed, minutes } from './parts';

/** The list of a case, and none for a count. Joined on by equality alone: with a second condition the engine would try every pair. */
const RECORD_LIST = 'case when not c.counted then c.session_id end';

/** What a case does not say of itself is taken from its list. */
export const CASES = `
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

/** The same of a case on the day: its list, and whether that is elective. */
export const CASES_ON_THE_DAY = `
  select c.* replace (
    coalesce(c.treatment_function_code, s.treatment_function_code) as treatment_function_code,
    coalesce(c.site_code, s.site_code) as site_code,
    coalesce(c.theatre_code, s.theatre_code) as theatre_code,
    coalesce(c.session_type, s.session_type) as session_type)
  from ${gatheredNamed('on_the_day_cases')} as c
  left join (select * from ${gatheredNamed('on_the_day_lists')} where not counted) as s on s.session_id = ${RECORD_LIST}`;

/** Last-minute cancellations by the hospital for other than clinical reasons must be treated within 28 days. Source: Cancelled Operations Guidance. */
export const BREACHES = `
  update ${derived({ name: 'theatre_cases' })} set breach_date = operation_date + 29
  where breach_date is null and not counted and cancelled_on_the_day and cancellation_reason = 'hospital-non-clinical'
    and (treated_date is null or treated_date > operation_date + 28)
    and operation_date + 29 <= (select max(operation_date) from ${derived({ name: 'theatre_cases' })} where case_status <> 'planned' and counted_by = 'day')`;

/**
 * Cases are added up by list before they meet it, so that a list with four cases is still counted once. A time that is
 * missing makes what hangs on it unknown, never smaller.
 */
export const SESSIONS = `
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
