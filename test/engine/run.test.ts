import { monthPeriod, rangePeriod } from '../../src/calendar/period';
import { querySchema, type Query } from '../../src/engine/query';
import { runQuery } from '../../src/engine/run';
import type { Snapshot } from '../../src/engine/snapshot';
import { holdRows } from './held-rows';
import { SMALL_CATALOGUE } from './small-catalogue';

const appointment = (date: string, code: string, more: Record<string, string | number> = {}) => ({
  appointment_date: date, attended_or_did_not_attend_code: code, first_attendance_code: '1', administrative_category_code: '01',
  treatment_function_code: '120', site_code: 'RWEAA', ...more,
});

const ask = (metric: string, more: Partial<Query> = {}): Query =>
  querySchema.parse({ intent: 'value', metrics: [metric], period: monthPeriod(2024, 5), ...more });

async function resultOf(snapshot: Snapshot, query: Query, signal = AbortSignal.timeout(5_000)) {
  const result = await runQuery(query, { catalogue: SMALL_CATALOGUE, snapshot, today: '2024-06-12', signal });
  const [metric] = result.metrics;
  if (metric === undefined) {
    throw new Error('no metric came back');
  }
  return metric;
}

const open: (Snapshot & { close(): void })[] = [];
const hold = async (...given: Parameters<typeof holdRows>) => {
  const snapshot = await holdRows(...given);
  open.push(snapshot);
  return snapshot;
};
afterAll(() => open.forEach((snapshot) => snapshot.close()));

const outpatients = { outpatient_appointments: {} };
const theatres = { theatre_sessions: {}, theatre_cases: {} };

describe('a ratio', () => {
  test('is the sum of numerators over the sum of denominators, never a mean of percentages', async () => {
    // ENT 1 of 2 (50%), T&O 1 of 8 (12.5%): together 2 of 10, 20%; the mean of the two would be 31.25%.
    const rows = [
      appointment('2024-05-01', '3'), appointment('2024-05-02', '5'),
      appointment('2024-05-03', '7', { treatment_function_code: '110' }),
      ...[6, 7, 8, 9, 10, 13, 14].map((day) => appointment(`2024-05-${String(day).padStart(2, '0')}`, '6', { treatment_function_code: '110' })),
    ];
    const snapshot = await hold({ outpatient_appointments: rows }, outpatients);
    const result = await resultOf(snapshot, ask('dna-rate', { intent: 'breakdown', by: 'specialty' }));
    expect(result.figure).toMatchObject({ numerator: 2, denominator: 10, value: 0.2 });
    expect(result.groups.map(({ keys, figure }) => [keys[0], figure.value])).toEqual([['110', 0.125], ['120', 0.5]]);
  });

  test('leaves out what the definition leaves out and says how much', async () => {
    const snapshot = await hold({ outpatient_appointments: [
      appointment('2024-05-01', '3'), appointment('2024-05-01', '5'),
      appointment('2024-05-01', '3', { first_attendance_code: '5' }),
      appointment('2024-05-01', '3', { administrative_category_code: '02' }),
      appointment('2024-05-01', '2'), appointment('2024-05-01', '4'), appointment('2024-05-01', '0'),
    ] }, outpatients);
    const result = await resultOf(snapshot, ask('dna-rate'));
    expect(result.figure).toMatchObject({ numerator: 1, denominator: 2 });
    expect(result.excluded).toEqual([{ rows: 1, because: 'administrative events' }, { rows: 1, because: 'private patients' }]);
  });

  test('keeps rows whose administrative category is not recorded', async () => {
    const { administrative_category_code: _unrecorded, ...counted } = appointment('2024-05-01', '3');
    const snapshot = await hold({ outpatient_appointments: [counted, appointment('2024-05-01', '5')] }, outpatients);
    expect((await resultOf(snapshot, ask('dna-rate'))).figure).toMatchObject({ numerator: 1, denominator: 2 });
  });

  test('reads a pre-counted row as as many records as its weight', async () => {
    const snapshot = await hold({ outpatient_appointments: [
      appointment('2024-05-01', '3', { weight: 23_451, counted_by: 'month' }), appointment('2024-05-01', '5', { weight: 267_301, counted_by: 'month' }),
    ] }, { outpatient_appointments: { dailyFrom: null } });
    const { figure } = await resultOf(snapshot, ask('dna-rate'));
    expect(figure.denominator).toBe(290_752);
    expect(figure.value).toBeCloseTo(0.08066, 5);
  });

  test('with nothing to divide by has no value, and never nought', async () => {
    const snapshot = await hold({ outpatient_appointments: [appointment('2024-05-01', '2')] }, outpatients);
    const result = await resultOf(snapshot, ask('dna-rate'));
    expect(result.figure.value).toBeNull();
    expect(result.missing).toBe('no-activity');
  });

  test('of none missed among some kept is a true nought', async () => {
    const snapshot = await hold({ outpatient_appointments: [appointment('2024-05-01', '5')] }, outpatients);
    expect((await resultOf(snapshot, ask('dna-rate'))).figure).toMatchObject({ numerator: 0, denominator: 1, value: 0 });
  });
});

describe('lists and cases', () => {
  const list = (id: string, date: string, more: Record<string, string | number> = {}) => ({
    session_id: id, session_date: date, session_type: 'elective', session_status: 'run', planned_minutes: 240, treatment_function_code: '120', site_code: 'RWEAA', ...more,
  });
  const operation = (session: string, date: string, status = 'completed', more: Record<string, string | boolean> = {}) => ({
    session_id: session, operation_date: date, case_status: status, session_type: 'elective', treatment_function_code: '120', site_code: 'RWEAA', ...more,
  });

  test('several cases on a list never multiply the list', async () => {
    // Two lists of four hours, five cases: 2.5 cases a list and 5 cases over 8 hours.
    const snapshot = await hold({
      theatre_sessions: [list('a', '2024-05-01'), list('b', '2024-05-02'), list('c', '2024-05-03', { session_status: 'cancelled' }), list('e', '2024-05-03', { session_type: 'trauma', planned_minutes: 0 })],
      theatre_cases: ['a', 'a', 'a', 'a', 'b'].map((session) => operation(session, session === 'a' ? '2024-05-01' : '2024-05-02')),
    }, theatres);
    expect((await resultOf(snapshot, ask('acpl'))).figure).toMatchObject({ numerator: 5, denominator: 2, value: 2.5 });
    expect((await resultOf(snapshot, ask('cases-per-hour'))).figure).toMatchObject({ numerator: 5, denominator: 8, value: 0.625 });
  });

  test('are counted over the days that both tables hold, and no others', async () => {
    // Cases to 5 May, lists to 20 May: 4 cases over the 2 lists of those five days, not over all 5 lists.
    const days = ['01', '03', '08', '15', '20'];
    const snapshot = await hold({
      theatre_sessions: days.map((day) => list(day, `2024-05-${day}`)),
      theatre_cases: ['01', '01', '03', '03'].map((day) => operation(day, `2024-05-${day}`)),
    }, { theatre_sessions: { to: '2024-05-20' }, theatre_cases: { to: '2024-05-05' } });
    const result = await resultOf(snapshot, ask('acpl'));
    expect(result.figure).toMatchObject({ numerator: 4, denominator: 2 });
    expect(result.provenance).toMatchObject({ complete: false, through: '2024-05-05' });
  });

  test('reasons are shares of every operation planned, not of the cancelled ones', async () => {
    const snapshot = await hold({ theatre_sessions: [list('a', '2024-05-01')], theatre_cases: [
      ...Array.from({ length: 7 }, () => operation('a', '2024-05-01')),
      operation('a', '2024-05-01', 'cancelled', { cancelled_on_the_day: true, cancellation_reason: 'patient' }),
      operation('a', '2024-05-01', 'cancelled', { cancelled_on_the_day: true, cancellation_reason: 'patient' }),
      operation('a', '2024-05-01', 'cancelled', { cancelled_on_the_day: true, cancellation_reason: 'hospital-non-clinical' }),
    ] }, theatres);
    const result = await resultOf(snapshot, ask('on-the-day-cancellations', { intent: 'breakdown', by: 'cancellation-reason' }));
    expect(result.figure.value).toBeCloseTo(0.3, 12);
    expect(result.groups.map(({ keys, figure }) => [keys[0], figure.numerator, figure.denominator])).toEqual([['hospital-non-clinical', 1, 10], ['patient', 2, 10]]);
    const patients = await resultOf(snapshot, ask('on-the-day-cancellations', { filters: { 'cancellation-reason': ['patient'] } }));
    expect(patients.figure).toMatchObject({ numerator: 2, denominator: 10 });
  });

  test('a count of none where operations were held is nought, and no data where none were', async () => {
    const snapshot = await hold({ theatre_sessions: [list('a', '2024-05-01')], theatre_cases: [operation('a', '2024-05-01')] }, theatres);
    expect((await resultOf(snapshot, ask('last-minute-cancellations'))).figure).toMatchObject({ value: 0, denominator: null });
    const elsewhere = await resultOf(snapshot, ask('last-minute-cancellations', { filters: { specialty: ['110'] } }));
    expect(elsewhere).toMatchObject({ missing: 'no-activity', figure: { value: null } });
  });
});

describe('filters and splits', () => {
  const rows = [
    appointment('2024-05-01', '3'), appointment('2024-05-01', '5', { site_code: 'RWEAB' }), appointment('2024-05-01', '5', { site_code: 'RWEGH' }),
    appointment('2024-05-01', '5', { first_attendance_code: '4' }), appointment('2024-05-01', '3', { first_attendance_code: '2', treatment_function_code: '110' }),
  ];

  test('several codes of one site come out as one site', async () => {
    const snapshot = await hold({ outpatient_appointments: rows }, outpatients);
    const result = await resultOf(snapshot, ask('dna-rate', { intent: 'breakdown', by: 'site' }));
    expect(result.groups.map(({ keys, figure }) => [keys[0], figure.denominator])).toEqual([['gh', 1], ['lri', 4]]);
  });

  test.each([
    [{ filters: { specialty: ['120'] } }, 1, 4],
    [{ filters: { site: ['lri'] } }, 2, 4],
    [{ filters: { specialty: ['120', '110'], 'appointment-type': ['follow-up'] } }, 1, 2],
    [{ excluding: { specialty: ['120'] } }, 1, 1],
    [{ filters: { site: ['lri'] }, excluding: { 'appointment-type': ['first'] } }, 1, 2],
  ])('%j keeps %d of %d', async (selection, numerator, denominator) => {
    const snapshot = await hold({ outpatient_appointments: rows }, outpatients);
    expect((await resultOf(snapshot, ask('dna-rate', selection))).figure).toMatchObject({ numerator, denominator });
  });

  test('a key that is an attempt on the database is only a key that nothing matches', async () => {
    const snapshot = await hold({ outpatient_appointments: rows }, outpatients);
    const result = await resultOf(snapshot, ask('dna-rate', { filters: { specialty: ["120') or 1=1 --"] } }));
    expect(result.missing).toBe('no-activity');
  });

  test('a dimension the metric does not declare is refused, from a button too', async () => {
    const snapshot = await hold({ outpatient_appointments: rows }, outpatients);
    await expect(resultOf(snapshot, ask('dna-rate', { filters: { 'cancellation-reason': ['patient'] } }))).rejects.toMatchObject({ code: 'QUERY_INVALID' });
  });
});

describe('time', () => {
  const daily = ['2024-03-29', '2024-04-10', '2024-05-01', '2024-05-20'].flatMap((date) => [appointment(date, '3'), appointment(date, '5')]);

  test.each([
    [monthPeriod(2020, 5), 'before-data'],
    [monthPeriod(2024, 7), 'after-data'],
  ])('a month outside what is held has no figure: %j is %s', async (month, missing) => {
    const snapshot = await hold({ outpatient_appointments: daily }, outpatients);
    expect((await resultOf(snapshot, ask('dna-rate', { period: month }))).missing).toBe(missing);
  });

  test('a week is not answered from monthly counts', async () => {
    const snapshot = await hold({ outpatient_appointments: daily }, { outpatient_appointments: { dailyFrom: '2024-05-01' } });
    expect((await resultOf(snapshot, ask('dna-rate', { period: rangePeriod('2024-04-08', '2024-04-14') }))).missing).toBe('monthly-only');
  });

  test('a table that is not held is said to be not held', async () => {
    const snapshot = await hold({}, outpatients);
    expect((await resultOf(snapshot, ask('acpl'))).missing).toBe('not-held');
  });

  test('a split by a column that history lacks covers only what has it, and never fills a part called not known', async () => {
    const without = (date: string, code: string) => ({ ...appointment(date, code), site_code: null });
    const rows = [without('2024-03-05', '3'), without('2024-03-06', '5'), appointment('2024-05-01', '3'), appointment('2024-05-02', '5'), appointment('2024-05-03', '5')];
    const snapshot = await hold({ outpatient_appointments: rows }, { outpatient_appointments: { columnsFrom: { site_code: '2024-05-01' } } });
    const wide = ask('dna-rate', { period: rangePeriod('2024-03-01', '2024-05-31'), intent: 'breakdown', by: 'site' });
    const result = await resultOf(snapshot, wide);
    expect(result.groups.map(({ keys, figure }) => [keys[0], figure.denominator])).toEqual([['lri', 3]]);
    expect(result.figure.denominator).toBe(3);
    expect(result.provenance).toMatchObject({ complete: false, since: '2024-05-01' });
    expect((await resultOf(snapshot, { ...wide, period: monthPeriod(2024, 3) })).missing).toBe('before-data');
    expect((await resultOf(snapshot, ask('dna-rate', { period: wide.period }))).figure.denominator).toBe(5);
  });

  test('two parts are compared over the same days, those on which both are known', async () => {
    const without = { ...appointment('2024-03-05', '3'), site_code: null };
    const snapshot = await hold({ outpatient_appointments: [without, appointment('2024-05-01', '3'), appointment('2024-05-02', '5', { site_code: 'RWEGH' })] }, { outpatient_appointments: { columnsFrom: { site_code: '2024-05-01' } } });
    const result = await resultOf(snapshot, ask('dna-rate', { intent: 'comparison', period: rangePeriod('2024-03-01', '2024-05-31'), filters: { specialty: ['120'] }, versus: { filters: { site: ['gh'] } } }));
    expect([result.figure.denominator, result.comparisons[0]?.figure.denominator]).toEqual([2, 1]);
  });

  test('a metric over a column that no extract gives is not held, and never nought', async () => {
    const snapshot = await hold({ outpatient_appointments: daily }, { outpatient_appointments: { columnsFrom: { attended_or_did_not_attend_code: null } } });
    expect(await resultOf(snapshot, ask('dna-rate'))).toMatchObject({ missing: 'not-held', figure: { value: null } });
  });

  test('both ends of a period are in, and the days beside it are out', async () => {
    const snapshot = await hold({ outpatient_appointments: ['2024-04-30', '2024-05-01', '2024-05-31', '2024-06-01'].map((date) => appointment(date, '5')) }, { outpatient_appointments: { to: '2024-06-02' } });
    expect((await resultOf(snapshot, ask('dna-rate'))).figure.denominator).toBe(2);
  });

  test('days that nobody named are no comparison where nothing of them is held, and a month that was named is one', async () => {
    const snapshot = await hold({ outpatient_appointments: [appointment('2024-05-02', '5'), appointment('2024-06-03', '5')] }, outpatients);
    const withNothingBefore = async (period: Query['period']) => (await resultOf(snapshot, ask('dna-rate', { intent: 'trend', period }))).comparisons.map(({ with: kind }) => kind);
    expect(await withNothingBefore(rangePeriod('2024-05-01', '2024-06-10'))).toEqual([]);
    expect(await withNothingBefore(rangePeriod('2024-05-01', '2024-05-31'))).toEqual(['previous', 'last-year']);
  });

  test('a month held in part is compared with as many days of the month before', async () => {
    const rows = [appointment('2024-05-03', '3'), appointment('2024-05-04', '5'), appointment('2024-04-05', '3'), appointment('2024-04-25', '5')];
    const snapshot = await hold({ outpatient_appointments: rows }, { outpatient_appointments: { to: '2024-05-10' } });
    const result = await resultOf(snapshot, ask('dna-rate'));
    expect(result.provenance.complete).toBe(false);
    expect(result.comparisons[0]).toMatchObject({ with: 'previous', figure: { numerator: 1, denominator: 1 } });
  });

  test('the trend gives one point a month, and a month with no rows is a gap', async () => {
    const snapshot = await hold({ outpatient_appointments: daily }, outpatients);
    const { trend } = await resultOf(snapshot, ask('dna-rate'));
    expect(trend.map(({ period, figure }) => [period, figure.value])).toEqual([['2024-01', null], ['2024-02', null], ['2024-03', 0.5], ['2024-04', 0.5], ['2024-05', 0.5]]);
  });

  test('what is still being coded says until when, in the figure and in the trend', async () => {
    const done = (month: string) => ({ activity_month: month, counted_by: 'month', pod_code: 'day-case', plan_basis: 'variable', activity: 10, income: 1 });
    const snapshot = await hold({ contract_activity: [done('2024-04-01'), done('2024-05-01')] }, { contract_activity: { from: '2024-04-01', dailyFrom: null } });
    const { provenance, trend } = await resultOf(snapshot, ask('activity-against-plan'));
    expect(provenance.maturesOn).toBe('2024-06-30');
    expect(trend.map(({ period, immature }) => [period, immature])).toEqual([['2024-04', false], ['2024-05', true]]);
    expect((await resultOf(snapshot, ask('activity-against-plan', { period: monthPeriod(2024, 4) }))).provenance.maturesOn).toBeNull();
  });

  test('rows that are not real are said to be so where the period rests on them', async () => {
    const notices = [{ notice: 'Artificial data', from: '2024-05-01', to: '2024-05-31' }];
    const snapshot = await hold({ outpatient_appointments: daily }, { outpatient_appointments: { notices } });
    expect((await resultOf(snapshot, ask('dna-rate'))).provenance.notice).toBe('Artificial data');
    expect((await resultOf(snapshot, ask('dna-rate', { period: monthPeriod(2024, 4) }))).provenance.notice).toBeNull();
  });

  test('rows that are not real are never added to real ones: the figure and its course are of the real ones alone, and say so', async () => {
    const notices = [{ notice: 'Artificial data', from: '2024-04-01', to: '2024-04-30' }];
    const both = rangePeriod('2024-04-01', '2024-05-31');
    const snapshot = await hold({ outpatient_appointments: daily }, { outpatient_appointments: { notices } });
    const [mixed, real] = [await resultOf(snapshot, ask('dna-rate', { period: both })), await resultOf(snapshot, ask('dna-rate', { period: monthPeriod(2024, 5) }))];
    expect(mixed.figure).toEqual(real.figure);
    expect(mixed.provenance).toMatchObject({ since: '2024-05-01', complete: false, notice: 'Left out of this figure: Artificial data' });
    expect(mixed.trend.find(({ period }) => period === '2024-04')?.figure.value ?? null).toBeNull();
    expect(real.provenance).toMatchObject({ notice: null });
  });

  test('an abort before the answer is a timeout and not an answer', async () => {
    const snapshot = await hold({ outpatient_appointments: daily }, outpatients);
    await expect(resultOf(snapshot, ask('dna-rate'), AbortSignal.abort())).rejects.toMatchObject({ code: 'QUERY_TIMEOUT' });
  });
});
