import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { generateDemonstration } from '../../src/demonstration/generate-demonstration';

// Generating takes seconds on an idle machine, and more beside other tests.
jest.setTimeout(120_000);

/** The demonstration trust's raw files of a day, to be asked in SQL. A folder that is complete already is used again. */
export interface RawTrust {
  readonly folder: string;
  /** Rows of a query over the views, one a family of files: `appointments`, `spells`, `history_spells` and so on. */
  rows(sql: string): Promise<Record<string, unknown>[]>;
  /** The one number that a query gives. */
  number(sql: string): Promise<number>;
}

const VIEWS = {
  appointments: 'outpatient-appointments-*.parquet', clinics: 'clinic-sessions-*.csv', lists: 'theatre-sessions-*.parquet',
  operations: 'theatre-cases-*.parquet', history_appointments: 'history-outpatient-appointments.csv',
  history_clinics: 'history-clinic-sessions.csv', history_lists: 'history-theatre-sessions.csv', history_operations: 'history-theatre-cases.csv',
  spells: 'inpatient-spells-*.parquet', history_spells: 'history-inpatient-spells.parquet', endoscopy_lists: 'endoscopy-lists.parquet',
  endoscopies: 'endoscopy-cases.parquet', tests: 'diagnostic-tests.parquet', endoscopy_tests: 'diagnostic-tests-endoscopy.parquet', scans: 'mri-examinations.parquet',
  machine_days: 'imaging-machine-hours.csv', history_tests: 'history-diagnostic-tests.csv', test_waits: 'diagnostic-waits.parquet', pathways: 'rtt-pathways.parquet',
  register: 'follow-up-register.parquet', referrals: 'referrals.parquet', history_referrals: 'history-referrals.csv', answers: 'friends-and-family.parquet', complaints: 'complaints.csv',
} as const;
/** CSV files that write days the British way. */
const BRITISH_DAYS = new Set(['clinics', 'machine_days', 'complaints']);

export async function trustAsOf(today: string): Promise<RawTrust> {
  const folder = join(tmpdir(), 'tally-demonstration-test', today);
  await generateDemonstration({ folder, today });
  const connection = await (await DuckDBInstance.create(':memory:')).connect();
  for (const [name, files] of Object.entries(VIEWS)) {
    const path = join(folder, files);
    const dates = BRITISH_DAYS.has(name) ? ", dateformat = '%d/%m/%Y'" : '';
    const types = name === 'machine_days' ? '' : ", types = {'Specialty': 'varchar'}";
    await connection.run(`create view ${name} as from ${files.endsWith('csv') ? `read_csv('${path}'${types}${dates})` : `'${path}'`}`);
  }
  const rows: RawTrust['rows'] = async (sql) => (await connection.runAndReadAll(sql)).getRowObjectsJS();
  const number: RawTrust['number'] = async (sql) => Number(Object.values((await rows(sql))[0] ?? {})[0]);
  return { folder, rows, number };
}
