import { z } from 'zod';
import { storeFailed, type Statements } from './statements';

const rowSchema = z.object({ conversation: z.string(), service_url: z.string(), tenant: z.string() });

/** A person's own conversation with the bot, as Teams last gave it. */
export interface PersonalChatRow {
  readonly conversation: string;
  readonly serviceUrl: string;
  readonly tenant: string | null;
}

/** An object id as a configuration and Teams may write it alike. */
const asWritten = (person: string): string => person.trim().toLowerCase();

/** Whose own conversation with the bot is known, so that they can be told what they did not ask for just now. */
export class PersonalChats {
  readonly #statements: Statements;

  constructor(statements: Statements) {
    this.#statements = statements;
  }

  /**
   * Repeats write nothing, unless Teams has moved the conversation.
   * @param at milliseconds since 1970
   * @throws TallyError STORE_FAILED
   */
  async remember(person: string, { conversation, serviceUrl, tenant }: PersonalChatRow, at: number): Promise<void> {
    await this.#statements.run(
      `insert into personal_chat (person, tenant, conversation, service_url, changed_at) values (?, ?, ?, ?, ?)
       on conflict (person, tenant) do update set conversation = excluded.conversation, service_url = excluded.service_url, changed_at = excluded.changed_at
       where personal_chat.conversation <> excluded.conversation or personal_chat.service_url <> excluded.service_url`,
      [asWritten(person), tenant ?? '', conversation, serviceUrl, at],
    );
  }

  /** The bot was removed there. @throws TallyError STORE_FAILED */
  async forget(conversation: string): Promise<void> {
    await this.#statements.run('delete from personal_chat where conversation = ?', [conversation]);
  }

  /** @returns null where it is not known. @throws TallyError STORE_FAILED */
  async of(person: string, tenant: string | null): Promise<PersonalChatRow | null> {
    return this.#first('select conversation, service_url, tenant from personal_chat where person = ? and tenant = ?', [asWritten(person), tenant ?? '']);
  }

  /** The same of somebody whose tenant nobody said: an Entra object id is one person's alone. @throws TallyError STORE_FAILED */
  async ofAnyTenant(person: string): Promise<PersonalChatRow | null> {
    return this.#first('select conversation, service_url, tenant from personal_chat where person = ? order by changed_at desc limit 1', [asWritten(person)]);
  }

  async #first(sql: string, args: string[]): Promise<PersonalChatRow | null> {
    const [row] = (await this.#statements.run(sql, args)).rows;
    if (row === undefined) {
      return null;
    }
    const parsed = rowSchema.safeParse(row);
    if (!parsed.success) {
      throw storeFailed('personal_chat holds what nobody wrote', parsed.error);
    }
    const { conversation, service_url: serviceUrl, tenant } = parsed.data;
    return { conversation, serviceUrl, tenant: tenant === '' ? null : tenant };
  }
}
