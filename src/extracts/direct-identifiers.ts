import type { DuckDBConnection } from '@duckdb/node-api';
import type { Fault } from './fault';
import type { OpenedFile } from './file-view';
import { rowsOf } from './load-rows';
import type { ReadableFile } from './staging';
import { identifier } from './sql-text';

/** Values of a column that are looked at, and the share of them that makes it what it looks like. */
const LOOKED_AT = 2_000;
const MOST = 0.9;
/** Fewer values than this tell nothing. */
const FEWEST = 5;

const NAMES = /(?:^|_)(?:forenames?|first_?names?|given_?names?|surname|last_?name|family_?name|maiden_?name|(?:patient|person|full)_?name)(?:_|$)/;
const BIRTH = /(?:^|_)(?:dob|d_o_b|date_?of_?birth|birth_?dates?)(?:_|$)/;
const POSTCODE = /^[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}$/i;

/**
 * Columns of a file that name a patient, whether a mapping reads them or not: NHS numbers and postcodes by their values,
 * names and dates of birth by what the column is called. One fault a column, and none of its values in it.
 */
export async function directIdentifiers(connection: DuckDBConnection, file: ReadableFile, { relation, columns }: OpenedFile): Promise<readonly Fault[]> {
  const read = columns.filter((name) => name.toLowerCase() !== 'file_row');
  const rows = read.length === 0 ? [] : await rowsOf(connection, `select ${read.map((name, index) => `cast(${identifier(name)} as varchar) as c${index}`).join(', ')} from (${relation}) as r limit ${LOOKED_AT}`);
  return read.flatMap((column, index): Fault[] => {
    const values = rows.flatMap((row) => {
      const value = String(row[`c${index}`] ?? '').trim();
      return value === '' ? [] : [value];
    });
    const what = looksLike(column, values);
    return what === null ? [] : [{
      source: file.source.id, file: file.name, row: null, column: calledHere(column, columns), message: `looks like ${what}, which say who a patient is`,
      remedy: 'Leave the column out of the export, or put a pseudonym in its place: extracts carry no direct identifier',
    }];
  });
}

/** What a column is called; its place where the name holds a digit, since the first row of a file without a header is a record. */
const calledHere = (column: string, columns: readonly string[]): string => (/\d/.test(column) ? String(columns.indexOf(column) + 1) : column);

function looksLike(column: string, values: readonly string[]): string | null {
  const name = column.replace(/([a-z\d])([A-Z])/g, '$1_$2').toLowerCase().replace(/[^a-z\d]+/g, '_');
  if (NAMES.test(name)) {
    return 'names';
  }
  if (BIRTH.test(name)) {
    return 'dates of birth';
  }
  const share = (holds: (value: string) => boolean): number => (values.length < FEWEST ? 0 : values.filter(holds).length / values.length);
  return share(isNhsNumber) >= MOST ? 'NHS numbers' : share((value) => POSTCODE.test(value)) >= MOST ? 'postcodes' : null;
}

/** Ten digits, the last of them the check digit of the nine before it by modulus 11. Source: NHS Data Dictionary, NHS number. */
function isNhsNumber(value: string): boolean {
  const digits = value.replace(/[ -]/g, '');
  if (!/^\d{10}$/.test(digits)) {
    return false;
  }
  const sum = [...digits.slice(0, 9)].reduce((total, digit, index) => total + Number(digit) * (10 - index), 0);
  const check = 11 - (sum % 11);
  return check !== 10 && check % 11 === Number(digits[9]);
}
