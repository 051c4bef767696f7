import { catalogueWith, forgetFolders, ORGANISATION, readWith } from './folders';

afterAll(forgetFolders);

const event = (fields: Readonly<Record<string, string>>): string => `events:\n${Object.entries({ name: 'Strike', from: '2024-06-27', to: '2024-07-02', source: 'NHS England', ...fields })
  .map(([field, value], index) => `${index === 0 ? '  - ' : '    '}${field}: ${value}\n`).join('')}`;
const list = (fields: Readonly<Record<string, string>>): string => `procedure-lists:\n${Object.entries({ id: 'own-list', name: 'Our list', owner: 'An analyst', source: 'Ours', date: '2024-04-01', codes: '[W371]', ...fields })
  .map(([field, value], index) => `${index === 0 ? '  - ' : '    '}${field}: ${value}\n`).join('')}`;
const inflation = (fields: Readonly<Record<string, string>>): string => `inflation:\n${Object.entries({ name: 'Index', 'base-year': "'2019/20'", index: "{ '2019/20': 100, '2024/25': 121 }", owner: 'An analyst', source: 'GDP deflator', date: '2024-04-01', ...fields })
  .map(([field, value]) => `  ${field}: ${value}\n`).join('')}`;
const grant = (fields: Readonly<Record<string, string>>): string => `grants:\n${Object.entries({ may: '[consultant]', users: '[a.manager]', because: 'Leads the service', owner: 'Medical director', ...fields })
  .map(([field, value], index) => `${index === 0 ? '  - ' : '    '}${field}: ${value}\n`).join('')}`;

const access = (fields: Readonly<Record<string, string>>): string => `access:\n${Object.entries({ everybody: 'false', restricted: '[Theatres]', 'audit-days': '365', because: 'It is commercial', owner: 'Medical director', ...fields })
  .map(([field, value]) => `  ${field}: ${value}\n`).join('')}`;

const questions = (fields: Readonly<Record<string, string>>): string => `questions:\n${Object.entries({ keep: 'true', 'for-days': '30', owners: '[an.analyst]', because: 'To learn', ...fields })
  .filter(([, value]) => value !== '').map(([field, value]) => `  ${field}: ${value}\n`).join('')}`;

const elsewhere = (fields: Readonly<Record<string, string>>): string => `elsewhere:\n${Object.entries({ metrics: '[dna-rate]', source: 'Our dashboard', differs: 'counts last night twice', ...fields })
  .map(([field, value], index) => `${index === 0 ? '  - ' : '    '}${field}: ${value}\n`).join('')}`;
const owner = (fields: Readonly<Record<string, string>>): string => `owners:\n${Object.entries({ owner: 'Outpatients performance', people: '[an-object-id]', ...fields })
  .map(([field, value], index) => `${index === 0 ? '  - ' : '    '}${field}: ${value}\n`).join('')}`;

test.each<[what: string, text: string]>([
  ['an event', event({ groups: '[Outpatients]', where: "{ specialty: ['120'], appointment-type: [first] }" })],
  ['an event that goes on', event({ to: 'null' })],
  ['a procedure list', list({ codes: '[W371, W37, V544]', proxy: 'proxy, not BADS' })],
  ['a price index', inflation({})],
  ['a grant', grant({})],
  ['a grant of a part to a team and a conversation', grant({ users: '[]', guests: 'none', teams: '[3e9d1c58-7a24-4b0f-8d63-50f1a2b7c9e4]', conversations: "['19:board@thread.v2']", only: "{ specialty: ['110'] }" })],
  ['rules of access', access({})],
  ['rules of access that round', access({ 'round-people-to': '5' })],
  ['which questions are kept', questions({})],
  ['that no questions are kept', questions({ keep: 'false', 'for-days': '' })],
  ['what a dashboard counts otherwise', elsewhere({ ask: 'The dashboard team' })],
  ['who an owner is', owner({})],
])('%s that is whole is good', (_what, text) => {
  expect(readWith({ 'more.yaml': text }).faults).toEqual([]);
});

test.each<[what: string, text: string, at: number, message: RegExp]>([
  ['a figure elsewhere of no metric', elsewhere({ metrics: '[dna-rate, dna-rates]' }), 2, /there is no metric "dna-rates"/],
  ['a figure elsewhere that differs in nothing', elsewhere({ differs: "''" }), 4, /"differs" is ""/],
  ['an owner of nothing', owner({ owner: 'Outpatient performance' }), 2, /no metric or scorecard is owned by "Outpatient performance"/],
  ['an owner who is nobody', owner({ people: '[]' }), 3, /"people" is \[\]/],
  ['an owner named twice', owner({ people: '[one, two, one]' }), 3, /"one" is named twice/],
  ['an event of a group that is not there', event({ groups: '[Wards]' }), 6, /no metric is in a group "Wards"/],
  ['an event at a site that is not there', event({ where: '{ site: [lri] }' }), 6, /no site "lri"/],
  ['an event by an unknown dimension', event({ where: '{ ward: [A] }' }), 6, /no dimension "ward"/],
  ['an event that ends before it begins', event({ to: '2024-06-01' }), 4, /ends before it begins/],
  ['an event on a day that is not one', event({ from: '2024-06-31' }), 3, /"from" is "2024-06-31"/],
  ['an event with no source', event({ source: "''" }), 5, /"source" is ""/],
  ['a procedure with a dot', list({ codes: '[W371, W37.1]' }), 7, /"W37\.1" is no OPCS-4 code/],
  ['a procedure in small letters', list({ codes: '[w371]' }), 7, /"w371" is no OPCS-4 code/],
  ['a code of another classification', list({ codes: '[HN22]' }), 7, /"HN22" is no OPCS-4 code/],
  ['a procedure twice', list({ codes: '[W371, V544, W371]' }), 7, /"W371" is given twice/],
  ['a list of nothing', list({ codes: '[]' }), 7, /"codes" is \[\]/],
  ['a list twice', list({}) + list({}).replace('procedure-lists:\n', ''), 8, /two of procedure list "own-list"/],
  ['a price index without its base year', inflation({ index: "{ '2024/25': 121 }" }), 4, /does not give its base year, 2019\/20/],
  ['a price index of a year that is none', inflation({ index: "{ '2019/20': 100, '2024/24': 121 }" }), 4, /"2024\/24" is no financial year/],
  ['a base year that is none', inflation({ 'base-year': "'2019/21'", index: "{ '2019/21': 100 }" }), 3, /"2019\/21" is no financial year/],
  ['a price of nothing', inflation({ index: "{ '2019/20': 0 }" }), 4, /"index\.2019\/20" is 0/],
  ['a grant of what is not there', grant({ may: '[ward]' }), 2, /no metric, dimension or group of metrics "ward"/],
  ['a grant of a group that everybody may see', grant({ may: '[Theatres]' }), 2, /"Theatres" is not restricted/],
  ['a grant of a part that is not there', grant({ only: '{ specialty: ["110", "ENT"] }' }), 6, /no specialty "ENT"/],
  ['a grant of a part of nothing', grant({ only: '{}' }), 6, /"only" keeps to nothing/],
  ['a grant of a part by what it cannot be kept to', grant({ only: '{ theatre: [a] }' }), 6, /"only.theatre" is not a known field/],
  ['real data open to everybody', access({ everybody: 'true' }), 2, /everybody may ask, though the organisation has no "notice"/],
  ['what is closed and is not there', access({ restricted: '[Theatres, ward]' }), 3, /no metric, dimension or group of metrics "ward"/],
  ['people rounded to the nearest ten', access({ 'round-people-to': '10' }), 7, /"round-people-to" is 10/],
  ['people rounded, to no number', access({ 'round-people-to': 'true' }), 7, /"round-people-to" is true/],
  ['a record that is kept for a week', access({ 'audit-days': '7' }), 4, /"audit-days" is 7/],
  ['a grant of what everybody may see', grant({ may: '[consultant, specialty]' }), 2, /"specialty" is not restricted/],
  ['a grant of a metric that everybody may see', grant({ may: '[dna-rate]' }), 2, /"dna-rate" is not restricted/],
  ['a grant of what is restricted where guests may read', grant({ teams: '[3e9d1c58-7a24-4b0f-8d63-50f1a2b7c9e4]' }), 2, /guests may read in a team or a conversation/],
  ['a grant that says of nobody that they are no guests', grant({ guests: 'none' }), 6, /"guests" is said of no place/],
  ['a grant to nobody', grant({ users: "[' ']" }), 3, /it is to nobody/],
  ['a grant without a reason', grant({ because: "''" }), 4, /"because" is ""/],
  ['questions kept for longer than ninety days', questions({ 'for-days': '91' }), 3, /"for-days" is 91/],
  ['questions kept for no day', questions({ 'for-days': '0' }), 3, /"for-days" is 0/],
  ['questions that nobody may read', questions({ owners: '[]' }), 4, /"owners" is \[\]/],
  ['questions whose owner is nobody', questions({ owners: "[an.analyst, ' ']" }), 4, /an owner is nobody/],
  ['questions with one owner twice', questions({ owners: '[an.analyst, AN.Analyst]' }), 4, /"an\.analyst" is named twice/],
  ['questions kept without a reason', questions({ because: '' }), 1, /"because" is missing/],
  ['questions kept perhaps', questions({ keep: 'perhaps' }), 2, /"keep" is a string/],
])('%s is a fault on its line', (_what, text, at, message) => {
  const { catalogue, faults } = readWith({ 'more.yaml': text });
  expect(catalogue).toBeNull();
  const found = faults.find((fault) => message.test(fault.message));
  expect(found).toMatchObject({ file: 'more.yaml', line: at });
  expect(found?.fix).not.toBe('');
});

test('the fix for a procedure with a dot is the procedure without it', () => {
  expect(readWith({ 'more.yaml': list({ codes: '[W37.1]' }) }).faults).toMatchObject([{ fix: "Write 'W371'." }]);
});

test('one look finds the faults of every part', () => {
  const { faults } = readWith({
    'a.yaml': event({ source: '5', groups: '[Wards]' }), 'b.yaml': list({ owner: '5', codes: '[w371]' }), 'c.yaml': inflation({ owner: '5', index: "{ '2024/25': 121 }" }),
    'd.yaml': grant({ owner: '5', may: '[ward]' }),
  });
  expect(faults.map(({ file, line }) => `${file}:${line}`)).toEqual(['a.yaml:5', 'a.yaml:6', 'b.yaml:4', 'b.yaml:7', 'c.yaml:4', 'c.yaml:5', 'd.yaml:2', 'd.yaml:5']);
});

test('a metric over a list holds its codes, and says what a proxy stands in for', () => {
  const catalogue = catalogueWith({
    'list.yaml': list({ codes: '[W371, V544]', proxy: 'proxy, not BADS' }),
    'metrics.yaml': 'metrics:\n  - id: late-starts\n    numerator: { counts: hips, table: inpatient_spells, where: [{ field: primary_procedure_code, in-list: own-list }] }\n    denominator: { counts: spells, table: inpatient_spells }\n    dimensions: [specialty]\n    exclude: []\n',
  });
  const metric = catalogue.metrics.get('late-starts');
  expect(metric?.numerator.where).toEqual([{ field: 'primary_procedure_code', is: ['W371', 'V544'] }]);
  expect(metric?.caveats[0]).toBe('proxy, not BADS: Our list, kept by An analyst, 1 April 2024.');
});

test('a national metric over a list that a trust does not keep is named as not held, and never a nought', () => {
  const theatres = 'extracts:\n  - { id: theatres, table: theatre_cases, files: theatres.csv, select: select file_row from file }\n';
  const catalogue = catalogueWith({ 'extracts.yaml': theatres });
  expect(catalogue.metrics.has('hvlc-cases-per-list')).toBe(false);
  expect(catalogue.notHeld.flatMap(({ because }) => because ?? [])).toContainEqual(expect.stringMatching(/counts over the procedure list "hvlc", which is not kept here\.$/));
  expect(catalogueWith({ 'extracts.yaml': theatres, 'list.yaml': list({ id: 'hvlc' }) }).metrics.has('hvlc-cases-per-list')).toBe(true);
});

test('a specialty’s group is kept with the days on which it holds', () => {
  const { organisation } = catalogueWith({
    'organisation.yaml': `${ORGANISATION}  cmgs:\n    - { key: a, name: A, specialties: ['110', { code: '120', to: 2024-06-30 }] }\n    - { key: b, name: B, specialties: [{ code: '120', from: 2024-07-01 }] }\n`,
  });
  expect(organisation.cmgs.map(({ key, specialties }) => [key, specialties])).toEqual([
    ['a', [{ code: '110', from: null, to: null }, { code: '120', from: null, to: '2024-06-30' }]],
    ['b', [{ code: '120', from: '2024-07-01', to: null }]],
  ]);
});

test('without a word on it no question is kept; two headings that say it are a fault', () => {
  expect(catalogueWith({}).questions).toBeNull();
  expect(catalogueWith({ 'more.yaml': questions({ 'for-days': '' }) }).questions).toEqual({ keep: true, 'for-days': 90, owners: ['an.analyst'], because: 'To learn' });
  expect(readWith({ 'a.yaml': questions({}), 'b.yaml': questions({}) }).faults).toMatchObject([{ file: 'b.yaml', line: 1, message: 'It is said twice which questions are kept.' }]);
});

describe('small numbers that are lifted for one part', () => {
  const lifted = (fields: Readonly<Record<string, string>> = {}): string => grant({ may: '[small-numbers]', only: "{ specialty: ['110'] }", ...fields });
  const other = (fields: Readonly<Record<string, string>>): string => grant({ may: '[]', ...fields });
  const warned = (...grants: readonly string[]) => {
    const { catalogue, faults, warnings } = readWith({ 'organisation.yaml': `${ORGANISATION}  sites: [{ key: lri, name: Leicester Royal Infirmary, codes: [RWEAA] }]\n`, ...Object.fromEntries(grants.map((text, at) => [`${at}.yaml`, text])) });
    expect([catalogue === null, faults]).toEqual([false, []]);
    return warnings;
  };

  test.each<[what: string, grants: readonly string[]]>([
    ['somebody who sees the whole trust by another grant', [lifted(), other({})]],
    ['somebody who is written otherwise there', [lifted(), other({ users: "[' A.Manager']" })]],
    ['somebody who sees another part', [lifted(), other({ only: "{ specialty: ['110', '120'] }" })]],
    ['somebody who sees a site of other specialties too', [lifted(), other({ may: '[consultant]', only: '{ site: [lri] }' })]],
    ['a channel that shows the whole trust', [lifted({ users: '[]', conversations: "['19:board@thread.v2']", guests: 'none' }), other({ users: '[]', conversations: "['19:board@thread.v2']" })]],
  ])('are warned of for %s, on the line of the part, and are no fault', (_what, grants) => {
    const warnings = warned(...grants);
    expect(warnings).toMatchObject([{ file: '0.yaml', line: 6, message: expect.stringContaining('stars of other parts can be worked out') as unknown }]);
    expect(warnings[0]?.fix).not.toBe('');
  });

  test.each<[what: string, grants: readonly string[]]>([
    ['somebody who is kept to that part', [lifted(), other({ only: "{ specialty: ['110'] }" })]],
    ['somebody for whom the rest is lifted by other grants', [lifted(), lifted({ only: "{ specialty: ['120'] }" }), other({ only: "{ specialty: ['110', '120'] }" })]],
    ['somebody for whom they are lifted everywhere as well', [lifted(), grant({ may: '[small-numbers]' })]],
    ['somebody else', [lifted(), other({ users: '[b.manager]' })]],
    ['nobody, where they are lifted for all that is seen', [grant({ may: '[small-numbers]' }), other({ only: "{ specialty: ['110'] }" })]],
  ])('are not warned of for %s', (_what, grants) => {
    expect(warned(...grants)).toEqual([]);
  });
});
