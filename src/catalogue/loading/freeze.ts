import { createHash } from 'node:crypto';

/** A map that nobody can change. */
export class FrozenMap<K, V> extends Map<K, V> {
  constructor(entries: Iterable<readonly [K, V]>) {
    super();
    for (const [key, value] of entries) {
      super.set(key, value);
    }
    Object.freeze(this);
  }

  override set(): never {
    throw new TypeError('The catalogue is frozen.');
  }

  override delete(): never {
    throw new TypeError('The catalogue is frozen.');
  }

  override clear(): never {
    throw new TypeError('The catalogue is frozen.');
  }
}

/** Freezes a plain value and everything in it, and gives it back. Maps freeze themselves; what they hold is frozen here. */
export function deepFreeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !(Object.isFrozen(value) && !(value instanceof FrozenMap))) {
    const inside: Iterable<unknown> = value instanceof FrozenMap ? value.values() : Object.values(value);
    Object.freeze(value);
    for (const part of inside) {
      deepFreeze(part);
    }
  }
  return value;
}

/** Plain data as JSON that does not depend on the order in which fields were written. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) => {
    if (part instanceof Map) {
      return [...part];
    }
    return typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part;
  });
}

/** SHA-256 of the content, in hexadecimal: the same content gives the same print wherever it is read. */
export function fingerprintOf(content: unknown): string {
  return createHash('sha256').update(canonical(content)).digest('hex');
}
