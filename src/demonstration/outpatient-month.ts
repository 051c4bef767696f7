import type { OutpatientTarget } from './month-target';
import { IMAGING, SPECIALTIES } from './specialty-profile';
import { sqlConstant } from './sql-text';

const TOTAL_VOLUME = SPECIALTIES.reduce((sum, each) => sum + each.volume, 0);
/** A first appointment is held by telephone or video less often than a follow-up. */
export const REMOTE_FIRST = 0.42;
/** Share held by telephone or video where each specialty keeps to its own. */
const USUAL_REMOTE =
  SPECIALTIES.reduce((sum, each) => sum + each.volume * each.remote * (each.first * REMOTE_FIRST + 1 - each.first), 0) / TOTAL_VOLUME;

/** How much more or less than each specialty's own share is held by telephone or video. */
function remoteScale(target: OutpatientTarget): number {
  return target.remote / USUAL_REMOTE;
}

/**
 * The statements that make one whole month of appointments, month YYYY-MM: the temporary view `appointments`.
 *
 * Which appointments are missed, first, discharged and so on is a weighted draw without replacement: each row's draw is
 * divided by its propensity, and the lowest are taken, as many as the month's target says. So the month adds up
 * exactly, while each day, specialty and clinic varies as chance would have it. The last score taken is kept in a
 * variable, which spares a sort of whole rows.
 */
export function outpatientMonthStatements(month: string, target: OutpatientTarget): readonly string[] {
  const line = (variable: string, from: string, score: string, among: string, count: number): string =>
    `set variable ${variable} = (select coalesce(max(score), -1) from (select ${score} as score from ${from} where ${among} order by score limit ${count}))`;
  return [
    cells(month, target),
    `create or replace temp table booked as ${BOOKED}`,
    line('missed_line', 'booked', 'missed_score', "kind = 'kept'", target.missed),
    `create or replace temp view kept_or_missed as ${keptOrMissed(target)}`,
    line('first_line', 'kept_or_missed', 'first_score', 'counted', target.first),
    `create or replace temp view firsts as ${firsts(target)}`,
    line('procedure_line', 'firsts', 'procedure_score', 'counted and follow_up_in_person', target.procedures),
    line('discharged_line', 'firsts', 'discharged_score', 'counted and is_first', target.discharged),
    `create or replace temp view outcomes as ${OUTCOMES}`,
    line('pifu_line', 'outcomes', 'pifu_score', 'counted and not discharged', target.pifu),
    `create or replace temp view appointments as ${APPOINTMENTS}`,
  ];
}

/** Appointments kept or missed, shared over the days, specialties and sites of the month. */
function cells(month: string, target: OutpatientTarget): string {
  const kept = target.attended + target.missed;
  const imaging = Math.round((kept * IMAGING.volume) / TOTAL_VOLUME);
  return `create or replace temp table cells as
    with weighed as (
      select d.day, d.weekday, c.specialty, c.site, c.specialty = '812' as imaging, d.number as day_number, s.letter, 'OP' || strftime(d.day, '%y%m%d') || c.specialty || s.letter as prefix, s.missed * w.missed as missed,
        d.number * 10000 + c.place as cell, c.place * 100000 + d.month.replace('-', '')::integer % 100000 as month_place,
        round(c.weight * 1000 * d.usual * case when d.day < s.opens then s.share_before else 1 end
          * exp(0.045 * normal(d.number, 'clinics of the day') + 0.05 * normal(month_place, 'clinics of the month') + 0.16 * normal(cell, 'clinics')))::bigint as weight
      from days d join clinic_week c using (weekday) join sites s on s.number = c.site_number join week w using (weekday)
      where d.month = ${sqlConstant(month)}
    )
    select * exclude (weight, missed),
      share_of(case when imaging then ${imaging} else ${kept} end,
        sum(weight) over (partition by imaging order by unit(cell, 'order'), cell), weight, sum(weight) over (partition by imaging)) as kept,
      missed * exp(0.06 * normal(day_number, 'missed on the day') + 0.07 * normal(month_place, 'missed in the month')) as missed
    from weighed order by cell`;
}

/** One row an appointment: those kept or missed first, then the cancelled, the clock stops and the private ones. */
const BOOKED = `
  with counted as (
    select *, floor(kept * 0.2 * exp(0.12 * normal(cell, 'cancellations')) + unit(cell, 'cancelled'))::bigint as cancelled,
      floor(kept * 0.013 + unit(cell, 'clock stops'))::bigint as clock_stops, floor(kept * 0.009 + unit(cell, 'private'))::bigint as private
    from cells where kept > 0
  ), numbered as (
    select * exclude (month_place, day_number), unnest(range(kept + cancelled + clock_stops + private)) as position from counted
  ), drawn as (
    select day, specialty, site, letter, prefix, missed, cell * 4096 + position as key,
      case when position >= kept + cancelled + clock_stops then 'private' when position >= kept + cancelled then 'clock stop'
        when position >= kept then 'cancelled' when imaging then 'imaging' else 'kept' end as kind,
      weekday * 16 + position % greatest(1, round(kept / 11.5e0)::bigint) as clinic_number,
      unit(key, 'age') as age_draw, unit(key, 'years') as years
    from numbered
  )
  select d.* exclude (age_draw, years, missed, clinic_number), specialty || letter || clinic_number as clinic, s.first, s.remote, s.procedure, s.discharge, s.pifu, s.hrg,
    floor(case when age_draw < s.below_18 then 18 * years when age_draw < s.below_40 then 18 + 22 * years
      when age_draw < s.below_65 then 40 + 25 * years when age_draw < s.below_80 then 65 + 15 * years else 80 + 16 * years end)::utinyint as age,
    (1 + floor(10 * pow(unit(key, 'deprivation'), 1.2e0)))::utinyint as imd_decile,
    d.missed * s.missed * (1.46e0 - 0.085e0 * imd_decile)
      * case when age < 18 then 1.08e0 when age < 40 then 1.5e0 when age < 65 then 1.05e0 when age < 80 then 0.68e0 else 0.82e0 end as propensity,
    unit(key, 'missed') / propensity as missed_score
  from drawn d join specialties s using (specialty)`;

function keptOrMissed(target: OutpatientTarget): string {
  const missedRate = target.missed / (target.attended + target.missed);
  return `
    select *,
      case kind when 'kept' then missed_score <= getvariable('missed_line')
        when 'cancelled' then false when 'clock stop' then false else missed_score < ${sqlConstant(missedRate * 1.5)} end as missed,
      kind = 'kept' and not missed as counted, unit(key, 'first') / first as first_score
    from booked`;
}

function firsts(target: OutpatientTarget): string {
  // About a quarter of each specialty's own shares; a missed appointment is more often a first one, and less often by telephone.
  const scale = target.first / target.attended / 0.246;
  return `
    select *,
      case when counted then first_score <= getvariable('first_line') else first_score < ${sqlConstant(scale)} * case when missed then 1.05e0 else 1 end end as is_first,
      unit(key, 'remote') < remote * ${sqlConstant(remoteScale(target))} * case when is_first then ${REMOTE_FIRST}e0 else 1 end
        * case when missed then 0.75e0 else 1 end as is_remote,
      not is_first and not is_remote as follow_up_in_person,
      unit(key, 'procedure') / (procedure + 1e-6) as procedure_score, unit(key, 'discharged') / discharge as discharged_score
    from kept_or_missed`;
}

/** Some telephone appointments and some first ones carry a procedure's group too; the measure must not count them twice or at all. */
const OUTCOMES = `
  select *,
    case when is_remote then procedure_score < 0.05e0 when counted and follow_up_in_person then procedure_score <= getvariable('procedure_line')
      else procedure_score < 0.45e0 end as has_procedure,
    case when counted and is_first then discharged_score <= getvariable('discharged_line') else discharged_score < 0.6e0 end as discharged,
    kind <> 'cancelled' and not missed as attended,
    unit(key, 'pifu') / (case when is_first then 0.4e0 else 1 end * pifu + 1e-6) as pifu_score
  from firsts`;

const APPOINTMENTS = `
  select key, prefix || lpad((key % 4096)::varchar, 4, '0') as reference, day, specialty, site, clinic, kind, attended, age, imd_decile,
    'CONS-' || specialty || '-' || lpad((1 + hash(clinic) % 24)::varchar, 2, '0') as consultant,
    case when kind = 'clock stop' then '5' when is_first then case when is_remote then '3' else '1' end when is_remote then '4' else '2' end as first_attendance,
    case when kind = 'cancelled' then case when unit(key, 'cancelled by') < 0.46e0 then '2' else '4' end
      when missed then case when unit(key, 'too late') < 0.04e0 then '7' else '3' end
      when unit(key, 'late') < 0.06e0 then '6' else '5' end as attendance_status,
    counted and not discharged and pifu_score <= getvariable('pifu_line') as moved_to_pifu,
    case when not attended then null when discharged then '1' when not moved_to_pifu and unit(key, 'next') < 0.7e0 then '2' else '3' end as outcome,
    case when kind = 'private' then '02' else '01' end as admin_category,
    case when not attended then null when has_procedure then hrg when unit(key, 'invalid group') < 0.004e0 then 'UZ01Z'
      else 'WF01' || case first_attendance when '1' then 'B' when '3' then 'D' when '4' then 'C' else 'A' end end as hrg,
    case when attended then case when moved_to_pifu then 'Y' else 'N' end end as pifu
  from outcomes`;
