import { membersAdded, personalMessage, pressed, thumb } from './activities';
import { openHouse, type House } from './harness';
import { startOpenId, type OpenId } from './open-id';
import { MAKERS, mutated, seeded, STEP as step } from './mutated';

let openId: OpenId;
let house: House;
beforeAll(async () => {
  jest.spyOn(console, 'error').mockImplementation(() => {});
  openId = await startOpenId();
  house = await openHouse(openId);
});
afterAll(async () => {
  await house.close();
  await openId.close();
});

it.each([
  ['{}', {}], ['a list', []], ['a word', 'x'], ['null', null], ['a number', 5], ['a type that is a number', personalMessage({ type: 5 })],
  ['no type', personalMessage({ type: undefined })], ['an empty type', personalMessage({ type: '' })], ['no conversation', personalMessage({ conversation: undefined })],
  ['no sender', personalMessage({ from: undefined })], ['a message without an id', personalMessage({ id: undefined })], ['a message of an empty id', personalMessage({ id: '' })], ['a text that is a list', personalMessage({ text: ['x'] })], ['members that are a word', membersAdded({ membersAdded: 'x' })],
])('an envelope that is %s gets 400 and {}', async (_, body) => {
  expect(await house.deliver(body)).toEqual({ status: 400, text: '{}' });
});

it('an invoke without an action is refused as the protocol has it', async () => {
  const { status, text } = await house.deliver(pressed(step, { value: {} }));
  expect([status, JSON.parse(text)]).toEqual([200, expect.objectContaining({ statusCode: 400 })]);
});

it.each([
  ['no reaction', thumb(undefined, '1')], ['a reaction that is none', thumb('love', '1')], ['a reaction that is a list', thumb(['dislike'], '1')], ['no value', thumb('dislike', '1', { value: undefined })],
  ['a value that is a word', thumb('dislike', '1', { value: 'dislike' })], ['no action', thumb('dislike', '1', { value: { actionName: 'feedback' } })],
  ['another action', thumb('dislike', '1', { value: { actionName: 'other', actionValue: { reaction: 'dislike' } } })],
  ['no card', thumb('dislike', '1', { replyToId: undefined })], ['an empty card', thumb('dislike', '')],
])('a thumb with %s is refused as any other button is', async (_, activity) => {
  const { status, text } = await house.deliver(activity);
  expect([status, JSON.parse(text)]).toEqual([200, expect.objectContaining({ statusCode: 400 })]);
});

it('no malformed activity of two hundred makes the server fail, or say anything it should not', async () => {
  const random = seeded(20_240_711);
  const statuses = new Set<number>();
  for (let batch = 0; batch < 20; batch += 1) {
    const bodies = Array.from({ length: 10 }, (_, n) => mutated(MAKERS[(batch + n) % MAKERS.length]?.() ?? {}, random));
    for (const [n, { status, text }] of (await Promise.all(bodies.map((body) => house.deliver(body)))).entries()) {
      statuses.add(status);
      const isFine = [200, 400, 401, 501].includes(status) && /^(|\{\}|\{"statusCode":.*)$/.test(text);
      if (!isFine) throw new Error(`${status} ${text} for ${JSON.stringify(bodies[n]).slice(0, 2000)}`);
    }
  }
  expect(house.logged.join('')).not.toContain('"code":"TURN_FAILED"');
  // The mutations reach every kind of reply, or they prove nothing.
  expect([...statuses]).toEqual(expect.arrayContaining([200, 400, 401]));
  expect((await house.deliver(personalMessage())).status).toBe(200);
});
