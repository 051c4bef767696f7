import type { Metric } from '../../catalogue/metric';
import type { Case } from '../frame/case';
import { heldFirst } from '../held-range';
import { fold } from '../words/fold';

/**
 * The metrics to offer where none was named: of the group named if any, those that the filters and the split fit, in the order in
 * which the scorecards show them and those with a target before the others, one of each group before a second of any.
 */
export function leadingMetrics(one: Case): readonly Metric[] {
  const { catalogue } = one.ground;
  const said = new Set([
    ...one.frame.groups.map(({ group }) => group.toLowerCase()),
    ...one.frame.bare.flatMap(({ span }) => one.folded.slice(span.start, span.end)),
  ]);
  const filtered = [...catalogue.metrics.values()].filter((metric) => !metric.restricted
    && one.frame.main.values.every(({ dimension }) => metric.dimensions.includes(dimension)));
  const split = filtered.filter((metric) => one.frame.by.every((dimension) => metric.dimensions.includes(dimension)));
  const fitting = split.length > 0 ? split : filtered;
  const all = heldFirst(fitting, one.ground.coverage);
  const grouped = all.filter(({ group }) => said.has(group.toLowerCase()) || said.has(fold(group.toLowerCase())));
  const metrics = grouped.length > 0 ? grouped : all;
  const targeted = new Set(catalogue.targets.map(({ metric }) => metric));
  // What is aimed at there comes first: the tests of the site that a target is set for.
  const there = new Set(catalogue.targets.filter(({ where }) => one.frame.main.values.some(({ dimension, keys }) => keys.includes(String(where[dimension])))).map(({ metric }) => metric));
  const shown = [...catalogue.scorecards.values()].flatMap(({ sections }) => sections.flatMap((section) => ('lines' in section ? section.lines.map(({ metric }) => metric) : [])));
  const rank = ({ id }: Metric): number => (there.has(id) ? -1 : shown.includes(id) ? shown.indexOf(id) : shown.length + Number(!targeted.has(id)));
  const ordered = [...metrics].sort((a, b) => rank(a) - rank(b));
  return grouped.length > 0 ? ordered : onePerGroupFirst(ordered);
}

function onePerGroupFirst(metrics: readonly Metric[]): readonly Metric[] {
  const first = metrics.filter(({ group }, at) => metrics.findIndex((other) => other.group === group) === at);
  return [...first, ...metrics.filter((metric) => !first.includes(metric))];
}
