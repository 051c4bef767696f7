import fc from 'fast-check';
import { smallestClearing } from '../../src/statistics/smallest-clearing';

const atLeast = (target: number) => (value: number): boolean => value >= target;

test.each([
  // 62,969 ÷ 0.92 = 68,444.6: at most 68,444 of 107,501 may be left.
  ['the waiting list of June 2024 and 92%', 62_969, 107_501, 0.92, 39_057],
  ['half of those beyond, where 9 of 10 left are within', 9, 12, 0.9, 2],
  ['nothing where it is met already', 95, 100, 0.92, 0],
  ['all of those beyond, for all within', 3, 8, 1, 5],
])('%s', (_, within, all, target, expected) => {
  expect(smallestClearing({ numerator: within, denominator: all }, target, atLeast(target))).toBe(expected);
});

test('where nobody is within, no clearing does', () => {
  expect(smallestClearing({ numerator: 0, denominator: 12 }, 0.92, atLeast(0.92))).toBeNull();
});

test('one fewer would not do, whatever the list and the target', () => {
  const lists = fc.tuple(fc.integer({ min: 1, max: 300_000 }), fc.integer({ min: 0, max: 300_000 }));
  fc.assert(fc.property(lists, fc.integer({ min: 1, max: 999 }), ([within, beyond], thousandths) => {
    const passes = atLeast(thousandths / 1000);
    const clear = smallestClearing({ numerator: within, denominator: within + beyond }, thousandths / 1000, passes) ?? NaN;
    expect(passes(within / (within + beyond - clear))).toBe(true);
    expect(clear === 0 || !passes(within / (within + beyond - clear + 1))).toBe(true);
  }), { numRuns: 500 });
});
