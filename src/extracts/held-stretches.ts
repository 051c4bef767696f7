import type { DuckDBConnection } from '@duckdb/node-api';
import type { CanonicalTable } from '../catalogue/canonical-table';
import type { Day } from '../calendar/day';
import type { Coverage } from '../engine/snapshot';
import type { LoadedFile } from './checked-rows';
import { rowsOf } from './load-rows';
import { noticesOf } from './noticed-rows';
import { identifier } from './sql-text';

const day = (value: unknown): Day | null => (typeof value === 'string' ? value.slice(0, 10) : null);

/**
 * What a table of stretches holds: from the first day of the earliest to the last day of the latest. Nothing is missing
 * in between, since a row answers for its own stretch alone. Rows without dates are left out of that; where no other
 * is held, the day of publication stands for both ends. Null where there is no row.
 */
export async function heldStretches(
  connection: DuckDBConnection, table: CanonicalTable, relation: string, files: readonly LoadedFile[],
): Promise<Coverage | null> {
  const dated = (name: string | undefined): string => identifier(name ?? table.date);
  const first = dated(table.from);
  const published = table.columns.some(({ name }) => name === 'published_on') ? 'published_on' : 'cast(null as date)';
  const ends = `coalesce(min(${first}), min(${published})) as first_day, coalesce(max(${dated(table.date)}), max(${published})) as last_day`;
  const [held] = await rowsOf(connection, `select ${ends}, count(*) as n,
    min(${first}) filter (where provisional) as provisional_from,
    ${table.columns.map(({ name }, index) => `count(${identifier(name)}) as given_${index}, min(${first}) filter (where ${identifier(name)} is not null) as from_${index}`).join(', ')}
    from ${relation}`);
  const from = day(held?.['first_day']);
  const to = day(held?.['last_day']);
  if (held === undefined || from === null || to === null) {
    return null;
  }
  return {
    extract: table.name.replaceAll('_', '-'),
    from,
    to,
    bookedTo: to,
    dailyFrom: null,
    dailyFromBy: {},
    provisionalFrom: day(held['provisional_from']),
    columnsFrom: Object.fromEntries(table.columns.map(({ name }, index) =>
      [name, Number(held[`given_${index}`]) === 0 ? null : day(held[`from_${index}`]) ?? from])),
    missingMonths: [],
    missingDays: [],
    rows: Number(held['n']),
    byMetric: await heldByMetric(connection, table, relation, ends),
    notices: await noticesOf(connection, table, relation, files),
  };
}

async function heldByMetric(connection: DuckDBConnection, table: CanonicalTable, relation: string, ends: string): Promise<Coverage['byMetric']> {
  if (!table.columns.some(({ name }) => name === 'metric')) {
    return {};
  }
  const rows = await rowsOf(connection, `select metric, ${ends} from ${relation} group by metric order by metric`);
  return Object.fromEntries(rows.flatMap((row) => {
    const [from, to] = [day(row['first_day']), day(row['last_day'])];
    return from === null || to === null ? [] : [[String(row['metric']), { from, to }] as const];
  }));
}
