import { createHash } from 'node:crypto';

/** A lock of the server's by a name: 64 bits of it, as the server writes them. */
const lock = (...name: readonly string[]): string => createHash('sha256').update(JSON.stringify(['tally', ...name])).digest().readBigInt64BE().toString();

/** Shared by all who read a schema: whoever gets it alone may take the schema away. The server frees it when its holder dies. */
export const readLock = (schema: string): string => lock('read', schema);

/** Held by whoever loads extracts of one provider and rhythm, or copies one snapshot of them in. */
export const loadLock = (...what: readonly string[]): string => lock('load', ...what);

/** Held for a moment by whoever puts a snapshot in its place. */
export const PLACE_LOCK = lock('place');
