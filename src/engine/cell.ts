import type { Catalogue } from '../catalogue/catalogue';
import type { Day } from '../calendar/day';
import { BETWEEN, NOT_KNOWN } from './keys';
import type { EngineRefusal, Figure, Printed } from './result';
import type { Grouping } from './slice';
import type { Sum, Sums } from './sum';

/** A figure for one cell: a stretch of time and one key per dimension. */
export interface Cell {
  /** YYYY-MM-DD of the day, Monday or first of the month; null where not grouped by time. */
  readonly period: string | null;
  readonly keys: readonly string[];
  readonly figure: Figure;
  /** Why there is no value though something of the cell is held; null where there is one, or nothing is. */
  readonly missing: EngineRefusal | null;
  /** The day of the census that it is of. */
  readonly asAt: Day | null;
  /** Set where the figure is one that a document prints. */
  readonly printed: Printed | null;
}

export const NO_FIGURE: Figure = { numerator: null, denominator: null, value: null, hidden: false };

/** That what is made of these figures is made of rounded numbers, where any of them is. */
export function roundedAs(...figures: readonly (Pick<Figure, 'roundedTo'> | null | undefined)[]): Pick<Figure, 'roundedTo'> {
  const to = figures.find((one) => one?.roundedTo !== undefined)?.roundedTo;
  return to === undefined ? {} : { roundedTo: to };
}

/** A figure and, where it lacks a value, why. */
export interface Worked {
  readonly figure: Figure;
  readonly missing: EngineRefusal | null;
}

export const NOTHING: Worked = { figure: NO_FIGURE, missing: null };

/**
 * Numerators and denominators, cell by cell, each pair worked into a figure. A denominator that a dimension does not
 * divide stands whole beside every part of its numerator, and rows without a part are then no part.
 */
export function pairedCells(
  catalogue: Catalogue, grouping: Grouping, above: Sums, below: Sums,
  work: (numerator: Sum | undefined, denominator: Sum | undefined, keys: readonly string[]) => Worked,
): readonly Cell[] {
  const wholes = grouping.dimensions.map((id) => catalogue.dimensions.get(id)?.['numerator-only'] === true);
  const denominatorCell = (cell: string): string => {
    const [period = '', ...keys] = cell.split(BETWEEN);
    return [period, ...keys.map((key, index) => (wholes[index] === true ? '*' : key))].join(BETWEEN);
  };
  const cells = wholes.includes(true) ? [...above.byCell.keys()] : [...new Set([...below.byCell.keys(), ...above.byCell.keys()])];
  return cells
    .map((cell): Cell => {
      const [period = '', ...keys] = cell.split(BETWEEN);
      return {
        period: period === '' ? null : period,
        keys,
        ...work(above.byCell.get(cell), below.byCell.get(denominatorCell(cell)), keys),
        asAt: above.asAt.get(period) ?? below.asAt.get(period) ?? null,
        printed: null,
      };
    })
    .filter(({ keys }) => !keys.some((key, index) => wholes[index] === true && key === NOT_KNOWN))
    .sort(byPeriodAndKeys);
}

export function byPeriodAndKeys(a: Pick<Cell, 'period' | 'keys'>, b: Pick<Cell, 'period' | 'keys'>): number {
  return [a.period ?? '', ...a.keys].join('|').localeCompare([b.period ?? '', ...b.keys].join('|'), 'en');
}
