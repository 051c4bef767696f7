import { z } from 'zod';

/**
 * A word claimed by several things. `ask` gives the question and the readings, each the words to put in place of
 * the ambiguous one; where `default` is set it is answered with that reading and its rival is named, and so it is with
 * the reading that `about` gives for what is being talked about, and that `today` gives for a question about today.
 */
export const ambiguitySchema = z.strictObject({
  words: z.array(z.string().min(1)).min(1),
  ask: z.string().min(1),
  readings: z.array(z.string().min(1)).min(2),
  default: z.string().min(1).nullable().default(null),
  /** Group of metrics → the reading taken where that is what is being talked about: "utilisation" in a channel about diagnostics. */
  about: z.record(z.string().min(1), z.string().min(1)).default({}),
  /** The reading taken of a question about today, where nothing else settles it: "cancellations today" are of operations. */
  today: z.string().min(1).nullable().default(null),
});
export type Ambiguity = z.infer<typeof ambiguitySchema>;
