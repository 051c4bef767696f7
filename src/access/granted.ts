import type { Catalogue } from '../catalogue/catalogue';
import type { Grant } from '../catalogue/grant';
import { AUDIENCE, OPERATOR, type Place } from '../language/question';
import { ALL_OPEN, inCommon, NOTHING, type Access } from './access';
import type { Grants } from './permit';
import { tidied, type Part, type Scope } from './scope';

/** An id as a configuration and Teams may write it alike: without capitals or blanks around it. */
const asWritten = (id: string): string => id.trim().toLowerCase();

/**
 * Who may see what and which conversation may show what, from the grants of the configuration. Everybody is known by id
 * alone: an Entra object id, or the user of the command line. Whoever is named nowhere may not ask, and a conversation that
 * is named nowhere shows nothing, unless the configuration is open to everybody (made-up data alone).
 *
 * Who asks on the machine itself without saying who they are sees what is open: they can read the extracts as well.
 */
export function grantsOf({ grants, access, metrics }: Pick<Catalogue, 'grants' | 'access' | 'metrics'>): Grants {
  const atLeast = access?.everybody === true ? ALL_OPEN : NOTHING;
  const inGroup = (id: string): readonly string[] => [...metrics.values()].filter(({ group }) => group === id).map((metric) => metric.id);
  const holdings = (field: 'users' | 'teams' | 'conversations'): ((id: string) => readonly Grant[]) => {
    const held = new Map<string, Grant[]>();
    for (const grant of grants) {
      for (const id of new Set(grant[field].map(asWritten))) {
        held.set(id, [...(held.get(id) ?? []), grant]);
      }
    }
    return (id) => held.get(asWritten(id)) ?? [];
  };
  const [ofUser, ofTeam, ofConversation] = [holdings('users'), holdings('teams'), holdings('conversations')];
  const allowed = (held: readonly Grant[], least: Access): Access => withGrants(held, least, inGroup);

  function ofPlace({ id, teams = [], isMixed }: Place): Access {
    const [channel = id] = id.split(';');
    // A channel shared with others and a meeting are not the team's alone: each shows what it is itself named for, and nothing restricted.
    const held = [...ofConversation(channel), ...(isMixed === true ? [] : teams.flatMap(ofTeam))];
    const access = allowed(held.map(withoutGuests), atLeast);
    return isMixed === true ? { ...access, restricted: new Map() } : access;
  }

  return {
    of({ id }, place) {
      const isShared = place.kind === 'group' || place.kind === 'channel';
      const shown = isShared ? ofPlace(place) : null;
      if (id === AUDIENCE) {
        return { alone: NOTHING, here: shown ?? NOTHING };
      }
      const alone = allowed(ofUser(id), place.kind === 'terminal' && asWritten(id) === OPERATOR ? ALL_OPEN : atLeast);
      return { alone, here: shown === null ? alone : inCommon(alone, shown) };
    },
  };
}

function withGrants(held: readonly Grant[], least: Access, inGroup: (id: string) => readonly string[]): Access {
  const restricted = new Map<string, Scope>();
  for (const { may, only } of held) {
    for (const id of may.flatMap((one) => [one, ...inGroup(one)])) {
      restricted.set(id, tidied([...(restricted.get(id) ?? []), partIn(only)]));
    }
  }
  // Whoever is named has what their grants say, which may be less than everybody's.
  return { open: held.length === 0 ? least.open : tidied(held.map(({ only }) => partIn(only))), restricted };
}

/** A place in which there may be guests shows nothing restricted, whatever its grant says. */
const withoutGuests = (grant: Grant): Grant => (grant.guests === 'none' ? grant : { ...grant, may: [] });

const partIn = (only: Grant['only']): Part => only ?? {};
