import { CANONICAL_TABLES } from '../../src/catalogue/tables/canonical-tables';
import type { ExtractSource } from '../../src/catalogue/extract-source';
import { loadFault } from '../../src/extracts/load-fault';
import { createLog } from '../../src/monitoring/log';
import { loggedFault } from '../../src/teams/fault-log';
import { csv, OUTPATIENT_HEADER, OUTPATIENT_ROWS, OUTPATIENTS, SampleFolders, source } from './sample-trust';

let folders: SampleFolders;
beforeEach(() => { folders = new SampleFolders(); });
afterEach(() => folders.close());

/** What may say who somebody is, wherever in a file it stands, each with another of its kind. */
const PEOPLE: readonly (readonly [what: string, one: string, another: string])[] = [
  ['a name', 'Jane Doe', 'Ann Roe'],
  ['a surname in capitals', 'SMITH', 'JONES'],
  ['a surname as short as a code', 'ROE', 'DOE'],
  ['a date of birth', '14/02/52', '29/08/61'],
  ['a date of birth that is a date', '1952-02-14', '1961-08-29'],
  ['the date of birth of a child', '2019-03-17', '2011-08-29'],
  ['a date of birth taken for another century', '2052-02-14', '2061-08-29'],
  ['a postcode', 'LE1 5WW', 'NG7 2UH'],
  ['a postcode without its space', 'LE15WW', 'NG72UH'],
  ['a hospital number', '4412345', '4412346'],
  ['a hospital number below nought', '-4412345', '-4412346'],
  ['a hospital number with a letter', 'D123456', 'D123457'],
  ['an NHS number', '943 476 5919', '943 476 5870'],
];

/** Rows that say nothing of anybody, so many that no column is taken for one of identifiers, and refused as a whole, for a few. */
const FILLING = 400;
/** These are refused as a column wherever one of them stands. */
const REFUSED = ['a postcode', 'a postcode without its space', 'an NHS number'];

/** A file for every table, with each of these in every column of some row, and another of its kind beside it. */
function everyTable(people: typeof PEOPLE): readonly ExtractSource[] {
  return CANONICAL_TABLES.map((table) => {
    const columns = table.columns.filter((column) => column.derived !== true);
    const row = (value: (index: number) => string): string => columns.map((_, index) => value(index)).join(',');
    folders.put(`${table.name}.csv`, csv(columns.map(({ name }) => name).join(','), ...people.flatMap(([, one, another]) => [
      row((index) => (index % 2 === 0 ? one : another)), row((index) => (index % 2 === 0 ? another : one)), row(() => one), row(() => one),
    ]), ...Array.from({ length: FILLING }, () => row(() => '-'))));
    return source({ id: table.name.replaceAll('_', '-'), table: table.name, files: `${table.name}.csv`, select: 'select * from file' });
  });
}

/** All that the log, at every level, and `npm run check` say of what is in the folder. */
async function said(sources: readonly ExtractSource[]): Promise<string> {
  const lines: string[] = [];
  // The time and the process are numbers too, which a piece of a value may be found in by chance.
  const log = createLog({ level: 'trace', fault: loggedFault, to: { write: (line: string) => void lines.push(line.replace(/"time":\d+,"pid":\d+,/, '')) } });
  const keeper = await folders.open(sources, { log });
  return [...lines, ...keeper.problems()].join('\n');
}

/** Words and numbers of a value that are long enough to be told from what is said anyway. */
const piecesOf = (value: string): readonly string[] => [value, value.replace(/^-/, ''), ...value.split(' ').filter((piece) => /\p{L}{3}|\d{4}/u.test(piece))];

const FAULTS = [
  'is not a date', 'is not a date and time', 'is not a number', 'is not a whole number', 'is not true or false', 'is not one of', 'is not a code of', 'is above', 'is below',
  'is before the year 2000', 'days ahead', 'is already in', 'is no OPCS-4 code', 'is not dimension=key', 'before it starts', 'when it starts', 'before the admission',
  'before it begins', 'the same line for the same stretch',
];

test('what may say who somebody is, is repeated by no fault of any row of any table, and every kind of fault is among them', async () => {
  const told: string[] = [];
  // Of one column and one kind of fault the first twenty rows are listed.
  const [refused, others] = [true, false].map((isRefused) => PEOPLE.filter(([what]) => REFUSED.includes(what) === isRefused));
  for (const people of [others?.slice(0, 5) ?? [], others?.slice(5) ?? [], refused ?? []]) {
    const now = await said(everyTable(people));
    told.push(now);
    for (const { name } of CANONICAL_TABLES) {
      expect(now).toMatch(new RegExp(`${name}\\.csv, ${people === refused ? '' : 'row \\d+, '}column `));
    }
    for (const piece of people.flatMap(([, one, another]) => [...piecesOf(one), ...piecesOf(another)])) {
      expect(now).not.toContain(piece);
    }
  }
  FAULTS.forEach((fault) => { expect(told.join('\n')).toContain(fault); });
}, 120_000);

test.each(PEOPLE)('%s is not repeated where the SQL of a mapping stops on it', async (what, one) => {
  folders.put('outpatients.csv', csv(OUTPATIENT_HEADER, ...OUTPATIENT_ROWS, `A5,01/07/2024,120,R1,${one},5`));
  for (const select of [`cast(cast("Clinic" as tinyint) as varchar)`, `cast(cast("Clinic" as timestamp) as varchar)`, `strptime("Clinic", '%H:%M')::varchar`, `error('no ' || "Clinic")`]) {
    const told = await said([source({ ...OUTPATIENTS, select: OUTPATIENTS.select.replace('"Clinic"', select) })]);
    expect(told).toMatch(REFUSED.includes(what) ? /outpatients\.csv, (row \d|column ).*/ : /outpatients\.csv, row \d: the select of the mapping outpatients stops here/);
    piecesOf(one).forEach((piece) => { expect(told).not.toContain(piece); });
  }
});

test.each(PEOPLE)('%s is not repeated from the first row of a file that has no header', async (_, one, another) => {
  const row = `${one},${another},Jane Doe,14/02/52,4412345,5`;
  folders.put('outpatients.csv', csv(row, ...Array.from({ length: 6 }, () => row)));
  const byName = await said([OUTPATIENTS]);
  expect(byName).toContain('outpatients.csv');
  const byPlace = await said([source({ ...OUTPATIENTS, select: 'select * from file' })]);
  expect(byPlace).toContain('outpatient');
  for (const piece of [...piecesOf(one), ...piecesOf(another), ...piecesOf('Jane Doe'), '14/02/52', '4412345']) {
    expect(byName + byPlace).not.toContain(piece);
  }
  // Told of first, before anything else is looked at.
  folders.put('outpatients.csv', csv(`${one},${another},${one}`, ...Array.from({ length: 6 }, () => `${one},${another},${one}`)));
  const twice = await said([OUTPATIENTS]);
  expect(twice).toContain('columns 1 and 3 are called the same');
  piecesOf(one).forEach((piece) => { expect(twice).not.toContain(piece); });
});

test.each(PEOPLE.filter(([, one]) => /^[\w.-]{1,16}$/.test(one)))('%s that passes for a code is not repeated among the codes that the organisation does not name', async (what, one, another) => {
  folders.put('outpatients.csv', csv(OUTPATIENT_HEADER, ...OUTPATIENT_ROWS, `A5,02/07/2024,${one},${another},${one},5`));
  const told = await said([OUTPATIENTS]);
  if (!one.startsWith('-') && !REFUSED.includes(what)) {
    expect(told).toContain('1 rows have a site code that the organisation does not name: as in outpatients.csv, row 6 (1)');
  }
  [...piecesOf(one), ...piecesOf(another)].forEach((piece) => { expect(told).not.toContain(piece); });
});

test('a load that breaks off is told without the words of the engine', () => {
  const fault = loadFault(new Error("Conversion Error: Could not convert string 'Jane Doe' to INT32"));
  expect(JSON.stringify([loggedFault(fault), fault.sentence, fault.message])).not.toContain('Jane');
});
