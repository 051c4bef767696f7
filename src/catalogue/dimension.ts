import { z } from 'zod';

/** A value of a dimension: the key that filters use, its name, and the codes of the column that mean it. */
const dimensionValueSchema = z.strictObject({
  key: z.string().min(1),
  name: z.string().min(1),
  /** How a table names its sub-total, where the name is letters alone. */
  'in-full': z.string().min(1).optional(),
  synonyms: z.array(z.string()).default([]),
  codes: z.array(z.string().min(1)).min(1),
});

/**
 * Something a metric can be split or filtered by. `values` is empty for open dimensions (theatre, clinic),
 * whose keys are the codes that the data holds; specialty, cmg and site take theirs from the organisation.
 */
export const dimensionSchema = z.strictObject({
  id: z.string().regex(/^[a-z]+(-[a-z]+)*$/),
  name: z.string().min(1),
  plural: z.string().min(1),
  synonyms: z.array(z.string()).default([]),
  column: z.string().min(1),
  restricted: z.boolean().default(false),
  /**
   * True where the parts divide only what is counted and not what it is divided by: a cancelled operation has a
   * reason, a completed one has none, so every reason is a share of all the operations planned.
   */
  'numerator-only': z.boolean().default(false),
  /**
   * The key that stands for everything, where the others lie inside it and may overlap ("all activity" and "variable
   * only"): to filter by it is to filter by nothing.
   */
  whole: z.string().min(1).nullable().default(null),
  values: z.array(dimensionValueSchema).default([]),
});
export type Dimension = z.infer<typeof dimensionSchema>;
