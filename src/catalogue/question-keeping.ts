import { z } from 'zod';

/** The longest that a question may be kept, days. */
export const LONGEST_KEPT_DAYS = 90;

/**
 * Whether questions that could not be answered are kept to learn from, for how long, and who may read them: owners as the
 * command line names them. Without this heading nothing is kept.
 */
export const questionKeepingSchema = z.strictObject({
  keep: z.boolean(),
  'for-days': z.int().min(1).max(LONGEST_KEPT_DAYS).default(LONGEST_KEPT_DAYS),
  owners: z.array(z.string().min(1)).min(1),
  because: z.string().min(1),
});
export type QuestionKeeping = z.infer<typeof questionKeepingSchema>;
