import { createHmac, createSign, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** The OpenID metadata and keys of the Bot Connector, served from this machine, and tokens signed like its own. */
export interface OpenId {
  readonly metadataUrl: string;
  /** What is published at the address of the keys. */
  readonly keySet: unknown;
  /** A token as the Connector signs it, with claims and header fields changed at will; `null` leaves one out. */
  token(claims?: Record<string, unknown>, options?: TokenOptions): string;
  close(): Promise<void>;
}
export interface TokenOptions {
  readonly kid?: string;
  readonly alg?: 'RS256' | 'HS256' | 'none';
  /** Signs with a key that is not the published one. */
  readonly forged?: boolean;
}

export const APP_ID = '11111111-2222-3333-4444-555555555555';
export const TENANT = 'aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee';
export const SERVICE_URL = 'https://smba.trafficmanager.net/uk/';
const KID = 'published';
const UNENDORSED = 'published-for-other-channels';

export async function startOpenId(): Promise<OpenId> {
  const keys = { published: generateKeyPairSync('rsa', { modulusLength: 2048 }), other: generateKeyPairSync('rsa', { modulusLength: 2048 }) };
  const published = (kid: string, key: KeyObject, endorsements: string[]) => ({ ...key.export({ format: 'jwk' }), kid, use: 'sig', endorsements });
  const keySet = { keys: [published(KID, keys.published.publicKey, ['msteams']), published(UNENDORSED, keys.published.publicKey, ['webchat'])] };
  const server = createServer((request, response) => {
    const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const body =
      request.url === '/openid'
        ? { issuer: 'https://api.botframework.com', jwks_uri: `${origin}/keys` }
        : keySet;
    response.setHeader('content-type', 'application/json').end(JSON.stringify(body));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    metadataUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/openid`,
    keySet,
    token(claims = {}, { kid = KID, alg = 'RS256', forged = false } = {}) {
      const now = Math.floor(Date.now() / 1000);
      const all = { iss: 'https://api.botframework.com', aud: APP_ID, serviceurl: SERVICE_URL, nbf: now - 60, exp: now + 3600, ...claims };
      const kept = Object.fromEntries(Object.entries(all).filter(([, value]) => value !== null));
      const signed = `${base64url({ alg, typ: 'JWT', kid })}.${base64url(kept)}`;
      const key = forged ? keys.other : keys.published;
      const signature = {
        RS256: () => createSign('RSA-SHA256').update(signed).sign(key.privateKey, 'base64url'),
        // The classic confusion: the public key used as a shared secret.
        HS256: () => createHmac('sha256', key.publicKey.export({ format: 'pem', type: 'spki' })).update(signed).digest('base64url'),
        none: () => '',
      }[alg]();
      return `${signed}.${signature}`;
    },
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
export const UNENDORSED_KEY = UNENDORSED;

function base64url(value: object): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}
