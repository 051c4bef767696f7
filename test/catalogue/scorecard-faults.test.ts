import { forgetFolders, ORGANISATION, readWith } from './folders';

afterAll(forgetFolders);

/** A scorecard of a list of measures and of a split, good but for what each case puts in its place. */
const SCORECARD = [
  'scorecards:',                                                          // 1
  '  - id: own-scorecard',                                               // 2
  '    name: Own scorecard',                                              // 3
  '    synonyms: [our own table]',                                        // 4
  '    owner: An analyst',                                                // 5
  '    source: Ours',                                                     // 6
  '    sections:',                                                        // 7
  '      - columns:',                                                     // 8
  '          - { id: month, label: Month, period: month }',               // 9
  '          - { id: ytd, label: Year to date, period: ytd }',            // 10
  '        lines:',                                                       // 11
  '          - { metric: dna-rate }',                                     // 12
  "          - { metric: dna-rate, filters: { specialty: ['120'] } }",    // 13
  '      - by: pod',                                                      // 14
  '        sub-totals: pod-group',                                        // 15
  '        filters: { plan-basis: [variable-only] }',                     // 16
  '        order: { column: variance, direction: ascending }',            // 17
  '        keys: [day-case, inpatient]',                                  // 18
  '        columns:',                                                     // 19
  '          - { id: variance, label: Variance, metric: activity-against-plan }', // 20
  '          - { id: plan, label: Plan, metric: activity-against-plan, part: denominator }', // 21
];

test('the scorecard that the cases below spoil is good as it stands', () => {
  expect(readWith({ 'scorecards.yaml': SCORECARD.join('\n') }).faults).toEqual([]);
});

test.each<[what: string, line: number, text: string, at: number, message: RegExp]>([
  ['a field with a slip of the pen', 6, '    source: Ours\n    sauce: Ours', 7, /"sauce" is not a known field/],
  ['no source', 6, '    notes: []', 2, /"source" is missing/],
  ['a length of period that does not exist', 9, '          - { id: month, label: Month, period: fortnight }', 9, /period" is "fortnight"/],
  ['two columns of one id', 10, '          - { id: month, label: Year to date, period: ytd }', 10, /two columns "month"/],
  ['a column called as a line’s own field is', 10, '          - { id: kind, label: Year to date, period: ytd }', 10, /cannot be called "kind"/],
  ['a measure that is not there', 12, '          - { metric: dna-rat }', 12, /no metric "dna-rat"/],
  ['a measure narrowed by an unknown dimension', 13, '          - { metric: dna-rate, filters: { ward: [A] } }', 13, /no dimension "ward"/],
  ['a measure narrowed to an unknown key', 13, "          - { metric: dna-rate, filters: { specialty: ['999'] } }", 13, /no specialty "999"/],
  ['a measure narrowed by what it does not declare', 13, '          - { metric: dna-rate, filters: { theatre: [T1] } }', 13, /dna-rate is not split by theatre/],
  ['the denominator of a count', 13, '          - { metric: activity, part: denominator }', 13, /activity has no denominator/],
  ['a field of a line that does not exist', 13, '          - { metric: dna-rate, filter: { specialty: [A] } }', 13, /filter" is not a known field/],
  ['a split by an unknown dimension', 14, '      - by: ward', 14, /no dimension "ward"/],
  ['a split that its metric does not declare', 14, '      - by: theatre', 20, /activity-against-plan is not split by theatre/],
  ['sub-totals by an unknown dimension', 15, '        sub-totals: ward', 15, /no dimension "ward"/],
  ['sub-totals by the lines themselves', 15, '        sub-totals: pod', 15, /by pod already/],
  ['sub-totals that its metric does not declare', 15, '        sub-totals: theatre', 20, /not split by theatre/],
  ['a split narrowed to an unknown key', 16, '        filters: { plan-basis: [half] }', 16, /no plan-basis "half"/],
  ['an order by a column that is not there', 17, '        order: { column: price, direction: ascending }', 17, /no column "price"/],
  ['an unknown key', 18, '        keys: [day-case, ward]', 18, /no pod "ward"/],
  ['a key twice', 18, '        keys: [day-case, day-case]', 18, /"day-case" is given twice/],
  ['a column of a split without a metric', 20, '          - { id: variance, label: Variance }', 20, /column "variance" says no metric/],
  ['a column of a split with an unknown metric', 20, '          - { id: variance, label: Variance, metric: variance }', 20, /no metric "variance"/],
  ['a name that a metric has', 4, '    synonyms: [WNB]', 4, /"WNB" is claimed by scorecard own-scorecard and by metric dna-rate/],
  ['a name that another scorecard has', 3, '    name: Lead measures', 3, /claimed by scorecard own-scorecard and by scorecard lead-measures/],
  ['a name that is a period', 4, '    synonyms: [last month]', 4, /"last month" is a period/],
  ['a name that is a split', 4, '    synonyms: [specialties]', 0, /claimed by dimension specialty and by scorecard own-scorecard/],
])('a scorecard with %s is a fault on its line', (_what, line, text, at, message) => {
  const { catalogue, faults } = readWith({ 'scorecards.yaml': SCORECARD.with(line - 1, text).join('\n') });
  expect(catalogue).toBeNull();
  const found = faults.find((fault) => message.test(fault.message));
  expect(found).toMatchObject(at === 0 ? {} : { file: 'scorecards.yaml', line: at });
  expect(found?.fix).not.toBe('');
});

test('all faults of a scorecard are reported at once', () => {
  const { faults } = readWith({
    'scorecards.yaml': SCORECARD.with(4, '    owner: 5').with(11, '          - { metric: dna-rat }').with(13, '      - by: ward').with(16, '        order: { column: price, direction: ascending }').join('\n'),
  });
  expect(faults.map(({ line }) => line)).toEqual([5, 12, 14, 17]);
});

describe('where a trust holds less than the national scorecards show', () => {
  const narrow = readWith({
    'metrics.yaml': 'metrics:\n  - id: activity-against-plan\n    dimensions: [specialty]\n',
    'omit.yaml': 'omit:\n  - { metrics: [pifu-rate, net-surplus], because: It is not held. }\n',
    'organisation.yaml': ORGANISATION,
  });

  test('it is no fault', () => {
    expect(narrow.faults).toEqual([]);
  });

  test('a line that it leaves out, or has narrowed, is not shown', () => {
    const linesOf = (id: string): string[] => (narrow.catalogue?.scorecards.get(id)?.sections ?? [])
      .flatMap((section) => ('lines' in section ? section.lines.map(({ metric }) => metric) : []));
    expect(linesOf('lag-measures')).toContain('dna-rate');
    expect(linesOf('lag-measures')).not.toContain('pifu-rate');
    expect(linesOf('lead-measures')).toContain('acpl');
    expect(linesOf('lead-measures')).not.toContain('activity-against-plan');
  });

  test('a difference whose volumes are not held by its lines is shown whole', () => {
    expect(narrow.catalogue?.metrics.get('income-against-plan')?.splits).toBeNull();
  });

  test('a difference whose volumes are left out is shown whole', () => {
    const { catalogue } = readWith({ 'omit.yaml': 'omit:\n  - { metrics: [activity-against-plan], because: It is not held. }\n' });
    expect(catalogue?.metrics.get('income-against-plan')?.splits).toBeNull();
  });

  test('a scorecard of which nothing is left is not offered', () => {
    const { catalogue } = readWith({ 'omit.yaml': `omit:\n  - { metrics: [own-measure], because: It is not held. }\n`, 'more.yaml': [
      'scorecards:', '  - { id: small, name: Small table, owner: An analyst, source: Ours, sections: [{ columns: [{ id: month, label: Month }], lines: [{ metric: own-measure }] }] }',
      'metrics:', '  - id: own-measure', '    kind: count', '    name: Own measure', '    group: Own', '    synonyms: []', '    definition: Ours.', '    unit: count', '    decimals: 0',
      '    better: neutral', '    counting: sessions', '    numerator: { counts: lists, table: theatre_sessions }', '    dimensions: []', '    fresh-for-days: 3', '    owner: An analyst',
      '    source: Ours', "    version: '1.0'",
    ].join('\n') });
    expect(catalogue?.scorecards.has('lead-measures')).toBe(true);
    expect(catalogue?.scorecards.has('small')).toBe(false);
  });
});
