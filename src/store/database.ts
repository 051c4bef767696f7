import type { Argument, Statements } from './statements';

export interface Statement {
  readonly sql: string;
  readonly args?: readonly Argument[];
}

/** A database that holds the state, of either kind. */
export interface Database {
  readonly statements: Statements;
  /** A statement of the schema as this kind of database says it; `migrations.ts` writes SQLite's. */
  schema(sql: string): string;
  /**
   * Runs statements of the schema, or such as take as long, in order, all of them or none, while no other instance does.
   * @throws TallyError STORE_FAILED
   */
  change(statements: readonly Statement[]): Promise<void>;
  /** Statements from now on fail; those under way may still end. Closing twice is closing once. */
  close(): void;
}
