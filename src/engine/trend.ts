import { addMonths, monthEnd, monthStart } from '../calendar/day';
import { NO_FIGURE } from './cell';
import { figures } from './figures';
import { isComplete, maturesOn, type Holding } from './holding';
import { printedRows, printedStretch } from './kinds/published';
import type { Query } from './query';
import { realPart } from './real-part';
import { sliceOf, type Setting, type Wanted } from './reckon';
import type { TrendPoint } from './result';
import { endOf, startsIn, trendWindow, type TrendWindow } from './windows';

const SPANS = { month_start: 'month', week_start: 'week', day: 'day' } as const;

/** How a figure has run: what is drawn of it, and the months by which it is judged, which hang on no question. */
export interface Course {
  readonly trend: readonly TrendPoint[];
  /** Every month held up to the end of the period; empty where weeks or days are drawn. */
  readonly run: readonly TrendPoint[];
}

/**
 * A point for every month, week or day of the window, one with no rows a gap and not a jump. A month is judged by the same
 * run whatever is asked of it: limits that moved with the picture would say that one month is better and worse.
 */
export async function courseOf(setting: Setting, wanted: Wanted, query: Query, holding: Holding): Promise<Course> {
  const window = trendWindow(query, wanted.period, holding);
  if (window === null || window.time !== 'month_start') {
    return { trend: window === null ? [] : await points(setting, wanted, window, holding), run: [] };
  }
  const whole = holding.since < window.from ? { ...window, from: holding.since } : window;
  if (realPart(holding.tables, whole) !== null) {
    const trend = await points(setting, wanted, window, holding);
    return { trend, run: trend };
  }
  const all = await points(setting, wanted, whole, holding);
  return { trend: all.filter(({ period }) => period >= window.from.slice(0, 7)), run: all };
}

async function points(setting: Setting, wanted: Wanted, window: TrendWindow, holding: Holding): Promise<readonly TrendPoint[]> {
  // Rows that are not real are never drawn beside real ones.
  const { from, to } = realPart(holding.tables, window) ?? window;
  const slice = { ...sliceOf(wanted, wanted.period), from, to };
  const cells = await figures(setting, wanted.metric, slice, { time: window.time, dimensions: [] });
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
export async function printedCourse(setting: Setting, wanted: Wanted): Promise<Course> {
  const to = monthStart(wanted.period.to);
  const from = printedStretch(await printedRows(setting, wanted.metric))?.from ?? to;
  const slice = { ...sliceOf(wanted, wanted.period), from, to: monthEnd(to) };
  const cells = await figures(setting, wanted.metric, slice, { time: 'month_start', dimensions: [] });
  const [first] = cells;
  const figureAt = new Map(cells.map(({ period, figure }) => [period, figure]));
  const run = first === undefined || first.period === null ? [] : startsIn({ from: first.period, to, time: 'month_start' }).map((start) => ({
    period: start.slice(0, 7), span: 'month' as const, figure: figureAt.get(start) ?? NO_FIGURE, complete: figureAt.has(start), immature: false,
  }));
  return { run, trend: run.filter(({ period }) => `${period}-01` >= addMonths(to, 1 - PRINTED_MONTHS)) };
}
