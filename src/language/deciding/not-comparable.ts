import { daysBetween } from '../../calendar/day';
import { canonicalTable } from '../../catalogue/tables/canonical-tables';
import type { Query } from '../../engine/query';
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

/** Longer by more than this, two stretches of time hold different amounts of anything that is counted. */
const ALIKE = 1.15;

/** A month against a year: what adds up over time cannot be compared over stretches of different lengths. */
export function unequalStretches(one: Case, query: Query): Reading | null {
  const { period, versus, metrics } = query;
  const { catalogue } = one.ground;
  if (period === null || versus === null || typeof versus === 'string' || !('period' in versus)) {
    return null;
  }
  const [ours, theirs] = [period, versus.period].map(({ from, to }) => daysBetween(from, to) + 1);
  const counted = metrics.flatMap((id) => catalogue.metrics.get(id) ?? []).find(({ denominator, numerator }) => denominator === null && canonicalTable(numerator.table)?.standsFor !== 'census');
  if (counted === undefined || ours === undefined || theirs === undefined || Math.max(ours, theirs) <= ALIKE * Math.min(ours, theirs)) {
    return null;
  }
  const name = metricWords(catalogue, counted.id);
  const options = offered(one, [`${name} ${period.label} compared with last year`, `${name} ${versus.period.label}`, `${name} ${period.label}`]);
  return unknown('not-comparable', `${period.label} and ${versus.period.label} are not equally long, so ${name} of one cannot be more or less than of the other. Name two times of the same length.`, [], options);
}
