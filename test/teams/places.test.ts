import { PLAIN } from '../../src/answers/from-reading';
import type { Answer } from '../../src/answers/answer';
import type { Command } from '../../src/language/command';
import * as sample from '../fixtures/cards/answers';
import { CATALOGUE } from '../language/trust-language';
import { BOT, channelMessage, installation, membersAdded, personalMessage } from './activities';
import { openHouse, type House } from './harness';
import { startOpenId, TENANT, type OpenId } from './open-id';
import { QUERY } from './scripted-answer';

const HOUR = 60 * 60_000;
const WEEK = 7 * 24 * HOUR;
/** Monday 8 July 2024, 07:00 in London. */
const MONDAY = Date.UTC(2024, 6, 8, 6);
const MONDAYS: Command = { kind: 'digest', what: 'create', query: QUERY, schedule: { every: 'week', on: 1, at: '08:00', zone: 'Europe/London' }, name: null };
const STOP: Command = { kind: 'digest', what: 'stop', name: null };
const CHANNEL = '19:channel@thread.tacv2';
const TEAM = '19:team@thread.tacv2';
const sam = { id: '29:sam', aadObjectId: 'sam', name: 'Sam Other' };

let openId: OpenId;
let house: House;
let now = MONDAY;
let refusal: number | null = null;
beforeAll(async () => {
  openId = await startOpenId();
});
afterAll(() => openId.close());
beforeEach(async () => {
  now = MONDAY;
  refusal = null;
  house = await openHouse(openId, { digests: { ...CATALOGUE, digests: [] }, clock: () => now, connector: (_, { path }) => ({ status: refusal !== null && path.endsWith('/v3/conversations') ? refusal : 201 }) });
});
afterEach(() => house.close());

async function command(one: Command, message: Record<string, unknown> = channelMessage()): Promise<string> {
  house.road.ask = () => Promise.resolve({ ...PLAIN, outcome: 'unknown', headline: 'a command', command: one } satisfies Answer);
  house.road.says = () => Promise.resolve(sample.VALUE);
  await house.deliver(message);
  const last = house.sent.at(-1)?.body;
  house.sent.length = 0;
  return String(last?.summary ?? last?.text);
}
const there = { conversation: channelMessage()['conversation'], channelData: channelMessage()['channelData'] };
/** What happens to a team, as Teams tells of it. */
const event = (eventType: string, channel?: object): Record<string, unknown> => personalMessage({
  type: 'conversationUpdate', text: undefined, conversation: { conversationType: 'channel', tenantId: TENANT, id: TEAM, isGroup: true }, channelData: { eventType, tenant: { id: TENANT }, team: { id: TEAM }, ...(channel === undefined ? {} : { channel }) },
});
const at = async (when: number): Promise<void> => {
  now = when;
  await house.tick();
};
const standing = async () => (await house.store.subscriptions.all(CATALOGUE.organisation.name)).map((one) => [one.standing, one.why]);
const NOT_SAMS = /^“DNA rate for ENT” was set up by Anna Ward\./;

describe('whoever installed Tally somewhere may change what is posted there', () => {
  test.each([['who updated it', installation('add-upgrade', { from: sam, ...there })], ['who only appears beside it among the members', membersAdded({ from: sam, ...there })]])('and not somebody %s', async (_, activity) => {
    await command(MONDAYS);
    await house.deliver(activity);
    expect(await command(STOP, channelMessage({ from: sam }))).toMatch(NOT_SAMS);
  });

  test('until it is removed there: after that whoever installs it next', async () => {
    await command(MONDAYS);
    await house.deliver(installation('add', { from: sam, ...there }));
    await house.deliver(installation('remove', there));
    await house.deliver(installation('add', there));
    expect(await command(STOP, channelMessage({ from: sam }))).toMatch(NOT_SAMS);
    await house.deliver(installation('remove', there));
    await house.deliver(installation('add', { from: sam, ...there }));
    expect(await command(STOP, channelMessage({ from: sam }))).toMatch(/ is stopped /);
  });
});

describe('the digest of a channel', () => {
  test.each([
    ['that is deleted and restored', event('channelDeleted', { id: CHANNEL }), 'the channel was deleted', event('channelRestored', { id: CHANNEL })],
    ['of a team that is archived for a while', event('teamArchived'), 'the team was archived', event('teamUnarchived')],
    ['of a team that is deleted and restored', event('teamDeleted'), 'Tally was removed there', event('teamRestored')],
  ])('%s goes on by itself, with nothing made up for', async (_, closed, why, opened) => {
    await command(MONDAYS);
    await house.deliver(closed);
    expect(await standing()).toEqual([['suspended', why]]);
    await at(MONDAY + HOUR);
    now = MONDAY + 2 * HOUR;
    await house.deliver(opened);
    expect(await standing()).toEqual([['active', '']]);
    house.sent.length = 0;
    await at(MONDAY + 3 * HOUR);
    expect(house.sent).toEqual([]);
    await at(MONDAY + WEEK + HOUR);
    expect(house.sent).toHaveLength(1);
  });

  test('that could not be posted in an archived team goes on when that is archived no more', async () => {
    await command(MONDAYS);
    refusal = 403;
    await at(MONDAY + HOUR);
    expect(await standing()).toEqual([['suspended', 'Tally cannot post there any more']]);
    await house.deliver(event('teamUnarchived'));
    expect(await standing()).toEqual([['active', '']]);
  });

  test('that is deleted stays suspended when its team is archived and back', async () => {
    await command(MONDAYS);
    await house.deliver(event('channelDeleted', { id: CHANNEL }));
    await house.deliver(event('teamArchived'));
    await house.deliver(event('teamUnarchived'));
    expect(await standing()).toEqual([['suspended', 'the channel was deleted']]);
  });

  test('that is restored in a team that Tally has left meanwhile waits for Tally', async () => {
    await command(MONDAYS);
    await house.deliver(event('channelDeleted', { id: CHANNEL }));
    await house.deliver(installation('remove', there));
    await house.deliver(event('channelRestored', { id: CHANNEL }));
    expect(await standing()).toEqual([['suspended', 'the channel was deleted']]);
    await house.deliver(installation('add', there));
    expect(await standing()).toEqual([['active', '']]);
  });

  test('that is shared is suspended where Tally is shut out of it alone, and the rest of the team goes on', async () => {
    await command(MONDAYS);
    const shared = { id: '19:shared@thread.tacv2', type: 'shared' };
    await command(MONDAYS, channelMessage({ conversation: { conversationType: 'channel', tenantId: TENANT, id: shared.id, isGroup: true }, channelData: { tenant: { id: TENANT }, team: { id: TEAM }, channel: shared } }));
    const members = (key: string) => ({ ...event('x', shared), channelData: { tenant: { id: TENANT }, team: { id: TEAM }, channel: shared }, [key]: [BOT] });
    await house.deliver(members('membersRemoved'));
    expect((await standing()).sort()).toEqual([['active', ''], ['suspended', 'Tally was shut out of the channel']]);
    await house.deliver(members('membersAdded'));
    expect(await standing()).toEqual([['active', ''], ['active', '']]);
  });
});
