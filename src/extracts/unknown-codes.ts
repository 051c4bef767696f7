import type { DuckDBConnection } from '@duckdb/node-api';
import type { CanonicalTable } from '../catalogue/canonical-table';
import type { Organisation } from '../catalogue/organisation';
import { shown } from './fault';
import { rowsOf } from './load-rows';
import { identifier, literals } from './sql-text';
import { gathered } from './typed-rows';

const LISTED_CODES = 10;

/**
 * Codes that the organisation does not name, and cases whose list is not there: one sentence each, with how many rows.
 * They are no ground for refusal, since the figures above them still hold.
 */
export async function unknownCodes(
  connection: DuckDBConnection, organisation: Organisation, tables: readonly CanonicalTable[],
): Promise<readonly string[]> {
  const known = [
    { column: 'treatment_function_code', codes: organisation.specialties.map((specialty) => specialty.code), called: 'treatment function' },
    { column: 'site_code', codes: organisation.sites.flatMap((site) => site.codes), called: 'site' },
  ].filter((list) => list.codes.length > 0);
  const warnings: string[] = [];
  for (const table of tables) {
    for (const { column, codes, called } of known) {
      const found = await rowsOf(connection, `select ${identifier(column)} as code, count(*) as n, count(*) over () as kinds, sum(count(*)) over () as total
        from ${gathered(table)} where ${identifier(column)} not in (${literals(codes)}) group by 1 order by n desc, code limit ${LISTED_CODES}`);
      if (found.length > 0) {
        const listed = found.map((row) => `${shown(String(row['code']))} (${Number(row['n'])})`).join(', ');
        const rest = Number(found[0]?.['kinds']) - found.length;
        warnings.push(`${table.name}: ${Number(found[0]?.['total'])} rows have a ${called} code that the organisation does not name: ${listed}${rest > 0 ? ` and ${rest} more` : ''}`);
      }
    }
  }
  const [orphans] = await rowsOf(connection, `select count(*) as n from gathered_theatre_cases as c
    where not counted and not exists (select 1 from gathered_theatre_sessions as s where s.session_id = c.session_id and not s.counted)`);
  const without = Number(orphans?.['n'] ?? 0);
  return without === 0 ? warnings : [...warnings, `theatre_cases: ${without} cases name a session that theatre_sessions does not hold`];
}
