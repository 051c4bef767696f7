import type { IncomingMessage } from 'node:http';

/** The largest body that is read. A Teams activity is a few kilobytes. */
const LARGEST_BODY = 256 * 1024;
/** An activity nests about six levels; a card's data some ten. */
const DEEPEST = 32;

/** A parsed body, or the HTTP status with which to refuse it: 400, 413 or 415. */
export type Body = { readonly ok: true; readonly json: unknown } | { readonly ok: false; readonly status: 400 | 413 | 415 };

/**
 * Reads a JSON body with a limit on its bytes and its depth. Compressed bodies are refused: nothing that calls here
 * sends them, and a small one can hold a large one.
 */
export async function readJson(request: IncomingMessage): Promise<Body> {
  const type = (request.headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase();
  const encoding = request.headers['content-encoding'] ?? 'identity';
  if (type !== 'application/json' || encoding !== 'identity') return { ok: false, status: 415 };
  if (Number(request.headers['content-length'] ?? 0) > LARGEST_BODY) return { ok: false, status: 413 };

  const chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of request) {
      if (!Buffer.isBuffer(chunk)) return { ok: false, status: 400 };
      size += chunk.length;
      if (size > LARGEST_BODY) return { ok: false, status: 413 };
      chunks.push(chunk);
    }
  } catch {
    // The sender went away before the end; there is nobody left to tell.
    return { ok: false, status: 400 };
  }
  return parse(Buffer.concat(chunks));
}

function parse(bytes: Buffer): Body {
  let json: unknown;
  try {
    json = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return { ok: false, status: 400 };
  }
  return isDeeperThan(json, DEEPEST) ? { ok: false, status: 400 } : { ok: true, json };
}

/** Level by level rather than by recursion, which a deep body could exhaust. */
function isDeeperThan(json: unknown, levels: number): boolean {
  let level: unknown[] = [json];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > levels) return true;
    level = level.flatMap((value): unknown[] => (typeof value === 'object' && value !== null ? Object.values(value) : []));
  }
  return false;
}
