import { createHmac, timingSafeEqual } from 'node:crypto';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { isIcon, readPicture, writePicture, type PictureSpec } from './picture-spec';
import { iconName, iconsNamed } from './process-icon';

/** Longest token looked at, and most bytes it may unpack to. */
const TOKEN_LIMIT = 4_000;
const SPEC_LIMIT = 16_384;

const DAY = 24 * 60 * 60_000;
/** A picture is drawn for this long. A card that is older says in words what it showed, and makes a new one when it is brought up to now. */
const DRAWN_FOR_DAYS = 90;

const seal = (payload: string, until: string, key: string): string => createHmac('sha256', key).update(`chart.${payload}.${until}`).digest('base64url');

function sameText(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)];
  return a.length === b.length && timingSafeEqual(a, b);
}

/**
 * The chart as a token that can stand in an address: packed JSON, base64url; the last day on which it is drawn, as a number
 * since 1970 to the base 36; and the HMAC-SHA256 of both. Nothing is stored, and one day's address of a chart is the same
 * all day. Icons are told by their names alone: there are few, they hold nothing of anybody, and a scorecard has room for no
 * longer address beside every line.
 * @param at milliseconds since 1970
 */
export function signChart(spec: PictureSpec, key: string, at: number): string {
  if (isIcon(spec)) {
    return iconName(spec);
  }
  const payload = deflateRawSync(writePicture(spec), { level: 9 }).toString('base64url');
  const until = (Math.floor(at / DAY) + DRAWN_FOR_DAYS).toString(36);
  return `${payload}.${until}.${seal(payload, until, key)}`;
}

/**
 * The chart a token holds; null where we did not sign it with this key, its time is over or it is not whole. Never throws.
 * @param at milliseconds since 1970
 */
export function openChart(token: string, key: string, at: number): PictureSpec | null {
  const icons = token.length > TOKEN_LIMIT ? null : iconsNamed(token);
  if (icons !== null) {
    return icons;
  }
  const [payload, until, signature, ...rest] = token.length > TOKEN_LIMIT ? [] : token.split('.');
  if (payload === undefined || until === undefined || signature === undefined || rest.length > 0 || !sameText(signature, seal(payload, until, key))) {
    return null;
  }
  if (!(Math.floor(at / DAY) <= Number.parseInt(until, 36))) {
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
