import type { Catalogue } from '../catalogue/catalogue';
import { dayLabel, type Day } from '../calendar/day';
import type { Period } from '../calendar/period';
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

/** The first line of every card: what and when, "ENT · October 2026"; no month where every figure's document leaves it open. */
export function scopeLine(catalogue: Catalogue, query: Query, undated = false): string {
  const about = aboutWords(catalogue, query);
  return undated ? `${about} · period not stated in the source` : query.period === null ? about : `${about} · ${query.period.label}`;
}

/** " for ENT" where something narrower than the whole is asked about, else nothing. */
export function forWords(catalogue: Catalogue, query: Pick<Query, 'filters' | 'excluding'>): string {
  const whole = Object.keys(query.filters).length === 0 && Object.keys(query.excluding).length === 0;
  return whole ? '' : ` for ${aboutWords(catalogue, query)}`;
}

/** When, as it reads within a sentence: "in May 2024", "on 12 July 2024", "in the week ending Sunday 14 July 2024". */
export function whenWords(period: Period): string {
  switch (period.grain) {
    case 'day': return `on ${period.label}`;
    case 'week': return `in the ${inSentence(period.label)}`;
    case 'rolling': return `in the ${period.label}`;
    case 'range':
    case 'ytd': return `from ${period.label}`;
    case 'month':
    case 'quarter':
    case 'half':
    case 'year': return `in ${period.label}`;
  }
}

/** When a figure is of, as it reads right after the figure: "in May 2024", "over April to June 2024", "as at 31 May 2024" of a census. */
export function duringWords(period: Period, asAt: Day | null): string {
  if (asAt !== null) {
    return `as at ${dayLabel(asAt)}`;
  }
  // The first line of the answer says that it is the year to date.
  return period.grain === 'range' || period.grain === 'ytd' ? `over ${period.label.replace(' (year to date)', '')}` : whenWords(period);
}

/** A name as it reads within a sentence: "Specialty" is "specialty"; "CMG" and "ENT" stay as they are. */
export function inSentence(name: string): string {
  return /^[A-Z][a-z-]*(?![A-Za-z])/.test(name) ? `${name.charAt(0).toLowerCase()}${name.slice(1)}` : name;
}
