import { z } from 'zod';

/**
 * Where else a figure by the same name is printed, and what it counts or leaves out otherwise than here, so that
 * somebody whose figure does not match can see which of the two they have.
 */
export const elsewhereSchema = z.strictObject({
  metrics: z.array(z.string().min(1)).min(1),
  /** Who prints it and where: "NHS England, Hospital Outpatient Activity". */
  source: z.string().min(1).max(120),
  /** How it differs, as the end of a sentence that begins with "It": "divides by all appointments". */
  differs: z.string().min(1).max(300),
  /** Whom to ask about the difference; the metric's owner where nobody is named. */
  ask: z.string().min(1).nullable().default(null),
});
export type Elsewhere = z.infer<typeof elsewhereSchema>;
