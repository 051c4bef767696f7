import { z } from 'zod';
import { writtenDay } from './written-day';

/** How a value is counted and shown. `ratio` runs from 0 to 1 and is shown as a percentage. */
export const UNITS = ['ratio', 'count', 'number', 'minutes', 'nights', 'gbp', 'points'] as const;
export type Unit = (typeof UNITS)[number];

/**
 * How a metric's number comes about.
 * `ratio`: Σ numerator ÷ Σ denominator at every level; a mean is one too (Σ nights ÷ Σ spells).
 * `count`: Σ numerator alone, of people, tests or pounds.
 * `median`: the middle of the numerator's column over its rows; it does not add up.
 * `difference`: Σ numerator − Σ denominator, both of them shown (actual against plan, income against cost).
 * `opportunity`: Σ numerator − what the denominator would have come to at the base year's ratio.
 * `published`: a figure as somebody else prints it; the numerator reads published_values.
 */
const METRIC_KINDS = ['ratio', 'count', 'median', 'difference', 'opportunity', 'published'] as const;
export type MetricKind = (typeof METRIC_KINDS)[number];

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
  /** One of the codes of a procedure list that the trust keeps under that id. */
  | { readonly field: string; readonly 'in-list': string }
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
    z.strictObject({ field, 'in-list': z.string().min(1) }),
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
  /** Restates each row's money in the prices of the inflation index's base year. */
  'in-base-year-prices': z.boolean().default(false),
  where: z.array(conditionSchema).default([]),
});
export type Measure = z.infer<typeof measureSchema>;

/** A metric as the catalogue holds it. */
export const metricSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
  name: z.string().min(1),
  /** The short form used where room is scarce; the name where none is given. */
  short: z.string().min(1).optional(),
  group: z.string().min(1),
  synonyms: z.array(z.string().min(1)),
  /** Words that say again what it counts by its definition, and so narrow nothing beside its name: "within 30 days" of a readmission rate. */
  restated: z.array(z.string().min(1)).default([]),
  definition: z.string().min(1),
  kind: z.enum(METRIC_KINDS).default('ratio'),
  unit: z.enum(UNITS),
  /** Decimal places shown; for a ratio, of the percentage. */
  decimals: z.int().min(0).max(4),
  /** Words after a plain number: "cases a list". */
  suffix: z.string().default(''),
  better: z.enum(['higher', 'lower', 'neutral']),
  /** For a share that is also quoted the other way round: what the rest of it is, "waiting six weeks or more". */
  rest: z.string().min(1).nullable().default(null),
  /** For a share of those who wait: who has waited too long for it, "pathways over 18 weeks", and what takes them off the list, so that both parts of the share shrink: "treated". */
  queue: z.strictObject({ beyond: z.string().min(1), leave: z.string().min(1) }).nullable().default(null),
  /** What the numbers count; only people are ever suppressed. */
  counting: z.enum(['people', 'sessions', 'slots', 'minutes', 'money']),
  numerator: measureSchema,
  /** Null for a count, a median and a published figure. */
  denominator: measureSchema.nullable().default(null),
  /** For a difference: the share of it that is taken off, an assumption that every card names. */
  less: z.strictObject({ rate: z.number().min(0).max(1), name: z.string().min(1), source: z.string().min(1) }).nullable().default(null),
  /** For an opportunity: the financial year whose ratio stands for what could be, "2019/20". */
  'base-year': z.string().regex(/^\d{4}\/\d{2}$/).nullable().default(null),
  /** For a difference in money: the metric of its volumes and the dimension of its lines, by which it splits into volume and price or mix. */
  splits: z.strictObject({ volume: z.string().min(1), by: z.string().min(1) }).nullable().default(null),
  /** How a rolling period is put together from its months. */
  rolling: z.enum(['ratio-of-sums', 'mean-of-months']).default('ratio-of-sums'),
  /**
   * How its run is judged by statistical process control: whether outlying jumps are screened out of the limits, the day
   * it starts and why, after how many points limits are fixed, and where they begin anew, never without a recorded reason.
   */
  spc: z.strictObject({
    screening: z.boolean().default(false),
    from: writtenDay.nullable().default(null),
    because: z.string().min(1).nullable().default(null),
    'fixed-after': z.int().min(12).nullable().default(null),
    rebase: z.array(z.strictObject({ at: writtenDay, reason: z.string().min(1), where: z.record(z.string().min(1), z.array(z.string().min(1)).min(1)).default({}) })).default([]),
  }).prefault({}),
  /** Days after the end of a period until its coding can be relied on; until then it is marked as still being coded. */
  'matures-after-days': z.int().min(0).default(0),
  /** Which way a figure errs until then: what is counted as it is coded reads low, what is divided by it reads high. Null where it may move either way. */
  'reads-until-mature': z.enum(['low', 'high']).nullable().default(null),
  /** Days after each thing until it is known how it went (30 of a readmission): the latest are in no figure until then. */
  'follow-up-days': z.int().min(0).default(0),
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
