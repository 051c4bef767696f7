import type { Statements } from './statements';

/** Every table whose rows are an organisation's, with what else makes a row of it the only one. */
export const KEPT_BY_ORGANISATION: Readonly<Record<string, readonly string[]>> = {
  kept_scorecard: ['folded'], kept_question: [], posted_card: [], disliked_card: [], reported_number: [], subscription: [], watch: [], followed: ['person', 'tenant', 'what'], audit_trail: [], posting: [],
};

/**
 * What was kept under an earlier name of an organisation is its own: digests, alerts, what people follow, and all that is
 * read back. Where the same is kept under both names, that under the earlier one stays where it is.
 * @throws TallyError STORE_FAILED
 */
export async function keepUnderName(statements: Statements, name: string, formerly: readonly string[]): Promise<void> {
  for (const before of formerly) {
    for (const [table, unique] of Object.entries(KEPT_BY_ORGANISATION)) {
      const isFree = unique.length === 0 ? '' : ` and not exists (select 1 from ${table} as own where own.organisation = ? and ${unique.map((column) => `own.${column} = ${table}.${column}`).join(' and ')})`;
      await statements.run(`update ${table} set organisation = ? where organisation = ?${isFree}`, unique.length === 0 ? [name, before] : [name, before, name]);
    }
  }
}
