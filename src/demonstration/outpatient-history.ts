import type { Day } from '../calendar/day';
import { RECORDS_FROM } from './ground';
import type { OutpatientTarget } from './month-target';
import { REMOTE_FIRST } from './outpatient-month';
import { sqlConstant, valuesTable } from './sql-text';

/** Appointments of a month that are counted together, and what a specialty's part in them depends on. */
interface CountedGroup {
  readonly firstAttendance: '1' | '2' | '3' | '4';
  readonly status: '2' | '3' | '4' | '5';
  readonly outcome: '1' | '2' | null;
  readonly procedure: boolean;
  readonly pifu: boolean;
  readonly count: number;
  /** SQL over a row of `specialties`: its propensity to be in the group. */
  readonly propensity: string;
}

const CANCELLED = { patient: 0.092, hospital: 0.108 } as const;
/** Of missed appointments, and of cancelled ones, those that were first ones. */
const FIRST_AMONG_MISSED = 0.31;
const FIRST_AMONG_CANCELLED = 0.27;
const PIFU_AT_FIRST = 0.1;

const FOLLOW_UP = '(1 - first)';
const AGE = '(1.08e0 * below_18 + 1.5e0 * (below_40 - below_18) + 1.05e0 * (below_65 - below_40) + 0.68e0 * (below_80 - below_65) + 0.82e0 * (1 - below_80))';

/** Writes the counted history of the months given, YYYY-MM, as CSV: a row a month, specialty, site and group. */
export function appointmentHistory(file: string, targets: ReadonlyMap<string, OutpatientTarget>): readonly string[] {
  const groups = [...targets].map(([month, target]) => groupsOf(target).map((group, index) => ({ month, index, ...group })));
  const rows = groups.flat().map((group) => [
    group.month, group.index, group.firstAttendance, group.status, group.outcome ?? '', group.procedure ? 'Y' : 'N', group.pifu ? 'Y' : 'N', group.count,
  ]);
  const cases = (groups[0] ?? []).map((group) => `when ${group.index} then ${group.propensity}`).join('\n            ');
  return [
    `create table counted_groups as from ${valuesTable(rows, ['month', 'group_number', 'first_attendance', 'status', 'outcome', 'procedure', 'pifu', 'total'])}`,
    `copy (
      with weighed as (
        select g.*, p.specialty, p.site, p.place, replace(g.month, '-', '')::bigint as month_number, (month_number * 100 + group_number) * 10000 + place as key,
          s.volume * p.share * t.share_before * case group_number
            ${cases} end
            * exp(0.04e0 * normal(month_number * 10000 + place, 'history')) as expected
        from counted_groups g cross join specialty_sites p join specialties s using (specialty) join sites t using (site)
        where p.specialty <> '812'
      ), varied as (
        select *, round(expected * 1000 * exp(least(0.5e0, 1 / sqrt(expected * total / 84000 + 4)) * normal(key, 'count')))::bigint as weight from weighed
      ), shared as (
        select *, share_of(total, sum(weight) over (grouped order by unit(key, 'order'), key), weight, sum(weight) over grouped) as appointments
        from varied window grouped as (partition by month, group_number)
      )
      select month || '-01' as "Month", specialty as "Specialty", site as "Site", first_attendance as "First Attendance", status as "Attendance Status",
        outcome as "Outcome", procedure as "With Procedure", pifu as "PIFU", appointments as "Appointments"
      from shared where appointments > 0 order by key
    ) to ${sqlConstant(file)} (format csv, header)`,
  ];
}

/** Whether a month lies in the counted history and is over by the day given. */
export function isHistory(month: string, today: Day): boolean {
  return month < RECORDS_FROM.slice(0, 7) && month < today.slice(0, 7);
}

function groupsOf(target: OutpatientTarget): readonly CountedGroup[] {
  const { attended, missed, first, procedures, discharged, pifu } = target;
  const followUpRemote = target.remote / (1 - (1 - REMOTE_FIRST) * (first / attended));
  const firstRemote = REMOTE_FIRST * followUpRemote;
  const pifuFirst = Math.round(pifu * PIFU_AT_FIRST);
  const remoteFollowUps = Math.min(Math.round((attended - first) * followUpRemote), attended - first - procedures);
  const pifuRemote = Math.round(((pifu - pifuFirst) * remoteFollowUps) / (attended - first - procedures));
  const usual = { outcome: null, procedure: false, pifu: false } as const;
  /** Splits a count into those in person and those by telephone or video. */
  const split = (
    codes: readonly ['1', '3'] | readonly ['2', '4'], count: number, share: number, propensity: string, rest: Partial<CountedGroup> & Pick<CountedGroup, 'status'>,
  ): CountedGroup[] => {
    const remote = Math.round(count * share);
    return [
      { ...usual, ...rest, firstAttendance: codes[0], count: count - remote, propensity: `${propensity} * (1 - remote)` },
      { ...usual, ...rest, firstAttendance: codes[1], count: remote, propensity: `${propensity} * remote` },
    ];
  };
  const booked = attended + missed;
  const cancelled = (status: '2' | '4', share: number): CountedGroup[] => [
    ...split(['1', '3'], Math.round(booked * share * FIRST_AMONG_CANCELLED), firstRemote, 'first', { status }),
    ...split(['2', '4'], Math.round(booked * share * (1 - FIRST_AMONG_CANCELLED)), followUpRemote, FOLLOW_UP, { status }),
  ];
  const missedFirst = Math.round(missed * FIRST_AMONG_MISSED);
  const followUp = { ...usual, status: '5', outcome: '2' } as const;
  return [
    ...split(['1', '3'], discharged, firstRemote, 'first * discharge', { status: '5', outcome: '1' }),
    ...split(['1', '3'], first - discharged - pifuFirst, firstRemote, 'first * (1 - discharge)', { status: '5', outcome: '2' }),
    { ...followUp, firstAttendance: '1', pifu: true, count: pifuFirst, propensity: 'first * s.pifu' },
    { ...followUp, firstAttendance: '2', procedure: true, count: procedures, propensity: `${FOLLOW_UP} * (1 - remote) * s.procedure` },
    {
      ...followUp, firstAttendance: '2', count: attended - first - procedures - remoteFollowUps - (pifu - pifuFirst - pifuRemote),
      propensity: `${FOLLOW_UP} * (1 - remote) * (1 - least(0.95e0, s.procedure * 1.15e0))`,
    },
    { ...followUp, firstAttendance: '2', pifu: true, count: pifu - pifuFirst - pifuRemote, propensity: `${FOLLOW_UP} * (1 - remote) * s.pifu` },
    { ...followUp, firstAttendance: '4', count: remoteFollowUps - pifuRemote, propensity: `${FOLLOW_UP} * remote` },
    { ...followUp, firstAttendance: '4', pifu: true, count: pifuRemote, propensity: `${FOLLOW_UP} * remote * s.pifu` },
    ...split(['1', '3'], missedFirst, firstRemote * 0.75, `first * s.missed * t.missed * ${AGE}`, { status: '3' }),
    ...split(['2', '4'], missed - missedFirst, followUpRemote * 0.75, `${FOLLOW_UP} * s.missed * t.missed * ${AGE}`, { status: '3' }),
    ...cancelled('2', CANCELLED.patient),
    ...cancelled('4', CANCELLED.hospital),
  ];
}
