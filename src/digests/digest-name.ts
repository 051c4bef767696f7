import { forWords } from '../answers/names';
import { scheduleWords } from '../calendar/schedule';
import type { Catalogue } from '../catalogue/catalogue';
import { querySchema, type Query } from '../engine/query';
import { FOLLOWED_QUERY } from './followed';
import type { Subscription } from './subscription';

/** What is shown, in words: "Theatres", "DNA rate for ENT". */
export function nameOf(query: Query, catalogue: Catalogue): string {
  const { scorecard, metrics } = query;
  const name = scorecard === null ? metrics.map((id) => catalogue.metrics.get(id)?.short ?? catalogue.metrics.get(id)?.name ?? id).join(', ') : catalogue.scorecards.get(scorecard)?.name ?? scorecard;
  return `${name.charAt(0).toUpperCase()}${name.slice(1)}`.replace(/ scorecard$/i, '') + forWords(catalogue, query);
}

/** What a digest asks; null for one of what somebody follows, which has no question of its own. */
export const contentOf = ({ query }: Subscription): Query | null => (query === FOLLOWED_QUERY ? null : querySchema.parse(JSON.parse(query)));

const matches = (name: string, asked: string): boolean => {
  const words = (text: string): string => text.toLowerCase().replace(/\b(?:the|digest|scorecard)\b/g, '').replace(/[^\p{L}\p{N}]+/gu, ' ').trim();
  return words(name).includes(words(asked));
};

/** By its name, by when it comes ("the Monday digest"), or by what it shows. */
export function isMeant(one: Subscription, asked: string, catalogue: Catalogue): boolean {
  const content = contentOf(one);
  return [one.name, scheduleWords(one.schedule), ...(content === null ? [] : [nameOf(content, catalogue), content.scorecard ?? '', ...content.metrics.flatMap((id) => catalogue.metrics.get(id)?.name ?? [])])].some((words) => matches(words, asked));
}
