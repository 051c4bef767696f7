import { z } from 'zod';

/** What a channel or a group is about, by its id in Teams: a group of metrics, which settles words of several meanings there. */
export const conversationSchema = z.strictObject({
  id: z.string().min(1),
  about: z.string().min(1),
});
export type Conversation = z.infer<typeof conversationSchema>;
