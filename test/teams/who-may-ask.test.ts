import type { Answer } from '../../src/answers/answer';
import { PLAIN } from '../../src/answers/from-reading';
import { grantsOf } from '../../src/access/granted';
import { permit } from '../../src/access/permit';
import { grantSchema } from '../../src/catalogue/grant';
import type { Place } from '../../src/language/question';
import { SMALL_CATALOGUE } from '../engine/small-catalogue';
import { ANNA, channelMessage, installation, personalMessage, pressed, submitted } from './activities';
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

  test.each([['refused', 403], ['one that may or may not have arrived', 502]])('is shown to nobody else where the post into their own chat is %s: the thread says where to ask', async (_what, status) => {
    await house.close();
    let isRefusing = false;
    house = await openHouse(openId, { connector: (_n, { path }) => ({ status: path.startsWith(OWN) && isRefusing ? status : 201 }) });
    await wroteBefore();
    isRefusing = true;
    house.road.says = () => Promise.resolve(house.road.ran.at(-1)?.who.place.kind === 'personal' ? ANSWER : REFUSED);
    await house.deliver(channelMessage());
    expect(posted()).toEqual([[OWN, `Asked in a channel: ${ANSWER.headline}`], [THREAD, REFUSED.headline]]);
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
  ['the chat of a meeting that does not say so', { conversation: { conversationType: 'groupChat', tenantId: TENANT, id: '19:meeting_MjQ@thread.v2', isGroup: true } }, { kind: 'group', isMixed: true }],
  ['two people’s own chat', { conversation: { conversationType: 'personal', tenantId: TENANT, id: '19:a_b@unq.gbl.spaces' } }, { kind: 'group' }],
  ['two people’s own chat, a message of it', { conversation: { conversationType: 'personal', tenantId: TENANT, id: '19:a_b@unq.gbl.spaces;messageid=1' } }, { kind: 'group' }],
  ['a thread that is called somebody’s own', { conversation: { conversationType: 'personal', tenantId: TENANT, id: '19:abc@thread.v2' } }, { kind: 'group' }],
  ['a thread that says neither', { conversation: { tenantId: TENANT, id: '19:abc@thread.v2', isGroup: false } }, { kind: 'group' }],
  ['two people’s own chat in capitals', { conversation: { conversationType: 'personal', tenantId: TENANT, id: '19:a_b@UNQ.GBL.SPACES' } }, { kind: 'group' }],
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

describe('in a place that others than its team read', () => {
  const SHARED = { conversation: channelMessage()['conversation'], channelData: { tenant: { id: TENANT }, team: { id: '19:team@thread.tacv2' }, channel: { id: '19:channel@thread.tacv2' } } };
  const said = (type?: string) => channelMessage({ ...SHARED, channelData: { ...SHARED.channelData, channel: { ...SHARED.channelData.channel, ...(type === undefined ? {} : { type }) } } });
  const step = { v: 1, kind: 'query', query: QUERY };
  const invoke = (name: string, value: object) => pressed(step, { ...SHARED, name, value });
  /** The same channel, as Teams tells of it where it does not say of which kind it is. */
  const WAYS: readonly (readonly [what: string, activity: () => Record<string, unknown>])[] = [
    ['a button', () => pressed(step, SHARED)],
    ['a button of an older client', () => submitted(step, SHARED)],
    ['working', () => pressed({ ...step, kind: 'working' }, SHARED)],
    ['a card that is brought up to now by a person', () => pressed({ ...step, kind: 'refresh' }, SHARED)],
    ['a card that is brought up to now by itself', () => invoke('adaptiveCard/action', { action: { verb: 'tally', data: { tally: step } }, trigger: 'automatic' })],
    ['a search', () => invoke('composeExtension/query', { commandId: 'figure', parameters: [{ name: 'question', value: 'dna ent' }] })],
    ['a message', () => said()],
  ];
  const placeNow = (): Place | undefined => [...house.road.asked.map(({ place }) => place), ...house.road.ran.map(({ who }) => who.place)].at(-1);
  /** The DNA rate is restricted; Anna and the team of the channel may see it, and the others in the channel are not named. */
  const catalogue = {
    ...SMALL_CATALOGUE, metrics: new Map([...SMALL_CATALOGUE.metrics].map(([id, metric]) => [id, { ...metric, restricted: id === 'dna-rate' }])),
    grants: [{ users: [ANNA.aadObjectId] }, { teams: ['19:team@thread.tacv2'], guests: 'none' }].map((who) => grantSchema.parse({ ...who, may: ['dna-rate'], because: 'Leads it', owner: 'COO' })),
  };
  const judged = () => permit(QUERY, { id: ANNA.aadObjectId, name: null, tenant: TENANT }, placeNow() ?? { kind: 'personal', id: '' }, catalogue, grantsOf(catalogue));
  const clear = () => { house.road.asked.length = 0; house.road.ran.length = 0; };
  beforeEach(() => { house.road.says = () => Promise.resolve(ANSWER); });

  test.each(WAYS)('%s shows what a question there would, and nothing restricted', async (_what, activity) => {
    await house.deliver(said('shared'));
    expect(judged()).toMatchObject({ allowed: false, reason: 'not-here' });
    clear();
    await house.deliver(activity());
    expect(placeNow()).toMatchObject({ kind: 'channel', isMixed: true });
    expect(judged()).toMatchObject({ allowed: false, reason: 'not-here' });
  });

  test.each(WAYS)('%s in a channel that is the team’s alone shows what the team may', async (_what, activity) => {
    await house.deliver(said());
    clear();
    await house.deliver(activity());
    expect(placeNow()).not.toHaveProperty('isMixed');
    expect(judged()).toMatchObject({ allowed: true });
  });

  test.each(WAYS.filter(([what]) => what !== 'a message'))('%s where Teams has never said who reads it shows nothing restricted', async (_what, activity) => {
    await house.deliver(activity());
    expect(judged()).toMatchObject({ allowed: false, reason: 'not-here' });
  });

  test('what two people say to each other is read by those two', async () => {
    await house.deliver(pressed(step, { ...SHARED, name: 'composeExtension/query', conversation: { conversationType: 'personal', tenantId: TENANT, id: '19:a_b@unq.gbl.spaces' }, channelData: { tenant: { id: TENANT } }, value: { commandId: 'figure', parameters: [{ name: 'question', value: 'dna ent' }] } }));
    expect(placeNow()).toEqual({ kind: 'group', id: '19:a_b@unq.gbl.spaces' });
  });
});
