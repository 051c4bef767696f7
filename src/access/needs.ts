import type { Catalogue } from '../catalogue/catalogue';
import type { Scorecard } from '../catalogue/scorecard';
import type { Query } from '../engine/query';
import { metricsRead, restrictedGiven } from './reads';
import { partOf, type Part } from './scope';

/** What somebody must be allowed to see for a query to be answered. */
export interface Needs {
  /** Ids of the restricted metrics and dimensions in it. */
  readonly restricted: readonly string[];
  /** The parts of the trust that its figures are of; none where it has no figures. */
  readonly parts: readonly Part[];
}

const WITHOUT_FIGURES: ReadonlySet<Query['intent']> = new Set<Query['intent']>(['definition', 'freshness', 'help', 'greeting']);

/**
 * What a query would show, whichever way: by what it reads, what that is split by, narrowed to or held against, and a
 * scorecard's own. What it reads decides and not what it is called, so that no figure is had by another name.
 */
export function needsOf(query: Query, catalogue: Pick<Catalogue, 'metrics' | 'dimensions' | 'scorecards'>): Needs {
  const versus = query.versus !== null && typeof query.versus === 'object' && 'filters' in query.versus ? query.versus.filters : null;
  const dimensions = [query.by ?? [], Object.keys(query.filters), Object.keys(query.excluding), Object.keys(versus ?? {})].flat();
  const scorecard = shownBy(query.scorecard === null ? undefined : catalogue.scorecards.get(query.scorecard));
  // A scorecard that was kept is asked for by its name alone; what it is of is looked at when it has been found.
  const isWithout = WITHOUT_FIGURES.has(query.intent) || query.frozen?.what === 'show';
  const named = [...query.metrics, ...scorecard.metrics].flatMap((id) => catalogue.metrics.get(id) ?? []);
  return {
    restricted: [
      ...(isWithout ? named.filter(({ restricted }) => restricted).map(({ id }) => id) : restrictedGiven([...named, ...metricsRead(query, catalogue)], catalogue)),
      ...[...dimensions, ...scorecard.dimensions].filter((id) => catalogue.dimensions.get(id)?.restricted === true),
    ],
    parts: isWithout ? [] : [partOf(query.filters), ...(versus === null ? [] : [partOf(versus)])],
  };
}

/** Every metric that a scorecard shows, and every dimension by which it narrows or splits them. */
function shownBy(scorecard: Scorecard | undefined): { readonly metrics: readonly string[]; readonly dimensions: readonly string[] } {
  const sections = scorecard?.sections ?? [];
  return {
    metrics: sections.flatMap((section) => [
      ...section.columns.flatMap(({ metric }) => metric ?? []),
      ...('lines' in section ? section.lines.map(({ metric }) => metric) : []),
    ]),
    dimensions: sections.flatMap((section) => ('lines' in section
      ? section.lines.flatMap(({ filters }) => Object.keys(filters))
      : [section.by, ...Object.keys(section.filters), ...[section['sub-totals']].flatMap((id) => id ?? [])])),
  };
}
