import type { Client, InArgs, ResultSet } from '@libsql/client' with { 'resolution-mode': 'import' };
import { TallyError } from '../errors';

/** Runs one statement with bound arguments. A statement is atomic by itself, also between instances. */
export interface Statements {
  /** @throws TallyError STORE_FAILED, with the driver's error as its cause */
  run(sql: string, args?: InArgs): Promise<ResultSet>;
}

/** Gives every driver error the store's own code, so that callers and logs know one name for it. */
export function codedStatements(client: Client): Statements {
  return {
    async run(sql, args = []) {
      try {
        return await client.execute({ sql, args });
      } catch (cause) {
        throw storeFailed(sql.trim().split(/\s+/).slice(0, 3).join(' '), cause);
      }
    },
  };
}

/** @param doing what was being done, for the log */
export function storeFailed(doing: string, cause: unknown): TallyError {
  return new TallyError('STORE_FAILED', doing, {
    cause,
    sentence: 'That could not be answered just now. Try again in a minute.',
  });
}
