import type { Database, Statement } from './database';

/**
 * Every table whose rows are an organisation's and are renamed with it, with what else makes a row of it the only one. The
 * audit trail is not among them: its rows are never changed, and are read under every name.
 */
export const KEPT_BY_ORGANISATION: Readonly<Record<string, readonly string[]>> = {
  subscription: [], watch: [], followed: ['person', 'tenant', 'what'], posting: [], kept_scorecard: ['folded'], kept_question: [], posted_card: [], disliked_card: [], reported_number: [],
};

/**
 * What was kept under an earlier name of an organisation is its own: digests, alerts, what people follow, and all that is
 * read back. Where the same is kept under both names, that under the earlier one stays where it is. All of it or none is renamed.
 * @throws TallyError STORE_FAILED
 */
export async function keepUnderName(database: Database, name: string, formerly: readonly string[]): Promise<void> {
  if (formerly.length === 0) return;
  await database.change(formerly.flatMap((before) => Object.entries(KEPT_BY_ORGANISATION).map(([table, unique]) => renamed(table, unique, name, before))));
}

function renamed(table: string, unique: readonly string[], name: string, before: string): Statement {
  const isFree = unique.length === 0 ? '' : ` and not exists (select 1 from ${table} as own where own.organisation = ? and ${unique.map((column) => `own.${column} = ${table}.${column}`).join(' and ')})`;
  return { sql: `update ${table} set organisation = ? where organisation = ?${isFree}`, args: unique.length === 0 ? [name, before] : [name, before, name] };
}
