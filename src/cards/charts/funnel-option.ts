import type { EChartsOption } from 'echarts';
import { axisLabel, drawn, roundAxis, unitWords, type ChartAxis } from './chart-axis';
import type { ChartInk } from './chart-ink';
import { CHART_FONT } from './chart-option';
import type { FunnelSpec } from './funnel-spec';

type Series = Extract<NonNullable<EChartsOption['series']>, readonly unknown[]>[number];

/**
 * What ECharts is told to draw of a place among peers: what the figure rests on across, the figure upwards, a ring for
 * every other trust, a filled diamond for the own one, whose value the key has, the centre and the limits, each named at its end.
 */
export function funnelOption(spec: FunnelSpec, ink: ChartInk): EChartsOption {
  const across = acrossAxis(spec);
  const up = upAxis(spec);
  const marks = { color: ink.quiet, fontSize: 11 };
  const title = { color: ink.text, fontSize: 11, fontFamily: CHART_FONT };
  return {
    animation: false,
    backgroundColor: ink.ground,
    textStyle: { fontFamily: CHART_FONT, color: ink.text },
    title: { text: spec.name, subtext: spec.own.value === '' ? spec.about : `${spec.about}\n◆ this trust ${spec.own.value}`, left: 8, top: 4, itemGap: 3,
      textStyle: { fontFamily: CHART_FONT, fontSize: 13, fontWeight: 'bold', color: ink.text, width: 360, overflow: 'truncate' },
      subtextStyle: { fontFamily: CHART_FONT, fontSize: 11, color: ink.quiet, width: 360, overflow: 'truncate' } },
    grid: { left: 8, right: 46, top: 81, bottom: 24, outerBoundsMode: 'same', outerBoundsContain: 'axisLabel' },
    xAxis: {
      type: 'value', min: across.min, max: across.max, interval: across.step, splitLine: { show: false },
      name: shortened(`Number of ${spec.per}`, 48), nameLocation: 'middle', nameGap: 24, nameTextStyle: title,
      ...axisOf(ink),
      axisLabel: { ...marks, hideOverlap: true, showMaxLabel: across.max % across.step === 0, formatter: (at: number) => axisLabel(tidy(at), 'count', across.step) },
    },
    yAxis: {
      type: 'value', min: up.min, max: up.max, interval: up.step, splitLine: { lineStyle: { color: ink.grid } }, ...axisOf(ink),
      name: upTitle(spec), nameLocation: 'end', nameGap: 9, nameTextStyle: { ...title, align: 'left', padding: [0, 0, 0, -24] },
      axisLabel: { ...marks, formatter: (at: number) => axisLabel(tidy(at), spec.unit, up.step) },
    },
    series: [
      ...[0, 3].map((limit) => curve(spec, limit, '99.8%', ink)),
      ...[1, 2].map((limit) => curve(spec, limit, '95%', ink)),
      centreLine(spec, ink),
      others(spec, ink),
      own(spec, ink),
    ],
  };
}

const axisOf = ({ quiet }: ChartInk) => ({ axisLine: { show: true, onZero: false, lineStyle: { color: quiet } }, axisTick: { lineStyle: { color: quiet } } });

const tidy = (value: number): number => Number(value.toPrecision(8));

const shortened = (words: string, most: number): string => (words.length <= most ? words : `${words.slice(0, most - 1).trimEnd()}…`);

const upTitle = ({ unit }: FunnelSpec): string =>
  ({ ratio: 'Per cent', gbp: 'Pounds', count: 'Value', number: 'Value', minutes: '', nights: '', points: '' }[unit] || capital(unitWords(unit)));

const capital = (words: string): string => `${words.slice(0, 1).toUpperCase()}${words.slice(1)}`;

function acrossAxis({ curves, dots }: FunnelSpec): ChartAxis {
  const sizes = [...curves, ...dots].map(({ denominator }) => denominator);
  const { min, step } = roundAxis(Math.min(...sizes), Math.max(...sizes), 4);
  // It ends with the curves, whose names stand beside them.
  return { min: Math.max(0, min), max: tidy(Math.max(...sizes)), step };
}

/** Holds every dot and the limits at their narrow end; where they open far wider than the dots lie, they run out of the picture. */
function upAxis({ curves, dots, unit }: FunnelSpec): ChartAxis {
  const narrow = [...dots.map(({ value }) => value), ...(curves.at(-1)?.limits ?? [])];
  const [low, high] = [Math.min(...narrow), Math.max(...narrow)];
  const wide = curves.flatMap(({ limits }) => limits);
  const room = (high - low) / 2;
  const axis = roundAxis(drawn(Math.max(low - room, Math.min(low, ...wide)), unit), drawn(Math.min(high + room, Math.max(high, ...wide)), unit), 5);
  return { ...axis, min: low >= 0 ? Math.max(0, axis.min) : axis.min, max: unit === 'ratio' && high <= 1 ? Math.min(100, axis.max) : axis.max };
}

/** One limit: 95% dashed and 99.8% unbroken, so that they differ in more than colour. */
function curve({ curves, unit }: FunnelSpec, limit: number, name: string, ink: ChartInk): Series {
  return {
    type: 'line', name, data: curves.map(({ denominator, limits }) => [denominator, drawn(limits[limit] ?? 0, unit)]), symbol: 'none', silent: true, z: 2, clip: true,
    lineStyle: { width: 1.5, color: name === '95%' ? ink.target : ink.quiet, type: name === '95%' ? [5, 4] : 'solid' },
    endLabel: { show: true, formatter: name, color: name === '95%' ? ink.target : ink.quiet, fontSize: 10, fontFamily: CHART_FONT, distance: 3 },
  };
}

function centreLine({ curves, centre, unit }: FunnelSpec, ink: ChartInk): Series {
  return {
    type: 'line', name: 'Centre', data: curves.map(({ denominator }) => [denominator, drawn(centre, unit)]), symbol: 'none', silent: true, z: 1,
    lineStyle: { width: 1, color: ink.text },
    endLabel: { show: true, formatter: 'All', color: ink.text, fontSize: 10, fontFamily: CHART_FONT, distance: 3 },
  };
}

function others({ dots, own: { at: ownAt }, unit }: FunnelSpec, ink: ChartInk): Series {
  return {
    type: 'scatter', name: 'Other trusts', symbol: 'circle', symbolSize: dots.length > 40 ? 5 : 7, z: 3,
    itemStyle: { color: ink.hollow, borderColor: ink.line, borderWidth: 1.5, opacity: 1 },
    data: dots.flatMap(({ denominator, value }, at) => (at === ownAt ? [] : [[denominator, drawn(value, unit)]])),
  };
}

/** The trust itself: its shape and its value stand in the key, so that its words cover no other trust and are taken for none. */
function own({ dots, own: { at }, unit }: FunnelSpec, ink: ChartInk): Series {
  const dot = dots[at];
  return {
    type: 'scatter', name: 'This trust', symbol: 'diamond', symbolSize: 14, z: 5, itemStyle: { color: ink.own, borderColor: ink.hollow, borderWidth: 1, opacity: 1 },
    data: dot === undefined ? [] : [[dot.denominator, drawn(dot.value, unit)]],
  };
}
