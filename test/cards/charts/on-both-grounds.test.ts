import { Resvg } from '@resvg/resvg-js';
import { onBothGrounds, createChartAddress } from '../../../src/cards/charts/chart-address';
import { CHART_INK, type Ground } from '../../../src/cards/charts/chart-ink';
import type { ChartSpec } from '../../../src/cards/charts/chart-spec';
import { chartSvg, drawChart } from '../../../src/cards/charts/draw-chart';
import type { FunnelSpec } from '../../../src/cards/charts/funnel-spec';
import { openChart, signChart } from '../../../src/cards/charts/signed-chart';

const TREND: ChartSpec = {
  name: 'DNA rate', unit: 'ratio', target: { value: 0.05, label: 'Target below 5%' }, last: '7.0%', events: [{ at: 1, label: 'Industrial action' }],
  points: Array.from({ length: 13 }, (_, at) => ({ period: `2026-${String(at + 1).padStart(2, '0')}`, value: (80 - at) / 1000, complete: at < 12 })),
  process: { stretches: [{ from: 0, mean: 0.076, lower: 0.07, upper: 0.082 }, { from: 6, mean: 0.071, lower: 0.066, upper: 0.076 }], to: 12, marks: [{ at: 1, kind: 'concern' }, { at: 8, kind: 'neutral' }, { at: 11, kind: 'improvement' }], words: 'average 7.1%, usual 6.6% to 7.6%' },
};
const FUNNEL: FunnelSpec = {
  name: 'Length of stay', about: '3 trusts', unit: 'nights', per: 'stays', centre: 4, dots: [{ denominator: 100, value: 3 }, { denominator: 300, value: 4 }, { denominator: 500, value: 5 }],
  own: { at: 1, value: '4.0 nights' }, curves: [{ denominator: 100, limits: [1, 2, 6, 7] }, { denominator: 500, limits: [3, 3.5, 4.5, 5] }],
};
/** The grounds that Teams draws its cards on, by theme: high contrast is dark as well. */
const GROUNDS: Readonly<Record<Ground, readonly string[]>> = { light: ['#ffffff'], dark: ['#292929', '#1f1f1f', '#000000'] };

/** Relative luminance and contrast. Source: WCAG 2.2, 1.4.3. */
const luminance = (hex: string): number => [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
  .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4)).reduce((sum, part, at) => sum + part * ([0.2126, 0.7152, 0.0722][at] ?? 0), 0);
function contrast(one: string, other: string): number {
  const [low, high] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return ((high ?? 0) + 0.05) / ((low ?? 0) + 0.05);
}

const PICTURES = [['light', TREND, chartSvg(TREND)], ['light', FUNNEL, chartSvg(FUNNEL)], ['dark', TREND, chartSvg({ onDark: TREND })], ['dark', FUNNEL, chartSvg({ onDark: FUNNEL })]] as const;

test.each(PICTURES)('on %s every word and every line but the grid stands out of the ground', (ground, _spec, svg) => {
  const words = [...svg.matchAll(/<text[^>]*?fill="(#[0-9a-f]{6})"/g)].map(([, colour]) => colour ?? '');
  const strokes = [...svg.matchAll(/<path d="[^"]+"(?![^>]*stroke-width="0")[^>]*? stroke="(#[0-9a-f]{6})"/g)].map(([, colour]) => colour ?? '').filter((colour) => colour !== CHART_INK[ground].grid && colour !== CHART_INK[ground].hollow);
  expect([words.length > 5, strokes.length > 5]).toEqual([true, true]);
  for (const under of GROUNDS[ground]) {
    expect([...new Set(words)].filter((colour) => contrast(colour, under) < 4.5)).toEqual([]);
    // Lines and marks are graphical objects, for which 3 to 1 is enough (WCAG 2.2, 1.4.11).
    expect([...new Set(strokes)].filter((colour) => contrast(colour, under) < 3)).toEqual([]);
  }
});

/** The picture's corner: red, green, blue and how much it covers. */
const corner = (png: Buffer): readonly number[] =>
  [...new Resvg(`<svg xmlns="http://www.w3.org/2000/svg" width="8" height="8"><image width="1024" height="528" preserveAspectRatio="none" href="data:image/png;base64,${png.toString('base64')}"/></svg>`).render().pixels.subarray(0, 4)];

test('for a dark card has no ground of its own, and for any other a white one', async () => {
  expect(corner(await drawChart({ onDark: TREND }))).toEqual([0, 0, 0, 0]);
  expect(corner(await drawChart(TREND))).toEqual([255, 255, 255, 255]);
});

test('each ground has a signed address of its own, which brings back what it was made of', () => {
  const address = createChartAddress({ publicUrl: 'https://tally.test', key: 'key', clock: () => 0 });
  for (const spec of [TREND, FUNNEL]) {
    const { picture, onDark } = onBothGrounds(spec, address);
    const held = (url: string) => openChart(url.replace(/^.*\/charts\/(.*)\.png$/, '$1'), 'key', 0);
    expect([held(picture), held(onDark)]).toEqual([spec, { onDark: spec }]);
  }
  expect(openChart(signChart({ onDark: TREND }, 'another', 0), 'key', 0)).toBeNull();
});

test('a trend too long for an address is cut for a dark card as for any other', () => {
  const long = { ...TREND, events: [], process: null, points: Array.from({ length: 390 }, (_, at) => ({ period: `d-${at}`, value: Math.sin(at * 7919), complete: true })) };
  const { onDark } = onBothGrounds(long, createChartAddress({ publicUrl: 'https://tally.test', key: 'key', clock: () => 0 }));
  expect(onDark.length).toBeLessThanOrEqual(1_800);
  const opened = openChart(onDark.replace(/^.*\/charts\/(.*)\.png$/, '$1'), 'key', 0);
  expect(opened !== null && 'onDark' in opened && 'points' in opened.onDark ? opened.onDark.points.at(-1)?.period : null).toBe('d-389');
});
