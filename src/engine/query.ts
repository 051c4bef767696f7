import { z } from 'zod';
import { existingDay, type Day } from '../calendar/day';

/** What can be asked for. Source: the command-line contract. */
export const INTENTS = [
  'value', 'trend', 'breakdown', 'ranking', 'comparison', 'explanation', 'projection', 'definition', 'scorecard', 'exceptions', 'peers', 'freshness', 'help', 'greeting',
] as const;
export type Intent = (typeof INTENTS)[number];

/** Days outside these are slips or mischief: nothing of this product reaches so far. */
const FIRST_DAY: Day = '2000-01-01';
const LAST_DAY: Day = '2100-12-31';

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/).refine((text) => {
  const [year = 0, month = 0, dayOfMonth = 0] = text.split('-').map(Number);
  return existingDay(year, month, dayOfMonth) !== null && text >= FIRST_DAY && text <= LAST_DAY;
}, 'not a day');
const key = z.string().min(1).max(80);

const periodSchema = z.strictObject({
  from: day,
  to: day,
  grain: z.enum(['day', 'week', 'month', 'quarter', 'half', 'year', 'ytd', 'rolling', 'range']),
  label: z.string().max(120),
  asked: z.string().max(120).nullable().default(null),
}).refine(({ from, to }) => from <= to, 'a period ends before it begins');

const LARGEST = 1e9;

const MEASURED: readonly Intent[] = ['value', 'trend', 'breakdown', 'ranking', 'comparison', 'explanation', 'projection', 'peers'];
const SCORED: readonly Intent[] = ['scorecard', 'exceptions'];

/** What is measured needs a metric and a period; a split needs something to split by; a scorecard needs its id and no metric. */
function isWhole(
  { intent, metrics, scorecard, period, by }: { intent: Intent; metrics: readonly string[]; scorecard: string | null; period: object | null; by: unknown },
): boolean {
  if (SCORED.includes(intent)) {
    return scorecard !== null && metrics.length === 0 && period !== null;
  }
  const isSplit = intent === 'breakdown' || intent === 'ranking';
  return !MEASURED.includes(intent) || (metrics.length > 0 && period !== null && (!isSplit || by !== null));
}

/** Dimension id → the keys kept (or, in `excluding`, left out). */
const selectionSchema = z.record(key, z.array(key).min(1).max(60));
export type Selection = Readonly<Record<string, readonly string[]>>;

const versusSchema = z.union([
  z.enum(['previous', 'last-year', 'target', 'plan', 'peers', 'national']),
  z.strictObject({ period: periodSchema }),
  z.strictObject({ filters: selectionSchema }),
]);

/**
 * A question made exact: a plain value that can be printed, stored in a button and run again.
 * `period` is null only for the intents that need none (definition, freshness, help, greeting).
 */
export const querySchema = z.strictObject({
  intent: z.enum(INTENTS),
  metrics: z.array(key).max(6).refine((ids) => new Set(ids).size === ids.length, 'a metric is named twice'),
  scorecard: key.nullable().default(null),
  period: periodSchema.nullable(),
  filters: selectionSchema.default({}),
  excluding: selectionSchema.default({}),
  having: z.strictObject({ op: z.enum(['above', 'below']), value: z.number().min(-LARGEST).max(LARGEST) }).nullable().default(null),
  by: z.union([key, z.tuple([key, key]).refine(([first, second]) => first !== second, 'split twice by the same')]).nullable().default(null),
  versus: versusSchema.nullable().default(null),
  /** Of a projection: the figure of somebody's own that they ask whether it will be reached, in the metric's unit. */
  aim: z.strictObject({ value: z.number().min(-LARGEST).max(LARGEST) }).optional(),
  order: z.enum(['worst', 'best', 'highest', 'lowest']).nullable().default(null),
  limit: z.int().min(1).max(50).nullable().default(null),
  /** A scorecard to be kept under a name, or one that was. */
  frozen: z.strictObject({ name: z.string().min(1).max(60), what: z.enum(['freeze', 'show']) }).optional(),
}).refine(isWhole, 'the parts that the intent needs are missing');
export type Query = z.infer<typeof querySchema>;
