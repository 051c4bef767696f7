import { z } from 'zod';

const key = z.string().min(1);
const filters = z.record(key, z.array(key).min(1)).default({});

/** Which stretch of time a column shows, counted from the last month of the period asked for. */
const columnPeriod = z.enum(['asked', 'month', 'ytd', 'rolling-6', 'rolling-12']);

/** Which number of a figure a column shows: the value, or for a difference the actual (`numerator`) or the plan (`denominator`). */
const part = z.enum(['value', 'numerator', 'denominator']);

const columnSchema = z.strictObject({
  id: key,
  label: z.string().min(1),
  /** The metric shown; in a list of measures each line says its own. */
  metric: key.optional(),
  period: columnPeriod.default('asked'),
  part: part.optional(),
});

/** One measure on one line, with what it is narrowed to. */
const lineSchema = z.strictObject({
  metric: key,
  label: z.string().min(1).optional(),
  filters,
  part: part.default('value'),
});

/** A list of measures: one line each, the same columns for all. */
const measuresSchema = z.strictObject({
  title: z.string().default(''),
  lines: z.array(lineSchema).min(1),
  columns: z.array(columnSchema).min(1),
});

/** One thing split by a dimension: one line a key, a metric a column; the first column is the line's own value. */
const splitSchema = z.strictObject({
  title: z.string().default(''),
  by: key,
  filters,
  columns: z.array(columnSchema).min(1),
  /** The dimension whose keys gather the lines, with a sub-total each. */
  'sub-totals': key.optional(),
  total: z.boolean().default(true),
  /** Lines in the order of this column; in the dimension's own order where none is given. */
  order: z.strictObject({ column: key, direction: z.enum(['ascending', 'descending']) }).optional(),
  limit: z.int().min(1).max(50).optional(),
  /** The keys shown, in their order; all that are held where none is given. */
  keys: z.array(key).default([]),
});

/** A table of a board paper, as it is asked for by name. */
export const scorecardSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
  name: z.string().min(1),
  synonyms: z.array(z.string().min(1)).default([]),
  /** `given` keeps the order of the lines; `worst-first` puts what is off target first. */
  order: z.enum(['given', 'worst-first']).default('given'),
  /** The period taken where the question names none. */
  period: z.enum(['month', 'ytd', 'quarter']).default('month'),
  /** False where the lines are indicators and not targets: none of them is then held against one. */
  judged: z.boolean().default(true),
  sections: z.array(z.union([measuresSchema, splitSchema])).min(1),
  notes: z.array(z.string().min(1)).default([]),
  owner: z.string().min(1),
  source: z.string().min(1),
});
export type Scorecard = z.infer<typeof scorecardSchema>;
export type ScorecardSection = Scorecard['sections'][number];
export type MeasuresSection = z.infer<typeof measuresSchema>;
export type SplitSection = z.infer<typeof splitSchema>;
export type ScorecardColumn = z.infer<typeof columnSchema>;
