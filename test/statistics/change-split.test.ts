import fc from 'fast-check';
import { splitDistance, splitRatioChange, splitShareChange, type BeforeAndAfter } from '../../src/statistics/change-split';

const part = (fromNumerator: number, fromDenominator: number, toNumerator: number, toDenominator: number): BeforeAndAfter =>
  ({ fromNumerator, fromDenominator, toNumerator, toDenominator });

const NOTHING = part(0, 0, 0, 0);
const added = (a: BeforeAndAfter, b: BeforeAndAfter): BeforeAndAfter => part(
  a.fromNumerator + b.fromNumerator, a.fromDenominator + b.fromDenominator, a.toNumerator + b.toNumerator, a.toDenominator + b.toDenominator,
);
const turned = (one: BeforeAndAfter): BeforeAndAfter => part(one.toNumerator, one.toDenominator, one.fromNumerator, one.fromDenominator);
const changeOf = (whole: BeforeAndAfter): number => whole.toNumerator / whole.toDenominator - whole.fromNumerator / whole.fromDenominator;

/** Counts of one time: none, or some of how many; what a part lacks before or after it lacks altogether. */
const counts = fc.oneof(
  { weight: 4, arbitrary: fc.tuple(fc.integer({ min: 1, max: 20_000 }), fc.double({ min: 0, max: 1.5, noNaN: true })).map(([below, rate]) => [Math.round(below * rate), below] as const) },
  { weight: 1, arbitrary: fc.constant([0, 0] as const) },
  // Counted above the line and never below it: operations of a specialty that has no lists of its own.
  { weight: 1, arbitrary: fc.integer({ min: 1, max: 500 }).map((above) => [above, 0] as const) },
);
const parts = fc.array(fc.tuple(counts, counts).map(([before, after]) => part(before[0], before[1], after[0], after[1])), { minLength: 1, maxLength: 12 })
  .filter((all) => { const whole = all.reduce(added, NOTHING); return whole.fromDenominator > 0 && whole.toDenominator > 0; });

describe('the change of a ratio, in what each part did', () => {
  test('is worked by hand for two specialties', () => {
    // Before: 10 of 100 and 5 of 100, 7.5% in all. After: 18 of 150 and 2 of 50, 10% in all: up 2.5 points.
    const [first, second] = [part(10, 100, 18, 150), part(5, 100, 2, 50)];
    const whole = added(first, second);
    // First: shares ½ and ¾, rates 10% and 12%: rate ⅝ × 2 = 1.25 points; mix (11 − 8.75) × ¼ = 0.5625.
    const one = splitRatioChange(first, whole);
    expect([one.rate, one.mix]).toEqual([expect.closeTo(0.0125, 12), expect.closeTo(0.005625, 12)]);
    // Second: shares ½ and ¼, rates 5% and 4%: rate ⅜ × −1 = −0.375 points; mix (4.5 − 8.75) × −¼ = 1.0625.
    const two = splitRatioChange(second, whole);
    expect([two.rate, two.mix]).toEqual([expect.closeTo(-0.00375, 12), expect.closeTo(0.010625, 12)]);
    expect(one.contribution + two.contribution).toBeCloseTo(0.025, 12);
  });

  test('of a part that appears is all mix, at its one rate', () => {
    // 10 of 100 before; after, the same 10 of 100 and a new part of 30 of 100: 10% and 20%, R̄ 15%.
    const [stayed, appeared] = [part(10, 100, 10, 100), part(0, 0, 30, 100)];
    const whole = added(stayed, appeared);
    // The new part: (30% − 15%) × ½ = 7.5 points. The old: rate as before, (10% − 15%) × −½ = 2.5 points.
    expect(splitRatioChange(appeared, whole)).toEqual({ rate: 0, mix: expect.closeTo(0.075, 12) as number, contribution: expect.closeTo(0.075, 12) as number });
    expect(splitRatioChange(stayed, whole)).toEqual({ rate: 0, mix: expect.closeTo(0.025, 12) as number, contribution: expect.closeTo(0.025, 12) as number });
  });

  test('adds up to it exactly, whatever the parts, those that appear, vanish or have nothing below the line too', () => {
    fc.assert(fc.property(parts, (all) => {
      const whole = all.reduce(added, NOTHING);
      const effects = all.map((one) => splitRatioChange(one, whole));
      const total = effects.reduce((sum, { contribution }) => sum + contribution, 0);
      const size = effects.reduce((sum, { rate, mix }) => sum + Math.abs(rate) + Math.abs(mix), 1);
      expect(Math.abs(total - changeOf(whole))).toBeLessThanOrEqual(1e-12 * size);
      for (const { rate, mix, contribution } of effects) {
        expect(contribution).toBe(rate + mix);
      }
    }), { numRuns: 400 });
  });

  test('turned round in time is the same with the sign turned', () => {
    fc.assert(fc.property(parts, (all) => {
      const whole = all.reduce(added, NOTHING);
      for (const one of all) {
        const [forth, back] = [splitRatioChange(one, whole), splitRatioChange(turned(one), turned(whole))];
        expect(back.rate).toBeCloseTo(-forth.rate, 10);
        expect(back.mix).toBeCloseTo(-forth.mix, 10);
      }
    }));
  });

  test('of a part whose rate and share stay is nothing', () => {
    const still = splitRatioChange(part(10, 100, 20, 200), part(50, 400, 300, 800));
    expect([Math.abs(still.rate), Math.abs(still.mix)]).toEqual([0, 0]);
  });
});

test('shares of a numerator alone add up to the change of the ratio exactly', () => {
  // 3 and 2 of 100 before, 6 and 3 of 150 after: 5% and 6%.
  expect([splitShareChange({ fromNumerator: 3, toNumerator: 6 }, part(0, 100, 0, 150)), splitShareChange({ fromNumerator: 2, toNumerator: 3 }, part(0, 100, 0, 150))])
    .toEqual([expect.closeTo(0.01, 12), 0]);
  fc.assert(fc.property(parts, (all) => {
    const whole = all.reduce(added, NOTHING);
    const total = all.reduce((sum, one) => sum + splitShareChange(one, whole), 0);
    expect(total).toBeCloseTo(changeOf(whole), 8);
  }));
});

test('the distance from a target lies in the parts by their size and by how far each is from it', () => {
  // 12 of 100 and 2 of 100 against 5%: (12 − 5) ÷ 200 and (2 − 5) ÷ 200, together 7% − 5%.
  expect([splitDistance({ numerator: 12, denominator: 100 }, 200, 0.05), splitDistance({ numerator: 2, denominator: 100 }, 200, 0.05)])
    .toEqual([expect.closeTo(0.035, 12), expect.closeTo(-0.015, 12)]);
  fc.assert(fc.property(parts, fc.double({ min: 0, max: 1, noNaN: true }), (all, target) => {
    const whole = all.reduce(added, NOTHING);
    const total = all.reduce((sum, one) => sum + splitDistance({ numerator: one.toNumerator, denominator: one.toDenominator }, whole.toDenominator, target), 0);
    expect(total).toBeCloseTo(whole.toNumerator / whole.toDenominator - target, 8);
  }));
});
