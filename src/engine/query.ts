import { z } from 'zod';

/** What can be asked for. Source: the command-line contract. */
export const INTENTS = [
  'value', 'trend', 'breakdown', 'ranking', 'comparison', 'definition', 'freshness', 'help', 'greeting',
] as const;
export type Intent = (typeof INTENTS)[number];

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
const key = z.string().min(1).max(80);

export const periodSchema = z.strictObject({
  from: day,
  to: day,
  grain: z.enum(['day', 'week', 'month', 'quarter', 'half', 'year', 'ytd', 'rolling', 'range']),
  label: z.string().max(120),
  asked: z.string().max(120).nullable().default(null),
});

/** Dimension id → the keys kept (or, in `excluding`, left out). */
const selectionSchema = z.record(key, z.array(key).min(1).max(60));
export type Selection = Readonly<Record<string, readonly string[]>>;

const versusSchema = z.union([
  z.enum(['previous', 'last-year', 'target']),
  z.strictObject({ period: periodSchema }),
  z.strictObject({ filters: selectionSchema }),
]);

/**
 * A question made exact: a plain value that can be printed, stored in a button and run again.
 * `period` is null only for the intents that need none (definition, freshness, help, greeting).
 */
export const querySchema = z.strictObject({
  intent: z.enum(INTENTS),
  metrics: z.array(key).max(6),
  scorecard: z.null().default(null),
  period: periodSchema.nullable(),
  filters: selectionSchema.default({}),
  excluding: selectionSchema.default({}),
  having: z.strictObject({ op: z.enum(['above', 'below']), value: z.number() }).nullable().default(null),
  by: z.union([key, z.tuple([key, key])]).nullable().default(null),
  versus: versusSchema.nullable().default(null),
  order: z.enum(['worst', 'best', 'highest', 'lowest']).nullable().default(null),
  limit: z.int().min(1).max(50).nullable().default(null),
});
export type Query = z.infer<typeof querySchema>;
