import type { Grant } from '../catalogue/grant';
import type { Place } from '../language/question';
import type { Grants } from './permit';

const SHARED: ReadonlySet<Place['kind']> = new Set<Place['kind']>(['group', 'channel']);

/** A user as a grant and a chat may write it alike: without capitals or blanks around it. */
const asWritten = (user: string): string => user.trim().toLowerCase();

/**
 * Who holds what, from the grants of the configuration: a person is known by id (an Entra object id, or the user of the
 * command line) or by name, capitals aside. Whoever is not named holds nothing, and nobody does in a channel or a group,
 * where others read the answer.
 *
 * A name is whatever the chat shows, and two people may share one; ids are safer.
 */
export function grantsOf(grants: readonly Grant[]): Grants {
  const held = new Map<string, Set<string>>();
  for (const { may, users } of grants) {
    for (const user of users.map(asWritten)) {
      held.set(user, new Set([...(held.get(user) ?? []), ...may]));
    }
  }
  const holds = (user: string, restricted: string): boolean => held.get(asWritten(user))?.has(restricted) === true;
  return {
    holds: ({ id, name }, place, restricted) =>
      !SHARED.has(place.kind) && (holds(id, restricted) || (name !== null && holds(name, restricted))),
  };
}
