import fc from 'fast-check';
import { displayChange, displayDifference, displayTarget, displayValue } from '../../src/answers/display';
import type { Unit } from '../../src/catalogue/metric';

const style = (unit: Unit, decimals: number) => ({ unit, decimals, suffix: '' });

describe('a value is written as the papers print it', () => {
  test.each([
    [0.0807, style('ratio', 1), '8.1%'],
    [0.099, style('ratio', 2), '9.90%'],
    [0.768, style('ratio', 1), '76.8%'],
    [1, style('ratio', 1), '100.0%'],
    [1.5685, style('number', 2), '1.57'],
    [10_500, style('count', 0), '10,500'],
    [4_544_400, style('gbp', 0), '£4,544,400'],
    [-355, style('count', 0), '−355'],
    [0, style('count', 0), '0'],
  ])('%d is %s', (value, given, expected) => {
    expect(displayValue(value, given)).toBe(expected);
  });

  test('a missing value is a dash and never a nought', () => {
    expect(displayValue(null, style('ratio', 1))).toBe('–');
  });
});

describe('a target is written as its document writes it', () => {
  test.each([
    [0.05, style('ratio', 1), '5%'],
    [0.049, style('ratio', 1), '4.9%'],
    [0.065, style('ratio', 1), '6.5%'],
    [1.89, style('number', 2), '1.89'],
    [0, style('ratio', 1), '0%'],
  ])('%d is %s', (value, given, expected) => {
    expect(displayTarget(value, given)).toBe(expected);
  });
});

describe('a difference between two ratios is in percentage points', () => {
  test.each([
    [0.0307, '3.1 percentage points'],
    [-0.0307, '3.1 percentage points'],
    [0.01, '1.0 percentage point'],
  ])('%d is %s', (difference, expected) => {
    expect(displayDifference(difference, style('ratio', 1))).toBe(expected);
  });

  test('a change between two figures that print the same is none', () => {
    expect(displayChange(0.0801, 0.0804, style('ratio', 1))).toBe('unchanged');
    expect(displayChange(0.08, 0.082, style('ratio', 1))).toBe('up 0.2 percentage points');
    expect(displayChange(1.6, 1.57, style('number', 2))).toBe('down 0.03');
  });

  test.each<[number, number, string, string, string]>([
    // 8.1% − 7.9% is 0.2, and 0.0812 − 0.0785 is 0.27: to one place 0.3, which nobody could make of the two beside it.
    [0.0785, 0.0812, '7.9%', '8.1%', 'up 0.27 percentage points (7.85% to 8.12%)'],
    [0.0646, 0.0633, '6.5%', '6.3%', 'down 0.13 percentage points (6.46% to 6.33%)'],
    // The other way about: 0.12 would print as 0.1 beside 7.9% and 8.1%.
    [0.0794, 0.0806, '7.9%', '8.1%', 'up 0.12 percentage points (7.94% to 8.06%)'],
    // Next to nothing, and yet they print apart: never "up 0.0".
    [0.07949, 0.07951, '7.9%', '8.0%', 'up 0.002 percentage points (7.949% to 7.951%)'],
    [0.0651, 0.0632, '6.5%', '6.3%', 'down 0.2 percentage points'],
  ])('from %d to %d, printed as %s', (from, to, fromPrinted, toPrinted, change) => {
    const ratio = style('ratio', 1);
    expect([displayValue(from, ratio), displayValue(to, ratio), displayChange(from, to, ratio)]).toEqual([fromPrinted, toPrinted, change]);
  });

  test('a step is the difference of the two figures beside it, which are told more finely where it has to be', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 100_000 }), fc.integer({ min: 0, max: 100_000 }), (a, b) => {
      const [from, to] = [a / 100_000, b / 100_000];
      const printed = (value: number): number => Number(displayValue(value, style('ratio', 1)).replace('%', ''));
      const [, told, fineFrom, fineTo] = /^(?:up|down) ([\d.]+) percentage points?(?: \(([\d.]+)% to ([\d.]+)%\))?$/.exec(displayChange(from, to, style('ratio', 1))) ?? [];
      if (told !== undefined) {
        const beside = fineFrom === undefined ? [printed(from), printed(to)] : [Number(fineFrom), Number(fineTo)];
        expect(Number(told)).toBeCloseTo(Math.abs((beside[1] ?? 0) - (beside[0] ?? 0)), 9);
      }
    }));
  });
});
