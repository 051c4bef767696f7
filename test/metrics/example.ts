import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';

const cell = z.union([z.string(), z.number(), z.boolean(), z.null()]);
const row = z.record(z.string(), cell);

/** A number, or a fraction as it is worked out: "5/12". */
const figure = z.union([z.number(), z.string().regex(/^-?\d+\/\d+$/).transform((fraction) => {
  const [above = 0, below = 1] = fraction.split('/').map(Number);
  return above / below;
})]).nullable();

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);

/** An example of one metric, worked out by hand: the rows that an extract gives, and what they come to. */
const exampleSchema = z.strictObject({
  metric: z.string(),
  about: z.string().min(1),
  /** Table → columns of every one of its rows that does not say otherwise. */
  every: z.record(z.string(), row).default({}),
  /** Table → rows; `times` repeats one. */
  rows: z.record(z.string(), z.array(row)),
  period: z.strictObject({ from: day, to: day, grain: z.enum(['month', 'quarter', 'ytd', 'year', 'range']) })
    .default({ from: '2024-05-01', to: '2024-05-31', grain: 'month' }),
  filters: z.record(z.string(), z.array(z.string())).default({}),
  /** Table → first and last day held, where they are not January and May 2024. */
  held: z.record(z.string(), z.strictObject({ from: day.optional(), to: day.optional() })).default({}),
  /** Price index by financial year, of base 2019/20, in place of the trust's. */
  index: z.record(z.string(), z.number()).optional(),
  today: day.default('2024-07-20'),
  expect: z.strictObject({
    numerator: figure.optional(),
    denominator: figure.optional(),
    value: figure,
    missing: z.string().optional(),
    'as-at': day.optional(),
    /** Dimension → key → numerator and denominator, with the value where it is not the one over the other; for a median the value alone. */
    by: z.record(z.string(), z.record(z.string(), z.array(figure).min(1).max(3))).default({}),
  }),
  because: z.string().min(1),
});
export type Example = z.infer<typeof exampleSchema>;

/** Every example beside this file, in the order of their files. */
export const EXAMPLES: readonly Example[] = readdirSync(__dirname)
  .filter((name) => name.endsWith('.yaml'))
  .sort()
  .flatMap((name) => z.strictObject({ examples: z.array(exampleSchema) }).parse(parse(readFileSync(path.join(__dirname, name), 'utf8'))).examples);
