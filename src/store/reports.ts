import { z } from 'zod';
import { storeFailed, type Statements } from './statements';

const rowSchema = z.object({
  id: z.string(), organisation: z.string(), by: z.string(), by_name: z.string().nullable(), metric: z.string(), owner: z.string(), query: z.string(), snapshot: z.string(), said: z.string(), said_on: z.string(),
  reported_at: z.number(), told: z.enum(['told', 'uncertain', 'not-told']),
});

/** A number that somebody says is wrong. `query` is JSON, opaque here; `at` is in milliseconds since 1970. */
export interface ReportRow {
  readonly id: string;
  readonly organisation: string;
  readonly by: string;
  readonly byName: string | null;
  readonly metric: string;
  readonly owner: string;
  readonly query: string;
  readonly snapshot: string;
  readonly said: string;
  readonly saidOn: string;
  readonly at: number;
}

/** Numbers reported as wrong, each once for whoever reports it on the same data. */
export class Reports {
  readonly #statements: Statements;

  constructor(statements: Statements) {
    this.#statements = statements;
  }

  /**
   * The primary key decides, across instances.
   * @returns false where it was kept before
   * @throws TallyError STORE_FAILED
   */
  async keep({ id, organisation, by, byName, metric, owner, query, snapshot, said, saidOn, at }: ReportRow): Promise<boolean> {
    const kept = await this.#statements.run(
      `insert into reported_number (id, organisation, "by", by_name, metric, owner, query, snapshot, said, said_on, reported_at, told)
       values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'not-told') on conflict do nothing`,
      [id, organisation, by, byName, metric, owner, query, snapshot, said, saidOn, at],
    );
    return kept.rowsAffected === 1;
  }

  /** @returns null where there is none of that id. @throws TallyError STORE_FAILED */
  async told(id: string): Promise<'told' | 'uncertain' | 'not-told' | null> {
    const found = await this.#statements.run('select told from reported_number where id = ?', [id]);
    return rowSchema.shape.told.nullable().catch(null).parse(found.rows[0]?.['told'] ?? null);
  }

  /** @param since milliseconds since 1970. @throws TallyError STORE_FAILED */
  async countBy(by: string, since: number): Promise<number> {
    const found = await this.#statements.run('select count(*) as reported from reported_number where "by" = ? and reported_at >= ?', [by, since]);
    return Number(found.rows[0]?.['reported']);
  }

  /** @throws TallyError STORE_FAILED */
  async tell(id: string, told: 'told' | 'uncertain' | 'not-told'): Promise<void> {
    await this.#statements.run('update reported_number set told = ? where id = ?', [told, id]);
  }

  /**
   * @param since milliseconds since 1970
   * @returns the organisation's reports then or later, the latest first
   * @throws TallyError STORE_FAILED
   */
  async read(organisation: string, since: number): Promise<readonly (ReportRow & { readonly told: 'told' | 'uncertain' | 'not-told' })[]> {
    const found = await this.#statements.run('select * from reported_number where organisation = ? and reported_at >= ? order by reported_at desc, id', [organisation, since]);
    return found.rows.map((row) => {
      const parsed = rowSchema.safeParse(row);
      if (!parsed.success) {
        throw storeFailed('reported_number holds what nobody wrote', parsed.error);
      }
      const { by_name: byName, reported_at: at, said_on: saidOn, ...rest } = parsed.data;
      return { ...rest, byName, saidOn, at };
    });
  }

  /** Deletes what was reported before this. @throws TallyError STORE_FAILED */
  async forget(before: number): Promise<void> {
    await this.#statements.run('delete from reported_number where reported_at < ?', [before]);
  }
}
