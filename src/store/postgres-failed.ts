import { storeFailed } from './statements';
import type { TallyError } from '../errors';

/** What an administrator can do something about, by SQLSTATE and by the codes of Node's network. */
const MEANINGS: ReadonlyMap<string, string> = new Map([
  ['28P01', 'the server refuses the user or the password'],
  ['28000', 'the server refuses the user, or wants TLS'],
  ['3D000', 'the server has no database of that name'],
  ['42501', 'the user may not do that'],
  ['53300', 'the server has no connection left'],
  ['57014', 'it took too long'],
  ['57P01', 'the server ended the connection'],
  ['57P03', 'the server is starting or stopping'],
  ['25006', 'the server only reads: it is a standby'],
  ['ECONNREFUSED', 'nothing listens there'],
  ['ENOTFOUND', 'the host is not known'],
  ['ETIMEDOUT', 'the server does not answer'],
  ['ENOENT', 'a file that the address names is not there'],
]);

/** The store's error for one of PostgreSQL's, without a cause. @param doing what was being done, for the log */
export function postgresFailed(doing: string, cause: unknown): TallyError {
  return storeFailed(whatFailed(doing, cause), undefined);
}

/**
 * What failed on a PostgreSQL server, for the log. The server's own words may hold the user, the database or what a row
 * holds, so that only its code is told.
 */
export function whatFailed(doing: string, cause: unknown): string {
  const code = codeOf(cause);
  const meaning = code === null ? 'the connection was lost, refused or too slow' : MEANINGS.get(code);
  return `${doing}: ${[code === null ? null : `PostgreSQL ${code}`, meaning].filter((part) => part !== null && part !== undefined).join(', ')}`;
}

/** A stable code, of letters and digits alone; null where there is none. */
function codeOf(cause: unknown): string | null {
  const code = typeof cause === 'object' && cause !== null && 'code' in cause ? cause.code : null;
  return typeof code === 'string' && /^[A-Z0-9_]+$/.test(code) ? code : null;
}
