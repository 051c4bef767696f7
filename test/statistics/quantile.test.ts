import fc from 'fast-check';
import { quantile, weightedMedian } from '../../src/statistics/quantile';

describe('a quantile', () => {
  // Worked by hand: place (n - 1) × share between neighbours. R: quantile(c(1, 2, 3, 4), 0.75) is 3.25.
  it.each([
    [[1, 2, 3, 4], 0.75, 3.25], [[1, 2, 3, 4], 0.25, 1.75], [[10, 20, 30], 0.5, 20], [[40, 10, 20], 0.25, 15], [[7], 0.75, 7], [[1, 2, 3, 4, 5], 1, 5],
  ])('of %j at %d is %d', (values, share, expected) => {
    expect(quantile(values, share)).toBeCloseTo(expected, 12);
  });

  it('of nothing is nothing', () => {
    expect(quantile([], 0.75)).toBeNull();
  });
});

describe('the median of values that stand there several times', () => {
  it.each([
    [[{ value: 1, times: 1 }, { value: 9, times: 1 }], 5],
    [[{ value: 9, times: 1 }, { value: 1, times: 2 }], 1],
    [[{ value: 2, times: 3 }, { value: 4, times: 3 }], 3],
    [[{ value: 2, times: 0 }, { value: 4, times: 1 }], 4],
  ])('%j is %d', (values, expected) => {
    expect(weightedMedian(values)).toBe(expected);
  });

  it('is that of the values written out as often', () => {
    fc.assert(fc.property(fc.array(fc.record({ value: fc.integer({ min: 0, max: 50 }), times: fc.integer({ min: 1, max: 6 }) }), { minLength: 1, maxLength: 12 }), (values) => {
      const written = values.flatMap(({ value, times }) => Array.from({ length: times }, () => value)).sort((a, b) => a - b);
      const half = written.length / 2;
      const middle = written.slice(Math.ceil(half) - 1, Math.floor(half) + 1);
      expect(weightedMedian(values)).toBe(middle.reduce((sum, one) => sum + one, 0) / middle.length);
    }));
  });

  it('of nothing is nothing', () => {
    expect(weightedMedian([])).toBeNull();
  });
});
