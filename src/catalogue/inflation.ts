import { z } from 'zod';
import { writtenDay } from './written-day';

const year = z.string().regex(/^\d{4}\/\d{2}$/);

/** The price index that restates costs in the prices of its base year: the trust's choice, with an owner and a date. */
export const inflationSchema = z.strictObject({
  name: z.string().min(1),
  'base-year': year,
  /** Financial year → level of prices, on any scale. */
  index: z.record(year, z.number().positive()),
  owner: z.string().min(1),
  source: z.string().min(1),
  date: writtenDay,
});
export type Inflation = z.infer<typeof inflationSchema>;
