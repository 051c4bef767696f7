import { createHmac, timingSafeEqual } from 'node:crypto';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { readPicture, writePicture, type PictureSpec } from './picture-spec';

/** Longest token looked at, and most bytes it may unpack to. */
const TOKEN_LIMIT = 4_000;
const SPEC_LIMIT = 16_384;

const seal = (payload: string, key: string): string => createHmac('sha256', key).update(`chart.${payload}`).digest('base64url');

function sameText(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)];
  return a.length === b.length && timingSafeEqual(a, b);
}

/**
 * The chart as a token that can stand in an address: packed JSON and its HMAC-SHA256, both base64url.
 * Nothing is stored, so a picture can be drawn for as long as its post lives and the key is kept.
 */
export function signChart(spec: PictureSpec, key: string): string {
  const payload = deflateRawSync(writePicture(spec), { level: 9 }).toString('base64url');
  return `${payload}.${seal(payload, key)}`;
}

/** The chart a token holds; null where we did not sign it with this key or it is not whole. Never throws. */
export function openChart(token: string, key: string): PictureSpec | null {
  const [payload, signature, ...rest] = token.length > TOKEN_LIMIT ? [] : token.split('.');
  if (payload === undefined || signature === undefined || rest.length > 0 || !sameText(signature, seal(payload, key))) {
    return null;
  }
  try {
    const json: unknown = JSON.parse(inflateRawSync(Buffer.from(payload, 'base64url'), { maxOutputLength: SPEC_LIMIT }).toString('utf8'));
    return readPicture(json);
  } catch {
    // Signed by our key yet not readable: written by another version. To the reader it is a picture that is not there.
    return null;
  }
}
