import { valueAt, type Course } from './course';
import { BENCH_TESTS, EXAMINATIONS, MACHINES } from './diagnostic-profile';
import { RECORDS_FROM } from './ground';
import { sqlConstant, valuesTable } from './sql-text';

/** The community diagnostic centre at Hinckley opens on this day; the one at the General has been open since 2023. */
const CENTRE_OPENS = "date '2025-01-06'";
const LATE_CENTRE = `(site <> 'HINCKLEY' or day >= ${CENTRE_OPENS})`;
const COMMUNITY = (site: string, community: string): string => `${site} = 'HINCKLEY' or ${community} and day >= date '2023-04-01'`;

/** Letters in a machine's code. */
const SHORT = { ct: 'CT', mri: 'MR', ultrasound: 'US', xray: 'XR' } as const;

const VOLUME: Course = [
  ['2019-04', 0.9], ['2020-02', 0.91], ['2020-04', 0.42], ['2020-07', 0.68], ['2021-01', 0.8], ['2021-09', 0.9], ['2023-04', 0.96], ['2024-06', 1], ['2026-11', 1.06],
];
const BUSY: Course = [['2019-04', 0.775], ['2020-04', 0.44], ['2020-10', 0.68], ['2022-04', 0.76], ['2024-05', 0.794], ['2026-11', 0.842]];
const MISSED: Course = [['2019-04', 1.08], ['2020-04', 0.9], ['2022-10', 1.12], ['2024-05', 1], ['2026-11', 0.88]];
const TURNROUND: Course = [['2019-04', 0.85], ['2020-06', 0.8], ['2022-10', 1.35], ['2023-12', 1.28], ['2024-05', 1.2], ['2025-06', 1], ['2026-11', 0.84]];

/**
 * The statements that make the tables `machine_days` and `test_groups`: every machine on every day, and the tests of a
 * day or month that are alike, as counts. Magnetic resonance examinations from 1 April 2024 are `scans`, one row each.
 */
export function diagnosticStatements(months: readonly string[]): readonly string[] {
  const machines = MACHINES.flatMap((each) => Array.from({ length: each.machines }, (_, index) =>
    [each.modality, each.site, `${each.site}-${SHORT[each.modality]}${index + 1}`, Number(index >= each.machines - each.community), each.minutes, each.weekend]))
    .map((machine, index) => [index + 1, ...machine]);
  const bench = BENCH_TESTS.flatMap(({ test, specialty, sites, missed, days }) => Object.entries(sites).map(([site, count]) => [test, specialty, site, count, missed, days]))
    .map((each, index) => [index + 1, ...each]);
  const targets = months.map((month) => [
    month, valueAt(VOLUME, month, 'tests', 0.012), valueAt(BUSY, month, 'machines', 0.008), valueAt(MISSED, month, 'tests missed', 0.025),
    valueAt(TURNROUND, month, 'reports', 0.03),
  ]);
  return [
    `create table machines as from ${valuesTable(machines, ['number', 'modality', 'site', 'machine', 'community', 'minutes', 'weekend'])}`,
    `create table examinations as from ${valuesTable(EXAMINATIONS.map((each) => [each.modality, each.test, each.minutes, each.missed, each.days]), ['modality', 'test', 'length', 'missed', 'days'])}`,
    `create table bench_tests as from ${valuesTable(bench, ['number', 'test', 'specialty', 'site', 'usual', 'missed', 'days'])}`,
    `create table test_targets as from ${valuesTable(targets, ['month', 'volume', 'busy', 'missed_by', 'turnround'])}`,
    `create table machine_days as ${MACHINE_DAYS}`,
    `create table scans as ${SCANS}`,
    `create table test_groups as ${GROUPS}`,
  ];
}

/** A machine is open its usual hours, less on some days that it is serviced; how busy it is follows the month. */
const MACHINE_DAYS = `
  with opened as (
    select d.day, d.month, d.weekday, m.*, e.* exclude (modality), t.busy, t.missed_by, t.turnround, d.number as day_number, d.number * 64 + m.number as key,
      (round(minutes * case when d.weekday > 5 then weekend else 1 end * case when d.usual < 0.1e0 then greatest(0.2e0, weekend) else sqrt(d.usual) end * least(1, t.volume + 0.08e0)
        * case when unit(key, 'serviced') < 0.02e0 then 0.5e0 else 1 end / 15) * 15)::bigint as open_minutes
    from days d cross join machines m join examinations e using (modality) join test_targets t using (month) where ${LATE_CENTRE}
  )
  select * exclude (weekend, minutes), least(length - 1, round(length * (1 + 0.05e0 * normal(number, 'pace')), 1)) as pace,
    floor(open_minutes * least(0.97e0, greatest(0.2e0, busy * exp(0.03e0 * normal(number, 'kept busy')) + 0.045e0 * normal(key, 'busy'))) / length + unit(key, 'one more'))::bigint as done,
    floor(done * missed * missed_by * exp(0.2e0 * normal(key, 'missed')) + unit(key, 'missed one'))::bigint as missed_ones, floor(done * 0.05e0 + unit(key, 'cancelled'))::bigint as cancelled
  from opened where open_minutes > 0`;

const SCANS = `
  select * exclude (position), key * 64 + position as scan_key, day + to_minutes(450 + (open_minutes * position // (done + missed_ones))::bigint) as starts,
    position >= done as was_missed, greatest(8, least(open_minutes // (done + missed_ones) - 2, round(length * exp(0.12e0 * normal(scan_key, 'length')))))::bigint as took,
    floor(days * turnround * exp(0.75e0 * normal(scan_key, 'report')))::bigint as to_report, unit(scan_key, 'hour') as hour_draw
  from (select *, unnest(range(done + missed_ones)) as position from machine_days where modality = 'mri' and day >= ${sqlConstant(RECORDS_FROM)}::date and done > 0)`;

/** The tests of a machine's day fall into four groups by how long their report took; before April 2024 it is the machine's month. */
const GROUPS = `
  with machine_groups as (
    select day, day >= ${sqlConstant(RECORDS_FROM)}::date as daily, month, key, test, '812' as specialty, site, modality, machine, ${COMMUNITY('site', 'community = 1')} as centre,
      done, missed_ones, cancelled, days * turnround as days, pace
    from machine_days where modality <> 'mri' or day < ${sqlConstant(RECORDS_FROM)}::date
  ), bench_days as (
    select d.day, d.day >= ${sqlConstant(RECORDS_FROM)}::date as daily, d.month, 2000000 + d.number * 64 + b.number as key, b.test, b.specialty, b.site, null as modality, null as machine,
      ${COMMUNITY('b.site', "b.site = 'LGH' and b.test in ('echocardiography', 'dexa-scan')")} as centre,
      floor(b.usual * t.volume * sqrt(d.usual) * case when d.weekday > 5 then 0.06e0 else 1 end * exp(0.12e0 * normal(key, 'tests')) + unit(key, 'one more') * (d.weekday < 6)::bigint)::bigint as done,
      floor(done * b.missed * t.missed_by * exp(0.2e0 * normal(key, 'missed')) + unit(key, 'missed one') * (done > 0)::bigint)::bigint as missed_ones,
      floor(done * 0.06e0 + unit(key, 'cancelled') * (done > 0)::bigint)::bigint as cancelled, b.days * sqrt(t.turnround) as days, null as pace
    from days d cross join bench_tests b join test_targets t using (month) where ${LATE_CENTRE}
  ), every_day as (
    from machine_groups union all by name from bench_days
  ), summed as (
    select case when daily then day else date_trunc('month', day)::date end as day, daily, month, min(key) as key, test, specialty, site, modality, machine, centre,
      sum(done)::bigint as done, sum(missed_ones)::bigint as missed_ones, sum(cancelled)::bigint as cancelled, avg(days) as days, avg(pace) as pace
    from every_day where done > 0 group by all
  ), outcomes as (
    select * exclude (done, missed_ones, cancelled), unnest([1, 2, 3, 4, 5, 6, 7]) as part,
      unnest(['5', '5', '5', '5', '6', '3', case when key % 2 = 0 then '2' else '4' end]) as status,
      unnest([done * 30 // 100, done * 60 // 100 - done * 30 // 100, done * 82 // 100 - done * 60 // 100, done - done * 82 // 100 - done * 4 // 100, done * 4 // 100, missed_ones, cancelled]) as tests
    from summed
  )
  select day, daily, month, test, specialty, site, modality, machine, centre, status, tests,
    case when status in ('5', '6') then pace end as minutes,
    case when status in ('5', '6') then floor(days
      * case part when 1 then 0.38e0 when 2 then 0.85e0 when 3 then 1.4e0 when 4 then 2.9e0 else 1.1e0 end * exp(0.15e0 * normal(key * 8 + part, 'report')))::bigint end as to_report
  from outcomes where tests > 0`;
