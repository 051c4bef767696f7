import type { Metric } from '../catalogue/metric';
import type { DriverPart, Drivers } from '../engine/change';
import type { Figure } from '../engine/result';
import { splitDistance, splitRatioChange, splitShareChange, type BeforeAndAfter } from '../statistics/change-split';
import { displayValue, type Style } from './display';
import type { DriversAnswer } from './drivers-answer';

/** What a part did to the whole, in the metric's unit; `rate` and `mix` only where it has a share and a rate of its own. */
export interface Contribution {
  readonly rate: number | null;
  readonly mix: number | null;
  readonly contribution: number;
}

const asBeforeAndAfter = (from: Figure, to: Figure): BeforeAndAfter => ({
  fromNumerator: from.numerator ?? 0, fromDenominator: from.denominator ?? 0, toNumerator: to.numerator ?? 0, toDenominator: to.denominator ?? 0,
});

/**
 * How the contributions of a metric's parts are worked out: of a quotient by rate and mix, or, where the dimension does
 * not divide its denominator, as shares of it; against a target by how far each part is from it; of a sum as its change.
 *
 * @param whole the figure after; the figure before is the drivers' own
 * @param isShare whether the dimension divides only what is counted
 */
export function contributionOf(metric: Metric, { with: kind, from }: Drivers, whole: Figure, isShare: boolean): (part: Pick<DriverPart, 'from' | 'to'>) => Contribution {
  const both = asBeforeAndAfter(from, whole);
  if (metric.kind === 'difference') {
    const kept = 1 - (metric.less?.rate ?? 0);
    return (part) => sumOnly(kept * (differenceOf(part.to) - differenceOf(part.from)));
  }
  if (whole.denominator === null) {
    return (part) => sumOnly((part.to.numerator ?? 0) - (part.from.numerator ?? 0));
  }
  if (kind === 'target') {
    const { value: target } = from;
    return ({ to }) => sumOnly(splitDistance({ numerator: to.numerator ?? 0, denominator: to.denominator ?? 0 }, both.toDenominator, target ?? 0));
  }
  return isShare
    ? (part) => sumOnly(splitShareChange(asBeforeAndAfter(part.from, part.to), both))
    : (part) => splitRatioChange(asBeforeAndAfter(part.from, part.to), both);
}

const sumOnly = (contribution: number): Contribution => ({ rate: null, mix: null, contribution });

const differenceOf = ({ numerator, denominator }: Figure): number => (numerator ?? 0) - (denominator ?? 0);

/** How contributions to one change are written: their places, and 100 for percentage points. */
export interface ContributionStyle extends Style {
  readonly times: number;
}

/** Percentage points to which a part's effect is told. */
const PLACES_OF_POINTS = 2;

/** A contribution is as a rule much smaller than the figure, and is shown with one more place; a sum of whole things is not. */
export function contributionStyle({ kind, unit, decimals, denominator }: Metric): ContributionStyle {
  const isFiner = denominator !== null && kind === 'ratio' && unit !== 'gbp';
  const places = unit === 'ratio' ? Math.max(decimals, PLACES_OF_POINTS) : decimals + (isFiner ? 1 : 0);
  return { unit: unit === 'gbp' ? 'gbp' : 'number', decimals: places, suffix: '', times: unit === 'ratio' ? 100 : 1 };
}

/** "+0.12", "−£3,400", "0.00": signed, without the unit that is named once over all of them. */
export function displayContribution(contribution: number, style: ContributionStyle): string {
  const size = displayValue(Math.abs(contribution * style.times), style);
  return size === displayValue(0, style) ? size : `${contribution > 0 ? '+' : '−'}${size}`;
}

/** "+112", "−9": in whole things counted. */
export function displayCases(cases: number): string {
  return displayContribution(cases, { unit: 'count', decimals: 0, suffix: '', times: 1 });
}

/** Whether a contribution shows at the precision it is printed with. */
export function shows(contribution: number, style: ContributionStyle): boolean {
  return displayContribution(contribution, style) !== displayContribution(0, style);
}

/** The parts after the first so many, as one: "17 others", and what they did together. */
export interface Others {
  readonly label: string;
  /** "*" where it is one alone that is hidden, or rounding leaves no telling. */
  readonly display: string;
  readonly casesDisplay: string;
}

/**
 * Null where all are shown. Where one of them is hidden the rest are what is left of the whole change, which anybody can
 * work out from the card; never of one part alone, nor of rounded numbers, which leave another rest.
 */
export function othersAfter({ parts, style, total, isRounded }: DriversAnswer, shown: number): Others | null {
  const rest = parts.slice(shown);
  const isHidden = rest.some(({ suppressed }) => suppressed);
  const added = (rows: typeof parts, of: 'contribution' | 'cases'): number => rows.reduce((sum, row) => sum + (row[of] ?? 0), 0);
  const left = (of: 'contribution' | 'cases'): number | null => {
    const whole = total[of];
    return !isHidden ? added(rest, of) : whole === null || isRounded === true || rest.length < 2 || parts[shown - 1]?.suppressed === true ? null : whole - added(parts.slice(0, shown), of);
  };
  const [contribution, cases] = [left('contribution'), left('cases')];
  const hasCases = parts.some(({ casesDisplay }) => casesDisplay !== '');
  return rest.length === 0 ? null : {
    label: `${rest.length} ${rest.length === 1 ? 'other' : 'others'}${isHidden && rest.length > 1 ? ', some of them hidden' : ''}`,
    display: contribution === null ? '*' : displayContribution(contribution, style),
    casesDisplay: cases === null || !hasCases ? '' : displayCases(cases),
  };
}
