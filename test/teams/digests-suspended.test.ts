import { PLAIN } from '../../src/answers/from-reading';
import type { Answer } from '../../src/answers/answer';
import type { Command } from '../../src/language/command';
import * as sample from '../fixtures/cards/answers';
import { CATALOGUE } from '../language/trust-language';
import { STORES, type Place } from '../store/stores';
import { channelMessage, groupMessage, installation, personalMessage } from './activities';
import { openHouse, type House } from './harness';
import { startOpenId, TENANT, type OpenId } from './open-id';
import { QUERY } from './scripted-answer';

const HOUR = 60 * 60_000;
const WEEK = 7 * 24 * HOUR;
/** Monday 8 July 2024, 07:00 in London. */
const MONDAY = Date.UTC(2024, 6, 8, 6);
const MONDAYS: Command = { kind: 'digest', what: 'create', query: QUERY, schedule: { every: 'week', on: 1, at: '08:00', zone: 'Europe/London' }, name: null };
const OWN_CHAT = 'a:personal';

const PLACES = [
  ['a channel', channelMessage, /\/v3\/conversations$/],
  ['a group', groupMessage, /19:group@thread\.v2/],
  ['a person', personalMessage, /a:personal/],
] as const;

let openId: OpenId;
let house: House;
let place: Place;
let now = MONDAY;
/** What the Connector says to whatever is posted to the place of the digest. */
let refusal: number | null = null;
beforeAll(async () => {
  openId = await startOpenId();
});
afterAll(() => openId.close());
afterEach(async () => {
  await house.close();
  await place.clear();
});

async function open(placeOf: () => Promise<Place>, to: RegExp): Promise<void> {
  now = MONDAY;
  refusal = null;
  place = await placeOf();
  house = await openHouse(openId, {
    digests: { ...CATALOGUE, digests: [] }, clock: () => now, stateUrl: place.url,
    connector: (_, { path }) => ({ status: refusal !== null && to.test(path) ? refusal : 201 }),
  });
  house.road.says = () => Promise.resolve(sample.VALUE);
}

async function setUp(message: typeof channelMessage): Promise<void> {
  await house.deliver(personalMessage());
  house.road.says = () => Promise.resolve({ ...PLAIN, outcome: 'unknown', headline: 'a command', command: MONDAYS } satisfies Answer);
  const ask = house.road.ask.bind(house.road);
  house.road.ask = async (question) => {
    const answer = await ask(question);
    house.road.says = () => Promise.resolve(sample.VALUE);
    return answer;
  };
  await house.deliver(message());
  house.sent.length = 0;
}

const placeOf = (message: typeof channelMessage): Record<string, unknown> => ({ conversation: message()['conversation'], channelData: message()['channelData'] });
const at = async (when: number): Promise<void> => {
  now = when;
  await house.tick();
};
const said = () => house.sent.map(({ path, body }) => ({ path, said: String(body.summary ?? (body as unknown as { activity?: { summary?: string } }).activity?.summary) }));
const toldOwner = () => said().flatMap((one) => (one.path.includes(OWN_CHAT) && one.said.startsWith('DNA rate for ENT: the digest') ? [one.said] : []));
const digests = (to: RegExp) => said().filter((one) => to.test(one.path) && one.said.includes(sample.VALUE.headline));
const standing = async () => (await house.store.subscriptions.all(CATALOGUE.organisation.name)).map((one) => one.standing);

describe.each(STORES)('kept in %s', (_, store) => {
  describe.each(PLACES)('the digest of %s', (kind, message, to) => {
    const isOwn = kind === 'a person';

    test('is suspended when Tally is removed there, its owner is told, and it goes on when Tally is back', async () => {
      await open(store, to);
      await setUp(message);
      await house.deliver(installation('remove', placeOf(message)));
      await house.tick();
      expect(await standing()).toEqual(['suspended']);
      // The owner whose own chat it was in has no other.
      expect(toldOwner()).toEqual(isOwn ? [] : ['DNA rate for ENT: the digest is suspended, because Tally was removed there.']);
      house.sent.length = 0;
      await at(MONDAY + HOUR);
      expect(digests(to)).toEqual([]);
      now = MONDAY + 2 * HOUR;
      await house.deliver(installation('add', placeOf(message)));
      expect(await standing()).toEqual(['active']);
      house.sent.length = 0;
      await at(MONDAY + 3 * HOUR);
      expect(digests(to)).toEqual([]);
      await at(MONDAY + WEEK + HOUR);
      expect(digests(to)).toHaveLength(1);
    });

    test.each([[403, 'blocked'], [404, 'deleted']])('is suspended when a post is answered with %d (%s), is not tried again, and goes on when Tally is back', async (status) => {
      await open(store, to);
      await setUp(message);
      refusal = status;
      await at(MONDAY + HOUR);
      expect(await standing()).toEqual(['suspended']);
      const tries = said().filter((one) => to.test(one.path) && one.said.includes(sample.VALUE.headline)).length;
      expect(tries).toBe(1);
      expect(toldOwner()).toEqual(isOwn ? [] : [`DNA rate for ENT: the digest of 8 July 2024 was not posted in its ${kind.slice(2)}: Teams refused it (status ${status}).`]);
      house.sent.length = 0;
      await at(MONDAY + WEEK + HOUR);
      expect(said()).toEqual([]);
      refusal = null;
      await house.deliver(installation('remove', placeOf(message)));
      await house.deliver(installation('add', placeOf(message)));
      house.sent.length = 0;
      await at(MONDAY + 2 * WEEK + HOUR);
      expect(digests(to)).toHaveLength(1);
    });
  });

  test('the digest of a channel that was deleted is suspended, and its owner told', async () => {
    await open(store, PLACES[0][2]);
    await setUp(channelMessage);
    await house.deliver(personalMessage({ type: 'conversationUpdate', text: undefined, conversation: channelMessage()['conversation'], channelData: { eventType: 'channelDeleted', tenant: { id: TENANT }, team: { id: '19:team@thread.tacv2' }, channel: { id: '19:channel@thread.tacv2' } } }));
    await house.tick();
    expect(await standing()).toEqual(['suspended']);
    expect(toldOwner()).toEqual(['DNA rate for ENT: the digest is suspended, because the channel was deleted.']);
    // A newer version of the app brings no channel back.
    await house.deliver(installation('add-upgrade', placeOf(channelMessage)));
    expect(await standing()).toEqual(['suspended']);
    // Of what came back while Tally was removed nobody told it.
    await house.deliver(installation('remove', placeOf(channelMessage)));
    await house.deliver(installation('add', placeOf(channelMessage)));
    expect(await standing()).toEqual(['active']);
  });
});
