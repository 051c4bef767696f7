import fc from 'fast-check';
import { printsAs, readPrinted } from '../../src/cli/printed-number';

test.each<[text: string, unit: 'ratio' | 'gbp' | 'count' | 'number', value: number, within: number]>([
  ['6.5%', 'ratio', 0.065, 0.0005], ['0.065', 'ratio', 0.065, 0.0005], ['102%', 'ratio', 1.02, 0.005], ['-1.89%', 'ratio', -0.0189, 0.00005],
  ['£1,234', 'gbp', 1234, 0.5], ['£ 1,234.50', 'gbp', 1234.5, 0.005], ['(355)', 'count', -355, 0.5], ['(£355)', 'gbp', -355, 0.5], ['£(355)', 'gbp', -355, 0.5],
  ['−42', 'count', -42, 0.5], ['+7', 'count', 7, 0.5], ['£5.7m', 'gbp', 5_700_000, 50_000], ['12k', 'count', 12_000, 500], ['1.89', 'number', 1.89, 0.005], ['10500', 'count', 10_500, 0.5],
])('%s as a %s is %f, to within %f', (text, unit, value, within) => {
  const read = readPrinted(text, unit);
  expect(typeof read).toBe('object');
  expect(typeof read === 'string' ? NaN : read.value).toBeCloseTo(value, 10);
  expect(typeof read === 'string' ? NaN : read.within).toBeCloseTo(within, 10);
});

test.each<[text: string, unit: 'ratio' | 'gbp', message: RegExp]>([
  ['', 'gbp', /not a number/], ['~', 'ratio', /not a number/], ['n/a', 'gbp', /not a number/], ['1,23', 'gbp', /not a number/], ['(-5)', 'gbp', /not a number/],
  ['5%', 'gbp', /a percentage, which this measure is not/], ['6.5', 'ratio', /not a share; write 6\.5% or 0\.065/],
])('%s as a %s is refused with what to write', (text, unit, message) => {
  expect(readPrinted(text, unit)).toMatch(message);
});

test.each<[ours: number, theirs: string, same: boolean]>([
  [0.0649, '6.5%', true], [0.0655, '6.5%', true], [0.06551, '6.5%', false], [0.0645, '6.5%', true], [0.06449, '6.5%', false], [0.065, '6.50%', true], [0.0649, '6.50%', false],
])('%f prints as %s: %s', (ours, theirs, same) => {
  const read = readPrinted(theirs, 'ratio');
  expect(typeof read !== 'string' && printsAs(ours, read)).toBe(same);
});

test('a number prints as its own rounding, at any number of places', () => {
  fc.assert(fc.property(fc.double({ min: -1e6, max: 1e6, noNaN: true }), fc.integer({ min: 0, max: 4 }), (value, places) => {
    const read = readPrinted(value.toFixed(places), 'number');
    return typeof read !== 'string' && printsAs(value, read);
  }));
});
