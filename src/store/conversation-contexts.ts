import type { Statements } from './statements';

/** After this long "and for ENT?" no longer points at anything. */
const KEPT_MS = 30 * 60 * 1000;

/** What each person was about last in each conversation: the query as JSON, and the options of a question back, for half an hour. */
export class ConversationContexts {
  readonly #statements: Statements;

  constructor(statements: Statements) {
    this.#statements = statements;
  }

  /**
   * @param query JSON, opaque here: whoever recalls it validates it
   * @param at milliseconds since 1970
   * @throws TallyError STORE_FAILED
   */
  async remember(conversation: string, asker: string, query: string, at: number): Promise<void> {
    await this.#statements.run(
      `insert into conversation_context (conversation, asker, query, asked_at) values (?, ?, ?, ?)
       on conflict (conversation, asker) do update set query = excluded.query, asked_at = excluded.asked_at
       where excluded.asked_at >= conversation_context.asked_at`,
      [conversation, asker, query, at],
    );
    await this.#statements.run('delete from conversation_context where asked_at < ?', [at - KEPT_MS]);
  }

  /**
   * @param at milliseconds since 1970
   * @returns the last query of the past half hour as it was remembered, or null
   * @throws TallyError STORE_FAILED
   */
  async recall(conversation: string, asker: string, at: number): Promise<string | null> {
    const found = await this.#statements.run(
      'select query from conversation_context where conversation = ? and asker = ? and asked_at >= ?',
      [conversation, asker, at - KEPT_MS],
    );
    const query = found.rows[0]?.['query'];
    return typeof query === 'string' ? query : null;
  }
}
