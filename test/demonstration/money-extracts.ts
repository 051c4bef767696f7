import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { addDays } from '../../src/calendar/day';
import { groundStatements } from '../../src/demonstration/ground';
import { moneyTasks } from '../../src/demonstration/money/money-tasks';

// Making the extracts takes a second or two on an idle machine, and more beside other tests.
jest.setTimeout(120_000);

/** The money extracts of a day, as files, to be asked in SQL over the views `contract`, `plan`, `costs`, `people` and `benchmarks`. */
export interface MoneyExtracts {
  readonly folder: string;
  /** Rows of a query, numbers as JavaScript has them. */
  rows(sql: string): Promise<Record<string, unknown>[]>;
  /** The one number that a query gives. */
  number(sql: string): Promise<number>;
  close(): Promise<void>;
}

const VIEWS = {
  contract: 'contract-activity.parquet', plan: 'activity-plan.parquet', costs: 'service-costs.parquet', people: 'population.csv', benchmarks: 'benchmark-values.csv',
} as const;

async function makeExtracts(folder: string, today: string): Promise<void> {
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  for (const statement of [...groundStatements(addDays(today, 14)), ...moneyTasks((name) => join(folder, name), today).flat()]) {
    await connection.run(statement);
  }
  connection.closeSync();
  instance.closeSync();
}

/** `made` is a folder that holds the whole trust of that day already; without one the money extracts alone are made, for as long as they are asked. */
export async function moneyExtracts(today: string, made: string | null = null): Promise<MoneyExtracts> {
  const folder = made ?? await mkdtemp(join(tmpdir(), 'tally-money-'));
  if (made === null) {
    await makeExtracts(folder, today);
  }
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  for (const [name, file] of Object.entries(VIEWS)) {
    await connection.run(`create view ${name} as from '${join(folder, file)}'`);
  }
  const rows: MoneyExtracts['rows'] = async (sql) => (await connection.runAndReadAll(sql)).getRowObjectsJson();
  const number: MoneyExtracts['number'] = async (sql) => Number(Object.values((await rows(sql))[0] ?? {})[0]);
  return {
    folder, rows, number,
    close: async () => {
      connection.closeSync();
      instance.closeSync();
      if (made === null) {
        await rm(folder, { recursive: true });
      }
    },
  };
}
