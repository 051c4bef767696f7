import { readFileSync } from 'node:fs';
import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api';
import type { ExtractSource } from '../../src/catalogue/extract-source';
import { loadCatalogue } from '../../src/catalogue/load';
import { ask, csv, SampleFolders, withSnapshot } from '../extracts/sample-trust';

/*
 * NHS England's published file, a few rows of it unaltered, through the mapping an analyst wrote.
 * Expected values are worked out from the printed columns: for ENT in January 2026, 21,542 missed, 245,529 attended
 * and 344,501 appointments give 21,542 ÷ 267,071 and 21,542 ÷ 344,501.
 */
const EXCERPT = 'test/fixtures/nhs-england/hes_monthly_open_data_treatment_specialty_excerpt.csv';
const { catalogue } = loadCatalogue({ trustFolder: 'deployment/nhs-england' });

function mappingOf(id: string): ExtractSource {
  const found = catalogue.sources.find((one) => one.id === id);
  if (found === undefined) {
    throw new Error(`there is no mapping ${id}`);
  }
  return found;
}

let connection: DuckDBConnection;
beforeAll(async () => {
  connection = await (await DuckDBInstance.create(':memory:')).connect();
  await connection.run(`create table file as select row_number() over () + 1 as file_row, * from read_csv('${EXCERPT}', all_varchar = true)`);
  // Dates are read by the pattern of the mapping, and counts of a month dated to its first day, when the file is loaded.
  for (const [name, id, date] of [['appointments', 'hes-monthly-outpatients', 'appointment_date'], ['episodes', 'hes-monthly-episodes', 'episode_end_date']] as const) {
    const { select, dates: [pattern] } = mappingOf(id);
    await connection.run(`create table ${name} as select * replace (
      cast(cast(date_trunc('month', strptime(${date}, '${pattern ?? ''}')) as date) as varchar) as ${date}) from (${select}) as mapped`);
  }
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

test('the mappings take the file under its publisher’s name and under a plainer one, and the artificial file by its own', () => {
  const fitting = (name: string): string[] => catalogue.sources
    .filter(({ files }) => new RegExp(`^${files.replaceAll('.', '\\.').replaceAll('*', '.*')}$`, 'i').test(name)).map(({ id }) => id);
  const monthly = ['hes-monthly-outpatients', 'hes-monthly-episodes'];
  expect(fitting('HES_M10_OPEN_DATA_TREATMENT_SPECIALTY.csv')).toEqual(monthly);
  expect(fitting('hes_op_apc_monthly_by_treatment_specialty_apr2018_jan2026.csv')).toEqual(monthly);
  expect(fitting('hes_op_apc_monthly_totals_apr2007_jan2026.csv')).toEqual([]);
  expect(fitting('artificial_hes_op_0304_1000rows.csv')).toEqual(['artificial-hes-outpatients']);
});

test('the measures that the file can feed leave nothing out, split by specialty alone, and say what the file counts', () => {
  for (const id of ['dna-rate', 'dna-rate-all-appointments', 'new-to-follow-up-ratio']) {
    expect(catalogue.metrics.get(id)).toMatchObject({ exclude: [], dimensions: ['specialty'] });
    expect(catalogue.metrics.get(id)?.caveats[0]).toMatch(/812.*private patients/);
  }
});

/*
 * Printed for January 2026: Trauma & Orthopaedics 32,341 day cases of 84,564 finished consultant episodes, ENT 12,714 of
 * 24,749, Ophthalmology 71,492 of 73,832; for March 2025, Trauma & Orthopaedics 36,034 of 94,238.
 */
test.each<[name: string, code: string, month: string, dayCases: number, episodes: number, percent: number]>([
  ['Trauma & Orthopaedics', '110', '2026-01-01', 32_341, 84_564, 38.244],
  ['Trauma & Orthopaedics', '110', '2025-03-01', 36_034, 94_238, 38.237],
  ['ENT', '120', '2026-01-01', 12_714, 24_749, 51.372],
  ['Ophthalmology', '130', '2026-01-01', 71_492, 73_832, 96.831],
])('day cases of %s (%s) in the month of %s are counted within the episodes', async (_name, code, month, dayCases, episodes, percent) => {
  const dayCase = "sum(weight) filter (where patient_classification_code = '2')";
  expect(await rows(`select cast(${dayCase} as integer), cast(sum(weight) as integer), round(100.0 * ${dayCase} / sum(weight), 3), bool_and(counted_by = 'month')
    from episodes where treatment_function_code = '${code}' and episode_end_date = '${month}'`)).toEqual([[dayCases, episodes, percent, true]]);
});

test('episodes are laid out once, and blank or no episodes give none', async () => {
  // 16,412 + 84,564 + 24,749 + 73,832 + 3,747 + 1,446 in January 2026, and none for treatment function 199.
  expect(await rows("select cast(sum(weight) as integer), count(*) from episodes where episode_end_date = '2026-01-01'")).toEqual([[204_750, '12']]);
  expect(await rows("select count(*) from episodes where treatment_function_code in ('199', '499')")).toEqual([['0']]);
});

test('day cases as a share of episodes are said not to be the day-case rate, which is known and fed by nothing here', () => {
  const share = catalogue.metrics.get('day-case-share-of-episodes');
  expect(share).toMatchObject({ dimensions: ['specialty'], numerator: { table: 'consultant_episodes' }, denominator: { table: 'consultant_episodes' } });
  expect(share?.caveats[0]).toMatch(/^Not the day-case rate/);
  const fed = new Set(catalogue.sources.map(({ table }) => table));
  expect(fed.has(catalogue.metrics.get('day-case-rate')?.numerator.table ?? 'nothing')).toBe(false);
});

describe('the artificial file beside the published one', () => {
  // Made-up rows in the columns of the artificial file that the mapping reads, and one that it does not. Of those who were
  // due to attend (3, 5, 6, 7), 2 of 8 missed it; of all ten, one has no known type and two no known outcome.
  const ARTIFICIAL = [
    'ATTENDKEY,APPTDATE,TRETSPEF,ATTENDED,FIRSTATT,OUTCOME,ADMINCAT,SUSHRG',
    '1,2003-04-01,110,5,1,2,01,', '2,2003-04-02,110,5,2,9,01,', '3,2003-06-30,110,3,1,1,01,', '4,2003-07-15,120,6,2,3,01,', '5,2003-12-24,120,3,9,,02,',
    '6,2004-01-02,130,4,1,1,01,', '7,2004-02-29,130,2,2,1,01,', '8,2004-03-30,130,5,1,1,01,', '9,2004-03-31,&,5,2,2,01,', '10,2004-03-31,&,5,2,2,01,',
  ];
  let folders: SampleFolders;
  beforeEach(() => { folders = new SampleFolders(); });
  afterEach(() => folders.close());

  const open = async (...artificial: readonly string[]) => {
    folders.put('hes_open_data_treatment_specialty.csv', readFileSync(EXCERPT));
    if (artificial.length > 0) {
      folders.put('artificial_hes_op_0304.csv', csv(...artificial));
    }
    const keeper = await folders.open([], { catalogue, clock: () => Date.UTC(2026, 2, 10) });
    expect(keeper.problems()).toEqual([]);
    return keeper;
  };

  test('is counted row by row, with codes that say "not known" left empty', async () => {
    const keeper = await open(...ARTIFICIAL);
    expect(await ask(keeper, `select count(*) as n, count(*) filter (where attended_or_did_not_attend_code in ('3', '7')) as missed,
      count(*) filter (where attended_or_did_not_attend_code in ('3', '5', '6', '7')) as due, count(first_attendance_code) as kinds, count(outcome_of_attendance_code) as outcomes
      from outpatient_appointments where appointment_date < date '2005-01-01'`)).toEqual([{ n: 10, missed: 2, due: 8, kinds: 9, outcomes: 8 }]);
  });

  test('says so for the year it covers, and changes nothing of what the published file holds', async () => {
    const [alone, beside] = [await withSnapshot(await open(), ({ coverage }) => coverage), await withSnapshot(await open(...ARTIFICIAL), ({ coverage }) => coverage)];
    const [before, after] = [alone['outpatient_appointments'], beside['outpatient_appointments']];
    expect(before).toMatchObject({ from: '2025-01-01', to: '2026-01-31', dailyFrom: null, notices: [] });
    expect(after).toMatchObject({ from: '2003-04-01', to: '2026-01-31', dailyFrom: null, provisionalFrom: before?.provisionalFrom, missingDays: [], rows: (before?.rows ?? 0) + 10 });
    expect(after?.notices).toEqual([{ notice: mappingOf('artificial-hes-outpatients').notice, from: '2003-04-01', to: '2004-03-31' }]);
    expect(after?.notices[0]?.notice).toMatch(/^Artificial data: /);
    // An outcome that only artificial rows give is no ground for a rate of England's.
    expect(after?.columnsFrom).toMatchObject({ outcome_of_attendance_code: null, first_attendance_code: '2003-04-01' });
    expect(after?.missingMonths).toEqual(expect.arrayContaining(['2003-05', '2004-04', '2018-03', ...before?.missingMonths ?? []]));
    expect(beside['consultant_episodes']).toEqual(alone['consultant_episodes']);
  });
});

test('every treatment function of the file is one of England’s, unknown ones included', async () => {
  const codes = new Set(catalogue.organisation.specialties.map(({ code }) => code));
  const found = await rows('select distinct treatment_function_code from appointments');
  expect(found.flat().filter((code) => !codes.has(String(code)))).toEqual([]);
  expect(codes.has('&')).toBe(true);
});
