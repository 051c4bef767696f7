import type { Statements } from './statements';

/** Teams repeats a delivery within seconds to minutes; a day is far beyond any repeat. */
const KEPT_MS = 24 * 60 * 60 * 1000;
const SWEEP_EVERY_MS = 60 * 60 * 1000;

/** Which deliveries were taken on already, held across restarts and instances. */
export class AnsweredMessages {
  readonly #statements: Statements;
  #sweptAt = Number.NEGATIVE_INFINITY;

  constructor(statements: Statements) {
    this.#statements = statements;
  }

  /**
   * Takes a delivery on. The primary key decides, so of any number of simultaneous claims exactly one gets true.
   * @param at the instant of the claim, milliseconds since 1970
   * @returns true for the first claim of this conversation and activity, false for every later one
   * @throws TallyError STORE_FAILED
   */
  async claim(conversation: string, activity: string, at: number): Promise<boolean> {
    const claimed = await this.#statements.run(
      'insert into answered_message (conversation, activity, claimed_at) values (?, ?, ?) on conflict do nothing',
      [conversation, activity, at],
    );
    if (at - this.#sweptAt >= SWEEP_EVERY_MS) {
      this.#sweptAt = at;
      await this.#statements.run('delete from answered_message where claimed_at < ?', [at - KEPT_MS]);
    }
    return claimed.rowsAffected === 1;
  }
}
