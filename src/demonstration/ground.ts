import { addDays, monthEnd, monthKey, weekday, type Day } from '../calendar/day';
import { CHANCE_MACROS } from './chance';
import { usualness } from './course';
import { SITES } from './site-profile';
import { IMAGING, SPECIALTIES } from './specialty-profile';
import { valuesTable } from './sql-text';

/** The first day of the counted history, and of the record-level extracts. */
export const HISTORY_FROM: Day = '2019-04-01';
export const RECORDS_FROM: Day = '2024-04-01';

/** Each day of the week as share of a clinic's week, Monday to Sunday. */
const CLINIC_WEEK = [1.02, 1.06, 1.04, 1, 0.88, 0.045, 0.008];
/** How often appointments are missed by day of the week, Monday to Sunday. */
const MISSED_WEEK = [1.06, 0.97, 0.96, 0.98, 1.05, 0.9, 0.9];

/**
 * The statements that lay out what every part of the generator stands on: the calendar to the end of `to`'s month, the
 * sites, the specialties, and the weekly pattern of clinics (`clinic_week`: one row a specialty, site and weekday).
 */
export function groundStatements(to: Day): readonly string[] {
  return [...CHANCE_MACROS, dayTable(to), weekTable(), siteTable(), specialtyTable(), specialtySiteTable(), CLINIC_WEEK_TABLE];
}

function dayTable(to: Day): string {
  const rows = [];
  for (let day = HISTORY_FROM; day <= monthEnd(to); day = addDays(day, 1)) {
    rows.push([day, monthKey(day), weekday(day), usualness(day)]);
  }
  return `create table days as select day::date as day, month, weekday, usual, day::date - date '2000-01-01' as number
    from ${valuesTable(rows, ['day', 'month', 'weekday', 'usual'])}`;
}

function weekTable(): string {
  const rows = CLINIC_WEEK.map((share, index) => [index + 1, share, MISSED_WEEK[index] ?? 1]);
  return `create table week as from ${valuesTable(rows, ['weekday', 'clinics', 'missed'])}`;
}

function siteTable(): string {
  const rows = SITES.map((site, index) => [index, site.code, site.letter, site.dna, site.opens?.day ?? HISTORY_FROM, site.opens?.share ?? 1]);
  return `create table sites as select * replace (opens::date as opens)
    from ${valuesTable(rows, ['number', 'site', 'letter', 'missed', 'opens', 'share_before'])}`;
}

function specialtyTable(): string {
  const rows = [...SPECIALTIES, IMAGING].map((each) => {
    const [child, young, middle, older] = each.ages;
    return [
      each.code, each.volume, each.dna, each.first, each.procedure, each.pifu, each.discharge, each.remote, each.hrg,
      child, child + young, child + young + middle, child + young + middle + older,
    ];
  });
  const columns = [
    'specialty', 'volume', 'missed', 'first', 'procedure', 'pifu', 'discharge', 'remote', 'hrg',
    'below_18', 'below_40', 'below_65', 'below_80',
  ];
  return `create table specialties as from ${valuesTable(rows, columns)}`;
}

function specialtySiteTable(): string {
  const rows = [...SPECIALTIES, IMAGING].flatMap((each) => Object.entries(each.sites).map(([site, share]) => [each.code, site, share]));
  return `create table specialty_sites as
    select s.specialty, t.number as site_number, s.site, round(s.share / sum(s.share) over (partition by s.specialty), 9) as share,
      s.specialty::integer * 10 + t.number as place
    from ${valuesTable(rows, ['specialty', 'site', 'share'])} s join sites t using (site)`;
}

/** A small specialty holds its clinics on one or two days of the week, so that a clinic is never a single patient. */
const CLINIC_WEEK_TABLE = `create table clinic_week as
  with ranked as (
    select p.specialty, p.site, p.site_number, p.place, w.weekday, s.volume * p.share as volume,
      row_number() over (partition by p.place, w.weekday > 5 order by unit(p.place * 8 + w.weekday, 'clinic day')) as rank,
      w.clinics
    from specialty_sites p join specialties s using (specialty) cross join week w
  ), held as (
    from ranked where case when weekday > 5 then volume > 800 else rank <= least(5, greatest(1, round(volume / 4.2 / 12))) end
  )
  select specialty, site, site_number, place, weekday, round(volume * clinics / sum(clinics) over (partition by place), 6) as weight from held`;
