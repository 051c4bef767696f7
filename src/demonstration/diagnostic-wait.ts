import type { Day } from '../calendar/day';
import { valueAt, type Course } from './course';
import { sqlConstant, valuesTable } from './sql-text';

/** People waiting for each test at the end of a usual month, how their waits are against the trust's (1, less is better), where, and for which specialty. */
const WAITS: readonly (readonly [test: string, specialty: string, waiting: number, slow: number, sites: readonly string[]])[] = [
  ['magnetic-resonance-imaging', '812', 3300, 0.92, ['LRI', 'LGH', 'GH']], ['computed-tomography', '812', 2100, 0.7, ['LRI', 'LGH', 'GH']],
  ['non-obstetric-ultrasound', '812', 5200, 0.9, ['LRI', 'LGH', 'COMMUNITY']], ['barium-enema', '812', 60, 0.8, ['LRI']], ['dexa-scan', '812', 850, 1.02, ['LGH']],
  ['audiology-assessments', '120', 2300, 1.35, ['LRI', 'LGH', 'COMMUNITY']], ['echocardiography', '320', 3400, 1.15, ['GH', 'LRI']], ['electrophysiology', '320', 40, 1, ['GH']],
  ['peripheral-neurophysiology', '400', 620, 1.1, ['LGH']], ['sleep-studies', '347', 640, 1.3, ['LGH', 'GH']], ['urodynamics', '101', 330, 1.45, ['LGH', 'LRI']],
  ['colonoscopy', '301', 1250, 1.3, ['LGH', 'LRI', 'GH']], ['flexi-sigmoidoscopy', '301', 380, 1.2, ['LGH', 'LRI']], ['cystoscopy', '101', 460, 1.05, ['LGH']],
  ['gastroscopy', '301', 1050, 1.15, ['LGH', 'LRI', 'GH']],
];
/** Each site's share where a test is done at one, two or three. */
const SHARES = [[1], [0.64, 0.36], [0.48, 0.32, 0.2]] as const;
/** Waits of so many weeks and more stand together. */
const LAST_WEEK = 39;

// The paper: 85% within six weeks in 2023/24, 95% by March 2025, then 99%; nobody waiting 13 weeks in 2024/25.
const WITHIN_SIX: Course = [
  ['2019-04', 0.988], ['2020-02', 0.981], ['2020-04', 0.52], ['2020-06', 0.48], ['2020-12', 0.68], ['2021-06', 0.74], ['2022-06', 0.72], ['2022-12', 0.715],
  ['2023-04', 0.79], ['2023-10', 0.825], ['2024-03', 0.858], ['2024-06', 0.875], ['2024-12', 0.915], ['2025-03', 0.934], ['2026-03', 0.956], ['2026-11', 0.963],
];
const WAITING: Course = [
  ['2019-04', 0.72], ['2020-02', 0.74], ['2020-06', 0.68], ['2021-06', 0.94], ['2022-10', 1.16], ['2023-06', 1.1], ['2024-06', 1], ['2025-06', 0.94], ['2026-11', 0.92],
];

/**
 * The statements that write the census of people waiting for a test at the end of each month before `today`, to a Parquet
 * file: a row a test, site, kind of wait and full weeks waited. Surveillance that is not yet due is `PL`.
 */
export function diagnosticWaits(file: string, months: readonly string[], today: Day): readonly string[] {
  const targets = months.map((month) => [month, Math.min(0.994, valueAt(WITHIN_SIX, month, 'six weeks', 0.006)), valueAt(WAITING, month, 'waiting for tests', 0.015)]);
  const rows = WAITS.flatMap(([test, specialty, waiting, slow, sites]) => sites.map((site, index) =>
    [test, specialty, waiting * (SHARES[sites.length - 1]?.[index] ?? 1), slow, site]))
    .map((row, index) => [index + 1, ...row]);
  return [
    `create table wait_targets as from ${valuesTable(targets, ['month', 'within', 'volume'])}`,
    `create table wait_lines as from ${valuesTable(rows, ['number', 'test', 'specialty', 'waiting', 'slow', 'site'])}`,
    `copy (
      with lists as (
        select last_day((month || '-01')::date) as census, t.*, l.* exclude (waiting), replace(month, '-', '')::bigint * 64 + l.number as key,
          l.waiting * volume * exp(0.03e0 * normal(key, 'waiting')) as people,
          -- Of an exponential wait as many end within six weeks as the target says.
          42 / -ln(1 - within) * l.slow * exp(0.05e0 * normal(key, 'slow')) as scale
        from wait_targets t cross join wait_lines l where last_day((month || '-01')::date) < ${sqlConstant(today)}::date
      ), banded as (
        select *, unnest(range(${LAST_WEEK + 1})) as week from lists
      ), counted as (
        select *, people * (exp(-7 * week / scale) - case week when ${LAST_WEEK} then 0 else exp(-7 * (week + 1) / scale) end) as share, unnest(['WL', 'PL', 'UN']) as kind from banded
      )
      from (select census as census_date, test, specialty as tfc, site, kind as wait_kind, week * 7 + 3 as days_waited,
        floor(case kind when 'WL' then share when 'PL' then case when test in ('colonoscopy', 'cystoscopy', 'echocardiography', 'gastroscopy') then 0.3e0 else 0.06e0 end * share
          else case when week < 2 then 0.03e0 * share else 0 end end + unit((key * 64 + week) * 4 + ascii(kind) % 4, 'people'))::bigint as waiting
      from counted) where waiting > 0 order by all
    ) to ${sqlConstant(file)} (format parquet, compression zstd)`,
  ];
}
