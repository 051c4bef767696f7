import { z } from 'zod';

/** A measure that people ask for and that is not held: the words they use for it, and the nearest metrics that are. */
export const notHeldSchema = z.strictObject({
  words: z.array(z.string().min(1)).min(1),
  nearest: z.array(z.string().min(1)).default([]),
});
export type NotHeld = z.infer<typeof notHeldSchema>;

/** Something the papers name that is a milestone and not a measure, in the words people use for it. */
export const milestoneSchema = z.strictObject({ words: z.array(z.string().min(1)).length(1) });
