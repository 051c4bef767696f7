import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { TallyError } from '../../src/errors';
import { channelMessage, groupMessage, installation, membersAdded, personalMessage, pressed, submitted } from './activities';
import { openHouse, type House, type HouseOptions } from './harness';
import { startOpenId, TENANT, type OpenId } from './open-id';
import { ANSWER, QUERY } from './scripted-answer';

const SECRET = 'the question was: salary of Dr No; token eyJhbGciOi';
const GENERAL_SENTENCE = 'That could not be answered just now. Try again in a minute.';
const CARD = { type: 'AdaptiveCard', version: '1.5', body: [{ type: 'TextBlock', text: ANSWER.headline }] };
const step = { v: 1, kind: 'query', query: QUERY };

let openId: OpenId;
let house: House;
let houses: House[];
beforeAll(async () => {
  openId = await startOpenId();
});
afterAll(async () => {
  await openId.close();
});
beforeEach(() => {
  houses = [];
});
afterEach(async () => {
  for (const each of houses) await each.close();
});

async function open(options: HouseOptions = {}): Promise<House> {
  house = await openHouse(openId, options);
  houses.push(house);
  return house;
}
const texts = () => house.sent.map(({ body }) => body.text ?? body.summary ?? body.type);

describe('an answer', () => {
  it('is one card with its verdict as summary and no text beside it, by the bot\'s own token', async () => {
    await open();
    expect(await house.deliver(personalMessage({ id: '1' }))).toEqual({ status: 200, text: '' });
    expect(house.sent).toHaveLength(1);
    const [reply] = house.sent;
    expect(reply).toMatchObject({ path: '/uk/v3/conversations/a:personal/activities/1', authorization: 'Bearer the-bots-own-token' });
    expect(reply?.body).toMatchObject({ type: 'message', summary: ANSWER.headline, attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive', content: CARD }] });
    expect(reply?.body).not.toHaveProperty('text');
  });

  it.each([
    ['in a group chat', groupMessage(), '19:group@thread.v2'],
    ['in the thread of a channel', channelMessage(), '19:channel@thread.tacv2;messageid=1700000000000'],
  ])('goes where it was asked: %s', async (_, activity, conversation) => {
    await open();
    await house.deliver(activity);
    expect(house.sent[0]?.path).toContain(`/v3/conversations/${conversation}/`);
    expect(house.sent[0]?.body.conversation.id).toBe(conversation);
  });

  it('knows who asked, where and when', async () => {
    await open();
    await house.deliver(channelMessage());
    expect(house.road.asked).toEqual([
      {
        text: 'DNA rate for ENT', at: Date.UTC(2024, 6, 11, 8, 42), context: null,
        asker: { id: 'f0f0f0f0-0000-4000-8000-000000000001', name: 'Anna Ward', tenant: TENANT },
        place: { kind: 'channel', id: '19:channel@thread.tacv2;messageid=1700000000000', teams: ['19:team@thread.tacv2'] },
      },
    ]);
  });

  it('is remembered for the next question of that person in that place, and of nobody else', async () => {
    await open();
    await house.deliver(personalMessage());
    await house.deliver(personalMessage({ text: 'and last year?' }));
    await house.deliver(personalMessage({ from: { id: '29:bert' } }));
    await house.deliver(groupMessage());
    expect(house.road.asked.map(({ context }) => context)).toEqual([null, QUERY, null, null]);
  });

  it('that asks back leaves what it offered for the next words of that person, beside what was asked before', async () => {
    await open();
    await house.deliver(personalMessage());
    const options = ['Capped theatre utilisation', 'Clinic utilisation'];
    house.road.says = () => Promise.resolve({ ...ANSWER, outcome: 'clarify', query: null, options });
    await house.deliver(personalMessage({ text: 'utilisation' }));
    await house.deliver(personalMessage({ text: 'clinic' }));
    await house.deliver(personalMessage({ text: 'clinic', from: { id: '29:bert' } }));
    expect(house.road.asked.slice(2).map(({ context, offered }) => [context, offered])).toEqual([[QUERY, options], [null, undefined]]);
  });

  it('without a measure, such as help, leaves standing what was asked before', async () => {
    await open();
    await house.deliver(personalMessage());
    house.road.says = () => Promise.resolve({ ...ANSWER, query: { ...QUERY, intent: 'help', metrics: [] } });
    await house.deliver(personalMessage({ text: 'hello' }));
    await house.deliver(personalMessage({ text: 'and last year?' }));
    expect(house.road.asked[2]?.context).toEqual(QUERY);
  });

  it('is given once, however often and however much at once Teams delivers the question', async () => {
    await open();
    const activity = personalMessage();
    const replies = await Promise.all([1, 2, 3, 4].map(() => house.deliver(activity)));
    await house.deliver(activity);
    expect(replies.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    expect([house.road.asked.length, house.sent.length]).toEqual([1, 1]);
  });

  it('is given once over two instances, and over a restart', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'tally-two-'));
    const [one, two] = [await open({ folder }), await open({ folder })];
    const activity = personalMessage();
    await Promise.all([one.deliver(activity), two.deliver(activity)]);
    const three = await open({ folder });
    await three.deliver(activity);
    expect(houses.flatMap(({ road }) => road.asked)).toHaveLength(1);
    rmSync(folder, { recursive: true });
  });

  it('to a question that is too long is a plain sentence, and nothing is asked', async () => {
    await open();
    await house.deliver(personalMessage({ text: 'x'.repeat(501) }));
    expect(texts()).toEqual(['That is longer than 500 characters. Ask in one short sentence, such as "DNA rate for ENT last month".']);
    expect(house.road.asked).toEqual([]);
  });

  it('is not given twice to an edit, nor at all to what is ignored', async () => {
    await open();
    for (const type of ['messageUpdate', 'messageDelete', 'typing', 'somethingNew']) {
      expect((await house.deliver(personalMessage({ type }))).status).toBe(200);
    }
    expect(house.sent).toEqual([]);
  });
});

describe('the sign of typing', () => {
  const slowly = () => new Promise<typeof ANSWER>((resolve) => setTimeout(() => resolve(ANSWER), 120));
  it('shows before a slow answer', async () => {
    await open({ typingAfter: 40 });
    house.road.says = slowly;
    await house.deliver(personalMessage());
    expect(house.sent.map(({ body }) => body.type)).toEqual(['typing', 'message']);
  });

  it('does not show before a quick one, nor after it', async () => {
    await open({ typingAfter: 40 });
    await house.deliver(personalMessage());
    await new Promise((resolve) => setTimeout(resolve, 80));
    expect(house.sent.map(({ body }) => body.type)).toEqual(['message']);
  });

  it('that cannot be sent does not keep the answer back', async () => {
    await open({ typingAfter: 10, connector: (n) => ({ status: n === 0 ? 500 : 201 }) });
    house.road.says = slowly;
    await house.deliver(personalMessage());
    expect(house.sent.map(({ body }) => body.type)).toEqual(['typing', 'message']);
  });
});

describe('a pressed button', () => {
  it('is answered by a new card beneath, and the pressed card stays', async () => {
    await open();
    const { status, text } = await house.deliver(pressed(step));
    expect([status, JSON.parse(text)]).toEqual([200, { statusCode: 200, type: 'application/vnd.microsoft.activity.message', value: 'Answered below.' }]);
    expect(house.sent[0]?.body.attachments?.[0]?.content).toEqual(CARD);
    expect(house.road.ran).toMatchObject([{ step: { kind: 'query', query: QUERY }, who: { asker: { name: 'Anna Ward' }, place: { kind: 'personal' } } }]);
  });

  it('of an older client does the same', async () => {
    await open();
    expect(await house.deliver(submitted({ ...step, kind: 'working' }))).toEqual({ status: 200, text: '' });
    expect(house.road.ran).toMatchObject([{ step: { kind: 'working' } }]);
    expect(house.sent).toHaveLength(1);
  });

  it('with a whole question asks it, without what was asked before', async () => {
    await open();
    await house.deliver(personalMessage());
    await house.deliver(pressed({ v: 1, kind: 'ask', text: 'ACPL last month' }));
    expect(house.road.asked[1]).toMatchObject({ text: 'ACPL last month', context: null });
  });

  it('delivered twice is answered once', async () => {
    await open();
    const activity = pressed(step);
    const replies = [await house.deliver(activity), await house.deliver(activity)];
    expect(replies.map(({ text }): unknown => JSON.parse(text))).toEqual([expect.objectContaining({ statusCode: 200 }), expect.objectContaining({ statusCode: 200 })]);
    expect(house.sent).toHaveLength(1);
  });

  it('that a client refreshes by itself is answered with the card alone, as often as it likes', async () => {
    await open();
    const activity = pressed(step, { value: { action: { verb: 'tally', data: { tally: step } }, trigger: 'automatic' } });
    for (const { text } of [await house.deliver(activity), await house.deliver(activity)]) {
      expect(JSON.parse(text)).toEqual({ statusCode: 200, type: 'application/vnd.microsoft.card.adaptive', value: CARD });
    }
    expect(house.sent).toEqual([]);
  });

  it('that is not understood gets 400 in the words of the protocol, and nothing is run', async () => {
    await open();
    const { status, text } = await house.deliver(pressed({ ...step, v: 2 }));
    expect([status, JSON.parse(text)]).toEqual([200, { statusCode: 400, type: 'application/vnd.microsoft.error', value: { code: 'BadRequest', message: 'That button is not one Tally understands. Ask the question in words instead.' } }]);
    await house.deliver(submitted({ ...step, v: 2 }));
    expect(texts()).toEqual(['That button is not one Tally understands. Ask the question in words instead.']);
    expect(house.road.ran).toEqual([]);
  });

  it('whose answer cannot be posted says so', async () => {
    await open({ connector: () => ({ status: 403, body: { error: { code: 'MessageWritesBlocked' } } }) });
    expect(JSON.parse((await house.deliver(pressed(step))).text)).toMatchObject({ statusCode: 500, value: { message: GENERAL_SENTENCE } });
  });

  it('of a kind nobody handles gets 501', async () => {
    await open();
    expect(await house.deliver(pressed(step, { name: 'composeExtension/query' }))).toEqual({ status: 501, text: '{}' });
  });
});

describe('a card to be brought up to now', () => {
  const refresh = (changes: Record<string, unknown> = {}) => pressed({ ...step, kind: 'refresh' }, changes);
  const headline = async (activity: Record<string, unknown>): Promise<unknown> => {
    const { status, text } = await house.deliver(activity);
    const reply = JSON.parse(text) as { statusCode: number; type: string; value: { body: readonly { text: string }[] } };
    expect([status, reply.statusCode, reply.type]).toEqual([200, 200, 'application/vnd.microsoft.card.adaptive']);
    return reply.value.body[0]?.text;
  };
  const saying = (words: string): void => {
    house.road.says = () => Promise.resolve({ ...ANSWER, headline: words });
  };

  it('is answered with the card alone, whether the client asked by itself or somebody did, and nothing is posted', async () => {
    await open();
    for (const trigger of ['manual', 'automatic']) {
      expect(await headline(refresh({ value: { action: { verb: 'tally', data: { tally: { ...step, kind: 'refresh' } } }, trigger } }))).toBe(ANSWER.headline);
    }
    expect(house.sent).toEqual([]);
    expect(house.road.ran[0]?.step).toMatchObject({ kind: 'refresh', query: QUERY });
  });

  it('is asked of the road each time, which looks at who may see it and records it: none is shown again from memory', async () => {
    await open();
    for (const words of ['The first.', 'The second.', 'You may not see this.']) {
      saying(words);
      expect(await headline(refresh())).toBe(words);
    }
    expect(house.road.ran).toHaveLength(3);
  });

  it.each([['cannot be had', () => new Error(SECRET)], ['cannot be recorded', () => new TallyError('AUDIT_FAILED', 'insert into audit_trail', { cause: new Error(SECRET) })]])('is one sentence where its numbers %s, also where there was a card before', async (_what, fault) => {
    await open();
    saying('The first.');
    expect(await headline(refresh())).toBe('The first.');
    house.road.says = () => Promise.reject(fault());
    expect(await headline(refresh())).toBe('This card could not be brought up to date. Ask the question again in a minute.');
    expect(house.logged.join()).not.toContain(SECRET);
  });
});

describe('a fault', () => {
  it.each([
    ['an error of any kind', () => new Error(SECRET), GENERAL_SENTENCE],
    ['an error with an error inside', () => new Error('x', { cause: new Error(SECRET) }), GENERAL_SENTENCE],
    ['a coded error', () => new TallyError('QUERY_TIMEOUT', 'after 10 s', { cause: new Error(SECRET) }), 'That took too long and was stopped. Ask for a shorter period or fewer parts.'],
  ])('of the road: %s becomes one sentence, and its text goes nowhere', async (_, error, sentence) => {
    await open();
    house.road.says = () => Promise.reject(error());
    const replies = [await house.deliver(personalMessage()), await house.deliver(pressed(step)), await house.deliver(submitted(step)), await house.deliver(channelMessage())];
    expect(replies.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    // The failed button shows its sentence on the card that was pressed; the other three are told in the chat.
    expect(texts()).toEqual([sentence, sentence, sentence]);
    expect(JSON.parse(replies[1]?.text ?? '')).toEqual({ statusCode: 500, type: 'application/vnd.microsoft.error', value: { code: 'InternalError', message: sentence } });
    expect(JSON.stringify([replies, house.sent, house.logged])).not.toMatch(/salary|eyJ/);
    expect(house.logged.join('')).toContain('"code":"TURN_FAILED"');
  });

  it('of the cards is one too', async () => {
    await open({ render: () => { throw new TypeError(SECRET); } });
    await house.deliver(personalMessage());
    expect(texts()).toEqual([GENERAL_SENTENCE]);
    expect(house.logged.join('')).not.toMatch(/salary/);
  });

  it('of the store is one too, and nothing is answered twice meanwhile', async () => {
    await open();
    house.store.close();
    expect((await house.deliver(personalMessage())).status).toBe(200);
    expect(texts()).toEqual([GENERAL_SENTENCE]);
    expect(house.road.asked).toEqual([]);
  });

  it('is logged with a mark and a code, and never with the question, a name, a token or an id', async () => {
    await open();
    house.road.says = () => Promise.reject(new Error(SECRET));
    await house.deliver(personalMessage({ text: 'what is the salary of Dr No' }));
    const log = house.logged.join('');
    expect(log).toMatch(/"mark":"[0-9a-f]{12}"/);
    expect(log).not.toMatch(/salary|Anna|29:|a:personal|eyJ|a-password|the-bots-own-token/);
  });
});

describe('a reply that the Connector will not take', () => {
  it.each([
    [403, 1], [404, 1], [500, 1], [502, 1], [503, 1], [408, 1], ['reset', 1],
    [412, 5], [429, 5],
  ] as const)('%s is attempted %s times', async (status, attempts) => {
    await open({ connector: () => (status === 'reset' ? 'reset' : { status, body: { error: { message: SECRET } } }) });
    expect(await house.deliver(personalMessage())).toEqual({ status: 200, text: '' });
    expect(house.sent).toHaveLength(attempts);
    expect(house.logged.join('')).toContain('"code":"DELIVERY_FAILED"');
    expect(house.logged.join('')).not.toMatch(/salary/);
  });

  it('for the moment is sent again after the pause it asks for', async () => {
    await open({ connector: (n) => (n === 0 ? { status: 429, headers: { 'retry-after': '3' } } : { status: 201 }) });
    await house.deliver(personalMessage());
    expect([house.sent.length, house.waits]).toEqual([2, [3000]]);
  });

  it.each([400, 413])('as a card (%s) is sent as its verdict in one sentence', async (status) => {
    await open({ connector: (n) => ({ status: n === 0 ? status : 201 }) });
    await house.deliver(personalMessage());
    expect(house.sent[1]?.body).toMatchObject({ type: 'message', text: ANSWER.headline, textFormat: 'plain' });
  });
});

describe('arriving', () => {
  it('is welcomed once, however it is told and however often', async () => {
    await open();
    for (const activity of [installation('add'), membersAdded(), installation('add'), membersAdded()]) {
      expect((await house.deliver(activity)).status).toBe(200);
    }
    expect(house.sent).toHaveLength(1);
    expect(house.road.asked).toMatchObject([{ text: 'hello' }]);
  });

  it('in a team is welcomed in one channel, though two events name two', async () => {
    await open();
    const inTeam = (id: string) => ({ conversation: { conversationType: 'channel', tenantId: TENANT, id }, channelData: { tenant: { id: TENANT }, team: { id: '19:team' } } });
    await Promise.all([house.deliver(installation('add', inTeam('19:chosen'))), house.deliver(membersAdded(inTeam('19:general')))]);
    expect(house.sent).toHaveLength(1);
  });

  it('again after a removal is welcomed again; an upgrade is not', async () => {
    await open();
    for (const action of ['add', 'remove-upgrade', 'add-upgrade', 'remove', 'add']) await house.deliver(installation(action));
    expect(house.sent).toHaveLength(2);
    expect(await house.store.installations.state('a:personal')).toBe('installed');
  });

  it('and leaving late in a repeat of an old delivery changes nothing', async () => {
    await open();
    const removed = installation('remove');
    for (const activity of [installation('add'), removed, installation('add'), removed]) await house.deliver(activity);
    expect(await house.store.installations.state('a:personal')).toBe('installed');
  });
});
