import { randomBytes } from 'node:crypto';
import { AnsweredMessages } from './answered-messages';
import { AuditTrail } from './audit-trail';
import { ConversationContexts } from './conversation-contexts';
import { Followed } from './followed';
import { FrozenScorecards } from './frozen-scorecards';
import { Installations } from './installations';
import { JudgedCards } from './judged-cards';
import { KeptQuestions } from './kept-questions';
import { PersonalChats } from './personal-chats';
import { openPostgres } from './postgres';
import { PostingLedger } from './posting-ledger';
import { keepUnderName } from './renamed';
import { Reports } from './reports';
import { openSqlite } from './sqlite';
import { SeenPlaces } from './seen-places';
import { isServerUrl } from './state-url';
import { Subscriptions } from './subscriptions';
import { TeamGroups } from './team-groups';
import { upgrade } from './upgrade';
import { Watches } from './watches';

/** What is written to see whether anything can be: more than any message takes, and never the same, which would not be written. */
const PROBE_BYTES = 16 * 1024;

/** The durable state: one embedded file, safe for several processes on one machine, or a PostgreSQL server for any number. */
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
  readonly watches: Watches;
  readonly followed: Followed;
  readonly audit: AuditTrail;
  readonly teamGroups: TeamGroups;
  readonly seen: SeenPlaces;
  /** What was kept under an organisation's earlier names is its own. @throws TallyError STORE_FAILED */
  keepUnderName(name: string, formerly: readonly string[]): Promise<void>;
  /** True when the store takes something to keep now: one on a full disk still answers what it holds. Never throws. */
  ready(): Promise<boolean>;
  close(): void;
}

/**
 * Opens the state store, creating a file and its folder, and brings the schema up to date.
 * @param url `file:///…/state.db` or `postgres://user:password@host/database`
 * @param clock milliseconds since 1970, for the record of when a schema version was applied
 * @throws TallyError STORE_FAILED when it cannot be opened, or was written by a newer version of the program
 */
export async function openStore(url: string, clock: () => number): Promise<Store> {
  const database = await (isServerUrl(url) ? openPostgres(url) : openSqlite(url));
  const { statements } = database;
  try {
    await upgrade(database, clock);
  } catch (error) {
    database.close();
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
    watches: new Watches(statements),
    followed: new Followed(statements),
    audit: new AuditTrail(statements),
    teamGroups: new TeamGroups(statements),
    seen: new SeenPlaces(statements),
    keepUnderName: (name, formerly) => keepUnderName(database, name, formerly),
    ready: () =>
      statements.run('insert into readiness (id, filler) values (1, ?) on conflict (id) do update set filler = excluded.filler', [randomBytes(PROBE_BYTES / 2).toString('hex')]).then(
        () => true,
        () => false,
      ),
    close: () => database.close(),
  };
}
