import { loadCatalogue } from '../../src/catalogue/load';
import { querySchema } from '../../src/engine/query';
import { runQuery } from '../../src/engine/run';
import { holdRows } from '../engine/held-rows';
import { catalogueWith, forgetFolders } from './folders';

afterAll(forgetFolders);

const trust = loadCatalogue({ trustFolder: 'deployment/trust' }).catalogue;

test('no measure states a change between figures of which it says that they do not compare', () => {
  const caveats = [...trust.metrics.values()].map(({ id, caveats: own }) => [id, own.join(' ')]);
  expect(caveats.filter(([, words]) => /then and now do not compare/.test(words ?? ''))).toEqual([]);
  // What the 85% was quoted of in 2022 is another measure; the figures here are of one.
  expect(trust.metrics.get('capped-theatre-utilisation')?.caveats).toContain('Every figure here is of capped use, so earlier ones compare with it. Papers of 2022 quoted the 85% of uncapped use; their figures do not.');
});
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

describe('outpatients', () => {
  const first = (hrg: string, outcome: string): Row => ({
    appointment_date: '2024-05-14', attended_or_did_not_attend_code: '5', first_attendance_code: '1', hrg_code: hrg, outcome_of_attendance_code: outcome,
  });
  const outpatient_appointments = [first('WF01B', '1'), first('CA55A', '1'), first('WF01C', '2')];

  test('the trust counts every first as one from which to be discharged: two of three', async () => {
    expect(await figureOf('discharged-at-first', { outpatient_appointments })).toEqual([2, 3, 2 / 3]);
  });

  test('nationally a first with a procedure is left out of discharged at first: one of two', async () => {
    expect(await figureOf('discharged-at-first', { outpatient_appointments }, national)).toEqual([1, 2, 0.5]);
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

  test('where no case times are recorded utilisation is unknown, not nought', async () => {
    const theatre_sessions = [list({ touch_minutes: null, touch_minutes_in_session: null })];
    expect(await figureOf('uncapped-theatre-utilisation', { theatre_sessions })).toEqual([null, null, null]);
    expect(await figureOf('capped-theatre-utilisation', { theatre_sessions })).toEqual([null, null, null]);
  });
});
