import type { Fault } from '../fault';
import { SCOPED, SMALL_NUMBERS, type Grant, type Scoped } from '../grant';
import type { Checked } from './conform';
import { keysOf, type Setting } from './setting';

const HOLDERS = ['users', 'teams', 'conversations'] as const;

/** That a grant is to somebody, opens what exists and is closed, and keeps to parts of the trust that there are. */
export function checkGrants(setting: Setting): Fault[] {
  return setting.merged.grants.flatMap((grant) => [...checkHolders(grant), ...checkGuests(grant), ...checkOpened(grant, setting), ...checkPart(grant, setting)]);
}

function checkHolders({ value, entry }: Checked<Grant>): Fault[] {
  if (HOLDERS.every((field) => value[field].length === 0)) {
    return [{ ...entry.place(), message: 'grant: it is to nobody.', fix: 'Name users, teams or conversations by their ids.' }];
  }
  return HOLDERS.flatMap((field) => value[field].flatMap((id, index) => (id.trim() === ''
    ? [{ ...entry.place([field, index]), message: 'grant: it is to nobody.', fix: 'Write an Entra object id, or for the command line a user as it names them.' }]
    : [])));
}

/** Where guests may read nothing restricted is shown: a grant that would have it otherwise says that there are none. */
function checkGuests({ value: { teams, conversations, may, guests }, entry }: Checked<Grant>): Fault[] {
  const isPlace = teams.length > 0 || conversations.length > 0;
  if (isPlace && may.length > 0 && guests === undefined) {
    return [{ ...entry.place(['may']), message: 'grant: guests may read in a team or a conversation, and nothing restricted is shown where they may.', fix: 'See that there are no guests, and that none can be added, and write "guests: none"; or grant this to users alone.' }];
  }
  return guests !== undefined && !isPlace ? [{ ...entry.place(['guests']), message: 'grant: "guests" is said of no place.', fix: 'Take it out, or name teams or conversations.' }] : [];
}

function checkOpened({ value, entry }: Checked<Grant>, { merged, metrics, dimensions }: Setting): Fault[] {
  const closed = new Set(merged.access?.value.restricted ?? []);
  return value.may.flatMap((id, index) => {
    const place = entry.place(['may', index]);
    const ofGroup = [...metrics.values()].filter(({ value: { group } }) => group === id).map(({ value: metric }) => metric);
    if (id === SMALL_NUMBERS) {
      return [];
    }
    if (!merged.ids.metrics.has(id) && !merged.ids.dimensions.has(id) && ofGroup.length === 0) {
      return [{ ...place, message: `grant: there is no metric, dimension or group of metrics "${id}".`, fix: `Use the id of a metric or dimension that is restricted, a group of metrics, or ${SMALL_NUMBERS}.` }];
    }
    const one = metrics.get(id)?.value;
    const isClosed = closed.has(id) || closed.has(one?.group ?? '') || (one ?? dimensions.get(id))?.restricted === true || ofGroup.some(({ id: metric, restricted }) => restricted || closed.has(metric));
    return isClosed ? [] : [{ ...place, message: `grant: "${id}" is not restricted; everybody who may ask may see it.`, fix: 'Take it out, or restrict it: "restricted: true" where it is defined, or under "access: restricted".' }];
  });
}

function checkPart({ value: { only }, entry }: Checked<Grant>, setting: Setting): Fault[] {
  if (only !== undefined && SCOPED.every((dimension) => only[dimension] === undefined)) {
    return [{ ...entry.place(['only']), message: 'grant: "only" keeps to nothing.', fix: `Write one of ${SCOPED.join(', ')} under it, or take it out.` }];
  }
  return SCOPED.flatMap((dimension) => {
    const keys = only?.[dimension];
    const known = keysOf(dimension, setting);
    return (keys ?? []).flatMap((key, index) => (known === null || known.has(key)
      ? []
      : [{ ...entry.place(['only', dimension, index]), message: `grant: there is no ${dimension} "${key}".`, fix: `Use one of ${[...known].slice(0, 12).join(', ')}${known.size > 12 ? ', …' : ''}.` }]));
  });
}

type Only = NonNullable<Grant['only']>;
type Key = Partial<Readonly<Record<Scoped, string>>>;

/**
 * Where small numbers of one part are lifted for somebody who sees beyond it: what is hidden of other parts is hidden with
 * the stars of that one, and comes out by taking away. No fault, since a trust may want it; said by the check.
 */
export function warnOfLifted(grants: readonly Checked<Grant>[]): Fault[] {
  return grants.filter(({ value: { may, only } }) => may.includes(SMALL_NUMBERS) && only !== undefined).flatMap(({ value, entry }) => {
    const isUnravelled = HOLDERS.some((field) => value[field].some((id) => seesBeyond(grants.map((one) => one.value).filter((one) => one[field].some((other) => asWritten(other) === asWritten(id))))));
    return isUnravelled
      ? [{ ...entry.place(['only']), message: `grant: ${SMALL_NUMBERS} is lifted for one part, and whoever holds it sees beyond that part: stars of other parts can be worked out by taking away.`, fix: 'Lift it for all that they see, or keep them to that part.' }]
      : [];
  });
}

const asWritten = (id: string): string => id.trim().toLowerCase();

/** Whether the grants that somebody holds show any part in which small numbers are not lifted. */
function seesBeyond(held: readonly Grant[]): boolean {
  const lifted = held.filter(({ may }) => may.includes(SMALL_NUMBERS)).map(({ only }) => only ?? {});
  return held.some(({ only }) => !keyByKey(only ?? {}).every((key) => lifted.some((part) => SCOPED.every((dimension) => isKept(part[dimension], key[dimension])))));
}

const isKept = (to: readonly string[] | undefined, key: string | undefined): boolean => to === undefined || (key !== undefined && to.includes(key));

/** A part as parts of one key of each dimension, which together are the same. */
const keyByKey = (only: Only): readonly Key[] => SCOPED.reduce<readonly Key[]>((parts, dimension) => {
  const keys = only[dimension];
  return keys === undefined ? parts : parts.flatMap((part) => keys.map((key) => ({ ...part, [dimension]: key })));
}, [{}]);
