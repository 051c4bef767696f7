import { z } from 'zod';
import { writtenDay } from './written-day';

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
  from: writtenDay,
  to: writtenDay.nullable().default(null),
});
export type Target = z.infer<typeof targetSchema>;
