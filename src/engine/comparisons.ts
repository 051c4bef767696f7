import { isWholeMonths, previousPeriod, samePeriodLastYear, type Period } from '../calendar/period';
import { NO_FIGURE } from './cell';
import { isComplete, type Holding } from './holding';
import type { Query, Selection } from './query';
import { dimensionsIn, onlyCell, reckon, type Held, type Setting, type Wanted } from './reckon';
import type { Comparison, Figure, Peers } from './result';
import { benchmarkComparison } from './peers';
import { planFigure } from './plan-figure';
import { comparisonPeriods } from './windows';

/** The figure asked for, and what it may be held against. */
export interface Compared extends Wanted {
  readonly versus: Query['versus'];
  readonly figure: Figure;
  readonly peers: Peers | null;
}

/**
 * What a figure is held against: what was asked for, or the period before and the same one last year. Each is worked out
 * as the figure itself is; one that lies outside what is held has no figure.
 */
export async function comparisonsOf(setting: Setting, compared: Compared, held: Held): Promise<readonly Comparison[]> {
  const { versus, period } = compared;
  if (versus === 'peers' || versus === 'national') {
    return [benchmarkComparison(versus, compared.peers)];
  }
  if (versus === 'plan') {
    return [await planFigure(setting, compared)];
  }
  if (versus !== null && typeof versus === 'object' && 'filters' in versus) {
    return [{ with: 'filters', label: '', figure: await figureOver(setting, { ...compared, heldBy: [...compared.heldBy, ...dimensionsIn(setting, compared.filters)] }, period, versus.filters), complete: true }];
  }
  if (versus !== null && typeof versus === 'object') {
    return [await comparisonWith(setting, compared, held, 'period', versus.period)];
  }
  // A stretch that overlaps its own says nothing beside it that nobody asked for: of 24 months the ones of a year before.
  const beside = usualPeriods(period, held).filter(({ period: other }) => versus !== null || other.to < period.from);
  const comparisons = await Promise.all(beside.map(({ with: kind, period: other }) => comparisonWith(setting, compared, held, kind, other)));
  // That nothing is held of days that nobody named is no news.
  const isNamed = held.kind !== 'printed' && (versus !== null || isWholeMonths(period));
  return comparisons.filter(({ figure }) => isNamed || figure.value !== null || figure.hidden);
}

/** The other period that a query sets its own against, or null where it sets it against none. */
export function otherPeriod(versus: Query['versus'], period: Period, held: Held): Period | null {
  if (versus === 'previous' || versus === 'last-year') {
    return usualPeriods(period, held).find((one) => one.with === versus)?.period ?? null;
  }
  return versus !== null && typeof versus === 'object' && 'period' in versus ? versus.period : null;
}

function usualPeriods(period: Period, held: Held): readonly { readonly with: 'previous' | 'last-year'; readonly period: Period }[] {
  if (held.kind === 'tables') {
    return comparisonPeriods(period, held.holding);
  }
  const before = previousPeriod(period);
  return [...(before === null ? [] : [{ with: 'previous' as const, period: before }]), { with: 'last-year', period: samePeriodLastYear(period) }];
}

async function comparisonWith(setting: Setting, compared: Compared, held: Held, kind: 'previous' | 'last-year' | 'period', other: Period): Promise<Comparison> {
  const reaches = held.kind !== 'tables' || startsInTime(held.holding, other);
  const figure = reaches ? await figureOver(setting, compared, other, compared.filters) : null;
  return {
    with: kind,
    label: other.label,
    over: { from: other.from, to: other.to },
    figure: figure ?? NO_FIGURE,
    complete: held.kind === 'tables' ? isComplete(held.holding, other) : figure?.value !== undefined && figure.value !== null,
  };
}

/** Twelve months of which the first few are not held are no twelve months to compare with; a census needs only its end. */
const startsInTime = (holding: Holding, { from }: Period): boolean => holding.isCensus || from >= holding.since;

async function figureOver(setting: Setting, wanted: Wanted, period: Period, filters: Selection): Promise<Figure> {
  return onlyCell(await reckon(setting, { ...wanted, period, filters, by: [], undated: false })).figure;
}
