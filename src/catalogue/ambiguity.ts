import { z } from 'zod';

/**
 * A word claimed by several things. `ask` gives the question and the readings, each the words to put in place of
 * the ambiguous one; where `default` is set it is answered with that reading and its rival is named.
 */
export const ambiguitySchema = z.strictObject({
  words: z.array(z.string().min(1)).min(1),
  ask: z.string().min(1),
  readings: z.array(z.string().min(1)).min(2),
  default: z.string().min(1).nullable().default(null),
});
export type Ambiguity = z.infer<typeof ambiguitySchema>;
