import fc from 'fast-check';
import { funnel, limitsOver, overdispersion } from '../../src/statistics/funnel';
import { errorFromChanges, rankIntervals } from '../../src/statistics/rank-interval';
import { winsorised } from '../../src/statistics/winsorised';

const hundreds = [10, 20, 30, 40].map((numerator) => ({ numerator, denominator: 100 }));

test('a proportion is worked on the arcsine scale: 10, 20, 30 and 40 of 100, by hand', () => {
  const { centre, phi, tauSquared, points } = funnel(hundreds, 'proportion', 0);
  expect(centre).toBe(0.25);
  // asin √0.25 = π ÷ 6 and s = 1 ÷ (2 √100) = 0.05: z of −4.037, −1.199, 1.121 and 3.222; φ = 29.3749 ÷ 4; τ² = (29.3749 − 3) ÷ 1,200.
  expect(points.map(({ naiveZ }) => Number(naiveZ.toFixed(3)))).toEqual([-4.037, -1.199, 1.121, 3.222]);
  expect(phi).toBeCloseTo(7.343723, 6);
  expect(tauSquared).toBeCloseTo(0.021979076, 9);
  expect(points[0]?.limits.lower95).toBeCloseTo(0.04633218, 6);
  expect(points[0]?.limits.upper95).toBeCloseTo(0.54479234, 6);
});

test('one that is far outside by counting alone is within the spread once that is allowed for', () => {
  const [first] = funnel(hundreds, 'proportion', 0).points;
  expect(first?.naiveZ).toBeLessThan(-3.09);
  expect(first?.position).toBe('within');
});

test('a count over a count is worked on the log scale, with a half added to both', () => {
  const [first] = funnel([{ numerator: 120, denominator: 100 }, { numerator: 100, denominator: 100 }], 'ratio', 0).points;
  expect(first?.transformed).toBeCloseTo(0.181492025, 9);
  expect(first?.error).toBeCloseTo(0.134777838, 9);
});

test('observed over expected is worked on the square-root scale about one', () => {
  const { centre, points } = funnel([{ numerator: 121, denominator: 100 }, { numerator: 100, denominator: 100 }], 'standardised', 0);
  expect(centre).toBe(1);
  // √1.21 = 1.1, s = 1 ÷ (2 √100) = 0.05: z = 2.
  expect(points.map(({ naiveZ }) => Number(naiveZ.toFixed(9)))).toEqual([2, 0]);
});

test('only what is strictly outside a limit is outside', () => {
  // Half of each hundred among 999 others: asin √0.598 is 0.0985 beyond the centre and asin √0.597 is 0.0975, and s = 0.05, so z is 1.971 and 1.950 against 1.959964.
  const among = (share: number) => funnel([{ numerator: share * 100, denominator: 100 }, ...Array.from({ length: 999 }, () => ({ numerator: 50, denominator: 100 }))], 'proportion').points;
  expect(among(59.8 / 100)[0]?.position).toBe('above-95');
  expect(among(59.7 / 100)[0]?.position).toBe('within');
  expect(among(59.7 / 100)[1]?.position).toBe('within');
});

test('there is no overdispersion where the scores vary no more than chance', () => {
  expect(overdispersion([1, -0.5, 0.5], [0.1, 0.1, 0.1])).toEqual({ phi: 0.5, tauSquared: 0 });
});

test('winsorising pulls the ends in to the type 7 tenth and keeps all: 1 to 11 becomes 2, 2, 3 … 10, 10', () => {
  expect(winsorised([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11], 0.1)).toEqual([2, 2, 3, 4, 5, 6, 7, 8, 9, 10, 10]);
  expect(winsorised([3, 1], 0)).toEqual([3, 1]);
});

test('ranks overlap where intervals do, and are single where they do not', () => {
  const units = [0, 0.1, 5, 10].map((transformed) => ({ transformed, error: 0.5 }));
  expect(rankIntervals(units, 'lower').map(({ value, from, to }) => [value, from, to])).toEqual([[1, 1, 2], [2, 1, 2], [3, 3, 3], [4, 4, 4]]);
  expect(rankIntervals(units, 'higher').map(({ value, from, to }) => [value, from, to])).toEqual([[4, 3, 4], [3, 3, 4], [2, 2, 2], [1, 1, 1]]);
});

test('changes of −1, 0 and 1 show an error of √½ in each of the two stretches', () => {
  expect(errorFromChanges([-1, 0, 1])).toBeCloseTo(Math.SQRT1_2, 12);
  expect(errorFromChanges([4, 5])).toBe(0);
});

const units = fc.array(fc.record({ denominator: fc.integer({ min: 1, max: 100_000 }), share: fc.double({ min: 0.01, max: 0.99, noNaN: true }) }), { minLength: 2, maxLength: 20 })
  .map((drawn) => drawn.map(({ denominator, share }) => ({ denominator, numerator: Math.max(1, Math.round(denominator * share)) })));

test.each(['proportion', 'ratio', 'standardised', 'rate'] as const)('the limits of a %s lie in order about the centre, and a bare rank within its interval', (method) => {
  fc.assert(fc.property(units, (drawn) => {
    const { centre, points } = funnel(drawn, method);
    for (const { limits } of points) {
      const inOrder = [limits.lower998, limits.lower95, centre, limits.upper95, limits.upper998];
      expect(inOrder.every((value, at) => at === 0 || value >= (inOrder[at - 1] ?? 0) - 1e-9)).toBe(true);
    }
    for (const { value, from, to, of } of rankIntervals(points, 'lower')) {
      expect(from >= 1 && from <= value && value <= to && to <= of).toBe(true);
    }
  }));
});

describe('the curves of a funnel', () => {
  test('of a proportion pass through the limits of each unit, here of 100, 400 and 900', () => {
    const spread = funnel([{ numerator: 10, denominator: 100 }, { numerator: 120, denominator: 400 }, { numerator: 400, denominator: 900 }], 'proportion');
    expect([100, 400, 900].map((denominator) => limitsOver(spread, denominator))).toEqual(spread.points.map(({ limits }) => limits));
  });

  test('are worked by hand: 25% of 400 without overdispersion is sin²(π ÷ 6 ± 1.96 × 0.025)', () => {
    const even = funnel(Array.from({ length: 5 }, () => ({ numerator: 25, denominator: 100 })), 'proportion');
    expect(even.tauSquared).toBe(0);
    // s = 1 ÷ (2 √400) = 0.025; π ÷ 6 = 0.5235988, ∓ 0.0489991 gives sin² 0.4745997 and sin² 0.5725979; ∓ 0.0772558 gives sin² 0.4463430 and sin² 0.6008546.
    const { lower95, upper95, lower998, upper998 } = limitsOver(even, 400);
    expect([lower95, upper95, lower998, upper998].map((limit) => Number(limit.toFixed(4)))).toEqual([0.2088, 0.2936, 0.1863, 0.3196]);
  });

  test('of a count over a count are the limits of a unit at the centre: 400 over 100', () => {
    const spread = funnel([400, 300, 500, 420, 380].map((numerator) => ({ numerator, denominator: 100 })), 'ratio');
    expect(spread.centre).toBe(4);
    expect(limitsOver(spread, 100)).toEqual(spread.points[0]?.limits);
  });
});
