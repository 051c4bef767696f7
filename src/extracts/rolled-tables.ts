import type { DuckDBConnection } from '@duckdb/node-api';
import type { Catalogue } from '../catalogue/catalogue';
import { plannedRollUps } from '../engine/roll-up';
import type { Coverage, RollUp } from '../engine/snapshot';
import { rowsOf } from './load-rows';
import { identifier } from './sql-text';

/** A shorter table is read as quickly as any sum of it. */
export const SHORTEST = 100_000;

/** A roll-up that is not this many times shorter than its table saves nothing worth its room. */
const SHORTER = 4;

/**
 * Writes into the attached snapshot what its finished tables come to, by day and by what they are cut by, wherever that is
 * much shorter than the rows. Gives back what was written.
 */
export async function writeRollUps(
  connection: DuckDBConnection, catalogue: Pick<Catalogue, 'metrics' | 'dimensions'>, coverage: Readonly<Record<string, Coverage>>,
): Promise<readonly RollUp[]> {
  const written: RollUp[] = [];
  await connection.run('use snapshot');
  for (const { rows, ...rollUp } of plannedRollUps(catalogue)) {
    const held = coverage[rollUp.table]?.rows ?? 0;
    if (held < SHORTEST) {
      continue;
    }
    await connection.run(`create table memory.main.rolled as ${rows.sql}`, [...rows.parameters]);
    const [counted] = await rowsOf(connection, 'select count(*) as rows from memory.main.rolled');
    if (Number(counted?.['rows']) * SHORTER <= held) {
      await connection.run(`create table ${identifier(rollUp.name)} as from memory.main.rolled`);
      written.push(rollUp);
    }
    await connection.run('drop table memory.main.rolled');
  }
  await connection.run('use memory');
  await connection.run('checkpoint snapshot');
  return written;
}
