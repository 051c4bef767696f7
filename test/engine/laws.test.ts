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
});
