import type { Metric } from '../catalogue/metric';
import { NO_FIGURE, roundedAs, type Cell } from './cell';
import { countCells } from './kinds/count';
import { differenceCells } from './kinds/difference';
import { medianCells } from './kinds/median';
import { opportunityCells } from './kinds/opportunity';
import { isPrintedOnly, printedCells, printedRows } from './kinds/published';
import { ratioCells } from './kinds/ratio';
import { narrowing, type Grouping, type Ground, type Slice } from './slice';

/**
 * Figures of one metric over a slice, by cell: the one entry for every kind of metric. A metric whose own tables are
 * not held is answered from the figures that documents print of it, and never from both.
 */
export async function figures(ground: Ground, metric: Metric, slice: Slice, grouping: Grouping): Promise<readonly Cell[]> {
  const { catalogue } = ground;
  if (isPrintedOnly(ground, metric)) {
    return printedCells(catalogue, metric, await printedRows(ground, metric), slice, grouping);
  }
  const narrowed = { ...slice, filters: narrowing(catalogue, slice.filters) };
  return metric.rolling === 'mean-of-months' && slice.grain === 'rolling' && grouping.time === null
    ? meanOfMonths(await cellsOf(ground, metric, narrowed, { ...grouping, time: 'month_start' }))
    : cellsOf(ground, metric, narrowed, grouping);
}

async function cellsOf(ground: Ground, metric: Metric, slice: Slice, grouping: Grouping): Promise<readonly Cell[]> {
  const cells = await allCellsOf(ground, metric, slice, grouping);
  return ground.withhold === undefined ? cells : ground.withhold(ground, metric, slice, grouping, cells);
}

function allCellsOf(ground: Ground, metric: Metric, slice: Slice, grouping: Grouping): Promise<readonly Cell[]> {
  switch (metric.kind) {
    case 'ratio': return metric.denominator === null ? countCells(ground, metric, slice, grouping) : ratioCells(ground, metric, slice, grouping);
    case 'count': return countCells(ground, metric, slice, grouping);
    case 'median': return medianCells(ground, metric, slice, grouping);
    case 'difference': return differenceCells(ground, metric, slice, grouping);
    case 'opportunity': return opportunityCells(ground, metric, slice, grouping);
    case 'published': return Promise.resolve([]);
  }
}

/** The plain mean of the months that have a value, by key: no quotient, so it has neither numerator nor denominator. */
function meanOfMonths(months: readonly Cell[]): readonly Cell[] {
  const byKeys = new Map<string, Cell[]>();
  for (const cell of months) {
    const key = cell.keys.join('|');
    byKeys.set(key, [...(byKeys.get(key) ?? []), cell]);
  }
  return [...byKeys.values()].flatMap((cells) => {
    const values = cells.flatMap(({ figure: { value } }) => value ?? []);
    const last = cells.at(-1);
    if (cells.some(({ figure: { hidden } }) => hidden)) {
      return last === undefined ? [] : [{ ...last, period: null, figure: { ...NO_FIGURE, hidden: true }, missing: null }];
    }
    const value = values.length === 0 ? null : values.reduce((sum, one) => sum + one, 0) / values.length;
    return last === undefined ? [] : [{ ...last, period: null, figure: { ...NO_FIGURE, value, ...roundedAs(...cells.map(({ figure }) => figure)) }, missing: value === null ? last.missing : null }];
  });
}
