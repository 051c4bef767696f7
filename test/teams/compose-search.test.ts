import type { Answer } from '../../src/answers/answer';
import { TallyError } from '../../src/errors';
import { VALUE } from '../fixtures/cards/answers';
import { personalMessage, groupMessage } from './activities';
import { openHouse, type House } from './harness';
import { startOpenId, TENANT, type OpenId } from './open-id';
import { ANSWER } from './scripted-answer';

let openId: OpenId;
let house: House;
beforeAll(async () => {
  openId = await startOpenId();
});
afterAll(async () => {
  await openId.close();
});
beforeEach(async () => {
  house = await openHouse(openId);
  house.road.says = () => Promise.resolve(VALUE);
});
afterEach(async () => {
  await house.close();
});

/** What Teams sends while somebody types into the search box, from wherever the message is composed. */
const typed = (question: string, activity: (changes: Record<string, unknown>) => Record<string, unknown> = personalMessage): Record<string, unknown> => activity({
  type: 'invoke', name: 'composeExtension/query', text: undefined, entities: undefined,
  value: { commandId: 'figure', parameters: [{ name: 'question', value: question }], queryOptions: { skip: 0, count: 25 } },
});
const replyTo = async (activity: Record<string, unknown>): Promise<{ status: number; body: unknown }> => {
  const { status, text } = await house.deliver(activity);
  return { status, body: text === '' ? null : JSON.parse(text) as unknown };
};

test('a figure is found with its card, and a line to know it by', async () => {
  const { status, body } = await replyTo(typed('dna ent'));
  expect(status).toBe(200);
  expect(body).toMatchObject({ composeExtension: { type: 'result', attachmentLayout: 'list', attachments: [{
    contentType: 'application/vnd.microsoft.card.adaptive', content: { type: 'AdaptiveCard' },
    preview: { contentType: 'application/vnd.microsoft.card.thumbnail', content: { title: 'DNA rate · ENT · October 2026', text: VALUE.headline } },
  }] } });
  expect(house.sent).toEqual([]);
});

test('it is asked as whoever composes, where the message will stand, leaning on nothing and learnt from by nobody', async () => {
  await replyTo(typed('dna ent', groupMessage));
  expect(house.road.asked).toEqual([{
    text: 'dna ent', at: Date.UTC(2024, 6, 11, 8, 42), context: null, fleeting: true,
    asker: { id: 'f0f0f0f0-0000-4000-8000-000000000001', name: 'Anna Ward', tenant: TENANT }, place: { kind: 'group', id: '19:group@thread.v2', isMixed: true },
  }]);
});

test('words of several meanings find each of them, at most five', async () => {
  const options = ['one', 'two', 'three', 'four', 'five', 'six'];
  house.road.says = () => Promise.resolve(house.road.asked.length === 1 ? { ...ANSWER, outcome: 'clarify', query: null, options } : VALUE);
  const { body } = await replyTo(typed('utilisation'));
  expect((body as { composeExtension: { attachments: unknown[] } }).composeExtension.attachments).toHaveLength(5);
  expect(house.road.asked.slice(1).map(({ text }) => text)).toEqual(options.slice(0, 5));
});

test.each<[string, string]>([['', 'Type a measure'], ['dn', 'Type a measure'], ['x'.repeat(1_500), 'That is longer than']])('%#: too little or too much says what to type, and asks nothing', async (words, sentence) => {
  expect(await replyTo(typed(words))).toMatchObject({ status: 200, body: { composeExtension: { type: 'message', text: expect.stringContaining(sentence) as string } } });
  expect(house.road.asked).toEqual([]);
});

test('what is refused or not held is said, and no card of it can be put into a message', async () => {
  house.road.says = () => Promise.resolve({ ...ANSWER, outcome: 'refused', headline: 'You may not see this.' });
  expect(await replyTo(typed('net surplus'))).toMatchObject({ body: { composeExtension: { type: 'message', text: 'You may not see this.' } } });
});

test.each<[string, readonly Partial<Answer>[], string]>([
  ['is refused', [{ outcome: 'refused', headline: 'You may not see this.' }, { outcome: 'refused', headline: 'You may not see this.' }], 'You may not see this.'],
  ['is not held or refused', [{ outcome: 'no-data', headline: 'No data for May 2024.' }, { outcome: 'refused', headline: 'You may not see this.' }], 'You may not see this.'],
  ['is not held', [{ outcome: 'no-data', headline: 'No data for May 2024.' }, { outcome: 'no-data', headline: 'No data for June 2024.' }], 'No data for May 2024.'],
])('where all that the words may mean %s, that is said, and not a question that nobody can answer there', async (_what, answers, text) => {
  house.road.says = () => {
    const at = house.road.asked.length;
    return Promise.resolve(at === 1 ? { ...ANSWER, outcome: 'clarify', query: null, headline: 'Which of these do you mean?', options: ['one', 'two'] } : { ...ANSWER, ...answers[at - 2] });
  };
  expect(await replyTo(typed('surplus'))).toMatchObject({ body: { composeExtension: { type: 'message', text } } });
});

test('what takes longer than Teams waits is one plain sentence, in time', async () => {
  await house.close();
  house = await openHouse(openId, { searchWithin: 50 });
  let answer: (value: typeof VALUE) => void = () => undefined;
  house.road.says = () => new Promise((resolve) => { answer = resolve; });
  expect(await replyTo(typed('dna ent'))).toMatchObject({ status: 200, body: { composeExtension: { type: 'message', text: 'That is taking too long. Ask for a shorter period or fewer parts.' } } });
  answer(VALUE);
});

test('a fault is one plain sentence in the list', async () => {
  house.road.says = () => Promise.reject(new TallyError('QUERY_TIMEOUT', 'secret'));
  const { status, body } = await replyTo(typed('dna ent'));
  expect(status).toBe(200);
  expect(body).toMatchObject({ composeExtension: { type: 'message' } });
  expect(JSON.stringify(body)).not.toContain('secret');
});

test('an invoke of another command is nobody\'s', async () => {
  const { status } = await house.deliver(personalMessage({ type: 'invoke', name: 'composeExtension/query', text: undefined, value: { commandId: 'other' } }));
  expect(status).toBe(501);
});

test('what a preview shows is text and never markup', async () => {
  house.road.says = () => Promise.resolve({ ...VALUE, headline: '<b>over</b> & under' });
  const { body } = await replyTo(typed('dna ent'));
  expect(JSON.stringify(body)).toContain('&lt;b&gt;over&lt;/b&gt; &amp; under');
});
