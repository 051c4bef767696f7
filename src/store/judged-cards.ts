import { z } from 'zod';
import { storeFailed, type Statements } from './statements';

const dislikedSchema = z.object({ query: z.string(), snapshot: z.string().nullable(), disliked_at: z.number() });

/** A card that was posted: which query it answers, on which data. */
export interface PostedCardRow {
  readonly organisation: string;
  /** A mark of the message it was posted as. */
  readonly card: string;
  /** JSON, opaque here. */
  readonly query: string;
  readonly snapshot: string | null;
  /** Milliseconds since 1970. */
  readonly at: number;
}

/** Cards as long as they may be judged, and the thumbs-down on them. */
export class JudgedCards {
  readonly #statements: Statements;

  constructor(statements: Statements) {
    this.#statements = statements;
  }

  /** @throws TallyError STORE_FAILED */
  async posted({ organisation, card, query, snapshot, at }: PostedCardRow): Promise<void> {
    await this.#statements.run(
      'insert into posted_card (card, organisation, query, snapshot, posted_at) values (?, ?, ?, ?, ?) on conflict do nothing', [card, organisation, query, snapshot, at],
    );
  }

  /**
   * Keeps a thumbs-down on a card that was posted at `since` or after it. The primary key decides, so that one mark of
   * who judges counts once, across instances.
   * @returns false where there is no such card, or it was judged by the same before
   * @throws TallyError STORE_FAILED
   */
  async dislike({ card, judgedBy, at, since }: { card: string; judgedBy: string; at: number; since: number }): Promise<boolean> {
    const kept = await this.#statements.run(
      `insert into disliked_card (judged_by, organisation, query, snapshot, disliked_at)
       select ?, organisation, query, snapshot, ? from posted_card where card = ? and posted_at >= ? on conflict do nothing`,
      [judgedBy, at, card, since],
    );
    return kept.rowsAffected === 1;
  }

  /**
   * @param since milliseconds since 1970
   * @returns the organisation's thumbs-down then or later, the oldest first
   * @throws TallyError STORE_FAILED
   */
  async read(organisation: string, since: number): Promise<readonly { readonly at: number; readonly query: string; readonly snapshot: string | null }[]> {
    const found = await this.#statements.run(
      'select query, snapshot, disliked_at from disliked_card where organisation = ? and disliked_at >= ? order by disliked_at, judged_by', [organisation, since],
    );
    return found.rows.map((row) => {
      const parsed = dislikedSchema.safeParse(row);
      if (!parsed.success) {
        throw storeFailed('disliked_card holds what nobody wrote', parsed.error);
      }
      const { query, snapshot, disliked_at: at } = parsed.data;
      return { at, query, snapshot };
    });
  }

  /** @throws TallyError STORE_FAILED */
  async forgetPosted(before: number): Promise<void> {
    await this.#statements.run('delete from posted_card where posted_at < ?', [before]);
  }

  /**
   * Deletes the thumbs-down kept before this: of one organisation, or of all where it is null.
   * @throws TallyError STORE_FAILED
   */
  async forget(organisation: string | null, before: number): Promise<void> {
    await this.#statements.run('delete from disliked_card where disliked_at < ? and organisation = coalesce(?, organisation)', [before, organisation]);
  }
}
