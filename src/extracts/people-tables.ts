import type { DuckDBConnection } from '@duckdb/node-api';
import type { Catalogue } from '../catalogue/catalogue';
import { compileEverybody, heldPeople } from '../engine/compile-people';
import { isWhole } from '../engine/measure-table';
import { everyPeople } from '../engine/people';
import type { Coverage, RollUp } from '../engine/snapshot';
import { SHORTEST } from './rolled-tables';
import { identifier } from './sql-text';

/**
 * Writes into the attached snapshot who is counted in its long tables, by time, kind and every code that they are split by,
 * with the codes as numbers of a list, all who are alike in one row: what small numbers are hidden by is then read in a moment,
 * and not out of the rows.
 * Gives back what was written.
 */
export async function writePeople(
  connection: DuckDBConnection, catalogue: Pick<Catalogue, 'metrics' | 'dimensions'>, coverage: Readonly<Record<string, Coverage>>,
): Promise<readonly RollUp[]> {
  const written: RollUp[] = [];
  await connection.run('use snapshot');
  for (const people of everyPeople(catalogue)) {
    const columns = [...new Set(people.dimensions.map(({ column }) => column))];
    if ((coverage[people.table]?.rows ?? 0) < SHORTEST) {
      continue;
    }
    const name = heldPeople(people, columns);
    for (const column of columns) {
      await connection.run(`create type ${identifier(`${name}_${column}`)} as enum (select distinct coalesce(${identifier(column)}, '') from ${identifier(people.table)} order by 1)`);
    }
    const { sql, parameters } = compileEverybody(people, columns, people.isCensus);
    const coded = columns.map((column) => `${identifier(column)}::${identifier(`${name}_${column}`)} as ${identifier(column)}`);
    // Parts of units are left as they are: added up in another order their last digits would be others.
    const [together, grouped] = isWhole(people) ? ['cast(sum(people) as bigint) as people', 'group by all order by period'] : ['people', ''];
    await connection.run(`create table ${identifier(name)} as select period, counted_by, ${coded.join(', ')}, kind::integer as kind, ${together} from (${sql}) ${grouped}`, [...parameters]);
    written.push({ name, table: people.table, date: people.date, each: people.isCensus ? 'day' : 'month', columns, amounts: ['kind', 'people'] });
  }
  await connection.run('use memory');
  await connection.run('checkpoint snapshot');
  return written;
}
