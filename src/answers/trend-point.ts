import type { Metric } from '../catalogue/metric';
import { dayLabel, monthLabel } from '../calendar/day';
import type { TrendPoint } from '../engine/result';
import type { AnswerTrendPoint } from './answer';
import { shownFigure } from './figure-words';

/** Fewer points than this are a comparison and no trend. */
const FEWEST_POINTS = 3;

/** Whether enough is held to be shown as a line over time. A plan given for the year to date has a point each April and no more. */
export function isTrend(points: readonly { readonly figure: { readonly value: number | null } }[]): boolean {
  return points.filter(({ figure }) => figure.value !== null).length >= FEWEST_POINTS;
}

const TREND_LABELS = {
  month: (period: string) => monthLabel(`${period}-01`),
  week: (period: string) => `week of ${dayLabel(period)}`,
  day: dayLabel,
} as const;

export function trendPoint(metric: Metric, point: TrendPoint): AnswerTrendPoint {
  return {
    period: point.period,
    label: TREND_LABELS[point.span](point.period),
    value: point.figure.value,
    display: shownFigure(point.figure, metric),
    complete: point.complete,
    immature: point.immature,
    ...(point.figure.hidden ? { suppressed: true as const } : {}),
  };
}
