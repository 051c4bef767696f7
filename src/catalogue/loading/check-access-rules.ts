import type { AccessRules } from '../access-rules';
import type { Fault } from '../fault';
import type { Checked } from './conform';
import type { Setting } from './setting';

/** That what is closed is there to be closed, and that real data is never open to everybody. */
export function checkAccessRules({ value, entry }: Checked<AccessRules>, { merged, metrics }: Setting): Fault[] {
  const groups = new Set([...metrics.values()].map(({ value: { group } }) => group));
  const isMadeUp = merged.organisation?.value.notice !== null && merged.organisation !== null;
  return [
    ...(value.everybody && !isMadeUp
      ? [{ ...entry.place(['everybody']), message: 'access: everybody may ask, though the organisation has no "notice" that its data is made up.', fix: 'Name who may ask in grants. One tenant may be shared by many organisations: being in it never suffices.' }]
      : []),
    ...value.restricted.flatMap((id, index) => (groups.has(id) || merged.ids.metrics.has(id) || merged.ids.dimensions.has(id)
      ? []
      : [{ ...entry.place(['restricted', index]), message: `access: there is no metric, dimension or group of metrics "${id}".`, fix: `Use the id of a metric or a dimension, or one of ${[...groups].join(', ')}.` }])),
  ];
}
