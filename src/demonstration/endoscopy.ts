import type { Day } from '../calendar/day';
import { valueAt, type Course } from './course';
import { HISTORY_FROM, RECORDS_FROM } from './ground';
import { sqlConstant, valuesTable } from './sql-text';

/** Rooms at each site, with the specialty whose lists they hold. */
const ROOMS: readonly (readonly [site: string, rooms: number, specialty: string])[] = [
  ['LRI', 3, '301'], ['LGH', 3, '301'], ['GH', 1, '301'], ['LRI', 1, '104'], ['LGH', 1, '101'],
];
/** Of the lists, those that train; they carry about 60% of the points. */
const TRAINING = 0.14;
const MINUTES = 240;

// Lists are planned at 10 to 11 points and deliver about 9; planned points 12 were the rule once (JAG).
const BOOKED: Course = [['2019-04', 0.945], ['2020-05', 0.78], ['2021-04', 0.9], ['2023-04', 0.93], ['2024-05', 0.955], ['2026-11', 0.972]];
const DELIVERED: Course = [['2019-04', 0.902], ['2020-05', 0.87], ['2022-04', 0.9], ['2024-05', 0.918], ['2026-11', 0.934]];
const LISTS: Course = [
  ['2019-04', 0.86], ['2020-02', 0.87], ['2020-04', 0.12], ['2020-08', 0.6], ['2021-06', 0.84], ['2023-04', 0.93], ['2024-12', 0.95], ['2025-03', 0.97],
];

/** The statements that make endoscopy lists and cases from 1 April 2024 as `endoscopy_runs` and `endoscopies`, and the months before in numbers. */
export function endoscopyStatements(months: readonly string[]): readonly string[] {
  const rooms = ROOMS.flatMap(([site, count, specialty], kind) => Array.from({ length: count }, (_, room) => ({ site, specialty, room: `${site}-EN${kind}${room + 1}` })));
  const slots = rooms.flatMap(({ site, specialty, room }) => [1, 2, 3, 4, 5, 6].flatMap((weekday) => (weekday === 6 && specialty !== '301' ? [] : ['A', 'P'].map((half) =>
    [site, specialty, room, weekday, half])))).map((slot, index) => [index + 1, ...slot]);
  const targets = months.map((month) => [month, valueAt(LISTS, month, 'endoscopy lists', 0.012), valueAt(BOOKED, month, 'endoscopy booked', 0.006), valueAt(DELIVERED, month, 'endoscopy done', 0.005)]);
  return [
    `create table endoscopy_week as from ${valuesTable(slots, ['slot', 'site', 'specialty', 'room', 'weekday', 'half'])}`,
    `create table endoscopy_targets as from ${valuesTable(targets, ['month', 'lists', 'booked', 'done'])}`,
    `create table endoscopy_kinds as from ${valuesTable([
      ['301', 'COL', 0, 0.41, 2, 40], ['301', 'OGD', 0.41, 0.8, 1, 18], ['301', 'FSIG', 0.8, 1, 1, 22],
      ['104', 'COL', 0, 0.46, 2, 40], ['104', 'FSIG', 0.46, 0.85, 1, 22], ['104', 'OGD', 0.85, 1, 1, 18], ['101', 'CYST', 0, 1, 1, 19],
    ], ['specialty', 'code', 'above', 'below', 'points', 'minutes'])}`,
    `create table endoscopy_runs as ${RUNS}`,
    `create table endoscopies as ${CASES}`,
  ];
}

const RUNS = `
  with slots as (
    select d.day, d.month, d.number * 512 + w.slot as key, w.*, t.lists, t.booked, t.done,
      case when unit(w.slot * 8 + d.number % 7, 'training') < ${TRAINING}e0 then 'T' else 'S' end as kind,
      unit(key, 'run') / (d.usual * case when w.weekday = 6 then 0.4e0 else 1 end) as run_score
    from days d join endoscopy_week w using (weekday) join endoscopy_targets t using (month) where w.site <> 'LGH' or w.room <> 'LGH-EN13' or d.day >= date '2024-11-04'
  )
  select *, case when run_score < lists then 'RUN' when unit(key, 'cancelled') < 0.55e0 then 'CANX' else 'FALLOW' end as status,
    'EN' || strftime(day, '%y%m%d') || '-' || replace(room, '-', '') || half as reference,
    day + to_minutes(case half when 'A' then 510 else 810 end) as starts, day + to_minutes(case half when 'A' then 750 else 1050 end) as ends,
    (case kind when 'T' then 6 + (unit(key, 'points') < 0.4e0)::bigint else 10 + (unit(key, 'points') < 0.55e0)::bigint + (unit(key, 'points') < 0.08e0)::bigint end)::bigint as points
  from slots`;

/** Patients are booked until the list's points are filled; those who come follow one another, and the last may run over. */
const CASES = `
  with filled as (
    select *, floor(points * least(1.12e0, booked + 0.03e0 + 0.05e0 * normal(key, 'filled')) + unit(key, 'filled up'))::bigint as wanted from endoscopy_runs
    where status = 'RUN' and day >= ${sqlConstant(RECORDS_FROM)}::date
  ), placed as (
    select *, unnest(range(14)) as position, key * 16 + position as case_key from filled
  ), drawn as (
    select p.* exclude (points), k.code, k.points, k.minutes as usual_minutes, sum(k.points) over (partition by key order by position rows unbounded preceding) as so_far
    from placed p join endoscopy_kinds k on k.specialty = p.specialty and unit(case_key, 'procedure') >= k.above and unit(case_key, 'procedure') < k.below
  ), kept as (
    select *, case when unit(case_key, 'done') < done then 'DONE' when unit(case_key, 'missed') < 0.45e0 then 'DNA' else 'CANX' end as outcome,
      greatest(6, round(usual_minutes * exp(0.24e0 * normal(case_key, 'length')) * case kind when 'T' then 1.5e0 else 1 end))::bigint as length
    from drawn where so_far <= wanted
  )
  select *, (floor(14 * unit(key, 'first patient')) + sum(case when outcome = 'DONE' then length + 9 else 0 end) over (partition by key order by position rows unbounded preceding)
      - length - 9)::bigint as offset_minutes
  from kept`;

/** Lists and cases that ended before the day `until`, and the diagnostic tests that they are, into three Parquet files. */
export function endoscopyExtracts(lists: string, cases: string, tests: string, until: Day): readonly string[] {
  const now = `${sqlConstant(until)}::date`;
  return [
    `copy (
      select reference as list_no, day as list_date, specialty as tfc, site, room, kind as list_kind, status as list_status, starts as sched_start, ends as sched_end, points as points_planned
      from endoscopy_runs where day >= ${sqlConstant(RECORDS_FROM)}::date and day < ${now} order by day, reference
    ) to ${sqlConstant(lists)} (format parquet, compression zstd)`,
    `copy (
      select reference || '-' || (position + 1) as case_no, reference as list_no, day as case_date, specialty as tfc, site, code as procedure, points, outcome,
        case when outcome = 'DONE' then starts + to_minutes(offset_minutes) end as in_room, case when outcome = 'DONE' then starts + to_minutes(offset_minutes + length) end as out_room
      from endoscopies where day < ${now} order by day, case_no
    ) to ${sqlConstant(cases)} (format parquet, compression zstd)`,
    `copy (
      select day as test_date, specialty as tfc, site, code as test, outcome, count(*) as tests from endoscopies where day < ${now} group by all order by all
    ) to ${sqlConstant(tests)} (format parquet, compression zstd)`,
  ];
}

/** Writes the counted history of lists, cases and the tests they are: a row a month, site, specialty and kind. */
export function endoscopyHistory(lists: string, cases: string, tests: string, today: Day): readonly string[] {
  const before = `day >= ${sqlConstant(HISTORY_FROM)}::date and month < ${sqlConstant(RECORDS_FROM.slice(0, 7))} and month < ${sqlConstant(today.slice(0, 7))}`;
  return [
    `create table endoscopy_months as
     select month, specialty, site, kind, status, count(*) as lists, avg(points) as points, avg(least(points * 1.1e0, points * booked)) as booked, any_value(done) as done
     from endoscopy_runs where ${before} group by all`,
    `create table endoscopy_month_cases as
     with mixed as (
       select m.*, k.code, k.points as each, k.minutes, (k.below - k.above) / sum((k.below - k.above) * k.points) over (partition by m.month, m.specialty, m.site, m.kind, m.status) as a_point
       from endoscopy_months m join endoscopy_kinds k using (specialty) where m.status = 'RUN'
     ), counted as (
       select *, round(lists * booked * a_point)::bigint as all_booked, round(all_booked * done)::bigint as all_done from mixed
     )
     select * exclude (all_booked, all_done), unnest(['DONE', 'DNA', 'CANX']) as outcome,
       unnest([all_done, (all_booked - all_done) * 45 // 100, all_booked - all_done - (all_booked - all_done) * 45 // 100]) as cases from counted`,
    `copy (
      with used as (
        select month, specialty, site, kind, status, sum(cases * minutes * case kind when 'T' then 1.55e0 else 1.03e0 end) as minutes
        from endoscopy_month_cases where outcome = 'DONE' group by all
      )
      select month || '-01' as "Month", specialty as "Specialty", site as "Site", kind as "List Kind", status as "List Status", lists as "Lists", round(points, 3) as "Points Planned",
        case when status = 'RUN' then round(booked, 3) end as "Points Booked", ${MINUTES} as "Minutes Planned", round(least(${MINUTES}, minutes * 0.945e0 / lists), 2) as "Room Minutes"
      from endoscopy_months left join used using (month, specialty, site, kind, status) order by all
    ) to ${sqlConstant(lists)} (format csv, header)`,
    `copy (
      select month || '-01' as "Month", specialty as "Specialty", site as "Site", kind as "List Kind", code as "Procedure", each as "Points", outcome as "Outcome", cases as "Cases"
      from endoscopy_month_cases where cases > 0 order by all
    ) to ${sqlConstant(cases)} (format csv, header)`,
    `copy (
      select month || '-01' as "Month", specialty as "Specialty", site as "Site", code as "Test", outcome as "Outcome", sum(cases) as "Tests"
      from endoscopy_month_cases where cases > 0 group by all order by all
    ) to ${sqlConstant(tests)} (format csv, header)`,
  ];
}
