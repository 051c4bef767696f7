import type { Reading } from '../reading';
import { offered, type Case } from '../frame/case';
import type { Comparing } from '../frame/comparing';
import type { Picked } from '../frame/frame';
import { unknown } from './not-understood';
import { dimensionWords, metricWords, plainQuestion } from './wording';

/** Groups hold specialties, so that a part can be set against the whole it belongs to. */
const NESTED: ReadonlySet<string> = new Set(['cmg', 'specialty']);

/** Measures in different units, and a specialty beside a site, cannot be more or less than one another: said politely. */
export function notComparable(one: Case, comparison: Comparing): Reading | null {
  return comparison.kind === 'metrics' ? unlikeMeasures(one) : comparison.kind === 'versus' && comparison.versus.kind === 'values'
    ? unlikeParts(one, comparison.versus.main, comparison.versus.versus)
    : null;
}

function unlikeMeasures(one: Case): Reading | null {
  const { catalogue } = one.ground;
  const metrics = one.frame.metrics.flatMap((id) => catalogue.metrics.get(id) ?? []);
  const [first, ...rest] = metrics;
  const other = rest.find(({ unit }) => unit !== first?.unit);
  if (first === undefined || other === undefined) {
    return null;
  }
  const [a, b] = [metricWords(catalogue, first.id), metricWords(catalogue, other.id)];
  const options = offered(one, [first, other].flatMap(({ id }) => plainQuestion(one, id) ?? []));
  return unknown('not-comparable', `${a} and ${b} are in different units, so neither can be higher or lower than the other. I can show each by itself.`, [], options);
}

function unlikeParts(one: Case, left: readonly Picked[], right: readonly Picked[]): Reading | null {
  const apart = (ours: readonly Picked[], theirs: readonly Picked[]): Picked | undefined => ours.find(({ dimension }) => !theirs.some((other) => other.dimension === dimension));
  const [ours, theirs] = [apart(left, right), apart(right, left)];
  if (ours === undefined || theirs === undefined || (NESTED.has(ours.dimension) && NESTED.has(theirs.dimension))) {
    return null;
  }
  const { catalogue } = one.ground;
  const [metric] = one.frame.metrics;
  const name = metric === undefined ? '' : metricWords(catalogue, metric);
  const kind = ({ dimension }: Picked): string => `a ${dimensionWords(catalogue, dimension)}`;
  const options = offered(one, [`${name} for ${ours.name} at ${theirs.name}`, `${name} for ${ours.name}`, `${name} for ${theirs.name}`]);
  return unknown('not-comparable', `${ours.name} is ${kind(ours)} and ${theirs.name} ${kind(theirs)}: patients of one can be patients of the other, so I do not compare them.`, [], options);
}
