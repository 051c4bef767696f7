import type { Catalogue } from '../catalogue/catalogue';
import type { Query, Selection } from '../engine/query';
import { NOT_KNOWN } from '../engine/keys';

/** What a person calls a key of a dimension: "ENT" for specialty 120, "Leicester Royal Infirmary" for site lri. */
export function labelOf(catalogue: Catalogue, dimensionId: string, key: string): string {
  if (key === NOT_KNOWN) {
    return 'Not known';
  }
  const short = dimensionId === 'site' ? catalogue.organisation.sites.find((site) => site.key === key)?.short : undefined;
  return short ?? catalogue.dimensions.get(dimensionId)?.values.find((value) => value.key === key)?.name ?? key;
}

/** The words of a selection: "ENT and Trauma & Orthopaedics, first appointments". */
function selectionWords(catalogue: Catalogue, selection: Selection): readonly string[] {
  return Object.entries(selection).map(([dimension, keys]) =>
    new Intl.ListFormat('en-GB').format(keys.map((key) => labelOf(catalogue, dimension, key))));
}

/** What the numbers are about, without the time: "ENT, LGH", "Trust", "Trust excluding ENT". */
export function aboutWords(catalogue: Catalogue, query: Pick<Query, 'filters' | 'excluding'>): string {
  const kept = selectionWords(catalogue, query.filters);
  const left = selectionWords(catalogue, query.excluding);
  const about = kept.length > 0 ? kept.join(', ') : catalogue.organisation.scope;
  return left.length > 0 ? `${about} excluding ${left.join(', ')}` : about;
}

/** The first line of every card: what and when, "ENT · October 2026". */
export function scopeLine(catalogue: Catalogue, query: Query): string {
  const about = aboutWords(catalogue, query);
  return query.period === null ? about : `${about} · ${query.period.label}`;
}

/** " for ENT" where something narrower than the whole is asked about, else nothing. */
export function forWords(catalogue: Catalogue, query: Pick<Query, 'filters' | 'excluding'>): string {
  const whole = Object.keys(query.filters).length === 0 && Object.keys(query.excluding).length === 0;
  return whole ? '' : ` for ${aboutWords(catalogue, query)}`;
}
