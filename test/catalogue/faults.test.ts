import { CatalogueInvalid, loadCatalogue, readCatalogue } from '../../src/catalogue/load';
import { folderWith, forgetFolders, ORGANISATION, readWith } from './folders';

afterAll(forgetFolders);

/** A metric of the trust's own, good but for what each case puts in its place. */
const METRIC = [
  'metrics:',                                                    // 1
  '  - id: attended-appointments',                              // 2
  '    name: Attended appointments',                             // 3
  '    group: Outpatients',                                      // 4
  '    synonyms: [kept appointments]',                           // 5
  '    definition: Appointments that patients attended.',        // 6
  '    unit: count',                                             // 7
  '    decimals: 0',                                             // 8
  '    better: neutral',                                         // 9
  '    counting: people',                                        // 10
  '    numerator:',                                              // 11
  '      counts: attended appointments',                         // 12
  '      table: outpatient_appointments',                        // 13
  '      where:',                                                // 14
  "        - { field: attended_or_did_not_attend_code, is: ['5', '6'] }", // 15
  '    kind: count',                                             // 16
  '    dimensions: [specialty, site]',                           // 17
  '    fresh-for-days: 3',                                       // 18
  '    owner: An analyst',                                       // 19
  '    source: The clinic system',                               // 20
  "    version: '1.0'",                                          // 21
];
const metricWith = (line: number, text: string): string => METRIC.with(line - 1, text).join('\n');

const target = (fields: Readonly<Record<string, string>>): string => Object.entries({
  metric: 'dna-rate', value: '0.05', comparator: 'below', source: 'Board paper', from: '2024-04-01', ...fields,
}).filter(([, value]) => value !== '').map(([field, value], index) => `${index === 0 ? '  - ' : '    '}${field}: ${value}\n`).join('');

test('the metric that the cases below spoil is good as it stands', () => {
  expect(readWith({ 'metrics.yaml': METRIC.join('\n') }).faults).toEqual([]);
});

test.each<[what: string, line: number, text: string, at: number, message: RegExp]>([
  ['an unknown table', 13, '      table: appointments', 13, /no table "appointments"/],
  ['an unknown column', 15, "        - { field: attended, is: ['5'] }", 15, /no column "attended"/],
  ['a code that the column never holds', 15, "        - { field: attended_or_did_not_attend_code, is: ['5', '9'] }", 15, /never "9"/],
  ['a code without quotes', 15, '        - { field: attended_or_did_not_attend_code, is: [5] }', 15, /never 5/],
  ['a test that does not exist', 15, "        - { field: attended_or_did_not_attend_code, isnt: ['5'] }", 15, /where\.0 is not a test/],
  ['a number test on a text column', 15, '        - { field: attended_or_did_not_attend_code, over: 5 }', 15, /holds text/],
  ['a sum over a text column', 13, '      table: outpatient_appointments\n      sum: hrg_code', 14, /no numeric column "hrg_code"/],
  ['an unknown dimension', 17, '    dimensions: [specialty, ward]', 17, /no dimension "ward"/],
  ['a dimension whose column the table lacks', 17, '    dimensions: [specialty, theatre]', 17, /no column "theatre_code"/],
  ['a field with a slip of the pen', 20, '    sauce: The clinic system', 2, /"source" is missing/],
  ['a unit that does not exist', 7, '    unit: percent', 7, /"unit" is "percent"/],
  ['a ratio of nothing', 7, '    unit: ratio', 7, /needs a denominator/],
  ['a ratio of nothing, by its kind', 16, '    denominator: null', 16, /a ratio needs a denominator/],
  ['a number where text belongs', 21, '    version: 1', 21, /"version" is a number/],
  ['a synonym that another metric claims', 5, '    synonyms: [WNB]', 5, /claimed by metric attended-appointments and by metric dna-rate/],
  ['a synonym that is listed as ambiguous', 5, '    synonyms: [utilisation]', 0, /ambiguous and also a word for metric attended-appointments/],
  ['a synonym that is a specialty', 5, '    synonyms: [ENT]', 0, /claimed by specialty 120 and by metric attended-appointments/],
  ['a synonym that is a period', 5, '    synonyms: [last month]', 5, /"last month" is a period in every question, so it cannot stand for metric attended-appointments/],
  ['a synonym that is a month', 5, '    synonyms: [May]', 5, /"May" is a period/],
  ['a synonym that asks for something', 5, '    synonyms: [trend]', 5, /"trend" is a request/],
  ['a synonym that asks for a split', 5, '    synonyms: [by site]', 5, /"by site" is a request/],
  ['looking ahead where nothing does', 18, '    looks-ahead: true\n    fresh-for-days: 3', 18, /does not look ahead/],
])('%s is a fault on its line', (_what, line, text, at, message) => {
  const { catalogue, faults } = readWith({ 'metrics.yaml': metricWith(line, text) });
  expect(catalogue).toBeNull();
  const found = faults.find((fault) => message.test(fault.message));
  expect(found).toMatchObject(at === 0 ? {} : { file: 'metrics.yaml', line: at });
  expect(found?.fix).not.toBe('');
});

test.each<[what: string, text: string, at: number, message: RegExp]>([
  ['an unknown metric', target({ metric: 'dna-rat' }), 2, /no metric "dna-rat"/],
  ['an unknown specialty', target({ where: "{ specialty: '999' }" }), 7, /no specialty "999"/],
  ['an unknown dimension', target({ where: '{ ward: A }' }), 7, /no dimension "ward"/],
  ['an unknown key', target({ where: '{ appointment-type: second }' }), 7, /no appointment-type "second"/],
  ['a site that the organisation does not have', target({ where: '{ site: lri }' }), 7, /no site "lri"/],
  ['a dimension that its metric is not split by', target({ where: '{ theatre: T1 }' }), 7, /dna-rate is not split by theatre/],
  ['neither a value nor a way to compute one', target({ value: '' }), 2, /"value" is missing/],
  ['a value and a way to compute another', target({ computed: '{ from: benchmark, quartile: upper, peer-group: Shelford }' }), 7, /has a value and is computed too/],
  ['a peer group of nobody', target({ value: '', computed: "{ from: benchmark, quartile: upper, peer-group: ' ' }" }), 6, /names no peer group/],
  ['a course to what is computed', target({ value: '', computed: '{ from: benchmark, quartile: upper, peer-group: Shelford }', trajectory: '{ from: 0.08, by: 2025-03-31 }' }), 7, /computed target has no course/],
  ['a course that begins at a percentage', target({ trajectory: '{ from: 8, by: 2025-03-31 }' }), 7, /8 is not a share/],
  ['a course that ends before it begins', target({ trajectory: '{ from: 0.08, by: 2024-04-01 }' }), 7, /on which it does not hold/],
  ['a course that ends after the target', target({ to: '2025-03-31', trajectory: '{ from: 0.08, by: 2025-04-30 }' }), 8, /on which it does not hold/],
  ['two for one part, written in another order', target({ where: "{ specialty: '120', age-band: 0-17 }" }) + target({ where: "{ age-band: 0-17, specialty: '120' }" }), 12, /already states one/],
  ['a length of time that does not exist', target({ for: 'fortnight' }), 7, /"for" is "fortnight"/],
  ['a percentage where a share belongs', target({ value: '5' }), 3, /5 is not a share/],
  ['an end before its beginning', target({ to: '2023-03-31' }), 7, /ends before it begins/],
  ['two of one source for the same days', target({}) + target({ value: '0.06' }), 11, /already states one/],
  ['two that lead', target({ first: 'true' }) + target({ first: 'true', source: 'Plan' }), 13, /already leads/],
  ['a day that is not one', target({ from: 'April' }), 6, /"from" is "April"/],
  ['a day that the month does not have', target({ to: '2024-02-31' }), 7, /"to" is "2024-02-31"/],
])('a target with %s is a fault on its line', (_what, targets, at, message) => {
  const { faults } = readWith({ 'targets.yaml': `targets:\n${targets}` });
  expect(faults).toHaveLength(1);
  expect(faults[0]).toMatchObject({ file: 'targets.yaml', line: at });
  expect(faults[0]?.message).toMatch(message);
});

test('a target with no source is a fault at the target', () => {
  const { faults } = readWith({ 'targets.yaml': 'targets:\n  - metric: dna-rate\n    value: 0.05\n    comparator: below\n    from: 2024-04-01\n' });
  expect(faults).toEqual([{ file: 'targets.yaml', line: 2, message: 'target for dna-rate: "source" is missing.', fix: 'Add source:.' }]);
});

test('a target of another part, or of the year to date, stands beside the one that is there', () => {
  const targets = target({}) + target({ where: "{ specialty: '120' }" }) + target({ for: 'ytd' }) + target({ to: '2025-03-31', source: 'Plan', trajectory: '{ from: 0.08, by: 2025-03-31 }' })
    + target({ value: '', source: 'Peers', computed: '{ from: benchmark, quartile: upper, peer-group: Shelford }' });
  expect(readWith({ 'targets.yaml': `targets:\n${targets}` }).faults).toEqual([]);
});

test('two sources that disagree, and one source after another, are not faults', () => {
  const targets = target({ to: '2025-03-31' }) + target({ from: '2025-04-01', value: '0.04' }) + target({ source: 'Plan', value: '0.06' });
  expect(readWith({ 'targets.yaml': `targets:\n${targets}` }).faults).toEqual([]);
});

test.each<[what: string, text: string, at: number, message: RegExp]>([
  ['a group with a specialty that does not exist', `${ORGANISATION}  cmgs:\n    - key: a\n      name: A\n      specialties: ['120', '121']\n`, 9, /no specialty "121"/],
  ['a group at a site that does not exist', `${ORGANISATION}  cmgs:\n    - key: a\n      name: A\n      sites: [lri]\n`, 9, /no site "lri"/],
  ['a specialty in two groups', `${ORGANISATION}  cmgs:\n    - { key: a, name: A, specialties: ['120'] }\n    - { key: b, name: B, specialties: ['120'] }\n`, 8, /"120" is given twice: to a and to b/],
  ['a specialty in two groups on some days', `${ORGANISATION}  cmgs:\n    - { key: a, name: A, specialties: [{ code: '120', to: 2024-06-30 }] }\n    - { key: b, name: B, specialties: [{ code: '120', from: 2024-06-30 }] }\n`, 8, /"120" is given twice: to a and to b, on the same days \(the first is at .*organisation\.yaml:7\)/],
  ['a specialty that leaves before it comes', `${ORGANISATION}  cmgs:\n    - { key: a, name: A, specialties: [{ code: '120', from: 2024-07-01, to: 2024-06-30 }] }\n`, 7, /a: specialty "120" leaves before it comes/],
  ['a specialty twice in one group', `${ORGANISATION}  cmgs:\n    - { key: a, name: A, specialties: ['120', '110', '120'] }\n`, 7, /"120" is given twice: to a and to a/],
  ['a membership with a slip of the pen', `${ORGANISATION}  cmgs:\n    - { key: a, name: A, specialties: [{ code: '120', form: 2024-07-01 }] }\n`, 7, /"cmgs\.0\.specialties\.0\.form" is not a known field/],
  ['a site code at two sites', `${ORGANISATION}  sites:\n    - { key: a, name: North, codes: [X] }\n    - { key: b, name: South, codes: [X] }\n`, 8, /"X" is given twice/],
  ['a day that the month does not have', ORGANISATION.replace('2024-04-01', '2024-02-31'), 5, /"date" is "2024-02-31"/],
  ['a site called as a day is', `${ORGANISATION}  sites:\n    - { key: a, name: North, synonyms: [today], codes: [X] }\n`, 7, /"today" is a period/],
  ['no owner', ORGANISATION.replace('  owner: An analyst\n', ''), 1, /"owner" is missing/],
])('an organisation with %s is a fault on its line', (_what, text, at, message) => {
  const { faults } = readWith({ 'organisation.yaml': text });
  expect(faults).toHaveLength(1);
  expect(faults[0]).toMatchObject({ file: 'organisation.yaml', line: at });
  expect(faults[0]?.message).toMatch(message);
});

test('a specialty may move from one group to another, and come back', () => {
  const groups = "  cmgs:\n    - { key: a, name: A, specialties: [{ code: '120', to: 2024-06-30 }, { code: '120', from: 2025-04-01 }] }\n    - { key: b, name: B, specialties: [{ code: '120', from: 2024-07-01, to: 2025-03-31 }] }\n";
  expect(readWith({ 'organisation.yaml': `${ORGANISATION}${groups}` }).faults).toEqual([]);
});

test.each<[what: string, text: string, at: number, message: RegExp]>([
  ['a heading that does not exist', 'metrix: []\n', 1, /"metrix" is not a heading/],
  ['a list that is not one', 'targets:\n  metric: dna-rate\n', 1, /"targets" is not a list/],
  ['a bare word in a list of things', 'targets:\n  - dna-rate\n', 2, /has no fields/],
  ['broken YAML', 'targets:\n  - metric: [dna-rate\n', 3, /not valid YAML/],
  ['a pattern without quotes', 'extracts:\n  - id: a\n    table: clinic_sessions\n    files: *specialty*.csv\n    select: select file_row from file\n', 4, /\*specialty\*\.csv is without quotes/],
  ['a reference to what it stands in', 'targets: &all\n  - *all\n', 2, /refers to what it stands in/],
  ['references that multiply', `a: &a [x]\n${[...'bcdefg'].map((name, index) => `${name}: &${name} [${Array(9).fill(`*${'abcdef'[index]}`).join(', ')}]\n`).join('')}`, 1, /references cannot be followed/],
  ['the same key twice', 'targets: []\ntargets: []\n', 2, /This field is given twice/],
  ['a tab', 'targets:\n\t- metric: dna-rate\n', 2, /begins with a tab/],
  ['nothing in it', '\n', 1, /The file is empty/],
  ['a mistyped id where a definition was to be changed', 'metrics:\n  - id: dna-rat\n    caveats: [x]\n', 2, /^metric dna-rat: "name", "group".* are missing\.$/],
  ['a dimension given twice', 'metrics:\n  - id: dna-rate\n    dimensions: [specialty, cmg, specialty]\n', 3, /"specialty" is given twice/],
  ['a number that is too small', 'metrics:\n  - id: dna-rate\n    decimals: -1\n', 3, /"decimals" is -1/],
  ['an extract of a kind that is not read', "extracts:\n  - { id: a, table: clinic_sessions, files: 'a*.pdf', select: select file_row from file }\n", 2, /no kind of file that is read/],
  ['a target whose source is blank', "targets:\n  - { metric: dna-rate, value: 0.05, comparator: below, source: '  ', from: 2024-04-01 }\n", 2, /"source" is/],
  ['an extract for a table that does not exist', 'extracts:\n  - { id: a, table: wards, files: a.csv, select: select file_row from file }\n', 2, /no table "wards"/],
  ['an extract that leads out of its folder', 'extracts:\n  - { id: a, table: clinic_sessions, files: ../a.csv, select: select file_row from file }\n', 2, /leads out/],
  ['an extract whose rows cannot be named', 'extracts:\n  - { id: a, table: clinic_sessions, files: a.csv, select: select 1 from file }\n', 2, /does not give file_row/],
  ['an extract twice', `extracts:\n${'  - { id: a, table: clinic_sessions, files: a.csv, select: select file_row from file }\n'.repeat(2)}`, 3, /two of extract "a"/],
  ['a reading that stands for nothing', 'ambiguities:\n  - words: [flow]\n    ask: Which?\n    readings: [DNA rate, patient flow]\n', 4, /"patient flow" stands for nothing/],
  ['a default that is no reading', 'ambiguities:\n  - words: [flow]\n    ask: Which?\n    readings: [DNA rate, late starts]\n    default: PIFU\n', 5, /not one of the readings/],
  ['a reading of today that is none', 'ambiguities:\n  - words: [flow]\n    ask: Which?\n    readings: [DNA rate, late starts]\n    today: PIFU\n', 5, /not one of the readings/],
  ['a reading by what is talked about that is none', 'ambiguities:\n  - words: [flow]\n    ask: Which?\n    readings: [DNA rate, late starts]\n    about: {Outpatients: PIFU}\n', 5, /not one of the readings/],
  ['a conversation about a group that there is not', 'conversations:\n  - id: 19:a@thread.tacv2\n    about: Wards\n', 3, /no group of metrics "Wards"/],
  ['a conversation named twice', 'conversations:\n  - {id: 19:a@thread.tacv2, about: Theatres}\n  - {id: 19:a@thread.tacv2, about: Outpatients}\n', 3, /named twice/],
  ['an omission of what is not there', 'omit:\n  - metrics: [beds]\n    because: It is not held.\n', 2, /no metric "beds"/],
  ['a value whose code the column never holds', 'dimensions:\n  - id: age-band\n    values:\n      - { key: old, name: Old, codes: [90+] }\n', 4, /never "90\+"/],
])('%s is a fault on its line', (_what, text, at, message) => {
  const { faults } = readWith({ 'more.yaml': text });
  expect(faults[0]).toMatchObject({ file: 'more.yaml', line: at });
  expect(faults[0]?.message).toMatch(message);
});

test.each([
  ['Windows-1252, at the line with the pound sign', Buffer.from('# Targets\ntargets: []\n# £5.7m\n', 'latin1'), 3],
  ['UTF-16', Buffer.from('\uFEFFtargets: []\n', 'utf16le'), 1],
])('a file saved as %s is a fault, and is not read wrongly', (_what, bytes, line) => {
  const { faults } = readWith({ 'more.yaml': bytes });
  expect(faults).toEqual([expect.objectContaining({ file: 'more.yaml', line, fix: 'Save it again as UTF-8.' })]);
});

test('every fault is reported at once, in order of file and line', () => {
  const { faults } = readWith({
    'metrics.yaml': METRIC.with(6, '    unit: percent').with(19, '    sauce: x').join('\n'),
    'targets.yaml': `targets:\n${target({ metric: 'dna-rat' })}${target({ value: '5' })}`,
  });
  expect(faults.map(({ file, line }) => [file, line])).toEqual([
    ['metrics.yaml', 2], ['metrics.yaml', 7], ['metrics.yaml', 20], ['targets.yaml', 2], ['targets.yaml', 8],
  ]);
});

test('a metric with a wrong field is checked further, so that one look finds every fault', () => {
  const { faults } = readWith({
    'metrics.yaml': METRIC.with(6, '    unit: percent').with(12, '      table: appointments').with(16, '    dimensions: [specialty, ward]').with(19, '    source: The clinic system\n    sauce: x').join('\n'),
  });
  expect(faults.map(({ line, message }) => [line, message])).toEqual([
    [7, 'metric attended-appointments: "unit" is "percent".'],
    [13, 'metric attended-appointments: there is no table "appointments".'],
    [17, 'metric attended-appointments: there is no dimension "ward".'],
    [21, 'metric attended-appointments: "sauce" is not a known field.'],
  ]);
});

test('a wrong test leaves the other tests of the metric to be checked', () => {
  const { faults } = readWith({
    'metrics.yaml': METRIC.with(14, "        - { field: attended_or_did_not_attend_code, isnt: ['5'] }").with(16, '    dimensions: [specialty, theatre]').join('\n'),
  });
  expect(faults.map(({ line }) => line)).toEqual([15, 17]);
});

test('a fix for a pattern without quotes is the pattern in quotes', () => {
  const { faults } = readWith({ 'more.yaml': 'extracts:\n  - files: *specialty*.csv\n' });
  expect(faults).toMatchObject([{ line: 2, fix: "Put it in quotes: '*specialty*.csv'." }]);
});

test('a fault in a metric does not make faults of what speaks of it', () => {
  const { faults } = readWith({
    'metrics.yaml': metricWith(7, '    unit: percent'),
    'targets.yaml': `targets:\n${target({ metric: 'attended-appointments', value: '400' })}`,
  });
  expect(faults).toHaveLength(1);
});

test('a wrong field in an override is placed in the trust’s file and not in the national one', () => {
  const { faults } = readWith({ 'metrics.yaml': 'metrics:\n  - id: late-starts\n    decimals: many\n    thresold: 20\n' });
  expect(faults.map(({ file, line }) => [file, line])).toEqual([['metrics.yaml', 3], ['metrics.yaml', 4]]);
});

test('a folder that is not there, and one without an organisation, are said to be so', () => {
  expect(readCatalogue({ trustFolder: '/no/such/folder' }).faults).toMatchObject([{ file: '/no/such/folder', line: 1 }]);
  expect(readCatalogue({ trustFolder: folderWith({}) }).faults).toMatchObject([{ line: 1, message: 'There is no organisation.' }]);
});

test('loading throws one error with the stable code and every fault on a line of its own', () => {
  const trustFolder = folderWith({ 'organisation.yaml': ORGANISATION, 'targets.yaml': `targets:\n${target({ metric: 'a' })}${target({ metric: 'b' })}` });
  const load = (): unknown => loadCatalogue({ trustFolder });
  expect(load).toThrow(CatalogueInvalid);
  expect(load).toThrow(/^CATALOGUE_INVALID: 2 faults\n.*targets\.yaml:2: .*\n.*targets\.yaml:7: /);
});
