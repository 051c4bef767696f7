import { z } from 'zod';

/** Where something is posted, as it is kept: JSON in a column of its own. */
export const addressSchema = z.strictObject({
  kind: z.enum(['personal', 'group', 'channel']), conversation: z.string(), serviceUrl: z.string(), tenant: z.string().nullable(), team: z.string().nullable(),
  group: z.string().optional(), isMixed: z.literal(true).optional(), called: z.string().optional(),
});
