import type { Catalogue } from '../catalogue/catalogue';
import type { Question } from './question';

/**
 * The groups of metrics that are being talked about, surest first: what the channel or group is for, where the trust has
 * said so, and what was asked just before. They settle words of several meanings that the catalogue says they settle.
 */
export function talkedAbout({ context, place }: Question, { conversations, metrics }: Catalogue): readonly string[] {
  const here = conversations.filter(({ id }) => place.id === id || place.id.startsWith(`${id};`)).map(({ about }) => about);
  const groups = new Set((context?.metrics ?? []).flatMap((id) => metrics.get(id)?.group ?? []));
  return [...new Set([...here, ...(groups.size === 1 ? groups : [])])];
}
