import type { Fault } from '../fault';
import { SMALL_NUMBERS } from '../grant';
import type { Setting } from './setting';

/** That a grant opens what exists and is closed, and to somebody. */
export function checkGrants({ merged, metrics, dimensions }: Setting): Fault[] {
  return merged.grants.flatMap(({ value: grant, entry }) => [
    ...grant.may.flatMap((id, index) => {
      const place = entry.place(['may', index]);
      if (id === SMALL_NUMBERS) {
        return [];
      }
      if (!merged.ids.metrics.has(id) && !merged.ids.dimensions.has(id)) {
        return [{ ...place, message: `grant: there is no metric or dimension "${id}".`, fix: 'Use the id of a metric or dimension that is restricted.' }];
      }
      const held = metrics.get(id)?.value ?? dimensions.get(id);
      return held === undefined || held.restricted ? [] : [{ ...place, message: `grant: "${id}" is not restricted; everybody may see it.`, fix: 'Take it out, or mark it "restricted: true".' }];
    }),
    ...grant.users.flatMap((user, index) => (user.trim() === ''
      ? [{ ...entry.place(['users', index]), message: 'grant: it is to nobody.', fix: 'Write a user as Teams or the command line names them.' }]
      : [])),
  ]);
}
