import type { AnswerTrendPoint, MetricAnswer } from '../../answers/answer';
import { hiddenOf } from '../../answers/hidden-points';
import { shownLimits } from '../../answers/process';
import type { CardDetail } from '../card-detail';
import { capitalised, cardText, plainText, shortened } from '../card-text';
import { onBothGrounds, type ChartAddress } from '../charts/chart-address';
import { chartAxis, drawn, periodLabel, unitWords } from '../charts/chart-axis';
import { hiddenWords } from '../charts/chart-key';
import { MOST_EVENTS, type ChartSpec } from '../charts/chart-spec';

/** A trend as a native chart, with what stands in for it: a picture, or its last months in words. */
export interface ChartView {
  readonly kind: 'none' | 'picture' | 'words';
  readonly title: string;
  readonly unit: string;
  readonly min: number;
  readonly max: number;
  readonly series: readonly ChartSeries[];
  readonly picture: string;
  /** The same picture for a card on dark, where the client tells its theme. */
  readonly onDark: string;
  readonly alternative: string;
  readonly words: string;
}

interface ChartSeries {
  readonly legend: string;
  readonly color: string;
  readonly values: readonly { readonly x: string; readonly y: number }[];
}

const NONE: ChartView = { kind: 'none', title: '', unit: '', min: 0, max: 1, series: [], picture: '', onDark: '', alternative: '', words: '' };

/** A trend of fewer points than this is a comparison, and is shown as one. */
const FEWEST_POINTS = 3;

/** @param verdict the picture's text: whoever cannot see it is told what it shows */
export function chartView(metric: MetricAnswer, verdict: string, detail: CardDetail, address: ChartAddress | null): ChartView {
  const held = metric.trend.filter(({ value }) => value !== null).length;
  if (detail.points === 0 || held < FEWEST_POINTS) {
    return NONE;
  }
  const spec = chartSpec(metric, detail.points);
  const { min, max } = chartAxis(spec);
  return {
    kind: address === null ? 'words' : 'picture',
    title: plainText(`${metric.name} over time`),
    unit: metric.unit === 'ratio' ? '%' : metric.unit === 'gbp' ? '£' : unitWords(metric.unit),
    min,
    max,
    series: nativeSeries(spec),
    ...(address === null ? { picture: '', onDark: '' } : onBothGrounds(spec, address)),
    alternative: shortened(plainText(alternativeWords(metric, verdict)), 500),
    words: [recentWords(metric.trend, 6), ...hiddenWords(spec.points)].join(' · '),
  };
}

/** The verdict, and how many of its points the picture does not show, where the verdict does not say so. */
function alternativeWords({ trend }: MetricAnswer, verdict: string): string {
  const hidden = hiddenOf(trend);
  return hidden === '' || verdict.toLowerCase().includes(hidden) ? verdict : `${capitalised(hidden)}. ${verdict}`;
}

/** "May 2026 8.4%, June 2026 8.5%": the last points held, oldest first. */
export function recentWords(trend: readonly AnswerTrendPoint[], most: number): string {
  return cardText(trend.filter(({ value }) => value !== null).slice(-most)
    .map(({ label, display, complete, immature }) => `${label} ${display}${immature ? ' (still being coded)' : complete ? '' : ' so far'}`).join(' · '));
}

/** The last `most` points of the metric's trend with its target. */
function chartSpec(metric: MetricAnswer, most: number): ChartSpec {
  const points = metric.trend.slice(-most);
  return {
    name: plainText(metric.name),
    unit: metric.unit,
    // A target of the year is none of its months'.
    target: metric.target === null || (metric.process !== null && metric.process.target === null) ? null : { value: metric.target.value, label: plainText(`Target ${metric.target.words}`) },
    // What is still being coded is drawn as what is not over: hollow, and never as a fall.
    points: points.map(({ period, value, complete, immature, suppressed }) => ({ period, value, complete: complete && !immature, ...(suppressed === true ? { hidden: true as const } : {}) })),
    last: plainText(lastWords(metric, points)),
    events: marks(metric, points.map(({ period }) => period)),
    process: processOf(metric, points.map(({ period }) => period)),
  };
}

/** The last value as it is written beside its point: with its month where the card's own figure is of more than that. */
function lastWords({ display: own, unit }: MetricAnswer, points: readonly AnswerTrendPoint[]): string {
  const last = points.findLast(({ value }) => value !== null);
  // What the axis counts, the key says.
  const shown = last?.display.replace(` ${unitWords(unit)}`, '') ?? '';
  return last === undefined ? '' : last.display === own ? shown : `${periodLabel(last.period).replace(/ \d{2}$/, '')} ${shown}`;
}

/** The process over the points that are drawn: its stretches, and what of it is special cause. */
function processOf(metric: MetricAnswer, periods: readonly string[]): ChartSpec['process'] {
  const { process } = metric;
  const judged = process?.series.flatMap((point) => {
    const at = periods.indexOf(point.period);
    return at < 0 ? [] : [{ at, point }];
  }) ?? [];
  const last = judged.at(-1);
  if (process === null || last === undefined) {
    return null;
  }
  const begins = judged.filter(({ point }, order) => order === 0 || judged[order - 1]?.point.mean !== point.mean);
  return {
    stretches: begins.map(({ at, point }) => ({ from: at, mean: point.mean, ...shownLimits(point, metric) })),
    to: last.at + 1,
    marks: judged.flatMap(({ at, point: { variation } }) => (variation === 'common-cause' ? [] : [{ at, kind: variation }])),
    words: plainText(process.rangeWords),
  };
}

/** Events at the month they begin in; several of one month share a mark. */
function marks({ events }: MetricAnswer, periods: readonly string[]): ChartSpec['events'] {
  const placed = events.flatMap(({ from, name }) => {
    const at = periods.findLastIndex((period) => period <= from);
    return at < 0 || (periods[at]?.length === 7 && !from.startsWith(periods[at] ?? '')) ? [] : [{ at, label: plainText(name) }];
  });
  const places = [...new Set(placed.map(({ at }) => at))];
  // One name is written once, at its latest mark, so that a year of strikes does not cover the line.
  return places.map((at) => {
    const names = [...new Set(placed.filter((one) => one.at === at).map(({ label }) => label))];
    const last = names.filter((label) => !placed.some((later) => later.label === label && later.at > at));
    return { at, label: last.join(', ') };
  }).slice(-MOST_EVENTS);
}

/** Every x as a whole date: a native chart then keeps its distances, gaps included. */
function nativeSeries({ name, points, target, unit, process }: ChartSpec): readonly ChartSeries[] {
  const at = points.map(({ period, value, complete }) => ({ x: period.length === 7 ? `${period}-01` : period, value, complete }));
  const values = (kept: typeof at) => kept.flatMap(({ x, value }) => (value === null ? [] : [{ x, y: drawn(value, unit) }]));
  const unfinished = at.filter(({ complete }, index) => !complete || at[index + 1]?.complete === false);
  const ends = [...new Set([at[0]?.x, at.at(-1)?.x])].filter((x) => x !== undefined);
  return [
    { legend: name, color: 'categoricalBlue', values: values(at.filter(({ complete }) => complete)) },
    ...(unfinished.some(({ complete }) => !complete) ? [{ legend: 'Not complete or still being coded', color: 'categoricalLightBlue', values: values(unfinished) }] : []),
    ...limitSeries(process, at.map(({ x }) => x), unit),
    ...(target === null ? [] : [{ legend: target.label, color: 'categoricalMarigold', values: ends.map((x) => ({ x, y: drawn(target.value, unit) })) }]),
  ].filter(({ values: held }) => held.length > 0);
}

/** The average and the limits of the stretch that still runs, each from its first month to its last. */
function limitSeries(process: ChartSpec['process'], periods: readonly string[], unit: ChartSpec['unit']): readonly ChartSeries[] {
  const stretch = process?.stretches.at(-1);
  if (process === null || stretch === undefined) {
    return [];
  }
  const ends = [...new Set([periods[stretch.from], periods[process.to - 1]])].filter((x) => x !== undefined);
  const level = (legend: string, y: number): ChartSeries => ({ legend, color: 'neutral', values: ends.map((x) => ({ x, y: drawn(y, unit) })) });
  return [level('Average', stretch.mean), level('Upper limit', stretch.upper), level('Lower limit', stretch.lower)];
}
