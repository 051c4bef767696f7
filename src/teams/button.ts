import { z } from 'zod';
import { querySchema } from '../engine/query';
import { LONGEST_QUESTION } from './spoken-text';

/** The verb of every button on a card of ours. */
const VERB = 'tally';
/** A query takes a few hundred characters; anything near this was not made by a card of ours. */
const LONGEST_DATA = 8_000;

/** As a snapshot is named, and never words: whoever owns a number is told on which data it was seen. */
const SNAPSHOT_ID = /^[a-z0-9-]{1,40}$/;

const version = z.literal(1);
const stepSchema = z.discriminatedUnion('kind', [
  z.strictObject({ v: version, kind: z.enum(['query', 'working', 'refresh']), query: querySchema }),
  z.strictObject({ v: version, kind: z.literal('report'), query: querySchema, snapshot: z.string().regex(SNAPSHOT_ID) }),
  z.strictObject({ v: version, kind: z.enum(['arrived', 'again']), topic: z.string().min(1).max(200), slot: z.string().regex(/^\d{4}-\d{2}-\d{2}$/) }),
  z.strictObject({ v: version, kind: z.literal('resume'), topic: z.string().min(1).max(200) }),
  z.strictObject({ v: version, kind: z.literal('ask'), text: z.string().trim().min(1).max(LONGEST_QUESTION) }),
]);
/** A measure that was chosen on the card, which a client sends beside the data of any button; nothing is sent or chosen where nothing was. */
const measureSchema = z.string().max(120).regex(/^[a-z0-9-]*$/).nullish().transform((chosen) => (chosen === undefined || chosen === '' ? null : chosen));
const dataSchema = z.object({ tally: stepSchema, measure: measureSchema })
  .transform(({ tally, measure }) => (tally.kind === 'report' ? { ...tally, measure } : tally));

/** What a button does: run a query, show its working, bring the card up to now, report its number as wrong, settle a post that is in doubt, resume what is suspended, or ask a whole question in words. */
export type Step = z.infer<typeof dataSchema>;
const invokeSchema = z.object({
  action: z.object({ verb: z.literal(VERB), data: dataSchema }),
  trigger: z.enum(['manual', 'automatic']).nullish(),
});

/**
 * @param data what a client sent as a button's data; anything at all
 * @returns the step, or null for what is not one. Its query is well-formed, not permitted: that is decided on the road.
 */
export function stepOf(data: unknown): Step | null {
  if (isTooLong(data)) return null;
  const parsed = dataSchema.safeParse(data);
  return parsed.success ? parsed.data : null;
}

/**
 * @param value the value of an `adaptiveCard/action` invoke
 * @returns the step, and whether it is the card on the screen that is to be brought up to now: a client asks by itself, or a person does
 */
export function invokedStepOf(value: unknown): { readonly step: Step; readonly refresh: boolean } | null {
  if (isTooLong(value)) return null;
  const parsed = invokeSchema.safeParse(value);
  if (!parsed.success) return null;
  const step = parsed.data.action.data;
  return { step, refresh: parsed.data.trigger === 'automatic' || step.kind === 'refresh' };
}

function isTooLong(data: unknown): boolean {
  return (JSON.stringify(data) ?? '').length > LONGEST_DATA;
}
