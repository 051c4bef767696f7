import { z } from 'zod';
import { storeFailed, type Argument, type Statements } from './statements';

const rowSchema = z.object({
  organisation: z.string(), answered_at: z.number(), tenant: z.string().nullable(), who: z.string(), place: z.enum(['personal', 'group', 'channel', 'terminal']), conversation: z.string(),
  way: z.enum(['chat', 'button', 'refresh', 'search', 'digest', 'watch', 'report', 'terminal']), query: z.string().nullable(), snapshot: z.string().nullable(), outcome: z.string(),
  reason: z.string().nullable(), suppression: z.enum(['none', 'applied', 'lifted']),
});

/** One answer that left. `query` is JSON, opaque here; `at` is in milliseconds since 1970. */
export type AuditRow = Readonly<Omit<z.infer<typeof rowSchema>, 'answered_at'> & { at: number }>;

/**
 * Who asked what: rows are added, read, and deleted when they are old. There is no way to change one, here or in the database,
 * which refuses it: what was recorded under an earlier name of the organisation stays under that name.
 */
export class AuditTrail {
  readonly #statements: Statements;

  constructor(statements: Statements) {
    this.#statements = statements;
  }

  /** @throws TallyError STORE_FAILED */
  async append(row: AuditRow): Promise<void> {
    await this.#statements.run(
      `insert into audit_trail (organisation, answered_at, tenant, who, place, conversation, way, query, snapshot, outcome, reason, suppression)
       values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      [row.organisation, row.at, row.tenant, row.who, row.place, row.conversation, row.way, row.query, row.snapshot, row.outcome, row.reason, row.suppression],
    );
  }

  /**
   * @param organisations every name the organisation has or had
   * @param since milliseconds since 1970
   * @param who one person's alone, capitals aside; everybody's where it is null
   * @returns the organisation's rows then or later, in the order they were written
   * @throws TallyError STORE_FAILED
   */
  async read(organisations: readonly string[], since: number, who: string | null): Promise<readonly AuditRow[]> {
    const args: Argument[] = [...organisations, since, ...(who === null ? [] : [who])];
    const found = await this.#statements.run(
      `select * from audit_trail where ${isOneOf(organisations)} and answered_at >= ?${who === null ? '' : ' and lower(who) = lower(?)'} order by id`, args,
    );
    return found.rows.map((row) => {
      const parsed = rowSchema.safeParse(row);
      if (!parsed.success) {
        throw storeFailed('audit_trail holds what nobody wrote', parsed.error);
      }
      const { answered_at: at, ...rest } = parsed.data;
      return { ...rest, at };
    });
  }

  /** Deletes the organisation's rows from before this. @throws TallyError STORE_FAILED */
  async forget(organisations: readonly string[], before: number): Promise<void> {
    await this.#statements.run(`delete from audit_trail where ${isOneOf(organisations)} and answered_at < ?`, [...organisations, before]);
  }
}

const isOneOf = (organisations: readonly string[]): string => `organisation in (${organisations.map(() => '?').join(', ')})`;
