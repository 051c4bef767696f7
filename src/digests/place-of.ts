import type { Address } from '../delivery/port';
import type { Place } from '../language/question';

/** Where something is posted, as the place whose readers see it: what is known of its team decides what may be shown there. */
export function placeOf({ kind, conversation, team, group, isMixed }: Address): Place {
  const teams = [team, group].flatMap((id) => id ?? []);
  return { kind, id: conversation, ...(teams.length === 0 ? {} : { teams }), ...(isMixed === true ? { isMixed } : {}) };
}
