import type { Statements } from './statements';

/** What Teams has said of a channel, a team, or a group: null where it has not. */
export interface SeenPlace {
  /** Whether others than the members of the team, or of the chat, read it too. */
  readonly isShared: boolean | null;
  readonly name: string | null;
}

/** Places as Teams has shown them, by their ids: what is configured by id alone is known by this. */
export class SeenPlaces {
  readonly #statements: Statements;

  constructor(statements: Statements) {
    this.#statements = statements;
  }

  /** What is null stays as it was. A place that was seen to be shared stays so: no kind of channel becomes another. @throws TallyError STORE_FAILED */
  async remember(place: string, { isShared, name }: SeenPlace): Promise<void> {
    await this.#statements.run(
      `insert into seen_place (place, shared, name) values (?, ?, ?)
       on conflict (place) do update set shared = case when seen_place.shared = 1 then 1 else coalesce(excluded.shared, seen_place.shared) end, name = coalesce(excluded.name, seen_place.name)`,
      [place, isShared === null ? null : Number(isShared), name],
    );
  }

  /** @throws TallyError STORE_FAILED */
  async of(place: string): Promise<SeenPlace> {
    const [row] = (await this.#statements.run('select shared, name from seen_place where place = ?', [place])).rows;
    const { shared = null, name = null } = row ?? {};
    return { isShared: shared === null ? null : Number(shared) === 1, name: typeof name === 'string' ? name : null };
  }
}
