import { channelMessage, installation, personalMessage, pressed } from './activities';
import { openHouse, type House } from './harness';
import { startOpenId, type OpenId } from './open-id';
import { QUERY } from './scripted-answer';

const TOM = { id: '29:tom', name: 'Tom Ashdown', aadObjectId: 'f0f0f0f0-0000-4000-8000-000000000002' };
const TOO_MANY = 'That is too much at once. Wait a minute, then ask again.';
const many = 1e6;

let openId: OpenId;
let house: House;
beforeAll(async () => { openId = await startOpenId(); });
afterAll(() => openId.close());
afterEach(() => house.close());

const said = () => house.sent.map(({ body }) => body.text).filter((text) => text !== undefined);
async function deliver(times: number, activity: () => Record<string, unknown>): Promise<void> {
  for (let n = 0; n < times; n += 1) expect((await house.deliver(activity())).status).toBe(200);
}

test('somebody who asks too much is told once, and others are answered all the while', async () => {
  house = await openHouse(openId, { limits: { person: 3, tenant: many, process: many } });
  await deliver(6, personalMessage);
  expect(house.road.asked).toHaveLength(3);
  expect(said()).toEqual([TOO_MANY]);
  await deliver(1, () => personalMessage({ from: TOM }));
  expect(house.road.asked).toHaveLength(4);
});

test('it is one person’s, whichever of their conversations they ask in', async () => {
  house = await openHouse(openId, { limits: { person: 3, tenant: many, process: many } });
  await deliver(2, personalMessage);
  await deliver(2, channelMessage);
  expect(house.road.asked).toHaveLength(3);
});

test.each([['the tenant', { person: many, tenant: 3, process: many }], ['the process', { person: many, tenant: many, process: 3 }]])('what %s takes on is limited too, and everybody is told once', async (_whose, limits) => {
  house = await openHouse(openId, { limits });
  await deliver(5, personalMessage);
  await deliver(2, () => personalMessage({ from: TOM }));
  expect(house.road.asked).toHaveLength(3);
  expect(said()).toEqual([TOO_MANY, TOO_MANY]);
});

test('a client that waits for a reply gets one each time, in the shape it waits for', async () => {
  house = await openHouse(openId, { limits: { person: 1, tenant: many, process: many } });
  const step = { v: 1, kind: 'query', query: QUERY };
  const search = () => personalMessage({ type: 'invoke', name: 'composeExtension/query', text: undefined, value: { commandId: 'figure', parameters: [{ name: 'question', value: 'dna ent' }] } });
  await house.deliver(pressed(step));
  for (let n = 0; n < 2; n += 1) {
    expect(JSON.parse((await house.deliver(pressed(step))).text)).toEqual({ statusCode: 200, type: 'application/vnd.microsoft.activity.message', value: TOO_MANY });
    expect(JSON.parse((await house.deliver(search())).text)).toEqual({ composeExtension: { type: 'message', text: TOO_MANY } });
  }
  expect(house.road.ran).toHaveLength(1);
});

test('that the bot was added or removed is always heard', async () => {
  house = await openHouse(openId, { limits: { person: 1, tenant: 1, process: 1 } });
  await deliver(2, personalMessage);
  await deliver(1, () => installation('add'));
  expect(await house.store.installations.state('a:personal')).toBe('installed');
});
