import type { Catalogue } from '../../catalogue/catalogue';
import { metricsOf } from '../held-range';
import type { NamedValue } from '../vocabulary/meaning';
import type { Span } from './span';

/**
 * A name that values of several dimensions share is the one by which what is asked for can be told: "late starts for
 * respiratory physiology" the specialty. Where several can, it is the one of the dimension that fewer metrics have, which
 * says more: "activity for diagnostic imaging" the line of the contract. The others stay beside it as its rivals.
 */
export function withFittingValues(spans: readonly Span[], catalogue: Catalogue): readonly Span[] {
  const metrics = spans.flatMap(({ meaning }) => (
    meaning.kind === 'metric' ? [meaning.id] : meaning.kind === 'scorecard' ? scorecardMetrics(meaning.id, catalogue) : []));
  const allowed = metrics.flatMap((id) => catalogue.metrics.get(id)?.dimensions ?? []);
  return spans.map((span) => (span.meaning.kind === 'value' && span.meaning.rivals !== undefined ? { ...span, meaning: fitting(span.meaning, allowed, catalogue) } : span));
}

/** The value of the one of these dimensions that a shared name means. */
export function fitting(value: NamedValue, allowed: readonly string[], { metrics }: Catalogue): NamedValue {
  const { rivals = [], ...own } = value;
  const uses = (dimension: string): number => [...metrics.values()].filter(({ dimensions }) => dimensions.includes(dimension)).length;
  const [chosen, ...others] = [own, ...rivals].filter(({ dimension }) => allowed.includes(dimension)).sort((a, b) => uses(a.dimension) - uses(b.dimension));
  return chosen === undefined ? value : { ...chosen, rivals: others };
}

function scorecardMetrics(id: string, catalogue: Catalogue): readonly string[] {
  const scorecard = catalogue.scorecards.get(id);
  return scorecard === undefined ? [] : metricsOf(scorecard);
}
