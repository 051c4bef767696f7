import { commissionerOf, decileOf } from './commissioner-draw';
import { RECORDS_FROM } from './ground';
import { PROCEDURE_HRG } from './procedure-hrg';
import { SPELLS, type SpellKind } from './spell-profile';
import { spellTarget } from './spell-target';
import { sqlConstant, valuesTable } from './sql-text';

/** Each kind's share of a week, Monday to Sunday, by the day of discharge. */
const WEEKS: Readonly<Record<SpellKind, readonly number[]>> = {
  'day-case': [1.02, 1.05, 1.04, 1.02, 0.93, 0.14, 0.04],
  inpatient: [0.9, 1, 1.02, 1.06, 1.2, 0.62, 0.34],
  emergency: [0.99, 1.05, 1.04, 1.05, 1.16, 0.83, 0.7],
  maternity: [1, 1, 1, 1, 1, 0.98, 0.95],
  regular: [1, 1, 1, 1, 1, 1, 0.02],
};
/** Of emergency spells, those of a person who went home within the 28 days before; some of them point to nobody. */
const COMES_BACK = 0.235;

/**
 * The statements that make every spell discharged from 1 April 2024 as the table `spells`, and the tables that its counted
 * history is made of. Elective theatre cases, in `cases`, each have a spell; the others fill the month up to its target.
 */
export function spellStatements(months: readonly string[]): readonly string[] {
  const targets = months.flatMap((month) => {
    const { dayCases, inpatients, emergencies, maternity, regular, stay } = spellTarget(month);
    const totals: readonly (readonly [SpellKind, number])[] = [
      ['day-case', dayCases], ['inpatient', inpatients], ['emergency', emergencies], ['maternity', maternity], ['regular', regular],
    ];
    return totals.map(([kind, total]) => [month, kind, total, stay]);
  });
  const weeks = Object.entries(WEEKS).flatMap(([kind, shares]) => shares.map((share, index) => [kind, index + 1, share]));
  return [
    `create table spell_lines as
     select s.* replace (round(s.spells * s.share / sum(s.share) over (partition by kind, specialty, code, hrg), 6) as spells),
       greatest(2, least(18, round(sum(spells) over (partition by kind, specialty) / 32)))::bigint as consultants
     from ${valuesTable(lines(), ['line', 'kind', 'specialty', 'site', 'share', 'nights', 'zero', 'procedure', 'code', 'hrg', 'spells'])} s`,
    `create table spell_targets as from ${valuesTable(targets, ['month', 'kind', 'total', 'stay'])}`,
    `create table spell_week as from ${valuesTable(weeks, ['kind', 'weekday', 'part'])}`,
    `create table procedure_groups as from ${valuesTable(Object.entries(PROCEDURE_HRG), ['operation', 'hrg'])}`,
    `create table theatre_spells as ${THEATRE_SPELLS}`,
    `create table spell_room as
     with done as (select strftime(discharged, '%Y-%m') as month, case classification when '2' then 'day-case' else 'inpatient' end as kind, count(*) as done from theatre_spells group by all)
     select t.*, greatest(0, t.total - coalesce(d.done, 0)) as wanted from spell_targets t left join done d using (month, kind)`,
    `create table ward_spells as ${WARD_SPELLS}`,
    `create table spells as ${PEOPLE}`,
  ];
}

function lines(): readonly (readonly (string | number)[])[] {
  return SPELLS.flatMap((each) => Object.entries(each.sites).flatMap(([site, share]) => each.groups.map(([code, hrg, spells]) =>
    [each.kind, each.specialty, site, share, each.nights, each.zero, each.procedure, code, hrg, spells]))).map((line, index) => [index + 1, ...line]);
}

/** Long operations keep people longer; a day-surgery patient who stays, stays a night or two. */
const THEATRE_SPELLS = `
  with stayed as (
    select c.*, t.stay, case when patient_classification = '2' then 0
        when operation in (select code from day_surgery) then 1 + floor(0.6e0 * exponential(case_key, 'nights'))
        else 1 + floor(touch / 58e0 * t.stay * exponential(case_key, 'nights')) end::bigint as after_operation,
      case when patient_classification = '2' then 0 when unit(case_key, 'night before') < 0.3e0 then 1 + floor(0.7e0 * exponential(case_key, 'nights before')) else 0 end::bigint as before_operation
    from cases c join spell_targets t on t.month = c.month and t.kind = 'inpatient' where fate = 'C' and elective
  )
  select case_key as key, 'elective' as pool, day - before_operation::integer as admitted, day + after_operation::integer as discharged, day as operated, specialty, site,
    coalesce(l.consultant, 'CONS-' || specialty || '-01') as consultant, admission_method as method, patient_classification as classification, intended_management as intended,
    operation as code, g.hrg, after_operation + before_operation as nights, before_operation as nights_before,
    unit(case_key, 'complication') < case when patient_classification = '2' then 0.007e0 else 0.012e0 + touch / 6000e0 end as complicated, false as died
  from stayed s left join (select key, consultant from lists) l using (key) left join procedure_groups g using (operation)`;

const CONSULTANT = `'CONS-' || specialty || '-' || lpad((1 + hash(key * 7) % consultants)::varchar, 2, '0')`;
const WARD_SPELLS = `
  with weighed as (
    select d.month, d.day, d.number, w.kind, r.stay, r.wanted, l.* exclude (kind), d.number * 512 + l.line as cell,
      round(1000 * l.spells * w.part * case when l.kind in ('emergency', 'maternity', 'regular') then 1 else d.usual end
        * exp(0.05e0 * normal(d.number * 8 + length(l.kind), 'spells of the day') + 0.09e0 * normal(cell, 'spells')))::bigint as weight
    from days d join spell_week w using (weekday) join spell_lines l using (kind) join spell_room r on r.month = d.month and r.kind = l.kind
    where d.month >= ${sqlConstant(RECORDS_FROM.slice(0, 7))}
  ), shared as (
    select *, share_of(wanted, sum(weight) over (grouped order by unit(cell, 'order'), cell), weight, sum(weight) over grouped) as spells_of_day
    from weighed window grouped as (partition by month, kind)
  ), numbered as (
    select * exclude (weight, wanted), unnest(range(spells_of_day)) as position from shared where spells_of_day > 0
  ), drawn as (
    select *, 1000000000000 + cell * 512 + position as key, unit(key, 'method') as method_draw, unit(key, 'procedure') < procedure as operated_on,
      case when kind in ('day-case', 'regular') or unit(key, 'no night') < zero then 0
        else 1 + floor(greatest(0.25e0, nights / (1 - zero) - 0.5e0) * stay * exponential(key, 'nights')) end::bigint as stayed
    from numbered
  ), dated as (
    select *, case when not operated_on then null when kind = 'emergency' then least(stayed, floor(1.05e0 * exponential(key, 'nights before')))
      when kind = 'inpatient' then least(stayed, floor(0.75e0 * exponential(key, 'nights before'))) else 0 end::bigint as nights_before
    from drawn
  )
  select key, case when kind = 'emergency' then 'emergency' else 'elective' end as pool, day - stayed::integer as admitted, day as discharged,
    case when operated_on then day - stayed::integer + nights_before::integer end as operated, specialty, site, ${CONSULTANT} as consultant,
    case kind when 'emergency' then case when method_draw < 0.74e0 then '21' when method_draw < 0.86e0 then '22' when method_draw < 0.91e0 then '24' when method_draw < 0.94e0 then '2A'
        when method_draw < 0.97e0 then '2B' when method_draw < 0.99e0 then '2D' else '28' end
      when 'maternity' then case when method_draw < 0.82e0 then '31' else '32' end when 'regular' then '13'
      else case when method_draw < 0.42e0 then '11' when method_draw < 0.76e0 then '12' else '13' end end as method,
    case kind when 'day-case' then '2' when 'regular' then '3' else '1' end as classification,
    case kind when 'day-case' then '2' when 'regular' then '3' when 'inpatient' then case when unit(key, 'intended') < 0.03e0 then '2' else '1' end else '8' end as intended,
    case when operated_on then code end as code, hrg, stayed as nights, nights_before,
    case when operated_on and kind <> 'regular' then unit(key, 'complication') < case kind when 'day-case' then 0.003e0 when 'inpatient' then 0.021e0 else 0.034e0 end end as complicated,
    unit(key, 'died') < case kind when 'emergency' then 0.0022e0 * stayed + 0.012e0 when 'inpatient' then 0.004e0 else 0 end as died
  from dated`;

/**
 * Nobody has a name: a person is a number made of a day, a pool and a place among those who went home that day, so that
 * somebody who comes back can be named without looking anybody up.
 */
const person = (day: string, pool: string, place: string): string =>
  `'P' || lpad((hash(((${day} - date '2000-01-01') * 2 + (${pool} = 'emergency')::bigint) * 100000 + ${place}) % 1000000000000000)::varchar, 15, '0')`;

const PEOPLE = `
  with everybody as (
    from theatre_spells where discharged >= ${sqlConstant(RECORDS_FROM)}::date union all by name from ward_spells
  ), placed as (
    select *, row_number() over (partition by discharged, pool order by key) as place,
      pool = 'emergency' and unit(key, 'back') < ${sqlConstant(COMES_BACK)} as came_back,
      admitted - 1 - least(27, floor(9.5e0 * exponential(key, 'gap')))::integer as left_before,
      case when unit(key, 'back from') < 0.79e0 then 'emergency' else 'elective' end as left_pool, unit(key, 'commissioner') as commissioner_draw,
      unit(key, 'age') as age_draw, unit(key, 'years') as years
    from everybody
  ), counted as (
    select discharged as left_before, pool as left_pool, count(*) as everybody_then from placed group by all
  )
  select p.* exclude (place, came_back, left_before, left_pool, commissioner_draw, age_draw, years),
    case when came_back and everybody_then is not null then ${person('p.left_before', 'p.left_pool', "1 + floor(everybody_then * unit(key, 'back who'))::bigint")}
      else ${person('discharged', 'pool', 'place')} end as person,
    ${commissionerOf('commissioner_draw')} as commissioner, ${decileOf('commissioner_draw', "unit(key, 'deprivation')")} as imd_decile,
    floor(case when age_draw < s.below_18 then 18 * years when age_draw < s.below_40 then 18 + 22 * years
      when age_draw < s.below_65 then 40 + 25 * years when age_draw < s.below_80 then 65 + 15 * years else 80 + 16 * years end)::utinyint as age,
    case when pool = 'elective' and key >= 1000000000000 and unit(key, 'private') < 0.012e0 then '02' else '01' end as category
  from placed p left join counted using (left_before, left_pool) join specialties s using (specialty)`;
