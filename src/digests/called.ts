import type { Address } from '../delivery/port';

/** What places are called, by their ids, as far as Teams has said. */
export interface Names {
  /** @param place a channel's or a group's id, or `team:` with a team's */
  of(place: string): Promise<{ readonly name: string | null }>;
}

/** "the channel “Theatres” of “Surgery”", "a channel of “Surgery”", "the group “On call”"; null where nothing of it is known. */
export async function calledWords({ kind, conversation, team }: Pick<Address, 'kind' | 'conversation' | 'team'>, names: Names): Promise<string | null> {
  const [{ name }, ofTeam] = [await names.of(conversation), team === null ? null : (await names.of(`team:${team}`)).name];
  if (kind === 'group') return name === null ? null : `the group “${name}”`;
  // The first channel of a team has the team's own id, and is seldom named.
  const channel = name ?? (conversation === team ? 'General' : null);
  if (channel === null) return ofTeam === null ? null : `a channel of “${ofTeam}”`;
  return `the channel “${channel}”${ofTeam === null ? '' : ` of “${ofTeam}”`}`;
}

/** Where something goes, for whoever reads of it elsewhere: "in the channel “Theatres” of “Surgery”", "in a channel". */
export const placeWords = ({ kind, called }: Pick<Address, 'kind' | 'called'>): string => (kind === 'personal' ? 'to somebody alone' : `in ${called ?? `a ${kind}`}`);
