import { z } from 'zod';

/** What letters stand for, said once on a card that has them: "DNA: did not attend". */
export const abbreviationSchema = z.strictObject({
  short: z.string().min(2).max(20),
  words: z.string().min(1).max(120),
});
export type Abbreviation = z.infer<typeof abbreviationSchema>;
