import fc from 'fast-check';
import { smallestMove } from '../../src/statistics/smallest-move';

const below = (target: number) => (value: number): boolean => value < target;
const atMost = (target: number) => (value: number): boolean => value <= target;
const atLeast = (target: number) => (value: number): boolean => value >= target;
const above = (target: number) => (value: number): boolean => value > target;

test.each([
  // 6,072 of 93,412 missed: 5% is 4,670.6, so 4,670 are below it.
  ['fewer missed appointments for a share below 5%', 6_072, 93_412, 'fewer', 0.05, below(0.05), 1_402],
  // 2,039 operations on 1,299 lists; 1.89 a list is 2,455.11.
  ['more operations for at least 1.89 a list', 2_039, 1_299, 'more', 1.89, atLeast(1.89), 417],
  ['below 5% of 100 is four, so two fewer than six', 6, 100, 'fewer', 0.05, below(0.05), 2],
  ['at most 5% of 100 is five, so one fewer than six', 6, 100, 'fewer', 0.05, atMost(0.05), 1],
  ['at least 7% of 100 is seven, though 0.07 × 100 is a little more in floating point', 5, 100, 'more', 0.07, atLeast(0.07), 2],
  ['above 92% of 100 is ninety-three', 90, 100, 'more', 0.92, above(0.92), 3],
  ['a count of twelve for at most none', 12, 1, 'fewer', 0, atMost(0), 12],
  ['nothing where it is met already', 3, 100, 'fewer', 0.05, below(0.05), 0],
] as const)('%s', (_, numerator, denominator, direction, bound, passes, expected) => {
  expect(smallestMove({ numerator, denominator }, direction, bound, passes)).toBe(expected);
});

test('what could only be met by less than none is not met', () => {
  expect(smallestMove({ numerator: 4, denominator: 100 }, 'fewer', 0, below(0))).toBeNull();
});

test('one fewer would not do, whatever the counts and the target', () => {
  const tests = fc.constantFrom(['fewer', below] as const, ['fewer', atMost] as const, ['more', atLeast] as const, ['more', above] as const);
  const counts = fc.tuple(fc.integer({ min: 1, max: 300_000 }), fc.double({ min: 0, max: 1, noNaN: true })).map(([denominator, share]) => ({ denominator, numerator: Math.round(denominator * share) }));
  fc.assert(fc.property(counts, fc.integer({ min: 1, max: 999 }).map((target) => target / 1000), tests, (figure, target, [direction, comparison]) => {
    const passes = comparison(target);
    const move = smallestMove(figure, direction, target, passes);
    const after = (by: number): number => (figure.numerator + (direction === 'more' ? by : -by)) / figure.denominator;
    expect(move).not.toBeNull();
    expect(passes(after(move ?? NaN))).toBe(true);
    expect(move === 0 || !passes(after((move ?? 0) - 1))).toBe(true);
  }), { numRuns: 500 });
});
