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

  test('a change too small to show is called unchanged', () => {
    expect(displayChange(0.0004, style('ratio', 1))).toBe('unchanged');
    expect(displayChange(0.002, style('ratio', 1))).toBe('up 0.2 percentage points');
    expect(displayChange(-0.03, style('number', 2))).toBe('down 0.03');
  });
});
