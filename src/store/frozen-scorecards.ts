import { storeFailed, type Statements } from './statements';

/** A scorecard kept under a name: its query and its answer as JSON, opaque here. */
export interface FrozenRow {
  /** Whose it is: several configurations may share one store, and none of them sees another's. */
  readonly organisation: string;
  /** As it was typed. */
  readonly name: string;
  readonly scorecard: string;
  readonly query: string;
  readonly answer: string;
  readonly snapshot: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly by: string;
}

/** Scorecards kept as they stood ("board pack July"). One is written once and never changed. */
export class FrozenScorecards {
  readonly #statements: Statements;

  constructor(statements: Statements) {
    this.#statements = statements;
  }

  /**
   * Keeps a scorecard. Names that differ only in case or spaces are the same name.
   * @returns false where the name is taken already, and nothing was written
   * @throws TallyError STORE_FAILED
   */
  async keep({ organisation, name, scorecard, query, answer, snapshot, at, by }: FrozenRow): Promise<boolean> {
    const kept = await this.#statements.run(
      `insert into kept_scorecard (organisation, folded, name, scorecard, query, answer, snapshot, frozen_at, frozen_by)
       values (?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing`,
      [organisation, folded(name), name.trim(), scorecard, query, answer, snapshot, at, by],
    );
    return kept.rowsAffected === 1;
  }

  /**
   * @returns the organisation's scorecard of that name, or null
   * @throws TallyError STORE_FAILED
   */
  async find(organisation: string, name: string): Promise<FrozenRow | null> {
    const found = await this.#statements.run('select * from kept_scorecard where organisation = ? and folded = ?', [organisation, folded(name)]);
    const [row] = found.rows;
    return row === undefined ? null : {
      organisation: text(row, 'organisation'), name: text(row, 'name'), scorecard: text(row, 'scorecard'), query: text(row, 'query'), answer: text(row, 'answer'),
      snapshot: text(row, 'snapshot'), at: Number(row['frozen_at']), by: text(row, 'frozen_by'),
    };
  }

  /**
   * @returns every name that the organisation uses with the query it was kept with, the newest first
   * @throws TallyError STORE_FAILED
   */
  async names(organisation: string): Promise<readonly { readonly name: string; readonly query: string }[]> {
    const found = await this.#statements.run('select name, query from kept_scorecard where organisation = ? order by frozen_at desc, folded', [organisation]);
    return found.rows.map((row) => ({ name: text(row, 'name'), query: text(row, 'query') }));
  }
}

function folded(name: string): string {
  return name.normalize('NFKC').trim().replace(/\s+/g, ' ').toLocaleLowerCase('en-GB');
}

/** A column that the schema holds as text. Throws STORE_FAILED for anything else. */
function text(row: Readonly<Record<string, unknown>>, column: string): string {
  const value = row[column];
  if (typeof value !== 'string') {
    throw storeFailed(`kept_scorecard.${column} is no text`, undefined);
  }
  return value;
}
