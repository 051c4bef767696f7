/**
 * The statements that make the cases of every list as the table `cases`: those completed, with times that add up to the
 * list's minutes; those lost on the day; and those cancelled before it (whole lists are stood down at least a day ahead).
 * Of the day-surgery operations of a month, those done as day cases are as many as its target says.
 */
export const THEATRE_CASE_STATEMENTS: readonly string[] = [
  `create table planned_cases as
   with counted as (
     select *, coalesce(done, 0) as done_cases, coalesce(lost, 0) as lost_cases,
       case when not elective then 0 when status = 'cancelled' then 1 + (unit(key, 'stood down with two') < 0.4e0)::bigint when status <> 'run' then 0
         when unit(key, 'withdrawn') < 0.13e0 then 1 when unit(key, 'withdrawn') < 0.155e0 then 2 else 0 end as withdrawn_cases
     from lists
   ), numbered as (
     select * exclude (done, lost), unnest(range(done_cases + lost_cases + withdrawn_cases)) as position from counted
   ), drawn as (
     select *, key * 64 + position as case_key, unit(case_key, 'operation') as operation_draw,
       case when position < done_cases then 'C' when position < done_cases + lost_cases then 'L' else 'W' end as fate
     from numbered
   )
   select d.* exclude (operation_draw), o.code as operation, o.day_case,
     greatest(1, round(o.usual_minutes * exp(0.2e0 * normal(case_key, 'length'))))::bigint as weight
   from drawn d join operations o on o.specialty = d.specialty and o.elective = d.elective::integer and operation_draw >= o.above and operation_draw < o.below`,
  `create table cases as
   with booked as (
     select *, round(minutes * least(1.2e0, greatest(0.6e0, 0.95e0 + 0.08e0 * normal(key, 'booked'))))::bigint as booked_total,
       sum(weight) over sequence - weight as before, case when fate <> 'W' then weight else 0 end as kept_weight,
       sum(kept_weight) over sequence as booked_running, sum(kept_weight) over list as booked_weights, sum(weight) filter (fate = 'C') over list as done_weights
     from planned_cases window sequence as (partition by key order by position rows unbounded preceding), list as (partition by key)
   ), timed as (
     select *, case when fate = 'W' then weight else share_of(booked_total, booked_running, weight, booked_weights) end as booked_minutes,
       inside + greatest(-delay, 0) - 8 * done_cases as shared,
       case when fate = 'C' then 8 + share_of(shared, before + weight, weight, done_weights) + case when position = done_cases - 1 then over else 0 end end as touch,
       -- The completed cases come first, each with 8 minutes and its share of the rest.
       planned_start + to_minutes((delay + (gap + 8) * position + (shared * before) // done_weights)::bigint) as anaesthetic_start,
       unit(case_key, 'reason') as reason_draw, unit(case_key, 'treated') as treated_draw,
       ln(day_case / (1 - day_case)) - ln(unit(case_key, 'day case') / (1 - unit(case_key, 'day case'))) as day_case_score,
       elective and fate = 'C' and operation in (select code from day_surgery) as fitted
     from (select * replace (least(0.9999e0, greatest(0.0001e0, day_case)) as day_case) from booked)
   ), ranked as (
     select t.*, case when fitted then row_number() over (partition by month, fitted order by day_case_score desc, case_key)
         <= round(day_surgery_rate * count(*) over (partition by month, fitted)) else elective and day_case_score > 0 end as as_day_case
     from timed t join day_surgery_targets using (month)
   )
   select key, case_key, position + 1 as planned_order, reference || '-' || (position + 1) as case_reference, reference, day, month, specialty, site, theatre, type, elective, status, fate, operation,
     booked_minutes, touch, case when fate = 'C' then anaesthetic_start end as anaesthetic_start,
     case when fate = 'C' then anaesthetic_start + to_minutes(touch) end as left_theatre,
     case when elective then case when unit(case_key, 'method') < 0.62e0 then '11' when unit(case_key, 'method') < 0.92e0 then '12' else '13' end
       when unit(case_key, 'method') < 0.8e0 then '21' else '24' end as admission_method,
     case when elective and (fate = 'C' and as_day_case or day_case_score > -0.35e0) then '2' else '1' end as intended_management,
     case when fate <> 'C' then null when as_day_case then '2' else '1' end as patient_classification,
     -- A good part of a day's cancellations is made before the lists begin, on arrival or for want of a bed; the rest while they run.
     case fate when 'L' then case when unit(case_key, 'cancelled when') < 0.4e0 then day + to_minutes(375 + floor(150 * unit(case_key, 'cancelled at'))::bigint)
         else planned_start + to_minutes(floor(0.95e0 * minutes * unit(case_key, 'cancelled at'))::bigint) end
       when 'W' then day - to_days((1 + floor(3 * exponential(case_key, 'cancelled on')))::integer) + to_minutes(540 + floor(480 * unit(case_key, 'cancelled at'))::bigint)
       end as cancelled_at,
     case when fate = 'C' then null when status = 'cancelled' then 'HNC'
       when fate = 'L' then case when reason_draw < 0.38e0 then 'HNC' when reason_draw < 0.7e0 then 'HC' else 'PT' end
       else case when reason_draw < 0.3e0 then 'HNC' when reason_draw < 0.5e0 then 'HC' else 'PT' end end as reason,
     -- What becomes known later: why, within the hour for some; and of the hospital's own reasons, a bed in one of three.
     case when fate = 'L' and unit(case_key, 'recorded') < 0.3e0 then 20 + floor(40 * unit(case_key, 'recorded later'))::bigint else 0 end as recorded_after,
     reason = 'HNC' and fate = 'L' and unit(case_key, 'bed') < 0.34e0 as no_bed,
     case when fate = 'C' then null when reason = 'PT' and treated_draw < 0.3e0 then null
       when treated_draw > 0.94e0 then day + (29 + floor(22 * exponential(case_key, 'wait')))::integer
       else day + (2 + floor(26 * unit(case_key, 'wait')))::integer end as treated_on,
     day - (3 + floor(20 * exponential(case_key, 'booked on')))::integer as booked_on
   from ranked`,
];
