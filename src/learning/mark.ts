import { createHmac } from 'node:crypto';

/** A mark of these parts, in this order: the same for the same parts and key, and without the key nothing can be read back from it. */
export function markOf(key: Buffer, ...parts: readonly string[]): string {
  return createHmac('sha256', key).update(JSON.stringify(parts)).digest('base64url');
}
