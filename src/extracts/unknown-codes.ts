import type { DuckDBConnection } from '@duckdb/node-api';
import type { CanonicalTable } from '../catalogue/canonical-table';
import type { Organisation } from '../catalogue/organisation';
import type { LoadedFile } from './checked-rows';
import { heldCodes } from './held-codes';
import { rowsOf } from './load-rows';
import { identifier, literal, literals } from './sql-text';
import { gathered } from './typed-rows';

const LISTED_CODES = 10;

/**
 * Codes that the organisation does not name: one sentence a column, with how many rows have each code and the first of them,
 * where it can be looked up. They are no ground for refusal, since the figures above them still hold.
 */
export async function unknownCodes(
  connection: DuckDBConnection, organisation: Organisation, tables: readonly CanonicalTable[], files: readonly LoadedFile[],
): Promise<readonly string[]> {
  const known = [
    { column: 'treatment_function_code', codes: organisation.specialties.map((specialty) => specialty.code), called: 'treatment function' },
    { column: 'site_code', codes: organisation.sites.flatMap((site) => site.codes), called: 'site' },
  ].filter((list) => list.codes.length > 0);
  const warnings: string[] = [];
  for (const table of tables) {
    for (const { column, codes, called } of known) {
      const found = await rowsOf(connection, `
        with codes as (select code, n, count(*) over () as kinds, sum(n) over () as total from ${heldCodes(table)}
          where column_name = ${literal(column)} and code not in (${literals(codes)}) order by n desc, code limit ${LISTED_CODES}),
        places as (select distinct on (code) ${identifier(column)} as code, file_no, file_row from ${gathered(table)}
          where ${identifier(column)} in (select code from codes) order by code, file_no, file_row)
        select n, kinds, total, file_no, file_row from codes join places using (code) order by n desc, code`);
      if (found.length > 0) {
        const listed = found.map((row) => `as in ${files[Number(row['file_no'])]?.name ?? 'a file'}, row ${Number(row['file_row'])} (${Number(row['n'])})`).join('; ');
        const rest = Number(found[0]?.['kinds']) - found.length;
        warnings.push(`${table.name}: ${Number(found[0]?.['total'])} rows have a ${called} code that the organisation does not name: ${listed}${rest > 0 ? ` and ${rest} more codes` : ''}`);
      }
    }
  }
  return warnings;
}
