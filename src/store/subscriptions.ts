import { z } from 'zod';
import { addressSchema } from './kept-address';
import { storeFailed, type Statements } from './statements';

const STANDINGS = ['active', 'paused', 'suspended', 'stopped'] as const;
const scheduleSchema = z.strictObject({ every: z.enum(['week', 'month', 'working-day']), on: z.number().nullable(), at: z.string(), zone: z.string() });
const rowSchema = z.object({
  id: z.string(), organisation: z.string(), name: z.string(), query: z.string(), schedule: z.string(), address: z.string(), person: z.string().nullable(), set_up_by: z.string(),
  set_up_by_name: z.string().nullable(), standing: z.enum(STANDINGS), why: z.string(), since: z.number(),
});

type Address = z.infer<typeof addressSchema>;
type Schedule = z.infer<typeof scheduleSchema>;

/** A digest as it is kept. `query` is JSON, opaque here; times are milliseconds since 1970. */
export interface SubscriptionRow {
  readonly id: string;
  readonly organisation: string;
  readonly name: string;
  readonly query: string;
  readonly schedule: Schedule;
  readonly to: Address;
  readonly person: string | null;
  readonly setUpBy: { readonly id: string; readonly name: string | null };
  readonly standing: (typeof STANDINGS)[number];
  readonly why: string;
  readonly since: number;
}

type Changes = Partial<Omit<SubscriptionRow, 'id' | 'organisation'>>;

const COLUMNS = 'id, organisation, name, query, schedule, address, person, set_up_by, set_up_by_name, standing, why, since';

/** Digests that people have set up. */
export class Subscriptions {
  readonly #statements: Statements;

  constructor(statements: Statements) {
    this.#statements = statements;
  }

  /** A repeat of the same id writes nothing. @throws TallyError STORE_FAILED */
  async create(one: SubscriptionRow, at: number): Promise<void> {
    await this.#statements.run(
      `insert into subscription (${COLUMNS}, changed_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (id) do nothing`,
      [one.id, one.organisation, one.name, one.query, JSON.stringify(one.schedule), JSON.stringify(one.to), one.person, one.setUpBy.id, one.setUpBy.name, one.standing, one.why, one.since, at],
    );
  }

  /** A stopped one is changed by nothing but its being put back. @returns false where it is not there, or stopped. @throws TallyError STORE_FAILED */
  async change(id: string, changes: Changes, at: number): Promise<boolean> {
    return this.#change(id, changes, at, `standing <> 'stopped'`);
  }

  /** Begins a stopped one anew, as these changes have it. @returns false where it is not there, or not stopped. @throws TallyError STORE_FAILED */
  async putBack(id: string, changes: Changes & Pick<SubscriptionRow, 'standing' | 'since'>, at: number): Promise<boolean> {
    return this.#change(id, changes, at, `standing = 'stopped'`);
  }

  /** Nothing that came due before this is posted by itself any more. @throws TallyError STORE_FAILED */
  async beginAt(at: number): Promise<void> {
    await this.#statements.run('update subscription set since = ?, changed_at = ? where since < ?', [at, at, at]);
  }

  /** @throws TallyError STORE_FAILED */
  async get(id: string): Promise<SubscriptionRow | null> {
    return (await this.#rows(`select ${COLUMNS} from subscription where id = ?`, [id]))[0] ?? null;
  }

  /** @throws TallyError STORE_FAILED */
  async all(organisation: string): Promise<readonly SubscriptionRow[]> {
    return this.#rows(`select ${COLUMNS} from subscription where organisation = ? and standing <> 'stopped' order by name, id`, [organisation]);
  }

  async #change(id: string, { name, query, schedule, standing, why, since, to, person, setUpBy }: Changes, at: number, only: string): Promise<boolean> {
    const changed = await this.#statements.run(
      `update subscription set name = coalesce(?, name), schedule = coalesce(?, schedule), standing = coalesce(?, standing), why = coalesce(?, why), since = coalesce(?, since),
         address = coalesce(?, address), query = coalesce(?, query), person = case when ? = 1 then ? else person end, set_up_by = coalesce(?, set_up_by), set_up_by_name = coalesce(?, set_up_by_name), changed_at = ? where id = ? and ${only}`,
      [name ?? null, schedule === undefined ? null : JSON.stringify(schedule), standing ?? null, why ?? null, since ?? null, to === undefined ? null : JSON.stringify(to), query ?? null, person === undefined ? 0 : 1, person ?? null, setUpBy?.id ?? null, setUpBy?.name ?? null, at, id],
    );
    return changed.rowsAffected === 1;
  }

  async #rows(sql: string, args: string[]): Promise<readonly SubscriptionRow[]> {
    const { rows } = await this.#statements.run(sql, args);
    return rows.map((row) => {
      try {
        const { set_up_by: id, set_up_by_name: name, address, schedule, ...rest } = rowSchema.parse(row);
        return { ...rest, schedule: scheduleSchema.parse(JSON.parse(schedule)), to: addressSchema.parse(JSON.parse(address)), setUpBy: { id, name } };
      } catch (cause) {
        throw storeFailed('subscription holds what nobody wrote', cause);
      }
    });
  }
}
