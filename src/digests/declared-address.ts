import type { DeclaredDigest } from '../catalogue/declared-digest';
import type { Address, PersonalChat } from '../delivery/port';
import { calledWords } from './called';
import type { PlacesShown } from './place-of';

/** What is known of places, by the ids that a configuration names. */
export interface Places extends PlacesShown {
  /** `place` is `team:<id>` or the id of a group; null where Tally is not installed there. */
  installed(place: string): Promise<PersonalChat | null>;
  /** Somebody's own chat, by Entra object id; null where they have not written to Tally. */
  chatOf(person: string): Promise<PersonalChat | null>;
}

/** Where a declared digest goes, known as one that was set up there is; null where there is no way to it yet. @throws TallyError STORE_FAILED */
export async function addressOf({ where }: Pick<DeclaredDigest, 'where'>, places: Places): Promise<Address | null> {
  const { channel, team = null, group, person } = where;
  if (person !== undefined) {
    const chat = await places.chatOf(person);
    return chat === null ? null : { ...chat, kind: 'personal', team: null };
  }
  const found = await places.installed(group ?? `team:${team ?? ''}`);
  if (found === null) return null;
  const kind = group === undefined ? 'channel' : 'group';
  const conversation = group ?? channel ?? '';
  const called = await calledWords({ kind, conversation, team }, { of: (place) => places.seen(place) });
  return {
    kind, conversation, serviceUrl: found.serviceUrl, tenant: found.tenant, team,
    ...((await isMixed(where, conversation, places)) ? { isMixed: true } : {}), ...(called === null ? {} : { called }),
  };
}

/** As shared as either the folder or Teams says. Where neither does it is taken as shared, but for a team's first channel, which never is. */
async function isMixed({ team, shared }: DeclaredDigest['where'], conversation: string, places: Places): Promise<boolean> {
  const { isShared } = await places.seen(conversation);
  if (isShared === true || shared === true) return true;
  return isShared === null && shared === undefined && conversation !== team;
}

/** The address of a place that nobody has let Tally into: it is known which one, and no way to it. */
export function nowhere({ where: { channel, team, group, person } }: Pick<DeclaredDigest, 'where'>): Address {
  const kind = person !== undefined ? 'personal' : group !== undefined ? 'group' : 'channel';
  return { kind, conversation: person ?? group ?? channel ?? '', serviceUrl: '', tenant: null, team: team ?? null };
}

/** Whether the same is known of a place as before. */
export const isKnownAlike = (one: Address, other: Address): boolean => one.isMixed === other.isMixed && one.called === other.called;
