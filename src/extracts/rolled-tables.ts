import type { DuckDBConnection } from '@duckdb/node-api';
import type { Catalogue } from '../catalogue/catalogue';
import { CORE, plannedRollUps } from '../engine/roll-up';
import type { Coverage, RollUp } from '../engine/snapshot';
import { rowsOf } from './load-rows';
import { identifier } from './sql-text';

/** A shorter table is read as quickly as any sum of it. */
export const SHORTEST = 100_000;

/** A roll-up that is not this many times shorter than its table saves nothing worth its room. */
const SHORTER = 4;

/**
 * Writes into the attached snapshot what its finished tables come to, by day and by month and by what they are cut by,
 * wherever that is much shorter than what would be read without it. Gives back what was written.
 */
export async function writeRollUps(
  connection: DuckDBConnection, catalogue: Pick<Catalogue, 'metrics' | 'dimensions'>, coverage: Readonly<Record<string, Coverage>>,
): Promise<readonly RollUp[]> {
  const written: RollUp[] = [];
  await connection.run('use snapshot');
  // A month is summed from its days, which stay until then whether they are kept or not.
  for (const [days, months] of plannedRollUps(catalogue)) {
    const { rows: held = 0, columnsFrom = {} } = coverage[days.table] ?? {};
    let read = held;
    // Nothing can be asked for by a column that no row gives.
    const further = days.columns.at(-1) ?? '';
    if (read < SHORTEST || (!CORE.includes(further) && (columnsFrom[further] ?? null) === null)) {
      continue;
    }
    for (const { rows, ...rollUp } of [days, months]) {
      const name = identifier(rollUp.name);
      await connection.run(`create temp table ${name} as ${rows.sql}`, [...rows.parameters]);
      const [counted] = await rowsOf(connection, `select count(*) as rows from ${name}`);
      const summed = Number(counted?.['rows']);
      if (summed * SHORTER <= read) {
        await connection.run(`create table snapshot.${name} as from temp.${name}`);
        written.push(rollUp);
        read = summed;
      }
    }
    await connection.run(`drop table temp.${identifier(days.name)}`);
    await connection.run(`drop table temp.${identifier(months.name)}`);
  }
  await connection.run('use memory');
  await connection.run('checkpoint snapshot');
  return written;
}
