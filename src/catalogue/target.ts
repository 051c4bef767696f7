import { z } from 'zod';

/** A target as one document states it. Two that disagree are both kept; the one marked `first` leads. */
export const targetSchema = z.strictObject({
  metric: z.string().min(1),
  value: z.number(),
  /** How the value is compared: `below` is strict, `at-most` lets equality pass. */
  comparator: z.enum(['below', 'at-most', 'at-least', 'above']),
  /** Where it applies: everywhere below the trust too, unless a specialty has its own. */
  specialty: z.string().optional(),
  name: z.string().optional(),
  source: z.string().min(1),
  first: z.boolean().default(false),
  from: z.string().regex(/^\d{4}-\d{2}-\d{2}$/),
  to: z.string().regex(/^\d{4}-\d{2}-\d{2}$/).nullable().default(null),
});
export type Target = z.infer<typeof targetSchema>;
