import { z } from 'zod';
import { writtenDay } from './written-day';

/** A list of procedures that a metric counts over: the trust's to give, with an owner and a date. Codes are OPCS-4 without the dot. */
export const procedureListSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
  name: z.string().min(1),
  codes: z.array(z.string().min(1)).min(1),
  /** What it stands in for where it is not the list itself: "proxy, not BADS". Said with every figure. */
  proxy: z.string().min(1).nullable().default(null),
  owner: z.string().min(1),
  source: z.string().min(1),
  date: writtenDay,
});
export type ProcedureList = z.infer<typeof procedureListSchema>;
