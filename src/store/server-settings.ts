import { types, type ClientConfig } from 'pg';

/**
 * How the driver reaches a PostgreSQL server, and reads what it says.
 * @param url `postgres://user:password@host/database`; what it sets of `pg`'s own settings wins over what is set here
 * @param session settings of each connection, as `name=value`
 * @param connectWithin milliseconds in which a connection has to be there
 * @param parserOf how values of a type, by its OID, are read from their text; null for the driver's own way
 */
export function serverSettings(
  url: string, { session, connectWithin, parserOf }: { readonly session: readonly string[]; readonly connectWithin: number; readonly parserOf: (oid: number) => ((text: string) => unknown) | null },
): ClientConfig {
  const address = new URL(url);
  const given = address.searchParams.get('options') ?? '';
  address.searchParams.delete('options');
  if (address.searchParams.get('sslmode') === 'require') address.searchParams.set('sslmode', 'verify-full');
  return {
    connectionString: address.href,
    application_name: 'tally',
    connectionTimeoutMillis: connectWithin,
    keepAlive: true,
    options: [given, ...session.map((setting) => `-c ${setting}`)].join(' ').trim(),
    types: { getTypeParser: (oid: number, format?: 'text' | 'binary'): ((value: string) => unknown) => parserOf(oid) ?? (types.getTypeParser(oid, format) as (value: string) => unknown) },
  };
}
