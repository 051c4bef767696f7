import { z } from 'zod';

/** One line of `ask --json`, field by field as the contract has it: no field more, none fewer, null where there is nothing. */

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
const text = z.string().min(1);
const number = z.number().nullable();
const selection = z.record(text, z.array(text).min(1));
const period = z.strictObject({
  from: day, to: day, grain: z.enum(['day', 'week', 'month', 'quarter', 'half', 'year', 'ytd', 'rolling', 'range']), label: text, asked: text.nullable(),
});

const query = z.strictObject({
  intent: z.enum(['value', 'trend', 'breakdown', 'ranking', 'comparison', 'explanation', 'projection', 'definition', 'scorecard', 'exceptions', 'peers', 'freshness', 'help', 'greeting']),
  metrics: z.array(text),
  scorecard: text.nullable(),
  period: period.nullable(),
  filters: selection,
  excluding: selection,
  having: z.strictObject({ op: z.enum(['above', 'below']), value: z.number() }).nullable(),
  by: z.union([text, z.tuple([text, text])]).nullable(),
  versus: z.union([z.enum(['previous', 'last-year', 'target', 'plan', 'peers', 'national']), z.strictObject({ period }), z.strictObject({ filters: selection })]).nullable(),
  order: z.enum(['worst', 'best', 'highest', 'lowest']).nullable(),
  limit: z.int().positive().nullable(),
  frozen: z.strictObject({ name: text, what: z.enum(['freeze', 'show']) }).optional(),
});

const row = z.strictObject({
  key: text, label: text, metric: text, value: number, numerator: number, denominator: number,
  target: z.strictObject({ value: z.number(), met: z.boolean() }).nullable(), spc: z.null(), cells: z.union([z.strictObject({}), z.looseObject({ kind: z.enum(['line', 'sub-total', 'total']), section: z.string() }).catchall(z.union([number, z.string()]))]), suppressed: z.boolean(),
});

const side = z.strictObject({ label: text, value: number });
const drivers = z.strictObject({
  by: z.union([text, z.tuple([text, text])]).nullable(), from: side, to: side, change: z.number(),
  parts: z.array(z.strictObject({ key: text, label: text, from: number, to: number, rateEffect: number, mixEffect: number, contribution: number, cases: number })),
});

const projection = z.strictObject({
  verdict: z.enum(['on-course', 'not-on-course', 'on-target', 'off-target', 'reached', 'out-of-reach', 'not-judged', 'no-target']),
  target: z.strictObject({ value: z.number(), words: text, source: text }).nullable(),
  gap: number, units: text.nullable(), perWeek: number,
  soFar: z.strictObject({ label: text, from: day, to: day, value: number, gone: z.int().positive(), of: z.int().positive(), step: z.enum(['month', 'day']) }).nullable(),
  required: number, projected: number, method: z.string(),
  range: z.strictObject({ low: z.number(), high: z.number(), level: z.enum(['process', 'so-far']), months: z.int() }).nullable(),
});

const answer = z.strictObject({
  headline: text,
  value: number,
  unit: z.enum(['ratio', 'count', 'number', 'minutes', 'nights', 'gbp', 'points']).nullable(),
  display: text.nullable(),
  numerator: number,
  denominator: number,
  target: z.strictObject({
    value: z.number(), met: z.boolean(), gap: z.number(), source: text,
    others: z.array(z.strictObject({ value: z.number(), met: z.boolean(), source: text, words: text })),
  }).nullable(),
  comparisons: z.array(z.strictObject({ with: z.enum(['previous', 'last-year', 'period', 'filters', 'plan', 'peers', 'national']), label: text, value: number, change: number })),
  spc: z.null(),
  trend: z.array(z.strictObject({ period: text, value: number })),
  rows: z.array(row),
  drivers: drivers.nullable(),
  projection: projection.nullable(),
  schedule: z.null(),
  caveats: z.array(text),
  suppressed: z.boolean(),
  data: z.strictObject({
    snapshot: text, extracts: z.array(text).min(1), through: day, loadedAt: z.iso.datetime(),
    complete: z.boolean(), provisional: z.boolean(), stale: z.boolean(), roundedTo: z.literal(5).optional(),
  }).nullable(),
  // What only some answers have.
  notice: text.optional(),
  basis: text.optional(),
  printedOn: day.optional(),
  yearTarget: z.strictObject({ value: z.number(), source: text, reached: z.number(), runRate: z.number() }).optional(),
  variance: z.strictObject({ volume: z.number(), priceOrMix: z.number() }).optional(),
  events: z.array(z.strictObject({ name: text, from: day, to: day.nullable(), source: text })).min(1).optional(),
  peers: z.looseObject({ group: text, position: text, words: text }).optional(),
  definition: z.looseObject({ metric: text, kind: text }).optional(),
  frozen: z.strictObject({ name: text, at: z.iso.datetime(), snapshot: text }).optional(),
  restated: z.array(text).optional(),
});

export const lineSchema = z.strictObject({
  question: z.string(),
  outcome: z.enum(['answered', 'clarify', 'refused', 'unknown', 'no-data', 'done']),
  query: query.nullable(),
  answer,
  options: z.array(text),
  reason: text.nullable(),
});

/** The lines of standard output, each checked against the contract; anything that is not such a line fails. */
export function linesOf(out: string): z.infer<typeof lineSchema>[] {
  return out.split('\n').slice(0, -1).map((line) => lineSchema.parse(JSON.parse(line)));
}
