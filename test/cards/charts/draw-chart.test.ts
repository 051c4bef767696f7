import { Resvg } from '@resvg/resvg-js';
import { z } from 'zod';
import { chartAxis } from '../../../src/cards/charts/chart-axis';
import { CHART_INK } from '../../../src/cards/charts/chart-ink';
import { keyLines } from '../../../src/cards/charts/chart-key';
import { chartOption } from '../../../src/cards/charts/chart-option';
import { readSpec, writeSpec, type ChartSpec } from '../../../src/cards/charts/chart-spec';
import { chartSvg, drawChart } from '../../../src/cards/charts/draw-chart';

const SPEC: ChartSpec = {
  name: 'DNA rate', unit: 'ratio', target: { value: 0.05, label: 'Target below 5%' }, last: '7.0%', events: [{ at: 1, label: 'Industrial action' }], process: null,
  points: Array.from({ length: 13 }, (_, at) => ({ period: `2026-${String(at + 1).padStart(2, '0')}`.slice(0, 7), value: 0.08 - at / 1000, complete: at < 12 })),
};

const size = (png: Buffer): readonly [number, number] => [png.readUInt32BE(16), png.readUInt32BE(20)];

/** Pixels that are not white, of an SVG drawn with these fonts. */
function inked(svg: string, fontFiles: string[]): number {
  const { pixels } = new Resvg(svg, { background: '#ffffff', font: { loadSystemFonts: false, fontFiles, defaultFontFamily: 'DejaVu Sans' } }).render();
  let count = 0;
  for (let at = 0; at < pixels.length; at += 4) {
    count += (pixels[at] ?? 255) < 200 ? 1 : 0;
  }
  return count;
}

test('is a PNG of 1,024 pixels and far less than a megabyte', async () => {
  const png = await drawChart(SPEC);
  expect(png.subarray(1, 4).toString()).toBe('PNG');
  const [width, height] = size(png);
  expect(width).toBe(1024);
  expect(height).toBeLessThanOrEqual(1024);
  expect(png.length).toBeLessThan(200_000);
});

test('is the same to the byte each time, also side by side', async () => {
  const [one, two, three] = await Promise.all([drawChart(SPEC), drawChart(SPEC), drawChart({ ...SPEC, points: SPEC.points.slice(1) })]);
  expect(one.equals(two)).toBe(true);
  expect(one.equals(three)).toBe(false);
});

test('has its words in it: without the font there is much less ink, and the picture is the one with the font', async () => {
  const svg = chartSvg(SPEC);
  const fonts = ['DejaVuSans.ttf', 'DejaVuSans-Bold.ttf'].map((file) => require.resolve(`dejavu-fonts-ttf/ttf/${file}`));
  expect(inked(svg, fonts)).toBeGreaterThan(inked(svg, []) + 1_000);
  const bare = new Resvg(svg, { background: '#ffffff', fitTo: { mode: 'width', value: 1024 }, font: { loadSystemFonts: false, fontFiles: [] } }).render().asPng();
  expect((await drawChart(SPEC)).length).toBeGreaterThan(bare.length + 2_000);
});

test('says its name, its target, its last value and its axis in the unit', () => {
  const words = [...chartSvg(SPEC).matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map(([, text]) => text);
  expect(words).toEqual(expect.arrayContaining(['DNA rate', 'Target below 5%', '7.0%', '4%', '6%', '○ not final · ┊ Industrial action']));
});

describe('months that are hidden', () => {
  const points = SPEC.points.map((point, at) => (at === 3 || at === 4 ? { ...point, value: null, hidden: true as const } : at === 6 ? { ...point, value: null } : point));
  const starsOf = (svg: string): number => [...svg.matchAll(/<text[^>]*>\*<\/text>/g)].filter(([star]) => !/opacity="0"|transparent/.test(star)).length;

  test('are marked each with a star, and told from what is not held, which is none', () => {
    expect(starsOf(chartSvg({ ...SPEC, points }))).toBe(2);
    expect(keyLines({ ...SPEC, points }).join(' ')).toContain('* hidden, not missing: 2 of 13 months');
    expect(starsOf(chartSvg(SPEC))).toBe(0);
    expect(keyLines(SPEC).join(' ')).not.toContain('hidden');
  });

  test('are hidden in the picture that an address carries as well', () => {
    expect(readSpec(JSON.parse(writeSpec({ ...SPEC, points })))?.points.map(({ hidden }) => hidden ?? false)).toEqual(points.map((point) => 'hidden' in point));
  });
});

describe('the process behind the points', () => {
  const process = { stretches: [{ from: 0, mean: 0.076, lower: 0.07, upper: 0.082 }, { from: 6, mean: 0.071, lower: 0.066, upper: 0.076 }], to: 12, marks: [{ at: 1, kind: 'concern' as const }, { at: 11, kind: 'improvement' as const }], words: 'average 7.1%, usual 6.6% to 7.6%' };
  const shown = z.object({ series: z.array(z.looseObject({ type: z.string(), symbol: z.string().optional(), data: z.array(z.unknown()), markLine: z.looseObject({ data: z.array(z.union([z.looseObject({ xAxis: z.number().optional() }), z.array(z.unknown()).transform(() => ({ xAxis: undefined }))])) }).optional() })) });
  const seriesOf = (spec: ChartSpec) => shown.parse(chartOption(spec, CHART_INK.light)).series;

  test('is drawn with its average and limits, each along its own stretch, and said under the name', () => {
    const flat = seriesOf({ ...SPEC, process }).map(({ data }) => data.filter((at) => at !== null)).filter((data) => data.length === 6 && new Set(data).size === 1).map(([level]) => level);
    expect(flat).toEqual([7.6, 7.1, 7, 6.6, 8.2, 7.6]);
    expect(chartSvg({ ...SPEC, process })).toContain('average 7.1%, usual 6.6% to 7.6%');
  });

  test('marks better and worse in shapes that differ, at the points they are of', () => {
    const scattered = seriesOf({ ...SPEC, process }).filter(({ type, data }) => type === 'scatter' && data.length === 1 && Array.isArray(data[0]));
    expect(scattered.map(({ symbol, data }) => [symbol, data[0]])).toEqual([['circle', [11, 6.9]], ['diamond', [1, 7.9]]]);
  });

  test('has an upright line where limits begin anew and where a financial year begins', () => {
    const upright = seriesOf({ ...SPEC, events: [], process }).flatMap(({ markLine }) => markLine?.data.flatMap(({ xAxis }) => (xAxis === undefined ? [] : [xAxis])) ?? []);
    expect(upright.sort((a, b) => a - b)).toEqual([3, 6]);
  });

  test('holds its limits within the axis', () => {
    const { min, max } = chartAxis({ ...SPEC, process: { ...process, stretches: [{ from: 0, mean: 0.08, lower: 0.03, upper: 0.13 }] } });
    expect([min <= 3, max >= 13]).toEqual([true, true]);
  });
});

test.each<[string, ChartSpec]>([
  ['no point at all', { ...SPEC, points: [], last: '' }],
  ['nothing held', { ...SPEC, points: SPEC.points.map((point) => ({ ...point, value: null })) }],
  ['one point', { ...SPEC, points: SPEC.points.slice(0, 1), target: null }],
  ['the same value throughout', { ...SPEC, target: null, points: SPEC.points.map((point) => ({ ...point, value: 0 })) }],
  ['a name with markup', { ...SPEC, name: '<script>&"\'</script>' }],
  ['money in the red', { ...SPEC, unit: 'gbp', points: SPEC.points.map((point, at) => ({ ...point, value: -1e6 * at })) }],
])('is drawn of %s', async (_, spec) => {
  expect(size(await drawChart(spec))[0]).toBe(1024);
});

describe('where a last value that is too long to stand beside its point is written', () => {
  const run = (values: readonly number[]): ChartSpec => ({ ...SPEC, target: null, events: [], last: 'September 8.1%', points: values.map((value, at) => ({ period: `2026-${String(at + 1).padStart(2, '0')}`, value, complete: true })) });
  const option = z.object({ yAxis: z.object({ min: z.number(), max: z.number() }), series: z.array(z.looseObject({ type: z.string(), data: z.array(z.unknown()) })) });
  const label = z.object({ value: z.tuple([z.number(), z.number()]), label: z.object({ position: z.tuple([z.number(), z.number()]) }) });
  /** How far below the point its value begins: below nought it stands above. */
  const down = (spec: ChartSpec): number => option.parse(chartOption(spec, CHART_INK.light)).series.flatMap(({ data }) => data.flatMap((at) => { const read = label.safeParse(at); return read.success ? [read.data.label.position[1]] : []; }))[0] ?? 0;

  test('it covers no line: above one that rises to it from below, below one that falls to it from above', () => {
    expect(down(run([0.08, 0.081, 0.082, 0.083, 0.084, 0.09]))).toBeLessThan(0);
    expect(down(run([0.09, 0.0899, 0.0898, 0.0897, 0.0896, 0.081]))).toBeGreaterThan(0);
  });

  test('it stands clear of the axis, which goes a step further where it has to', () => {
    const spec = run([0.0899, 0.09, 0.0899, 0.0898, 0.0896, 0.081]);
    const { min, max } = option.parse(chartOption(spec, CHART_INK.light)).yAxis;
    // The value and its gap below the point take 25 of about 116 pixels.
    expect((8.1 - min) / (max - min)).toBeGreaterThan(25 / 116);
  });
});

test('a short value stands to the right of the last point, where nothing else is, and events stand at the foot of the picture', () => {
  const spec: ChartSpec = { ...SPEC, points: SPEC.points.map((point) => ({ ...point, complete: true })) };
  const { grid, yAxis, series } = z.object({
    grid: z.object({ right: z.number() }), yAxis: z.object({ min: z.number(), max: z.number() }),
    series: z.array(z.looseObject({ data: z.array(z.unknown()), markLine: z.looseObject({ data: z.array(z.unknown()) }).optional() })),
  }).parse(chartOption(spec, CHART_INK.light));
  const label = z.object({ value: z.tuple([z.number(), z.number()]), label: z.object({ position: z.literal('right') }) });
  expect(series.flatMap(({ data }) => data.flatMap((at) => { const read = label.safeParse(at); return read.success ? [read.data.value[0]] : []; }))).toEqual([12]);
  // Four letters of bold 13 pixels are about 34.
  expect(grid.right).toBeGreaterThanOrEqual(34);
  const upright = z.tuple([z.object({ coord: z.tuple([z.number(), z.number()]) }), z.object({ coord: z.tuple([z.number(), z.number()]) })]);
  const events = series.flatMap(({ markLine }) => markLine?.data.flatMap((at) => { const read = upright.safeParse(at); return read.success ? [read.data] : []; }) ?? []);
  expect(events).toHaveLength(1);
  expect(events[0]?.[0].coord).toEqual([1, yAxis.min]);
  expect((events[0]?.[1].coord[1] ?? NaN) - yAxis.min).toBeLessThan((yAxis.max - yAxis.min) / 5);
});

describe('a target far from every figure', () => {
  const process = { stretches: [{ from: 0, mean: 1.53, lower: 1.5, upper: 1.57 }], to: 6, marks: [], words: 'average 1.53, usual 1.50 to 1.57' };
  const acpl: ChartSpec = { name: 'Average cases per list', unit: 'number', target: { value: 1.89, label: 'Target at least 1.89' }, last: '1.55', events: [], process, points: [1.52, 1.54, 1.53, 1.56, 1.57, 1.55].map((value, at) => ({ period: `2024-0${at + 1}`, value, complete: true })) };
  const words = (spec: ChartSpec) => [...chartSvg(spec).matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map(([, text]) => text);

  test('is not drawn and said to lie beyond, so that what moves can be seen', () => {
    const { yAxis } = z.object({ yAxis: z.object({ min: z.number(), max: z.number() }) }).parse(chartOption(acpl, CHART_INK.light));
    expect(yAxis.max).toBeLessThan(1.89);
    // The figures and their limits, 1.50 to 1.57, have more than a third of the height.
    expect(0.07 / (yAxis.max - yAxis.min)).toBeGreaterThan(1 / 3);
    expect(words(acpl)).toContain('Target at least 1.89 lies above the chart');
    expect(words({ ...acpl, target: { value: 0, label: 'Target 0' } })).toContain('Target 0 lies below the chart');
  });

  test('is within the axis where the figures have room beside it', () => {
    expect(words({ ...acpl, target: { value: 1.6, label: 'Target at least 1.6' } })).toContain('Target at least 1.6');
  });
});

test('the key says what every mark stands for, and each upright line where they are of several things', () => {
  const process = { stretches: [{ from: 0, mean: 0.076, lower: 0.07, upper: 0.082 }], to: 12, marks: [{ at: 1, kind: 'concern' as const }, { at: 11, kind: 'improvement' as const }], words: 'average 7.6%, usual 7.0% to 8.2%' };
  expect(keyLines({ ...SPEC, process, events: [{ at: 1, label: '' }, { at: 4, label: 'Industrial action' }, { at: 8, label: 'New system' }] })).toEqual([
    'average 7.6%, usual 7.0% to 8.2% (dashed)', 'orange ◆ change for the worse', 'blue ● change for the better · ○ not final', '┊ May 26 Industrial action · ┊ Sep 26 New system',
  ]);
  expect(keyLines({ ...SPEC, events: [], points: SPEC.points.slice(0, 12) })).toEqual([]);
  // What is too long for the width of the picture goes on in the next line, and is not cut.
  const long = { ...process, marks: [], words: 'average (£108,381,210), usual (£113,956,054) to (£102,806,366)' };
  expect(keyLines({ ...SPEC, unit: 'gbp', events: [], points: SPEC.points.slice(0, 12), process: long })).toEqual(['average (£108,381,210)', 'usual (£113,956,054) to (£102,806,366) (dashed)']);
});
