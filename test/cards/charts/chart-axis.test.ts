import fc from 'fast-check';
import { axisLabel, chartAxis, periodLabel } from '../../../src/cards/charts/chart-axis';
import type { Unit } from '../../../src/catalogue/metric';

const points = (...values: readonly (number | null)[]) => values.map((value) => ({ period: '2026-10', value, complete: true }));

test.each<[string, Unit, readonly (number | null)[], number | null, number, number, number]>([
  ['rates and a target far below them', 'ratio', [0.079, 0.085], 0.05, 4, 10, 2],
  ['a rate near its ceiling, which no axis passes', 'ratio', [0.97, 1], null, 96, 100, 1],
  ['a rate near nought, which no axis passes either', 'ratio', [0, 0.01], null, 0, 1.5, 0.5],
  ['money on both sides of nought', 'gbp', [-2e6, 3.5e6], null, -4e6, 4e6, 2e6],
  ['nothing at all', 'count', [null], null, 0, 1.5, 0.5],
])('the axis of %s', (_, unit, values, target, min, max, step) => {
  expect(chartAxis({ unit, points: points(...values), target: target === null ? null : { value: target, label: '' } })).toEqual({ min, max, step });
});

test('holds every value and the target, in at most seven steps of 1, 2 or 5', () => {
  const number = fc.double({ noNaN: true, min: -1e7, max: 1e7 }).map((value) => Number(value.toFixed(3)));
  fc.assert(fc.property(fc.array(number, { minLength: 1, maxLength: 10 }), number, (values, target) => {
    const { min, max, step } = chartAxis({ unit: 'number', points: points(...values), target: { value: target, label: '' } });
    expect(min).toBeLessThanOrEqual(Math.min(...values, target) + step * 1e-4);
    expect(max).toBeGreaterThanOrEqual(Math.max(...values, target) - step * 1e-4);
    expect((max - min) / step).toBeLessThanOrEqual(7);
    expect([1, 2, 5]).toContain(Number((step / 10 ** Math.floor(Math.log10(step) + 1e-9)).toFixed(6)));
  }));
});

test.each<[number, Unit, number, string]>([
  [8, 'ratio', 2, '8%'], [8, 'ratio', 0.5, '8.0%'], [2, 'number', 0.2, '2.0'], [10500, 'count', 500, '10,500'],
  [-2e6, 'gbp', 2e6, '−£2m'], [3.5e6, 'gbp', 5e5, '£3.5m'], [40000, 'gbp', 20000, '£40k'], [0, 'gbp', 2e6, '£0m'], [240, 'gbp', 20, '£240'],
])('%p in %s, in steps of %p, is marked %s', (value, unit, step, label) => {
  expect(axisLabel(value, unit, step)).toBe(label);
});

test.each([['2025-10', 'Oct 25'], ['2026-01', 'Jan 26'], ['2025-10-06', '6 Oct'], ['2025-13', '2025-13'], ['Q1', 'Q1']])('the period %s is marked %s', (period, label) => {
  expect(periodLabel(period)).toBe(label);
});
