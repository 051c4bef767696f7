import { z } from 'zod';
import { querySchema, type Query } from '../engine/query';
import type { Asker, Place } from '../language/question';

/** What a person was about last in a conversation, as JSON. `at` is milliseconds since 1970. */
export interface ConversationContexts {
  remember(conversation: string, asker: string, query: string, at: number): Promise<void>;
  recall(conversation: string, asker: string, at: number): Promise<string | null>;
}

/** What a question may lean on: the query before it, and the options of a question back that stands unanswered. */
export interface Before {
  readonly query: Query | null;
  readonly offered: readonly string[];
}

export const NOTHING_BEFORE: Before = { query: null, offered: [] };

const beforeSchema = z.strictObject({ query: querySchema.nullable(), offered: z.array(z.string()) });

/**
 * @returns what this person was about just before in this place; nothing where there was nothing, or where it was written
 *   by a version whose queries no longer parse
 */
export async function askedBefore(contexts: ConversationContexts, { asker, place }: { readonly asker: Asker; readonly place: Place }, at: number): Promise<Before> {
  const remembered = await contexts.recall(place.id, asker.id, at);
  if (remembered === null) return NOTHING_BEFORE;
  const parsed = beforeSchema.safeParse(JSON.parse(remembered));
  return parsed.success ? parsed.data : NOTHING_BEFORE;
}

/** What is to be remembered, in the form in which it is recalled. */
export function asRemembered(before: Before): string {
  return JSON.stringify(before);
}
