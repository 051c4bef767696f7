import { join } from 'node:path';
import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api';
import { CANONICAL_TABLES, canonicalTable } from '../catalogue/tables/canonical-tables';
import type { Catalogue } from '../catalogue/catalogue';
import type { Day } from '../calendar/day';
import type { Coverage, RollUp } from '../engine/snapshot';
import { casesWithoutList } from './cases-without-list';
import { checkRows, duplicateKeys, type LoadedFile } from './checked-rows';
import { countedTwice } from './counted-twice';
import { deriveColumns } from './derived-columns';
import { derived } from './derived/parts';
import type { ExtractLog } from './extract-log';
import { fileFault, type Fault } from './fault';
import { directIdentifiers } from './direct-identifiers';
import { openFile } from './file-view';
import { countCodes, shapeChecks } from './held-codes';
import { rowsOf } from './load-rows';
import { mapFile, unreadColumns } from './mapping';
import { realBesideNoticed } from './real-and-noticed';
import { writePeople } from './people-tables';
import { writeRollUps } from './rolled-tables';
import { boundChecks, rowChecks } from './row-check';
import type { ReadableFile } from './staging';
import { censusTwice, statedTwice } from './stated-twice';
import { stoppedBy } from './stopping';
import { identifier, literal } from './sql-text';
import { creatingGathered, gatherRows, gathered } from './typed-rows';
import { unknownCodes } from './unknown-codes';
import { writeTables } from './written-tables';

export interface Loaded {
  readonly coverage: Readonly<Record<string, Coverage>>;
  readonly rollUps: readonly RollUp[];
  /** Rows of data, by file, in the order the files were given. */
  readonly rows: readonly number[];
  readonly warnings: readonly string[];
}

/** What loading needs to know: who works where, and what will be asked of the rows. */
type LoadingCatalogue = Pick<Catalogue, 'organisation' | 'metrics' | 'dimensions'>;

/** The name of the database file inside a snapshot's folder. */
export const DATABASE = 'data.duckdb';

/**
 * Megabytes that rows may take while they are loaded, beyond which they go to disk: a load is as quick, and takes no more of
 * the machine than what answers meanwhile can spare.
 */
const MEMORY = 256;
const MEMORY_A_THREAD = 128;

/**
 * Loads files into `folder`/data.duckdb and validates them: every fault that was found, or what was loaded. The engine
 * may read `roots` and nothing else, whatever a mapping's SQL says. Throws the reason of `signal` once it aborts.
 */
export async function loadSnapshot(
  { catalogue, files, folder, roots, today, threads, log, signal }: {
    readonly catalogue: LoadingCatalogue;
    readonly files: readonly ReadableFile[];
    readonly folder: string;
    readonly roots: readonly string[];
    readonly today: Day;
    /** How many of the engine's threads may work at it. */
    readonly threads: number;
    readonly log: ExtractLog;
    readonly signal: AbortSignal;
  },
): Promise<Loaded | readonly Fault[]> {
  const instance = await DuckDBInstance.create(':memory:', {
    threads: String(threads), temp_directory: join(folder, 'spill'), memory_limit: `${MEMORY + threads * MEMORY_A_THREAD}MB`,
  });
  const connection = await instance.connect();
  try {
    await connection.run(`set allowed_directories = [${roots.map(literal).join(', ')}]`);
    await connection.run('set enable_external_access = false');
    // The newest storage packs text faster; another release of the engine makes another snapshot anyway.
    await connection.run(`attach ${literal(join(folder, DATABASE))} as snapshot (storage_version 'latest')`);
    return await stoppedBy(signal, connection, () => loadInto(connection, catalogue, files, today, log, signal));
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}

async function loadInto(
  connection: DuckDBConnection, catalogue: LoadingCatalogue, files: readonly ReadableFile[], today: Day,
  log: ExtractLog, signal: AbortSignal,
): Promise<Loaded | readonly Fault[]> {
  await connection.run(CANONICAL_TABLES.map(creatingGathered).join(';\n'));
  const faults: Fault[] = [];
  const loaded: LoadedFile[] = [];
  const rows: number[] = [];
  for (const [fileNo, file] of files.entries()) {
    signal.throwIfAborted();
    const outcome = await gatherFile(connection, file, fileNo, log);
    faults.push(...outcome.faults);
    loaded.push({ source: file.source.id, name: file.name, table: file.source.table, notice: file.source.notice, given: outcome.given });
    rows.push(outcome.rows);
  }
  const fed = CANONICAL_TABLES.filter((table) => files.some((file) => file.source.table === table.name));
  for (const table of fed) {
    signal.throwIfAborted();
    await countCodes(connection, table);
    const checks = [...rowChecks(table, today), ...await shapeChecks(connection, table)];
    faults.push(...await checkRows(connection, gathered(table), checks, loaded));
    faults.push(...await duplicateKeys(connection, table, loaded), ...await countedTwice(connection, table, loaded));
    faults.push(...await statedTwice(connection, table, loaded), ...await censusTwice(connection, table, loaded));
    faults.push(...await realBesideNoticed(connection, table, loaded));
  }
  const lost = await casesWithoutList(connection, loaded);
  faults.push(...lost.faults);
  if (faults.length > 0) {
    return faults;
  }
  await deriveColumns(connection, catalogue.organisation, loaded);
  for (const table of fed) {
    // What is worked out beyond a code or a count is a measure; weights have been looked at with the rows.
    const checks = table.columns.filter((column) => column.derived === true && column.type === 'number').flatMap(boundChecks);
    faults.push(...await checkRows(connection, derived(table), checks, loaded));
  }
  const warnings = [...await unknownCodes(connection, catalogue.organisation, fed, loaded), ...lost.warnings];
  if (faults.length > 0) {
    return faults;
  }
  const coverage = await writeTables(connection, fed, loaded);
  await dropWorking(connection);
  const rollUps = [...await writeRollUps(connection, catalogue, coverage), ...await writePeople(connection, catalogue, coverage)];
  return { coverage, rollUps, rows, warnings };
}

/** Lets go of what the finished tables were made from. */
async function dropWorking(connection: DuckDBConnection): Promise<void> {
  const working = await rowsOf(connection, "select table_name as name from duckdb_tables() where database_name = 'memory'");
  await connection.run(working.map(({ name }) => `drop table memory.main.${identifier(String(name))}`).join(';\n'));
}

interface Gathered {
  readonly faults: readonly Fault[];
  readonly given: ReadonlySet<string>;
  readonly rows: number;
}

async function gatherFile(connection: DuckDBConnection, file: ReadableFile, fileNo: number, log: ExtractLog): Promise<Gathered> {
  const none = { given: new Set<string>(), rows: 0 };
  const table = canonicalTable(file.source.table);
  if (table === undefined) {
    const names = CANONICAL_TABLES.map((one) => one.name).join(', ');
    return { ...none, faults: [fileFault(file.source.id, null, `there is no table "${file.source.table}"; the tables are ${names}`, 'Correct "table" in the mapping')] };
  }
  const opened = await openFile(connection, file);
  if (!('relation' in opened)) {
    return { ...none, faults: opened };
  }
  const identifying = await directIdentifiers(connection, file, opened);
  if (identifying.length > 0) {
    return { ...none, faults: identifying };
  }
  const mapped = await mapFile(connection, file.source, file.name, opened, table);
  if (!('select' in mapped)) {
    return { ...none, faults: mapped };
  }
  const columns = unreadColumns(file.source, opened);
  if (columns.length > 0) {
    log.info({ file: file.name, columns }, 'columns that no mapping reads');
  }
  const given = new Set(mapped.given.map((column) => column.name));
  if (opened.rows === 0) {
    const faults = file.source.optional ? []
      : [fileFault(file.source.id, file.name, 'is empty: it has a header and no rows', 'Export it again; the data held so far goes on serving')];
    return { given, rows: 0, faults };
  }
  return { given, rows: opened.rows, faults: await gatherRows(connection, table, file, opened, mapped, fileNo) };
}
