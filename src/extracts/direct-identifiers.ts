import { FORENAMES } from '../catalogue/persons/forenames';
import { SURNAMES } from '../catalogue/persons/surnames';
import type { DuckDBConnection } from '@duckdb/node-api';
import type { Fault } from './fault';
import type { OpenedFile } from './file-view';
import { identifierByHeader } from './identifiers/headers';
import { identifierByValue, LIKELY } from './identifiers/values';
import { rowsOf } from './load-rows';
import type { ReadableFile } from './staging';
import { identifier, literal } from './sql-text';

/** Bytes of the shortest value that may say who somebody is. */
const SHORTEST = 5;
/** Different values of one column that are looked at closely: of more, so many by chance. */
const LOOKED_AT = 20_000;

/** Rows by which it is told whether a column repeats itself. */
const FIRST_ROWS = 2_000;

const TEN_DIGITS = "regexp_full_match(value, ' *[0-9]{10}(?:[.]0)? *')";
/** Each digit with its weight, the check digit with one: 0 by modulus 11 for an NHS number. Source: NHS Data Dictionary, NHS number. */
const WEIGHED = Array.from({ length: 10 }, (_, place) => `(number // ${10 ** (9 - place)}) % 10 * ${10 - place}`).join(' + ');

/**
 * Columns of a file that say who somebody is, whether a mapping reads them or not: by what they are called, or by the
 * values of any row. One fault a column, and none of its values in it.
 */
export async function directIdentifiers(connection: DuckDBConnection, file: ReadableFile, { relation, columns }: OpenedFile): Promise<readonly Fault[]> {
  const read = columns.filter((name) => name.toLowerCase() !== 'file_row');
  const byHeader = new Map(read.flatMap((name) => { const what = identifierByHeader(name); return what === null ? [] : [[name, what] as const]; }));
  const byValue = await identifiersByValue(connection, relation, read.filter((name) => !byHeader.has(name)));
  return read.flatMap((column): Fault[] => {
    const what = byHeader.get(column) ?? byValue.get(column);
    return what === undefined ? [] : [{
      source: file.source.id, file: file.name, row: null, column: calledHere(column, columns), message: `looks like ${what}, which say who a person is`,
      remedy: 'Leave the column out of the export, or put a pseudonym in its place under a header that says so: extracts carry no direct identifier',
    }];
  });
}

/** What a column is called; its place where the name holds a digit or is a person's, since the first row of a file without a header is a record. */
function calledHere(column: string, columns: readonly string[]): string {
  const isPersonal = /\d/.test(column) || column.toLowerCase().split(/[^\p{L}]+/u).some((word) => FORENAMES.has(word) || SURNAMES.has(word));
  return isPersonal ? String(columns.indexOf(column) + 1) : column;
}

/** The columns that hold identifiers, each with what they are. All rows are looked at, by the engine. */
async function identifiersByValue(connection: DuckDBConnection, relation: string, columns: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const long = (await filledRows(connection, relation, columns)).filter(({ longest }) => longest >= SHORTEST);
  if (long.length === 0) {
    return new Map();
  }
  const repeated = await repeatedColumns(connection, relation, long.map(({ column }) => column));
  const isLikely = `regexp_matches(value, ${literal(LIKELY)})`;
  const likely = long.map(({ column }, place) => {
    const values = `select ${place} as place, value, count(*) as n from (select cast(${identifier(column)} as varchar) as value from (${relation}) as r) as v`;
    return repeated.has(column) ? `select * from (${values} group by value) as v where ${isLikely}` : `${values} where ${isLikely} group by value`;
  });
  await connection.run(`create or replace temp table likely as ${likely.join(' union all ')}`);
  try {
    const values = await rowsOf(connection, `select place, value, n, different from
      (select *, count(*) over (partition by place) as different, row_number() over (partition by place order by hash(value), value) as nth from likely where not ${TEN_DIGITS}) as ranked
      where nth <= ${LOOKED_AT}`);
    const tens = await rowsOf(connection, `select place, count(*) as n, count(*) filter ((${WEIGHED}) % 11 = 0) as valid, sum(held) as held
      from (select place, cast(cast(value as double) as bigint) as number, sum(n) as held from likely where ${TEN_DIGITS} group by all) as numbers where number % 1111111111 <> 0 group by place`);
    return new Map(long.flatMap(({ column, rows }, place) => {
      const held = values.filter((row) => row['place'] === place);
      const ten = tens.find((row) => row['place'] === place);
      const seen = held.length / Number(held[0]?.['different'] ?? 1);
      const what = identifierByValue({
        header: column, filled: rows * seen, values: held.map((row) => ({ value: String(row['value']), rows: Number(row['n']) })),
        tenDigits: { all: Number(ten?.['n'] ?? 0), valid: Number(ten?.['valid'] ?? 0), alone: Number(ten?.['held'] ?? 0) === rows },
      });
      return what === null ? [] : [[column, what] as const];
    }));
  } finally {
    await connection.run('drop table if exists likely');
  }
}

/** Columns whose first rows hold few different values: it is quicker to look at each value once than at each row. */
async function repeatedColumns(connection: DuckDBConnection, relation: string, columns: readonly string[]): Promise<ReadonlySet<string>> {
  const [row] = await rowsOf(connection, `select ${columns.map((name, place) => `count(distinct ${identifier(name)}) as d${place}`).join(', ')} from (select * from (${relation}) as r limit ${FIRST_ROWS}) as first_rows`);
  return new Set(columns.filter((_, place) => Number(row?.[`d${place}`]) < FIRST_ROWS / 10));
}

/** Each column with the rows that hold something and the bytes of its longest value. */
async function filledRows(
  connection: DuckDBConnection, relation: string, columns: readonly string[],
): Promise<readonly { readonly column: string; readonly rows: number; readonly longest: number }[]> {
  if (columns.length === 0) {
    return [];
  }
  const counts = columns.map((name, place) => `count(${identifier(name)}) as n${place}, max(strlen(cast(${identifier(name)} as varchar))) as l${place}`);
  const [row] = await rowsOf(connection, `select ${counts.join(', ')} from (${relation}) as r`);
  return columns.map((column, place) => ({ column, rows: Number(row?.[`n${place}`] ?? 0), longest: Number(row?.[`l${place}`] ?? 0) }));
}
