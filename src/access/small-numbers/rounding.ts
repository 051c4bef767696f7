import type { Measure, Metric } from '../../catalogue/metric';
import { NO_FIGURE, type Cell } from '../../engine/cell';
import type { Figure } from '../../engine/result';
import type { Grouping, Ground, Slice } from '../../engine/slice';
import { placesOf } from './asked';

const HIDDEN: Figure = { ...NO_FIGURE, hidden: true };

/** What was asked for, and which of the measures of its metric count people. */
interface Counted {
  readonly metric: Metric;
  readonly slice: Slice;
  readonly grouping: Grouping;
  readonly counts: readonly Measure[];
}

/**
 * The cells of an answer with numbers of people below the whole trust rounded to the nearest 5, where the configuration asks
 * for it (`access: round-people-to`); as they are where it does not. It comes after small numbers are hidden, so that nothing
 * from 1 to 7 is rounded, and nought stays nought. A number that is of the whole trust stays exact, also beside one of a part:
 * what was planned, under one reason for which it was cancelled. Sessions, slots, minutes, nights and money stay exact.
 *
 * Every value is worked anew from the numbers that are shown, a rate and a mean alike: 12 missed of 208 appointments are 10 of
 * 210, and 333 nights of 72 stays are 333 over 70. No value then tells more than those numbers, to however many places it is
 * given: an exact mean beside its exact nights would be worked back to the stays. The price is a mean of few that is up to a
 * fifth off. A median keeps its value, which is nobody's count, and the number that it is the middle of is rounded. A rate
 * without the numbers behind it, as a benchmarking source may give one, cannot be worked anew and is hidden.
 *
 * What rounding does not withstand: parts whose sum is shown bound each other, and so do stretches of time that overlap. Some
 * three hundred answers, one for each stretch of two years by month, give nearly every exact number back. It takes from what
 * may be read off one answer; what is hidden stays as well hidden as without it.
 *
 * Source: HES disclosure control, from September 2018: all other sub-national counts are rounded to the nearest 5, and national
 * totals are not.
 *
 * @param cells those of `withhold`, hidden where they have to be
 * @returns each that has a rounded number with `roundedTo` on its figure
 */
export function roundPeople(ground: Ground, counted: Counted, cells: readonly Cell[]): readonly Cell[] {
  const to = ground.catalogue.access?.['round-people-to'];
  return to === undefined ? cells : cells.map((cell) => {
    const below = counted.counts.filter((measure) => isBelow(ground, counted, cell, measure));
    return below.length === 0 ? cell : { ...cell, figure: roundedFigure(counted.metric, cell.figure, below, to) };
  });
}

/** Whether a measure is narrowed to a part of the trust. */
function isBelow({ catalogue }: Ground, counted: Counted, cell: Cell, measure: Measure): boolean {
  const places = placesOf(catalogue, { ...counted, cell }, measure !== counted.metric.denominator);
  return places === null || places.size > 0;
}

function roundedFigure(metric: Metric, figure: Figure, below: readonly Measure[], to: number): Figure {
  const { numerator, denominator, value, hidden } = figure;
  if (hidden || (numerator === null && denominator === null && value === null)) {
    return figure;
  }
  const rounded = (number: number | null, isOf: (measure: Measure) => boolean): number | null => {
    const measure = below.find(isOf);
    return number === null || measure === undefined ? number : nearest(number * measure.divide, to) / measure.divide;
  };
  const shown = {
    // A median has the number that it is the middle of below it, and none above.
    numerator: rounded(numerator, (measure) => measure !== metric.denominator && metric.kind !== 'median'),
    denominator: rounded(denominator, (measure) => (metric.kind === 'median') === (measure !== metric.denominator)),
  };
  const worked = value === null ? null : workedFrom(metric, shown, value, to);
  return worked === undefined ? HIDDEN : { ...shown, value: worked, hidden: false, roundedTo: to };
}

/** To the nearest multiple: whole numbers are never half-way between two of five. */
const nearest = (number: number, to: number): number => Math.round(number / to) * to;

/** What the shown numbers come to; undefined where it cannot be worked from them. */
function workedFrom({ kind, less, denominator: below }: Metric, { numerator, denominator }: Pick<Figure, 'numerator' | 'denominator'>, value: number, to: number): number | undefined {
  if (kind === 'median') {
    return value;
  }
  if (below === null) {
    return numerator ?? nearest(value, to);
  }
  if (numerator === null || denominator === null || denominator === 0) {
    return undefined;
  }
  return kind === 'ratio' ? numerator / denominator : (numerator - denominator) * (1 - (less?.rate ?? 0));
}
