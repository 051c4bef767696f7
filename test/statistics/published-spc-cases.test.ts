import { readFileSync } from 'node:fs';
import path from 'node:path';
import { assuranceOf, JUMP_LIMIT, PROCESS_LIMIT, spcOf, type Assurance, type Improvement, type Signal, type Spc, type SpcOptions, type SpcPoint, type Variation } from '../../src/statistics/spc';

/** Published cases, each with where it comes from; what the fields mean stands in the file's own note. */
interface Case {
  readonly name: string;
  readonly source: string;
  readonly path: string;
}

interface Limits {
  readonly mean?: number;
  readonly lower?: number;
  readonly upper?: number;
}

interface ChartCase extends Case {
  readonly values?: readonly number[];
  readonly numerators?: readonly number[];
  readonly denominators?: readonly number[];
  readonly screening: boolean;
  readonly improvement: Improvement;
  readonly target?: number;
  readonly rebaseAt?: readonly number[];
  readonly expect: Limits & {
    /** As exact as it is printed: decimal places, or significant figures. */
    readonly places?: number;
    readonly figures?: number;
    readonly groups?: readonly Limits[];
    readonly types?: string;
    /** How many points are special cause, where it is not said of what kind. */
    readonly special?: number;
    readonly variation?: Variation;
    readonly high?: boolean;
    readonly assurance?: Assurance;
    readonly provisional?: boolean;
  };
}

interface SequenceCase extends Case {
  readonly rule: 'shift' | 'trend' | 'two-in-three' | 'outside';
  readonly values?: readonly number[];
  readonly sides?: readonly number[];
  readonly near?: readonly number[];
  readonly centre?: number;
  readonly limits?: readonly [lower: number, upper: number];
  readonly points?: number;
  readonly ends?: readonly number[];
  readonly marked?: readonly number[];
  readonly flags?: string;
  readonly byRule?: string | readonly number[];
  readonly differs?: string;
}

interface Published {
  readonly sources: Readonly<Record<string, { readonly repository: string; readonly commit: string; readonly licence: string }>>;
  readonly charts: readonly ChartCase[];
  readonly sequences: readonly SequenceCase[];
  readonly assurance: readonly (Case & { readonly groups: readonly (readonly [lower: number, upper: number])[]; readonly target: number | null; readonly improvement: Improvement; readonly expect: Assurance })[];
  readonly directions: readonly { readonly flag: string; readonly improvement: Improvement; readonly expect: Variation }[];
  readonly lastPoint: readonly { readonly flags: string; readonly expect: Variation }[];
  readonly options: readonly (Case & { readonly fixedAfter: number; readonly expect: string; readonly byRule?: string })[];
  readonly fixed: { readonly values: readonly number[]; readonly screening: boolean; readonly fixedAfter: number };
  readonly shortGroups: readonly { readonly groups: readonly number[]; readonly expect: boolean }[];
  readonly movingRanges: { readonly numerators: readonly number[]; readonly denominators: readonly number[]; readonly ranges: readonly number[]; readonly upper: number; readonly places: number };
}
const published = JSON.parse(readFileSync(path.join(__dirname, 'published-spc-cases.json'), 'utf8')) as Published;

function chart(values: readonly number[], options: SpcOptions): Spc {
  const spc = spcOf(values, options);
  if (spc === null) {
    throw new Error('too few points');
  }
  return spc;
}

const shares = ({ numerators = [], denominators = [] }: Pick<ChartCase, 'numerators' | 'denominators'>): readonly number[] =>
  numerators.map((numerator, at) => numerator / (denominators[at] ?? Number.NaN));
const isHigh = (signal: Signal | null): boolean => signal !== null && /high|rising/.test(signal);

test('every case names where it is published, at which commit and under which licence', () => {
  const cases = [...published.charts, ...published.sequences, ...published.assurance, ...published.options];
  expect(cases.filter(({ source, path: where }) => where === '' || published.sources[source] === undefined)).toEqual([]);
  expect(Object.values(published.sources).filter(({ commit, licence }) => !/^[0-9a-f]{40}$/.test(commit) || licence === '')).toEqual([]);
  expect(new Set(cases.map(({ name, source, path: where }) => `${source} ${where} ${name}`)).size).toBe(cases.length);
});

describe('charts', () => {
  const TYPES: Readonly<Record<string, Variation>> = { i: 'improvement', c: 'concern', '.': 'common-cause' };

  function asPrinted(printed: number, { places, figures }: ChartCase['expect']): unknown {
    return figures === undefined ? expect.closeTo(printed, places) : printed;
  }

  function ours(value: number, { figures }: ChartCase['expect']): number {
    return figures === undefined ? value : Number(value.toPrecision(figures));
  }

  function expectLimits({ mean, lower, upper }: SpcPoint, printed: Limits, wanted: ChartCase['expect']): void {
    for (const [own, theirs] of [[mean, printed.mean], [lower, printed.lower], [upper, printed.upper]] as const) {
      if (theirs !== undefined) {
        expect(ours(own, wanted)).toEqual(asPrinted(theirs, wanted));
      }
    }
  }

  test.each(published.charts)('$source: $name', (one) => {
    const { expect: wanted, rebaseAt = [] } = one;
    const values = one.values ?? shares(one);
    const { points, last, variation, signal, assurance, provisional } = chart(values, { improvement: one.improvement, screening: one.screening, target: one.target ?? null, rebaseAt });
    expectLimits(last, wanted, wanted);
    wanted.groups?.forEach((group, at) => {
      expectLimits(points[[0, ...rebaseAt][at] ?? -1] ?? last, group, wanted);
    });
    [...(wanted.types ?? '')].forEach((type, at) => {
      expect([at, points[at]?.variation]).toEqual([at, TYPES[type] ?? points[at]?.variation]);
    });
    expect(wanted.types ?? values).toHaveLength(points.length);
    expect(points.filter((point) => point.signal !== null)).toHaveLength(wanted.special ?? points.filter((point) => point.signal !== null).length);
    expect({ variation, high: isHigh(signal), assurance, provisional }).toMatchObject({
      ...(wanted.variation === undefined ? {} : { variation: wanted.variation }),
      ...(wanted.high === undefined ? {} : { high: wanted.high }),
      ...(wanted.assurance === undefined ? {} : { assurance: wanted.assurance }),
      ...(wanted.provisional === undefined ? {} : { provisional: wanted.provisional }),
    });
  });

  test('limits fixed after twelve points are others than those of all', () => {
    const { values, fixedAfter, screening } = published.fixed;
    const [fixed, all] = [fixedAfter, null].map((after) => chart(values, { improvement: 'increase', screening, fixedAfter: after }).last);
    expect(fixed?.lower).not.toBe(all?.lower);
    expect(fixed?.upper).not.toBe(all?.upper);
  });

  test('the upper limit of the jumps is 3.267 of their mean, which is what the limits of the chart are made of', () => {
    const { ranges, upper, places } = published.movingRanges;
    const values = shares(published.movingRanges);
    const { last } = chart(values, { improvement: 'increase' });
    values.slice(1).forEach((value, at) => {
      expect(Math.abs(value - (values[at] ?? 0))).toBeCloseTo(ranges[at] ?? Number.NaN, places);
    });
    expect(((last.upper - last.mean) / PROCESS_LIMIT) * JUMP_LIMIT).toBeCloseTo(upper, places);
  });

  test.each(published.shortGroups)('groups of $groups: limits of the last are provisional: $expect', ({ groups, expect: wanted }) => {
    const values = groups.flatMap((length) => Array.from({ length }, (_, at) => at % 2));
    const rebaseAt = groups.slice(1).map((_, at) => groups.slice(0, at + 1).reduce((sum, length) => sum + length, 0));
    expect(chart(values, { improvement: 'increase', rebaseAt }).provisional).toBe(wanted);
  });

  test.each(published.options)('$source: $name', ({ fixedAfter, expect: wanted, byRule = wanted }) => {
    const run = (): Spc | null => spcOf(Array.from({ length: 20 }, (_, at) => at % 2), { improvement: 'increase', fixedAfter });
    if (byRule === 'refused') {
      expect(run).toThrow(RangeError);
    } else {
      expect(run).not.toThrow();
    }
  });
});

/** Twelve quiet points about 10 with jumps of 2, on which limits are fixed: 10 ± 5.32, and near limits two thirds of the way. */
const QUIET = Array.from({ length: 12 }, (_, at) => (at % 2 === 0 ? 11 : 9));
const FROM_MEAN = 2.66 * 2;
const NEAR = (2 / 3) * 2.66 * 2;
/** A rule that so many points would have to break says nothing. */
const SILENT = 1_000;

/** What is said of points that follow the quiet ones, with one between that ties with the first of them or lies on the mean. */
function after(between: number, values: readonly number[], options: Partial<SpcOptions> = {}): Spc {
  return chart([...QUIET, between, ...values], { improvement: 'increase', fixedAfter: QUIET.length, shiftPoints: SILENT, trendPoints: SILENT, ...options });
}

const lettersOf = ({ points }: Spc, rule: string): string =>
  points.slice(QUIET.length + 1).map(({ signal }) => (signal?.startsWith(rule) === true ? (isHigh(signal) ? 'u' : 'l') : '.')).join('');

/** Every point of a run of seven that ends at one of these places. */
function markedUpTo(ends: readonly number[], length: number, isUp: (end: number) => boolean): string {
  return Array.from({ length }, (_, at) => {
    const end = ends.find((one) => one >= at && one < at + 7);
    return end === undefined ? '.' : isUp(end) ? 'u' : 'l';
  }).join('');
}

/** From the mean: within the near limit, beyond it, and beyond the limit. */
const DISTANCES = [1, 4.5, 6] as const;

/** A published value between or beyond limits, in the same place between or beyond ours; on a limit, exactly on it. */
function placed(value: number, [lower, upper]: readonly [number, number], reach: number): number {
  const share = (value - lower) / (upper - lower);
  return share === 0 ? 10 - reach : share === 1 ? 10 + reach : 10 - reach + share * 2 * reach;
}

function lettersOfCase({ rule, values = [], sides = [], near, centre = 0, limits = [0, 1], points = 7 }: SequenceCase): string {
  switch (rule) {
    case 'shift':
      return lettersOf(after(10, values.length > 0 ? values.map((value) => 10 + value - centre) : sides.map((side) => 10 + side), { shiftPoints: points }), 'shift');
    case 'trend':
      return lettersOf(after(10, values.map((value) => 10 + (value - (values[0] ?? 0)) / 20), { trendPoints: points }), 'trend');
    case 'outside':
      return lettersOf(after(10, values.map((value) => placed(value, limits, FROM_MEAN))), 'outside');
    case 'two-in-three':
      return lettersOf(after(10, near === undefined ? values.map((value) => placed(value, limits, NEAR)) : sides.map((side, at) => 10 + side * (DISTANCES[near[at] ?? 0] ?? 0))), 'two-in-three');
  }
}

function wantedOfCase({ values = [], sides = [], marked, flags, ends = [] }: SequenceCase): string {
  const isUp = (at: number): boolean => (values.length > 0 ? (values[at] ?? 0) > (values[at - 1] ?? 0) : (sides[at] ?? 0) > 0);
  return flags ?? marked?.map((one, at) => (one === 0 ? '.' : (sides[at] ?? 0) > 0 ? 'u' : 'l')).join('') ?? markedUpTo(ends, Math.max(values.length, sides.length), isUp);
}

describe('rules', () => {
  const [apart, alike] = [published.sequences.filter(({ differs }) => differs !== undefined), published.sequences.filter(({ differs }) => differs === undefined)];

  test('the quiet points have the limits that the cases are placed between', () => {
    const { last, points } = after(10, [10]);
    expect([last.mean, last.lower, last.upper]).toEqual([10, 10 - FROM_MEAN, 10 + FROM_MEAN]);
    expect(points.every(({ signal }) => signal === null)).toBe(true);
  });

  test.each(alike)('$source, $rule: $name', (one) => {
    expect(lettersOfCase(one)).toBe(wantedOfCase(one));
  });

  test.each(apart)('$source, $rule: $name, where the method followed here departs from it', (one) => {
    const byRule = typeof one.byRule === 'string' ? one.byRule : wantedOfCase({ ...one, ends: one.byRule ?? [] });
    expect(byRule).not.toBe(wantedOfCase(one));
    expect(lettersOfCase(one)).toBe(byRule);
  });

  test.each(published.directions)('$flag where $improvement is better is $expect', ({ flag, improvement, expect: wanted }) => {
    expect(after(10, [flag === 'u' ? 16 : flag === 'l' ? 4 : 10], { improvement }).variation).toBe(wanted);
  });

  test.each(published.lastPoint)('of $flags the last point is what is said of the process: $expect', ({ flags, expect: wanted }) => {
    expect(after(10, [...flags].map((flag) => (flag === 'u' ? 16 : 10))).variation).toBe(wanted);
  });
});

describe('assurance', () => {
  test.each(published.assurance)('$source: $name', ({ groups, target, improvement, expect: wanted }) => {
    const [lower, upper] = groups.at(-1) ?? [];
    expect(assuranceOf({ lower: lower ?? Number.NaN, upper: upper ?? Number.NaN }, { improvement, target })).toBe(wanted);
  });

  test.each(published.assurance.filter(({ groups }) => groups.length > 1))('$source, on a chart: $name', ({ groups, target, improvement, expect: wanted }) => {
    // Twelve points a group, half a jump to either side of the middle, so that its limits are the published ones.
    const values = groups.flatMap(([lower, upper]) => Array.from({ length: 12 }, (_, at) => (lower + upper) / 2 + (at % 2 === 0 ? 1 : -1) * ((upper - lower) / 4 / 2.66)));
    const { assurance, last } = chart(values, { improvement, target, rebaseAt: groups.slice(1).map((_, at) => 12 * (at + 1)) });
    expect([last.lower, last.upper]).toEqual(groups.at(-1)?.map((limit) => expect.closeTo(limit, 9) as number));
    expect(assurance).toBe(wanted);
  });
});
