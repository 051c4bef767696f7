import type { Fault } from '../fault';
import type { Setting } from './setting';

/** That whoever is named for an owner owns a metric or a scorecard, and is named once. */
export function checkMetricOwners({ merged }: Setting): Fault[] {
  const owners = new Set([...merged.written.metrics, ...merged.written.scorecards].map((entry) => entry.text('owner')).filter((owner) => owner !== ''));
  const named = merged.owners.map(({ value }) => value.owner);
  return merged.owners.flatMap(({ value: { owner, people }, entry }, index) => [
    ...(owners.has(owner) ? [] : [{ ...entry.place(['owner']), message: `owner: no metric or scorecard is owned by "${owner}".`, fix: `Write one of ${[...owners].sort().join(', ')}.` }]),
    ...(named.indexOf(owner) === index ? [] : [{ ...entry.place(['owner']), message: `owner: "${owner}" is named twice.`, fix: 'Put all the people under one of them.' }]),
    ...people.flatMap((person, at) => (people.indexOf(person) === at ? [] : [{ ...entry.place(['people', at]), message: `owner ${owner}: "${person}" is named twice.`, fix: 'Take one out.' }])),
  ]);
}
