import { gatheredNamed, minutes } from './parts';

/** Minutes on the machine, and whole days from the day of the test to the day of its report. */
export const TESTS = `
  select * replace (
    coalesce(busy_minutes, case when not counted then ${minutes('started_at', 'ended_at')} end) as busy_minutes,
    coalesce(days_to_report, case when not counted then cast(reported_at as date) - test_date end) as days_to_report)
  from ${gatheredNamed('diagnostic_tests')}`;

export const WAITS = `
  select * replace (coalesce(days_waiting, census_date - clock_start_date) as days_waiting) from ${gatheredNamed('diagnostic_waits')}`;
