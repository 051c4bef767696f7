import { inspectExtracts } from '../../src/extracts/inspect-extracts';
import { faultSentence } from '../../src/extracts/fault';
import { csv, OUTPATIENT_HEADER, OUTPATIENT_ROWS, OUTPATIENTS, SampleFolders } from './sample-trust';

let folders: SampleFolders;
beforeEach(() => { folders = new SampleFolders(); });
afterEach(() => folders.close());

const REMEDY = 'Leave the column out of the export, or put a pseudonym in its place: extracts carry no direct identifier.';

/** Ten-digit numbers of which each has its own check digit; 943 476 5919 is the Data Dictionary's example. */
const NHS_NUMBERS = ['9434765919', '943 476 5870', '9449304106', '4505577104', '9000000009'];
/** As long, and with a digit that is no check digit of theirs. */
const KEYS = ['9434765918', '9434765871', '9449304107', '4505577105', '9000000008'];

async function faultsOf(column: string, values: readonly string[]): Promise<readonly string[]> {
  const rows = [...OUTPATIENT_ROWS, 'A5,03/07/2024,120,R1,ENT1,5'].map((row, index) => `${row},${values[index] ?? ''}`);
  folders.put('outpatients.csv', csv(`${OUTPATIENT_HEADER},${column}`, ...rows));
  const { faults } = await inspectExtracts(folders.options([OUTPATIENTS]));
  return faults.map(faultSentence);
}

test.each<[what: string, column: string, values: readonly string[], told: string]>([
  ['NHS numbers by their check digit, whatever the column is called', 'Pat Ref', NHS_NUMBERS, 'NHS numbers'],
  ['postcodes by their form', 'Area', ['LE1 5WW', 'LE3 9QP', 'le54pw', 'NG1 1AA', 'M1 1AE'], 'postcodes'],
  ['names by what the column is called', 'Patient Surname', ['x', 'y', 'z', 'x', 'y'], 'names'],
  ['names in a column of two words run together', 'PatientForename', [], 'names'],
  ['dates of birth, even where the column is empty', 'DateOfBirth', [], 'dates of birth'],
  ['dates of birth by their short name', 'PT_DOB', ['01/02/1950'], 'dates of birth'],
])('a file is refused that carries %s, though no mapping reads it', async (_what, column, values, told) => {
  expect(await faultsOf(column, values)).toEqual([`outpatients.csv, column ${column}: looks like ${told}, which say who a patient is. ${REMEDY}`]);
});

test.each<[what: string, column: string, values: readonly string[]]>([
  ['numbers as long whose last digit is no check digit', 'Pat Ref', KEYS],
  ['HRG codes', 'HRG', ['WF01A', 'WF02B', 'BZ34C', 'HN22A', 'CA10Z']],
  ['names of places', 'Site name', ['Royal', 'General', 'Glenfield', 'Royal', 'Royal']],
  ['pseudonyms', 'Patient key', ['a81f', 'b22c', 'c91d', 'd00e', 'e17f']],
])('a file may carry %s', async (_what, column, values) => {
  expect(await faultsOf(column, values)).toEqual([]);
});
