import { addMonths, type Day } from '../calendar/day';
import { COMMISSIONERS } from './commissioner';
import { commissionerOf } from './commissioner-draw';
import { RECORDS_FROM } from './ground';
import { sqlConstant, valuesTable } from './sql-text';

/** The spells of a month, YYYY-MM, that ended before the day `until`, oldest first, to a Parquet file. */
export function spellExtract(file: string, month: string, until: Day): string {
  const [from, to] = [sqlConstant(`${month}-01`), sqlConstant(addMonths(`${month}-01`, 1))];
  return `copy (
    select 'SP' || strftime(discharged, '%y%m%d') || '-' || key as spell_no, admitted as adm_date, discharged as disch_date, specialty as tfc, site, consultant,
      commissioner as purchaser, method as adm_method, classification as pat_class, intended as int_mgmt, category as admin_cat,
      case when died then '4' when unit(key, 'own wish') < 0.008e0 then '2' else '1' end as disch_method, code as opcs, operated as opcs_date, hrg,
      person as pseudo_id, age, imd_decile, case when complicated then 'Y' when not complicated then 'N' end as complication
    from spells where discharged >= ${from}::date and discharged < least(${to}::date, ${sqlConstant(until)}::date) order by discharged, key
  ) to ${sqlConstant(file)} (format parquet, compression zstd)`;
}

/** Of each kind of spell, those followed by an emergency admission within 30 days. */
const COMES_BACK = "case kind when 'emergency' then 0.142e0 else 0.029e0 end";

/**
 * Writes the counted history of spells: a row a month of discharge, specialty, site, commissioner, procedure, group and
 * kind, with the month of admission, and with those who came back and those with a complication apart. Nights are averages of the spells in the row.
 */
export function spellHistory(file: string, today: Day): string {
  const commissioners = valuesTable(COMMISSIONERS.map(({ code, admissions }, index) => [index, code, admissions]), ['commissioner_number', 'commissioner', 'part']);
  return `copy (
    with surgical as (
      select strftime(discharged, '%Y-%m') as month, *, case classification when '2' then 'day-case' else 'inpatient' end as kind,
        unit(key, 'back') < ${COMES_BACK} as came_back, ${commissionerOf("unit(key, 'commissioner')")} as commissioner from theatre_spells
      where discharged < least(${sqlConstant(RECORDS_FROM)}::date, date_trunc('month', ${sqlConstant(today)}::date))
    ), weighed as (
      select r.month, r.wanted, r.stay, l.*, c.commissioner, (replace(r.month, '-', '')::bigint * 512 + l.line) * 8 + c.commissioner_number as key,
        round(1000 * l.spells * c.part * exp(0.05e0 * normal(replace(r.month, '-', '')::bigint * 512 + l.line, 'history') + 0.04e0 * normal(key, 'commissioned')))::bigint as weight
      from spell_room r join spell_lines l using (kind) cross join ${commissioners} c
      where r.month < ${sqlConstant(RECORDS_FROM.slice(0, 7))} and r.month < ${sqlConstant(today.slice(0, 7))}
    ), shared as (
      select *, share_of(wanted, sum(weight) over (grouped order by key), weight, sum(weight) over grouped) as everybody
      from weighed window grouped as (partition by month, kind)
    ), parted as (
      select *, floor(everybody * (1 - procedure))::bigint as unoperated,
        floor((everybody - unoperated) * case kind when 'emergency' then 0.034e0 when 'inpatient' then 0.021e0 else 0.003e0 end + unit(key, 'complication'))::bigint as complicated_ones
      from shared
    ), outcomes as (
      select * exclude (spells), unnest([true, true, false]) as operated_on, unnest([true, false, false]) as has_complication,
        unnest([complicated_ones, everybody - unoperated - complicated_ones, unoperated]) as these from parted
    ), counted as (
      select *, least(these, floor(these * ${COMES_BACK} + unit(key + has_complication::bigint + 2 * operated_on::bigint, 'back'))::bigint) as backs from outcomes where these > 0
    ), returned as (
      select *, unnest([true, false]) as came_back, unnest([backs, these - backs]) as ended from counted
    ), admitted as (
      -- Of stays of n nights on average, about n in 30 began in the month before.
      select *, case when kind in ('day-case', 'regular') then 0 else floor(ended * least(0.6e0, nights / 30.4e0) + unit(key * 2 + came_back::bigint, 'month before'))::bigint end as earlier
      from returned where ended > 0
    ), every_spell as (
      select month, strftime(admitted, '%Y-%m') as admitted_in, specialty, site, commissioner, method, classification, intended, code, hrg, complicated as complication, came_back, count(*) as spells,
        round(avg(nights), 3) as nights, round(avg(nights_before), 3) as nights_before from surgical group by all
      union all by name
      select month, case when began_before then strftime((month || '-01')::date - 1, '%Y-%m') else month end as admitted_in, specialty, site, commissioner,
        case kind when 'emergency' then '21' when 'maternity' then '31' when 'regular' then '13' else '11' end as method,
        case kind when 'day-case' then '2' when 'regular' then '3' else '1' end as classification,
        case kind when 'day-case' then '2' when 'regular' then '3' when 'inpatient' then '1' else '8' end as intended, case when operated_on then code end as code, hrg,
        case when operated_on and kind <> 'regular' then has_complication end as complication, came_back, spells,
        case when kind in ('day-case', 'regular') then 0 else round(nights * stay * exp(0.06e0 * normal(key, 'nights')), 3) end as nights,
        case when not operated_on then null when kind = 'emergency' then 0.62e0 when kind = 'inpatient' then 0.33e0 else 0 end as nights_before
      from (select *, unnest([true, false]) as began_before, unnest([least(ended, earlier), ended - least(ended, earlier)]) as spells from admitted) where spells > 0
    )
    select (month || '-01')::date as month, (admitted_in || '-01')::date as admitted_month, specialty as tfc,
      site, commissioner as purchaser, method as adm_method, classification as pat_class, intended as int_mgmt, code as opcs, hrg,
      case when complication then 'Y' when not complication then 'N' end as complication, case when came_back then 'Y' else 'N' end as readmitted, spells, nights, nights_before as preop_nights
    from every_spell order by all
  ) to ${sqlConstant(file)} (format parquet, compression zstd)`;
}
