import { causeDimension } from '../frame/cancelled-by';
import type { Case } from '../frame/case';
import { comparing, type Comparing } from '../frame/comparing';
import { plays } from '../frame/frame';
import { placeDimensions, type Placed } from '../frame/place-dimensions';
import type { Plan } from './write-query';

/** What a case is split by and compared with, and the dimensions in it of which that is not sure. */
export function planFor(one: Case): { readonly plan: Plan; readonly unsure: Placed['unsure'] } {
  const metrics = one.frame.metrics.flatMap((id) => one.ground.catalogue.metrics.get(id) ?? []);
  const causes = [causeDimension(one.frame.metrics, one.ground.catalogue)].flatMap((id) => id ?? []);
  const { by, unsure } = placeDimensions(one.frame, metrics, one.folded, one.words.map(({ text }) => text), causes);
  const comparison: Comparing = plays(one.frame, 'forecast') ? { kind: 'none' } : comparing(one.frame);
  return { plan: { by: withListed(one, by.length > 0 ? by : splitWithin(one), comparison), comparison }, unsure };
}

/** "Top ten procedures cancelled on the day": what is ranked stands within the name of the measure. */
function splitWithin(one: Case): readonly string[] {
  const { frame, folded, ground: { catalogue, vocabulary } } = one;
  const [span, second] = frame.metricSpans;
  const meaning = span === undefined || second !== undefined ? undefined : vocabulary.meaningOf([folded[span.start] ?? '']);
  const ranks = frame.order !== null || frame.having.length > 0;
  const dimension = ranks && meaning?.kind === 'dimension' ? meaning.id : null;
  return dimension !== null && frame.metrics.every((id) => catalogue.metrics.get(id)?.dimensions.includes(dimension) === true) ? [dimension] : [];
}

/** Several values of one dimension stand side by side: "DNA rate for ENT and T&O" shows both, "combined" adds them up. */
function withListed(one: Case, by: readonly string[], comparison: Comparing): readonly string[] {
  if (comparison.kind === 'each') {
    return [...new Set([...by, comparison.dimension])];
  }
  if (comparison.kind === 'versus' && comparison.versus.kind === 'values') {
    return by;
  }
  const dimensions = one.frame.main.values.map(({ dimension }) => dimension);
  const several = dimensions.filter((dimension, at) => dimensions.indexOf(dimension) !== at);
  return plays(one.frame, 'together') ? by : [...new Set([...by, ...several])];
}
