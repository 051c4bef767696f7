import { z } from 'zod';

/** Metrics that this organisation's data cannot feed: taken out of the catalogue, and named as not held with the reason. */
export const omissionSchema = z.strictObject({
  metrics: z.array(z.string().min(1)).min(1),
  because: z.string().min(1),
});
export type Omission = z.infer<typeof omissionSchema>;
