import type { Catalogue } from '../catalogue/catalogue';
import type { Metric } from '../catalogue/metric';
import { targetsFor, type ComputedTargets, type TargetHeld } from '../catalogue/targets';
import type { Period } from '../calendar/period';
import type { Selection } from '../engine/query';
import { judge, targetWords } from './judge';
import type { StandingTarget } from './standing-target';
import { isForTheYear, yearTarget } from './year-target';
import type { YearTarget } from './year-target-answer';
import type { TargetVerdict } from './target-verdict';

/** What a value is held against: what it is of, and the computed targets that came with it. */
export interface HeldAgainst {
  readonly filters: Selection;
  readonly period: Period;
  readonly computed: ComputedTargets;
}

/** The targets of a metric in a scope: those it can be judged by now, and one for the year that is not over yet. */
function targetsOf(catalogue: Catalogue, metric: Metric, { filters, period, computed }: HeldAgainst): { now: readonly TargetHeld[]; year: TargetHeld | null } {
  const held = targetsFor(catalogue, metric.id, { filters, day: period.to, grain: period.grain }, computed);
  // A course says where a month has to be, and nothing of a year that ends with it.
  const isCourse = ({ trajectory }: TargetHeld): boolean => trajectory !== undefined && period.grain === 'rolling';
  return { now: held.filter((target) => !isForTheYear(target, period) && !isCourse(target)), year: held.find((target) => isForTheYear(target, period)) ?? null };
}

/** A share of the whole, such as one reason for cancelling, cannot be held to the target of the whole. */
export function isShare(catalogue: Catalogue, filters: Selection): boolean {
  return Object.keys(filters).some((id) => catalogue.dimensions.get(id)?.['numerator-only'] === true);
}

/** The verdict on a value, or null where there is no value, no target, or the value is but a share of what the target is of. */
export function verdictOn(catalogue: Catalogue, metric: Metric, value: number | null, against: HeldAgainst): TargetVerdict | null {
  if (value === null || isShare(catalogue, against.filters)) {
    return null;
  }
  return judge(value, metric, targetsOf(catalogue, metric, against).now, { catalogue, day: against.period.to });
}

/**
 * The target that is set where a figure has no verdict: its own, where the figure is hidden; else the one of the whole of
 * which a part is asked for that has none, of one reason for cancelling, or where it is set for the trust alone. Null where
 * nothing is set.
 */
export function standingTarget(catalogue: Catalogue, metric: Metric, against: HeldAgainst): StandingTarget | null {
  const [own] = isShare(catalogue, against.filters) ? [] : targetsOf(catalogue, metric, against).now;
  const [whole] = Object.keys(against.filters).length > 0 ? targetsOf(catalogue, metric, { ...against, filters: {} }).now : [];
  const target = own ?? whole;
  return target === undefined || metric.better === 'neutral' ? null : { words: targetWords(target, metric), source: target.source, of: own === undefined ? 'whole' : 'part' };
}

/** How far a target for the year is reached; null where there is none, or the period does not begin with the year. */
export function yearTargetOf(catalogue: Catalogue, metric: Metric, value: number | null, against: HeldAgainst): YearTarget | null {
  const { year } = targetsOf(catalogue, metric, against);
  return year === null || isShare(catalogue, against.filters) ? null : yearTarget(value, year, metric, against.period);
}
