import { createHash } from 'node:crypto';
import { TallyError } from '../errors';

/** What a log may hold of an error: our own codes and words; of others' errors names and places, since their text may quote a question, a token or a row. */
export interface LoggedFault {
  readonly code: string;
  readonly detail?: string;
  readonly name: string;
  readonly at: readonly string[];
  readonly cause?: LoggedFault;
}

const DEEPEST_CAUSE = 3;
const FRAMES = 6;

/** @param error anything that was thrown */
export function loggedFault(error: unknown, depth = 0): LoggedFault {
  if (!(error instanceof Error)) return { code: 'UNKNOWN', name: typeof error, at: [] };
  const cause = error.cause === undefined || depth >= DEEPEST_CAUSE ? {} : { cause: loggedFault(error.cause, depth + 1) };
  return {
    code: codeOf(error),
    ...(error instanceof TallyError ? { detail: error.message } : {}),
    name: error.name,
    at: framesOf(error),
    ...cause,
  };
}

/** A short mark by which log lines of one delivery are found together, and from which nothing can be read back. */
export function deliveryMark(conversation: string, activity: string): string {
  return createHash('sha256').update(`${conversation}\n${activity}`).digest('hex').slice(0, 12);
}

function codeOf(error: Error): string {
  const code: unknown = Reflect.get(error, 'code');
  return typeof code === 'string' && /^[\w.-]{1,60}$/.test(code) ? code : 'UNKNOWN';
}

function framesOf(error: Error): string[] {
  // A message may have several lines, one of which may look like a frame: frames follow it.
  const stack = error.stack ?? '';
  const start = stack.lastIndexOf(error.message) + error.message.length;
  return stack.slice(start).split('\n').filter((line) => /^\s+at /.test(line)).slice(0, FRAMES).map((line) => line.trim());
}
