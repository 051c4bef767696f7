import type { PlannedRollUp } from '../../src/engine/roll-up';
import type { Coverage, Snapshot, SqlValue } from '../../src/engine/snapshot';
import { heldByDuckdb } from './held-by-duckdb';
import { heldByPostgres } from './held-by-postgres';

export type Given = Readonly<Record<string, SqlValue>>;

/** What an engine is given to hold: rows by table, and roll-ups that it makes of them. */
export interface Holding {
  readonly tables: Readonly<Record<string, readonly Given[]>>;
  readonly rollUps: readonly PlannedRollUp[];
}

/** An engine that holds it: what runs a statement of the product's, and what gives it up. */
export type Held = Pick<Snapshot, 'run'> & { close(): void };

/** Every test of the engine runs on each: jest.config.js says so. */
const ENGINES = { duckdb: heldByDuckdb, postgres: heldByPostgres } as const;

/**
 * A snapshot on a real engine that holds exactly the rows given: weight 1 and counted by the day where they do not say;
 * and these roll-ups of them.
 */
export async function holdRows(
  tables: Holding['tables'], coverage: Readonly<Record<string, Partial<Coverage>>>, rollUps: readonly PlannedRollUp[] = [],
): Promise<Snapshot & { close(): void }> {
  const engine = process.env['TALLY_TEST_ENGINE'] === 'postgres' ? ENGINES.postgres : ENGINES.duckdb;
  const whole = Object.entries(tables).map(([name, rows]) => [name, rows.map((given) => ({ weight: 1, counted_by: 'day', ...given }))] as const);
  const held = Object.entries(coverage).map(([name, part]): [string, Coverage] => [name, {
    extract: name.replaceAll('_', '-'), from: '2024-01-01', to: '2024-05-31', bookedTo: part.to ?? '2024-05-31', dailyFrom: '2024-01-01', dailyFromBy: {},
    provisionalFrom: null, columnsFrom: columnsIn(tables[name] ?? [], part.from ?? '2024-01-01'), missingMonths: [], missingDays: [], rows: tables[name]?.length ?? 0, byMetric: {}, notices: [], ...part,
  }]);
  return {
    ...await engine({ tables: Object.fromEntries(whole), rollUps }),
    id: 'snapshot-1',
    loadedAt: '2024-06-01T06:00:00Z',
    notice: null,
    coverage: Object.fromEntries(held),
    rollUps,
  };
}

/** Every column that a row gives, from the first day on. */
const columnsIn = (rows: Holding['tables'][string], from: string): Coverage['columnsFrom'] => Object.fromEntries(rows.flatMap((row) => Object.keys(row)).map((name) => [name, from]));
