import type { Day } from '../calendar/day';
import { COMMISSIONERS } from './commissioner';
import { RECORDS_FROM } from './ground';
import { sqlConstant, valuesTable } from './sql-text';
import { SURGICAL } from './surgical-profile';
import { BAND_DAYS, waitingListTarget } from './waiting-list-target';

/** How far each specialty's patients tend to wait more than a year, against 1. */
const LONG: Readonly<Record<string, number>> = { '110': 2.1, '120': 2.3, '100': 1.3, '101': 1.5, '502': 1.6, '130': 0.5, '160': 1.4, '301': 1.2, '320': 0.6, '330': 0.5, '107': 1.6, '214': 2 };
const UNKNOWN = BAND_DAYS.length;

/**
 * The statements that write the census of open referral-to-treatment pathways at the end of each month before `today` to
 * a Parquet file: a row a specialty, site, side of the pathway, band of days and, from April 2024, commissioner. Each
 * band adds up to its target.
 */
export function waitingList(file: string, months: readonly string[], today: Day): readonly string[] {
  const targets = months.flatMap((month) => {
    const { bands, unknown, validated } = waitingListTarget(month);
    return [...bands, unknown].map((total, band) => [month, band, BAND_DAYS[band] ?? -1, total, validated]);
  });
  const surgical = SURGICAL.map(({ code }) => code);
  const sides = [[1, 'A'], [0, 'N']];
  const commissioners = COMMISSIONERS.slice(0, 4).map(({ code, admissions }, index) => [index + 1, code, admissions]);
  return [
    `create table pathway_targets as from ${valuesTable(targets, ['month', 'band', 'days_waited', 'total', 'validated'])}`,
    `create table pathway_lines as
     with kept as (
       select p.specialty, p.site, p.place, p.share, s.volume * s.first as referred, row_number() over (partition by p.specialty order by p.share desc, p.place) as nth
       from specialty_sites p join specialties s using (specialty) where p.specialty not in ('812', '501', '560', '650', '651', '652', '654', '190', '253')
     )
     select k.*, k.specialty in (${surgical.map(sqlConstant).join(', ')}) as surgical, coalesce(l.slow, 1) as slow
     from kept k left join ${valuesTable(Object.entries(LONG), ['specialty', 'slow'])} l using (specialty) where nth <= 2`,
    `copy (
      with cells as (
        select t.*, l.* exclude (nth), d.side, d.letter, c.number as commissioner_number, c.commissioner, last_day((t.month || '-01')::date) as census,
          ((replace(t.month, '-', '')::bigint * 16 + t.band) * 100000 + l.place) * 16 + d.side * 8 + c.number as key
        from pathway_targets t cross join pathway_lines l cross join ${valuesTable(sides, ['side', 'letter'])} d
        join (from ${valuesTable(commissioners, ['number', 'commissioner', 'part'])} union all select 0, null, 1) c on (c.number = 0) = (t.month < ${sqlConstant(RECORDS_FROM.slice(0, 7))})
        where last_day((t.month || '-01')::date) < ${sqlConstant(today)}::date and t.total > 0
      ), weighed as (
        select c.*, round(1000 * referred * share * case when surgical then case side when 1 then 0.38e0 else 0.62e0 end else case side when 1 then 0.09e0 else 0.91e0 end end
            * case when band >= 7 and band < ${UNKNOWN} then slow * slow * (0.7e0 + side) when band between 4 and 6 then slow * (0.85e0 + 0.3e0 * side) else 1 end
            * coalesce(p.part, 1) * exp(0.05e0 * normal(place * 8 + band % 8, 'waits here') + 0.03e0 * normal(key, 'waits')))::bigint as weight
        from cells c left join ${valuesTable(commissioners, ['number', 'code', 'part'])} p on p.number = c.commissioner_number
      ), shared as (
        select *, share_of(total, sum(weight) over (grouped order by unit(key, 'order'), key), weight, sum(weight) over grouped) as pathways
        from weighed window grouped as (partition by month, band)
      )
      select census as census_date, specialty as tfc, site, commissioner as purchaser, letter as pathway_side, case when band < ${UNKNOWN} then days_waited end as days_waited,
        case when side = 1 or band < 3 or band = ${UNKNOWN} then 'N' when unit(key, 'seen') < 0.34e0 then 'N' else 'Y' end as to_validate,
        case when to_validate = 'Y' then case when unit(key, 'validated') < validated then 'Y' else 'N' end end as validated_12w, pathways
      from shared where pathways > 0 order by all
    ) to ${sqlConstant(file)} (format parquet, compression zstd)`,
  ];
}
