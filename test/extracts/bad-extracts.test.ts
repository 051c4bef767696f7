import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import type { ExtractSource } from '../../src/catalogue/extract-source';
import { inspectExtracts } from '../../src/extracts/inspect-extracts';
import { faultSentence } from '../../src/extracts/fault';
import {
  ask, csv, GOOD_OUTPATIENTS, OUTPATIENT_HEADER, OUTPATIENT_ROWS, OUTPATIENTS, quiet, SampleFolders, SESSION_HEADER, SESSIONS, source, CASES, CASE_HEADER,
} from './sample-trust';

let folders: SampleFolders;
beforeEach(() => { folders = new SampleFolders(); });
afterEach(() => folders.close());

const GOOD_SESSION = 'S1,2024-07-01,120,R1,T1,elective,run,2024-07-01 08:30,2024-07-01 12:30';
const GOOD_CASE = 'C1,S1,2024-07-01,completed,60,2024-07-01 08:40,2024-07-01 09:40,,,';

interface BadExtract {
  readonly called: string;
  readonly sources: readonly ExtractSource[];
  readonly good: Readonly<Record<string, string>>;
  readonly bad: Readonly<Record<string, string | Buffer>>;
  readonly told: readonly string[];
}

const outpatients = (called: string, bad: string | Buffer, ...told: readonly string[]): BadExtract =>
  ({ called, sources: [OUTPATIENTS], good: { 'outpatients.csv': GOOD_OUTPATIENTS }, bad: { 'outpatients.csv': bad }, told });

const theatres = (called: string, bad: Readonly<Record<string, string>>, ...told: readonly string[]): BadExtract => ({
  called, sources: [SESSIONS, CASES],
  good: { 'sessions.csv': csv(SESSION_HEADER, GOOD_SESSION), 'cases.csv': csv(CASE_HEADER, GOOD_CASE) }, bad, told,
});

const FINISH = 'Wait for the export to finish, or export the file again.';
const READ_AS = 'Correct the row and export again; it is read as %d/%m/%Y or YYYY-MM-DD.';

const BAD: readonly BadExtract[] = [
  outpatients('a file cut in the middle of a row', `${OUTPATIENT_HEADER}\n${OUTPATIENT_ROWS[0]}\nA2,01/07/20`,
    `outpatients.csv, row 3: the file looks half-written: it stops in the middle of this row (2 of 6 columns). ${FINISH}`),
  outpatients('a file cut inside quotation marks', `${OUTPATIENT_HEADER}\n${OUTPATIENT_ROWS[0]}\nA2,01/07/2024,120,R1,"EN`,
    'outpatients.csv, row 3: the file looks half-written: a quotation mark is opened and never closed. Export the file again with quotation marks doubled inside values.'),
  outpatients('a file that ends in zero bytes', Buffer.concat([Buffer.from(GOOD_OUTPATIENTS), Buffer.alloc(512)]),
    `outpatients.csv: looks half-written: it holds runs of zero bytes. ${FINISH}`),
  outpatients('a file with nothing in it', '', 'outpatients.csv: is empty. Export the file again; nothing was taken from it.'),
  outpatients('a file with a header alone', csv(OUTPATIENT_HEADER),
    'outpatients.csv: is empty: it has a header and no rows. Export it again; the data held so far goes on serving.'),
  outpatients('a row with too many columns', csv(OUTPATIENT_HEADER, ...OUTPATIENT_ROWS, 'A5,03/07/2024,120,R1,ENT, clinic 1,5'),
    'outpatients.csv, row 6: has 7 columns where the header has 6. Put quotation marks around values that hold the delimiter, and export again.'),
  outpatients('a missing column', csv('Appt ID,Appt Date,TFC,Clinic', 'A1,01/07/2024,120,ENT1'),
    'outpatients.csv, row 1, column Site: this column is missing; the columns found are Appt ID, Appt Date, TFC, Clinic. Put it back into the export, or correct the mapping outpatients.',
    'outpatients.csv, row 1, column Status: this column is missing; the columns found are Appt ID, Appt Date, TFC, Clinic. Put it back into the export, or correct the mapping outpatients.'),
  outpatients('a date of 31 February', csv(OUTPATIENT_HEADER, ...OUTPATIENT_ROWS, 'A5,31/02/2024,120,R1,ENT1,5'),
    `outpatients.csv, row 6, column appointment_date: is not a date. ${READ_AS}`),
  outpatients('a date long gone', csv(OUTPATIENT_HEADER, ...OUTPATIENT_ROWS, 'A5,01/07/1924,120,R1,ENT1,5'),
    'outpatients.csv, row 6, column appointment_date: is before the year 2000. Correct the row, or the date pattern of the mapping.'),
  outpatients('a date far ahead', csv(OUTPATIENT_HEADER, ...OUTPATIENT_ROWS, 'A5,15/08/2025,120,R1,ENT1,5'),
    'outpatients.csv, row 6, column appointment_date: is more than 400 days ahead. Correct the row, or the date pattern of the mapping.'),
  outpatients('an unknown attendance code and an empty key', csv(OUTPATIENT_HEADER, ...OUTPATIENT_ROWS, ',03/07/2024,120,R1,ENT1,8'),
    'outpatients.csv, row 6, column appointment_id: is empty. Correct the row and export again.',
    'outpatients.csv, row 6, column attended_or_did_not_attend_code: is not one of 0, 2, 3, 4, 5, 6, 7. Correct the row, or turn the code into one of these in the mapping.'),
  outpatients('a key given twice', csv(OUTPATIENT_HEADER, ...OUTPATIENT_ROWS, 'A2,03/07/2024,120,R1,ENT1,5'),
    'outpatients.csv, row 6, column appointment_id: is already in outpatients.csv, row 3. Take one of the two out; a record may be given once.'),
  outpatients('a file cut at the end of a line, or an older one', csv(OUTPATIENT_HEADER, ...OUTPATIENT_ROWS.slice(0, 2)),
    'outpatients*: outpatient_appointments ends on 2024-07-01 where the last good load reached 2024-07-02, as an older or half-written export does. Export everything up to 2024-07-02 again, or set "allowed-fall" to 1 in the mapping for one load if it is right.'),
  { ...outpatients('a month that is gone from the middle', csv(OUTPATIENT_HEADER, 'A1,01/05/2024,120,R1,ENT1,5', 'A2,02/07/2024,120,R1,ENT1,5', 'A4,03/07/2024,120,R1,ENT1,5'),
    'outpatients*: outpatient_appointments holds nothing in 2024-06, which the last good load (2024-05-01 to 2024-07-02) held; it runs from 2024-05-01 to 2024-07-03 now. Export that month again, or set "allowed-fall" to 1 in the mapping for one load if it is right.'),
    good: { 'outpatients.csv': csv(OUTPATIENT_HEADER, 'A1,01/05/2024,120,R1,ENT1,5', 'A3,03/06/2024,120,R1,ENT1,5', 'A2,02/07/2024,120,R1,ENT1,5') } },
  outpatients('codes that name people', csv(OUTPATIENT_HEADER, ...OUTPATIENT_ROWS, 'A5,02/07/2024,120,R1,Jane Doe,5', 'A6,02/07/2024,120,943 476 5918,R1,5', 'A7,02/07/2024,120,9434765919,E!,5'),
    'outpatients.csv, row 7, column site_code: is not a code of up to 16 letters, digits and & . _ / + -. Give the code itself in the mapping, never a name or the number of a person.',
    'outpatients.csv, row 8, column site_code: is not a code of up to 16 letters, digits and & . _ / + -. Give the code itself in the mapping, never a name or the number of a person.',
    'outpatients.csv, row 6, column clinic_code: is not a code of up to 16 letters, digits and & . _ / + -. Give the code itself in the mapping, never a name or the number of a person.',
    'outpatients.csv, row 8, column clinic_code: is not a code of up to 16 letters, digits and & . _ / + -. Give the code itself in the mapping, never a name or the number of a person.'),
  outpatients('two columns of one name', csv('Appt ID,Appt Date,TFC,Site,Clinic,Status,STATUS', 'A1,01/07/2024,120,R1,ENT1,5,5'),
    'outpatients.csv: columns 6 and 7 are called the same. Rename one of them in the export.'),
  outpatients('most rows gone', csv(OUTPATIENT_HEADER, OUTPATIENT_ROWS[0] ?? ''),
    'outpatients.csv: holds 1 rows where the last good load held 4, a fall of 75% where 50% is allowed. Export it again, or raise "allowed-fall" in the mapping if the fall is right.'),
  theatres('a session that ends before it starts',
    { 'sessions.csv': csv(SESSION_HEADER, GOOD_SESSION, 'S2,2024-07-01,120,R1,T1,elective,run,2024-07-01 13:00,2024-07-01 08:00') },
    'sessions.csv, row 3, column planned_end: the session ends before it starts. Correct the row and export again.'),
  theatres('a patient who leaves before the anaesthetic starts',
    { 'cases.csv': csv(CASE_HEADER, 'C1,S1,2024-07-01,completed,60,2024-07-01 09:40,2024-07-01 08:40,,,') },
    'cases.csv, row 2, column left_theatre: the patient leaves theatre before the anaesthetic starts. Correct the row and export again.'),
  theatres('cases that name lists which are not there',
    { 'cases.csv': csv(CASE_HEADER, GOOD_CASE, 'C2,s-1,2024-07-01,completed,60,2024-07-01 08:40,2024-07-01 09:40,,,') },
    'cases.csv, column session_id: 1 of 2 cases name a session that theatre_sessions does not hold, where one in ten is allowed. Export the lists of the same dates, or write session_id the same way in both mappings.'),
  theatres('a case on the wrong day, seen only against its list',
    { 'cases.csv': csv(CASE_HEADER, 'C1,S1,2024-07-01,completed,60,2024-07-03 08:40,2024-07-03 09:40,,,') },
    'sessions.csv, row 2, column start_delay_minutes: is above 1440. Correct the row and export again.',
    'sessions.csv, row 2, column early_finish_minutes: is below -1440. Correct the row and export again.'),
];

describe('a bad extract', () => {
  test.each(BAD.map((bad) => [bad.called, bad] as const))('%s is refused by name, and the last good snapshot still answers', async (_, bad) => {
    for (const [name, content] of Object.entries(bad.good)) {
      folders.put(name, content);
    }
    const keeper = await folders.open(bad.sources);
    const table = bad.sources[0]?.table ?? '';
    const before = await ask(keeper, `select count(*) as n from ${table}`);
    for (const [name, content] of Object.entries(bad.bad)) {
      folders.put(name, content);
    }
    expect((await keeper.refresh()).kind).toBe('refused');
    expect(keeper.problems()).toEqual(bad.told);
    expect(await ask(keeper, `select count(*) as n from ${table}`)).toEqual(before);
    const inspection = await inspectExtracts(folders.options(bad.sources));
    expect(inspection.faults.map(faultSentence)).toEqual(bad.told);
    for (const [name, content] of Object.entries(bad.good)) {
      folders.put(name, content);
    }
    expect((await keeper.refresh()).kind).toBe('unchanged');
    expect(keeper.problems()).toEqual([]);
  });

  test('an empty folder is named, and what was held still answers, also after a restart', async () => {
    folders.put('outpatients.csv', GOOD_OUTPATIENTS);
    const keeper = await folders.open([OUTPATIENTS]);
    folders.remove('outpatients.csv');
    await keeper.refresh();
    const told = [`mapping outpatients: no file matches outpatients* in ${folders.extracts}. Put the extract there, or correct "files" in the mapping.`];
    expect(keeper.problems()).toEqual(told);
    const restarted = await folders.open([OUTPATIENTS]);
    expect(restarted.problems()).toEqual(told);
    expect(await ask(restarted, 'select count(*) as n from outpatient_appointments')).toEqual([{ n: 4 }]);
  });

  test('with nothing ever loaded there is nothing to lend', async () => {
    const keeper = await folders.open([OUTPATIENTS]);
    expect(await keeper.lend()).toBeNull();
    expect(keeper.problems()).toHaveLength(1);
    rmSync(folders.extracts, { recursive: true });
    await keeper.refresh();
    expect(keeper.problems()).toEqual([`the extracts folder ${folders.extracts} does not exist. Create it, or correct the path of the extracts.`]);
  });

  test('a Parquet file without its end looks half-written', async () => {
    const parquet = source({ ...OUTPATIENTS, select: 'select file_row, appointment_id, appointment_date, code as attended_or_did_not_attend_code from file' });
    const path = join(folders.extracts, 'outpatients.parquet');
    const engine = await (await DuckDBInstance.create(':memory:')).connect();
    await engine.run(`copy (select 'A' || i as appointment_id, date '2024-07-01' as appointment_date, '5' as code from range(1000) as t(i)) to '${path}'`);
    engine.closeSync();
    folders.settle(path);
    const keeper = await folders.open([parquet]);
    expect(await ask(keeper, 'select count(*) as n from outpatient_appointments')).toEqual([{ n: 1000 }]);
    const whole = readFileSync(path);
    folders.put('outpatients.parquet', whole.subarray(0, whole.length / 2));
    await keeper.refresh();
    expect(keeper.problems()).toEqual([`outpatients.parquet: looks half-written: the end of the Parquet file is missing. ${FINISH}`]);
    expect(await ask(keeper, 'select count(*) as n from outpatient_appointments')).toEqual([{ n: 1000 }]);
  });

  test('a file replaced while it is being read is left for the next look, and nothing is lost', async () => {
    folders.put('outpatients.csv', GOOD_OUTPATIENTS);
    let replaceNow = false;
    const other = join(folders.root, 'newer.csv');
    const log = { ...quiet, debug: () => {
      if (replaceNow) {
        renameSync(other, join(folders.extracts, 'outpatients.csv'));
        replaceNow = false;
      }
    } };
    const keeper = await folders.open([OUTPATIENTS], { log });
    folders.put('outpatients.csv', csv(OUTPATIENT_HEADER, ...OUTPATIENT_ROWS, 'A5,03/07/2024,120,R1,ENT1,5'));
    writeFileSync(other, csv(OUTPATIENT_HEADER, ...OUTPATIENT_ROWS, 'A5,03/07/2024,120,R1,ENT1,5', 'A6,03/07/2024,120,R1,ENT1,5'));
    folders.settle(other);
    replaceNow = true;
    expect(await keeper.refresh()).toEqual({ kind: 'waiting', files: ['outpatients.csv'] });
    expect(keeper.problems()).toEqual([]);
    expect(await ask(keeper, 'select count(*) as n from outpatient_appointments')).toEqual([{ n: 4 }]);
    expect((await keeper.refresh()).kind).toBe('loaded');
    expect(await ask(keeper, 'select count(*) as n from outpatient_appointments')).toEqual([{ n: 6 }]);
  });

  test('a file written this moment is left for the next look', async () => {
    folders.put('outpatients.csv', GOOD_OUTPATIENTS);
    const keeper = await folders.open([OUTPATIENTS]);
    writeFileSync(join(folders.extracts, 'outpatients.csv'), csv(OUTPATIENT_HEADER, ...OUTPATIENT_ROWS, 'A5,03/07/2024,120,R1,ENT1,5'));
    expect(await keeper.refresh()).toEqual({ kind: 'waiting', files: ['outpatients.csv'] });
  });

  test('every fault of every file is found at once, and long lists are cut with a count of the rest', async () => {
    const rows = Array.from({ length: 25 }, (_, index) => `A${index},31/02/2024,120,R1,ENT1,5`);
    folders.put('outpatients-may.csv', csv(OUTPATIENT_HEADER, ...rows));
    folders.put('outpatients-june.csv', csv(OUTPATIENT_HEADER, 'B1,2024-06-01,120,R1,ENT1,X'));
    const { faults } = await inspectExtracts(folders.options([OUTPATIENTS, SESSIONS]));
    expect(faults.filter((fault) => fault.file === 'outpatients-may.csv' && fault.row !== null)).toHaveLength(20);
    const told = faults.map(faultSentence);
    expect(told).toContain(`outpatients-may.csv, column appointment_date: and 5 more values that are not a date. ${READ_AS}`);
    expect(told).toContain('outpatients-june.csv, row 2, column attended_or_did_not_attend_code: is not one of 0, 2, 3, 4, 5, 6, 7. Correct the row, or turn the code into one of these in the mapping.');
    expect(told).toContain(`mapping sessions: no file matches sessions* in ${folders.extracts}. Put the extract there, or correct "files" in the mapping.`);
  });

  test('exports that hold the latest months may lose their first one as a new one comes', async () => {
    const months = (...of: readonly string[]): string => csv(OUTPATIENT_HEADER, ...of.map((month) => `A${month},01/${month}/2024,120,R1,ENT1,5`));
    folders.put('outpatients.csv', months('03', '04', '05'));
    const keeper = await folders.open([OUTPATIENTS]);
    folders.put('outpatients.csv', months('04', '05', '06'));
    expect((await keeper.refresh()).kind).toBe('loaded');
    folders.put('outpatients.csv', months('05', '06'));
    expect((await keeper.refresh()).kind).toBe('refused');
  });

  test('an older export that was loaded once before does not come back either', async () => {
    folders.put('outpatients.csv', GOOD_OUTPATIENTS);
    const keeper = await folders.open([OUTPATIENTS]);
    folders.put('outpatients.csv', csv(OUTPATIENT_HEADER, ...OUTPATIENT_ROWS, 'A5,03/07/2024,120,R1,ENT1,5'));
    await keeper.refresh();
    folders.put('outpatients.csv', GOOD_OUTPATIENTS);
    expect((await keeper.refresh()).kind).toBe('refused');
    expect(keeper.problems()[0]).toContain('ends on 2024-07-02 where the last good load reached 2024-07-03');
  });
});

describe('a bad mapping', () => {
  const mapped = (select: string): ExtractSource => source({ ...OUTPATIENTS, select });
  const table: readonly (readonly [string, ExtractSource, string])[] = [
    ['SQL that does not parse', mapped('select from where'), 'mapping outpatients: its select cannot run: Parser Error'],
    ['a column the table does not have', mapped(`${OUTPATIENTS.select.replace(' as appointment_id', ' as apointment_id')}`), 'mapping outpatients: it gives a column "apointment_id" that outpatient_appointments does not have'],
    ['no row number', mapped(OUTPATIENTS.select.replace('file_row, ', '')), 'mapping outpatients: its select does not give file_row'],
    ['no date', mapped('select file_row, "Appt ID" as appointment_id, "Status" as attended_or_did_not_attend_code from file'), 'mapping outpatients: it gives no appointment_date'],
    ['a table that is not there', source({ ...OUTPATIENTS, table: 'appointments' }), 'mapping outpatients: there is no table "appointments"'],
    ['more than one statement', mapped(`${OUTPATIENTS.select}; drop table raw_file`), 'mapping outpatients: it gives 2 statements where one select is read'],
    ['a second statement behind a bracket', mapped(`${OUTPATIENTS.select}) as m; drop table raw_file; select * from (select 1`), 'mapping outpatients: its select cannot run: '],
    ['no statement', mapped('-- nothing'), 'mapping outpatients: its select cannot run'],
    ['another statement than a select', mapped('drop table raw_file'), 'mapping outpatients: its select cannot run: Parser Error'],
    ['reading what it may not', mapped(`${OUTPATIENTS.select}, read_csv('/etc/hostname')`), 'mapping outpatients: its select cannot run: Permission Error'],
  ];
  test.each(table)('%s is named', async (_, bad, told) => {
    folders.put('outpatients.csv', GOOD_OUTPATIENTS);
    const keeper = await folders.open([bad]);
    expect(keeper.problems()[0]).toContain(told);
    expect(await keeper.lend()).toBeNull();
  });

  test('a refusal does not say where files lie', async () => {
    folders.put('outpatients.csv', GOOD_OUTPATIENTS);
    const keeper = await folders.open([mapped(`${OUTPATIENTS.select}, read_csv('/etc/secret folder/hostname')`)]);
    expect(keeper.problems()[0]).toContain('Permission Error');
    expect(keeper.problems()[0]).not.toMatch(/etc|hostname/);
  });

  test('SQL that stops on a value names the row it stops on', async () => {
    folders.put('outpatients.csv', csv(OUTPATIENT_HEADER, ...OUTPATIENT_ROWS, 'A5,03/07/2024,ENT,R1,ENT1,5', 'A6,03/07/2024,120,R1,ENT1,5'));
    const keeper = await folders.open([mapped(OUTPATIENTS.select.replace('"TFC" as', 'cast("TFC" as integer) as'))]);
    expect(keeper.problems()).toEqual([
      "outpatients.csv, row 6: the select of the mapping outpatients stops here: Conversion Error in column TFC. Correct the row, or let the select pass it on as it is so that the column can be named.",
    ]);
  });
});
