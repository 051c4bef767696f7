import { z } from 'zod';
import { storeFailed, type Statements } from './statements';

const rowSchema = z.object({ place: z.string(), conversation: z.string(), kind: z.enum(['personal', 'group', 'channel']), tenant: z.string().nullable(), service_url: z.string() });

/** Where the bot lives: one row a person, group or team. */
export interface InstalledAt {
  /** What it is installed in: `team:<id>`, or the conversation id of a person or a group. */
  readonly place: string;
  readonly conversation: string;
  readonly kind: 'personal' | 'group' | 'channel';
  readonly tenant: string | null;
  readonly serviceUrl: string;
}

/** Installs and removals, remembered so that a place is welcomed once and only a live one is posted to. */
export class Installations {
  readonly #statements: Statements;

  constructor(statements: Statements) {
    this.#statements = statements;
  }

  /**
   * Marks the place as installed. Repeats change nothing but the addresses, which Teams may move.
   * @param at milliseconds since 1970
   * @returns true when the place was not installed before: the moment to say hello
   * @throws TallyError STORE_FAILED
   */
  async install(at: InstalledAt, when: number): Promise<boolean> {
    const fresh = await this.#statements.run(
      `insert into installation (place, conversation, kind, tenant, service_url, state, changed_at)
       values (?, ?, ?, ?, ?, 'installed', ?)
       on conflict (place) do update set conversation = excluded.conversation, kind = excluded.kind,
         tenant = excluded.tenant, service_url = excluded.service_url, state = 'installed', changed_at = excluded.changed_at
       where installation.state = 'removed'`,
      [at.place, at.conversation, at.kind, at.tenant, at.serviceUrl, when],
    );
    if (fresh.rowsAffected === 1) return true;
    await this.#statements.run('update installation set service_url = ? where place = ? and service_url <> ?', [
      at.serviceUrl,
      at.place,
      at.serviceUrl,
    ]);
    return false;
  }

  /**
   * Marks the place as removed, known before or not, and forgets who installed it.
   * @throws TallyError STORE_FAILED
   */
  async remove(at: InstalledAt, when: number): Promise<void> {
    await this.#statements.run('delete from installer where place = ?', [at.place]);
    await this.#statements.run(
      `insert into installation (place, conversation, kind, tenant, service_url, state, changed_at)
       values (?, ?, ?, ?, ?, 'removed', ?)
       on conflict (place) do update set state = 'removed', changed_at = excluded.changed_at`,
      [at.place, at.conversation, at.kind, at.tenant, at.serviceUrl, when],
    );
  }

  /**
   * Who installed the bot somewhere, so that they may change what is posted there.
   * @throws TallyError STORE_FAILED
   */
  async rememberInstaller(place: string, person: string): Promise<void> {
    await this.#statements.run('insert into installer (place, person) values (?, ?) on conflict do nothing', [place, person]);
  }

  /** @throws TallyError STORE_FAILED */
  async isInstaller(place: string, person: string): Promise<boolean> {
    const found = await this.#statements.run('select 1 as found from installer where place = ? and person = ?', [place, person]);
    return found.rows.length === 1;
  }

  /** @returns where it is installed, or null where it is not. @throws TallyError STORE_FAILED */
  async installed(place: string): Promise<InstalledAt | null> {
    const found = await this.#statements.run(`select place, conversation, kind, tenant, service_url from installation where place = ? and state = 'installed'`, [place]);
    const [row] = found.rows;
    if (row === undefined) return null;
    const parsed = rowSchema.safeParse(row);
    if (!parsed.success) throw storeFailed('installation holds what nobody wrote', parsed.error);
    const { service_url: serviceUrl, ...rest } = parsed.data;
    return { ...rest, serviceUrl };
  }

  /**
   * @returns 'installed', 'removed', or null for a place never seen
   * @throws TallyError STORE_FAILED
   */
  async state(place: string): Promise<'installed' | 'removed' | null> {
    const found = await this.#statements.run('select state from installation where place = ?', [place]);
    const state = found.rows[0]?.['state'];
    return state === 'installed' || state === 'removed' ? state : null;
  }
}
