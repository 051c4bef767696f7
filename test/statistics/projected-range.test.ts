import fc from 'fast-check';
import { projectedRange, type Outlook } from '../../src/statistics/projected-range';

const outlook = (more: Partial<Outlook>): Outlook => ({ soFar: 8, gone: 9, left: 3, level: 10, levelMonths: 9, limit: 0.6, least: null, most: null, ...more });

test('nine months at 8 and three at a level of 10 end at 8.5, give or take what three months vary by', () => {
  // (9 × 8 + 3 × 10) ÷ 12 = 8.5. √(3 + 3² ÷ 9) = 2, so the rest as a whole is out by 2 × 0.6 = 1.2, and the mean of twelve by 0.1.
  const { centre, low, high } = projectedRange(outlook({}));
  expect(centre).toBeCloseTo(8.5, 12);
  expect(low).toBeCloseTo(8.4, 12);
  expect(high).toBeCloseTo(8.6, 12);
});

test('one whole month to come of a level that many months give lies between the process limits', () => {
  const { low, high } = projectedRange(outlook({ gone: 0, left: 1, levelMonths: 1e9 }));
  expect([low, high]).toEqual([expect.closeTo(9.4, 6), expect.closeTo(10.6, 6)]);
});

test('half a month to go has half the variance of a month in it', () => {
  // √0.5 × 0.6 = 0.424 either side of (0.5 × 8 + 0.5 × 10).
  const { low, high } = projectedRange(outlook({ gone: 0.5, left: 0.5, levelMonths: 1e9 }));
  expect([low, high]).toEqual([expect.closeTo(9 - 0.6 * Math.SQRT1_2, 6), expect.closeTo(9 + 0.6 * Math.SQRT1_2, 6)]);
});

test('the rest is never less than none, nor more than the whole', () => {
  // The rest at nought leaves 9 × 0.01 ÷ 12; the rest at one gives 3 more.
  const bounded = projectedRange(outlook({ soFar: 0.01, level: 0.5, limit: 5, least: 0, most: 1 }));
  expect(bounded.low).toBeCloseTo(0.0075, 12);
  expect(bounded.high).toBeCloseTo(3.09 / 12, 12);
});

test('the width is that of the sum of every month that can be out, one by one', () => {
  const months = fc.integer({ min: 1, max: 36 });
  fc.assert(fc.property(months, months, months, (gone, left, levelMonths) => {
    // Each month left weighs 1 ÷ n in the mean of the whole, and each month of the level left ÷ (n × k) the other way.
    const n = gone + left;
    const weights = [...Array.from({ length: left }, () => 1 / n), ...Array.from({ length: levelMonths }, () => -left / (n * levelMonths))];
    const sigma = 0.2;
    const variance = weights.reduce((sum, weight) => sum + (weight * sigma) ** 2, 0);
    const { low, high } = projectedRange(outlook({ gone, left, levelMonths, limit: 3 * sigma }));
    expect((high - low) / 2).toBeCloseTo(3 * Math.sqrt(variance), 10);
  }));
});

test('a year of months that vary by chance ends within the range about 997 times in a thousand', () => {
  // A generator of its own, so that it comes out the same every time (Park and Miller), and Box and Muller's normal deviates.
  let seed = 20_240_711;
  const uniform = (): number => (seed = (seed * 48_271) % 2_147_483_647) / 2_147_483_647;
  const month = (): number => 50 + 4 * Math.sqrt(-2 * Math.log(uniform())) * Math.cos(2 * Math.PI * uniform());
  const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
  const trials = 4_000;
  const inside = Array.from({ length: trials }, () => {
    const history = Array.from({ length: 24 }, month);
    const rest = Array.from({ length: 9 }, month);
    const behind = history.slice(-3);
    const { low, high } = projectedRange(outlook({ soFar: mean(behind), gone: 3, left: 9, level: mean(history), levelMonths: 24, limit: 12 }));
    const end = mean([...behind, ...rest]);
    return end >= low && end <= high;
  }).filter(Boolean).length;
  // 0.9973 × 4,000 is 3,989, and three standard deviations of that are 10.
  expect(inside).toBeGreaterThanOrEqual(3_979);
  expect(inside).toBeLessThanOrEqual(3_999);
});
