import { DuckDBInstance, type DuckDBValue } from '@duckdb/node-api';
import { CANONICAL_TABLES } from '../../src/catalogue/tables/canonical-tables';
import { calendarRows } from '../../src/calendar/calendar-row';
import type { PlannedRollUp } from '../../src/engine/roll-up';
import type { Coverage, Row, Snapshot, SqlValue } from '../../src/engine/snapshot';

type Given = Readonly<Record<string, SqlValue>>;

const TYPES = { text: 'varchar', date: 'date', timestamp: 'timestamp', number: 'double', integer: 'bigint', boolean: 'boolean' } as const;

function plain(value: DuckDBValue): SqlValue {
  if (typeof value === 'bigint') {
    return Number(value);
  }
  if (value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') {
    return value;
  }
  return value.toString();
}

const TABLES = CANONICAL_TABLES
  .map(({ name, columns }) => `create table ${name} (${columns.map((column) => `${column.name} ${TYPES[column.type]}`).join(', ')});`).join(' ');
const CALENDAR = [...calendarRows('2019-01-01', '2024-12-31')]
  .map((row) => `('${row.day}', '${row.month_start}', '${row.week_start}', ${row.financial_year})`).join(', ');

/**
 * A snapshot on a real DuckDB that holds exactly the rows given: weight 1 and counted by the day where they do not say;
 * and these roll-ups of them.
 */
export async function holdRows(
  tables: Readonly<Record<string, readonly Given[]>>, coverage: Readonly<Record<string, Partial<Coverage>>>, rollUps: readonly PlannedRollUp[] = [],
): Promise<Snapshot & { close(): void }> {
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  await connection.run('create table calendar (day date, month_start date, week_start date, financial_year integer)');
  await connection.run(`insert into calendar values ${CALENDAR}`);
  await connection.run(TABLES);
  for (const table of CANONICAL_TABLES) {
    for (const given of tables[table.name] ?? []) {
      const row: Given = { weight: 1, counted_by: 'day', ...given };
      const names = Object.keys(row);
      await connection.run(
        `insert into ${table.name} (${names.join(', ')}) values (${names.map((_, index) => `$${index + 1}`).join(', ')})`,
        Object.values(row),
      );
    }
  }
  for (const { name, rows } of rollUps) {
    await connection.run(`create table ${name} as ${rows.sql}`, [...rows.parameters]);
  }
  const held = Object.entries(coverage).map(([name, part]): [string, Coverage] => [name, {
    extract: name.replaceAll('_', '-'), from: '2024-01-01', to: '2024-05-31', bookedTo: part.to ?? '2024-05-31', dailyFrom: '2024-01-01',
    provisionalFrom: null, columnsFrom: {}, missingMonths: [], missingDays: [], rows: tables[name]?.length ?? 0, byMetric: {}, notices: [], ...part,
  }]);
  return {
    id: 'snapshot-1',
    loadedAt: '2024-06-01T06:00:00Z',
    notice: null,
    coverage: Object.fromEntries(held),
    rollUps,
    close: () => connection.closeSync(),
    run: async (sql: string, parameters: readonly SqlValue[], signal: AbortSignal): Promise<readonly Row[]> => {
      signal.throwIfAborted();
      const reader = await connection.runAndReadAll(sql, [...parameters]);
      return reader.getRowObjects().map((row) => Object.fromEntries(Object.entries(row).map(([name, value]) => [name, plain(value)])));
    },
  };
}
