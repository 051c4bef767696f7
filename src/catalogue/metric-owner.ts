import { z } from 'zod';

/** Who an owner of metrics is in Teams, so that what people report of a number reaches them. */
export const metricOwnerSchema = z.strictObject({
  /** As the metrics name their owner: "Theatres performance". */
  owner: z.string().min(1),
  /** Entra object ids. */
  people: z.array(z.string().min(1)).min(1),
});
export type MetricOwner = z.infer<typeof metricOwnerSchema>;
