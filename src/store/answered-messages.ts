import type { Owed } from '../delivery/owed';
import { addressSchema } from './kept-address';
import type { Statements } from './statements';

/** Teams repeats a delivery within seconds to minutes; a day is far beyond any repeat. */
const KEPT_MS = 24 * 60 * 60 * 1000;
const SWEEP_EVERY_MS = 60 * 60 * 1000;

/** Which deliveries were taken on already, and which of them are still owed an answer; held across restarts and instances. */
export class AnsweredMessages {
  readonly #statements: Statements;
  #sweptAt = Number.NEGATIVE_INFINITY;

  constructor(statements: Statements) {
    this.#statements = statements;
  }

  /**
   * Takes a delivery on. The primary key decides, so of any number of simultaneous claims exactly one gets true.
   * @param at the instant of the claim, milliseconds since 1970
   * @param owed to whom an answer is owed from now on, and until when nobody else is to see to it; null where to nobody
   * @returns true for the first claim of this conversation and activity, false for every later one
   * @throws TallyError STORE_FAILED
   */
  async claim(conversation: string, activity: string, at: number, owed: Pick<Owed, 'to' | 'until'> | null = null): Promise<boolean> {
    const claimed = await this.#statements.run(
      'insert into answered_message (conversation, activity, claimed_at, owed_to, owed_until) values (?, ?, ?, ?, ?) on conflict do nothing',
      [conversation, activity, at, owed === null ? null : JSON.stringify(owed.to), owed?.until ?? null],
    );
    if (at - this.#sweptAt >= SWEEP_EVERY_MS) {
      this.#sweptAt = at;
      await this.#statements.run('delete from answered_message where claimed_at < ?', [at - KEPT_MS]);
    }
    return claimed.rowsAffected === 1;
  }

  /** Whoever wrote has been answered, or cannot be. @throws TallyError STORE_FAILED */
  async settle(conversation: string, activity: string): Promise<void> {
    await this.#statements.run('update answered_message set owed_to = null, owed_until = null where conversation = ? and activity = ? and owed_until is not null', [conversation, activity]);
  }

  /** What is owed and nobody sees to at `at`, the longest owed first. @throws TallyError STORE_FAILED */
  async owed(at: number, most: number): Promise<readonly Owed[]> {
    const { rows } = await this.#statements.run('select conversation, activity, claimed_at, owed_to, owed_until from answered_message where owed_until <= ? order by claimed_at limit ?', [at, most]);
    return rows.map((row) => ({
      conversation: String(row['conversation']), activity: String(row['activity']), at: Number(row['claimed_at']),
      to: addressSchema.parse(JSON.parse(String(row['owed_to']))), until: Number(row['owed_until']),
    }));
  }

  /** Takes on, until a time, to see to what is owed. @returns false where somebody else has since it was read. @throws TallyError STORE_FAILED */
  async take({ conversation, activity, until }: Owed, mineUntil: number): Promise<boolean> {
    const taken = await this.#statements.run('update answered_message set owed_until = ? where conversation = ? and activity = ? and owed_until = ?', [mineUntil, conversation, activity, until]);
    return taken.rowsAffected === 1;
  }
}
