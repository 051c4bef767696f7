import type { OutpatientTarget } from './month-target';
import { sqlConstant, valuesTable } from './sql-text';

/** Slots of a usual clinic. */
const SLOTS = 12;
/** Share of clinics with one patient more than slots; the empty slots are spread over the others as evenly as can be. */
const OVERBOOKED_SHARE = 0.08;

/**
 * Writes the counted history of clinic sessions as CSV, months YYYY-MM: a row a month, specialty, site and number
 * of slots left empty, with the number of such sessions.
 */
export function clinicHistory(file: string, targets: ReadonlyMap<string, OutpatientTarget>): readonly string[] {
  const rows = [...targets].map(([month, target]) => {
    const sessions = Math.round(((target.attended + target.missed) * 1.009) / (SLOTS * target.clinicUtilisation));
    return [month, sessions, Math.round(sessions * SLOTS * (1 - target.clinicUtilisation))];
  });
  return [
    `create table clinic_months as from ${valuesTable(rows, ['month', 'all_sessions', 'all_empty'])}`,
    `copy (
      with weighed as (
        select m.*, p.specialty, p.site, replace(m.month, '-', '')::bigint * 10000 + p.place as key,
          round(1000 * s.volume * p.share * t.share_before * exp(0.05e0 * normal(key, 'clinics')))::bigint as weight
        from clinic_months m cross join specialty_sites p join specialties s using (specialty) join sites t using (site)
        where p.specialty <> '812'
      ), shared as (
        select *, share_of(all_sessions, sum(weight) over (monthly order by key), weight, sum(weight) over monthly) as sessions,
          round(sessions * 1000 * exp(0.1e0 * normal(specialty::integer, 'templates') + 0.08e0 * normal(key, 'empty slots')))::bigint as empty_weight,
          floor(sessions * ${OVERBOOKED_SHARE}e0)::bigint as over
        from weighed window monthly as (partition by month)
      ), emptied as (
        select *, share_of(all_empty, sum(empty_weight) over (partition by month order by key), empty_weight, sum(empty_weight) over (partition by month)) + over as empty
        from shared where sessions > 0
      ), kinds as (
        select *, sessions - over as usual, empty // usual as fewer, empty % usual as emptier from emptied
      )
      select month || '-01' as "Month", specialty as "Specialty", site as "Site", ${SLOTS} as "Slots Available", ${SLOTS} - free as "Slots Booked", counted as "Sessions"
      from (select *, unnest([-1, fewer, fewer + 1]) as free, unnest([over, usual - emptier, emptier]) as counted from kinds)
      where counted <> 0 order by key, free
    ) to ${sqlConstant(file)} (format csv, header)`,
  ];
}
