import { z } from 'zod';
import { storeFailed, type Statements } from './statements';

const rowSchema = z.object({ what: z.string(), query: z.string() });

/** Whose list it is. */
export interface FollowerKey {
  readonly organisation: string;
  readonly person: string;
  readonly tenant: string | null;
}

/** One figure that somebody follows. `query` is JSON, opaque here, and `what` tells two of them apart. */
export type FollowedRow = z.infer<typeof rowSchema>;

/** What people follow, in the order in which they began to. */
export class Followed {
  readonly #statements: Statements;

  constructor(statements: Statements) {
    this.#statements = statements;
  }

  /** @returns false where it was followed already. @throws TallyError STORE_FAILED */
  async add({ organisation, person, tenant }: FollowerKey, { what, query }: FollowedRow, at: number): Promise<boolean> {
    const added = await this.#statements.run(
      'insert into followed (organisation, person, tenant, what, query, followed_at) values (?, ?, ?, ?, ?, ?) on conflict (organisation, person, tenant, what) do nothing',
      [organisation, person, tenant ?? '', what, query, at],
    );
    return added.rowsAffected === 1;
  }

  /** @returns false where it was not followed. @throws TallyError STORE_FAILED */
  async remove({ organisation, person, tenant }: FollowerKey, what: string): Promise<boolean> {
    return (await this.#statements.run('delete from followed where organisation = ? and person = ? and tenant = ? and what = ?', [organisation, person, tenant ?? '', what])).rowsAffected === 1;
  }

  /** @throws TallyError STORE_FAILED */
  async of({ organisation, person, tenant }: FollowerKey): Promise<readonly FollowedRow[]> {
    const { rows } = await this.#statements.run('select what, query from followed where organisation = ? and person = ? and tenant = ? order by followed_at, what', [organisation, person, tenant ?? '']);
    return rows.map((row) => {
      const parsed = rowSchema.safeParse(row);
      if (!parsed.success) {
        throw storeFailed('followed holds what nobody wrote', parsed.error);
      }
      return parsed.data;
    });
  }
}
