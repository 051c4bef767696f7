import { TallyError } from '../../errors';
import { identifier } from '../sql-text';

/** A column as the embedded engine describes it. */
export interface ServerColumn {
  readonly name: string;
  readonly type: string;
}

/** Texts are compared and sorted by their bytes, as the embedded engine does it, whatever the collation of the database. */
const TYPES: Readonly<Record<string, string>> = {
  VARCHAR: 'text collate "C"', DATE: 'date', TIMESTAMP: 'timestamp', DOUBLE: 'double precision', BIGINT: 'bigint', INTEGER: 'integer', BOOLEAN: 'boolean',
};

/** The statement that makes a table of these columns in a schema. Throws ENGINE_FAILED for a type that the server has nothing for. */
export function createTable(schema: string, table: string, columns: readonly ServerColumn[]): string {
  return `create table ${schema}.${identifier(table)} (${columns.map(({ name, type }) => `${identifier(name)} ${typeOf(type)}`).join(', ')})`;
}

function typeOf(type: string): string {
  const found = type.startsWith('DECIMAL') ? type.replace('DECIMAL', 'numeric') : TYPES[type.startsWith('ENUM') ? 'VARCHAR' : type];
  if (found === undefined) {
    throw new TallyError('ENGINE_FAILED', `no type of the server's for ${type}`);
  }
  return found;
}
