import fc from 'fast-check';
import { monthPeriod } from '../../src/calendar/period';
import { ask, resultOf } from './asking';
import { holdRows } from './held-rows';

const PODS = ['day-case', 'inpatient', 'new-outpatient'] as const;

const line = fc.record({
  pod: fc.constantFrom(...PODS), basis: fc.constantFrom('variable', 'fixed'), specialty: fc.constantFrom('110', '120'),
  activity: fc.integer({ min: 0, max: 500 }), income: fc.integer({ min: 0, max: 90_000 }), planned: fc.integer({ min: 0, max: 500 }), plannedIncome: fc.integer({ min: 0, max: 90_000 }),
});

describe('whatever the rows', () => {
  test('the parts of a difference add up to it, its plan beside it, and its volume and price or mix do too', async () => {
    await fc.assert(fc.asyncProperty(fc.array(line, { minLength: 1, maxLength: 12 }), async (lines) => {
      const snapshot = await holdRows({
        contract_activity: lines.map(({ pod, basis, specialty, activity, income }) => (
          { activity_month: '2024-05-01', counted_by: 'month', pod_code: pod, plan_basis: basis, treatment_function_code: specialty, activity, income })),
        activity_plan: lines.map(({ pod, basis, specialty, planned, plannedIncome }) => (
          { plan_from: '2024-05-01', plan_to: '2024-05-31', pod_code: pod, plan_basis: basis, treatment_function_code: specialty, planned_activity: planned, planned_income: plannedIncome })),
      }, { contract_activity: { dailyFrom: null }, activity_plan: {} });
      const { figure, groups, variance } = await resultOf(snapshot, ask('income-against-plan', { intent: 'breakdown', by: ['pod', 'specialty'], period: monthPeriod(2024, 5) }));
      snapshot.close();
      const total = (part: 'numerator' | 'denominator' | 'value'): number => groups.reduce((sum, group) => sum + (group.figure[part] ?? NaN), 0);
      expect([total('numerator'), total('denominator'), total('value')]).toEqual([figure.numerator, figure.denominator, figure.value]);
      expect((variance?.volume ?? NaN) + (variance?.priceOrMix ?? NaN)).toBeCloseTo(figure.value ?? NaN, 6);
    }), { numRuns: 12 });
  });

  const counted = fc.record({
    month: fc.constantFrom('2024-04', '2024-05'), specialty: fc.constantFrom('110', '120', null), site: fc.constantFrom('RWEAA', 'RWEGH'), code: fc.constantFrom('3', '5'), weight: fc.integer({ min: 1, max: 400 }),
  });

  test('the parts of an explanation add up to both of its figures, whichever way it is split', async () => {
    await fc.assert(fc.asyncProperty(fc.array(counted, { minLength: 1, maxLength: 14 }), fc.constantFrom('specialty', 'site', ['specialty', 'site'] as [string, string]), async (rows, by) => {
      const snapshot = await holdRows({
        outpatient_appointments: rows.map(({ month, specialty, site, code, weight }) => (
          { appointment_date: `${month}-01`, counted_by: 'month', treatment_function_code: specialty, site_code: site, attended_or_did_not_attend_code: code, first_attendance_code: '1', weight })),
      }, { outpatient_appointments: { dailyFrom: null } });
      const { figure, drivers } = await resultOf(snapshot, ask('dna-rate', { intent: 'explanation', by }));
      snapshot.close();
      for (const part of ['numerator', 'denominator'] as const) {
        const total = (side: 'from' | 'to'): number => (drivers?.parts ?? []).reduce((sum, one) => sum + (one[side][part] ?? 0), 0);
        const isSplit = drivers !== null && drivers.unsplit === null;
        expect(isSplit ? [total('from'), total('to')] : 'not split').toEqual(figure.value === null || drivers === null || drivers.from.value === null ? 'not split' : [drivers.from[part], figure[part]]);
      }
    }), { numRuns: 15 });
  });
});
