import { Resvg } from '@resvg/resvg-js';
import { INK } from '../../../src/cards/charts/chart-option';
import { chartSvg, drawChart } from '../../../src/cards/charts/draw-chart';
import { DARK, DARK_GROUND, onDark } from '../../../src/cards/charts/on-dark';
import type { ChartSpec } from '../../../src/cards/charts/chart-spec';

const SPEC: ChartSpec = {
  name: 'DNA rate', unit: 'ratio', target: { value: 0.05, label: 'Target below 5%' }, last: '7.0%', events: [{ at: 1, label: 'Industrial action' }],
  points: Array.from({ length: 13 }, (_, at) => ({ period: `2026-${String(at + 1).padStart(2, '0')}`.slice(0, 7), value: 0.08 - at / 1000, complete: at < 12 })),
  process: { stretches: [{ from: 0, mean: 0.076, lower: 0.07, upper: 0.082 }], to: 12, marks: [{ at: 1, kind: 'concern' }, { at: 5, kind: 'neutral' }, { at: 11, kind: 'improvement' }], words: 'average 7.6%' },
};

/** WCAG 2.2, relative luminance. */
function luminance(colour: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255).map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

test('every colour is told from the dark ground as well as it was from the white one, but for the grid, which is quiet on both', () => {
  const told = Object.entries(DARK).filter(([colour]) => colour !== '#ffffff' && colour !== INK.grid);
  expect(told.length).toBeGreaterThan(7);
  expect(told.filter(([, dark]) => contrast(dark, DARK_GROUND) < 4.5)).toEqual([]);
});

test('of the process in a picture nothing is left in a colour that the dark swallows', () => {
  const drawn = onDark(chartSvg(SPEC)).replace(/<style[\s\S]*?<\/style>/g, '');
  // Measured where a line or a letter is: the ground is what most pixels are, and no pixel is darker.
  const { pixels } = new Resvg(drawn, { background: DARK_GROUND, font: { loadSystemFonts: false } }).render();
  let [ground, darker] = [0, 0];
  for (let at = 0; at < pixels.length; at += 4) {
    const sum = (pixels[at] ?? 0) + (pixels[at + 1] ?? 0) + (pixels[at + 2] ?? 0);
    if (sum === 3 * 0x29) ground += 1;
    else if (sum < 3 * 0x29) darker += 1;
  }
  expect(ground / (pixels.length / 4)).toBeGreaterThan(0.7);
  expect(darker).toBe(0);
});

test('is another picture of the same size, and the same to the byte each time', async () => {
  const [light, dark, again] = await Promise.all([drawChart(SPEC), drawChart(SPEC, true), drawChart(SPEC, true)]);
  expect(dark.equals(again)).toBe(true);
  expect(dark.equals(light)).toBe(false);
  expect(dark.subarray(16, 24)).toEqual(light.subarray(16, 24));
});
