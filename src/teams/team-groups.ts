import type { Incoming } from './incoming';

/** Which Entra group a team is, remembered from when Teams said so. */
export interface TeamGroups {
  remember(team: string, group: string): Promise<void>;
  of(team: string): Promise<string | null>;
}

/** What came in, with the Entra group of the team it came from: grants name teams by it, and most activities do not hold it. */
export async function withGroup(incoming: Incoming, groups: TeamGroups): Promise<Incoming> {
  if (!('place' in incoming) || incoming.team === null) {
    return incoming;
  }
  if (incoming.group !== undefined) {
    await groups.remember(incoming.team, incoming.group);
    return incoming;
  }
  const group = await groups.of(incoming.team);
  return group === null ? incoming : { ...incoming, group, place: { ...incoming.place, teams: [incoming.team, group] } };
}
