import { monthPeriod, rangePeriod, yearToDatePeriod } from '../../src/calendar/period';
import { NO_FIGURE } from '../../src/engine/cell';
import type { Withholding } from '../../src/engine/withholding';
import { ask, holding, resultOf } from './asking';

const hold = holding();

const done = (month: string, activity: number, more: Record<string, string | number | boolean> = {}) => ({
  activity_month: month, counted_by: 'month', pod_code: 'day-case', plan_basis: 'variable', treatment_function_code: '120', activity, income: activity * 100, ...more,
});
const plan = (from: string, to: string, activity: number, more: Record<string, string | number> = {}) => ({
  plan_from: from, plan_to: to, pod_code: 'day-case', plan_basis: 'variable', treatment_function_code: '120', planned_activity: activity, planned_income: activity * 90, ...more,
});
const held = { contract_activity: { from: '2024-04-01', dailyFrom: null }, activity_plan: { from: '2024-04-01', to: '2025-03-31', dailyFrom: null } };
const toDate = yearToDatePeriod('2024-05-31');
const actual = [done('2024-04-01', 100), done('2024-05-01', 105)];

describe('a difference from a plan', () => {
  test('holds a plan for the year to date against the year to date, and never against one month', async () => {
    const snapshot = await hold({ contract_activity: actual, activity_plan: [plan('2024-04-01', '2024-05-31', 196)] }, held);
    expect((await resultOf(snapshot, ask('activity-against-plan', { period: toDate }))).figure).toEqual({ numerator: 205, denominator: 196, value: 9, hidden: false });
    const month = await resultOf(snapshot, ask('activity-against-plan'));
    expect(month).toMatchObject({ missing: 'plan-not-given', figure: { numerator: 105, denominator: null, value: null } });
    expect(month.alternatives).toEqual(['April to May 2024']);
    expect(month.trend.map(({ figure }) => [figure.numerator, figure.value])).toEqual([[100, null], [105, null]]);
  });

  test.each([
    ['months that make up the period', [plan('2024-04-01', '2024-04-30', 90), plan('2024-05-01', '2024-05-31', 95)], 20, null],
    ['some of its months only', [plan('2024-05-01', '2024-05-31', 95)], null, 'plan-not-given'],
    ['a row for exactly the period before its months', [plan('2024-04-01', '2024-05-31', 200), plan('2024-04-01', '2024-04-30', 90), plan('2024-05-01', '2024-05-31', 95)], 5, null],
    ['the whole year', [plan('2024-04-01', '2025-03-31', 1200)], null, 'plan-not-given'],
    ['no row at all', [], null, 'plan-not-given'],
    ['one line for the period and another for a longer stretch', [plan('2024-04-01', '2024-05-31', 200), plan('2024-04-01', '2024-06-30', 30, { treatment_function_code: '110' })], null, 'plan-not-given'],
    ['two lines, one by months and one for the period', [plan('2024-04-01', '2024-05-31', 100), ...['04-01,04-30', '05-01,05-31'].map((days) => {
      const [from = '', to = ''] = days.split(',');
      return plan(`2024-${from}`, `2024-${to}`, 40, { treatment_function_code: '110' });
    })], 25, null],
  ])('of the year to date from a plan with %s', async (_, rows, value, missing) => {
    const snapshot = await hold({ contract_activity: actual, activity_plan: rows }, held);
    expect(await resultOf(snapshot, ask('activity-against-plan', { period: toDate }))).toMatchObject({ missing, figure: { numerator: 205, value } });
  });

  test('a month held in part is not held against the plan of the whole month', async () => {
    const daily = [{ ...done('2024-05-03', 40), counted_by: 'day' }];
    const snapshot = await hold({ contract_activity: daily, activity_plan: [plan('2024-05-01', '2024-05-31', 95)] }, { ...held, contract_activity: { from: '2024-05-01', to: '2024-05-10', dailyFrom: '2024-05-01' } });
    expect(await resultOf(snapshot, ask('activity-against-plan'))).toMatchObject({ missing: 'plan-not-given', figure: { numerator: 40, value: null } });
  });

  test('nothing done against a plan is the whole plan short, and a plan of nought is a plan', async () => {
    const rows = [plan('2024-05-01', '2024-05-31', 30, { pod_code: 'inpatient' }), plan('2024-05-01', '2024-05-31', 0, { pod_code: 'cardiac-investigations' }), plan('2024-05-01', '2024-05-31', 100)];
    const snapshot = await hold({ contract_activity: [done('2024-05-01', 105), done('2024-05-01', 472, { pod_code: 'cardiac-investigations' })], activity_plan: rows }, held);
    const { groups } = await resultOf(snapshot, ask('activity-against-plan', { intent: 'breakdown', by: 'pod' }));
    expect(groups.map(({ keys, figure }) => [keys[0], figure.denominator, figure.value])).toEqual([['cardiac-investigations', 0, 472], ['day-case', 100, 5], ['inpatient', 30, -30]]);
  });

  test('a part without a plan shows what was done, and why it has no difference', async () => {
    const snapshot = await hold({ contract_activity: [done('2024-05-01', 105), done('2024-05-01', 7, { treatment_function_code: '110' })], activity_plan: [plan('2024-05-01', '2024-05-31', 100)] }, held);
    const { groups } = await resultOf(snapshot, ask('activity-against-plan', { intent: 'breakdown', by: 'specialty' }));
    expect(groups).toEqual([
      { keys: ['110'], figure: { numerator: 7, denominator: null, value: null, hidden: false }, missing: 'plan-not-given' },
      { keys: ['120'], figure: { numerator: 105, denominator: 100, value: 5, hidden: false } },
    ]);
  });

  test('no plan held at all leaves what was done', async () => {
    const snapshot = await hold({ contract_activity: actual }, { contract_activity: held.contract_activity });
    expect(await resultOf(snapshot, ask('activity-against-plan'))).toMatchObject({ missing: 'plan-not-given', figure: { numerator: 105, value: null } });
  });

  test('the assumption takes its share off the difference alone', async () => {
    // The paper: £52,165,321 against £46,484,820 is £5,680,501 over (printed £5,680,500); at 20% the contribution is £4,544,400.
    const snapshot = await hold({
      contract_activity: [done('2024-05-01', 0, { income: 5_680_500 + 46_484_820 })], activity_plan: [{ ...plan('2024-05-01', '2024-05-31', 0), planned_income: 46_484_820 }],
    }, held);
    const { figure } = await resultOf(snapshot, ask('contribution'));
    expect(figure).toMatchObject({ numerator: 52_165_320, denominator: 46_484_820 });
    expect(figure.value).toBeCloseTo(4_544_400, 6);
  });

  test('"versus plan" gives the plan of a count as well', async () => {
    const snapshot = await hold({ contract_activity: actual, activity_plan: [plan('2024-04-01', '2024-05-31', 196)] }, held);
    const { comparisons } = await resultOf(snapshot, ask('activity', { intent: 'comparison', versus: 'plan', period: toDate }));
    expect(comparisons).toEqual([{ with: 'plan', label: 'plan', figure: { numerator: null, denominator: null, value: 196, hidden: false }, complete: true }]);
    const month = await resultOf(snapshot, ask('activity', { intent: 'comparison', versus: 'plan' }));
    expect(month.comparisons[0]).toMatchObject({ figure: { value: null }, complete: false });
  });
});

describe('a dimension with a whole', () => {
  const rows = [done('2024-05-01', 60), done('2024-05-01', 40, { plan_basis: 'fixed' })];

  test.each([['all-activity', 100], ['variable-only', 60]])('%s is %d', async (basis, value) => {
    const snapshot = await hold({ contract_activity: rows }, held);
    expect((await resultOf(snapshot, ask('activity', { filters: { 'plan-basis': [basis] } }))).figure.value).toBe(value);
  });

  test('shows its parts beside the whole, each with its own number', async () => {
    const snapshot = await hold({ contract_activity: rows }, held);
    const { groups } = await resultOf(snapshot, ask('activity', { intent: 'breakdown', by: 'plan-basis' }));
    expect(groups.map(({ keys, figure }) => [keys[0], figure.value])).toEqual([['all-activity', 100], ['variable-only', 60]]);
  });
});

describe('the split of a variance', () => {
  const rows = {
    // Day cases: 12 for £1,260, 10 for £1,000 planned. Cardiac: 4 for £400, none planned.
    contract_activity: [done('2024-05-01', 12, { income: 1260 }), done('2024-05-01', 4, { income: 400, pod_code: 'cardiac-investigations' })],
    activity_plan: [{ ...plan('2024-05-01', '2024-05-31', 10), planned_income: 1000 }, { ...plan('2024-05-01', '2024-05-31', 0, { pod_code: 'cardiac-investigations' }), planned_income: 0 }],
  };

  test('is volume at planned prices and the rest, and adds up to it', async () => {
    const { figure, variance } = await resultOf(await hold(rows, held), ask('income-against-plan'));
    expect(figure.value).toBe(660);
    expect(variance).toEqual({ volume: 600, priceOrMix: 60, unplanned: 400 });
  });

  test('is not given where a line is hidden, which is not one on which nothing was done', async () => {
    // Day cases are hidden: with nothing done and nothing planned there, all of £660 would be volume without a plan.
    const withhold: Withholding = (_ground, metric, _slice, _grouping, cells) => Promise.resolve(
      cells.map((cell) => (metric.id === 'activity-against-plan' && cell.keys[0] === 'day-case' ? { ...cell, figure: { ...NO_FIGURE, hidden: true } } : cell)));
    const { figure, variance } = await resultOf(await hold(rows, held), ask('income-against-plan'), { withhold });
    expect([figure.value, variance]).toEqual([660, null]);
  });

  test('is not given where the plan is not', async () => {
    const { variance } = await resultOf(await hold(rows, held), ask('income-against-plan', { period: rangePeriod('2024-04-01', '2024-05-31') }));
    expect(variance).toBeNull();
    expect((await resultOf(await hold(rows, held), ask('activity-against-plan', { period: monthPeriod(2024, 5) }))).variance).toBeNull();
  });
});
