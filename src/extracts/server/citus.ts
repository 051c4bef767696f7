import type { Client } from 'pg';

/**
 * Under Citus the schema of a snapshot is a distributed one: its tables stand together on one node, each provider's on
 * whichever has room, so that every statement runs whole where its rows are. Tables cut up by a column could not be asked
 * for grouping sets, and each would be dozens of pieces of which one provider fills one.
 */
export const DISTRIBUTE_NEXT_SCHEMA = 'set local citus.enable_schema_based_sharding to on';

/** What every node has to know stands on each of them. */
export const replicate = (table: string): string =>
  `select create_reference_table('${table}') where not exists (select from pg_dist_partition where logicalrelid = '${table}'::regclass)`;

/** Whether the database has the Citus extension. */
export async function hasCitus(client: Pick<Client, 'query'>): Promise<boolean> {
  const { rows } = await client.query("select 1 from pg_extension where extname = 'citus'");
  return rows.length > 0;
}
