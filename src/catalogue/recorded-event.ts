import { z } from 'zod';
import { writtenDay } from './written-day';

/** Something that happened and that whoever reads the figures should know of: industrial action, a new system. */
export const recordedEventSchema = z.strictObject({
  name: z.string().min(1),
  from: writtenDay,
  to: writtenDay.nullable().default(null),
  /** Metric groups it bears on; all where empty. */
  groups: z.array(z.string().min(1)).default([]),
  /** Where it bears, dimension → keys; everywhere where empty. */
  where: z.record(z.string().min(1), z.array(z.string().min(1)).min(1)).default({}),
  source: z.string().min(1),
});
export type RecordedEvent = z.infer<typeof recordedEventSchema>;
