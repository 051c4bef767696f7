import { z } from 'zod';

export const WEEKDAY_NAMES = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const;

const key = z.string().min(1);

/** When a declared digest is posted, by the clock of a place. */
const whenSchema = z.strictObject({
  every: z.enum([...WEEKDAY_NAMES, 'working day', 'month']),
  /** The day of the month, 31 for its last; for "month" alone. */
  on: z.int().min(1).max(31).optional(),
  at: z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/),
  zone: z.string().min(1).default('Europe/London'),
});

/** One place: a channel with the team it is in, a group, or a person; by their ids in Teams, a person by Entra object id. */
const whereSchema = z.strictObject({
  channel: key.optional(), team: key.optional(), group: key.optional(), person: key.optional(),
  /** Whether others than the team's or the group's own members read it: a shared channel, the chat of a meeting. */
  shared: z.boolean().optional(),
});

/** A digest that the trust's folder declares, and not somebody in chat. */
export const declaredDigestSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
  name: z.string().min(1).max(60),
  scorecard: key.optional(),
  metrics: z.array(key).min(1).max(6).optional(),
  /** Dimension → keys: the specialties, groups or sites that it is narrowed to. */
  filters: z.record(key, z.array(key).min(1)).default({}),
  when: whenSchema,
  where: whereSchema,
  /** Whose digest it is, by Entra object id: told where it did not arrive. */
  owner: z.strictObject({ id: key, name: key }),
  /** Who else may decide on a post in doubt and is named to whoever wants it changed, by Entra object id. */
  'may-change': z.array(key).default([]),
});
export type DeclaredDigest = z.infer<typeof declaredDigestSchema>;
