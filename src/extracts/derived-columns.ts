import type { DuckDBConnection } from '@duckdb/node-api';
import type { Organisation } from '../catalogue/organisation';
import { CANONICAL_TABLES } from '../catalogue/tables/canonical-tables';
import type { LoadedFile } from './checked-rows';
import { TESTS, WAITS } from './derived/diagnostics';
import { ENDOSCOPY_CASES, ENDOSCOPY_LISTS } from './derived/endoscopy';
import { createGroups, withGroup } from './derived/groups';
import { SPELLS } from './derived/inpatients';
import { appointments } from './derived/outpatients';
import { derived, gatheredNamed } from './derived/parts';
import { BREACHES, CASES, CASES_ON_THE_DAY, SESSIONS } from './derived/theatres';
import { FOLLOW_UPS, pathways } from './derived/waiting-lists';

/** How a table is worked out: kept where rows meet other rows, so that they meet only once; a view where a row needs only itself. */
interface Working {
  readonly kept: boolean;
  readonly select: string;
  readonly afterwards?: string;
}

const kept = (select: string, afterwards?: string): Working => ({ kept: true, select, ...(afterwards === undefined ? {} : { afterwards }) });
const seen = (select: string): Working => ({ kept: false, select });

const workings = (files: readonly LoadedFile[]): Readonly<Record<string, Working>> => ({
  outpatient_appointments: seen(appointments(files)),
  theatre_cases: kept(CASES, BREACHES),
  theatre_sessions: kept(SESSIONS),
  on_the_day_cases: kept(CASES_ON_THE_DAY),
  inpatient_spells: kept(SPELLS),
  endoscopy_cases: kept(ENDOSCOPY_CASES),
  endoscopy_lists: kept(ENDOSCOPY_LISTS),
  diagnostic_tests: seen(TESTS),
  diagnostic_waits: seen(WAITS),
  rtt_pathways: seen(pathways(files)),
  follow_up_register: seen(FOLLOW_UPS),
});

/** A list is worked out from its cases, which therefore come first, also where none are given. */
const CASES_OF: Readonly<Record<string, string>> = { theatre_sessions: 'theatre_cases', endoscopy_lists: 'endoscopy_cases' };

/** Works out every derived column of the tables that files feed, from `gathered_…` into `derived_…`. Whatever a source gives itself is kept. */
export async function deriveColumns(
  connection: DuckDBConnection, organisation: Organisation, files: readonly LoadedFile[],
): Promise<void> {
  await createGroups(connection, organisation);
  const worked = workings(files);
  const fed = CANONICAL_TABLES.filter(({ name }) => files.some(({ table }) => table === name || CASES_OF[table] === name));
  const cases = Object.values(CASES_OF);
  for (const table of [...fed.filter(({ name }) => cases.includes(name)), ...fed.filter(({ name }) => !cases.includes(name))]) {
    const working = worked[table.name] ?? seen(`select * from ${gatheredNamed(table.name)}`);
    await connection.run(`create ${working.kept ? 'table' : 'view'} ${derived(table)} as ${withGroup(table, organisation, working.select)}`);
    if (working.afterwards !== undefined) {
      await connection.run(working.afterwards);
    }
  }
}
