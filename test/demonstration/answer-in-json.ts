import { z } from 'zod';
import { answerAsJson } from '../../src/cli/answer-json';
import type { Tally } from '../../src/tally';

const number = z.number().nullable();
const answerSchema = z.object({
  outcome: z.string(),
  answer: z.object({
    value: number,
    rows: z.array(z.object({ key: z.string(), value: number })),
    trend: z.array(z.object({ period: z.string(), value: number })),
    target: z.object({ value: number }).nullable(),
    variance: z.object({ volume: z.number(), priceOrMix: z.number() }).optional(),
    peers: z.object({ centre: number }).optional(),
  }),
});

/** What `ask --json` prints, as far as numbers go. */
export type AnswerInJson = z.infer<typeof answerSchema>;

/** Asks in words at that instant, as somebody in a terminal from whom small numbers are not hidden, and gives the JSON that it would print. */
export async function answerFor(tally: Tally, text: string, at: number): Promise<AnswerInJson> {
  const answer = await tally.road.ask({ text, at, asker: { id: 'on.call.lead', name: null, tenant: null }, place: { kind: 'terminal', id: 'terminal' }, context: null });
  return answerSchema.parse(answerAsJson(text, answer));
}
