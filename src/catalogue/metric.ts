import { z } from 'zod';

/** How a value is counted and shown. `ratio` runs from 0 to 1 and is shown as a percentage. */
export const UNITS = ['ratio', 'count', 'number', 'minutes', 'nights', 'gbp', 'points'] as const;
export type Unit = (typeof UNITS)[number];

const value = z.union([z.string(), z.number(), z.boolean()]);

/**
 * One test on one column of a canonical table. Exactly one of the tests is given.
 * A row whose column is empty fails every test but `is-not` and `known: false`: an empty code is not the code named.
 */
export type Condition =
  | { readonly field: string; readonly is: readonly (string | number | boolean)[] }
  | { readonly field: string; readonly 'is-not': readonly (string | number | boolean)[] }
  | { readonly field: string; readonly over: number }
  | { readonly field: string; readonly under: number }
  | { readonly field: string; readonly 'at-least': number }
  | { readonly field: string; readonly known: boolean }
  | { readonly field: string; readonly 'starts-with': readonly string[] }
  | { readonly field: string; readonly 'starts-not-with': readonly string[] }
  | { readonly any: readonly (readonly Condition[])[] };

const field = z.string().min(1);
const conditionSchema: z.ZodType<Condition> = z.lazy(() =>
  z.union([
    z.strictObject({ field, is: z.array(value).min(1) }),
    z.strictObject({ field, 'is-not': z.array(value).min(1) }),
    z.strictObject({ field, over: z.number() }),
    z.strictObject({ field, under: z.number() }),
    z.strictObject({ field, 'at-least': z.number() }),
    z.strictObject({ field, known: z.boolean() }),
    z.strictObject({ field, 'starts-with': z.array(z.string()).min(1) }),
    z.strictObject({ field, 'starts-not-with': z.array(z.string()).min(1) }),
    z.strictObject({ any: z.array(z.array(conditionSchema).min(1)).min(2) }),
  ]),
);

/**
 * A sum over the rows of one canonical table: Σ weight × `sum`, over the rows that pass `where`.
 * `sum` is `rows` (the weight alone) or a numeric column; `divide` scales it (60 turns minutes into hours).
 * `date` names the column that dates a row where it is not the table's own.
 */
const measureSchema = z.strictObject({
  /** What is counted, in words a reader would use: "missed appointments". */
  counts: z.string().min(1),
  table: z.string().min(1),
  sum: z.string().min(1).default('rows'),
  divide: z.number().positive().default(1),
  date: z.string().min(1).optional(),
  where: z.array(conditionSchema).default([]),
});
export type Measure = z.infer<typeof measureSchema>;

/** A metric as the catalogue holds it. Ratios are Σ numerator ÷ Σ denominator at every level. */
export const metricSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
  name: z.string().min(1),
  /** The short form used where room is scarce; the name where none is given. */
  short: z.string().min(1).optional(),
  group: z.string().min(1),
  synonyms: z.array(z.string().min(1)),
  definition: z.string().min(1),
  unit: z.enum(UNITS),
  /** Decimal places shown; for a ratio, of the percentage. */
  decimals: z.int().min(0).max(4),
  /** Words after a plain number: "cases a list". */
  suffix: z.string().default(''),
  better: z.enum(['higher', 'lower', 'neutral']),
  /** What the numbers count; only people are ever suppressed. */
  counting: z.enum(['people', 'sessions', 'slots', 'minutes', 'money']),
  numerator: measureSchema,
  /** Null for a plain count. */
  denominator: measureSchema.nullable(),
  /** Rows left out of numerator and denominator alike, each with its reason. */
  exclude: z.array(z.strictObject({ when: z.array(conditionSchema).min(1), because: z.string().min(1) })).default([]),
  dimensions: z.array(z.string().min(1)),
  period: z.enum(['day', 'week', 'month']).default('month'),
  /** Days after the last day held until the data is called stale. */
  'fresh-for-days': z.int().positive(),
  'looks-ahead': z.boolean().default(false),
  restricted: z.boolean().default(false),
  caveats: z.array(z.string().min(1)).default([]),
  owner: z.string().min(1),
  source: z.string().min(1),
  version: z.string().min(1),
});
export type Metric = z.infer<typeof metricSchema>;
