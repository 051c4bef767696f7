import { z } from 'zod';
import { createChartAddress } from '../../../src/cards/charts/chart-address';
import { chartSvg, drawChart } from '../../../src/cards/charts/draw-chart';
import { CHART_INK } from '../../../src/cards/charts/chart-ink';
import { funnelOption } from '../../../src/cards/charts/funnel-option';
import type { FunnelSpec } from '../../../src/cards/charts/funnel-spec';
import { openChart, signChart } from '../../../src/cards/charts/signed-chart';

const KEY = 'the key';

const SPEC: FunnelSpec = {
  name: 'DNA rate', about: '4 trusts, January to March 2024', unit: 'ratio', per: 'appointments kept or missed', centre: 0.08,
  dots: [{ denominator: 10_000, value: 0.09 }, { denominator: 20_000, value: 0.07 }, { denominator: 30_000, value: 0.085 }, { denominator: 40_000, value: 0.078 }],
  own: { at: 2, value: '8.5%' },
  curves: [
    { denominator: 9_000, limits: [0.05, 0.06, 0.1, 0.11] }, { denominator: 20_000, limits: [0.06, 0.065, 0.095, 0.1] }, { denominator: 43_000, limits: [0.065, 0.07, 0.09, 0.095] },
  ],
};

const point = z.union([z.array(z.number()), z.looseObject({ value: z.array(z.number()), label: z.looseObject({ formatter: z.string() }) })]);
const drawing = z.looseObject({
  xAxis: z.looseObject({ name: z.string(), min: z.number(), max: z.number() }),
  yAxis: z.looseObject({ name: z.string(), min: z.number(), max: z.number() }),
  series: z.array(z.looseObject({ name: z.string(), type: z.string(), symbol: z.string(), data: z.array(point), itemStyle: z.looseObject({ color: z.string() }).optional(), lineStyle: z.looseObject({ type: z.unknown().optional() }).optional() })),
});
const option = (spec: FunnelSpec) => drawing.parse(funnelOption(spec, CHART_INK.light));
const named = (name: string) => option(SPEC).series.filter((series) => series.name === name);
const wordsOf = (spec: FunnelSpec) => [...chartSvg(spec).matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map(([, text]) => text);
const size = (png: Buffer): readonly [number, number] => [png.readUInt32BE(16), png.readUInt32BE(20)];

test('one dot a provider: what it rests on across, its figure upwards, in per cent', () => {
  expect(named('Other trusts')[0]?.data).toEqual([[10_000, 9], [20_000, 7], [40_000, 7.8]]);
  expect(named('This trust')[0]?.data).toEqual([[30_000, 8.5]]);
});

test('the own trust differs in shape and in filling, which the key names, and not in colour alone', () => {
  const [own, others] = [named('This trust')[0], named('Other trusts')[0]];
  expect([own?.symbol, others?.symbol]).toEqual(['diamond', 'circle']);
  expect(own?.itemStyle?.color).not.toBe(others?.itemStyle?.color);
  expect(wordsOf(SPEC)).toContain('◆ this trust 8.5%');
});

test('the limits lie in order about the centre all along, and the two pairs differ in their stroke', () => {
  const heights = (name: string) => named(name).map(({ data }) => data.map((at) => (Array.isArray(at) ? at[1] : undefined)));
  const [[lower998, upper998], [lower95, upper95], [centre]] = [heights('99.8%'), heights('95%'), heights('Centre')];
  SPEC.curves.forEach((_, at) => {
    const inOrder = [lower998, lower95, centre, upper95, upper998].map((line) => line?.[at] ?? NaN);
    expect(inOrder).toEqual([...inOrder].sort((a, b) => a - b));
  });
  expect(lower998).toEqual([5, 6, 6.5]);
  expect(upper95).toEqual([10, 9.5, 9]);
  expect(named('95%')[0]?.lineStyle?.type).not.toEqual(named('99.8%')[0]?.lineStyle?.type);
});

test('says its name, whose figures they are, both axes, every line and the own figure, in British numbers', () => {
  expect(wordsOf(SPEC)).toEqual(expect.arrayContaining([
    'DNA rate', '4 trusts, January to March 2024', 'Number of appointments kept or missed', 'Per cent', '95%', '99.8%', 'All', '◆ this trust 8.5%', '20,000', '8%',
  ]));
});

test('limits that open far wider than the trusts lie do not squash them', () => {
  const wide = { ...SPEC, curves: [{ denominator: 9_000, limits: [0, 0, 0.9, 1] as const }, ...SPEC.curves.slice(1)] };
  const { min, max } = option(wide).yAxis;
  expect(max - min).toBeLessThan(10);
});

test('no axis runs below nought or a rate beyond 100%', () => {
  const { yAxis, xAxis } = option({ ...SPEC, dots: [{ denominator: 3, value: 0 }, { denominator: 900, value: 1 }], own: { at: 0, value: '0%' }, curves: [{ denominator: 2, limits: [0, 0, 1, 1] }, { denominator: 950, limits: [0, 0.2, 0.9, 1] }] });
  expect([xAxis.min, yAxis.min, yAxis.max]).toEqual([0, 0, 100]);
});

test.each<[string, FunnelSpec]>([
  ['as it is', SPEC],
  ['one trust and no curve', { ...SPEC, dots: SPEC.dots.slice(0, 1), own: { at: 0, value: '9.0%' }, curves: [] }],
  ['an own place that is not among the dots', { ...SPEC, own: { at: 9, value: '' } }],
  ['a name with markup', { ...SPEC, name: '<script>&"\'</script>' }],
])('is drawn of %s, to the byte the same each time, 1,024 pixels wide', async (_, spec) => {
  const [one, two] = await Promise.all([drawChart(spec), drawChart(spec)]);
  expect(size(one)[0]).toBe(1024);
  expect(size(one)[1]).toBeLessThanOrEqual(1024);
  expect(one.length).toBeLessThan(200_000);
  expect(one.equals(two)).toBe(true);
});

test('a signed funnel opens with its key as it was, and with no other', () => {
  const token = signChart(SPEC, KEY, 0);
  expect(openChart(token, KEY, 0)).toEqual(SPEC);
  expect(openChart(token, 'another key', 0)).toBeNull();
});

describe('an address of a funnel', () => {
  const address = createChartAddress({ publicUrl: 'https://tally.example.nhs.uk', key: KEY, clock: () => 0 });
  // Digits with no pattern, which packing cannot shorten.
  const trusts = (count: number): FunnelSpec => ({ ...SPEC, dots: Array.from({ length: count }, (_, at) => ({ denominator: Math.round(Math.abs(Math.sin(at * 12.9898)) * 1e5), value: Math.abs(Math.sin(at * 78.233)) / 10 })) });

  test('holds every acute trust of the country', () => {
    const whole = address(trusts(130));
    expect(whole.length).toBeLessThanOrEqual(1_800);
    expect(openChart(/charts\/(.+)\.png$/.exec(whole)?.[1] ?? '', KEY, 0)).toMatchObject({ dots: { length: 130 } });
  });

  test('is not given for more than it can hold, rather than for some of them', () => {
    expect(address(trusts(400))).toBe('');
  });
});
