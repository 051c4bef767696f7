import { monthPeriod, rollingPeriod, yearToDatePeriod } from '../../src/calendar/period';
import { dimensionSchema } from '../../src/catalogue/dimension';
import type { Drivers } from '../../src/engine/change';
import type { Query } from '../../src/engine/query';
import type { Coverage } from '../../src/engine/snapshot';
import { ask, holding, resultOf } from './asking';
import { SMALL_CATALOGUE } from './small-catalogue';

const hold = holding();
const explain = (metric: string, more: Partial<Query> = {}): Query => ask(metric, { intent: 'explanation', ...more });

/** Counted appointments: missed and kept, of one month, specialty and site. */
const counted = (month: string, specialty: string | null, site: string, missed: number, kept: number) => [['3', missed] as const, ['5', kept] as const]
  .filter(([, weight]) => weight > 0)
  .map(([code, weight]) => ({
    appointment_date: `${month}-01`, counted_by: 'month', weight, attended_or_did_not_attend_code: code, first_attendance_code: '1', site_code: site,
    ...(specialty === null ? {} : { treatment_function_code: specialty }),
  }));

const outpatients = (rows: readonly object[], coverage: Partial<Coverage> = {}) =>
  hold({ outpatient_appointments: rows.map((row) => ({ ...row })) }, { outpatient_appointments: { dailyFrom: null, from: '2023-01-01', ...coverage } });

const of = (drivers: Drivers | null): Drivers => {
  if (drivers === null) {
    throw new Error('nothing is explained');
  }
  return drivers;
};
const told = ({ parts }: Drivers) => parts.map(({ keys, from, to }) => [keys.join('|'), [from.numerator, from.denominator], [to.numerator, to.denominator]]);

describe('an explanation', () => {
  const rows = [
    ...counted('2024-04', '120', 'RWEAA', 10, 90), ...counted('2024-04', '110', 'RWEGH', 5, 95),
    ...counted('2024-05', '120', 'RWEAA', 18, 132), ...counted('2024-05', '110', 'RWEGH', 2, 48),
  ];

  test('holds the figure against the period before, by the first open dimension that the metric has', async () => {
    const { figure, drivers, groups } = await resultOf(await outpatients(rows), explain('dna-rate'));
    expect(figure).toMatchObject({ numerator: 20, denominator: 200 });
    expect(of(drivers)).toMatchObject({ with: 'previous', by: ['specialty'], unsplit: null, period: { label: 'April 2024' }, from: { numerator: 15, denominator: 200, value: 0.075 } });
    expect(told(of(drivers))).toEqual([['110', [5, 100], [2, 50]], ['120', [10, 100], [18, 150]]]);
    expect(groups).toEqual([]);
  });

  test('never chooses a dimension that is restricted, nor one that the filters pin to one key', async () => {
    const snapshot = await outpatients(rows);
    const dimensions = new Map([...SMALL_CATALOGUE.dimensions].map(([id, dimension]) => [id, { ...dimension, restricted: id === 'specialty' }]));
    expect(of((await resultOf(snapshot, explain('dna-rate'), { catalogue: { ...SMALL_CATALOGUE, dimensions } })).drivers).by).toEqual(['site']);
    expect(of((await resultOf(snapshot, explain('dna-rate', { filters: { specialty: ['120'] } }))).drivers).by).toEqual(['site']);
    expect(of((await resultOf(snapshot, explain('dna-rate', { filters: { specialty: ['120', '110'] } }))).drivers).by).toEqual(['specialty']);
  });

  test('takes the dimension that is asked for, or two of them', async () => {
    const snapshot = await outpatients(rows);
    expect(told(of((await resultOf(snapshot, explain('dna-rate', { by: 'site' }))).drivers)).map(([key]) => key)).toEqual(['gh', 'lri']);
    expect(told(of((await resultOf(snapshot, explain('dna-rate', { by: ['site', 'specialty'] }))).drivers)).map(([key]) => key)).toEqual(['gh|110', 'lri|120']);
  });

  test('has a part that is not there before or after with no figure there, and one without its specialty as not known', async () => {
    const snapshot = await outpatients([
      ...counted('2024-04', '120', 'RWEAA', 10, 90), ...counted('2024-04', null, 'RWEAA', 1, 9), ...counted('2024-05', '120', 'RWEAA', 12, 88), ...counted('2024-05', '110', 'RWEGH', 1, 4),
    ]);
    expect(told(of((await resultOf(snapshot, explain('dna-rate'))).drivers))).toEqual([['110', [null, null], [1, 5]], ['120', [10, 100], [12, 100]], ['not-known', [1, 10], [null, null]]]);
  });

  test('of a year to date is held against the one a year before, and of last year against that', async () => {
    const snapshot = await outpatients([...rows, ...counted('2023-04', '120', 'RWEAA', 9, 91), ...counted('2023-05', '120', 'RWEAA', 11, 89)]);
    expect(of((await resultOf(snapshot, explain('dna-rate', { period: yearToDatePeriod('2024-05-31') }))).drivers)).toMatchObject({ with: 'last-year', from: { numerator: 20, denominator: 200 } });
    expect(of((await resultOf(snapshot, explain('dna-rate', { versus: 'last-year' }))).drivers)).toMatchObject({ with: 'last-year', from: { numerator: 11, denominator: 100 } });
    expect(of((await resultOf(snapshot, explain('dna-rate', { versus: { period: monthPeriod(2023, 4) } }))).drivers)).toMatchObject({ with: 'period', from: { numerator: 9, denominator: 100 } });
  });

  test('against a target has the parts of the figure alone, and without one falls back to the period before', async () => {
    const snapshot = await outpatients(rows);
    const { with: kind, from, parts } = of((await resultOf(snapshot, explain('dna-rate', { versus: 'target' }))).drivers);
    expect([kind, from.value, parts.map(({ to }) => [to.numerator, to.denominator])]).toEqual(['target', 0.05, [[2, 50], [18, 150]]]);
    const without = { ...SMALL_CATALOGUE, targets: [] };
    expect(of((await resultOf(snapshot, explain('dna-rate', { versus: 'target' }), { catalogue: without })).drivers).with).toBe('previous');
  });

  test('where nothing is held before says so and splits nothing', async () => {
    const snapshot = await outpatients(rows, { from: '2024-05-01' });
    const { figure, drivers } = await resultOf(snapshot, explain('dna-rate'));
    expect(figure.value).toBe(0.1);
    expect(of(drivers)).toMatchObject({ unsplit: 'nothing-before', parts: [], from: { value: null } });
  });

  test('is not split by a column that the earlier period lacks: another is chosen, and one asked for is refused', async () => {
    const snapshot = await outpatients(rows, { columnsFrom: { treatment_function_code: '2024-05-01', site_code: '2023-01-01' } });
    expect(of((await resultOf(snapshot, explain('dna-rate'))).drivers)).toMatchObject({ by: ['site'], from: { numerator: 15, denominator: 200 } });
    const { figure, drivers } = await resultOf(snapshot, explain('dna-rate', { by: 'specialty' }));
    expect([figure.value, of(drivers).unsplit, of(drivers).from.value]).toEqual([0.1, 'not-held-by', 0.075]);
  });

  test('of a month that is part held is held against as many days of the month before', async () => {
    const day = (date: string, code: string) => ({ appointment_date: date, attended_or_did_not_attend_code: code, first_attendance_code: '1', treatment_function_code: '120', site_code: 'RWEAA' });
    const snapshot = await hold({ outpatient_appointments: [day('2024-04-03', '5'), day('2024-04-20', '3'), day('2024-05-03', '3'), day('2024-05-04', '5')] }, { outpatient_appointments: { to: '2024-05-10' } });
    const { drivers } = await resultOf(snapshot, explain('dna-rate'));
    expect(of(drivers)).toMatchObject({ period: { from: '2024-04-01', to: '2024-04-10' }, from: { numerator: 0, denominator: 1 } });
    expect(told(of(drivers))).toEqual([['120', [0, 1], [1, 2]]]);
  });

  test.each([['peers'], ['plan'], [{ filters: { specialty: ['110'] } }]] as const)('against %j is no change over time', async (versus) => {
    const { drivers } = await resultOf(await outpatients(rows), explain('dna-rate', { versus: typeof versus === 'string' ? versus : { filters: { specialty: [...versus.filters.specialty] } } }));
    expect(of(drivers)).toMatchObject({ unsplit: 'not-over-time', parts: [] });
  });

  test('is only for whoever asks for one', async () => {
    expect((await resultOf(await outpatients(rows), ask('dna-rate'))).drivers).toBeNull();
  });
});

describe('parts add up to the whole', () => {
  const operation = (date: string, status: string, more: object = {}) => ({ operation_date: date, case_status: status, session_type: 'elective', treatment_function_code: '120', site_code: 'RWEAA', ...more });
  const list = (date: string, specialty: string) => ({ session_date: date, session_type: 'elective', session_status: 'run', treatment_function_code: specialty, site_code: 'RWEAA' });
  const times = <T>(count: number, one: T): readonly T[] => Array.from({ length: count }, () => one);

  test('where a reason is not given, with a part of its own over every operation planned', async () => {
    const cancelled = (date: string, reason: string | null) => operation(date, 'cancelled', { cancelled_on_the_day: true, ...(reason === null ? {} : { cancellation_reason: reason }) });
    const snapshot = await hold({ theatre_cases: [
      ...times(8, operation('2024-04-02', 'completed')), cancelled('2024-04-02', 'patient'), cancelled('2024-04-02', null),
      ...times(15, operation('2024-05-02', 'completed')), ...times(3, cancelled('2024-05-02', 'patient')), ...times(2, cancelled('2024-05-02', null)),
    ] }, { theatre_cases: {} });
    const { drivers } = await resultOf(snapshot, explain('on-the-day-cancellations'));
    expect(of(drivers).by).toEqual(['cancellation-reason']);
    expect(told(of(drivers))).toEqual([['patient', [1, 10], [3, 20]], ['not-known', [1, 10], [2, 20]]]);
  });

  test('where operations are of a specialty that has no list of its own', async () => {
    const snapshot = await hold({
      theatre_cases: [...times(4, operation('2024-04-02', 'completed')), ...times(3, operation('2024-05-02', 'completed')), ...times(2, operation('2024-05-02', 'completed', { treatment_function_code: '110' }))],
      theatre_sessions: [...times(2, list('2024-04-02', '120')), ...times(2, list('2024-05-02', '120'))],
    }, { theatre_cases: {}, theatre_sessions: {} });
    const { figure, drivers } = await resultOf(snapshot, explain('acpl'));
    expect(figure).toMatchObject({ numerator: 5, denominator: 2 });
    expect(told(of(drivers))).toEqual([['120', [4, 2], [3, 2]], ['unplaced', [null, null], [2, 0]]]);
  });

  test('of a count, and of a difference from plan', async () => {
    const done = (month: string, pod: string, income: number) => ({ activity_month: `${month}-01`, counted_by: 'month', pod_code: pod, plan_basis: 'variable', treatment_function_code: '120', activity: 1, income });
    const planned = (month: string, end: string, pod: string, income: number) => ({ plan_from: `${month}-01`, plan_to: end, pod_code: pod, plan_basis: 'variable', treatment_function_code: '120', planned_activity: 1, planned_income: income });
    const snapshot = await hold({
      contract_activity: [done('2024-04', 'day-case', 100), done('2024-04', 'inpatient', 50), done('2024-05', 'day-case', 130), done('2024-05', 'inpatient', 40)],
      activity_plan: [planned('2024-04', '2024-04-30', 'day-case', 90), planned('2024-04', '2024-04-30', 'inpatient', 60), planned('2024-05', '2024-05-31', 'day-case', 90), planned('2024-05', '2024-05-31', 'inpatient', 60)],
    }, { contract_activity: { dailyFrom: null }, activity_plan: {} });
    const activity = of((await resultOf(snapshot, explain('activity', { by: 'pod' }))).drivers);
    expect(told(activity)).toEqual([['day-case', [1, null], [1, null]], ['inpatient', [1, null], [1, null]]]);
    const { figure, drivers } = await resultOf(snapshot, explain('contribution', { by: 'pod' }));
    expect([figure.value, of(drivers).from.value]).toEqual([expect.closeTo(16, 9), 0]);
    expect(told(of(drivers))).toEqual([['day-case', [100, 90], [130, 90]], ['inpatient', [50, 60], [40, 60]]]);
    expect(of((await resultOf(snapshot, explain('activity', { by: 'plan-basis' }))).drivers).unsplit).toBe('overlapping');
  });

  test('of a census, from one day to another', async () => {
    const waiting = (day: string, count: number, specialty: string) => ({ census_date: day, weight: count, days_waiting: 400, treatment_function_code: specialty });
    const snapshot = await hold({ rtt_pathways: [waiting('2024-04-30', 5, '120'), waiting('2024-04-30', 4, '110'), waiting('2024-05-31', 7, '120'), waiting('2024-05-31', 1, '110')] }, { rtt_pathways: {} });
    const { drivers, asAt } = await resultOf(snapshot, explain('year-waits'));
    expect([asAt, of(drivers).asAt]).toEqual(['2024-05-31', '2024-04-30']);
    expect(told(of(drivers))).toEqual([['110', [4, null], [1, null]], ['120', [5, null], [7, null]]]);
  });
});

describe('what does not add up is not split, and both of its figures are given', () => {
  test('a median', async () => {
    const test = (date: string, days: number) => ({ test_date: date, days_to_report: days, treatment_function_code: '120' });
    const snapshot = await hold({ diagnostic_tests: [test('2024-04-02', 4), test('2024-05-02', 3)] }, { diagnostic_tests: {} });
    expect(of((await resultOf(snapshot, explain('reporting-turnaround'))).drivers)).toMatchObject({ unsplit: 'does-not-add-up', from: { value: 4 } });
  });

  test('a mean of months, and a count against its target', async () => {
    const cost = (month: string, pounds: number) => ({ cost_month: `${month}-01`, counted_by: 'month', cmg: 'mss', total_cost: pounds, weighted_activity_units: 10 });
    const months = ['2023-12', '2024-01', '2024-02', '2024-03', '2024-04', '2024-05'];
    const snapshot = await hold({ service_costs: months.map((month) => cost(month, 100)) }, { service_costs: { dailyFrom: null, from: '2023-12-01' } });
    const rolling = explain('cpwau-by-months', { period: rollingPeriod('2024-05-31', 3) });
    expect(of((await resultOf(snapshot, rolling)).drivers)).toMatchObject({ unsplit: 'does-not-add-up', from: { value: 10 } });

    const cancelled = { operation_date: '2024-05-02', case_status: 'cancelled', cancellation_reason: 'hospital-non-clinical', treatment_function_code: '120' };
    const cases = await hold({ theatre_cases: [cancelled] }, { theatre_cases: {} });
    const targets = SMALL_CATALOGUE.targets.flatMap((target) => [target, { ...target, metric: 'last-minute-cancellations', comparator: 'at-most' as const, value: 0 }]);
    expect(of((await resultOf(cases, explain('last-minute-cancellations', { versus: 'target' }), { catalogue: { ...SMALL_CATALOGUE, targets } })).drivers).unsplit).toBe('target-of-a-sum');
  });
});

test('a metric whose every dimension is restricted has no split to choose', async () => {
  const snapshot = await hold({ outpatient_appointments: [...counted('2024-04', '120', 'RWEAA', 1, 9), ...counted('2024-05', '120', 'RWEAA', 2, 8)].map((row) => ({ ...row })) }, { outpatient_appointments: { dailyFrom: null } });
  const dimensions = new Map([...SMALL_CATALOGUE.dimensions].map(([id, dimension]) => [id, dimensionSchema.parse({ ...dimension, restricted: true })]));
  const { drivers } = await resultOf(snapshot, explain('dna-rate'), { catalogue: { ...SMALL_CATALOGUE, dimensions } });
  expect(of(drivers)).toMatchObject({ unsplit: 'no-dimension', from: { value: 0.1 } });
});
