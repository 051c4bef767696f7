import { z } from 'zod';

/** Where something is posted, as it is kept: JSON in a column of its own. The Entra group that was written with it once is asked anew, and not read. */
export const addressSchema = z.strictObject({
  kind: z.enum(['personal', 'group', 'channel']), conversation: z.string(), serviceUrl: z.string(), tenant: z.string().nullable(), team: z.string().nullable(),
  group: z.string().optional(), isMixed: z.literal(true).optional(), called: z.string().optional(),
}).transform(({ group: _, ...to }) => to);
