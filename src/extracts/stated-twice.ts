import type { DuckDBConnection } from '@duckdb/node-api';
import type { CanonicalTable } from '../catalogue/canonical-table';
import type { LoadedFile } from './checked-rows';
import { LISTED_FAULTS, type Fault } from './fault';
import { rowsOf } from './load-rows';
import { identifier } from './sql-text';
import { gathered } from './typed-rows';

/** What a row of a table of stretches speaks of, beside its stretch: two rows alike in all of it say the same thing twice. */
const SPEAKS_OF: Readonly<Record<string, readonly string[]>> = {
  activity_plan: ['treatment_function_code', 'site_code', 'cmg', 'pod_code', 'plan_basis'],
  published_values: ['metric', 'part', 'treatment_function_code', 'site_code', 'cmg', 'period_kind', 'document'],
  benchmark_values: ['metric', 'treatment_function_code', 'site_code', 'cmg', 'provider_code', 'peer_group', 'document'],
};

/** Tables in which stretches may lie inside each other (a month in the year to date) and may not cut across each other. */
const NESTED = 'activity_plan';

/**
 * Rows of a table of stretches that would be added up, or of which one would be taken at random: those that speak of
 * the same thing for the same stretch, and plan lines whose stretches cut across each other. Each names the row before it.
 */
export async function statedTwice(
  connection: DuckDBConnection, table: CanonicalTable, files: readonly LoadedFile[],
): Promise<readonly Fault[]> {
  const speaksOf = SPEAKS_OF[table.name];
  if (speaksOf === undefined || table.from === undefined) {
    return [];
  }
  const [from, to] = [identifier(table.from), identifier(table.date)];
  // An empty text and none are the same to a reader.
  const same = speaksOf.map((name) => `coalesce(${identifier(name)}, '')`).join(', ');
  const faults = [...await faultsFrom(connection, table, files, `
    select *, first_value(file_no) over same as first_file, first_value(file_row) over same as first_row, row_number() over same > 1 as failing
    from ${gathered(table)} window same as (partition by ${same}, ${from}, ${to} order by file_no, file_row)`,
  (first) => [`the same line for the same stretch is already in ${first}`, 'Take one of the two out, or add them up where both are meant'])];
  if (table.name === NESTED) {
    const key = `hash(${same})`;
    faults.push(...await faultsFrom(connection, table, files, `
      select b.*, a.file_no as first_file, a.file_row as first_row, true as failing from (select *, ${key} as line from ${gathered(table)}) as a
      join (select *, ${key} as line from ${gathered(table)}) as b
        on a.line = b.line and a.${from} < b.${from} and b.${from} <= a.${to} and a.${to} < b.${to}`,
    (first) => [`the plan cuts across the one of the same line in ${first}`, 'Give plans for whole months, or for stretches that hold each other']));
  }
  return faults;
}

/** A fault for each failing row of `select`, which gives the row it collides with as first_file and first_row. */
async function faultsFrom(
  connection: DuckDBConnection, table: CanonicalTable, files: readonly LoadedFile[], select: string,
  says: (first: string) => readonly [message: string, remedy: string],
): Promise<readonly Fault[]> {
  const rows = await rowsOf(connection, `select *, count(*) over () as total from (
      select file_no, file_row, min(first_file) as first_file, min(first_row) as first_row
      from (${select}) as found where failing group by file_no, file_row) as failing
    order by file_no, file_row limit ${LISTED_FAULTS}`);
  const faults = rows.map((row): Fault => {
    const [file, first] = [files[Number(row['file_no'])], files[Number(row['first_file'])]];
    const [message, remedy] = says(`${first?.name ?? 'another file'}, row ${Number(row['first_row'])}`);
    return { source: file?.source ?? null, file: file?.name ?? null, row: Number(row['file_row']), column: null, message, remedy };
  });
  const rest = Number(rows[0]?.['total'] ?? 0) - faults.length;
  return rest <= 0 ? faults : [...faults, {
    source: null, file: null, row: null, column: null, message: `and ${rest} more lines of ${table.name} are given more than once`, remedy: 'Take one of each out',
  }];
}

/**
 * Census days of which some rows are records and others counts, in two files: what is counted would be added to the
 * records it was counted from. Parts that the table's own codes tell apart (a kind of follow-up) are looked at one by one.
 */
export async function censusTwice(
  connection: DuckDBConnection, table: CanonicalTable, files: readonly LoadedFile[],
): Promise<readonly Fault[]> {
  if (table.standsFor !== 'census') {
    return [];
  }
  const date = identifier(table.date);
  const parts = table.columns.filter(({ codes, name }) => codes !== undefined && name !== 'counted_by').map(({ name }) => identifier(name));
  const found = await rowsOf(connection, `
    with days as (
      select ${date} as day, min(file_no) filter (where counted) as one, min(file_no) filter (where not counted) as other
      from ${gathered(table)} group by ${[date, ...parts].join(', ')})
    select one, other, cast(min(day) as varchar) as day, count(distinct day) as days from days
    where one is not null and other is not null and one <> other group by one, other order by one, other`);
  return found.map((row): Fault => {
    const [one, other] = [files[Number(row['one'])], files[Number(row['other'])]];
    const more = Number(row['days']) > 1 ? ` (and ${Number(row['days']) - 1} more days)` : '';
    return {
      source: one?.source ?? null, file: one?.name ?? null, row: null, column: table.date,
      message: `the census of ${String(row['day'])}${more} is counted here and given row by row in ${other?.name ?? 'another file'}, so that it would be counted twice`,
      remedy: 'Leave the day out of one of the two',
    };
  });
}
