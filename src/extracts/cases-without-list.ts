import type { DuckDBConnection } from '@duckdb/node-api';
import type { LoadedFile } from './checked-rows';
import type { Fault } from './fault';
import { rowsOf } from './load-rows';

/** Above this share the two extracts do not fit together, and cases per list would come out far too low. */
const LARGEST_SHARE = 0.1;

/**
 * Theatre cases that name a list which is not there: a fault where they are many, a sentence where they are few, and
 * neither where there is none, or where no list is held at all.
 */
export async function casesWithoutList(
  connection: DuckDBConnection, files: readonly LoadedFile[],
): Promise<{ readonly faults: readonly Fault[]; readonly warnings: readonly string[] }> {
  const [found] = await rowsOf(connection, `select count(*) as cases, count(*) filter (where lost) as without,  min(file_no) filter (where lost) as file_no
    from (select file_no, not exists (select 1 from gathered_theatre_sessions as s where s.session_id = c.session_id and not s.counted) as lost
      from gathered_theatre_cases as c where not counted) as cases`);
  const without = Number(found?.['without'] ?? 0);
  const cases = Number(found?.['cases'] ?? 0);
  const [sessions] = await rowsOf(connection, 'select count(*) as n from gathered_theatre_sessions');
  if (without === 0) {
    return { faults: [], warnings: [] };
  }
  if (sessions?.['n'] === 0 || without <= LARGEST_SHARE * cases) {
    return { faults: [], warnings: [`theatre_cases: ${without} cases name a session that theatre_sessions does not hold`] };
  }
  const file = files[Number(found?.['file_no'])];
  return { warnings: [], faults: [{
    source: file?.source ?? null, file: file?.name ?? null, row: null, column: 'session_id',
    message: `${without} of ${cases} cases name a session that theatre_sessions does not hold, where one in ten is allowed`,
    remedy: 'Export the lists of the same dates, or write session_id the same way in both mappings',
  }] };
}
