import { metricSchema, type Metric } from '../../src/catalogue/metric';
import { monthPeriod, rangePeriod, weekPeriod, yearToDatePeriod } from '../../src/calendar/period';
import { ask, holding, resultOf } from './asking';
import { SMALL_CATALOGUE } from './small-catalogue';

const hold = holding();

const about = { group: 'Test', synonyms: [], definition: 'What it is.', 'fresh-for-days': 40, owner: 'Informatics', source: 'Board paper', version: '1' };
const withMetric = (metric: Metric) => ({ ...SMALL_CATALOGUE, metrics: new Map([...SMALL_CATALOGUE.metrics, [metric.id, metric]]) });
const operation = (date: string, more: Record<string, string> = {}) => ({ operation_date: date, case_status: 'completed', treatment_function_code: '120', ...more });
const ran = (date: string) => ({ session_date: date, session_status: 'run', treatment_function_code: '120' });

describe('none happened and nothing is held', () => {
  const breaches = withMetric(metricSchema.parse({
    ...about, id: 'breaches', name: 'Breaches', kind: 'count', unit: 'count', decimals: 0, better: 'lower', counting: 'people', dimensions: ['specialty'],
    numerator: { counts: 'breaches', table: 'theatre_cases', date: 'breach_date' },
  }));

  test('a month with operations and no breach, which is dated by a day of its own, has nought of them', async () => {
    const snapshot = await hold({ theatre_cases: [operation('2024-04-02', { breach_date: '2024-04-30' }), operation('2024-05-03'), operation('2024-05-04')] }, { theatre_cases: {} });
    expect((await resultOf(snapshot, ask('breaches'), { catalogue: breaches })).figure).toEqual({ numerator: 0, denominator: null, value: 0, hidden: false });
    expect((await resultOf(snapshot, ask('breaches', { period: monthPeriod(2024, 3) }), { catalogue: breaches }))).toMatchObject({ missing: 'no-activity', figure: { value: null } });
  });

  test('a breach counts in a month without an operation', async () => {
    const snapshot = await hold({ theatre_cases: [operation('2024-04-20', { breach_date: '2024-05-19' })] }, { theatre_cases: {} });
    expect((await resultOf(snapshot, ask('breaches'), { catalogue: breaches })).figure.value).toBe(1);
  });

  describe('where the history is counted by the month, and its breaches reach past the first day that records are held', () => {
    const rows = [
      operation('2024-02-01', { counted_by: 'month', breach_date: '2024-03-01' }), operation('2024-03-01', { counted_by: 'month', breach_date: '2024-04-01' }),
      operation('2024-04-03', { breach_date: '2024-05-02' }), operation('2024-04-11', { breach_date: '2024-05-10' }), operation('2024-04-12', { breach_date: '2024-05-11' }), operation('2024-05-14'),
    ];
    const held = async () => hold({ theatre_cases: rows }, { theatre_cases: { from: '2024-02-01', dailyFrom: '2024-04-01', dailyFromBy: { breach_date: '2024-05-01' } } });
    const over = async (from: string, to: string) => resultOf(await held(), ask('breaches', { period: rangePeriod(from, to) }), { catalogue: breaches });

    test.each([
      ['a week of the month with both', '2024-04-08', '2024-04-14'], ['the week in which the month is counted', '2024-04-01', '2024-04-07'],
      ['a day of it', '2024-04-10', '2024-04-10'], ['its last week, which ends among the days', '2024-04-29', '2024-05-05'], ['a month and a half of it', '2024-03-01', '2024-04-15'],
    ])('%s is not answered', async (_, from, to) => {
      expect(await over(from, to)).toMatchObject({ missing: 'monthly-only', figure: { value: null }, trend: [] });
    });

    test.each([['2024-04-01', '2024-04-30', 1], ['2024-05-06', '2024-05-12', 2], ['2024-05-01', '2024-05-05', 1], ['2024-04-01', '2024-05-10', 3]])('from %s to %s there are as many as the rows say: %i', async (from, to, breached) => {
      expect(await over(from, to)).toMatchObject({ missing: null, figure: { value: breached } });
    });

    test('weeks are drawn from the first that is held whole', async () => {
      const result = await resultOf(await held(), ask('breaches', { period: weekPeriod('2024-05-19') }), { catalogue: breaches });
      expect(result.trend.map(({ period, figure }) => [period, figure.value])).toEqual([['2024-05-06', 2], ['2024-05-13', 0]]);
    });
  });

  const listed = (where: readonly Record<string, unknown>[]) => withMetric(metricSchema.parse({
    ...about, id: 'listed', name: 'Listed operations a list', unit: 'number', decimals: 2, better: 'higher', counting: 'sessions', dimensions: ['specialty'],
    numerator: { counts: 'operations of the list', table: 'theatre_cases', where }, denominator: { counts: 'lists', table: 'theatre_sessions' },
  }));
  const procedure = { field: 'primary_procedure_code', is: ['C712'] };
  const since = { theatre_cases: { columnsFrom: { primary_procedure_code: '2024-05-01', intended_management_code: null } }, theatre_sessions: {} };
  const rows = { theatre_cases: [operation('2024-04-02'), operation('2024-05-03', { primary_procedure_code: 'C712' })], theatre_sessions: [ran('2024-04-02'), ran('2024-05-03')] };
  const both = rangePeriod('2024-04-01', '2024-05-31');

  test('what tests a column is counted from the day the column is first given, and is not nought before it', async () => {
    const snapshot = await hold(rows, since);
    const result = await resultOf(snapshot, ask('listed', { period: both }), { catalogue: listed([procedure]) });
    expect(result).toMatchObject({ figure: { numerator: 1, denominator: 1, value: 1 }, provenance: { since: '2024-05-01', complete: false } });
    expect(result.trend.map(({ period }) => period)).toEqual(['2024-05']);
    expect(await resultOf(snapshot, ask('listed', { period: monthPeriod(2024, 4) }), { catalogue: listed([procedure]) })).toMatchObject({ missing: 'before-data', figure: { value: null } });
  });

  test.each([
    ['is met by a column left empty', [{ field: 'primary_procedure_code', known: false }], '2024-01-01', null],
    ['is met by any code but one', [{ field: 'primary_procedure_code', 'is-not': ['C712'] }], '2024-01-01', null],
    ['can be met in another way', [{ any: [[procedure], [{ field: 'case_status', is: ['completed'] }]] }], '2024-01-01', null],
    ['has one way that is never given', [{ any: [[procedure], [{ field: 'intended_management_code', is: ['2'] }]] }], '2024-05-01', null],
    ['is of a column that is never given', [{ field: 'intended_management_code', is: ['2'] }], null, 'not-held'],
  ])('a test that %s', async (_, where, from, missing) => {
    const snapshot = await hold(rows, since);
    const result = await resultOf(snapshot, ask('listed', { period: both }), { catalogue: listed(where) });
    expect(result.missing).toBe(missing);
    expect(result.missing === null ? result.provenance.since : null).toBe(from);
  });

  test('a base year with a month missing is no base', async () => {
    const cost = (month: string, pounds: number) => ({ cost_month: month, counted_by: 'month', treatment_function_code: '120', total_cost: pounds, weighted_activity_units: 10 });
    const snapshot = await hold({ service_costs: [cost('2019-04-01', 1000), cost('2024-05-01', 1500)] }, { service_costs: { from: '2019-04-01', dailyFrom: null, missingMonths: ['2019-05'] } });
    expect(await resultOf(snapshot, ask('cpwau-opportunity'))).toMatchObject({ missing: 'before-data', figure: { value: null } });
  });
});

describe('figures as rows give them', () => {
  test('a plan in pence adds up to pence', async () => {
    const done = { activity_month: '2024-05-01', counted_by: 'month', pod_code: 'day-case', plan_basis: 'variable', activity: 1, income: 0.7 };
    const plan = ['110', '120', '130'].map((treatment_function_code, at) => (
      { plan_from: '2024-04-01', plan_to: '2024-05-31', pod_code: 'day-case', plan_basis: 'variable', treatment_function_code, planned_activity: 1, planned_income: [0.1, 0.2, 0.3][at] ?? 0 }));
    const snapshot = await hold({ contract_activity: [done], activity_plan: plan }, { contract_activity: { from: '2024-04-01', dailyFrom: null }, activity_plan: {} });
    const { figure } = await resultOf(snapshot, ask('income-against-plan', { period: yearToDatePeriod('2024-05-31') }));
    expect(figure.denominator).toBe(0.6);
  });

  test('a code with any sign in it is one part', async () => {
    const appointment = (code: string, site: string) => ({ appointment_date: '2024-05-02', attended_or_did_not_attend_code: '5', treatment_function_code: code, site_code: site });
    const snapshot = await hold({ outpatient_appointments: [appointment('1|20', 'A|B'), appointment('1|20', '*')] }, { outpatient_appointments: {} });
    const { groups } = await resultOf(snapshot, ask('dna-rate', { intent: 'breakdown', by: ['specialty', 'site'] }));
    expect(groups.map(({ keys, figure }) => [keys, figure.denominator])).toEqual([[['1|20', '*'], 1], [['1|20', 'A|B'], 1]]);
  });
});
