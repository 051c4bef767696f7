import { monthPeriod } from '../../src/calendar/period';
import { ask, holding, resultOf } from './asking';

const hold = holding();

/** Counted appointments of one month at one site: missed and kept. */
const counted = (month: string, site: string, missed: number, kept: number) => [['3', missed] as const, ['5', kept] as const].map(([code, weight]) => ({
  appointment_date: `${month}-01`, counted_by: 'month', weight, attended_or_did_not_attend_code: code, first_attendance_code: '1', site_code: site, treatment_function_code: '120',
}));

// LRI: 10 of 100 in April, 12 of 150 in May. Glenfield: 5 of 100, and 1 of 50. A third site was open in May alone: 30 of 60.
const ROWS = [
  ...counted('2024-04', 'RWEAA', 10, 90), ...counted('2024-05', 'RWEAA', 12, 138),
  ...counted('2024-04', 'RWEGH', 5, 95), ...counted('2024-05', 'RWEGH', 1, 49),
  ...counted('2024-05', 'RWEGL', 30, 30),
];
const held = () => hold({ outpatient_appointments: ROWS }, { outpatient_appointments: { dailyFrom: null, from: '2024-04-01' } });

test.each([
  ['the month before', 'previous' as const],
  ['a month that is named', { period: monthPeriod(2024, 4) }],
])('each part of a split is set against itself in %s', async (_what, versus) => {
  const { groups, figure } = await resultOf(await held(), ask('dna-rate', { intent: 'breakdown', by: 'site', versus }));
  const parts = Object.fromEntries(groups.map(({ keys, figure: { value }, other }) => [keys.join(), [value, other?.figure.value ?? null]]));
  expect(parts).toEqual({ lri: [0.08, 0.1], gh: [0.02, 0.05], RWEGL: [0.5, null] });
  expect(groups[0]?.other?.label).toBe('April 2024');
  expect(figure).toMatchObject({ numerator: 43, denominator: 260 });
});
