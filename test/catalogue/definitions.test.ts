import { loadCatalogue } from '../../src/catalogue/load';
import { querySchema } from '../../src/engine/query';
import { runQuery } from '../../src/engine/run';
import { holdRows } from '../engine/held-rows';
import { catalogueWith, forgetFolders } from './folders';

afterAll(forgetFolders);

const trust = loadCatalogue({ trustFolder: 'deployment/trust' }).catalogue;
const national = catalogueWith({});

type Rows = Parameters<typeof holdRows>[0];
type Row = Rows[string][number];

const MAY = { from: '2024-05-01', to: '2024-05-31', grain: 'month', label: 'May 2024', asked: null };

/** Numerator, denominator and value of a metric in May 2024 over these rows. */
async function figureOf(metric: string, rows: Rows, catalogue = trust): Promise<[number | null, number | null, number | null]> {
  const coverage = Object.fromEntries(Object.keys(rows).map((table) => [table, { from: '2024-04-01', to: '2024-05-31' }]));
  const snapshot = await holdRows(rows, coverage);
  try {
    const query = querySchema.parse({ intent: 'value', metrics: [metric], period: MAY });
    const result = await runQuery(query, { catalogue, snapshot, today: '2024-06-01', signal: new AbortController().signal });
    const figure = result.metrics[0]?.figure;
    return [figure?.numerator ?? null, figure?.denominator ?? null, figure?.value ?? null];
  } finally {
    snapshot.close();
  }
}

const appointment = (attended: string, first: string | null, more: Row = {}): Row => ({
  appointment_date: '2024-05-14', attended_or_did_not_attend_code: attended, first_attendance_code: first, treatment_function_code: '120', ...more,
});

/** Nine appointments expected to be kept, of which two were missed; the rest must not count. */
const CLINIC: readonly Row[] = [
  appointment('5', '1', { hrg_code: 'WF01B', outcome_of_attendance_code: '1', attendance_with_procedure: false }),
  appointment('5', '1', { hrg_code: 'CA55A', outcome_of_attendance_code: '1', attendance_with_procedure: true }),
  appointment('6', '3', { hrg_code: 'WF01C', outcome_of_attendance_code: '2', attendance_with_procedure: false }),
  appointment('5', '2', { hrg_code: 'CA55A', attendance_with_procedure: true, moved_to_pifu: true }),
  appointment('5', '2', { hrg_code: 'WF01A', attendance_with_procedure: false }),
  appointment('5', '4', { hrg_code: 'WF01C', attendance_with_procedure: true }),
  appointment('5', null),
  appointment('3', '1'),
  appointment('7', '2'),
  appointment('2', '1'),
  appointment('4', '2'),
  appointment('0', '2'),
  appointment('3', '5'),
  appointment('5', '5'),
  appointment('3', '1', { treatment_function_code: '812' }),
  appointment('3', '1', { administrative_category_code: '02' }),
  appointment('3', '1', { appointment_date: '2024-04-30' }),
];

describe('outpatients', () => {
  const rows = { outpatient_appointments: CLINIC };
  test.each<[what: string, metric: string, numerator: number, denominator: number]>([
    ['3 and 7 are missed; 5 and 6 attended; a cancelled one is neither', 'dna-rate', 2, 9],
    ['of all appointments, the two cancelled ones count below the line', 'dna-rate-all-appointments', 2, 11],
    ['three firsts and one face-to-face follow-up with a procedure, each once, of seven attended', 'first-or-procedure-rate', 4, 7],
    ['three follow-ups to three firsts; the one of no kind is neither', 'new-to-follow-up-ratio', 3, 3],
    ['one moved of seven attended', 'pifu-rate', 1, 7],
    ['the trust counts every first: two of three discharged', 'discharged-at-first', 2, 3],
  ])('%s', async (_what, metric, numerator, denominator) => {
    expect(await figureOf(metric, rows)).toEqual([numerator, denominator, numerator / denominator]);
  });

  test('nationally a first with a procedure is left out of discharged at first: one of two', async () => {
    expect(await figureOf('discharged-at-first', rows, national)).toEqual([1, 2, 0.5]);
  });

  test('clinic utilisation is slots booked over slots available, and may pass 100%', async () => {
    const clinic_sessions = [
      { session_date: '2024-05-02', slots_available: 10, slots_booked: 12 },
      { session_date: '2024-05-03', slots_available: 30, slots_booked: 18 },
    ];
    expect(await figureOf('clinic-utilisation', { clinic_sessions })).toEqual([30, 40, 0.75]);
  });
});

const list = (minutes: Row, more: Row = {}): Row => ({
  session_date: '2024-05-14', session_type: 'elective', session_status: 'run', planned_minutes: 240, touch_minutes: 200,
  touch_minutes_in_session: 180, booked_minutes: 230, start_delay_minutes: 0, early_finish_minutes: 0, ...minutes, ...more,
});
const NOT_COUNTED: readonly Row[] = [
  list({ start_delay_minutes: 60, early_finish_minutes: 60 }, { session_type: 'emergency' }),
  list({ start_delay_minutes: 60, early_finish_minutes: 60 }, { session_type: 'trauma' }),
  list({ start_delay_minutes: 60, early_finish_minutes: 60 }, { session_status: 'cancelled', booked_minutes: 0 }),
];

describe('theatre lists', () => {
  test.each([[-20, 0], [15, 0], [15.5, 1], [16, 1]])('a list that starts %p minutes after its time counts %p as late', async (delay, late) => {
    const theatre_sessions = [list({ start_delay_minutes: delay }), list({}), ...NOT_COUNTED];
    expect(await figureOf('late-starts', { theatre_sessions })).toEqual([late, 2, late / 2]);
  });

  test.each([[-40, 0], [30, 0], [31, 1]])('a list that ends %p minutes before its time counts %p as early', async (early, counted) => {
    const theatre_sessions = [list({ early_finish_minutes: early }), list({}), ...NOT_COUNTED];
    expect(await figureOf('early-finishes', { theatre_sessions })).toEqual([counted, 2, counted / 2]);
  });

  test('utilisation is Σ touch minutes ÷ Σ planned minutes over elective lists run, never a mean of lists', async () => {
    const theatre_sessions = [
      list({ planned_minutes: 240, touch_minutes: 300, touch_minutes_in_session: 240 }),
      list({ planned_minutes: 480, touch_minutes: 240, touch_minutes_in_session: 240 }),
      ...NOT_COUNTED,
    ];
    expect(await figureOf('capped-theatre-utilisation', { theatre_sessions })).toEqual([480, 720, 480 / 720]);
    expect(await figureOf('uncapped-theatre-utilisation', { theatre_sessions })).toEqual([540, 720, 0.75]);
  });

  test('where no case times are recorded utilisation is unknown, not nought', async () => {
    const theatre_sessions = [list({ touch_minutes: null, touch_minutes_in_session: null })];
    expect(await figureOf('uncapped-theatre-utilisation', { theatre_sessions })).toEqual([null, null, null]);
    expect(await figureOf('capped-theatre-utilisation', { theatre_sessions })).toEqual([null, null, null]);
  });

  test('booked utilisation counts lists that ran and lists to come, not cancelled ones', async () => {
    const theatre_sessions = [list({ booked_minutes: 240 }), list({ booked_minutes: 120 }, { session_status: 'planned' }), ...NOT_COUNTED];
    expect(await figureOf('booked-theatre-utilisation', { theatre_sessions })).toEqual([360, 480, 0.75]);
  });
});

const operation = (status: string, more: Row = {}): Row => ({
  operation_date: '2024-05-14', session_type: 'elective', session_status: 'run', case_status: status, cancelled_on_the_day: false, ...more,
});
const lost = (reason: string, more: Row = {}): Row => operation('cancelled', { cancelled_on_the_day: true, cancellation_reason: reason, ...more });
const OPERATIONS: readonly Row[] = [
  ...Array.from({ length: 7 }, () => operation('completed')),
  operation('completed', { session_type: 'trauma' }),
  lost('patient'),
  lost('hospital-clinical'),
  lost('hospital-non-clinical', { admission_method_code: '11', patient_classification_code: '2', breach_date: '2024-06-11' }),
  lost('hospital-non-clinical', { session_status: 'cancelled' }),
  lost('hospital-non-clinical', { admission_method_code: '21' }),
  operation('cancelled', { cancellation_reason: 'hospital-non-clinical' }),
  lost('hospital-non-clinical', { operation_date: '2024-04-20', breach_date: '2024-05-18' }),
];

describe('operations', () => {
  const rows = { theatre_cases: OPERATIONS, theatre_sessions: [list({}), list({ planned_minutes: 480 }), ...NOT_COUNTED] };

  test('seven elective operations on two lists run: 3.5 a list, and 7 in 12 planned hours', async () => {
    expect(await figureOf('acpl', rows)).toEqual([7, 2, 3.5]);
    expect(await figureOf('cases-per-hour', rows)).toEqual([7, 12, 7 / 12]);
  });

  test('five of twelve planned for the day were cancelled on it, for any reason, on lists that ran or not', async () => {
    expect(await figureOf('on-the-day-cancellations', rows)).toEqual([5, 12, 5 / 12]);
  });

  test('the national last-minute count takes hospital non-clinical reasons and elective admissions only', async () => {
    expect(await figureOf('last-minute-cancellations', rows)).toEqual([2, null, 2]);
  });

  test('a 28-day breach counts on the day the 28 days ran out', async () => {
    expect(await figureOf('cancellation-28-day-breaches', rows)).toEqual([1, null, 1]);
  });
});
