import { z } from 'zod';

/** Days for which the record of who asked what is kept, where the trust says nothing: two years. */
export const AUDIT_DAYS = 730;

/** The rules of access that are nobody's in particular. Without this heading nobody may ask but who is named in a grant. */
export const accessRulesSchema = z.strictObject({
  /** Whether everybody who reaches Tally may ask and every conversation may show what is open: for made-up data alone. */
  everybody: z.boolean().default(false),
  /** What is restricted here beside what its definition marks: ids of metrics and dimensions, and groups of metrics. */
  restricted: z.array(z.string().min(1)).default([]),
  /**
   * Rounds numbers of people below the whole trust to the nearest 5, after small ones are hidden; not rounded where it is left
   * out, so that figures reconcile. Source: HES disclosure control.
   */
  'round-people-to': z.literal(5).optional(),
  'audit-days': z.int().min(30).max(3_650).default(AUDIT_DAYS),
  because: z.string().min(1),
  owner: z.string().min(1),
});
export type AccessRules = z.infer<typeof accessRulesSchema>;
