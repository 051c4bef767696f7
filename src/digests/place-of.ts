import type { Address } from '../delivery/port';
import type { Place } from '../language/question';

/** What Teams has shown of places until now. */
export interface PlacesShown {
  /** The Entra group of a team, by which grants name it; null where Teams has not said. */
  groupOf(team: string): Promise<string | null>;
  /** What Teams has shown of a channel or a group, or of `team:<id>`. */
  seen(place: string): Promise<{ readonly isShared: boolean | null; readonly name: string | null }>;
}

/**
 * Where something is posted, as the place whose readers see it: by what Teams has shown of it until now, and never by less
 * strict a rule than was written down with it. Where Teams has shown nothing of it, it counts as read by others.
 *
 * @param isVouched whether the trust's folder says of it, in place of Teams, who reads it
 * @throws TallyError STORE_FAILED
 */
export async function placeNow(to: Address, places: PlacesShown, isVouched = false): Promise<Place> {
  const { kind, conversation, team } = to;
  if (kind === 'personal') return { kind, id: conversation };
  const [group, { isShared }] = [team === null ? null : await places.groupOf(team), await places.seen(conversation)];
  const teams = [team, group].flatMap((id) => id ?? []);
  const isMixed = isShared === true || (isShared === null && !isVouched);
  return noLessStrict({ kind, id: conversation, ...(teams.length === 0 ? {} : { teams }), ...(isMixed ? { isMixed } : {}) }, to);
}

/** A place as it is known where somebody asks, taken as read by others where that was written down with what is posted there. */
export const noLessStrict = (place: Place, { isMixed }: Pick<Address, 'isMixed'>): Place => (isMixed === true ? { ...place, isMixed } : place);
