import { monthPeriod, rangePeriod } from '../../src/calendar/period';
import { ask, holding, resultOf } from './asking';

const hold = holding();

const waiting = (day: string, days: number, more: Record<string, string | number> = {}) => ({ census_date: day, days_waiting: days, treatment_function_code: '120', ...more });
const queue = (day: string, lengths: readonly number[], more: Record<string, string | number> = {}) => lengths.map((days) => waiting(day, days, more));
const held = { rtt_pathways: { from: '2024-03-31', to: '2024-05-31', dailyFrom: '2024-03-31', missingDays: ['2024-05-01', '2024-05-02'] } };
const rows = [
  ...queue('2024-03-31', [400, 400, 400, 10]), ...queue('2024-04-28', [400, 400, 10, 10]), ...queue('2024-04-30', [400, 400, 400, 400, 10]),
  ...queue('2024-05-12', [400, 400, 400, 10], { treatment_function_code: '110' }), ...queue('2024-05-31', [400, 500, 126, 127]),
];

describe('a waiting list', () => {
  test('is as it stood on the last census of the period, and never the sum of several', async () => {
    const snapshot = await hold({ rtt_pathways: rows }, held);
    expect(await resultOf(snapshot, ask('year-waits'))).toMatchObject({ asAt: '2024-05-31', figure: { value: 2 } });
    expect(await resultOf(snapshot, ask('year-waits', { period: rangePeriod('2024-04-01', '2024-05-31') }))).toMatchObject({ asAt: '2024-05-31', figure: { value: 2 } });
    expect(await resultOf(snapshot, ask('eighteen-week-rate'))).toMatchObject({ asAt: '2024-05-31', figure: { numerator: 1, denominator: 4 } });
  });

  test('has one point a month, each as at its own last census', async () => {
    const { trend } = await resultOf(await hold({ rtt_pathways: rows }, held), ask('year-waits'));
    expect(trend.map(({ period, asAt, figure }) => [period, asAt, figure.value])).toEqual([['2024-03', '2024-03-31', 3], ['2024-04', '2024-04-30', 4], ['2024-05', '2024-05-31', 2]]);
  });

  test('is compared census with census, also where the month is still running', async () => {
    const snapshot = await hold({ rtt_pathways: rows.filter(({ census_date: day }) => day < '2024-05-31') }, { rtt_pathways: { ...held.rtt_pathways, to: '2024-05-12' } });
    const result = await resultOf(snapshot, ask('year-waits'));
    expect(result).toMatchObject({ asAt: '2024-05-12', figure: { value: 3 }, provenance: { complete: false } });
    expect(result.comparisons[0]).toMatchObject({ with: 'previous', figure: { value: 4 } });
  });

  test('of a specialty with nobody waiting that day is none, and not the queue of an earlier census', async () => {
    const snapshot = await hold({ rtt_pathways: [...rows, waiting('2024-05-31', 3, { treatment_function_code: '110' })] }, held);
    expect((await resultOf(snapshot, ask('year-waits', { filters: { specialty: ['110'] } }))).figure.value).toBe(0);
    const byPart = await resultOf(snapshot, ask('year-waits', { intent: 'breakdown', by: 'specialty' }));
    expect(byPart.groups.map(({ keys, figure }) => [keys[0], figure.value])).toEqual([['110', 0], ['120', 2]]);
  });

  test('misses no days between censuses, only months', async () => {
    const snapshot = await hold({ rtt_pathways: rows }, held);
    expect((await resultOf(snapshot, ask('year-waits'))).provenance.complete).toBe(true);
    const gapped = await hold({ rtt_pathways: rows }, { rtt_pathways: { ...held.rtt_pathways, missingMonths: ['2024-04'] } });
    expect(await resultOf(gapped, ask('year-waits', { period: monthPeriod(2024, 4) }))).toMatchObject({ missing: 'gap' });
  });

  test('kept as a count a month is as at the end of its month', async () => {
    const counted = { ...waiting('2024-04-01', 400), weight: 7, counted_by: 'month' };
    const snapshot = await hold({ rtt_pathways: [counted, ...queue('2024-05-31', [400])] }, { rtt_pathways: { from: '2024-04-01', to: '2024-05-31', dailyFrom: '2024-05-31' } });
    expect(await resultOf(snapshot, ask('year-waits', { period: monthPeriod(2024, 4) }))).toMatchObject({ asAt: '2024-04-30', figure: { value: 7 } });
  });
});
