import { z } from 'zod';
import { writtenDay } from './written-day';

/** Where a computed target comes from: the best quarter of the peer group, over the newest benchmark values held. */
const computedSchema = z.strictObject({ from: z.literal('benchmark'), quartile: z.enum(['upper']), 'peer-group': z.string().min(1) });

/** A target as one document states it. Two that disagree are both kept; the one marked `first` leads. */
export const targetSchema = z.strictObject({
  metric: z.string().min(1),
  /** Absent only for a computed target. */
  value: z.number().optional(),
  computed: computedSchema.optional(),
  /** How the value is compared: `below` is strict, `at-most` lets equality pass. */
  comparator: z.enum(['below', 'at-most', 'at-least', 'above']),
  /** What it applies to, dimension → key; everything, and all below it that has none of its own, where empty. */
  where: z.record(z.string().min(1), z.string().min(1)).default({}),
  /** True where it applies to exactly what `where` says, and to nothing narrower. */
  'only-there': z.boolean().default(false),
  /** The kind of period it can be held against; a target for the year is never held against one month. */
  for: z.enum(['any', 'month', 'ytd', 'year']).default('any'),
  /** A course to the target: it begins at `from` (a value) on the target's first day and reaches `value` on `by`. */
  trajectory: z.strictObject({ from: z.number(), by: writtenDay }).optional(),
  /** The day by which it has to be met: before it a figure that does not meet it is not there yet, and not off target. */
  due: writtenDay.optional(),
  name: z.string().optional(),
  source: z.string().min(1),
  owner: z.string().min(1).optional(),
  first: z.boolean().default(false),
  from: writtenDay,
  to: writtenDay.nullable().default(null),
});
export type Target = z.infer<typeof targetSchema>;
