import { TallyError } from '../../src/errors';
import { ANNA, channelMessage, personalMessage, pressed } from '../teams/activities';
import { openHouse, type House } from '../teams/harness';
import { startOpenId, TENANT, type OpenId } from '../teams/open-id';
import { ANSWER, QUERY } from '../teams/scripted-answer';

let openId: OpenId;
let house: House;
beforeAll(async () => { openId = await startOpenId(); });
afterAll(() => openId.close());
afterEach(() => house.close());

const figuresOf = async (name: string): Promise<string[]> => (await house.figures.text()).split('\n').filter((line) => line.startsWith(`${name}{`));

it('a question in Teams is counted once, and so is the one request that takes its answer', async () => {
  house = await openHouse(openId);
  await house.deliver(personalMessage({ id: '1' }));
  // Delivered again, as Teams does when it waited too long: it is answered once.
  await house.deliver(personalMessage({ id: '1' }));
  expect(await figuresOf('tally_questions_total')).toEqual(['tally_questions_total{by="ask",outcome="answered"} 1']);
  expect(await figuresOf('tally_connector_requests_total')).toEqual(['tally_connector_requests_total{status="201"} 1']);
  expect(await figuresOf('tally_http_requests_total')).toEqual(['tally_http_requests_total{route="messages",status="200"} 2']);
});

it('a question that could not be answered counts as failed, and each try of a busy Connector as a try', async () => {
  house = await openHouse(openId, { connector: (n) => ({ status: n === 0 ? 429 : 201 }) });
  house.road.says = () => Promise.reject(new TallyError('QUERY_TIMEOUT', 'too slow'));
  await house.deliver(personalMessage());
  expect(await figuresOf('tally_questions_total')).toEqual(['tally_questions_total{by="ask",outcome="failed"} 1']);
  expect(await figuresOf('tally_connector_requests_total')).toEqual(['tally_connector_requests_total{status="429"} 1', 'tally_connector_requests_total{status="201"} 1']);
});

it.each([
  ['a question', personalMessage({ text: 'what is the salary of Dr No' })], ['a question in a channel', channelMessage({ text: '<at>Tally</at> what is the salary of Dr No' })],
  ['a button', pressed({ v: 1, kind: 'query', query: QUERY })], ['a search', personalMessage({ type: 'invoke', name: 'composeExtension/query', text: undefined, value: { commandId: 'figure', parameters: [{ name: 'question', value: 'salary of Dr No' }], queryOptions: { skip: 0, count: 25 } } })],
])('%s that is answered leaves no word, answer, name, id or token in the log, at its most talkative', async (_what, activity) => {
  house = await openHouse(openId);
  expect((await house.deliver(activity)).status).toBe(200);
  const log = house.logged.join('');
  expect(log).toMatch(/"code":"(ANSWERED|SEARCHED)"/);
  expect(log).not.toMatch(/salary|Dr No|Anna|29:|a:personal|19:|eyJ|a-password|the-bots-own-token|dna-rate/);
  for (const said of [ANSWER.headline, ANNA.aadObjectId, TENANT]) {
    expect(log).not.toContain(said);
  }
});

it('every line about one delivery carries the same request, and another delivery another', async () => {
  house = await openHouse(openId);
  house.road.says = () => Promise.reject(new TallyError('ENGINE_FAILED', 'no numbers'));
  await house.deliver(personalMessage());
  const first = house.logged.splice(0).map((line) => JSON.parse(line) as { request?: string });
  await house.deliver(personalMessage());
  const second = house.logged.map((line) => JSON.parse(line) as { request?: string });
  const ids = [first, second].map((lines) => new Set(lines.map(({ request }) => request)));
  expect(ids.map(({ size }) => size)).toEqual([1, 1]);
  expect([...(ids[0] ?? [])]).not.toEqual([...(ids[1] ?? [])]);
  expect([...(ids[0] ?? [])][0]).toMatch(/^[0-9a-f-]{36}$/);
});
