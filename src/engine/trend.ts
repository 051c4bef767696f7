import { addMonths, monthEnd, monthStart, type Day } from '../calendar/day';
import { NO_FIGURE } from './cell';
import { figures } from './figures';
import { isComplete, maturesOn, type Holding } from './holding';
import { printedRows, printedStretch } from './kinds/published';
import type { Query } from './query';
import { realPart } from './real-part';
import { sliceOf, type Setting, type Wanted } from './reckon';
import type { TrendPoint } from './result';
import { endOf, startsIn, trendWindow } from './windows';

const SPANS = { month_start: 'month', week_start: 'week', day: 'day' } as const;

/** How the figure has run: a point for every month, week or day of the window, one with no rows a gap and not a jump. */
export async function trendOf(setting: Setting, wanted: Wanted, query: Query, holding: Holding): Promise<readonly TrendPoint[]> {
  const window = trendWindow(query, wanted.period, holding);
  if (window === null) {
    return [];
  }
  // Rows that are not real are never drawn beside real ones.
  const { from, to } = realPart(holding.tables, window) ?? window;
  const slice = { ...sliceOf(wanted, wanted.period), from, to };
  const cells = await figures(setting.catalogue, setting.snapshot, wanted.metric, slice, { time: window.time, dimensions: [] }, setting.signal);
  const cellAt = new Map(cells.map((cell) => [cell.period, cell]));
  return startsIn(window).map((start) => {
    const cell = cellAt.get(start);
    const end = endOf(window.time, start);
    return {
      period: window.time === 'month_start' ? start.slice(0, 7) : start,
      span: SPANS[window.time],
      figure: cell?.figure ?? NO_FIGURE,
      complete: isComplete(holding, { from: start, to: end }),
      immature: maturesOn(wanted.metric, { to: end }, setting.today) !== null,
      ...(cell === undefined || cell.asAt === null ? {} : { asAt: cell.asAt }),
    };
  });
}

const PRINTED_MONTHS = 24;

/** The same of printed figures: the months that documents print up to the period's end, and the gaps between them. */
export async function printedTrend(setting: Setting, wanted: Wanted): Promise<readonly TrendPoint[]> {
  const to = monthStart(wanted.period.to);
  const from = laterOf(addMonths(to, 1 - PRINTED_MONTHS), printedStretch(await printedRows(setting, wanted.metric))?.from ?? to);
  const slice = { ...sliceOf(wanted, wanted.period), from, to: monthEnd(to) };
  const cells = await figures(setting.catalogue, setting.snapshot, wanted.metric, slice, { time: 'month_start', dimensions: [] }, setting.signal);
  const [first] = cells;
  const figureAt = new Map(cells.map(({ period, figure }) => [period, figure]));
  return first === undefined || first.period === null ? [] : startsIn({ from: first.period, to, time: 'month_start' }).map((start) => ({
    period: start.slice(0, 7), span: 'month' as const, figure: figureAt.get(start) ?? NO_FIGURE, complete: figureAt.has(start), immature: false,
  }));
}

const laterOf = (a: Day, b: Day): Day => (a > b ? a : b);
