import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { QuestionKeeping } from '../../src/catalogue/question-keeping';
import { createLanguage } from '../../src/language/language';
import { createLearning, type Learning } from '../../src/learning/learning';
import { querySchema } from '../../src/engine/query';
import type { Store } from '../../src/store/open-store';
import { SMALL_CATALOGUE } from '../engine/small-catalogue';
import { channelMessage, groupMessage, installation, personalMessage, pressed, thumb } from './activities';
import { NOW, openHouse, type House, type HouseOptions } from './harness';
import { startOpenId, type OpenId } from './open-id';
import { ANSWER, QUERY } from './scripted-answer';

const TRUST = 'Test trust';
const DAY = 24 * 60 * 60 * 1000;
const KEEPING: QuestionKeeping = { keep: true, 'for-days': 90, owners: ['an.analyst'], because: 'To learn' };
const { vocabulary } = createLanguage(SMALL_CATALOGUE);
const BERT = { id: '29:bert', name: 'Bert', aadObjectId: 'f0f0f0f0-0000-4000-8000-000000000002' };
const THUMBS = { feedbackLoop: { type: 'default' } };

let openId: OpenId;
let houses: House[];
let learning: Learning;
let now: number;
let lost: string[];
beforeAll(async () => { openId = await startOpenId(); });
afterAll(async () => { await openId.close(); });
beforeEach(() => {
  houses = [];
  lost = [];
  now = NOW;
});
afterEach(async () => {
  for (const each of houses) await each.close();
});

async function open(keeping: QuestionKeeping | null = KEEPING, options: HouseOptions = {}): Promise<House> {
  const house = await openHouse(openId, {
    learning: (store: Store) => {
      learning = createLearning({ kept: store, organisation: TRUST, keeping, vocabulary, key: Buffer.alloc(32, 1), clock: () => now, lost: (what) => lost.push(what) });
      return learning;
    },
    ...options,
  });
  houses.push(house);
  return house;
}
async function disliked(house: House) {
  await learning.settled();
  return house.store.cards.read(TRUST, 0);
}

function bytesIn(folder: string): string {
  return readdirSync(folder).map((name) => readFileSync(path.join(folder, name), 'latin1')).join('');
}

describe('a card', () => {
  it('of an answer carries thumbs', async () => {
    const house = await open();
    await house.deliver(personalMessage());
    expect(house.sent[0]?.body.channelData).toEqual(THUMBS);
  });

  it.each([
    ['a question back', { ...ANSWER, outcome: 'clarify', query: null }], ['a refusal', { ...ANSWER, outcome: 'refused' }],
    ['help', { ...ANSWER, query: querySchema.parse({ intent: 'help', metrics: [], period: null }) }],
  ] as const)('of %s carries none', async (_, answer) => {
    const house = await open();
    house.road.says = () => Promise.resolve(answer);
    await house.deliver(personalMessage());
    await house.deliver(installation('add'));
    expect(house.sent.map(({ body }) => body.channelData)).toEqual([undefined, undefined]);
  });

  it.each([['says nothing of it', null], ['says not to', { ...KEEPING, keep: false }]])('carries none where the configuration %s, and a thumb on an older one is acknowledged and not kept', async (_, keeping) => {
    const house = await open(keeping);
    await house.deliver(personalMessage());
    expect(house.sent[0]?.body.channelData).toBeUndefined();
    expect(await house.deliver(thumb('dislike', 'reply-1'))).toEqual({ status: 200, text: '{}' });
    expect(await disliked(house)).toEqual([]);
  });
});

describe('a thumbs-down', () => {
  it('is answered with nothing, and kept with the query of its card and when; what was written with it is neither kept nor logged', async () => {
    const house = await open();
    await house.deliver(personalMessage());
    now += 1000;
    expect(await house.deliver(thumb('dislike', 'reply-1'))).toEqual({ status: 200, text: '{}' });
    const [only, ...more] = await disliked(house);
    expect([only?.at, only?.snapshot, more]).toEqual([NOW + 1000, null, []]);
    expect(JSON.parse(only?.query ?? '')).toEqual(QUERY);
    expect(house.sent).toHaveLength(1);
    expect(house.logged.join('')).toContain('"opinion":"dislike"');
    expect(house.logged.join('')).not.toMatch(/Wrong for|Smith|Anna/);
  });

  it('is kept with the snapshot that the figures came from', async () => {
    const house = await open();
    const data = { snapshot: 'snapshot-7', extracts: [], through: '', loadedAt: '', complete: true, provisional: false, stale: false };
    house.road.says = () => Promise.resolve({ ...ANSWER, scorecard: { id: 'leads', name: 'Leads', said: { opening: '', verdict: '', standingOut: [] }, sections: [], notes: [], restated: [], working: [], frozen: null, judged: true, printedOn: null, data } });
    await house.deliver(personalMessage());
    await house.deliver(thumb('dislike', 'reply-1'));
    expect(await disliked(house)).toMatchObject([{ snapshot: 'snapshot-7' }]);
  });

  it('counts once for each person and card, however often it is pressed or delivered', async () => {
    const house = await open();
    await house.deliver(personalMessage());
    await house.deliver(personalMessage());
    const one = thumb('dislike', 'reply-1');
    await Promise.all([house.deliver(one), house.deliver(one), house.deliver(thumb('dislike', 'reply-1'))]);
    expect(await disliked(house)).toHaveLength(1);
    await house.deliver(thumb('dislike', 'reply-1', { from: BERT }));
    await house.deliver(thumb('dislike', 'reply-2'));
    expect(await disliked(house)).toHaveLength(3);
  });

  it.each([
    ['a group', groupMessage(), '19:group@thread.v2'], ['a channel, told with its thread', channelMessage(), '19:channel@thread.tacv2;messageid=1700000000000'],
    ['a channel, told without it', channelMessage(), '19:channel@thread.tacv2'],
  ])('finds its card in %s', async (_, message, id) => {
    const house = await open();
    await house.deliver(message);
    const { channelData, conversation } = message;
    expect((await house.deliver(thumb('dislike', 'reply-1', { channelData, conversation: { ...(conversation as object), id } }))).status).toBe(200);
    expect(await disliked(house)).toHaveLength(1);
  });

  it('on the answer to a pressed button is kept as well', async () => {
    const house = await open();
    await house.deliver(pressed({ v: 1, kind: 'query', query: QUERY }));
    await house.deliver(thumb('dislike', 'reply-1'));
    expect(await disliked(house)).toHaveLength(1);
  });

  it.each([['a card that was never posted', 'reply-9', 0], ['the same message in another conversation', 'reply-1', 0], ['a card of more than thirty days ago', 'reply-1', 30 * DAY + 1]])(
    'on %s is acknowledged and not kept', async (what, message, wait) => {
      const house = await open();
      await house.deliver(personalMessage());
      now += wait;
      const elsewhere = what.includes('another') ? { conversation: groupMessage()['conversation'] } : {};
      expect(await house.deliver(thumb('dislike', message, elsewhere))).toEqual({ status: 200, text: '{}' });
      expect(await disliked(house)).toEqual([]);
    });

  it('is acknowledged where it cannot be kept, and so is the card before it', async () => {
    const house = await open(KEEPING, { learning: (store) => {
      const broken = () => Promise.reject(new Error('disk'));
      learning = createLearning({ kept: { questions: store.questions, cards: { posted: broken, dislike: broken, read: broken, forget: broken, forgetPosted: broken } }, organisation: TRUST, keeping: KEEPING, vocabulary, key: Buffer.alloc(32, 1), clock: () => now, lost: (what) => lost.push(what) });
      return learning;
    } });
    await house.deliver(personalMessage());
    expect(await house.deliver(thumb('dislike', 'reply-1'))).toEqual({ status: 200, text: '{}' });
    await learning.settled();
    expect([house.sent.length, lost]).toEqual([1, ['card', 'thumbs-down']]);
  });
});

it('a thumbs-up is acknowledged and not kept', async () => {
  const house = await open();
  await house.deliver(personalMessage());
  expect(await house.deliver(thumb('like', 'reply-1'))).toEqual({ status: 200, text: '{}' });
  expect(await disliked(house)).toEqual([]);
});

it('nothing in any file of the store says in which conversation a card is, or who judged it', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'tally-opinion-'));
  const house = await open(KEEPING, { folder });
  house.road.says = () => Promise.resolve({ ...ANSWER, query: null });
  await house.deliver(personalMessage());
  const before = bytesIn(folder);
  house.road.says = () => Promise.resolve(ANSWER);
  await house.deliver(thumb('dislike', 'reply-1', { conversation: { ...(personalMessage()['conversation'] as object), id: 'a:private-talk' } }));
  await house.deliver(personalMessage({ id: 'asked-here' }));
  await house.deliver(thumb('dislike', 'reply-2'));
  expect(await disliked(house)).toHaveLength(1);
  const after = bytesIn(folder);
  expect(before).not.toContain('dna-rate');
  expect(after).toContain('dna-rate');
  for (const telling of ['reply-2', 'private-talk', 'Wrong for']) {
    expect(after).not.toContain(telling);
  }
  rmSync(folder, { recursive: true });
});
