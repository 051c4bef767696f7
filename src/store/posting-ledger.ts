import { z } from 'zod';
import { storeFailed, type Statements } from './statements';

const rowSchema = z.object({
  topic: z.string(), slot: z.string(), state: z.enum(['planned', 'claimed', 'sending', 'sent', 'failed', 'ambiguous', 'skipped']), due_at: z.number(), not_before: z.number(),
  attempts: z.number(), reason: z.string(), message: z.string().nullable(), changed_at: z.number(), shown: z.string().nullable(), asked: z.number(), doubts: z.number(),
});
type State = z.infer<typeof rowSchema>['state'];

interface Key {
  readonly topic: string;
  /** A local date, YYYY-MM-DD. */
  readonly slot: string;
}
interface Row extends Key {
  readonly state: State;
  readonly dueAt: number;
  readonly notBefore: number;
  readonly attempts: number;
  readonly reason: string;
  readonly message: string | null;
  readonly changedAt: number;
  readonly shown: string | null;
  readonly isAsked: boolean;
  readonly doubts: number;
}

const COLUMNS = 'topic, slot, state, due_at, not_before, attempts, reason, message, changed_at, shown, asked, doubts';

/** What was changed so much later than now was changed by a clock that was wrong, and nothing of when it said so counts; milliseconds. Instances differ by less. */
const AHEAD = 5 * 60_000;

/** Whether somebody may take a post on. What was not sent, as a clock that was ahead has it, is as good as planned. */
const FREE = `((state = 'planned' and (not_before <= ? or changed_at > ?)) or (state = 'claimed' and (held_until <= ? or changed_at > ?)) or (state in ('skipped', 'failed') and due_at <= ? and changed_at > ?))`;
const free = (at: number): readonly number[] => [at, at + AHEAD, at, at + AHEAD, at, at + AHEAD];

/** Telling is put off by less; what is further off was put off by a clock that was ahead; milliseconds. */
const FURTHEST_AGAIN = 49 * 60 * 60_000;

/** In `told`: somebody was told. Any other number is the time before which nobody tries to. */
const TOLD = 1;

/** An older program does not write down whose a post is: what it is of says so, and what that was and is no more anybody may set aside. */
const NOT_ANOTHERS = `
  and not exists (select 1 from subscription where subscription.organisation <> ? and (topic = 'digest:' || id or topic like 'digest-notice:' || id || ':%'))
  and not exists (select 1 from watch where watch.organisation <> ? and (topic like 'watch:' || id || ':%' or topic like 'watch-notice:' || id || ':%'))`;

/**
 * What is posted, one row a topic and local date. Every change is one statement that names the state it changes from, so
 * that two instances never both believe that they made it. Times are milliseconds since 1970.
 */
export class PostingLedger {
  readonly #statements: Statements;
  readonly #organisation: string | null;
  /** What is looked for goes by this too: of several organisations, that keep theirs in one place, each sees to its own. */
  readonly #own: string;

  constructor(statements: Statements, organisation: string | null = null) {
    this.#statements = statements;
    this.#organisation = organisation;
    this.#own = organisation === null ? '' : ` and (organisation = ? or (organisation is null${NOT_ANOTHERS}))`;
  }

  /** The same, as far as it is an organisation's. */
  of(organisation: string): PostingLedger {
    return new PostingLedger(this.#statements, organisation);
  }

  /** @returns whether it is new. @throws TallyError STORE_FAILED */
  async plan({ topic, slot }: Key, dueAt: number, at: number): Promise<boolean> {
    return this.#changed(
      `insert into posting (topic, slot, state, due_at, not_before, attempts, reason, told, changed_at, organisation) values (?, ?, 'planned', ?, ?, 0, '', 0, ?, ?) on conflict (topic, slot) do nothing`,
      [topic, slot, dueAt, dueAt, at, this.#organisation],
    );
  }

  /** @throws TallyError STORE_FAILED */
  async due(at: number, most: number): Promise<readonly Row[]> {
    const rows = await this.#rows(`select ${COLUMNS} from posting where ${FREE}${this.#own} order by due_at, topic limit ?`, [...free(at), ...this.#mine(), most]);
    return rows.map((row) => (row.state === 'skipped' || row.state === 'failed' ? { ...row, state: 'planned', reason: '' } : row));
  }

  /** @returns false where it is no longer free. @throws TallyError STORE_FAILED */
  async claim({ topic, slot }: Key, { by, until }: { readonly by: string; readonly until: number }, at: number): Promise<boolean> {
    return this.#changed(
      `update posting set state = 'claimed', held_by = ?, held_until = ?, changed_at = ?, told = case when state in ('skipped', 'failed') then 0 else told end
       where topic = ? and slot = ? and ${FREE}`,
      [by, until, at, topic, slot, ...free(at)],
    );
  }

  /** @returns false where the hold is lost. @throws TallyError STORE_FAILED */
  async release({ topic, slot }: Key, by: string, notBefore: number, reason: string, at: number): Promise<boolean> {
    return this.#changed(
      `update posting set state = 'planned', not_before = ?, reason = ?, held_by = null, held_until = null, changed_at = ?
       where topic = ? and slot = ? and held_by = ? and state in ('claimed', 'sending')`,
      [notBefore, reason, at, topic, slot, by],
    );
  }

  /** @returns false where the hold is lost or has ended. @throws TallyError STORE_FAILED */
  async begin({ topic, slot }: Key, { by, until }: { readonly by: string; readonly until: number }, { reason, shown }: { readonly reason: string; readonly shown: string | null }, at: number): Promise<boolean> {
    return this.#changed(
      `update posting set state = 'sending', attempts = attempts + 1, held_until = ?, reason = ?, shown = ?, changed_at = ?
       where topic = ? and slot = ? and state = 'claimed' and held_by = ? and held_until > ?`,
      [until, reason, shown, at, topic, slot, by, at],
    );
  }

  /** @throws TallyError STORE_FAILED */
  async settle({ topic, slot }: Key, by: string, { state, reason, message }: { readonly state: State; readonly reason: string; readonly message: string | null }, at: number): Promise<void> {
    await this.#statements.run(
      `update posting set state = ?, reason = ?, message = ?, asked = 0, held_until = null, changed_at = ?
       where topic = ? and slot = ? and held_by = ? and (state in ('claimed', 'sending') or (state = 'ambiguous' and ? = 'sent'))`,
      [state, reason, message, at, topic, slot, by, state],
    );
  }

  /** @returns false where somebody has it. @throws TallyError STORE_FAILED */
  async skip({ topic, slot }: Key, reason: string, at: number): Promise<boolean> {
    return this.#changed(
      `update posting set state = 'skipped', reason = ?, changed_at = ? where topic = ? and slot = ? and (state = 'planned' or (state = 'claimed' and held_until <= ?))`, [reason, at, topic, slot, at],
    );
  }

  /** @throws TallyError STORE_FAILED */
  async giveUp(at: number): Promise<void> {
    await this.#statements.run(
      `update posting set state = 'ambiguous', reason = ?, changed_at = ? where state = 'sending' and (held_until <= ? or changed_at > ?)${this.#own}`, ['Tally stopped while it was being sent', at, at, at + AHEAD, ...this.#mine()],
    );
  }

  /**
   * What had not been settled may have been sent since by somebody who does not know this ledger any more.
   * @returns of how many posts it is now not known whether they arrived. @throws TallyError STORE_FAILED
   */
  async doubt(reason: string, at: number): Promise<number> {
    const doubted = await this.#statements.run(
      `update posting set state = 'ambiguous', reason = ?, told = 0, doubts = 0, held_by = null, held_until = null, changed_at = ? where state in ('planned', 'claimed', 'sending') and due_at <= ?`, [reason, at, at],
    );
    return doubted.rowsAffected;
  }

  /** @returns false where it is not ambiguous. @throws TallyError STORE_FAILED */
  async confirm({ topic, slot }: Key, at: number): Promise<boolean> {
    return this.#changed(`update posting set state = 'sent', changed_at = ? where topic = ? and slot = ? and state = 'ambiguous'`, [at, topic, slot]);
  }

  /** @returns false for what neither failed, was skipped nor is ambiguous. @throws TallyError STORE_FAILED */
  async again({ topic, slot }: Key, at: number): Promise<boolean> {
    return this.#changed(
      `update posting set state = 'planned', asked = 1, reason = '', not_before = ?, told = 0, doubts = 0, held_by = null, held_until = null, changed_at = ?
       where topic = ? and slot = ? and state in ('failed', 'skipped', 'ambiguous')`,
      [at, at, topic, slot],
    );
  }

  /** @returns false where somebody has it, or that date has one. @throws TallyError STORE_FAILED */
  async redate({ topic, slot }: Key, to: string, at: number): Promise<boolean> {
    return this.#changed(
      `update posting set slot = ?, due_at = ?, not_before = ?, reason = '', held_by = null, held_until = null, changed_at = ?
       where topic = ? and slot = ? and (state = 'planned' or (state = 'claimed' and held_until <= ?)) and not exists (select 1 from posting as other where other.topic = ? and other.slot = ?)`,
      [to, at, at, at, topic, slot, at, topic, to],
    );
  }

  /** @returns false where the hold is lost. @throws TallyError STORE_FAILED */
  async drop({ topic, slot }: Key, by: string): Promise<boolean> {
    return this.#changed(`delete from posting where topic = ? and slot = ? and state = 'claimed' and held_by = ?`, [topic, slot, by]);
  }

  /** @throws TallyError STORE_FAILED */
  async untold(at: number, most: number): Promise<readonly Row[]> {
    return this.#rows(`select ${COLUMNS} from posting where told <> ${TOLD} and (told <= ? or told > ?) and state in ('failed', 'ambiguous')${this.#own} order by due_at, topic limit ?`, [at, at + FURTHEST_AGAIN, ...this.#mine(), most]);
  }

  /** @returns false where somebody else has, or it has become something else since. @throws TallyError STORE_FAILED */
  async tell({ topic, slot, changedAt }: Pick<Row, keyof Key | 'changedAt'>, until: number, at: number): Promise<boolean> {
    return this.#changed(
      `update posting set told = ? where topic = ? and slot = ? and told <> ${TOLD} and (told <= ? or told > ?) and state in ('failed', 'ambiguous') and changed_at = ?`, [until, topic, slot, at, at + FURTHEST_AGAIN, changedAt],
    );
  }

  /** @throws TallyError STORE_FAILED */
  async told({ topic, slot }: Key, until: number, { again, doubts }: { readonly again: number | null; readonly doubts: number }): Promise<void> {
    await this.#statements.run('update posting set told = ?, doubts = ? where topic = ? and slot = ? and told = ?', [again ?? TOLD, doubts, topic, slot, until]);
  }

  /** @throws TallyError STORE_FAILED */
  async unfinished(): Promise<number> {
    const found = await this.#statements.run(`select count(*) as unfinished from posting where state in ('planned', 'claimed', 'sending')`);
    return Number(found.rows[0]?.['unfinished']);
  }

  /** How many posts are in each state, and when the earliest of them was due; notices, which wait for whoever has not written yet, are none of them. @throws TallyError STORE_FAILED */
  async standing(): Promise<readonly { readonly state: string; readonly posts: number; readonly earliest: number }[]> {
    const { rows } = await this.#statements.run(`select state, count(*) as posts, min(due_at) as earliest from posting where topic not like 'digest-notice:%' and topic not like 'watch-notice:%' group by state`);
    return rows.map((row) => ({ state: String(row['state']), posts: Number(row['posts']), earliest: Number(row['earliest']) }));
  }

  /** @throws TallyError STORE_FAILED */
  async history(topic: string, most: number): Promise<readonly Row[]> {
    return this.#rows(`select ${COLUMNS} from posting where topic = ? order by slot desc limit ?`, [topic, most]);
  }

  /** @throws TallyError STORE_FAILED */
  async forget(before: number): Promise<void> {
    await this.#statements.run(`delete from posting where due_at < ? and state in ('sent', 'failed', 'ambiguous', 'skipped')`, [before]);
  }

  #mine(): readonly string[] {
    return this.#organisation === null ? [] : [this.#organisation, this.#organisation, this.#organisation];
  }

  async #changed(sql: string, args: (string | number | null)[]): Promise<boolean> {
    return (await this.#statements.run(sql, args)).rowsAffected === 1;
  }

  async #rows(sql: string, args: (string | number)[]): Promise<readonly Row[]> {
    const { rows } = await this.#statements.run(sql, args);
    return rows.map((row) => {
      const parsed = rowSchema.safeParse(row);
      if (!parsed.success) {
        throw storeFailed('posting holds what nobody wrote', parsed.error);
      }
      const { due_at: dueAt, not_before: notBefore, changed_at: changedAt, asked, ...rest } = parsed.data;
      return { ...rest, dueAt, notBefore, changedAt, isAsked: asked === 1 };
    });
  }
}
