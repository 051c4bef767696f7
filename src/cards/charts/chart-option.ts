import type { EChartsOption } from 'echarts';
import { axisLabel, chartAxis, drawn, periodLabel, unitWords, type ChartAxis } from './chart-axis';
import type { ChartInk } from './chart-ink';
import type { ChartPoint, ChartSpec } from './chart-spec';

/** Each has a shape of its own, so that none is told by its colour alone. */
const SHAPES = { improvement: 'circle', concern: 'diamond', neutral: 'rect' } as const;

export const CHART_FONT = 'DejaVu Sans';

/** What ECharts is told to draw: the line, its last point marked with its value, the target, and axes in the unit. */
export function chartOption(spec: ChartSpec, ink: ChartInk): EChartsOption {
  const axis = withRoomAbove(withRoomBelow(chartAxis(spec), spec), spec);
  const whole = spec.points.map((point) => (point.complete ? value(point, spec) : null));
  const last = spec.points.map(({ value: held }) => held !== null).lastIndexOf(true);
  const shown = spec.points[last];
  return {
    animation: false,
    backgroundColor: ink.ground,
    textStyle: { fontFamily: CHART_FONT, color: ink.text },
    title: { text: spec.name, subtext: subtitle(spec), left: 8, top: 4, itemGap: 3,
      textStyle: { fontFamily: CHART_FONT, fontSize: 13, fontWeight: 'bold', color: ink.text, width: 360, overflow: 'truncate' },
      subtextStyle: { fontFamily: CHART_FONT, fontSize: 11, color: ink.quiet, width: 368, overflow: 'truncate' } },
    grid: { left: 8, right: 16, top: subtitle(spec) === '' ? 36 : 50, bottom: 6, outerBoundsMode: 'same', outerBoundsContain: 'axisLabel' },
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
      ...(shown === undefined ? [] : [mark(spec, shown, last, ink)]),
      ...targetLine(spec, ink),
      ...processLines(spec, ink),
      ...eventLines(spec, ink),
    ],
  };
}

/** The share of the height that a value written under its point needs, so that it does not run into the months below. */
const ROOM_BELOW = 0.22;

const hasRoomBelow = ({ min, max }: ChartAxis, point: ChartPoint, spec: ChartSpec): boolean =>
  point.value === null || (drawn(point.value, spec.unit) - min) / (max - min) >= ROOM_BELOW;

/** One step more above where events are named, so that their names stand over the line and not on it. */
function withRoomAbove(axis: ChartAxis, { events }: ChartSpec): ChartAxis {
  return events.some(({ label }) => label !== '') ? { ...axis, max: Number((axis.max + axis.step).toPrecision(8)) } : axis;
}

/** One step more below where the last point lies at the foot; nothing is drawn below nought that cannot be. */
function withRoomBelow(axis: ChartAxis, spec: ChartSpec): ChartAxis {
  const last = spec.points.findLast(({ value: held }) => held !== null);
  const lower = Number((axis.min - axis.step).toPrecision(8));
  return last === undefined || hasRoomBelow(axis, last, spec) || (axis.min >= 0 && lower < 0) ? axis : { ...axis, min: lower };
}

const subtitle = (spec: ChartSpec): string =>
  [spec.process?.words ?? '', unitWords(spec.unit), spec.points.every(({ complete }) => complete) ? '' : spec.process === null ? 'hollow point: not complete or still being coded' : 'hollow: not final'].filter((words) => words !== '').join(' · ');

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
function mark(spec: ChartSpec, point: ChartPoint, index: number, ink: ChartInk): Series {
  const at = value(point, spec);
  const marked = spec.process?.marks.find((special) => special.at === index);
  const style = point.complete
    ? marked !== undefined ? { opacity: 1, color: ink.special[marked.kind].color, borderColor: ink.special[marked.kind].edge, borderWidth: 1.5 } : { opacity: 1, color: lineInk(spec, ink), borderColor: ink.hollow, borderWidth: 2 }
    : { opacity: 1, color: ink.hollow, borderColor: lineInk(spec, ink), borderWidth: 2 };
  const before = spec.points.slice(0, index).findLast((earlier) => earlier.value !== null)?.value ?? null;
  const falling = before !== null && point.value !== null && point.value < before && hasRoomBelow(withRoomBelow(chartAxis(spec), spec), point, spec);
  const right = index > spec.points.length * 0.7;
  return {
    type: 'scatter', symbol: marked === undefined ? 'circle' : SHAPES[marked.kind], symbolSize: marked?.kind === 'concern' ? 12 : 10, itemStyle: style, z: 5,
    data: [{ value: [index, at], label: {
      show: true, position: right ? [8, falling ? 15 : -16] : falling ? 'bottom' : 'top', align: right ? 'right' : 'center',
      formatter: spec.last, color: ink.text, fontSize: 13, fontWeight: 'bold', fontFamily: CHART_FONT,
      backgroundColor: ink.behind, padding: [1, 3],
    } }],
  };
}

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

/** A thin upright line where something happened, its name beside it; each label lower than the one before, so that two stay apart. */
function eventLines(spec: ChartSpec, ink: ChartInk): Series[] {
  const shown = spec.events.filter(({ at }) => at < spec.points.length);
  const named = shown.filter(({ label }) => label !== '');
  return shown.map(({ at, label }, order) => ({
    type: 'line', data: [], z: 1,
    markLine: {
      silent: true, symbol: 'none', lineStyle: { color: ink.quiet, type: 'dotted', width: 1.5 },
      label: {
        position: 'end', formatter: label, color: ink.quiet, fontSize: 10, fontFamily: CHART_FONT, distance: [0, -12 * (named.filter((event) => shown.indexOf(event) < order).length + 1)],
        align: at > spec.points.length / 2 ? 'right' : 'left', backgroundColor: ink.behind, padding: [0, 2],
      },
      data: [{ xAxis: at }],
    },
  }));
}
