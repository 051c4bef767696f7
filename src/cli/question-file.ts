import { z } from 'zod';
import { INTENTS } from '../engine/query';

const OUTCOMES = ['answered', 'clarify', 'unknown', 'refused', 'no-data'] as const;
export type ExpectedOutcome = (typeof OUTCOMES)[number];

const selection = z.record(z.string(), z.array(z.string()).min(1)).default({});
const days = z.tuple([z.iso.date(), z.iso.date()]);

const expectedSchema = z.strictObject({
  intent: z.enum(INTENTS),
  metrics: z.array(z.string()).default([]),
  scorecard: z.string().nullable().default(null),
  period: days.nullable().default(null),
  filters: selection,
  excluding: selection,
  having: z.strictObject({ op: z.enum(['above', 'below']), value: z.number() }).nullable().default(null),
  by: z.union([z.string(), z.tuple([z.string(), z.string()])]).nullable().default(null),
  versus: z.union([
    z.enum(['previous', 'last-year', 'target', 'plan', 'peers', 'national']),
    z.strictObject({ period: days }),
    z.strictObject({ filters: selection }),
  ]).nullable().default(null),
  order: z.enum(['worst', 'best', 'highest', 'lowest']).nullable().default(null),
  limit: z.int().min(1).nullable().default(null),
});
/** A query as whoever wrote the question expects it: periods as their two days, whatever they are called. */
export type ExpectedQuery = z.infer<typeof expectedSchema>;

const questionSchema = z.strictObject({
  q: z.string().min(1),
  /** What the same person asked just before, oldest first. */
  after: z.array(z.string()).default([]),
  outcome: z.enum(OUTCOMES),
  /** Other outcomes that are right too. */
  ok: z.array(z.enum(OUTCOMES)).default([]),
  /** The query, or for one that is asked back the reading most likely meant. */
  query: expectedSchema.nullable().default(null),
  /** Other queries that are right too. */
  alt: z.array(expectedSchema).default([]),
  why: z.string().optional(),
  tag: z.string().optional(),
});
/** A question with what it should come to. */
export type ExpectedQuestion = z.infer<typeof questionSchema>;

/**
 * Reads a file of questions, one JSON object a line.
 * @param name of the file, for what is said of a line that is amiss
 * @throws RangeError that names the line where one is no such object
 */
export function readQuestionFile(text: string, name: string): readonly ExpectedQuestion[] {
  return text.replace(/^\uFEFF/, '').split('\n').flatMap((line, at) => {
    if (line.trim() === '') {
      return [];
    }
    try {
      return [questionSchema.parse(JSON.parse(line))];
    } catch (error) {
      throw new RangeError(`${name}:${at + 1} is no question with what it should come to: ${error instanceof z.ZodError ? z.prettifyError(error) : String(error)}`, { cause: error });
    }
  });
}
