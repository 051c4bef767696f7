import { monthPeriod, rangePeriod, rollingPeriod } from '../../src/calendar/period';
import { ask, holding, resultOf } from './asking';
import { SMALL_CATALOGUE } from './small-catalogue';

const hold = holding();

const cost = (month: string, total: number, units: number, more: Record<string, string | number> = {}) => ({
  cost_month: month, total_cost: total, weighted_activity_units: units, income: 0, pod_code: 'day-case', counted_by: 'month', treatment_function_code: '120', cmg: 'mss', ...more,
});
const costs = (from: string) => ({ service_costs: { from, to: '2024-05-31', dailyFrom: null } });

describe('a median', () => {
  const report = (day: string, days: number | null, more: Record<string, string | number> = {}) => ({
    test_date: day, test_code: 'colonoscopy', attended_or_did_not_attend_code: '5', treatment_function_code: '120', days_to_report: days, ...more,
  });

  test('is the middle of all values, a counted row as often as it weighs', async () => {
    // 1, 2, 2, 2, 10 → 2. The mean would be 3.4.
    const snapshot = await hold({ diagnostic_tests: [report('2024-05-01', 1), report('2024-05-02', 2, { weight: 3 }), report('2024-05-03', 10), report('2024-05-03', null)] }, { diagnostic_tests: {} });
    expect((await resultOf(snapshot, ask('reporting-turnaround'))).figure).toEqual({ numerator: null, denominator: 5, value: 2, hidden: false });
  });

  test('of an even number is the mean of the two middle ones, and of a part that part\'s own', async () => {
    const rows = [report('2024-05-01', 1), report('2024-05-02', 4), report('2024-05-03', 7, { treatment_function_code: '110' }), report('2024-05-03', 30, { treatment_function_code: '110' })];
    const snapshot = await hold({ diagnostic_tests: rows }, { diagnostic_tests: {} });
    const result = await resultOf(snapshot, ask('reporting-turnaround', { intent: 'breakdown', by: 'specialty' }));
    // 1, 4, 7, 30 → (4 + 7) ÷ 2; the parts' medians 18.5 and 2.5 do not give it.
    expect(result.figure.value).toBe(5.5);
    expect(result.groups.map(({ keys, figure }) => [keys[0], figure.value])).toEqual([['110', 18.5], ['120', 2.5]]);
  });

  test('of nothing is no data', async () => {
    const snapshot = await hold({ diagnostic_tests: [report('2024-05-01', null)] }, { diagnostic_tests: {} });
    expect(await resultOf(snapshot, ask('reporting-turnaround'))).toMatchObject({ missing: 'no-activity', figure: { value: null, denominator: null } });
  });
});

describe('a difference of two things that happened', () => {
  test('takes one from the other and shows both', async () => {
    const snapshot = await hold({ service_costs: [cost('2024-05-01', 900, 1, { income: 700 }), cost('2024-05-01', 100, 1, { income: 350, treatment_function_code: '110' })] }, costs('2024-04-01'));
    const result = await resultOf(snapshot, ask('net-surplus', { intent: 'breakdown', by: 'specialty' }));
    expect(result.figure).toEqual({ numerator: 1050, denominator: 1000, value: 50, hidden: false });
    expect(result.groups.map(({ keys, figure }) => [keys[0], figure.value])).toEqual([['110', 250], ['120', -200]]);
  });
});

describe('money in the prices of a base year', () => {
  // The index stands at 100 in 2019/20, 125 in 2023/24 and 150 in 2024/25.
  test('restates each row by the year it falls in', async () => {
    const snapshot = await hold({ service_costs: [cost('2024-03-01', 1250, 1), cost('2024-04-01', 1500, 1), cost('2024-05-01', 3000, 1)] }, costs('2024-03-01'));
    const result = await resultOf(snapshot, ask('cpwau', { period: rangePeriod('2024-03-01', '2024-05-31') }));
    // 1250 ÷ 1.25 + 1500 ÷ 1.5 + 3000 ÷ 1.5 = 4000, over 3 units.
    expect(result.figure).toMatchObject({ numerator: 4000, denominator: 3 });
    expect(result.trend.map(({ figure }) => figure.value)).toEqual([1000, 1000, 2000]);
  });

  test('has no figure for a year that the index does not reach', async () => {
    const snapshot = await hold({ service_costs: [cost('2022-05-01', 1250, 1), cost('2024-05-01', 1500, 1)] }, costs('2022-05-01'));
    expect(await resultOf(snapshot, ask('cpwau', { period: monthPeriod(2022, 5) }))).toMatchObject({ missing: 'no-price-index', figure: { value: null } });
    expect(await resultOf(snapshot, ask('cpwau', { period: rangePeriod('2022-05-01', '2024-05-31') }))).toMatchObject({ missing: 'no-price-index' });
  });

  test('has none where no index is given', async () => {
    const snapshot = await hold({ service_costs: [cost('2024-05-01', 1500, 1)] }, costs('2024-05-01'));
    expect(await resultOf(snapshot, ask('cpwau'), { catalogue: { ...SMALL_CATALOGUE, inflation: null } })).toMatchObject({ missing: 'no-price-index' });
  });
});

describe('an opportunity', () => {
  const base = [cost('2019-04-01', 1000, 10), cost('2020-03-01', 3000, 10, { treatment_function_code: '110' })];

  test('is what was spent beyond the base year\'s unit cost, at the level asked for', async () => {
    const now = [cost('2024-05-01', 600, 5), cost('2024-05-01', 500, 2, { treatment_function_code: '110' })];
    const snapshot = await hold({ service_costs: [...base, ...now] }, costs('2019-04-01'));
    const result = await resultOf(snapshot, ask('cpwau-opportunity', { intent: 'breakdown', by: 'specialty' }));
    // All: 4000 ÷ 20 = 200 a unit; 1100 spent on 7 units, 1400 expected: −300. ENT at 100: 600 − 500. T&O at 300: 500 − 600.
    expect(result.figure).toEqual({ numerator: 1100, denominator: 1400, value: -300, hidden: false });
    expect(result.groups.map(({ keys, figure }) => [keys[0], figure.value])).toEqual([['110', -100], ['120', 100]]);
  });

  test('has none where the part did not exist in the base year, or the base year is not held', async () => {
    const now = [cost('2024-05-01', 600, 5, { treatment_function_code: '330' })];
    const whole = await hold({ service_costs: [...base, ...now] }, costs('2019-04-01'));
    expect(await resultOf(whole, ask('cpwau-opportunity', { filters: { specialty: ['330'] } }))).toMatchObject({ missing: 'no-activity', figure: { value: null } });
    const short = await hold({ service_costs: [...base, ...now] }, costs('2020-01-01'));
    expect(await resultOf(short, ask('cpwau-opportunity'))).toMatchObject({ missing: 'before-data', figure: { value: null } });
  });
});

describe('a rolling period', () => {
  const months = ['2023-12-01', '2024-01-01', '2024-02-01', '2024-03-01', '2024-04-01', '2024-05-01'];
  const rows = months.map((month, index) => cost(month, index === 5 ? 9000 : 100, index === 5 ? 10 : 1));
  const six = rollingPeriod('2024-05-01', 6);

  test('is the ratio of its sums, or the plain mean of its months where the definition says so', async () => {
    const snapshot = await hold({ service_costs: rows }, costs('2023-12-01'));
    // Five months at 100 and one at 900: 9500 ÷ 15 against (5 × 100 + 900) ÷ 6.
    const catalogue = { ...SMALL_CATALOGUE, inflation: { name: 'Flat', 'base-year': '2019/20', index: { '2019/20': 1, '2023/24': 1, '2024/25': 1 }, owner: '', source: '', date: '2024-04-01' } };
    expect((await resultOf(snapshot, ask('cpwau', { period: six }), { catalogue })).figure).toMatchObject({ numerator: 9500, denominator: 15 });
    const mean = await resultOf(snapshot, ask('cpwau-by-months', { period: six, intent: 'breakdown', by: 'specialty' }));
    expect(mean.figure).toEqual({ numerator: null, denominator: null, value: 1400 / 6, hidden: false });
    expect(mean.groups).toEqual([{ keys: ['120'], figure: mean.figure }]);
    expect((await resultOf(snapshot, ask('cpwau-by-months', { period: rangePeriod('2023-12-01', '2024-05-31') }))).figure.value).toBeCloseTo(9500 / 15, 9);
  });
});
