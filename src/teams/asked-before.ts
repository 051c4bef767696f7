import { querySchema, type Query } from '../engine/query';
import type { Asker, Place } from '../language/question';

/** What a person asked last in a conversation, as JSON. `at` is milliseconds since 1970. */
export interface ConversationContexts {
  remember(conversation: string, asker: string, query: string, at: number): Promise<void>;
  recall(conversation: string, asker: string, at: number): Promise<string | null>;
}

/**
 * @returns the query this person asked just before in this place, or null where there was none, or where one was
 *   written by a version whose queries no longer parse
 */
export async function askedBefore(contexts: ConversationContexts, asker: Asker, place: Place, at: number): Promise<Query | null> {
  const remembered = await contexts.recall(place.id, asker.id, at);
  if (remembered === null) return null;
  const parsed = querySchema.safeParse(JSON.parse(remembered));
  return parsed.success ? parsed.data : null;
}
