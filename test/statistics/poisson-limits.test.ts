import { readFileSync } from 'node:fs';
import path from 'node:path';
import { funnel, limitsOver } from '../../src/statistics/funnel';
import { poissonLimits } from '../../src/statistics/poisson-limits';

interface PoissonOracle {
  readonly id: string;
  readonly expected_counts: readonly number[];
  readonly expect: Readonly<Record<'ll95' | 'ul95' | 'll998' | 'ul998', readonly number[]>>;
}
const { cases } = JSON.parse(readFileSync(path.join(__dirname, 'spc-oracles.json'), 'utf8')) as { readonly cases: readonly PoissonOracle[] };
const [oracle] = cases.filter(({ id }) => id === 'funnelplotr_poisson_limits');

test('limits of a count against its expectation are those that FunnelPlotR publishes, to its six or seven figures', () => {
  const ours = (oracle?.expected_counts ?? []).map(poissonLimits);
  expect(ours).toHaveLength(3);
  const rounded = (values: readonly number[], places: number): readonly number[] => values.map((value) => Number(value.toFixed(places)));
  expect({
    ll95: rounded(ours.map(({ lower95 }) => lower95), 7), ul95: rounded(ours.map(({ upper95 }) => upper95), 6),
    ll998: rounded(ours.map(({ lower998 }) => lower998), 7), ul998: rounded(ours.map(({ upper998 }) => upper998), 6),
  }).toEqual(oracle?.expect);
});

/** The chance of `count` or fewer where `mean` is expected, term by term. */
function chanceUpTo(count: number, mean: number): number {
  let term = Math.exp(-mean);
  let sum = term;
  for (let at = 1; at <= count; at += 1) {
    term *= mean / at;
    sum += term;
  }
  return sum;
}

test.each([1, 2, 5, 10, 40, 100, 400])('%i are as unlikely where the limits about them are what is expected as the limits say', (count) => {
  const { lower95, upper95, lower998, upper998 } = poissonLimits(count);
  // Garwood's definition, added up: at the upper limit so many or fewer have the tail's chance, at the lower so many or more.
  expect(chanceUpTo(count, upper95 * count)).toBeCloseTo(0.025, 9);
  expect(chanceUpTo(count, upper998 * count)).toBeCloseTo(0.001, 9);
  expect(1 - chanceUpTo(count - 1, lower95 * count)).toBeCloseTo(0.025, 9);
  expect(1 - chanceUpTo(count - 1, lower998 * count)).toBeCloseTo(0.001, 9);
});

test('next to nothing expected has limits too: none at the lower end, and at the upper what one would be of it', () => {
  const { lower95, lower998, upper95 } = poissonLimits(0.01);
  expect([lower95, lower998]).toEqual([0, 0]);
  // −ln 0.025 = 3.68888 are expected where none at all has a chance of 0.025; with 0.01 more it is a little over.
  expect(upper95 * 0.01).toBeGreaterThan(3.68888);
  expect(upper95 * 0.01).toBeLessThan(3.75);
});

describe('in a funnel', () => {
  const even = (numerator: number) => [{ numerator, denominator: 100 }, ...Array.from({ length: 9 }, () => ({ numerator: 100, denominator: 100 }))];

  test('of observed over expected they stand where units vary no more than by chance: 100 has 81.36 to 121.63', () => {
    const { tauSquared, points } = funnel(even(121), 'standardised', 0);
    expect(tauSquared).toBe(0);
    // The exact 95% limits of a count of 100, as tables print them.
    expect(points[0]?.limits.lower95).toBeCloseTo(0.8136, 4);
    expect(points[0]?.limits.upper95).toBeCloseTo(1.2163, 4);
  });

  test.each([
    [121, 'within'], [122, 'above-95'], [82, 'within'], [81, 'below-95'], [134, 'above-95'], [135, 'above-998'], [72, 'below-95'], [71, 'below-998'],
  ] as const)('%i where 100 are expected is %s', (count, position) => {
    // In a table of one and many exactly as expected, so that the odd one is chance: the limits of 99.8% are 71.92 and 134.92.
    const many = [...even(count), ...Array.from({ length: 90 }, () => ({ numerator: 100, denominator: 100 }))];
    const { tauSquared, points } = funnel(many, 'standardised');
    expect(tauSquared).toBe(0);
    expect(points[0]?.position).toBe(position);
  });

  const admissions = [{ numerator: 90, denominator: 4 }, { numerator: 205, denominator: 8 }, { numerator: 310, denominator: 12 }, { numerator: 395, denominator: 16 }];

  test('of a rate they lie about the common rate, wider where fewer are expected', () => {
    const spread = funnel(admissions, 'rate');
    // 1,000 over 40: 25 each, so that 100, 200, 300 and 400 are expected. z is 20 (√0.9 − 1) = −1.026, 0.351, 0.573 and −0.251.
    expect(spread.centre).toBe(25);
    expect(spread.tauSquared).toBe(0);
    expect(spread.points.map(({ naiveZ }) => Number(naiveZ.toFixed(3)))).toEqual([-1.026, 0.351, 0.573, -0.251]);
    expect(spread.points[0]?.limits.lower95).toBeCloseTo(25 * 0.8136, 2);
    expect(spread.points[0]?.limits.upper95).toBeCloseTo(25 * 1.2163, 2);
    expect(admissions.map(({ denominator }) => limitsOver(spread, denominator))).toEqual(spread.points.map(({ limits }) => limits));
  });

  test('of a rate are the same whatever unit its people are counted in', () => {
    const apart = [{ numerator: 60, denominator: 4 }, { numerator: 205, denominator: 8 }, { numerator: 340, denominator: 12 }, { numerator: 395, denominator: 16 }];
    for (const units of [admissions, apart]) {
      const thousands = funnel(units, 'rate');
      const people = funnel(units.map(({ numerator, denominator }) => ({ numerator, denominator: denominator * 1_000 })), 'rate');
      expect(people.tauSquared).toBeCloseTo(thousands.tauSquared, 12);
      people.points.forEach(({ limits, position }, at) => {
        expect(position).toBe(thousands.points[at]?.position);
        expect(limits.upper95 * 1_000).toBeCloseTo(thousands.points[at]?.limits.upper95 ?? Number.NaN, 9);
      });
    }
  });

  test('give way to limits with the spread between units in them where that is more than chance', () => {
    const spread = funnel([50, 150, 60, 140].map((numerator) => ({ numerator, denominator: 4 })), 'rate', 0);
    expect(spread.tauSquared).toBeGreaterThan(0);
    expect(spread.points.map(({ position }) => position)).toEqual(['within', 'within', 'within', 'within']);
  });

  test('meet the limits of the square-root scale where very many are expected', () => {
    const { lower95, upper95, lower998, upper998 } = poissonLimits(10_000);
    const root = (z: number): number => (1 + z / (2 * Math.sqrt(10_000))) ** 2;
    expect([lower95, upper95, lower998, upper998].map((limit) => Number(limit.toFixed(3)))).toEqual([-1.959964, 1.959964, -3.090232, 3.090232].map((z) => Number(root(z).toFixed(3))));
  });
});
