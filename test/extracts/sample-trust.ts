import { mkdtempSync, rmSync, utimesSync, writeFileSync, mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { extractSourceSchema, type ExtractSource } from '../../src/catalogue/extract-source';
import type { Organisation } from '../../src/catalogue/organisation';
import type { ExtractLog } from '../../src/extracts/extract-log';
import type { ExtractCatalogue } from '../../src/extracts/snapshot-id';
import { openSnapshots, type SnapshotKeeper, type SnapshotOptions } from '../../src/extracts/keeper';
import type { Row, Snapshot } from '../../src/engine/snapshot';

/** A Wednesday; every sample below lies before it. */
export const NOW = Date.UTC(2024, 6, 10, 8);

export const quiet: ExtractLog = { debug: () => undefined, info: () => undefined, warn: () => undefined };

export const source = (part: Record<string, unknown>): ExtractSource => extractSourceSchema.parse(part);

const same = 'select * from file';

/** A trust whose extracts carry the canonical names already. */
export const OUTPATIENTS = source({
  id: 'outpatients', table: 'outpatient_appointments', files: 'outpatients*', dates: ['%d/%m/%Y'],
  select: `select file_row, "Appt ID" as appointment_id, "Appt Date" as appointment_date, "TFC" as treatment_function_code,
    "Site" as site_code, "Clinic" as clinic_code, "Status" as attended_or_did_not_attend_code from file`,
});
export const SESSIONS = source({ id: 'sessions', table: 'theatre_sessions', files: 'sessions*', select: same });
export const CASES = source({ id: 'cases', table: 'theatre_cases', files: 'cases*', select: same });

export const ORGANISATION: Organisation = {
  name: 'Sample Trust', formerly: [], scope: 'Trust', scopeSynonyms: [], notice: null, provider: null, peerGroup: null,
  specialties: [{ code: '100', name: 'General Surgery', synonyms: [] }, { code: '110', name: 'Trauma & Orthopaedics', synonyms: [] }, { code: '120', name: 'ENT', synonyms: [] }],
  sites: [{ key: 'lri', name: 'Royal', synonyms: [], codes: ['R1', 'R2'] }, { key: 'hinckley', name: 'Hinckley', synonyms: [], codes: ['H1'] }],
  cmgs: [
    { key: 'alliance', name: 'Alliance', synonyms: [], specialties: [], sites: ['hinckley'] },
    { key: 'mss', name: 'MSS', synonyms: [], specialties: [{ code: '110', from: null, to: null }, { code: '120', from: null, to: null }], sites: [] },
  ],
};

export const catalogueOf = (sources: readonly ExtractSource[], part: Partial<ExtractCatalogue> = {}): ExtractCatalogue =>
  ({ sources, organisation: ORGANISATION, metrics: new Map(), dimensions: new Map(), ...part });

export const OUTPATIENT_HEADER = 'Appt ID,Appt Date,TFC,Site,Clinic,Status';
export const OUTPATIENT_ROWS = [
  'A1,01/07/2024,120,R1,ENT1,5', 'A2,01/07/2024,120,R1,ENT1,3', 'A3,02/07/2024,110,H1,ORT1,6', 'A4,02/07/2024,100,R2,SUR1,7',
];
export const csv = (...lines: readonly string[]): string => `${lines.join('\n')}\n`;
export const GOOD_OUTPATIENTS = csv(OUTPATIENT_HEADER, ...OUTPATIENT_ROWS);

export const SESSION_HEADER = 'session_id,session_date,treatment_function_code,site_code,theatre_code,session_type,session_status,planned_start,planned_end';
export const CASE_HEADER = 'case_id,session_id,operation_date,case_status,booked_minutes,anaesthetic_start,left_theatre,cancelled_at,cancellation_reason,treated_date';

/** A folder for extracts and one for snapshots, thrown away with everything opened on them. */
export class SampleFolders {
  readonly root = mkdtempSync(join(tmpdir(), 'tally-extracts-'));
  readonly extracts = join(this.root, 'extracts');
  readonly data = join(this.root, 'data');
  readonly #keepers: SnapshotKeeper[] = [];
  #moment = 1_700_000_000;

  constructor() {
    mkdirSync(this.extracts);
  }

  /** Writes an extract as one that came in some time ago, each later than the one before. */
  put(name: string, content: string | Buffer): string {
    const path = join(this.extracts, name);
    writeFileSync(path, content);
    this.settle(path);
    return path;
  }

  settle(path: string): void {
    this.#moment += 60;
    utimesSync(path, this.#moment, this.#moment);
  }

  remove(name: string): void {
    rmSync(join(this.extracts, name));
  }

  options(sources: readonly ExtractSource[], part: Partial<SnapshotOptions> = {}): SnapshotOptions {
    return { catalogue: catalogueOf(sources), extractsFolder: this.extracts, dataFolder: this.data, clock: () => NOW, log: quiet, ...part };
  }

  async open(sources: readonly ExtractSource[], part: Partial<SnapshotOptions> = {}): Promise<SnapshotKeeper> {
    const keeper = await openSnapshots(this.options(sources, part));
    this.#keepers.push(keeper);
    return keeper;
  }

  async close(): Promise<void> {
    await Promise.all(this.#keepers.map((keeper) => keeper.close()));
    rmSync(this.root, { recursive: true, force: true });
  }
}

/** What serves now, or a test that fails. */
export async function withSnapshot<T>(keeper: SnapshotKeeper, use: (snapshot: Snapshot) => Promise<T> | T): Promise<T> {
  const lent = await keeper.lend();
  if (lent === null) {
    throw new Error(`nothing serves: ${keeper.problems().join(' | ')}`);
  }
  try {
    return await use(lent.snapshot);
  } finally {
    lent.release();
  }
}

/** Rows of one statement over what serves now. */
export async function ask(keeper: SnapshotKeeper, sql: string): Promise<readonly Row[]> {
  return withSnapshot(keeper, (snapshot) => snapshot.run(sql, [], new AbortController().signal));
}
