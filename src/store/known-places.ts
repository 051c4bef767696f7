import type { Store } from './open-store';

/** What the store knows of places, by the ids that a configuration names: where Tally is, whose chat is whose, and what Teams has shown. */
export function knownPlaces({ installations, chats, teamGroups, seen }: Pick<Store, 'installations' | 'chats' | 'teamGroups' | 'seen'>) {
  return {
    installed: (place: string) => installations.installed(place),
    chatOf: (person: string) => chats.ofAnyTenant(person),
    groupOf: (team: string) => teamGroups.of(team),
    seen: (place: string) => seen.of(place),
  };
}
