import { z } from 'zod';

/** The dimensions by which somebody may be kept to a part of the trust. */
export const SCOPED = ['cmg', 'specialty', 'site'] as const;
export type Scoped = (typeof SCOPED)[number];

/** The grant that lifts the hiding of small numbers, beside the ids of what is restricted. */
export const SMALL_NUMBERS = 'small-numbers';

const names = z.array(z.string().min(1)).default([]);
const keys = z.array(z.string().min(1)).min(1);

/**
 * Who may ask, or which conversation may show, what: everything that is open, and what is restricted where `may` names it,
 * in the whole trust or in a part of it. People, teams and conversations are named by their ids and never by what they are
 * called, since two may be called alike.
 */
export const grantSchema = z.strictObject({
  /** People, by Entra object id; on the command line as given with --as. */
  users: names,
  /** Teams, by Entra object id (the group's) or thread id: what all of their standard channels may show. */
  teams: names,
  /** Group chats, meetings and single channels, by conversation id: what each may show. */
  conversations: names,
  /** Ids of restricted metrics or dimensions, groups of metrics, or `small-numbers`. */
  may: names,
  /**
   * Said of teams and conversations by whoever has made sure that no guest is among those who read there: Teams does not tell
   * a bot that there is one. What is restricted is shown in none of which it is not said.
   */
  guests: z.literal('none').optional(),
  /** Keys by dimension, all of which must hold; without it the whole trust. */
  only: z.strictObject({ cmg: keys, specialty: keys, site: keys }).partial().optional(),
  because: z.string().min(1),
  owner: z.string().min(1),
});
export type Grant = z.infer<typeof grantSchema>;
