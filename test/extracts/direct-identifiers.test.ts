import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { inspectExtracts } from '../../src/extracts/inspect-extracts';
import { faultSentence } from '../../src/extracts/fault';
import { identifierByHeader } from '../../src/extracts/identifiers/headers';
import { ask, csv, GOOD_OUTPATIENTS, OUTPATIENT_HEADER, OUTPATIENTS, SampleFolders } from './sample-trust';
import { workbook } from './small-workbook';

let folders: SampleFolders;
beforeEach(() => { folders = new SampleFolders(); });
afterEach(() => folders.close());

const REMEDY = 'Leave the column out of the export, or put a pseudonym in its place under a header that says so: extracts carry no direct identifier.';
const told = (column: string, what: string, file = 'outpatients.csv'): string => `${file}, column ${column}: looks like ${what}, which say who a person is. ${REMEDY}`;

/** Ten-digit numbers of which each has its own check digit; 943 476 5919 is the Data Dictionary's example. */
const NHS_NUMBERS = ['9434765919', '943 476 5870', '9449304106', '4505577104', '9000000009'];
/** As long, and with a digit that is no check digit of theirs. */
const KEYS = ['9434765918', '9434765871', '9449304107', '4505577105', '9000000008'];
const PLAIN = ['9434765919', '9434765870', '9449304106', '4505577104', '9000000009'];

/** The NHS number that begins with nine digits, by the rule of the Data Dictionary; null where their check digit would be ten. */
function nhsNumber(nine: number): string | null {
  const digits = String(nine).padStart(9, '0');
  const left = 11 - ([...digits].reduce((sum, digit, place) => sum + Number(digit) * (10 - place), 0) % 11);
  return left === 10 ? null : `${digits}${left === 11 ? 0 : left}`;
}

/** Five NHS numbers in another writing of their ten digits. */
const writtenAs = (write: (number: string) => string): readonly string[] => PLAIN.map(write);
const inGroups = (sizes: readonly number[], sign: string) => (number: string): string =>
  sizes.map((size, group) => number.slice(sizes.slice(0, group).reduce((a, b) => a + b, 0)).slice(0, size)).join(sign);

/** Outpatient rows with a column more, one for each value and no fewer than four. */
const rowsWith = (values: readonly string[]): readonly (readonly string[])[] =>
  Array.from({ length: Math.max(4, values.length) }, (_, row) => [`A${row}`, '01/07/2024', '120', 'R1', 'ENT1', '5', values[row] ?? '']);

async function faultsOf(column: string, values: readonly string[]): Promise<readonly string[]> {
  folders.put('outpatients.csv', csv(`${OUTPATIENT_HEADER},"${column}"`, ...rowsWith(values).map((row) => row.map((cell) => (/[",]/.test(cell) ? `"${cell}"` : cell)).join(','))));
  const { faults } = await inspectExtracts(folders.options([OUTPATIENTS]));
  return faults.map(faultSentence);
}

const many = (count: number, value: (row: number) => string): readonly string[] => Array.from({ length: count }, (_, row) => value(row));
const late = (values: readonly string[], fill: (row: number) => string): readonly string[] => [...many(2_500, fill), ...values];

describe('a header says what its column holds, with nothing in it', () => {
  test.each<[what: string, headers: readonly string[]]>([
    ['NHS numbers', ['NHS Number', 'NHS_NO', 'nhsno', 'NHSNumber', 'PatNHSNo', 'PATNHSNO', 'NHS No.', 'NEWNHSNO', 'NHS #', 'Patient NHS number', 'nhs-num', 'CHI number']],
    ['names', ['Patient Surname', 'PatientForename', 'pt_name', 'PatName', 'PATIENTSURNAME', 'Forename1', 'Name of patient', 'First Name', 'LASTNAME', 'family_name', 'SNAME', 'Patient\'s name', 'Full name', 'Person_Given_Name', 'Next of kin name', 'Pt Initials', 'Known as', 'Middle names', 'NameOfPatient', 'PT_NM', 'PatNm', 'LAST_NM', 'PersonUnstructuredName']],
    ['dates of birth', ['DateOfBirth', 'PT_DOB', 'PTDOB', 'Birth Dt', 'Born', 'D.O.B.', 'BIRTHDATE', 'Birth date', 'Person Birth Date', 'DOB', 'date of birth (baby)', 'Patient DOB', 'BirthDay', 'Birth', 'Patient birth', 'birth_datetime', 'BIRTH_DTTM', 'BirthDttm', 'Date Birth', 'DateBirth', 'DT_BIRTH']],
    ['postcodes', ['Postcode', 'Post Code', 'PATPOSTCODE', 'Postcode of usual address', 'postal_code', 'pcds', 'HomePostcode', 'PCODE']],
    ['addresses', ['Address', 'Address 1', 'ADDRESS_LINE_2', 'Patient Address', 'HomeAddress', 'addr1', 'Usual address line 3', 'House number', 'Street']],
    ['e-mail addresses', ['Email', 'E-mail', 'Patient email address', 'EMAILADDRESS', 'e_mail_1']],
    ['telephone numbers', ['Phone', 'Telephone', 'Telephone No', 'Tel', 'Tel. no.', 'Home Phone', 'Mobile Number', 'MobileNo', 'MOBILENO', 'Contact number', 'patient_phone', 'Mobile phone', 'Work telephone number']],
    ['hospital numbers', ['Hospital Number', 'Hospital No', 'HospNo', 'HOSPNO', 'MRN', 'Patient MRN', 'District Number', 'Unit number', 'PAS No', 'S Number', 'Local Patient Identifier', 'Casenote number', 'Patient number', 'pat_no', 'Medical record number']],
  ])('%s', (what, headers) => {
    expect(headers.map((header) => [header, identifierByHeader(header)])).toEqual(headers.map((header) => [header, what]));
  });

  test.each([
    'Site name', 'Provider Name', 'name', 'Patient', 'Patients', 'Patient no shows', 'patient_number_of_nights', 'NHS Number Status Indicator Code', 'Postcode district', 'Postcode sector',
    'Year of birth', 'Birth weight', 'Live births', 'Place of birth', 'Newborn', 'Births', 'Birth order', 'Birth length', 'Date birth notified', 'Telephone appointments', 'Telephone consultation', 'Mobile unit', 'Contact date', 'First contact', 'E-mail consent', 'Dept name',
    'Patient classification', 'Patient Key', 'person_key', 'Pseudo NHS number', 'Number of patients', 'NHS or private', 'Hospital site', 'Ward name', 'Address type', 'Order number', 'Session number',
  ])('but nobody by "%s"', (header) => {
    expect(identifierByHeader(header)).toBeNull();
  });

  test('and so the file is refused, though no mapping reads it', async () => {
    expect(await faultsOf('Patient Surname', [])).toEqual([told('Patient Surname', 'names')]);
    expect(await faultsOf('Postcode', [])).toEqual([told('Postcode', 'postcodes')]);
    expect(await faultsOf('Hospital No', ['x'])).toEqual([told('Hospital No', 'hospital numbers')]);
  });
});

describe('a file is refused whose values are', () => {
  const people = ['SMITH, John', 'PATEL, Anita', 'KHAN, Imran', 'JONES, Mary', 'OKORO, Grace'];
  test.each<[what: string, values: readonly string[], told: string]>([
    ['NHS numbers, one of them in groups', NHS_NUMBERS, 'NHS numbers'],
    ['NHS numbers without a gap', PLAIN, 'NHS numbers'],
    ['NHS numbers for four in five', [...PLAIN.slice(0, 4), '9000000008'], 'NHS numbers'],
    ['NHS numbers for a fifth, beside keys that are as long', [...many(400, (row) => `${7_000_000_000 + row * 7_919}`), ...many(120, (row) => nhsNumber(400_000_000 + row) ?? '')], 'NHS numbers'],
    ['three NHS numbers', PLAIN.slice(0, 3), 'NHS numbers'],
    ['one NHS number in groups', ['943 476 5919'], 'NHS numbers'],
    ['one NHS number that is said to be one', ['NHS 9434765919'], 'NHS numbers'],
    ['NHS numbers with dots', ['943.476.5919', '943.476.5870'], 'NHS numbers'],
    ['NHS numbers with dashes', ['943-476-5919'], 'NHS numbers'],
    ['NHS numbers with spaces that do not break', ['943\u00a0476\u00a05919'], 'NHS numbers'],
    ['NHS numbers from a workbook of decimals', PLAIN.map((number) => `${number}.0`), 'NHS numbers'],
    ['remarks with an NHS number in groups', ['seen', 'rang about 943 476 5919 today', ''], 'NHS numbers'],
    ['remarks with two NHS numbers', ['see 9434765919', 'also (4505577104), moved', 'none'], 'NHS numbers'],
    ['NHS numbers in late rows alone', late(PLAIN, () => ''), 'NHS numbers'],
    ['an NHS number in a late remark', late(['NHS no. 9434765919'], (row) => `remark ${row}`), 'NHS numbers'],
    ['NHS numbers with underscores', writtenAs(inGroups([3, 3, 4], '_')), 'NHS numbers'],
    ['NHS numbers with commas', writtenAs(inGroups([3, 3, 4], ',')), 'NHS numbers'],
    ['NHS numbers with the commas of thousands', writtenAs(inGroups([1, 3, 3, 3], ',')), 'NHS numbers'],
    ['NHS numbers in pairs', writtenAs(inGroups([2, 2, 2, 2, 2], ' ')), 'NHS numbers'],
    ['NHS numbers in four, three and three', writtenAs(inGroups([4, 3, 3], ' ')), 'NHS numbers'],
    ['NHS numbers in four, three and three with dashes', writtenAs(inGroups([4, 3, 3], '-')), 'NHS numbers'],
    ['NHS numbers with thin spaces', writtenAs(inGroups([3, 3, 4], '\u2009')), 'NHS numbers'],
    ['NHS numbers with narrow spaces that do not break', writtenAs(inGroups([3, 3, 4], '\u202f')), 'NHS numbers'],
    ['NHS numbers behind zeros', writtenAs((number) => `00${number}`), 'NHS numbers'],
    ['NHS numbers with an exponent', writtenAs((number) => `${number.slice(0, 1)}.${number.slice(1)}E9`), 'NHS numbers'],
    ['NHS numbers with an exponent of two digits', ['9.434765919E+09', '9.43476587e+09', '9.449304106E+09'], 'NHS numbers'],
    ['NHS numbers in digits of full width', writtenAs((number) => number.replace(/\d/g, (digit) => String.fromCharCode(0xff10 + Number(digit)))), 'NHS numbers'],
    ['NHS numbers run together with a day', writtenAs((number) => `${number}20240501`), 'NHS numbers'],
    ['NHS numbers run together with a day before them', writtenAs((number) => `20240501${number}`), 'NHS numbers'],
    ['two NHS numbers and nothing else', ['9434765919', '4505577104'], 'NHS numbers'],
    ['two NHS numbers in more rows than two', ['9434765919', '4505577104', '', '9434765919'], 'NHS numbers'],
    ['remarks with an NHS number in underscores', ['seen', 'see 943_476_5919', ''], 'NHS numbers'],
    ['surnames and forenames with a caret, as messages have them', ['SMITH^JOHN', 'PATEL^ANITA', 'KHAN^IMRAN', 'JONES^MARY'], 'names'],
    ['forenames and surnames with an underscore', ['JOHN_SMITH', 'MARY_JONES', 'DAVID_WILLIAMS', 'SUSAN_BROWN'], 'names'],
    ['postcodes with an underscore', ['LE1_5WW', 'LE3_9QP', 'NG1_1AA', 'x'], 'postcodes'],
    ['postcodes with a thin space', ['LE1\u20095WW', 'x'], 'postcodes'],
    ['surnames and forenames', people, 'names'],
    ['the same surname and forename in each row', ['SMITH, John', 'SMITH, John', 'SMITH, John', 'SMITH, John'], 'names'],
    ['forenames and surnames', ['John Smith', 'Mary Jones', 'Wei Chen', 'Oluwaseun Adebayo'], 'names'],
    ['names in capitals', ['SMITH JOHN', 'PATEL ANITA MRS', 'JONES MARY', 'BAKER ANN'], 'names'],
    ['surnames nobody listed, before a comma', ['ZYWIEC, Bogna', 'MBEKI, Thandiwe', 'TSELIKAS, Aris', 'LINDQVIST, Ebba'], 'names'],
    ['titles and names', ['Mr Zywiec', 'Mrs B Mbeki', 'Dr Tselikas', 'Miss E. Lindqvist'], 'names'],
    ['titles in capitals', ['MR ZYWIEC', 'MRS MBEKI', 'DR TSELIKAS'], 'names'],
    ['surnames alone, of many', ['SMITH', 'PATEL', 'KHAN', 'JONES', 'SINGH', 'TSELIKAS', 'MBEKI'], 'names'],
    ['names in late rows, in a column that is empty else', late(people, () => ''), 'names'],
    ['postcodes', ['LE1 5WW', 'LE3 9QP', 'le54pw', 'NG1 1AA', 'M1 1AE'], 'postcodes'],
    ['postcodes beside those of nowhere', ['LE1 5WW', 'ZZ99 3VZ', 'ZZ993CZ', 'NG1 1AA'], 'postcodes'],
    ['postcodes with two blanks', ['LE1  5WW', 'x'], 'postcodes'],
    ['postcodes without one', ['LE15WW', 'LE39QP', 'NG11AA', 'x'], 'postcodes'],
    ['addresses with a postcode', ['1 High Street, Leicester LE1 5WW', '', ''], 'postcodes'],
    ['a postcode in a late row', late(['LE1 5WW'], () => 'R1'), 'postcodes'],
    ['e-mail addresses', ['none', 'jane.doe@example.org', ''], 'e-mail addresses'],
    ['mobile numbers', ['07700 900123', '07700 900456', '+44 7700 900789'], 'telephone numbers'],
    ['mobile numbers without a gap', ['07700900123', '07700900456', '07700900789'], 'telephone numbers'],
    ['land lines', ['0116 496 0123', '(0116) 496 0456', '01632 960001'], 'telephone numbers'],
    ['dates of birth', ['01/02/1950', '13/11/1987', '30/06/2011', '02/09/1934'], 'dates of birth'],
    ['dates of birth, the year first', ['1950-02-01', '1987-11-13', '2011-06-30', '1934-09-02 00:00:00'], 'dates of birth'],
    ['dates of birth without signs', ['19500201', '19871113', '20110630', '19340902'], 'dates of birth'],
    ['dates of birth with months in words', ['01-FEB-50', '13 Nov 1987', '30JUN2011', '2 September 1934'], 'dates of birth'],
    ['dates of birth with two figures of the year', ['01/02/50', '13/11/87', '30/06/11', '02/09/44'], 'dates of birth'],
    ['dates of birth in late rows', late(['01/02/1950', '13/11/1987', '02/09/1934'], () => ''), 'dates of birth'],
  ])('%s, whatever the column is called', async (_what, values, what) => {
    expect(await faultsOf('Pat Ref', values)).toEqual([told('Pat Ref', what)]);
  });

  // Where a header holds a digit its place is told: the first row of a file without a header is somebody's record.
  test.each([['Name', 'Name'], ['Patient', 'Patient'], ['Column 9', '7'], ['Consultant', 'Consultant']])('names under "%s"', async (header, shown) => {
    expect(await faultsOf(header, people)).toEqual([told(shown, 'names')]);
  });

  test('a postcode for the code of a site, that a mapping reads', async () => {
    folders.put('outpatients.csv', csv(OUTPATIENT_HEADER, ...many(30, (row) => `A${row},01/07/2024,120,R1,ENT1,5`), 'A99,01/07/2024,120,LE15WW,ENT1,5'));
    expect((await inspectExtracts(folders.options([OUTPATIENTS]))).faults.map(faultSentence)).toEqual([told('Site', 'postcodes')]);
  });
});

describe('a file may carry', () => {
  test.each<[what: string, column: string, values: readonly string[]]>([
    ['numbers as long whose last digit is no check digit', 'Pat Ref', KEYS],
    ['ten-digit numbers that run on, one in eleven of which is an NHS number by chance', 'Order', many(3_000, (row) => `${7_000_000_000 + row}`)],
    ['ten-digit numbers of no order, as chance has them', 'Order', many(3_000, (row) => `${4_000_000_000 + ((row * 2_654_435_761) % 1_000_000_007)}`)],
    ['two ten-digit numbers of which one is no NHS number', 'Order', ['9434765919', '4505577105']],
    ['two ten-digit numbers that happen to be valid, beside others of another kind', 'Ref', ['9434765919', '4505577104', 'A12']],
    ['counts and money with the commas of thousands', 'Spend', many(600, (row) => inGroups([1, 3, 3, 3], ',')(`${4_000_000_000 + ((row * 2_654_435_761) % 1_000_000_007)}`))],
    ['numbers in groups, behind zeros and with an exponent, as chance has them', 'Order', many(900, (row) => {
      const number = `${4_000_000_000 + ((row * 2_654_435_761) % 1_000_000_007)}`;
      return [inGroups([4, 3, 3], ' ')(number), `00${number}`, `${number.slice(0, 1)}.${number.slice(1)}E9`][row % 3] ?? '';
    })],
    ['numbers run together with a day, as chance has them', 'Order', many(600, (row) => `${4_000_000_000 + ((row * 2_654_435_761) % 1_000_000_007)}202407${String((row % 28) + 1).padStart(2, '0')}`)],
    ['a day and a time to the ten-thousandth of a second', 'Stamp', many(600, (row) => `202407${String((row % 28) + 1).padStart(2, '0')}${String(row % 24).padStart(2, '0')}${String((row * 15) % 60).padStart(2, '0')}000000`)],
    ['days and times with signs', 'Stamp', many(300, (row) => `2024-07-${String((row % 28) + 1).padStart(2, '0')} ${String(row % 24).padStart(2, '0')}`)],
    ['lists of small numbers', 'List', ['100, 200, 3000', '120,1234567', '412,7,90', '943, 476, 5919']],
    ['codes of words with an underscore', 'Outcome', ['LONG_STAY', 'YOUNG_ADULT', 'GREEN_LIST', 'MARY_WARD', 'DAY_CASE', 'WEST_WING', 'GRANT_ROUND']],
    ['codes with an underscore of which some could be postcodes', 'Clinic code', ['ENT1_2AB', 'CA1_2JS', 'ORT_1', 'DERM_04', 'FRACAM', 'GAS_01']],
    ['codes with a caret', 'Ward', ['VICTORIA WARD^BAY A', 'CHARLES WING^BAY B', 'MARY UNIT^BAY C', 'ELIZABETH SUITE^BAY D', 'FLORENCE WARD^BAY A']],
    ['a day and an hour in ten digits', 'Hour', many(500, (row) => `202407${String((row % 28) + 1).padStart(2, '0')}${String(row % 24).padStart(2, '0')}`)],
    ['nines and noughts for what is not known', 'Ref', ['9999999999', '0000000000', '9999999999', '1111111111']],
    ['one ten-digit number that happens to be valid', 'Ref', ['9434765919', 'A12', 'B13']],
    ['shares to many places', 'Share', ['0.9434765919', '0.4505577104', '1234.9434765919', '0.5714285714285714']],
    ['HRG codes', 'HRG', ['WF01A', 'WF02B', 'BZ34C', 'HN22A', 'CA10Z']],
    ['codes of providers, sites and practices', 'Provider', ['RWE', 'R0A07', 'RWEAA', 'P91004', 'RM102', 'Y12345', 'Q99', '40UD']],
    ['codes of clinics of which some could be postcodes', 'Clinic code', ['ENT12AB', 'CA12JS', 'ORT1', 'DERM04', 'FRACAM', 'URO22PM', 'GAS01']],
    ['procedures', 'OPCS', ['W371', 'A092', 'Z943', 'C712']],
    ['names of places', 'Site name', ['Royal', 'General', 'Glenfield', 'Royal', 'Royal']],
    ['names of trusts', 'name', ['Airedale NHS Foundation Trust (RCF)', 'Alder Hey Children\'s NHS Foundation Trust (RBS)', 'Ashford And St Peter\'s Hospitals NHS Foundation Trust (RTK)', 'James Paget University Hospitals (RGP)']],
    ['names of wards', 'Ward', ['Victoria Ward', 'Florence Nightingale Ward', 'Charles Wing', 'Ward 12', 'Mary Seacole Unit', 'Elizabeth Suite']],
    ['names of specialties', 'Specialty', ['General Surgery', 'Trauma, Orthopaedics', 'ENT, Paediatric', 'Ear Nose and Throat', 'Clinical Oncology']],
    ['what is scanned by magnetic resonance', 'Exam', ['MR HEAD', 'MR SPINE LUMBAR', 'MR Angiogram', 'CT Head', 'MR KNEE']],
    ['pseudonyms that are hashes', 'Patient key', many(3000, (row) => createHash('md5').update(String(row)).digest('hex'))],
    ['pseudonyms that are hashes in capitals', 'Patient key', many(3000, (row) => createHash('sha256').update(String(row)).digest('hex').toUpperCase())],
    ['pseudonyms that are UUIDs', 'Patient key', many(3000, (row) => createHash('md5').update(`uuid ${row}`).digest('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5'))],
    ['pseudonyms', 'Patient key', ['a81f', 'b22c', 'c91d', 'd00e', 'e17f']],
    ['days of this century, a day that stands for none among them', 'Referred', ['01/02/2024', '2019-03-04 09:30', '01/01/1900', '31MAR26', '05-07-2024 08:30', '01/01/1900']],
    ['a flag', 'New', ['Y', 'N', 'Yes', 'No']],
    ['remarks with a time and a floor', 'Remark', ['seen at B1 2nd floor', 'E1 1ST floor', 'B12 5ug given', 'moved 2024-07-01 08:30', 'bleep 2201']],
  ])('%s', async (_what, column, values) => {
    expect(await faultsOf(column, values)).toEqual([]);
  });
});

const SAYS = [told('Pat Ref', 'NHS numbers')];
const asCsv = (values: readonly string[]): string => csv(`${OUTPATIENT_HEADER},Pat Ref`, ...rowsWith(values).map((row) => row.join(',')));

test('a load refuses such a file, and the last good snapshot still answers', async () => {
  folders.put('outpatients.csv', GOOD_OUTPATIENTS);
  const keeper = await folders.open([OUTPATIENTS]);
  folders.put('outpatients.csv', asCsv(PLAIN));
  expect((await keeper.refresh()).kind).toBe('refused');
  expect(keeper.problems()).toEqual(SAYS);
  expect(await ask(keeper, 'select count(*) as n from outpatient_appointments')).toEqual([{ n: 4 }]);
});

test('a first load refuses it, and nothing serves', async () => {
  folders.put('outpatients.csv', asCsv(PLAIN));
  const keeper = await folders.open([OUTPATIENTS]);
  expect(keeper.problems()).toEqual(SAYS);
  expect(await keeper.lend()).toBeNull();
});

test.each<[what: string, header: string, values: readonly string[], what: string]>([
  ['by its values', 'Pat Ref', PLAIN, 'NHS numbers'],
  ['by a header over nothing', 'Date of birth', [], 'dates of birth'],
])('a workbook is refused %s', async (_by, header, values, what) => {
  folders.put('outpatients.xlsx', workbook([[...OUTPATIENT_HEADER.split(','), header], ...rowsWith(values)]));
  const { faults } = await inspectExtracts(folders.options([OUTPATIENTS]));
  expect(faults.map(faultSentence)).toEqual([told(header, what, 'outpatients.xlsx')]);
});

test('a workbook without any loads', async () => {
  folders.put('outpatients.xlsx', workbook([OUTPATIENT_HEADER.split(','), ...rowsWith([]).map((row) => row.slice(0, 6))]));
  expect((await inspectExtracts(folders.options([OUTPATIENTS]))).faults).toEqual([]);
});

test('a Parquet file is refused by numbers and days that have a type of their own', async () => {
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  const path = join(folders.extracts, 'outpatients.parquet');
  await connection.run(`copy (select 'A' || i as "Appt ID", '01/07/2024' as "Appt Date", '120' as "TFC", 'R1' as "Site", 'ENT1' as "Clinic", '5' as "Status",
    [${PLAIN.join(', ')}][i + 1] as ref, cast(ref as double) as other, date '1940-02-01' + cast(i * 4000 as integer) as seen, date '2024-01-01' + cast(i as integer) as booked from range(5) as r(i)) to '${path}' (format parquet)`);
  connection.closeSync();
  instance.closeSync();
  folders.settle(path);
  const { faults } = await inspectExtracts(folders.options([OUTPATIENTS]));
  expect(faults.map(faultSentence)).toEqual([
    told('ref', 'NHS numbers', 'outpatients.parquet'), told('other', 'NHS numbers', 'outpatients.parquet'), told('seen', 'dates of birth', 'outpatients.parquet'),
  ]);
});
