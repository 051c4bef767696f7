import { daysBetween, type Day } from '../calendar/day';
import type { PeriodGrain } from '../calendar/period';
import type { Catalogue } from './catalogue';
import type { Target } from './target';

/** Where and when a target is looked up: the keys asked for by dimension, and the period's grain and last day. */
export interface TargetScope {
  readonly filters: Readonly<Record<string, readonly string[]>>;
  readonly day: Day;
  readonly grain: PeriodGrain;
}

/** A target with the value that holds in one scope. */
export type TargetHeld = Omit<Target, 'value'> & { readonly value: number };

/** Values of computed targets, as the engine worked them out from benchmark values: peer group → value. */
export type ComputedTargets = Readonly<Record<string, number>>;

/**
 * The targets of a metric that hold in a scope, the one that leads first. Those whose `where` is among what is asked for
 * (one key of each dimension it names) stand in place of the general ones; anywhere else the general ones stand. One that
 * holds only where it says, holds for exactly that and for nothing narrower. Several documents that disagree all come back. A trajectory's value is that of the scope's day, on a straight
 * line. Empty where no target is set, and a computed target without a value is left out.
 */
export function targetsFor(catalogue: Pick<Catalogue, 'targets'>, metricId: string, scope: TargetScope, computed: ComputedTargets = {}): readonly TargetHeld[] {
  const held = catalogue.targets.filter((target) =>
    target.metric === metricId && target.from <= scope.day && (target.to === null || scope.day <= target.to) && suits(target, scope));
  const there = held.filter((target) => holdsThere(target, scope));
  const own = there.filter(({ where }) => Object.keys(where).length > 0);
  const general = there.filter(({ where }) => Object.keys(where).length === 0);
  return [...(own.length > 0 ? own : general)]
    .sort((a, b) => Number(b.first) - Number(a.first))
    .flatMap((target) => {
      const value = valueOn(target, scope.day, computed);
      return value === null ? [] : [{ ...target, value }];
    });
}

/** A target for the year to date or the year is never held against one month; one for a month holds for any longer stretch of months too. */
function suits(target: Target, { grain }: TargetScope): boolean {
  switch (target.for) {
    case 'any': return true;
    case 'month': return grain !== 'day' && grain !== 'week';
    case 'ytd':
    case 'year': return grain === 'ytd' || grain === 'year';
  }
}

function holdsThere({ where, 'only-there': onlyThere }: Target, { filters }: TargetScope): boolean {
  const named = Object.entries(where);
  const isNamed = named.every(([dimension, key]) => filters[dimension]?.length === 1 && filters[dimension]?.[0] === key);
  return isNamed && (!onlyThere || Object.keys(filters).length === named.length);
}

function valueOn(target: Target, day: Day, computed: ComputedTargets): number | null {
  if (target.computed !== undefined) {
    return computed[target.computed['peer-group']] ?? null;
  }
  if (target.value === undefined) {
    return null;
  }
  if (target.trajectory === undefined) {
    return target.value;
  }
  const { from, by } = target.trajectory;
  const gone = Math.min(1, daysBetween(target.from, day) / Math.max(1, daysBetween(target.from, by)));
  return from + (target.value - from) * gone;
}
