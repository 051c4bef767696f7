import fc from 'fast-check';
import { ratioAtEnd, ratioOfRest, stepOfRest, straightLine } from '../../src/statistics/straight-line';

test('the paper\'s contribution of £4,544,400 in two of twelve months ends at £27,266,400 at that rate', () => {
  expect(straightLine(4_544_400, { gone: 2, of: 12 })).toBe(27_266_400);
});

test('what is left to reach is spread over the steps that are left', () => {
  // £20m less £4,544,400 over ten months.
  expect(stepOfRest(4_544_400, 20_000_000, { gone: 2, of: 12 })).toBe(1_545_560);
});

test('a ratio of 6.4% in three of twelve months leaves 4.53% for the other nine, if twelve are to end at 5%', () => {
  // 12 × 5 − 3 × 6.4 = 40.8; ÷ 9 = 4.5333.
  expect(ratioOfRest(0.064, 0.05, { gone: 3, of: 12 })).toBeCloseTo(0.408 / 9, 12);
});

test('a rest that runs as it must ends the whole on the target, whatever the ratio, the target and the time gone', () => {
  const share = fc.double({ min: 0, max: 2, noNaN: true });
  fc.assert(fc.property(share, share, fc.integer({ min: 1, max: 364 }), (ratio, target, gone) => {
    const progress = { gone, of: 365 };
    expect(ratioAtEnd(ratio, ratioOfRest(ratio, target, progress), progress)).toBeCloseTo(target, 10);
    const soFar = ratio * 1000;
    expect(soFar + stepOfRest(soFar, target * 1000, progress) * (365 - gone)).toBeCloseTo(target * 1000, 6);
  }));
});
