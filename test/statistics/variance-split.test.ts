import fc from 'fast-check';
import { splitVariance } from '../../src/statistics/variance-split';

describe('a variance in money', () => {
  it('splits into volume at planned prices and the rest', () => {
    // Planned 10 at £100, done 12 for £1,260: two more at £100 is £200 of volume, and £5 more on each of twelve is £60 of price.
    expect(splitVariance([{ actualVolume: 12, actualMoney: 1260, planVolume: 10, planMoney: 1000 }])).toEqual({ volume: 200, priceOrMix: 60, unplanned: 0 });
  });

  it('counts a line without a plan as volume, and says how much that is', () => {
    const lines = [{ actualVolume: 472, actualMoney: 65_961, planVolume: 0, planMoney: 0 }, { actualVolume: 3, actualMoney: 30, planVolume: null, planMoney: null }];
    expect(splitVariance(lines)).toEqual({ volume: 65_991, priceOrMix: 0, unplanned: 65_991 });
  });

  it('adds up exactly, whatever the lines', () => {
    const amount = fc.double({ min: -1e6, max: 1e6, noNaN: true });
    const plan = fc.option(fc.double({ min: 0, max: 1e4, noNaN: true }).map((value) => Math.round(value)), { nil: null });
    const line = fc.record({ actualVolume: fc.integer({ min: 0, max: 10_000 }), actualMoney: amount, planVolume: plan, planMoney: fc.option(amount, { nil: null }) });
    fc.assert(fc.property(fc.array(line, { maxLength: 30 }), (lines) => {
      const { volume, priceOrMix } = splitVariance(lines);
      const total = lines.reduce((sum, { actualMoney, planMoney }) => sum + actualMoney - (planMoney ?? 0), 0);
      expect(Math.abs(volume + priceOrMix - total)).toBeLessThanOrEqual(1e-9 * Math.max(1, Math.abs(total), Math.abs(volume)));
    }));
  });
});
