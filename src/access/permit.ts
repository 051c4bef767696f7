import type { Catalogue } from '../catalogue/catalogue';
import type { Scorecard } from '../catalogue/scorecard';
import type { Query } from '../engine/query';
import type { Asker, Place } from '../language/question';

/** What a person may see beyond what everybody may: ids of restricted metrics and dimensions. */
export interface Grants {
  holds(asker: Asker, place: Place, restricted: string): boolean;
}

/** Nobody holds anything: what is restricted stays closed. */
export const NO_GRANTS: Grants = { holds: () => false };

export type Permission = { readonly allowed: true } | { readonly allowed: false; readonly reason: string; readonly sentence: string };

/**
 * Whether this person may ask this, here. Restricted metrics and dimensions are closed unless granted, and so is a
 * scorecard that shows one; and "you may not see this" is never dressed up as "no data". Buttons and stored queries pass
 * here with the identity of now.
 */
export function permit(query: Query, asker: Asker, place: Place, catalogue: Catalogue, grants: Grants): Permission {
  const versus = query.versus !== null && typeof query.versus === 'object' && 'filters' in query.versus ? query.versus.filters : {};
  const dimensions = [query.by ?? [], Object.keys(query.filters), Object.keys(query.excluding), Object.keys(versus)].flat();
  const scorecard = shownBy(query.scorecard === null ? undefined : catalogue.scorecards.get(query.scorecard));
  const restricted = [
    ...[...query.metrics, ...scorecard.metrics].filter((id) => catalogue.metrics.get(id)?.restricted === true),
    ...[...dimensions, ...scorecard.dimensions].filter((id) => catalogue.dimensions.get(id)?.restricted === true),
  ];
  const closed = restricted.find((id) => !grants.holds(asker, place, id));
  if (closed === undefined) {
    return { allowed: true };
  }
  const name = catalogue.metrics.get(closed)?.name ?? catalogue.dimensions.get(closed)?.plural ?? closed;
  return { allowed: false, reason: 'not-permitted', sentence: `You may not see ${name} here. It is restricted; ask its owner for access.` };
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
