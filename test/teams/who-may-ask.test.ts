import type { Answer } from '../../src/answers/answer';
import { PLAIN } from '../../src/answers/from-reading';
import { ANNA, channelMessage, installation, personalMessage, pressed } from './activities';
import { openHouse, type House } from './harness';
import { startOpenId, TENANT, type OpenId } from './open-id';
import { ANSWER, QUERY } from './scripted-answer';

const GROUP_ID = '3e9d1c58-7a24-4b0f-8d63-50f1a2b7c9e4';
const REFUSED: Answer = { ...PLAIN, outcome: 'refused', query: QUERY, headline: 'Not everybody here may see DNA rate. Ask in your own chat with Tally.', reason: 'not-here' };
const WORD = 'Answered in your own chat with Tally, since not everybody here may see it.';

let openId: OpenId;
let house: House;
beforeAll(async () => { openId = await startOpenId(); });
afterAll(() => openId.close());
beforeEach(async () => {
  house = await openHouse(openId);
  // The road refuses where others read along, and answers the asker alone.
  let ran = 0;
  house.road.says = () => {
    const place = house.road.ran.length > ran ? house.road.ran.at(-1)?.who.place : house.road.asked.at(-1)?.place;
    ran = house.road.ran.length;
    return Promise.resolve(place?.kind === 'personal' ? ANSWER : REFUSED);
  };
});
afterEach(() => house.close());

const posted = () => house.sent.map(({ path, body }) => [path.replace(/\/activities.*$/, ''), body.summary ?? body.text]);
const OWN = '/uk/v3/conversations/a:personal';
const THREAD = '/uk/v3/conversations/19:channel@thread.tacv2;messageid=1700000000000';
const wroteBefore = async () => {
  await house.deliver(personalMessage());
  house.sent.length = 0;
};

describe('an answer that not everybody in a channel may see', () => {
  test('comes to whoever asked, in their own chat, with where it was asked, and a word in the thread', async () => {
    await wroteBefore();
    await house.deliver(channelMessage());
    expect(posted()).toEqual([[OWN, `Asked in a channel: ${ANSWER.headline}`], [THREAD, WORD]]);
    expect(house.road.ran).toMatchObject([{ step: { kind: 'query', query: QUERY }, who: { asker: { id: ANNA.aadObjectId, name: 'Anna Ward', tenant: TENANT }, place: { kind: 'personal', id: 'a:personal' } } }]);
  });

  test('does so for a button that was pressed there', async () => {
    await wroteBefore();
    const { from: _, ...channel } = channelMessage();
    await house.deliver(pressed({ v: 1, kind: 'working', query: QUERY }, { conversation: channel['conversation'], channelData: channel['channelData'] }));
    expect(posted()).toEqual([[OWN, `Asked in a channel: ${ANSWER.headline}`], [THREAD, WORD]]);
    expect(house.road.ran.map(({ step, who }) => [step.kind, who.place.kind])).toEqual([['working', 'channel'], ['working', 'personal']]);
  });

  test('comes to nobody where their own chat is not known: the thread says where to ask', async () => {
    await house.deliver(channelMessage());
    expect(posted()).toEqual([[THREAD, REFUSED.headline]]);
  });

  test('is not written to anybody when a client brings a card up to now by itself', async () => {
    await wroteBefore();
    const { conversation, channelData } = channelMessage();
    const { text } = await house.deliver(pressed({ v: 1, kind: 'query', query: QUERY }, { conversation, channelData, value: { action: { verb: 'tally', data: { tally: { v: 1, kind: 'query', query: QUERY } } }, trigger: 'automatic' } }));
    expect(text).toContain(REFUSED.headline);
    expect(posted()).toEqual([]);
  });
});

test('a team is known by its Entra group from when the bot was added, with every message of its channels', async () => {
  const added = channelMessage();
  await house.deliver(installation('add', { conversation: added['conversation'], channelData: { tenant: { id: TENANT }, team: { id: '19:team@thread.tacv2', aadGroupId: GROUP_ID }, channel: { id: '19:channel@thread.tacv2' } } }));
  await house.deliver(channelMessage());
  expect(house.road.asked.at(-1)?.place.teams).toEqual(['19:team@thread.tacv2', GROUP_ID]);
});

test.each<[what: string, changes: Record<string, unknown>, place: object]>([
  ['a channel shared with others', { channelData: { tenant: { id: TENANT }, team: { id: '19:team@thread.tacv2' }, channel: { id: '19:channel@thread.tacv2', type: 'shared' } } }, { kind: 'channel', isMixed: true }],
  ['the chat of a meeting', { conversation: { conversationType: 'groupChat', tenantId: TENANT, id: '19:meeting_x@thread.v2', isGroup: true }, channelData: { tenant: { id: TENANT }, meeting: { id: 'MCMx' } } }, { kind: 'group', isMixed: true }],
  ['two people’s own chat', { conversation: { conversationType: 'personal', tenantId: TENANT, id: '19:a_b@unq.gbl.spaces' } }, { kind: 'group' }],
])('%s is known for what it is', async (_what, changes, place) => {
  await house.deliver(channelMessage(changes));
  expect(house.road.asked.at(-1)?.place).toMatchObject(place);
});

test.each([['no id', { id: '', name: 'Anna Ward' }], ['an empty object id and no other', { id: '', name: 'Anna Ward', aadObjectId: '' }]])('somebody of %s is nobody, and not everybody', async (_what, from) => {
  const { status } = await house.deliver(personalMessage({ from }));
  expect([status, house.road.asked]).toEqual([400, []]);
});

test('an empty object id leaves somebody their own id', async () => {
  await house.deliver(personalMessage({ from: { ...ANNA, aadObjectId: '' } }));
  expect(house.road.asked.at(-1)?.asker.id).toBe(ANNA.id);
});
