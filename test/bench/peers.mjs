import { createRequire } from 'node:module';
import { DuckDBInstance } from '@duckdb/node-api';
import { FIRST_DAY, DAYS } from './rows.mjs';

const require = createRequire(import.meta.url);

const TYPES = `{'appointment_id': 'varchar', 'appointment_date': 'date', 'treatment_function_code': 'varchar', 'site_code': 'varchar', 'first_attendance_code': 'varchar', 'attended_or_did_not_attend_code': 'varchar'}`;
/** The CSV as DuckDB reads it by hand, with the types said: a sniffed code would be a number. */
export const fromCsv = (csv) => `read_csv('${csv}', types = ${TYPES})`;

const MISSED = `sum(case when attended_or_did_not_attend_code in ('3', '7') then 1 else 0 end)`;
const ALL = `sum(case when attended_or_did_not_attend_code in ('3', '5', '6', '7') then 1 else 0 end)`;

/** By hand on one relation: what a card of one specialty holds, 25 months in one statement, and a split by specialty. */
async function byHand(create, relation) {
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  if (create !== null) await connection.run(create);
  const rolled = relation.startsWith('monthly');
  const [month, missed, all] = rolled ? ['month', 'sum(missed)', 'sum(total)'] : [`date_trunc('month', appointment_date)`, MISSED, ALL];
  const day = rolled ? 'month' : 'appointment_date';
  const pairs = async (sql, parameters) => (await connection.runAndReadAll(sql, parameters)).getRows().map(([key, above, below]) => [String(key).slice(0, 10), Number(above), Number(below)]);
  return {
    months: (specialty, from, to) => pairs(`select ${month}, ${missed}, ${all} from ${relation} where treatment_function_code = $1 and ${day} >= cast($2 as date) and ${day} < cast($3 as date) group by 1 order by 1`, [specialty, from, to]),
    split: (from, to) => pairs(`select treatment_function_code, ${missed}, ${all} from ${relation} where ${day} >= cast($1 as date) and ${day} < cast($2 as date) group by 1 order by 1`, [from, to]),
    close: () => { connection.closeSync(); instance.closeSync(); },
  };
}

export const duckdbOnTable = ({ parquet }) => byHand(`create table appointments as from '${parquet}'`, 'appointments');
export const duckdbOnParquet = ({ parquet }) => byHand(null, `'${parquet}'`);
export const duckdbOnRollUp = ({ parquet }) => byHand(
  `create table monthly as select date_trunc('month', appointment_date) as month, treatment_function_code, site_code, first_attendance_code, ${MISSED} as missed, ${ALL} as total from '${parquet}' group by all`, 'monthly');

/** Malloy on the same table; each question is parsed, compiled and run, as it would be for a person's question. */
export async function malloy({ parquet }) {
  const { Runtime } = require('@malloydata/malloy');
  const { DuckDBConnection } = require('@malloydata/db-duckdb');
  const connection = new DuckDBConnection('duckdb');
  await connection.runSQL(`create table appointments as from '${parquet}'`);
  const runtime = new Runtime({ urlReader: { readURL: () => Promise.reject(new Error('nothing is read')) }, connection });
  const MODEL = `source: appointments is duckdb.table('appointments') extend {
    measure: missed is count() { where: attended_or_did_not_attend_code = '3' | '7' }
    measure: total is count() { where: attended_or_did_not_attend_code = '3' | '5' | '6' | '7' }
  }\n`;
  const run = async (query, key) => {
    const result = await runtime.loadQuery(MODEL + query).run({ rowLimit: 1000 });
    return result.data.toObject().map((row) => [key(row), Number(row.missed), Number(row.total)]).sort(([a], [b]) => (a < b ? -1 : 1));
  };
  const within = (from, to) => `where: appointment_date >= @${from} and appointment_date < @${to}`;
  return {
    months: (specialty, from, to) => run(`run: appointments -> { ${within(from, to)} and treatment_function_code = '${specialty}' group_by: m is appointment_date.month aggregate: missed, total }`,
      ({ m }) => (m instanceof Date ? m.toISOString() : String(m)).slice(0, 10)),
    split: (from, to) => run(`run: appointments -> { ${within(from, to)} group_by: k is treatment_function_code aggregate: missed, total }`, ({ k }) => k),
    close: () => connection.close(),
  };
}

/** The limit: counts a day, specialty, site and kind in typed arrays, looked through from end to end. */
export async function typedArrays({ parquet }) {
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  const rows = (await connection.runAndReadAll(`select cast(appointment_date - date '${FIRST_DAY}' as integer) as day, treatment_function_code, ${MISSED}, ${ALL}
    from '${parquet}' group by appointment_date, treatment_function_code, site_code, first_attendance_code order by appointment_date`)).getRows();
  connection.closeSync();
  instance.closeSync();
  const specialties = [...new Set(rows.map(([, code]) => code))].sort();
  const at = new Map(specialties.map((code, index) => [code, index]));
  const days = Uint16Array.from(rows, ([day]) => day);
  const codes = Uint8Array.from(rows, ([, code]) => at.get(code));
  const missed = Uint32Array.from(rows, ([, , count]) => Number(count));
  const total = Uint32Array.from(rows, ([, , , count]) => Number(count));
  const monthOf = Uint8Array.from({ length: DAYS + 1 }, (_, day) => { const date = new Date(Date.parse(FIRST_DAY) + day * 86_400_000); return (date.getUTCFullYear() - 2023) * 12 + date.getUTCMonth(); });
  const dayOf = (iso) => (Date.parse(iso) - Date.parse(FIRST_DAY)) / 86_400_000;
  const named = (month) => `${2023 + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}-01`;
  const scan = (from, to, only, size, keyOf) => {
    const [above, below] = [new Float64Array(size), new Float64Array(size)];
    const [first, end] = [dayOf(from), dayOf(to)];
    for (let row = 0; row < days.length; row += 1) {
      if (days[row] >= first && days[row] < end && (only === undefined || codes[row] === only)) {
        above[keyOf(row)] += missed[row];
        below[keyOf(row)] += total[row];
      }
    }
    return [above, below];
  };
  const pairs = ([above, below], name) => [...below].flatMap((count, key) => (count === 0 ? [] : [[name(key), above[key], count]]));
  return {
    months: (specialty, from, to) => pairs(scan(from, to, at.get(specialty), 48, (row) => monthOf[days[row]]), named),
    split: (from, to) => pairs(scan(from, to, undefined, specialties.length, (row) => codes[row]), (key) => specialties[key]),
    close: () => undefined,
  };
}
