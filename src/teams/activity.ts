import { z } from 'zod';

const id = z.string().max(1000);
const account = z.object({
  id: id.min(1),
  name: z.string().max(500).nullish(),
  aadObjectId: z.string().max(100).nullish(),
  role: z.string().max(50).nullish(),
});
const members = z.array(z.object({ id })).max(2000).nullish();

/**
 * The part of a Bot Framework activity that is read or echoed; whatever else a sender adds is dropped here, so that
 * no unknown field reaches the SDK. `channelId` and `serviceUrl` may be absent: refusing them is authentication's work.
 * Source: the Bot Framework activity schema and the Teams event pages.
 */
export const activitySchema = z.object({
  type: z.string().min(1).max(100),
  id: id.nullish(),
  replyToId: id.nullish(),
  name: z.string().max(200).nullish(),
  action: z.string().max(100).nullish(),
  channelId: z.string().max(100).nullish(),
  serviceUrl: z.string().max(500).nullish(),
  from: account,
  recipient: account,
  conversation: z.object({
    id: id.min(1),
    name: z.string().max(500).nullish(),
    conversationType: z.string().max(50).nullish(),
    isGroup: z.boolean().nullish(),
    tenantId: z.string().max(100).nullish(),
  }),
  text: z.string().nullish(),
  value: z.unknown().optional(),
  entities: z
    .array(
      z.object({
        type: z.string().max(200).nullish(),
        text: z.string().max(1000).nullish(),
        mentioned: z.object({ id: id.nullish(), name: z.string().max(500).nullish() }).nullish(),
      }),
    )
    .max(500)
    .nullish(),
  channelData: z
    .object({
      eventType: z.string().max(100).nullish(),
      tenant: z.object({ id: z.string().max(100).nullish() }).nullish(),
      team: z.object({ id: id.nullish(), name: z.string().max(500).nullish(), aadGroupId: z.string().max(100).nullish() }).nullish(),
      channel: z.object({ id: id.nullish(), name: z.string().max(500).nullish(), type: z.string().max(50).nullish() }).nullish(),
      meeting: z.object({ id: z.string().max(2000).nullish() }).nullish(),
    })
    .nullish(),
  membersAdded: members,
  membersRemoved: members,
  // Without an id a message that is sent again could not be told from another.
}).refine(({ type, id: given }) => type !== 'message' || Boolean(given), 'a message without an id');

export type TeamsActivity = z.infer<typeof activitySchema>;
