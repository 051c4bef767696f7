import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api';
import { loadCatalogue } from '../../src/catalogue/load';

/*
 * NHS England's published file, a few rows of it unaltered, through the mapping an analyst wrote.
 * Expected values are worked out from the printed columns: for ENT in January 2026, 21,542 missed, 245,529 attended
 * and 344,501 appointments give 21,542 ÷ 267,071 and 21,542 ÷ 344,501.
 */
const EXCERPT = 'test/fixtures/nhs-england/hes_monthly_open_data_treatment_specialty_excerpt.csv';
const { catalogue } = loadCatalogue({ trustFolder: 'deployment/nhs-england' });

let connection: DuckDBConnection;
beforeAll(async () => {
  connection = await (await DuckDBInstance.create(':memory:')).connect();
  await connection.run(`create table file as select row_number() over () + 1 as file_row, * from read_csv('${EXCERPT}', all_varchar = true)`);
  // Dates are read by the pattern of the mapping, and counts of a month dated to its first day, when the file is loaded.
  await connection.run(`create table appointments as select * replace (
    cast(cast(date_trunc('month', strptime(appointment_date, '${catalogue.sources[0]?.dates[0] ?? ''}')) as date) as varchar) as appointment_date)
    from (${catalogue.sources[0]?.select ?? ''}) as mapped`);
});
afterAll(() => connection.closeSync());

async function rows(sql: string): Promise<unknown[]> {
  return (await connection.runAndReadAll(sql)).getRowsJson();
}

const sumOf = (codes: string): string => `cast(sum(case when attended_or_did_not_attend_code in (${codes}) then weight end) as integer)`;

test.each<[name: string, code: string, operational: number, ofAll: number, followUps: number]>([
  ['ENT', '120', 8.066, 6.253, 1.1818],
  ['Trauma & Orthopaedics', '110', 5.988, 4.959, 1.7674],
  ['Ophthalmology', '130', 6.775, 5.429, 2.8735],
])('%s in January 2026 has the published rates by both denominators, and the published ratio', async (_name, code, operational, ofAll, followUps) => {
  const [found] = await rows(`
    select round(100.0 * ${sumOf("'3', '7'")} / ${sumOf("'3', '5', '6', '7'")}, 3),
           round(100.0 * ${sumOf("'3', '7'")} / ${sumOf("'2', '3', '4', '5', '6', '7'")}, 3),
           round(sum(case when first_attendance_code in ('2', '4') then weight end) / sum(case when first_attendance_code in ('1', '3') then weight end), 4)
    from appointments where treatment_function_code = '${code}' and appointment_date = '2026-01-01'`);
  expect(found).toEqual([operational, ofAll, followUps]);
});

test('every count of a row is laid out once, and together they are the total', async () => {
  expect(await rows(`
    select attended_or_did_not_attend_code, first_attendance_code, cast(weight as integer), appointment_date, counted_by, provisional
    from appointments where treatment_function_code = '120' and appointment_date = '2026-01-01' order by 1, 2 nulls last`)).toEqual([
    ['3', null, 21_542, '2026-01-01', 'month', true],
    ['4', null, 77_430, '2026-01-01', 'month', true],
    ['5', '1', 112_531, '2026-01-01', 'month', true],
    ['5', '2', 132_992, '2026-01-01', 'month', true],
    ['5', null, 6, '2026-01-01', 'month', true],
  ]);
});

test('a year that is final is not provisional, and the year in progress is', async () => {
  expect(await rows('select provisional, min(appointment_date), max(appointment_date) from appointments group by 1 order by 1')).toEqual([
    [false, '2025-01-01', '2025-03-01'], [true, '2026-01-01', '2026-01-01'],
  ]);
});

test('blank counts and the stray row of 30 March 2024 give no appointments', async () => {
  expect(await rows("select treatment_function_code from appointments where treatment_function_code = '499' or appointment_date < '2025-01-01'")).toEqual([]);
});

test('a title with a comma or semicolon shifts no column', async () => {
  expect(await rows("select attended_or_did_not_attend_code, first_attendance_code, cast(weight as integer) from appointments where treatment_function_code = '199'"))
    .toEqual([['5', '1', 12]]);
});

test('every row says which row of the file it came from', async () => {
  expect(await rows("select distinct cast(file_row as integer) from appointments where treatment_function_code = '120' and appointment_date = '2026-01-01'")).toEqual([[4]]);
});

test('the mapping takes the file under its publisher’s name and under a plainer one', () => {
  const pattern = new RegExp(`^${(catalogue.sources[0]?.files ?? '').replaceAll('.', '\\.').replaceAll('*', '.*')}$`, 'i');
  expect('HES_M10_OPEN_DATA_TREATMENT_SPECIALTY.csv').toMatch(pattern);
  expect('hes_op_apc_monthly_by_treatment_specialty_apr2018_jan2026.csv').toMatch(pattern);
  expect('hes_op_apc_monthly_totals_apr2007_jan2026.csv').not.toMatch(pattern);
});

test('the measures that the file can feed leave nothing out, split by specialty alone, and say what the file counts', () => {
  for (const id of ['dna-rate', 'dna-rate-all-appointments', 'new-to-follow-up-ratio']) {
    expect(catalogue.metrics.get(id)).toMatchObject({ exclude: [], dimensions: ['specialty'] });
    expect(catalogue.metrics.get(id)?.caveats[0]).toMatch(/812.*private patients/);
  }
});

test('the measures that it cannot feed are known, and said not to be in the file', () => {
  for (const word of ['PIFU', 'First appointments and procedures', 'Discharged at first appointment']) {
    expect(catalogue.notHeld.find(({ words }) => words.includes(word))?.because).toMatch(/^NHS England's monthly outpatient file does not hold/);
  }
});

test('every treatment function of the file is one of England’s, unknown ones included', async () => {
  const codes = new Set(catalogue.organisation.specialties.map(({ code }) => code));
  const found = await rows('select distinct treatment_function_code from appointments');
  expect(found.flat().filter((code) => !codes.has(String(code)))).toEqual([]);
  expect(codes.has('&')).toBe(true);
});
