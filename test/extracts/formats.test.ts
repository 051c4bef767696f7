import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { decoderOf, TextSniffer } from '../../src/extracts/text-encoding';
import { EvenLines } from '../../src/extracts/even-lines';
import { ask, csv, GOOD_OUTPATIENTS, OUTPATIENT_HEADER, OUTPATIENTS, quiet, SampleFolders, source } from './sample-trust';

let folders: SampleFolders;
beforeEach(() => { folders = new SampleFolders(); });
afterEach(() => folders.close());

const CAFE = csv(OUTPATIENT_HEADER, 'Café – A1,01/07/2024,120,R1,ENT1,5', '"Tea, A2",01/07/2024,120,R1,ENT2,3');
const CLINICS = 'select appointment_id, clinic_code from outpatient_appointments order by appointment_id';
const READ = [{ appointment_id: 'Café – A1', clinic_code: 'ENT1' }, { appointment_id: 'Tea, A2', clinic_code: 'ENT2' }];

const utf16be = (text: string): Buffer => Buffer.from(`\uFEFF${text}`, 'utf16le').swap16();

const ENCODINGS: readonly (readonly [string, Buffer])[] = [
  ['UTF-8', Buffer.from(CAFE)],
  ['UTF-8 with a byte order mark', Buffer.from(`\uFEFF${CAFE}`)],
  ['UTF-8 with a byte order mark and a quoted header', Buffer.from(`\uFEFF${CAFE.replace('Appt ID', '"Appt ID"')}`)],
  ['UTF-16, little end first', Buffer.from(`\uFEFF${CAFE}`, 'utf16le')],
  ['UTF-16, big end first', utf16be(CAFE)],
  ['Windows-1252', Buffer.from(CAFE.replace('é', '\xe9').replace('–', '\x96'), 'latin1')],
  ['lines that end the Windows way', Buffer.from(CAFE.replaceAll('\n', '\r\n'))],
  ['lines that end both ways', Buffer.from(CAFE.replace('\n', '\r\n'))],
  ['no line end at the end', Buffer.from(CAFE.trimEnd())],
  ['blank lines in the middle and at the end', Buffer.from(`${CAFE.replace('\n"Tea', '\n\n"Tea')}\n\n`)],
  ['rows of empty cells', Buffer.from(`${CAFE},,,,,\n`)],
  ['semicolons', Buffer.from(CAFE.replace('Tea, A2', 'Tea@ A2').replaceAll(',', ';').replace('@', ','))],
  ['another order of columns and one more', Buffer.from(csv(
    'Clinic,Status,Booked by,Appt ID,Appt Date,Site,TFC', 'ENT1,5,Ann,Café – A1,01/07/2024,R1,120', 'ENT2,3,Bob,"Tea, A2",01/07/2024,R1,120'))],
];

describe('a CSV', () => {
  test.each(ENCODINGS)('in %s reads the same', async (_, bytes) => {
    folders.put('outpatients.csv', bytes);
    const keeper = await folders.open([OUTPATIENTS]);
    expect(keeper.problems()).toEqual([]);
    expect(await ask(keeper, CLINICS)).toEqual(READ);
  });

  test('counts rows as a spreadsheet does, blank lines and lines inside cells included', async () => {
    folders.put('outpatients.csv', `${OUTPATIENT_HEADER}\n"A1\nA1",01/07/2024,120,R1,ENT1,5\n\nA2,31/02/2024,120,R1,ENT1,5\n`);
    const keeper = await folders.open([OUTPATIENTS]);
    expect(keeper.problems()[0]).toMatch(/^outpatients.csv, row 4, column appointment_date: is not a date/);
  });

  test('notes in the log a column that no mapping reads, and loads without it', async () => {
    const noted: object[] = [];
    folders.put('outpatients.csv', csv(`${OUTPATIENT_HEADER},Mood`, 'A1,01/07/2024,120,R1,ENT1,5,fair'));
    await folders.open([OUTPATIENTS], { log: { ...quiet, info: (fields) => { noted.push(fields); } } });
    expect(noted).toContainEqual({ file: 'outpatients.csv', columns: ['Mood'] });
  });

  test('dates are read by the patterns of the mapping in turn and then as ISO', async () => {
    folders.put('outpatients.csv', csv(OUTPATIENT_HEADER, 'A1,31JAN24,120,R1,ENT1,5', 'A2,05/07/2024,120,R1,ENT1,5', 'A3,2024-07-06,120,R1,ENT1,5', 'A4,2024-07-07 10:30:00,120,R1,ENT1,5'));
    const keeper = await folders.open([source({ ...OUTPATIENTS, dates: ['%d%b%y', '%d/%m/%Y'] })]);
    expect(await ask(keeper, 'select appointment_date as day from outpatient_appointments order by 1')).toEqual(
      [{ day: '2024-01-31' }, { day: '2024-07-05' }, { day: '2024-07-06' }, { day: '2024-07-07' }]);
  });

  test('a zone given with a time is turned into the clock on the wall in London', async () => {
    folders.put('cases.csv', csv('case_id,session_id,operation_date,case_status,cancelled_at', 'C1,S1,2024-07-01,cancelled,2024-07-01T08:00:00Z', 'C2,S1,2024-07-01,cancelled,2024-07-01 08:00'));
    const keeper = await folders.open([source({ id: 'cases', table: 'theatre_cases', files: 'cases.csv', select: 'select * from file' })]);
    expect(await ask(keeper, 'select cancelled_at as at from theatre_cases order by case_id')).toEqual([{ at: '2024-07-01 09:00:00' }, { at: '2024-07-01 08:00:00' }]);
  });
});

describe('a workbook', () => {
  const lists = (sheet?: string) => source({ id: 'lists', table: 'theatre_sessions', files: '*.xlsx', select: 'select * from file', ...(sheet === undefined ? {} : { sheet }) });
  const put = (): void => {
    const path = join(folders.extracts, 'theatre-lists.xlsx');
    copyFileSync(join(__dirname, '../fixtures/extracts/theatre-lists.xlsx'), path);
    folders.settle(path);
  };

  test('gives the sheet that the mapping names, with Excel dates and times as they were typed', async () => {
    put();
    const keeper = await folders.open([lists('Lists')]);
    expect(keeper.problems()).toEqual([]);
    expect(await ask(keeper, 'select session_id, session_date, treatment_function_code as tfc, planned_start, planned_minutes from theatre_sessions order by 1')).toEqual([
      { session_id: 'S1', session_date: '2024-07-01', tfc: '120', planned_start: '2024-07-01 08:30:00', planned_minutes: 230 },
      { session_id: 'S2', session_date: '2024-07-02', tfc: '110', planned_start: '2024-07-02 13:00:00', planned_minutes: 240 },
    ]);
  });

  test('without the sheet says which sheets it has', async () => {
    put();
    const keeper = await folders.open([lists('Sessions')]);
    expect(keeper.problems()).toEqual(['theatre-lists.xlsx: has no sheet called "Sessions"; it has "Notes", "Lists". Rename the sheet, or correct "sheet" in the mapping.']);
  });

  test('that is cut short looks half-written', async () => {
    folders.put('theatre-lists.xlsx', Buffer.from('PK\u0003\u0004 and no more'));
    const keeper = await folders.open([lists()]);
    expect(keeper.problems()[0]).toMatch(/^theatre-lists.xlsx: looks half-written or is not an XLSX workbook/);
  });
});

test('Parquet is read with its own types, whatever the mapping calls them', async () => {
  const path = join(folders.extracts, 'outpatients.parquet');
  const engine = await (await DuckDBInstance.create(':memory:')).connect();
  await engine.run(`copy (select 'A' || i as id, timestamp '2024-07-01 09:00:00' + to_days(i::integer) as "at", 5 as code, 120 as tfc from range(3) as t(i)) to '${path}'`);
  engine.closeSync();
  folders.settle(path);
  const keeper = await folders.open([source({
    id: 'outpatients', table: 'outpatient_appointments', files: '*.parquet',
    select: 'select file_row, id as appointment_id, "at" as appointment_date, code as attended_or_did_not_attend_code, tfc as treatment_function_code from file',
  })]);
  expect(keeper.problems()).toEqual([]);
  expect(await ask(keeper, 'select appointment_date as day, attended_or_did_not_attend_code as code, treatment_function_code as tfc, cmg from outpatient_appointments limit 1'))
    .toEqual([{ day: '2024-07-01', code: '5', tfc: '120', cmg: 'mss' }]);
});

test('two files of one source are one table, and a name fits its pattern in either case', async () => {
  folders.put('outpatients-june.csv', GOOD_OUTPATIENTS);
  folders.put('OUTPATIENTS-JULY.CSV', csv(OUTPATIENT_HEADER, 'B1,03/07/2024,120,R1,ENT1,5'));
  const keeper = await folders.open([OUTPATIENTS]);
  expect(await ask(keeper, 'select count(*) as n from outpatient_appointments')).toEqual([{ n: 5 }]);
  folders.put('outpatients-late.csv', csv(OUTPATIENT_HEADER, 'A3,03/07/2024,120,R1,ENT1,5'));
  await keeper.refresh();
  expect(keeper.problems()).toEqual(['outpatients-late.csv, row 2, column appointment_id: is already in outpatients-june.csv, row 4. Take one of the two out; a record may be given once.']);
});

describe('the reading of bytes', () => {
  test('a character cut in two by the end of a chunk is still UTF-8', () => {
    const bytes = Buffer.from('Café – Clinic');
    for (let cut = 0; cut <= bytes.length; cut += 1) {
      const sniffer = new TextSniffer();
      sniffer.push(bytes.subarray(0, cut));
      sniffer.push(bytes.subarray(cut));
      expect(sniffer.traits().encoding).toBe('utf-8');
    }
  });

  test('Windows-1252 has its own characters between 0x80 and 0x9F', () => {
    expect(decoderOf('windows-1252').decode(Buffer.from([0x80, 0x91, 0x92, 0x96, 0x9f, 0xe9]))).toBe('€‘’–Ÿé');
  });

  test('lines are made even wherever the text is cut', () => {
    const text = 'a,b\r\n1,"x\r\ny"\r\n\r\n2,3\n\n';
    for (let cut = 0; cut <= text.length; cut += 1) {
      const lines = new EvenLines(',', 2);
      expect(lines.write(text.slice(0, cut)) + lines.write(text.slice(cut)) + lines.end()).toBe('a,b\n1,"x\r\ny"\n"",\n2,3\n"",\n');
    }
  });
});
