import { z } from 'zod';

/**
 * The value of a `message/submitAction` invoke. The free text that may come with it is not read: it can hold anything.
 * Source: the feedback loop of Teams' bot messages.
 */
const opinionSchema = z.object({
  actionName: z.literal('feedback'),
  actionValue: z.object({ reaction: z.enum(['like', 'dislike']) }),
});

/** What somebody thinks of a card: a thumb up or down. */
export type Opinion = z.infer<typeof opinionSchema>['actionValue']['reaction'];

/** @returns the opinion, or null for what is not one */
export function opinionOf(value: unknown): Opinion | null {
  const parsed = opinionSchema.safeParse(value);
  return parsed.success ? parsed.data.actionValue.reaction : null;
}
