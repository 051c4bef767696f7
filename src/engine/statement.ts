import { DummyDriver, Kysely, PostgresAdapter, PostgresIntrospector, PostgresQueryCompiler, type CompiledQuery } from 'kysely';
import { TallyError } from '../errors';
import type { SqlValue } from './snapshot';

type Tables = Record<string, Record<string, SqlValue>>;

/** Builds SQL and never runs it: statements go to whatever engine holds the snapshot. */
export const builder = new Kysely<Tables>({
  dialect: {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (db) => new PostgresIntrospector(db),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  },
});

export interface Statement {
  readonly sql: string;
  readonly parameters: readonly SqlValue[];
}

/** A compiled query with parameters that every engine can bind. Throws ENGINE_FAILED for one that none can. */
export function statementOf({ sql, parameters }: Pick<CompiledQuery, 'sql' | 'parameters'>): Statement {
  return { sql, parameters: parameters.map(bindable) };
}

function bindable(parameter: unknown): SqlValue {
  if (typeof parameter === 'string' || typeof parameter === 'number' || typeof parameter === 'boolean' || parameter === null) {
    return parameter;
  }
  throw new TallyError('ENGINE_FAILED', `a parameter of type ${typeof parameter} cannot be bound`);
}
