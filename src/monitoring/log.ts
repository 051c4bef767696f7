import { AsyncLocalStorage } from 'node:async_hooks';
import { pino, type DestinationStream, type Logger } from 'pino';

export interface LogOptions {
  readonly level: string;
  /** What a log may hold of an error that is logged as `err`. */
  readonly fault: (error: unknown) => unknown;
  /** Standard output where it is not given. */
  readonly to?: DestinationStream;
}

const underWay = new AsyncLocalStorage<string>();

/**
 * A log of JSON lines. Every line that is written while a request is worked on, however deep, carries its id as `request`:
 * nobody has to hand it on.
 */
export function createLog({ level, fault, to }: LogOptions): Logger {
  const options = { level, serializers: { err: fault }, mixin: () => ({ request: underWay.getStore() }) };
  return to === undefined ? pino(options) : pino(options, to);
}

/** Works on a request under an id of its own, which its log lines carry. */
export function asRequest<T>(id: string, work: () => T): T {
  return underWay.run(id, work);
}
