import type { EChartsOption } from 'echarts';
import { axisLabel, drawn, periodLabel, pictureAxis, type ChartAxis } from './chart-axis';
import type { ChartInk } from './chart-ink';
import { KEY_LINE, keyLines } from './chart-key';
import type { ChartPoint, ChartSpec } from './chart-spec';
import { besideWidth, isBeside, isToTheLeft, labelPlace, type LabelPlace } from './value-label';

/** Each has a shape of its own, so that none is told by its colour alone. */
const SHAPES = { improvement: 'circle', concern: 'diamond', neutral: 'rect' } as const;

export const CHART_FONT = 'DejaVu Sans';

/** What ECharts is told to draw: the line, its last point marked with its value, the target, and axes in the unit. */
export function chartOption(spec: ChartSpec, ink: ChartInk): EChartsOption {
  const whole = spec.points.map((point) => (point.complete ? value(point, spec) : null));
  const last = spec.points.map(({ value: held }) => held !== null).lastIndexOf(true);
  const { axis, beyond, place } = placed(spec, last);
  const shown = spec.points[last];
  return {
    animation: false,
    backgroundColor: ink.ground,
    textStyle: { fontFamily: CHART_FONT, color: ink.text },
    title: { text: spec.name, subtext: keyLines(spec).join('\n'), left: 8, top: 4, itemGap: 3,
      textStyle: { fontFamily: CHART_FONT, fontSize: 13, fontWeight: 'bold', color: ink.text, width: 360, overflow: 'truncate' },
      subtextStyle: { fontFamily: CHART_FONT, fontSize: 11, lineHeight: KEY_LINE, color: ink.quiet, width: 368, overflow: 'truncate' } },
    grid: { left: 8, right: isBeside(spec, last) ? besideWidth(spec) : 16, top: 36 + KEY_LINE * keyLines(spec).length, bottom: 6, outerBoundsMode: 'same', outerBoundsContain: 'axisLabel' },
    xAxis: {
      type: 'category', boundaryGap: spec.points.length < 2, data: spec.points.map(({ period }) => periodLabel(period)),
      axisTick: { show: false }, axisLine: { lineStyle: { color: ink.quiet } },
      axisLabel: { color: ink.quiet, fontSize: 11, hideOverlap: true, interval: everyNth(spec.points.length), alignMaxLabel: 'right', alignMinLabel: 'left' },
    },
    yAxis: {
      type: 'value', min: axis.min, max: axis.max, interval: axis.step, splitLine: { lineStyle: { color: ink.grid } },
      axisLabel: { color: ink.quiet, fontSize: 11, formatter: (at: number) => axisLabel(Number(at.toPrecision(8)), spec.unit, axis.step) },
    },
    series: [
      ...yearTicks(spec, ink),
      { type: 'line', data: whole, lineStyle: { width: spec.process === null ? 2.5 : 1.75, color: lineInk(spec, ink) }, itemStyle: { color: lineInk(spec, ink) }, symbol: 'circle',
        showSymbol: true, symbolSize: spec.points.length > 30 ? 3 : 4, z: 3 },
      ...unfinished(spec, ink),
      ...(shown === undefined ? [] : [mark(spec, shown, last, { ink, down: place.down })]),
      ...(beyond === null ? targetLine(spec, ink) : []),
      ...processLines(spec, ink),
      ...eventLines(spec, ink, axis),
      ...hiddenMarks(spec, ink, axis),
    ],
  };
}

/** The axis with where the last value is written: one step more of it where the value covers something on the axis as it is, and less on that. */
function placed(spec: ChartSpec, last: number): { readonly axis: ChartAxis; readonly beyond: 'above' | 'below' | null; readonly place: LabelPlace } {
  const { axis: plain, beyond } = pictureAxis(spec);
  const lower = (axis: ChartAxis): ChartAxis => ({ ...axis, min: tidy(axis.min - axis.step) });
  const higher = (axis: ChartAxis): ChartAxis => ({ ...axis, max: tidy(axis.max + axis.step) });
  if (isBeside(spec, last)) {
    return { axis: plain, beyond, place: { down: 0, covers: 0 } };
  }
  const axis = plain;
  const ways = [axis, higher(axis), ...(axis.min >= 0 && axis.min - axis.step < 0 ? [] : [lower(axis)])].filter(({ max }, at) => at === 0 || spec.unit !== 'ratio' || max <= 100);
  const target = spec.target === null || beyond !== null ? null : drawn(spec.target.value, spec.unit);
  const tried = ways.map((way) => ({ axis: way, beyond, place: labelPlace(spec, Math.max(0, last), way, target) }));
  const first = tried[0] ?? { axis, beyond, place: { down: 0, covers: 0 } };
  return tried.reduce((best, way) => (way.place.covers < best.place.covers ? way : best), first);
}

const tidy = (at: number): number => Number(at.toPrecision(8));

/** The line of a process is quiet, so that what is special stands out of it. */
const lineInk = ({ process }: ChartSpec, ink: ChartInk): string => (process === null ? ink.line : ink.process);

/** The average, the limits about it, what is special cause, and an upright line where limits begin anew. */
function processLines(spec: ChartSpec, ink: ChartInk): Series[] {
  const { process } = spec;
  if (process === null) {
    return [];
  }
  const along = (of: 'mean' | 'lower' | 'upper'): (number | null)[][] => process.stretches.map((stretch, order) => {
    const end = process.stretches[order + 1]?.from ?? process.to;
    return spec.points.map((_point, at) => (at >= stretch.from && at < end ? drawn(stretch[of], spec.unit) : null));
  });
  const line = (of: 'mean' | 'lower' | 'upper'): Series[] => along(of).map((data) => ({
    type: 'line', data, symbol: 'none', silent: true, z: 2, lineStyle: { color: ink.quiet, width: of === 'mean' ? 1.25 : 1, type: of === 'mean' ? 'solid' : [3, 3] },
  }));
  const special = (Object.keys(SHAPES) as (keyof typeof SHAPES)[]).map((kind): Series => ({
    type: 'scatter', symbol: SHAPES[kind], symbolSize: kind === 'concern' ? 10 : 8, z: 4, itemStyle: { opacity: 1, color: ink.special[kind].color, borderColor: ink.special[kind].edge, borderWidth: 1.25 },
    data: process.marks.filter((marked) => marked.kind === kind && marked.at < spec.points.length).map(({ at }) => [at, spec.points[at] === undefined ? null : value(spec.points[at], spec)]),
  }));
  // Where the judged months merely begin, nothing begins anew.
  const anew = process.stretches.slice(1).map(({ from }): Series => ({
    type: 'line', data: [], z: 1,
    markLine: { silent: true, symbol: 'none', lineStyle: { color: ink.process, type: 'solid', width: 1 }, label: { position: 'end', formatter: 'limits anew', color: ink.quiet, fontSize: 10, fontFamily: CHART_FONT }, data: [{ xAxis: from }] },
  }));
  return [...line('mean'), ...line('lower'), ...line('upper'), ...special, ...anew];
}

/** Where a financial year begins, a thin upright line. */
function yearTicks(spec: ChartSpec, ink: ChartInk): Series[] {
  const aprils = spec.points.flatMap(({ period }, at) => (at > 0 && /^\d{4}-04$/.test(period) ? [{ xAxis: at }] : []));
  return aprils.length === 0 ? [] : [{ type: 'line', data: [], z: 0, markLine: { silent: true, symbol: 'none', lineStyle: { color: ink.grid, type: 'solid', width: 1 }, label: { show: false }, data: aprils } }];
}

const value = (point: ChartPoint, spec: ChartSpec): number | null => (point.value === null ? null : drawn(point.value, spec.unit));

type Series = Extract<NonNullable<EChartsOption['series']>, readonly unknown[]>[number];

/** Labels that fit the picture's width: at most six or so. */
const everyNth = (points: number): ((index: number) => boolean) => {
  const step = Math.max(1, Math.ceil(points / 5.5));
  // Counted from the last point, which is the one asked about.
  return (index) => (points - 1 - index) % step === 0;
};

/** Periods that are not over: hollow, and joined to the last whole one by a dashed line. */
function unfinished(spec: ChartSpec, ink: ChartInk): Series[] {
  if (spec.points.every(({ complete }) => complete)) {
    return [];
  }
  const data = spec.points.map((point, index) => (!point.complete || spec.points[index + 1]?.complete === false ? value(point, spec) : null));
  return [{
    type: 'line', data: data.map((at, index) => (at === null ? null : { value: at, symbolSize: spec.points[index]?.complete === true ? 0 : 9 })),
    lineStyle: { width: 2, type: 'dashed', color: lineInk(spec, ink) }, symbol: 'circle',
    itemStyle: { color: ink.hollow, borderColor: lineInk(spec, ink), borderWidth: 2 }, showSymbol: true, z: 4,
  }];
}

/** The last value held, larger than the rest and written out. */
function mark(spec: ChartSpec, point: ChartPoint, index: number, { ink, down }: { readonly ink: ChartInk; readonly down: number }): Series {
  const at = value(point, spec);
  const marked = spec.process?.marks.find((special) => special.at === index);
  const style = point.complete
    ? marked !== undefined ? { opacity: 1, color: ink.special[marked.kind].color, borderColor: ink.special[marked.kind].edge, borderWidth: 1.5 } : { opacity: 1, color: lineInk(spec, ink), borderColor: ink.hollow, borderWidth: 2 }
    : { opacity: 1, color: ink.hollow, borderColor: lineInk(spec, ink), borderWidth: 2 };
  const left = isToTheLeft(spec, index);
  return {
    type: 'scatter', symbol: marked === undefined ? 'circle' : SHAPES[marked.kind], symbolSize: marked?.kind === 'concern' ? 12 : 10, itemStyle: style, z: 5,
    data: [{ value: [index, at], label: {
      show: true, ...(isBeside(spec, index) ? { position: 'right', distance: 4 } : { position: [left ? 8 : 5, down], align: left ? 'right' : 'center' }),
      formatter: spec.last, color: ink.text, fontSize: 13, fontWeight: 'bold', fontFamily: CHART_FONT,
      backgroundColor: ink.behind, padding: [1, 3],
    } }],
  };
}

/** Where the target lies beyond the axis there is no line, which would stand for another number: the key says that it does. */
function targetLine(spec: ChartSpec, ink: ChartInk): Series[] {
  if (spec.target === null) {
    return [];
  }
  return [{
    type: 'line', data: [], z: 3,
    markLine: {
      silent: true, symbol: 'none', lineStyle: { color: ink.target, type: [6, 4], width: 2 },
      label: { position: 'insideStartTop', formatter: spec.target.label, color: ink.target, fontSize: 11, fontWeight: 'bold', fontFamily: CHART_FONT, backgroundColor: ink.behind, padding: [0, 2] },
      data: [{ yAxis: drawn(spec.target.value, spec.unit) }],
    },
  }];
}

/** How far above the foot of the picture the star of a hidden point stands, as a share of its height: over the lines of events. */
const STAR_HEIGHT = 0.2;

/** A star where a value is hidden, at the foot of the picture: its height says nothing of the value. */
function hiddenMarks({ points }: ChartSpec, ink: ChartInk, { min, max }: ChartAxis): Series[] {
  const stars = points.flatMap(({ hidden }, at) => (hidden === true ? [[at, min + (max - min) * STAR_HEIGHT]] : []));
  return stars.length === 0 ? [] : [{
    type: 'scatter', data: stars, symbol: 'circle', symbolSize: 1, itemStyle: { color: 'transparent' }, silent: true, z: 6,
    label: { show: true, position: 'inside', formatter: '*', color: ink.text, fontSize: 14, fontWeight: 'bold', fontFamily: CHART_FONT },
  }];
}

/** How much of the height an event's line takes, from the foot of the picture: none of them runs through the points or their values. */
const EVENT_HEIGHT = 0.14;

/** A short upright line where something happened; what, the key says. */
function eventLines(spec: ChartSpec, ink: ChartInk, { min, max }: ChartAxis): Series[] {
  const shown = spec.events.filter(({ at }) => at < spec.points.length).map(({ at }): [{ coord: number[] }, { coord: number[] }] => [{ coord: [at, min] }, { coord: [at, min + (max - min) * EVENT_HEIGHT] }]);
  return shown.length === 0 ? [] : [{ type: 'line', data: [], z: 1, markLine: { silent: true, symbol: 'none', lineStyle: { color: ink.quiet, type: 'dotted', width: 1.5 }, label: { show: false }, data: shown } }];
}
