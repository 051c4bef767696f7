import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { isLoopback } from '../config';

/**
 * Whether a request may read the metrics: from this machine itself, or with the token. A reverse proxy on this
 * machine makes every request look local, so a forwarded one needs the token.
 * @param token null where none is set
 */
export function mayReadMetrics(request: IncomingMessage, token: string | null): boolean {
  const forwarded = ['x-forwarded-for', 'forwarded', 'x-real-ip', 'x-forwarded-host'].some((name) => request.headers[name] !== undefined);
  if (!forwarded && isLoopback(request.socket.remoteAddress ?? '')) return true;
  const presented = /^Bearer (\S+)$/.exec(request.headers.authorization ?? '')?.[1];
  return token !== null && presented !== undefined && timingSafeEqual(digest(presented), digest(token));
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
