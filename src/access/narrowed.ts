import type { Catalogue } from '../catalogue/catalogue';
import { SCOPED } from '../catalogue/grant';
import type { Query } from '../engine/query';
import { needsOf } from './needs';
import { partWords } from './refusals';
import { covers, overlap, partOf, type Part, type Scope } from './scope';

/** The question that somebody may ask instead: about a part of what they asked about. */
export interface Narrowed {
  readonly query: Query;
  /** "Musculoskeletal and Specialist Surgery" */
  readonly words: string;
}

/** At most this many are offered: each is a button. */
const MOST = 3;

/** The same question about each part of the scope that it can be narrowed to; none where its measures are not held by those parts. */
export function narrowedTo(query: Query, scope: Scope, catalogue: Catalogue): readonly Narrowed[] {
  return scope.flatMap((part) => {
    const within = overlap(partOf(query.filters), part);
    const narrowed = within === null || !canNarrow(query, within, catalogue) ? null : { ...query, filters: { ...query.filters, ...filtersOf(within) } };
    return narrowed === null || !needsOf(narrowed, catalogue).parts.every((one) => covers(scope, one)) ? [] : [{ query: narrowed, words: partWords(part, catalogue) }];
  }).slice(0, MOST);
}

function canNarrow(query: Query, part: Part, { metrics, scorecards }: Catalogue): boolean {
  const held = (id: string): readonly string[] => metrics.get(id)?.dimensions ?? [];
  const lines = (query.scorecard === null ? [] : scorecards.get(query.scorecard)?.sections ?? []).flatMap((section) =>
    [...section.columns.flatMap(({ metric }) => metric ?? []), ...('lines' in section ? section.lines.map(({ metric }) => metric) : [])]);
  return SCOPED.filter((dimension) => part[dimension] !== undefined && query.filters[dimension] === undefined).every((dimension) =>
    // A scorecard says of each line that cannot be narrowed that it cannot.
    (query.scorecard === null ? query.metrics.every((id) => held(id).includes(dimension)) : lines.some((id) => held(id).includes(dimension))));
}

function filtersOf(part: Part): Query['filters'] {
  return Object.fromEntries(SCOPED.flatMap((dimension) => {
    const keys = part[dimension];
    return keys === undefined ? [] : [[dimension, [...keys]]];
  }));
}
