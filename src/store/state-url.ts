/** `require` checks the server's certificate as `verify-full` does: encryption to whoever answers keeps nobody out. */
const TLS_MODES = ['disable', 'require', 'verify-full'];

/** Whether the state lies on a PostgreSQL server rather than in a file. */
export function isServerUrl(url: string): boolean {
  return /^postgres(?:ql)?:/i.test(url);
}

/**
 * What is wrong with the address of a state store, in words that never repeat it, since it may hold a password.
 * @returns null where nothing is
 */
export function stateUrlFault(url: string): string | null {
  if (/^file:/i.test(url)) return null;
  return isServerUrl(url) ? serverUrlFault(url) : 'must be a file: address, or postgres://user:password@host/database';
}

/** The same of the address of a PostgreSQL server. */
export function serverUrlFault(url: string): string | null {
  if (!isServerUrl(url)) return 'must be postgres://user:password@host/database';
  const read = URL.canParse(url) ? new URL(url) : null;
  if (read === null || read.hash !== '') {
    return 'must be written as postgres://user:password@host/database, signs such as / # @ % in the password as %2F %23 %40 %25';
  }
  // A folder instead of a host (`?host=/var/run/postgresql`) is a socket on this machine.
  if (read.hostname === '' && !read.searchParams.has('host')) return 'must name the host of the PostgreSQL server';
  if (!/^\/[^/]+$/.test(read.pathname)) return 'must name the database after the host, as in postgres://user:password@host/database';
  const mode = read.searchParams.get('sslmode');
  return mode === null || TLS_MODES.includes(mode) ? null : `has an sslmode that is none of ${TLS_MODES.join(', ')}`;
}
