import { APP_ID, SERVICE_URL, TENANT } from './open-id';

export const BOT = { id: `28:${APP_ID}`, name: 'Tally' };
export const ANNA = { id: '29:anna', name: 'Anna Ward', aadObjectId: 'f0f0f0f0-0000-4000-8000-000000000001' };
let sent = 0;

/** A message as Teams sends it from a personal chat; every call has an id of its own. */
export function personalMessage(changes: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    type: 'message',
    id: `17${(sent += 1).toString().padStart(11, '0')}`,
    timestamp: '2024-07-11T08:42:00.000Z',
    localTimestamp: '2024-07-11T09:42:00.000+01:00',
    channelId: 'msteams',
    serviceUrl: SERVICE_URL,
    from: ANNA,
    recipient: BOT,
    conversation: { conversationType: 'personal', tenantId: TENANT, id: 'a:personal' },
    locale: 'en-GB',
    text: 'DNA rate for ENT',
    textFormat: 'plain',
    entities: [{ locale: 'en-GB', country: 'GB', platform: 'Web', timezone: 'Europe/London', type: 'clientInfo' }],
    channelData: { tenant: { id: TENANT } },
    ...changes,
  };
}

export function groupMessage(changes: Record<string, unknown> = {}): Record<string, unknown> {
  return personalMessage({
    conversation: { conversationType: 'groupChat', tenantId: TENANT, id: '19:group@thread.v2', isGroup: true },
    text: '<at>Tally</at> DNA rate for ENT\n',
    entities: [{ type: 'mention', text: '<at>Tally</at>', mentioned: BOT }],
    ...changes,
  });
}

export function channelMessage(changes: Record<string, unknown> = {}): Record<string, unknown> {
  return groupMessage({
    conversation: { conversationType: 'channel', tenantId: TENANT, id: '19:channel@thread.tacv2;messageid=1700000000000', isGroup: true },
    channelData: { tenant: { id: TENANT }, team: { id: '19:team@thread.tacv2' }, channel: { id: '19:channel@thread.tacv2' } },
    ...changes,
  });
}

/** A pressed Action.Execute, with what was chosen on its card. */
export function pressed(tally: unknown, changes: Record<string, unknown> = {}, chosen: Record<string, unknown> = {}): Record<string, unknown> {
  return personalMessage({
    type: 'invoke',
    name: 'adaptiveCard/action',
    text: undefined,
    replyToId: '1700000000001',
    value: { action: { type: 'Action.Execute', verb: 'tally', data: { tally, ...chosen } }, trigger: 'manual' },
    ...changes,
  });
}

/** A thumb on a card, with what was written into the box that comes with it. */
export function thumb(reaction: unknown, message: string, changes: Record<string, unknown> = {}): Record<string, unknown> {
  return personalMessage({
    type: 'invoke',
    name: 'message/submitAction',
    text: undefined,
    replyToId: message,
    value: { actionName: 'feedback', actionValue: { reaction, feedback: '{"feedbackText":"Wrong for Mr Smith of ENT"}' } },
    ...changes,
  });
}

/** A pressed Action.Submit, as older clients send it. */
export function submitted(tally: unknown, changes: Record<string, unknown> = {}, chosen: Record<string, unknown> = {}): Record<string, unknown> {
  return personalMessage({ text: undefined, value: { tally, ...chosen }, ...changes });
}

export function installation(action: string, changes: Record<string, unknown> = {}): Record<string, unknown> {
  return personalMessage({ type: 'installationUpdate', action, text: undefined, ...changes });
}

export function membersAdded(changes: Record<string, unknown> = {}): Record<string, unknown> {
  return personalMessage({ type: 'conversationUpdate', text: undefined, membersAdded: [BOT, ANNA], ...changes });
}
