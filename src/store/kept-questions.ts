import { z } from 'zod';
import { storeFailed, type Statements } from './statements';

/** A question that was not answered. Who asked is a mark, taken off again as soon as it has served. */
export interface QuestionRow {
  /** Whose it is: several configurations may share one store, and none of them sees another's. */
  readonly organisation: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly askedBy: string;
  readonly words: string;
  readonly outcome: 'clarify' | 'unknown' | 'no-data';
  readonly reason: string | null;
  readonly unknown: readonly string[];
  readonly options: readonly string[];
  /** JSON, opaque here. */
  readonly query: string | null;
}

type ReadRow = Omit<QuestionRow, 'organisation' | 'askedBy'> & { readonly chosen: { readonly words: string; readonly query: string } | null };

const listSchema = z.array(z.string());
const offeredSchema = z.object({ id: z.number(), options: z.string() });
const rowSchema = z.object({
  kept_at: z.number(), words: z.string(), outcome: z.enum(['clarify', 'unknown', 'no-data']), reason: z.string().nullable(), unknown: z.string(), options: z.string(),
  query: z.string().nullable(), chosen: z.string().nullable(), chosen_query: z.string().nullable(),
});

/** Questions that could not be answered, kept to learn from. Nothing here is part of an audit. */
export class KeptQuestions {
  readonly #statements: Statements;

  constructor(statements: Statements) {
    this.#statements = statements;
  }

  /** @throws TallyError STORE_FAILED */
  async keep({ organisation, at, askedBy, words, outcome, reason, unknown, options, query }: QuestionRow): Promise<void> {
    await this.#statements.run(
      `insert into kept_question (organisation, kept_at, asked_by, words, outcome, reason, unknown, options, query) values (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      [organisation, at, askedBy, words, outcome, reason, JSON.stringify(unknown), JSON.stringify(options), query],
    );
  }

  /**
   * Puts a choice to the latest question, kept by the same mark at `since` or after it, among whose options it is; capitals
   * aside. Where there is none nothing is written.
   * @throws TallyError STORE_FAILED
   */
  async choose({ organisation, askedBy, words, query, since }: { organisation: string; askedBy: string; words: string; query: string; since: number }): Promise<void> {
    const found = await this.#statements.run(
      'select id, options from kept_question where asked_by = ? and kept_at >= ? and organisation = ? order by kept_at desc, id desc', [askedBy, since, organisation],
    );
    const kept = z.array(offeredSchema).safeParse(found.rows);
    if (!kept.success) {
      throw storeFailed('kept_question holds what nobody wrote', kept.error);
    }
    const offered = kept.data.find(({ options }) => listOf(options).some((option) => option.toLowerCase() === words.toLowerCase()));
    if (offered !== undefined) {
      await this.#statements.run('update kept_question set chosen = ?, chosen_query = ? where id = ?', [words, query, offered.id]);
    }
  }

  /**
   * @param since milliseconds since 1970
   * @returns what the organisation kept then or later, the oldest first
   * @throws TallyError STORE_FAILED
   */
  async read(organisation: string, since: number): Promise<readonly ReadRow[]> {
    const found = await this.#statements.run('select * from kept_question where organisation = ? and kept_at >= ? order by kept_at, id', [organisation, since]);
    return found.rows.map((given) => {
      const parsed = rowSchema.safeParse(given);
      if (!parsed.success) {
        throw storeFailed('kept_question holds what nobody wrote', parsed.error);
      }
      const { kept_at: at, unknown, options, chosen, chosen_query: chosenQuery, ...row } = parsed.data;
      return { ...row, at, unknown: listOf(unknown), options: listOf(options), chosen: chosen === null ? null : { words: chosen, query: chosenQuery ?? '' } };
    });
  }

  /**
   * Takes the marks of who asked off the questions kept before this, of every organisation.
   * @throws TallyError STORE_FAILED
   */
  async forgetWho(before: number): Promise<void> {
    await this.#statements.run('update kept_question set asked_by = null where asked_by is not null and kept_at < ?', [before]);
  }

  /**
   * Deletes what was kept before this: of one organisation, or of all where it is null.
   * @throws TallyError STORE_FAILED
   */
  async forget(organisation: string | null, before: number): Promise<void> {
    await this.#statements.run('delete from kept_question where kept_at < ? and organisation = coalesce(?, organisation)', [before, organisation]);
  }
}

function listOf(json: string): readonly string[] {
  return listSchema.parse(JSON.parse(json));
}
