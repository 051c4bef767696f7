import fc from 'fast-check';
import { concentrationOf } from '../../src/statistics/concentration';

const part = (numerator: number, denominator: number | null) => ({ numerator, denominator });

test('is what each part is over what its size would have at the target, as a share of all that is over', () => {
  // At 5%: 30 − 10 = 20, 12 − 10 = 2, 4 − 10 (met), 18 − 10 = 8: 20 of 30.
  expect(concentrationOf([part(30, 200), part(12, 200), part(4, 200), part(18, 200)], 0.05, 'lower')).toEqual({ at: 0, share: 20 / 30, excess: 20 });
});

test('is what each part is short of, where higher is better', () => {
  // At 1.89 cases a list: 189 − 150 = 39, 189 − 180 = 9, 94.5 − 100 (met).
  expect(concentrationOf([part(180, 100), part(150, 100), part(100, 50)], 1.89, 'higher')).toEqual({ at: 1, share: 39 / 48, excess: 39 });
});

test('of a count, whose target is nought, is its share of the count', () => {
  expect(concentrationOf([part(3, null), part(14, null), part(2, null)], 0, 'lower')).toEqual({ at: 1, share: 14 / 19, excess: 14 });
});

test.each([
  ['no part misses the target', [part(1, 100), part(2, 100), part(3, 100)], 0.05],
  ['no part has half of it', [part(20, 100), part(20, 100), part(20, 100)], 0.05],
  ['there are but two parts', [part(90, 100), part(1, 100)], 0.05],
  ['it is fewer than ten', [part(14, 100), part(1, 100), part(1, 100)], 0.05],
  ['there is none', [], 0.05],
])('is none where %s', (_, parts, target) => expect(concentrationOf(parts, target, 'lower')).toBeNull());

test('never names a part that meets its target, and its share is never more than the whole', () => {
  const parts = fc.array(fc.tuple(fc.nat(500), fc.integer({ min: 1, max: 1000 })).map(([missed, more]) => part(missed, missed + more)), { maxLength: 12 });
  fc.assert(fc.property(parts, fc.double({ min: 0, max: 1, noNaN: true }), fc.constantFrom('higher' as const, 'lower' as const), (given, target, better) => {
    const found = concentrationOf(given, target, better);
    const worst = given[found?.at ?? -1];
    return found === null || (worst !== undefined && found.share >= 0.5 && found.share <= 1 + 1e-9
      && (better === 'lower' ? worst.numerator / (worst.denominator ?? 1) > target : worst.numerator / (worst.denominator ?? 1) < target));
  }));
});
