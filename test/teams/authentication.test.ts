import nock from 'nock';
import { personalMessage, pressed } from './activities';
import { openHouse, type House } from './harness';
import { APP_ID, SERVICE_URL, startOpenId, TENANT, UNENDORSED_KEY, type OpenId } from './open-id';
import { QUERY } from './scripted-answer';

const ENTRA = `https://sts.windows.net/d6d49420-f39b-4df7-a1dc-d59a935871db/`;
const OTHER_APP = '99999999-2222-3333-4444-555555555555';
const now = Math.floor(Date.now() / 1000);

let openId: OpenId;
let house: House;
beforeAll(async () => {
  // The SDK prints every token it refuses; what Tally itself logs is looked at below.
  jest.spyOn(console, 'error').mockImplementation(() => {});
  openId = await startOpenId();
  house = await openHouse(openId);
});
afterAll(async () => {
  await house.close();
  await openId.close();
});

describe('who is let in', () => {
  type Case = readonly [name: string, authorization: () => string | null, changes: Record<string, unknown>, status: number];
  const bearer = (...args: Parameters<OpenId['token']>) => () => `Bearer ${openId.token(...args)}`;
  const cases: readonly Case[] = [
    ['a valid token', bearer(), {}, 200],
    ['no token', () => null, {}, 401],
    ['garbage', () => 'Bearer garbage', {}, 401],
    ['three parts of garbage', () => 'Bearer a.b.c', {}, 401],
    ['another scheme', () => `Basic ${openId.token()}`, {}, 401],
    ['another audience', bearer({ aud: OTHER_APP }), {}, 401],
    ['another issuer', bearer({ iss: 'https://example.org' }), {}, 401],
    ['a token that never runs out', bearer({ exp: undefined }), {}, 401],
    ['an expired token', bearer({ exp: now - 3600, nbf: now - 7200 }), {}, 401],
    ['an unknown key', bearer({}, { kid: 'unknown' }), {}, 401],
    ['the algorithm none', bearer({}, { alg: 'none' }), {}, 401],
    ['a bad signature', bearer({}, { forged: true }), {}, 401],
    ['a token of the future', bearer({ nbf: now + 3600 }), {}, 401],
    ['the algorithm HS256 over the public key', bearer({}, { alg: 'HS256' }), {}, 401],
    ['another service address in the token', bearer({ serviceurl: 'https://smba.trafficmanager.net/de/' }), {}, 401],
    ['no service address in the token', bearer({ serviceurl: null }), {}, 401],
    ['no service address in the body', bearer(), { serviceUrl: undefined }, 401],
    ['an empty service address', bearer({ serviceurl: '' }), { serviceUrl: '' }, 401],
    ['a service address that is not Microsoft\'s', bearer({ serviceurl: 'https://example.org/' }), { serviceUrl: 'https://example.org/' }, 401],
    ['a service address that only begins like one', bearer({ serviceurl: 'https://smba.trafficmanager.net.example.org/' }), { serviceUrl: 'https://smba.trafficmanager.net.example.org/' }, 401],
    ['a service address with a user', bearer({ serviceurl: 'https://smba.trafficmanager.net@example.org/' }), { serviceUrl: 'https://smba.trafficmanager.net@example.org/' }, 401],
    ['a service address without TLS', bearer({ serviceurl: 'http://smba.trafficmanager.net/uk/' }), { serviceUrl: 'http://smba.trafficmanager.net/uk/' }, 401],
    ['a key not endorsed for Teams', bearer({}, { kid: UNENDORSED_KEY }), {}, 401],
    ['another channel', bearer(), { channelId: 'webchat' }, 401],
    ['an empty channel', bearer(), { channelId: '' }, 401],
    ['no channel', bearer(), { channelId: undefined }, 401],
    ['the channel of App Service extensions', bearer(), { channelId: 'AseChannel' }, 401],
    ['a skill\'s token', bearer({ iss: ENTRA, ver: '1.0', appid: OTHER_APP }), {}, 401],
    ['an emulator\'s token', bearer({ iss: ENTRA, ver: '1.0', appid: APP_ID }), {}, 401],
    ['an emulator\'s token for another address', bearer({ iss: ENTRA, ver: '1.0', appid: APP_ID }), { serviceUrl: 'https://smba.trafficmanager.net/anywhere/' }, 401],
  ];

  it.each(cases)('%s', async (_, authorization, changes, status) => {
    const before = house.road.asked.length;
    const answered = await house.deliver(personalMessage(changes), authorization());
    expect(answered).toEqual({ status, text: status === 200 ? '' : '{}' });
    expect(house.road.asked.length - before).toBe(status === 200 ? 1 : 0);
  });

  it('logs a refusal by its code, and never a token', () => {
    expect(house.logged.join('')).toContain('"code":"UNAUTHORISED"');
    expect(house.logged.join('')).not.toContain('eyJ');
  });
});

describe('which tenants are answered', () => {
  const OTHER = 'bbbbbbbb-bbbb-cccc-dddd-eeeeeeeeeeee';
  const inTenants = (stated: string | undefined, conversation: string | undefined) => ({
    channelData: stated === undefined ? undefined : { tenant: { id: stated } },
    conversation: { conversationType: 'personal', id: 'a:personal', tenantId: conversation },
  });
  it.each([
    ['the allowed one, stated twice', TENANT, TENANT, true],
    ['the allowed one, stated once', TENANT, undefined, true],
    ['the allowed one, stated by the conversation alone', undefined, TENANT, true],
    ['the allowed one in capitals', TENANT.toUpperCase(), TENANT, true],
    ['another', OTHER, OTHER, false],
    ['two that disagree', TENANT, OTHER, false],
    ['two that disagree, the other way', OTHER, TENANT, false],
    ['none', undefined, undefined, false],
  ])('%s', async (_, stated, conversation, isAnswered) => {
    const [asked, sent] = [house.road.asked.length, house.sent.length];
    const message = await house.deliver(personalMessage(inTenants(stated, conversation)));
    const button = await house.deliver(pressed({ v: 1, kind: 'query', query: QUERY }, inTenants(stated, conversation)));
    // A stranger is not told that anything is here: 200 and silence.
    expect([message.status, button.status]).toEqual([200, 200]);
    expect(house.road.asked.length - asked).toBe(isAnswered ? 1 : 0);
    expect(house.sent.length - sent).toBe(isAnswered ? 2 : 0);
    if (!isAnswered) expect(button.text).toBe('');
  });
});

describe('without credentials', () => {
  let local: House;
  beforeAll(async () => {
    local = await openHouse(openId, { local: true });
    nock('http://127.0.0.1:1').persist().post(/.*/).reply(201, { id: '1' });
  });
  afterAll(() => local.close());

  it('answers a client on this machine whatever its tenant', async () => {
    const serviceUrl = 'http://127.0.0.1:1/_connector';
    expect((await local.deliver(personalMessage({ serviceUrl, channelData: undefined }), null)).status).toBe(200);
    expect(local.road.asked).toHaveLength(1);
  });

  it.each([SERVICE_URL, 'https://example.org/', 'http://127.0.0.1.example.org/', '', undefined])('sends nothing to %s', async (serviceUrl) => {
    expect((await local.deliver(personalMessage({ serviceUrl }), null)).status).toBe(401);
    expect(local.road.asked).toHaveLength(1);
  });
});
