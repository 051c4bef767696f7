import type { Statements } from './statements';

/** Which Entra group each team is: Teams says so when the bot is added, and not with every message. */
export class TeamGroups {
  readonly #statements: Statements;

  constructor(statements: Statements) {
    this.#statements = statements;
  }

  /** @param team its thread id. @throws TallyError STORE_FAILED */
  async remember(team: string, group: string): Promise<void> {
    await this.#statements.run('insert into team_group (team, entra_group) values (?, ?) on conflict do nothing', [team, group]);
  }

  /** @returns null where it is not known. @throws TallyError STORE_FAILED */
  async of(team: string): Promise<string | null> {
    const found = await this.#statements.run('select entra_group from team_group where team = ?', [team]);
    const group = found.rows[0]?.['entra_group'];
    return typeof group === 'string' ? group : null;
  }
}
