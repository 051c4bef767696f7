import type { Delivery } from '../delivery/delivery';
import { ATTEMPTED } from './single-attempt';

const PATIENCE_MS = 10_000;
const FIRST_WAIT_MS = 500;

/** Milliseconds; wall-clock time for HTTP dates, and a pause. */
export interface Pacing {
  readonly clock: () => number;
  readonly wait: (ms: number) => Promise<void>;
  /** How long the reply may wait in all for the Connector to let it through, milliseconds; ten seconds where not given. */
  readonly patience?: number;
}

/**
 * Sends a reply, again only where the first certainly did not arrive and a pause can help: 429 after the pause the
 * Connector asks for, 412, and where no connection could be had. Everything else is attempted once.
 * Source: the Teams rate-limit pages (retry 412 and 429); 5xx and lost connections are left out because the create
 * request is not idempotent.
 */
export async function deliver(send: () => Promise<unknown>, pacing: Pacing): Promise<Delivery> {
  let left = pacing.patience ?? PATIENCE_MS;
  for (let attempt = 0; ; attempt += 1) {
    try {
      const id = property(await send(), 'id');
      return { outcome: 'sent', message: typeof id === 'string' && id !== '' ? id : null };
    } catch (cause) {
      const status = statusOf(cause);
      const pause = pauseAfter(status, cause, attempt, pacing.clock());
      if (pause === null || pause > left) {
        const asked = status === 429 ? retryAfter(cause, pacing.clock()) : null;
        return { outcome: outcomeOf(status, cause), status, cause, ...(asked === null ? {} : { retryAfter: asked }) };
      }
      left -= pause;
      await pacing.wait(pause);
    }
  }
}

function pauseAfter(status: number | null, error: unknown, attempt: number, now: number): number | null {
  const growing = FIRST_WAIT_MS * 2 ** attempt;
  if (status === 412 || (status === null && UNREACHED.has(codeOf(error)))) return growing;
  if (status !== 429) return null;
  // A time that is past, by our clock or theirs, is no leave to ask again at once and for ever.
  return Math.max(retryAfter(error, now) ?? 0, growing);
}

/** Longer than this no post is held back at once, whatever is asked for: then it is asked once more; milliseconds. */
const LONGEST_HELD_BACK = 60 * 60_000;

/** Retry-After is seconds or an HTTP date. Source: RFC 9110 section 10.2.3. */
function retryAfter(error: unknown, now: number): number | null {
  const header = headerOf(error, 'retry-after');
  if (header === null) return null;
  const asked = /^\d+$/.test(header.trim()) ? Number(header) * 1000 : Date.parse(header) - now;
  return Number.isNaN(asked) ? null : Math.min(Math.max(0, asked), LONGEST_HELD_BACK);
}

function outcomeOf(status: number | null, error: unknown): 'refused' | 'ambiguous' | 'unsent' {
  if (status !== null) return status >= 500 || status === 408 ? 'ambiguous' : 'refused';
  return property(error, ATTEMPTED) !== true || NEVER_LEFT.has(codeOf(error)) ? 'unsent' : 'ambiguous';
}

/** No name and no connection, which may be had a second later. */
const UNREACHED: ReadonlySet<string> = new Set(['ENOTFOUND', 'ECONNREFUSED', 'EAI_AGAIN']);

/** Faults before the first byte: those, and a certificate that is not believed. */
const NEVER_LEFT: ReadonlySet<string> = new Set([
  ...UNREACHED, 'CERT_HAS_EXPIRED', 'CERT_NOT_YET_VALID', 'DEPTH_ZERO_SELF_SIGNED_CERT', 'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY', 'UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'ERR_TLS_CERT_ALTNAME_INVALID',
]);

function statusOf(error: unknown): number | null {
  const status = property(error, 'statusCode');
  return typeof status === 'number' && status >= 100 ? status : null;
}

function codeOf(error: unknown): string {
  const code = property(error, 'code');
  return typeof code === 'string' ? code : '';
}

function headerOf(error: unknown, name: string): string | null {
  const headers = property(property(error, 'response'), 'headers');
  const get = property(headers, 'get');
  const value: unknown = typeof get === 'function' ? Reflect.apply(get, headers, [name]) : null;
  return typeof value === 'string' ? value : null;
}

function property(holder: unknown, name: string): unknown {
  return typeof holder === 'object' && holder !== null ? Reflect.get(holder, name) : undefined;
}
