import type { Day } from '../calendar/day';
import type { Catalogue } from './catalogue';
import type { Target } from './target';

/** Where and when a target is looked up: the specialties asked for, null for everything, and the last day of the period. */
export interface TargetScope {
  readonly specialties: readonly string[] | null;
  readonly day: Day;
}

/**
 * The targets of a metric that hold on `day`, the one that leads first. Where exactly one specialty is asked for and
 * it has targets of its own, those stand in place of the general ones; anywhere else the general ones stand.
 * Several documents that disagree all come back. Empty where no target is set.
 */
export function targetsFor(catalogue: Catalogue, metricId: string, scope: TargetScope): readonly Target[] {
  const held = catalogue.targets.filter((target) =>
    target.metric === metricId && target.from <= scope.day && (target.to === null || scope.day <= target.to));
  const [only, ...others] = scope.specialties ?? [];
  const own = only === undefined || others.length > 0 ? [] : held.filter((target) => target.specialty === only);
  const general = held.filter((target) => target.specialty === undefined);
  return [...(own.length > 0 ? own : general)].sort((a, b) => Number(b.first) - Number(a.first));
}
