import { z } from 'zod';

/** What a grant names that shows small numbers of people to somebody; every other is a restricted metric or dimension. */
export const SMALL_NUMBERS = 'small-numbers';

/** Who may see something restricted: a metric or a dimension. Users as Teams or the command line names them. */
export const grantSchema = z.strictObject({
  may: z.array(z.string().min(1)).min(1),
  users: z.array(z.string().min(1)).min(1),
  because: z.string().min(1),
  owner: z.string().min(1),
});
export type Grant = z.infer<typeof grantSchema>;
