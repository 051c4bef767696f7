import { z } from 'zod';
import { addressSchema } from './kept-address';
import { storeFailed, type Statements } from './statements';

const conditionSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('threshold'), op: z.enum(['above', 'below']), value: z.number() }), z.strictObject({ kind: z.literal('special-cause') }),
]);
const crossingSchema = z.strictObject({ snapshot: z.string(), slot: z.string(), mark: z.string(), words: z.string() });
const rowSchema = z.object({
  id: z.string(), organisation: z.string(), name: z.string(), query: z.string(), condition: z.string(), address: z.string(), person: z.string().nullable(), set_up_by: z.string(), set_up_by_name: z.string().nullable(),
  standing: z.enum(['active', 'suspended', 'stopped']), why: z.string(), muted_to: z.string().nullable(), fired: z.string(), crossing: z.string().nullable(), planned: z.number(), judged: z.string(), checked: z.string(),
  unjudged: z.string(), turn: z.number(), since: z.number(),
});

/** An alert as it is kept. `query` is JSON, opaque here; `since` is milliseconds since 1970. */
export interface WatchRow {
  readonly id: string;
  readonly organisation: string;
  readonly name: string;
  readonly query: string;
  readonly condition: z.infer<typeof conditionSchema>;
  readonly to: z.infer<typeof addressSchema>;
  readonly person: string | null;
  readonly setUpBy: { readonly id: string; readonly name: string | null };
  readonly standing: 'active' | 'suspended' | 'stopped';
  readonly why: string;
  readonly mutedTo: string | null;
  readonly fired: string;
  readonly crossing: z.infer<typeof crossingSchema> | null;
  readonly isPlanned: boolean;
  readonly judged: string;
  readonly checked: string;
  readonly unjudged: string;
  readonly turn: number;
  readonly since: number;
}

const COLUMNS = 'id, organisation, name, query, condition, address, person, set_up_by, set_up_by_name, standing, why, muted_to, fired, crossing, planned, judged, checked, unjudged, turn, since';

/** Alerts that people have set up, and what each was last found to be. */
export class Watches {
  readonly #statements: Statements;

  constructor(statements: Statements) {
    this.#statements = statements;
  }

  /** A repeat of the same id writes nothing. @throws TallyError STORE_FAILED */
  async create(one: WatchRow, at: number): Promise<void> {
    await this.#statements.run(
      `insert into watch (${COLUMNS}, changed_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (id) do nothing`,
      [
        one.id, one.organisation, one.name, one.query, JSON.stringify(one.condition), JSON.stringify(one.to), one.person, one.setUpBy.id, one.setUpBy.name, one.standing, one.why, one.mutedTo, one.fired,
        one.crossing === null ? null : JSON.stringify(one.crossing), one.isPlanned ? 1 : 0, one.judged, one.checked, one.unjudged, one.turn, one.since, at,
      ],
    );
  }

  /**
   * What a look at its figure came to, all of it in one statement, so that of two instances that look at once one is told no.
   * @returns false where somebody else has looked since it was read, or it is not active any more
   * @throws TallyError STORE_FAILED
   */
  async found(
    { id, turn }: Pick<WatchRow, 'id' | 'turn'>, { fired, crossing, isPlanned, judged, checked, unjudged }: Pick<WatchRow, 'fired' | 'crossing' | 'isPlanned' | 'judged' | 'checked' | 'unjudged'>, at: number,
  ): Promise<boolean> {
    const changed = await this.#statements.run(
      `update watch set fired = ?, crossing = ?, planned = ?, judged = ?, checked = ?, unjudged = ?, turn = turn + 1, changed_at = ? where id = ? and turn = ? and standing = 'active'`,
      [fired, crossing === null ? null : JSON.stringify(crossing), isPlanned ? 1 : 0, judged, checked, unjudged, at, id, turn],
    );
    return changed.rowsAffected === 1;
  }

  /** The crossing of that turn stands in the ledger. @throws TallyError STORE_FAILED */
  async planned({ id, turn }: Pick<WatchRow, 'id' | 'turn'>): Promise<void> {
    await this.#statements.run('update watch set planned = 1 where id = ? and turn = ?', [id, turn]);
  }

  /** Nothing makes a stopped one anything else. @returns false where it is not there, or stopped. @throws TallyError STORE_FAILED */
  async stand(id: string, standing: WatchRow['standing'], why: string, at: number): Promise<boolean> {
    const since = standing === 'active' ? at : null;
    return (await this.#statements.run(`update watch set standing = ?, why = ?, since = coalesce(?, since), changed_at = ? where id = ? and standing <> 'stopped'`, [standing, why, since, at, id])).rowsAffected === 1;
  }

  /** One that is suspended for that reason, and no other, is active again, since a time. @throws TallyError STORE_FAILED */
  async goOn(id: string, why: string, since: number, at: number): Promise<void> {
    await this.#statements.run(`update watch set standing = 'active', why = '', since = ?, changed_at = ? where id = ? and standing = 'suspended' and why = ?`, [since, at, id, why]);
  }

  /** @param to the last day of quiet; null where it is to be heard. @throws TallyError STORE_FAILED */
  async mute(id: string, to: string | null, at: number): Promise<void> {
    await this.#statements.run('update watch set muted_to = ?, changed_at = ? where id = ?', [to, at, id]);
  }

  /** @throws TallyError STORE_FAILED */
  async get(id: string): Promise<WatchRow | null> {
    return (await this.#rows(`select ${COLUMNS} from watch where id = ?`, [id]))[0] ?? null;
  }

  /** Those of the organisation that are not stopped, by name. @throws TallyError STORE_FAILED */
  async all(organisation: string): Promise<readonly WatchRow[]> {
    return this.#rows(`select ${COLUMNS} from watch where organisation = ? and standing <> 'stopped' order by name, id`, [organisation]);
  }

  async #rows(sql: string, args: string[]): Promise<readonly WatchRow[]> {
    const { rows } = await this.#statements.run(sql, args);
    return rows.map((row) => {
      try {
        const { set_up_by: id, set_up_by_name: name, address, condition, muted_to: mutedTo, crossing, planned, ...rest } = rowSchema.parse(row);
        return {
          ...rest, mutedTo, isPlanned: planned === 1, condition: conditionSchema.parse(JSON.parse(condition)), to: addressSchema.parse(JSON.parse(address)), setUpBy: { id, name },
          crossing: crossing === null ? null : crossingSchema.parse(JSON.parse(crossing)),
        };
      } catch (cause) {
        throw storeFailed('watch holds what nobody wrote', cause);
      }
    });
  }
}
