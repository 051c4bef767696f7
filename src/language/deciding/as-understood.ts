import type { Query } from '../../engine/query';
import type { Case } from '../frame/case';
import { plays, type Frame, type Picked } from '../frame/frame';
import { queryWords } from '../query-words';
import { planFor } from './plan-for';
import { listed, metricWords } from './wording';
import { writeQuery } from './write-query';

/** What stands in the way of an answer is taken out, and what was understood stays. */
function understood(frame: Frame, metrics: readonly string[]): Frame {
  return { ...frame, metrics: [...metrics], unplaced: [], notHeld: [], milestones: [], unsupported: [], aims: [], limits: [], agesCut: [], besideExcluded: null };
}

/**
 * A whole question, in words, of everything that was understood of a case: intent, period, filters, split, order,
 * condition and comparison, whatever else stands in it.
 * @param metric the measure it is asked of instead of those that were named
 * @param named what seemed to narrow it and is part of the measure's own name
 * @returns null where no measure is given or named, or the measure is not told by what it is narrowed to
 */
export function asUnderstood(asked: Case, metric?: string, named: readonly Picked[] = []): string | null {
  const one = withoutValues(asked, named);
  const { catalogue } = one.ground;
  const metrics = metric === undefined ? one.frame.metrics : [metric];
  const told = metrics.map((id) => catalogue.metrics.get(id)?.dimensions ?? []);
  const narrowed = [...one.frame.main.values, ...one.frame.versus.values, ...one.frame.excluded].map(({ dimension }) => dimension);
  if (metrics.length === 0 || !narrowed.every((dimension) => told.every((dimensions) => dimensions.includes(dimension)))) {
    return null;
  }
  if (plays(one.frame, 'define')) {
    return `definition of ${listed(metrics.map((id) => metricWords(catalogue, id)))}`;
  }
  const whole = { ...one, frame: understood(one.frame, metrics) };
  const { plan } = planFor(whole);
  const by = plan.by.filter((dimension) => told.every((dimensions) => dimensions.includes(dimension))).slice(0, 2);
  const unsplit: Frame = by.length === 0 ? { ...whole.frame, order: null, limit: null, having: [] } : whole.frame;
  const comparison = plan.comparison.kind === 'versus' || plan.comparison.kind === 'each' ? plan.comparison : { kind: 'none' as const };
  return said(writeQuery({ ...whole, frame: unsplit }, { by, comparison }).query, one);
}

function withoutValues(one: Case, values: readonly Picked[]): Case {
  const { main } = one.frame;
  return values.length === 0 ? one : { ...one, frame: { ...one.frame, main: { ...main, values: main.values.filter((value) => !values.includes(value)) } } };
}

/** A query in words that read to it again, its period as it was asked for. */
export function said(query: Query, { ground }: Case): string {
  const { period } = query;
  return queryWords(period === null || period.asked === null ? query : { ...query, period: { ...period, label: period.asked } }, ground, { usual: true });
}
