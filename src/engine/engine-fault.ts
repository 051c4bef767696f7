import { TallyError } from '../errors';

/** What a failed statement is reported as: QUERY_TIMEOUT where `signal` stopped it, ENGINE_FAILED otherwise; a coded error stays as it is. */
export function engineFault(error: unknown, signal: AbortSignal): TallyError {
  if (error instanceof TallyError) {
    return error;
  }
  return signal.aborted
    ? new TallyError('QUERY_TIMEOUT', 'the time limit was reached', { cause: error })
    : new TallyError('ENGINE_FAILED', 'a statement failed', { cause: error });
}
