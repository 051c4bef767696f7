import type { DuckDBConnection } from '@duckdb/node-api';
import type { CanonicalTable } from '../catalogue/canonical-table';
import type { Organisation } from '../catalogue/organisation';
import { heldCodes } from './held-codes';
import { rowsOf } from './load-rows';
import { shownCode } from './shown';
import { literal, literals } from './sql-text';

const LISTED_CODES = 10;

/**
 * Codes that the organisation does not name: one sentence each, with how many rows. They are no ground for refusal,
 * since the figures above them still hold.
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
      const found = await rowsOf(connection, `select code, n, count(*) over () as kinds, sum(n) over () as total from ${heldCodes(table)}
        where column_name = ${literal(column)} and code not in (${literals(codes)}) order by n desc, code limit ${LISTED_CODES}`);
      if (found.length > 0) {
        const listed = found.map((row) => `${shownCode(String(row['code']))} (${Number(row['n'])})`).join(', ');
        const rest = Number(found[0]?.['kinds']) - found.length;
        warnings.push(`${table.name}: ${Number(found[0]?.['total'])} rows have a ${called} code that the organisation does not name: ${listed}${rest > 0 ? ` and ${rest} more` : ''}`);
      }
    }
  }
  return warnings;
}
