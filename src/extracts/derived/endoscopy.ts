import { derived, gatheredNamed, minutes } from './parts';

/** What a case does not say of itself is taken from its list. */
export const ENDOSCOPY_CASES = `
  select c.* replace (
    coalesce(c.treatment_function_code, l.treatment_function_code) as treatment_function_code,
    coalesce(c.site_code, l.site_code) as site_code,
    coalesce(c.list_type, l.list_type) as list_type,
    coalesce(c.list_status, l.list_status) as list_status)
  from ${gatheredNamed('endoscopy_cases')} as c
  left join (select * from ${gatheredNamed('endoscopy_lists')} where not counted) as l on l.list_id = case when not c.counted then c.list_id end`;

/**
 * Cases are added up by list before they meet it. Every case of the list was booked on it, whatever became of it; room
 * minutes are those of the completed ones inside the planned start and end, so that over-runs earn nothing, and never
 * more than the list is long. A completed case without its times makes the minutes unknown, never fewer.
 */
export const ENDOSCOPY_LISTS = `
  with held as (select min(case_date) as first_day, max(case_date) as last_day from ${derived({ name: 'endoscopy_cases' })} where not counted),
  cases as (
    select c.list_id, sum(c.points) as points,
      count(*) filter (where c.case_status = 'completed') as completed,
      count(*) filter (where c.case_status = 'completed' and (c.started_at is null or c.ended_at is null)) as without_times,
      sum(greatest(0, ${minutes('greatest(c.started_at, l.planned_start)', 'least(c.ended_at, l.planned_end)')})) filter (where c.case_status = 'completed') as inside
    from ${derived({ name: 'endoscopy_cases' })} as c
    join ${gatheredNamed('endoscopy_lists')} as l on l.list_id = c.list_id and not l.counted and not c.counted
    group by c.list_id),
  joined as (
    select l.*, c.points, c.completed, c.without_times, c.inside,
      coalesce(l.planned_minutes, ${minutes('l.planned_start', 'l.planned_end')}) as length,
      coalesce(l.list_date between h.first_day and h.last_day, false) and l.list_status = 'run' as ran_with_cases_held
    from ${gatheredNamed('endoscopy_lists')} as l cross join held as h
    left join cases as c on c.list_id = case when not l.counted then l.list_id end)
  select * exclude (points, completed, without_times, inside, length, ran_with_cases_held) replace (
    length as planned_minutes,
    coalesce(booked_points, case when counted then null when points is not null then points when ran_with_cases_held then 0 end) as booked_points,
    coalesce(room_minutes_in_session, case when counted or list_status <> 'run' then null
      when coalesce(completed, 0) = 0 then case when ran_with_cases_held then 0 end
      when without_times = 0 and planned_start is not null and planned_end is not null then least(length, inside) end) as room_minutes_in_session)
  from joined`;
