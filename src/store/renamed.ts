import type { Database, Statement } from './database';

/**
 * Every table whose rows are an organisation's, with what else makes a row of it the only one. First what is posted by: it is
 * what people would miss, and little beside the audit trail.
 */
export const KEPT_BY_ORGANISATION: Readonly<Record<string, readonly string[]>> = {
  subscription: [], watch: [], followed: ['person', 'tenant', 'what'], posting: [], kept_scorecard: ['folded'], kept_question: [], posted_card: [], disliked_card: [], reported_number: [], audit_trail: [],
};
const POSTED_BY: readonly string[] = ['subscription', 'watch', 'followed', 'posting'];

/**
 * What was kept under an earlier name of an organisation is its own: digests, alerts, what people follow, and all that is
 * read back. Where the same is kept under both names, that under the earlier one stays where it is. What is posted by is
 * renamed all at once, before the rest, which may be years of an audit trail and takes its time as a change of the schema does.
 * @throws TallyError STORE_FAILED
 */
export async function keepUnderName(database: Database, name: string, formerly: readonly string[]): Promise<void> {
  if (formerly.length === 0) return;
  await database.change(formerly.flatMap((before) => POSTED_BY.map((table) => renamed(table, name, before))));
  for (const table of Object.keys(KEPT_BY_ORGANISATION).filter((each) => !POSTED_BY.includes(each))) await database.change(formerly.map((before) => renamed(table, name, before)));
}

function renamed(table: string, name: string, before: string): Statement {
  const unique = KEPT_BY_ORGANISATION[table] ?? [];
  const isFree = unique.length === 0 ? '' : ` and not exists (select 1 from ${table} as own where own.organisation = ? and ${unique.map((column) => `own.${column} = ${table}.${column}`).join(' and ')})`;
  return { sql: `update ${table} set organisation = ? where organisation = ?${isFree}`, args: unique.length === 0 ? [name, before] : [name, before, name] };
}
