/**
 * The schema of the state store, one entry a version, oldest first. Entries are only ever added: a store that has
 * served is never rebuilt. Written once, in SQLite's words; `postgres-schema.ts` says what PostgreSQL reads for them. So:
 * columns are `text`, `integer` (milliseconds too) or `real`, a key that counts itself is `integer primary key`, tables end
 * in `strict` or `strict, without rowid`, names that are words of SQL stand in double quotes, and a trigger refuses and does
 * nothing else, in the words that those of the audit trail have.
 */
export const MIGRATIONS: readonly (readonly string[])[] = [
  [
    `create table if not exists answered_message (
       conversation text not null,
       activity text not null,
       claimed_at integer not null,
       primary key (conversation, activity)
     ) strict, without rowid`,
    'create index if not exists answered_message_claimed_at on answered_message (claimed_at)',
    `create table if not exists installation (
       place text primary key,
       conversation text not null,
       kind text not null,
       tenant text,
       service_url text not null,
       state text not null check (state in ('installed', 'removed')),
       changed_at integer not null
     ) strict, without rowid`,
    `create table if not exists conversation_context (
       conversation text not null,
       asker text not null,
       query text not null,
       asked_at integer not null,
       primary key (conversation, asker)
     ) strict, without rowid`,
    'create index if not exists conversation_context_asked_at on conversation_context (asked_at)',
  ],
  [
    `create table if not exists kept_scorecard (
       organisation text not null,
       folded text not null,
       name text not null,
       scorecard text not null,
       query text not null,
       answer text not null,
       snapshot text not null,
       frozen_at integer not null,
       frozen_by text not null,
       primary key (organisation, folded)
     ) strict, without rowid`,
  ],
  [
    `create table if not exists kept_question (
       id integer primary key,
       organisation text not null,
       kept_at integer not null,
       asked_by text,
       words text not null,
       outcome text not null check (outcome in ('clarify', 'unknown', 'no-data')),
       reason text,
       unknown text not null,
       options text not null,
       query text,
       chosen text,
       chosen_query text
     ) strict`,
    'create index if not exists kept_question_kept_at on kept_question (kept_at)',
    'create index if not exists kept_question_asked_by on kept_question (asked_by, kept_at) where asked_by is not null',
    `create table if not exists posted_card (
       card text primary key,
       organisation text not null,
       query text not null,
       snapshot text,
       posted_at integer not null
     ) strict, without rowid`,
    'create index if not exists posted_card_posted_at on posted_card (posted_at)',
    `create table if not exists disliked_card (
       judged_by text primary key,
       organisation text not null,
       query text not null,
       snapshot text,
       disliked_at integer not null
     ) strict, without rowid`,
    'create index if not exists disliked_card_disliked_at on disliked_card (disliked_at)',
  ],
  [
    `create table if not exists personal_chat (
       person text not null,
       tenant text not null,
       conversation text not null,
       service_url text not null,
       changed_at integer not null,
       primary key (person, tenant)
     ) strict, without rowid`,
    'create index if not exists personal_chat_conversation on personal_chat (conversation)',
    `create table if not exists reported_number (
       id text primary key,
       organisation text not null,
       "by" text not null,
       by_name text,
       metric text not null,
       owner text not null,
       query text not null,
       snapshot text not null,
       said text not null,
       said_on text not null,
       reported_at integer not null,
       told text not null check (told in ('told', 'uncertain', 'not-told'))
     ) strict, without rowid`,
    'create index if not exists reported_number_reported_at on reported_number (reported_at)',
  ],
  [
    `create table if not exists posting (
       topic text not null,
       slot text not null,
       state text not null check (state in ('planned', 'claimed', 'sending', 'sent', 'failed', 'ambiguous', 'skipped')),
       due_at integer not null,
       not_before integer not null,
       held_by text,
       held_until integer,
       attempts integer not null,
       reason text not null,
       message text,
       told integer not null,
       changed_at integer not null,
       primary key (topic, slot)
     ) strict, without rowid`,
    'create index if not exists posting_state on posting (state, not_before)',
    `create table if not exists subscription (
       id text primary key,
       organisation text not null,
       name text not null,
       query text not null,
       schedule text not null,
       address text not null,
       person text,
       set_up_by text not null,
       set_up_by_name text,
       standing text not null check (standing in ('active', 'paused', 'suspended', 'stopped')),
       why text not null,
       since integer not null,
       changed_at integer not null
     ) strict, without rowid`,
    'create index if not exists subscription_organisation on subscription (organisation, standing)',
    `create table if not exists installer (
       place text not null,
       person text not null,
       primary key (place, person)
     ) strict, without rowid`,
  ],
  [
    `create table if not exists watch (
       id text primary key,
       organisation text not null,
       name text not null,
       query text not null,
       condition text not null,
       address text not null,
       person text,
       set_up_by text not null,
       set_up_by_name text,
       standing text not null check (standing in ('active', 'suspended', 'stopped')),
       why text not null,
       muted_to text,
       fired text not null,
       crossing text,
       planned integer not null,
       judged text not null,
       checked text not null,
       unjudged text not null,
       turn integer not null,
       changed_at integer not null
     ) strict, without rowid`,
    'create index if not exists watch_organisation on watch (organisation, standing)',
    `create table if not exists followed (
       organisation text not null,
       person text not null,
       tenant text not null,
       what text not null,
       query text not null,
       followed_at integer not null,
       primary key (organisation, person, tenant, what)
     ) strict, without rowid`,
  ],
  [
    `create table if not exists audit_trail (
       id integer primary key,
       organisation text not null,
       answered_at integer not null,
       tenant text,
       who text not null,
       place text not null,
       conversation text not null,
       way text not null,
       query text,
       snapshot text,
       outcome text not null,
       reason text,
       suppression text not null check (suppression in ('none', 'applied', 'lifted'))
     ) strict`,
    'create index if not exists audit_trail_answered_at on audit_trail (organisation, answered_at)',
    `create table if not exists team_group (
       team text primary key,
       entra_group text not null
     ) strict, without rowid`,
  ],
  ['alter table posting add column shown text'],
  ['alter table posting add column asked integer not null default 0'],
  [
    `create table if not exists seen_place (
       place text primary key,
       shared integer,
       name text
     ) strict, without rowid`,
    `delete from installer where place in (select place from installation where state = 'removed')`,
  ],
  ['alter table watch add column since integer not null default 0'],
  ['alter table posting add column doubts integer not null default 0'],
  [
    'alter table posting add column organisation text',
    `update posting set organisation = subscription.organisation from subscription where posting.topic = 'digest:' || subscription.id`,
    // Its topics start so: a stretch of the key of posts.
    `update posting set organisation = watch.organisation from watch where posting.topic > 'watch:' || watch.id || ':' and posting.topic < 'watch:' || watch.id || ';'`,
    `update posting set organisation = watch.organisation from watch where posting.topic > 'watch-notice:' || watch.id || ':' and posting.topic < 'watch-notice:' || watch.id || ';'`,
  ],
  [
    'alter table answered_message add column owed_to text',
    'alter table answered_message add column owed_until integer',
    'create index if not exists answered_message_owed_until on answered_message (owed_until) where owed_until is not null',
    'create table if not exists readiness (id integer primary key, filler text not null) strict',
  ],
  [
    `create trigger if not exists audit_trail_unchanged before update on audit_trail begin select raise(abort, 'the audit trail is only added to'); end`,
    // A day less than the fewest that a trust may keep it for, since its clock and the program's may differ.
    `create trigger if not exists audit_trail_kept before delete on audit_trail when old.answered_at > (unixepoch() - 2505600) * 1000 begin select raise(abort, 'the audit trail is kept for a month at least'); end`,
  ],
];
