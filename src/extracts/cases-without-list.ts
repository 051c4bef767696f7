import type { DuckDBConnection } from '@duckdb/node-api';
import type { LoadedFile } from './checked-rows';
import type { Fault } from './fault';
import { rowsOf } from './load-rows';
import { identifier } from './sql-text';

/** Above this share the two extracts do not fit together, and cases per list would come out far too low. */
const LARGEST_SHARE = 0.1;

/** A table of cases, the table of the lists they are on, and the key that joins them. */
const PAIRS = [
  { cases: 'theatre_cases', lists: 'theatre_sessions', key: 'session_id', called: 'session' },
  { cases: 'on_the_day_cases', lists: 'on_the_day_lists', key: 'session_id', called: 'session' },
  { cases: 'endoscopy_cases', lists: 'endoscopy_lists', key: 'list_id', called: 'list' },
] as const;

type Pair = (typeof PAIRS)[number];

interface Found {
  readonly faults: readonly Fault[];
  readonly warnings: readonly string[];
}

/**
 * Cases that name a list which is not there: a fault where they are many, a sentence where they are few, and neither
 * where there is none, or where no list is held at all.
 */
export async function casesWithoutList(connection: DuckDBConnection, files: readonly LoadedFile[]): Promise<Found> {
  const found: Found[] = [];
  for (const pair of PAIRS) {
    found.push(files.some(({ table }) => table === pair.cases) ? await ofPair(connection, files, pair) : { faults: [], warnings: [] });
  }
  return { faults: found.flatMap(({ faults }) => faults), warnings: found.flatMap(({ warnings }) => warnings) };
}

async function ofPair(connection: DuckDBConnection, files: readonly LoadedFile[], { cases, lists, key, called }: Pair): Promise<Found> {
  const [casesHeld, listsHeld] = [identifier(`gathered_${cases}`), identifier(`gathered_${lists}`)];
  const [found] = await rowsOf(connection, `select count(*) as cases, count(*) filter (where lost) as without, min(file_no) filter (where lost) as file_no
    from (select file_no, not exists (select 1 from ${listsHeld} as s where s.${key} = c.${key} and not s.counted) as lost
      from ${casesHeld} as c where not counted) as cases`);
  const without = Number(found?.['without'] ?? 0);
  const total = Number(found?.['cases'] ?? 0);
  if (without === 0) {
    return { faults: [], warnings: [] };
  }
  const [held] = await rowsOf(connection, `select count(*) as n from ${listsHeld}`);
  if (held?.['n'] === 0 || without <= LARGEST_SHARE * total) {
    return { faults: [], warnings: [`${cases}: ${without} cases name a ${called} that ${lists} does not hold`] };
  }
  const file = files[Number(found?.['file_no'])];
  return { warnings: [], faults: [{
    source: file?.source ?? null, file: file?.name ?? null, row: null, column: key,
    message: `${without} of ${total} cases name a ${called} that ${lists} does not hold, where one in ten is allowed`,
    remedy: `Export the lists of the same dates, or write ${key} the same way in both mappings`,
  }] };
}
