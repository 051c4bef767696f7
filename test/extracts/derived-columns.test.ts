import type { Row } from '../../src/engine/snapshot';
import { ask, CASE_HEADER, CASES, catalogueOf, csv, ORGANISATION, SampleFolders, SESSION_HEADER, SESSIONS, source, withSnapshot } from './sample-trust';

let folders: SampleFolders;
beforeEach(() => { folders = new SampleFolders(); });
afterEach(() => folders.close());

/** A list on 1 July 2024 with a planned length; times are of that day. */
const list = (id: string, start: string, end: string, status = 'run'): string =>
  `${id},2024-07-01,120,R1,T1,elective,${status},2024-07-01 ${start},2024-07-01 ${end}`;
const at = (time: string): string => (time === '' ? '' : `2024-07-01 ${time}`);
const done = (id: string, session: string, start: string, end: string, booked = '60'): string =>
  `${id},${session},2024-07-01,completed,${booked},${at(start)},${at(end)},,,`;
const cancelled = (id: string, session: string, when: string, booked = '60'): string =>
  `${id},${session},2024-07-01,cancelled,${booked},,,${when},patient,`;

interface Worked { readonly called: string; readonly list: string; readonly cases: readonly string[]; readonly gives: Row }

/** Worked by hand. Minutes: touch, inside the session, booked, delay of the first start, early finish. */
const gives = (touch: number | null, inside: number | null, booked: number | null, delay: number | null, early: number | null): Row =>
  ({ touch_minutes: touch, touch_minutes_in_session: inside, booked_minutes: booked, start_delay_minutes: delay, early_finish_minutes: early });

const WORKED: readonly Worked[] = [
  { called: 'an early start', list: list('S', '08:30', '12:30'), gives: gives(180, 170, 120, -10, 70),
    cases: [done('1', 'S', '08:20', '09:50'), done('2', 'S', '09:50', '11:20')] },
  { called: 'a start exactly a quarter of an hour late', list: list('S', '08:30', '12:30'), gives: gives(60, 60, 60, 15, 165), cases: [done('1', 'S', '08:45', '09:45')] },
  { called: 'an over-run, which is capped at the end of the session', list: list('S', '13:00', '17:00'), gives: gives(260, 230, 300, 10, -30),
    cases: [done('1', 'S', '13:10', '15:00', '120'), done('2', 'S', '15:00', '17:30', '180')] },
  { called: 'cases that overlap beyond the length of the session', list: list('S', '09:00', '10:00'), gives: gives(100, 60, 120, 0, 0),
    cases: [done('1', 'S', '09:00', '09:50'), done('2', 'S', '09:10', '10:00')] },
  { called: 'a case wholly after the end', list: list('S', '09:00', '10:00'), gives: gives(60, 30, 120, 0, -60),
    cases: [done('1', 'S', '09:00', '09:30'), done('2', 'S', '10:30', '11:00')] },
  { called: 'a completed case with no end', list: list('S', '09:00', '12:00'), gives: gives(null, null, 120, 0, null),
    cases: [done('1', 'S', '09:00', '10:00'), done('2', 'S', '10:00', '')] },
  { called: 'a completed case with no start', list: list('S', '09:00', '12:00'), gives: gives(null, null, 120, null, 60),
    cases: [done('1', 'S', '', '10:00'), done('2', 'S', '10:00', '11:00')] },
  { called: 'a list on which every case was cancelled that day', list: list('S', '09:00', '12:00'), gives: gives(0, 0, 60, null, null), cases: [cancelled('1', 'S', '2024-07-01 07:00')] },
  { called: 'a case cancelled the day before, which is no longer booked', list: list('S', '09:00', '12:00'), gives: gives(60, 60, 60, 0, 120),
    cases: [done('1', 'S', '09:00', '10:00'), cancelled('2', 'S', '2024-06-30 23:59')] },
  { called: 'a list with no case at all', list: list('S', '09:00', '12:00'), gives: gives(0, 0, 0, null, null), cases: [done('1', 'OTHER', '09:00', '10:00')] },
  { called: 'a case without booked minutes', list: list('S', '09:00', '12:00'), gives: gives(60, 60, null, 0, 120), cases: [done('1', 'S', '09:00', '10:00', '')] },
  { called: 'a list that was cancelled', list: list('S', '09:00', '12:00', 'cancelled'), gives: gives(null, null, null, null, null), cases: [done('1', 'OTHER', '09:00', '10:00')] },
];

describe('the minutes of a theatre list', () => {
  test.each(WORKED.map((worked) => [worked.called, worked] as const))('with %s', async (_, worked) => {
    folders.put('sessions.csv', csv(SESSION_HEADER, worked.list, list('OTHER', '09:00', '12:00')));
    folders.put('cases.csv', csv(CASE_HEADER, ...worked.cases));
    const keeper = await folders.open([SESSIONS, CASES]);
    expect(keeper.problems()).toEqual([]);
    expect(await ask(keeper, `select ${Object.keys(worked.gives).join(', ')} from theatre_sessions where session_id = 'S'`)).toEqual([worked.gives]);
  });

  test('are unknown where no case extract covers the day', async () => {
    folders.put('sessions.csv', csv(SESSION_HEADER, list('S', '09:00', '12:00')));
    const keeper = await folders.open([SESSIONS]);
    expect(await ask(keeper, 'select planned_minutes, touch_minutes, booked_minutes from theatre_sessions'))
      .toEqual([{ planned_minutes: 180, touch_minutes: null, booked_minutes: null }]);
  });

  test('count a list with four cases once: utilisation is 158.75%, not 39.7%', async () => {
    folders.put('sessions.csv', csv(SESSION_HEADER, list('S1', '08:00', '12:00'), list('S2', '13:00', '17:00')));
    const four = (session: string, hour: number): readonly string[] => [0, 1, 2, 3].map((n) =>
      `${session}-${n},${session},2024-07-01,completed,60,2024-07-01 ${String(hour + n).padStart(2, '0')}:00:00,2024-07-01 ${String(hour + n + 1).padStart(2, '0')}:35:15,,,`);
    folders.put('cases.csv', csv(CASE_HEADER, ...four('S1', 8), ...four('S2', 13)));
    const keeper = await folders.open([SESSIONS, CASES]);
    expect(await ask(keeper, 'select count(*) as lists, sum(planned_minutes) as planned, sum(touch_minutes) / sum(planned_minutes) as used from theatre_sessions'))
      .toEqual([{ lists: 2, planned: 480, used: 1.5875 }]);
  });

  test('that the source gives itself are kept', async () => {
    folders.put('sessions.csv', csv('session_id,session_date,session_type,session_status,weight,counted_by,planned_minutes,touch_minutes,start_delay_minutes',
      ',2019-04-17,elective,run,812,month,231.5,180.25,'));
    const keeper = await folders.open([SESSIONS]);
    expect(keeper.problems()).toEqual([]);
    expect(await ask(keeper, 'select session_date, weight, counted_by, planned_minutes, touch_minutes, booked_minutes from theatre_sessions')).toEqual([
      { session_date: '2019-04-01', weight: 812, counted_by: 'month', planned_minutes: 231.5, touch_minutes: 180.25, booked_minutes: null },
    ]);
  });
});

describe('a theatre case', () => {
  test('takes from its list what it does not say itself', async () => {
    folders.put('sessions.csv', csv(SESSION_HEADER, list('S', '09:00', '12:00')));
    folders.put('cases.csv', csv(`${CASE_HEADER},treatment_function_code`, `${done('1', 'S', '09:00', '10:00')},110`, `${done('2', 'S', '10:00', '11:00')},`));
    const keeper = await folders.open([SESSIONS, CASES]);
    expect(await ask(keeper, 'select treatment_function_code as tfc, site_code, theatre_code, session_type, session_status, cancelled_on_the_day as late from theatre_cases order by case_id')).toEqual([
      { tfc: '110', site_code: 'R1', theatre_code: 'T1', session_type: 'elective', session_status: 'run', late: false },
      { tfc: '120', site_code: 'R1', theatre_code: 'T1', session_type: 'elective', session_status: 'run', late: false },
    ]);
  });

  test('cancelled late by the hospital for other than clinical reasons breaches on the 29th day, once that day is held', async () => {
    const late = (id: string, day: string, reason: string, treated: string): string => `${id},S,${day},cancelled,60,,,${day} 07:00,${reason},${treated}`;
    folders.put('sessions.csv', csv(SESSION_HEADER, list('S', '09:00', '12:00')));
    folders.put('cases.csv', csv(CASE_HEADER,
      late('a', '2024-05-01', 'hospital-non-clinical', ''), late('b', '2024-05-01', 'hospital-non-clinical', '2024-05-29'),
      late('c', '2024-05-01', 'hospital-non-clinical', '2024-05-30'), late('d', '2024-05-01', 'hospital-clinical', ''),
      late('e', '2024-06-02', 'hospital-non-clinical', ''), late('f', '2024-06-03', 'hospital-non-clinical', ''),
      'g,S,2024-05-01,cancelled,60,,,2024-04-30 16:00,hospital-non-clinical,', done('h', 'S', '09:00', '10:00')));
    const keeper = await folders.open([SESSIONS, CASES]);
    expect(await ask(keeper, 'select case_id as id, breach_date as day from theatre_cases where breach_date is not null order by 1'))
      .toEqual([{ id: 'a', day: '2024-05-30' }, { id: 'c', day: '2024-05-30' }, { id: 'e', day: '2024-07-01' }]);
  });
});

describe('an outpatient appointment', () => {
  const mapped = source({ id: 'outpatients', table: 'outpatient_appointments', files: 'o*.csv', select: 'select * from file' });

  test('has a procedure when its HRG is known, neither WF nor U, and it was face to face', async () => {
    const row = (id: string, first: string, hrg: string): string => `${id},2024-07-01,5,${first},${hrg},`;
    folders.put('o.csv', csv('appointment_id,appointment_date,attended_or_did_not_attend_code,first_attendance_code,hrg_code,attendance_with_procedure',
      row('a', '1', 'CA12Z'), row('b', '2', 'CA12Z'), row('c', '3', 'CA12Z'), row('d', '2', 'WF01A'), row('e', '2', 'UZ01Z'), row('f', '2', ''),
      'g,2024-07-01,5,2,WF01A,true'));
    const keeper = await folders.open([mapped]);
    expect((await ask(keeper, 'select appointment_id as id from outpatient_appointments where attendance_with_procedure order by 1')).map((one) => one['id'])).toEqual(['a', 'b', 'g']);
  });

  test('has no known procedure where the extract holds no HRG', async () => {
    folders.put('o.csv', csv('appointment_id,appointment_date,attended_or_did_not_attend_code', 'a,2024-07-01,5'));
    const keeper = await folders.open([mapped]);
    expect(await ask(keeper, 'select attendance_with_procedure as p from outpatient_appointments')).toEqual([{ p: null }]);
  });

  test('belongs to the group that claims its site, else to the one that claims its specialty', async () => {
    folders.put('o.csv', csv('appointment_id,appointment_date,attended_or_did_not_attend_code,treatment_function_code,site_code',
      'a,2024-07-01,5,120,H1', 'b,2024-07-01,5,120,R2', 'c,2024-07-01,5,100,R1', 'd,2024-07-01,5,999,ZZ', 'e,2024-07-01,5,,'));
    const keeper = await folders.open([mapped]);
    expect((await ask(keeper, 'select cmg from outpatient_appointments order by appointment_id')).map((one) => one['cmg'])).toEqual(['alliance', 'mss', null, null, null]);
  });

  test('with a code that the organisation does not name is kept and warned of with a count', async () => {
    folders.put('o.csv', csv('appointment_id,appointment_date,attended_or_did_not_attend_code,treatment_function_code,site_code',
      'a,2024-07-01,5,999,R1', 'b,2024-07-01,5,999,Q1', 'c,2024-07-01,5,120,R1'));
    const keeper = await folders.open([mapped], { catalogue: catalogueOf([mapped], { organisation: { ...ORGANISATION, notice: 'Made-up data' } }) });
    const { loadedAt, notice } = await withSnapshot(keeper, (snapshot) => snapshot);
    expect({ loadedAt, notice }).toEqual({ loadedAt: '2024-07-10T08:00:00.000Z', notice: 'Made-up data' });
    folders.put('o.csv', csv('appointment_id,appointment_date,attended_or_did_not_attend_code,treatment_function_code,site_code',
      'a,2024-07-01,5,999,R1', 'b,2024-07-01,5,999,Q1', 'd,2024-07-01,5,120,R1'));
    expect(await keeper.refresh()).toMatchObject({ kind: 'loaded', warnings: [
      'outpatient_appointments: 2 rows have a treatment function code that the organisation does not name: as in o.csv, row 2 (2)',
      'outpatient_appointments: 1 rows have a site code that the organisation does not name: as in o.csv, row 3 (1)',
    ] });
  });
});
