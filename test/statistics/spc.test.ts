import { readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { assuranceOf, spcOf, type Improvement, type Signal, type Spc, type SpcOptions } from '../../src/statistics/spc';

/** Published cases of NHSRplotthedots and FunnelPlotR: inputs and what those packages' own tests expect. */
interface Oracle {
  readonly id: string;
  readonly y?: readonly number[];
  readonly modify?: { readonly index0: number; readonly value: number };
  readonly screen_outliers?: boolean;
  readonly expect?: unknown;
  readonly rows?: readonly { readonly lpl: number; readonly upl: number; readonly target: number; readonly increase: string; readonly decrease: string }[];
}
const { cases } = JSON.parse(readFileSync(path.join(__dirname, 'spc-oracles.json'), 'utf8')) as { readonly cases: readonly Oracle[] };
const oracle = (id: string): Oracle => {
  const found = cases.find((one) => one.id === id);
  if (found === undefined) {
    throw new Error(`no oracle ${id}`);
  }
  return found;
};

const chart = (values: readonly number[], options: Partial<SpcOptions> = {}): Spc => {
  const spc = spcOf(values, { improvement: 'increase', ...options });
  if (spc === null) {
    throw new Error('too few points');
  }
  return spc;
};
const signals = (values: readonly number[], options: Partial<SpcOptions> = {}): readonly (Signal | null)[] => chart(values, options).points.map(({ signal }) => signal);

describe('limits of the published cases', () => {
  const base = oracle('ptd_standard_r1').y ?? [];

  test.each(['ptd_standard_r1', 'ptd_standard_r2', 'ptd_standard_r3'])('%s', (id) => {
    const { modify, screen_outliers: screening = true, expect: wanted } = oracle(id);
    const { mean, lpl, upl } = wanted as { readonly mean: number; readonly lpl: number; readonly upl: number };
    const values = base.map((value, at) => (at === modify?.index0 ? modify.value : value));
    const { last, points } = chart(values, { screening });
    // The package's printout has seven figures.
    expect([last.mean, last.lower, last.upper].map((value) => Number(value.toPrecision(7)))).toEqual([mean, lpl, upl].map((value) => expect.closeTo(value, 5) as number));
    if (id === 'ptd_standard_r1') {
      expect(points.every(({ variation }) => variation === 'common-cause')).toBe(true);
    }
  });

  test('two near the limits on opposite sides of the mean are no signal', () => {
    expect(signals(oracle('ptd_two_of_three_opposite_sides').y ?? [], { screening: true }).slice(-2)).toEqual([null, null]);
  });

  test.each((oracle('ptd_assurance_table').rows ?? []).flatMap((row) => (['increase', 'decrease'] as const).map((improvement) => [row, improvement] as const)))('assurance of %j where %s is better', ({ lpl, upl, target, ...wanted }, improvement) => {
    const words = { consistent_fail: 'fail', consistent_pass: 'pass', inconsistent: 'hit-and-miss' } as const;
    expect(assuranceOf({ lower: lpl, upper: upl }, { improvement, target })).toBe(words[wanted[improvement] as keyof typeof words]);
  });

  test('a target on a limit may be met and may be missed', () => {
    expect(assuranceOf({ lower: 1, upper: 3 }, { improvement: 'increase', target: 3 })).toBe('hit-and-miss');
    expect(assuranceOf({ lower: 1, upper: 3 }, { improvement: 'decrease', target: 1 })).toBe('hit-and-miss');
  });

  test('without a target, or a good direction, nothing is said of it', () => {
    expect(assuranceOf({ lower: 1, upper: 3 }, { improvement: 'neutral', target: 9 })).toBe('none');
    expect(assuranceOf({ lower: 1, upper: 3 }, { improvement: 'increase', target: null })).toBe('none');
  });
});

/** Twelve quiet points about 10, whose moving ranges are 2 each: limits 10 ± 5.32, near limits 10 ± 3.5467. */
const QUIET = [11, 9, 11, 9, 11, 9, 11, 9, 11, 9, 11, 9];
const FIXED = { fixedAfter: 12 } as const;

describe('the four rules, on limits worked by hand', () => {
  test('limits are the average and 2.66 average moving ranges', () => {
    expect(chart(QUIET).last).toMatchObject({ mean: 10, lower: expect.closeTo(4.68, 10) as number, upper: expect.closeTo(15.32, 10) as number });
  });

  test('nothing is screened out of them unless that is asked for, as in the workbook', () => {
    // Eleven jumps of 2 and one of 20: a mean of 42 ÷ 12 = 3.5. The one is more than 3.267 times that, and without it the mean is 2.
    const values = [...QUIET, 29];
    const width = (screening?: boolean): number => {
      const { upper, mean } = chart(values, screening === undefined ? {} : { screening }).last;
      return upper - mean;
    };
    expect([width(), width(false), width(true)]).toEqual([2.66 * 3.5, 2.66 * 3.5, 2.66 * 2].map((one) => expect.closeTo(one, 9) as number));
  });

  test('strictly outside is a signal, on the limit is none', () => {
    expect(signals([...QUIET, 15.33], FIXED).at(-1)).toBe('outside-high');
    expect(signals([...QUIET, 4.67], FIXED).at(-1)).toBe('outside-low');
    const [limit] = chart(QUIET, FIXED).points;
    expect(signals([...QUIET, limit?.upper ?? 0], FIXED).at(-1)).toBeNull();
  });

  test('seven on one side make a shift, six do not, and one on the mean breaks it', () => {
    expect(signals([...QUIET, 10.5, 10.6, 10.5, 10.6, 10.5, 10.6], FIXED).slice(-6)).toEqual([null, null, null, null, null, null]);
    expect(signals([...QUIET, 10.5, 10.6, 10.5, 10.6, 10.5, 10.6, 10.5], FIXED).slice(-7)).toEqual(Array.from({ length: 7 }, () => 'shift-high'));
    expect(signals([...QUIET, 10.5, 10.6, 10.5, 10, 10.5, 10.6, 10.5], FIXED).slice(-7).every((signal) => signal === null)).toBe(true);
  });

  test('seven that rise or fall make a trend, all of them marked, and a tie breaks it', () => {
    expect(signals([...QUIET, 9.1, 9.2, 9.3, 9.4, 10.4, 10.5], FIXED).slice(-7)).toEqual(Array.from({ length: 7 }, () => 'trend-rising'));
    expect(signals([...QUIET, 9.1, 9.2, 9.2, 9.4, 10.4, 10.5], FIXED).slice(-7).every((signal) => signal === null)).toBe(true);
    expect(signals([...QUIET, 8.9, 8.8, 8.7, 8.6, 8.5, 8.4], FIXED).slice(-7)).toEqual(Array.from({ length: 7 }, () => 'trend-falling'));
  });

  test('two of three near a limit on one side are marked, and the one between is not', () => {
    expect(signals([...QUIET, 14, 11, 14], FIXED).slice(-3)).toEqual(['two-in-three-high', null, 'two-in-three-high']);
    expect(signals([...QUIET, 14, 9, 14], FIXED).slice(-3)).toEqual([null, null, null]);
    expect(signals([...QUIET, 6, 6, 9], FIXED).slice(-3)).toEqual(['two-in-three-low', 'two-in-three-low', null]);
    // On the near limit itself, 10 + ⅔ × 2.66 × 2, a point is not beyond it.
    const near = 10 + (2 / 3) * 2.66 * 2;
    expect(signals([...QUIET, near, near, 11], FIXED).slice(-3)).toEqual([null, null, null]);
    expect(signals([...QUIET, near + 0.001, near + 0.001, 11], FIXED).slice(-3)).toEqual(['two-in-three-high', 'two-in-three-high', null]);
  });

  test('outside goes before a trend, a trend before two of three, and that before a shift', () => {
    // Rising through the near limit and then out of the upper one, all above the mean.
    const rising = signals([...QUIET, 10.5, 11, 11.5, 12, 14, 14.5, 16], FIXED).slice(-7);
    expect(rising).toEqual(['trend-rising', 'trend-rising', 'trend-rising', 'trend-rising', 'trend-rising', 'trend-rising', 'outside-high']);
    const high = signals([...QUIET, 10.5, 11, 10.5, 11, 10.5, 14, 14.2], FIXED).slice(-7);
    expect(high).toEqual(['shift-high', 'shift-high', 'shift-high', 'shift-high', 'shift-high', 'two-in-three-high', 'two-in-three-high']);
  });

  test.each<[Improvement, string]>([['increase', 'improvement'], ['decrease', 'concern'], ['neutral', 'neutral']])('high where %s is better is %s', (improvement, variation) => {
    expect(chart([...QUIET, 16], { ...FIXED, improvement }).variation).toBe(variation);
  });

  test('a trend goes by its slope and not by its side of the mean', () => {
    // Falling, and still above the mean.
    const falling = chart([...QUIET, 15, 14.5, 14, 13, 12, 11, 10.5], { ...FIXED, improvement: 'decrease' });
    expect([falling.signal, falling.variation]).toEqual(['trend-falling', 'improvement']);
  });
});

describe('stretches', () => {
  test('a new stretch has limits of its own, and no rule reaches over its edge', () => {
    const before = QUIET;
    const after = [21, 19, 21, 19, 21, 19, 21, 19, 21, 19, 21, 19];
    const { points, stretch, last } = chart([...before, ...after], { rebaseAt: [12] });
    expect([points[0]?.mean, last.mean, last.upper - last.mean, stretch]).toEqual([10, 20, expect.closeTo(5.32, 10), 12]);
    expect(points.every(({ signal }) => signal === null)).toBe(true);
    expect(chart([...before, ...after]).points.some(({ signal }) => signal !== null)).toBe(true);
  });

  test('limits of twelve points or fewer are provisional, and fewer than three have none', () => {
    expect([chart(QUIET).provisional, chart([...QUIET, 11]).provisional]).toEqual([true, false]);
    expect(spcOf([1, 2], { improvement: 'increase' })).toBeNull();
    expect(spcOf([...QUIET, 11, 9], { improvement: 'increase', rebaseAt: [12] })).toBeNull();
  });

  test('what cannot be is refused', () => {
    expect(() => spcOf([1, Number.NaN, 3], { improvement: 'increase' })).toThrow(RangeError);
    expect(() => spcOf(QUIET, { improvement: 'increase', fixedAfter: 11 })).toThrow(RangeError);
    expect(() => spcOf(QUIET, { improvement: 'increase', rebaseAt: [12] })).toThrow(RangeError);
  });
});

describe('laws', () => {
  const series = fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: 3, maxLength: 60 });

  test('turned upside down, every signal turns with it', () => {
    const turned: Readonly<Record<Signal, Signal>> = {
      'outside-high': 'outside-low', 'outside-low': 'outside-high', 'trend-rising': 'trend-falling', 'trend-falling': 'trend-rising',
      'two-in-three-high': 'two-in-three-low', 'two-in-three-low': 'two-in-three-high', 'shift-high': 'shift-low', 'shift-low': 'shift-high',
    };
    fc.assert(fc.property(series, fc.boolean(), (values, screening) => {
      const up = signals(values, { screening });
      expect(signals(values.map((value) => -value), { screening })).toEqual(up.map((signal) => (signal === null ? null : turned[signal])));
    }));
  });

  test('moved and stretched by whole numbers, the signals stay as they are', () => {
    fc.assert(fc.property(series, fc.integer({ min: -50, max: 50 }), (values, by) => {
      expect(signals(values.map((value) => value * 4 + by))).toEqual(signals(values));
    }));
  });
});
