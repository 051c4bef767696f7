import type { Meetings } from './meetings';
import type { View } from './view';

/** The keys of a line by dimension, with those that they settle. */
export function placesOf(view: View, line: number, meetings: Meetings): ReadonlyMap<string, string> {
  const keys = view.keysOf(line);
  const own = view.dimensions.map((id, index): [string, string] => [id, keys[index] ?? '']);
  const settled = own.flatMap(([id, key]) => meetings.settledBy(id).flatMap((other): [string, string][] => {
    const otherKey = meetings.settled(id, key, other);
    return otherKey === null ? [] : [[other, otherKey]];
  }));
  return new Map([...settled, ...own]);
}
