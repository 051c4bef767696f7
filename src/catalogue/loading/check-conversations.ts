import type { Fault } from '../fault';
import type { Setting } from './setting';

/** That a conversation is about a group of metrics that there is, and is said to be so once. */
export function checkConversations({ merged, metrics }: Setting): Fault[] {
  const groups = new Set([...metrics.values()].map(({ value }) => value.group));
  const ids = merged.conversations.map(({ value }) => value.id);
  return merged.conversations.flatMap(({ value: { id, about }, entry }, index) => [
    ...(groups.has(about) ? [] : [{ ...entry.place(['about']), message: `conversation: there is no group of metrics "${about}".`, fix: `Write one of ${[...groups].join(', ')}.` }]),
    ...(ids.indexOf(id) === index ? [] : [{ ...entry.place(['id']), message: `conversation: "${id}" is named twice.`, fix: 'Take one out.' }]),
  ]);
}
