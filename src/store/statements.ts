import { TallyError } from '../errors';

/** What a statement is given. Numbers are whole where their column is. */
export type Argument = string | number | null;

/** What came of a statement. */
export interface Outcome {
  /** By the columns' names: texts, numbers and nulls, the same on every kind of database. */
  readonly rows: readonly Readonly<Record<string, unknown>>[];
  /** How many rows an insert, update or delete wrote; 0 for a statement that gives rows, which are counted themselves. */
  readonly rowsAffected: number;
}

/**
 * Runs one statement with bound arguments, each a `?`, in SQL that SQLite and PostgreSQL read alike. A statement is
 * atomic by itself, also between instances.
 */
export interface Statements {
  /** @throws TallyError STORE_FAILED; whether the statement took effect is then not known */
  run(sql: string, args?: readonly Argument[]): Promise<Outcome>;
}

/** The statement's first words, for the log: what it does to which table, and nothing of its arguments. */
export function inShort(sql: string): string {
  return sql.trim().split(/\s+/).slice(0, 3).join(' ');
}

/** @param doing what was being done, for the log */
export function storeFailed(doing: string, cause: unknown): TallyError {
  return new TallyError('STORE_FAILED', doing, {
    cause,
    sentence: 'That could not be answered just now. Try again in a minute.',
  });
}
