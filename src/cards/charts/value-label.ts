import { drawn, type ChartAxis } from './chart-axis';
import type { ChartSpec } from './chart-spec';

/** Where the last value is written: so many pixels below its point's top left corner, and what it would cover there. */
export interface LabelPlace {
  readonly down: number;
  readonly covers: number;
}

/** About how much room the drawing has, and a letter and a line of the value take, in pixels. */
const PLOT = { width: 326, height: 116, letter: 8.6, line: 17 } as const;

/** Above the point, below it, and further off either way, which is worse by itself: nobody should have to look for what it is the value of. */
const PLACES = [
  { down: -17, from: -23, far: 0 }, { down: 14, from: 8, far: 0 }, { down: -31, from: -37, far: 2 }, { down: 28, from: 22, far: 2 }, { down: -45, from: -51, far: 4 }, { down: 42, from: 36, far: 4 },
] as const;

/** Leaving the plot is worse than covering any line of it; the target is worse to cover than a limit. */
const OUTSIDE = 1_000;
const OF_TARGET = 20;
const OF_LIMIT = 6;

/** Letters of a value that has room beside the last point, outside of the drawing. */
const LONGEST_BESIDE = 10;

/** Whether the value is written to the right of its point, where nothing else is: of the last point of the picture, where it is short. */
export const isBeside = ({ points, last }: ChartSpec, at: number): boolean => points.length > 1 && at === points.length - 1 && last !== '' && last.length <= LONGEST_BESIDE;

/** Pixels to the right of the drawing that such a value takes. */
export const besideWidth = ({ last }: ChartSpec): number => Math.ceil(last.length * PLOT.letter) + 14;

/** Whether the value is written to the left of its point, so that it does not leave the picture. */
export const isToTheLeft = ({ points }: ChartSpec, at: number): boolean => at > points.length * 0.7;

/** The place at which the value of a point covers the fewest of the other points, the line between them, the target and the limits. */
export function labelPlace(spec: ChartSpec, at: number, axis: ChartAxis, target: number | null): LabelPlace {
  const { points, unit, last, process } = spec;
  const height = (value: number): number => ((axis.max - value) / (axis.max - axis.min)) * PLOT.height;
  const step = PLOT.width / Math.max(1, points.length - 1);
  const wide = last.length * PLOT.letter + 4;
  const right = isToTheLeft(spec, at) ? at * step + 6 : at * step + wide / 2;
  const heights = points.map(({ value }) => (value === null ? null : height(drawn(value, unit))));
  const own = heights[at] ?? 0;
  const line = Array.from({ length: Math.ceil(wide / 3) }, (_, order) => heightAt(heights, (right - wide + order * 3) / step)).filter((y) => y !== null);
  const levels = [
    ...(target === null ? [] : [{ y: height(target), weight: OF_TARGET }]),
    ...(process?.stretches.slice(-1).flatMap(({ lower, upper, mean }) => [lower, upper, mean].map((level) => ({ y: height(drawn(level, unit)), weight: OF_LIMIT }))) ?? []),
  ];
  const places = PLACES.map(({ down, from, far }): LabelPlace => {
    const [top, foot] = [own + from, own + from + PLOT.line];
    const isIn = (y: number): boolean => y > top - 2 && y < foot + 2;
    const outside = top < 0 || foot > PLOT.height - 2 ? OUTSIDE : 0;
    return { down, covers: far + outside + line.filter(isIn).length + levels.reduce((sum, { y, weight }) => sum + (isIn(y) ? weight : 0), 0) };
  });
  return places.reduce((best, place) => (place.covers < best.covers ? place : best), places[0] ?? { down: -17, covers: 0 });
}

/** How high the line runs between two points; null where it does not. */
function heightAt(heights: readonly (number | null)[], at: number): number | null {
  const [before, after] = [heights[Math.floor(at)] ?? null, heights[Math.ceil(at)] ?? null];
  return before === null || after === null ? null : before + (after - before) * (at - Math.floor(at));
}
