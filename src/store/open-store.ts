import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Client } from '@libsql/client' with { 'resolution-mode': 'import' };
import { AnsweredMessages } from './answered-messages';
import { ConversationContexts } from './conversation-contexts';
import { FrozenScorecards } from './frozen-scorecards';
import { Installations } from './installations';
import { JudgedCards } from './judged-cards';
import { KeptQuestions } from './kept-questions';
import { MIGRATIONS } from './migrations';
import { PersonalChats } from './personal-chats';
import { PostingLedger } from './posting-ledger';
import { Reports } from './reports';
import { codedStatements, storeFailed, type Statements } from './statements';
import { Subscriptions } from './subscriptions';

/** The durable state: one embedded file, safe for several processes on one machine. */
export interface Store {
  readonly answered: AnsweredMessages;
  readonly installations: Installations;
  readonly contexts: ConversationContexts;
  readonly frozen: FrozenScorecards;
  readonly questions: KeptQuestions;
  readonly cards: JudgedCards;
  readonly chats: PersonalChats;
  readonly reports: Reports;
  readonly ledger: PostingLedger;
  readonly subscriptions: Subscriptions;
  /** True when the store answers a query now; never throws. */
  ready(): Promise<boolean>;
  close(): void;
}

/**
 * Opens the state store, creating the file and its folder and bringing the schema up to date.
 * @param url `file:///…/state.db`
 * @param clock milliseconds since 1970, for the record of when a schema version was applied
 * @throws TallyError STORE_FAILED when the file cannot be opened, or was written by a newer version of the program
 */
export async function openStore(url: string, clock: () => number): Promise<Store> {
  const client = await connect(url);
  const statements = codedStatements(client);
  try {
    await statements.run('pragma journal_mode = wal');
    // A claim that is lost in a power cut becomes a second answer: every commit reaches the disk.
    await statements.run('pragma synchronous = full');
    await migrate(client, statements, clock);
  } catch (error) {
    client.close();
    throw error;
  }
  return {
    answered: new AnsweredMessages(statements),
    installations: new Installations(statements),
    contexts: new ConversationContexts(statements),
    frozen: new FrozenScorecards(statements),
    questions: new KeptQuestions(statements),
    cards: new JudgedCards(statements),
    chats: new PersonalChats(statements),
    reports: new Reports(statements),
    ledger: new PostingLedger(statements),
    subscriptions: new Subscriptions(statements),
    ready: () =>
      statements.run('select version from schema_migration limit 1').then(
        () => true,
        () => false,
      ),
    close: () => client.close(),
  };
}

async function connect(url: string): Promise<Client> {
  try {
    // The package's types are those of an ES module; imported so, it loads from CommonJS on every supported Node.
    const { createClient } = await import('@libsql/client');
    mkdirSync(dirname(fileURLToPath(url)), { recursive: true });
    // One connection: the pragmas are set per connection, and statements are short.
    return createClient({ url, concurrency: 1, timeout: 5000 });
  } catch (cause) {
    throw storeFailed(`opening ${url}`, cause);
  }
}

async function migrate(client: Client, statements: Statements, clock: () => number): Promise<void> {
  await statements.run('create table if not exists schema_migration (version integer primary key, applied_at integer not null) strict');
  const found = await statements.run('select coalesce(max(version), 0) as version from schema_migration');
  const current = Number(found.rows[0]?.['version']);
  if (current > MIGRATIONS.length) {
    throw storeFailed(`the store has schema version ${current}; this program knows ${MIGRATIONS.length}`, undefined);
  }
  for (const [index, ddl] of MIGRATIONS.entries()) {
    if (index < current) continue;
    const applied = { sql: 'insert or ignore into schema_migration (version, applied_at) values (?, ?)', args: [index + 1, clock()] };
    try {
      await client.batch([...ddl, applied], 'write');
    } catch (cause) {
      throw storeFailed(`schema version ${index + 1}`, cause);
    }
  }
}
