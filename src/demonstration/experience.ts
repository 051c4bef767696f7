import type { Day } from '../calendar/day';
import { usualDays, valueAt, type Course } from './course';
import { RECORDS_FROM } from './ground';
import { sqlConstant, valuesTable } from './sql-text';

/** Share of answers that are good or very good, and of these very good. */
const GOOD: Course = [['2019-04', 0.952], ['2020-09', 0.957], ['2022-06', 0.933], ['2023-04', 0.936], ['2024-06', 0.943], ['2026-11', 0.951]];
const ANSWERS: Course = [['2019-04', 1.1], ['2020-03', 0.3], ['2020-12', 0.5], ['2021-06', 0.8], ['2024-06', 1], ['2026-11', 1.05]];
const COMPLAINTS: Course = [['2019-04', 0.94], ['2020-04', 0.5], ['2021-06', 1], ['2022-12', 1.14], ['2024-06', 1.05], ['2026-11', 0.97]];
const ANSWERS_A_DAY = 196;
const COMPLAINTS_A_DAY = 8.8;

/**
 * The statements that write answers to the Friends and Family Test and complaints: records of each day before `today`,
 * and counts by the month before April 2024 where files for them are given.
 */
export function experience(
  files: { readonly answers: string; readonly complaints: string; readonly history: { readonly answers: string; readonly complaints: string } | null }, months: readonly string[], today: Day,
): readonly string[] {
  const targets = months.map((month) => {
    const days = usualDays(month);
    return [month, Math.round(ANSWERS_A_DAY * days * valueAt(ANSWERS, month, 'answers', 0.03)), valueAt(GOOD, month, 'good', 0.004),
      Math.round(COMPLAINTS_A_DAY * days * valueAt(COMPLAINTS, month, 'complaints', 0.05))];
  });
  const before = `month < ${sqlConstant(RECORDS_FROM.slice(0, 7))} and month < ${sqlConstant(today.slice(0, 7))}`;
  const statements = [
    `create table experience_targets as from ${valuesTable(targets, ['month', 'answers', 'good', 'complaints'])}`,
    `create table answers as ${spread('answers')}`,
    `create table complaints as ${spread('complaints')}`,
    `create table rated_answers as
     select *, unit(key, 'good') as draw, good + 0.022e0 * normal(specialty::integer, 'good') + 0.006e0 * normal(place, 'good here') as liking,
       case when unit(key, 'known') < 0.004e0 then 6 when draw < liking * 0.83e0 then 1 when draw < liking then 2 when draw < liking + (1 - liking) * 0.44e0 then 3
         when draw < liking + (1 - liking) * 0.7e0 then 4 else 5 end as rating from answers`,
    `copy (
      select 'F' || key as answer_no, day as answered_on, specialty as tfc, site, rating as score from rated_answers
      where month >= ${sqlConstant(RECORDS_FROM.slice(0, 7))} and day < ${sqlConstant(today)}::date order by day, key
    ) to ${sqlConstant(files.answers)} (format parquet, compression zstd)`,
    `copy (
      select 'C' || key as "Reference", strftime(day, '%d/%m/%Y') as "Received", specialty as "Specialty", site as "Site" from complaints
      where month >= ${sqlConstant(RECORDS_FROM.slice(0, 7))} and day < ${sqlConstant(today)}::date order by day, key
    ) to ${sqlConstant(files.complaints)} (format csv, header)`,
  ];
  return files.history === null ? statements : [
    ...statements,
    `copy (
      select month || '-01' as "Month", specialty as "Specialty", site as "Site", rating as "Score", count(*) as "Answers" from rated_answers where ${before} group by all order by all
    ) to ${sqlConstant(files.history.answers)} (format csv, header)`,
    `copy (
      select month || '-01' as "Month", specialty as "Specialty", site as "Site", count(*) as "Complaints" from complaints where ${before} group by all order by all
    ) to ${sqlConstant(files.history.complaints)} (format csv, header)`,
  ];
}

/** A row an answer or complaint, a month's total spread over its days, specialties and sites by chance. */
function spread(what: 'answers' | 'complaints'): string {
  return `
     with weighed as (
       select d.day, d.month, d.number * 10000 + p.place as key, p.specialty, p.site, p.place, t.good, t.${what} as total,
         round(1000 * s.volume * p.share * case when d.weekday > 5 then 0.2e0 else 1 end * exponential(key, '${what}'))::bigint as weight
       from days d join experience_targets t using (month) cross join specialty_sites p join specialties s using (specialty) where p.specialty <> '812'
     ), shared as (
       select *, share_of(total, sum(weight) over (grouped order by unit(key, 'order'), key), weight, sum(weight) over grouped) as here from weighed window grouped as (partition by month)
     )
     select * exclude (key, weight, total, here), key * 64 + unnest(range(here)) as key from shared where here > 0`;
}
