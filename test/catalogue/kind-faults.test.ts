import { forgetFolders, readWith } from './folders';

afterAll(forgetFolders);

const SPENT = 'numerator: { counts: pounds of cost, table: service_costs, sum: total_cost }';
const WEIGHED = 'denominator: { counts: weighted units, table: service_costs, sum: weighted_activity_units }';
const PLANNED = 'denominator: { counts: pounds planned, table: activity_plan, sum: planned_income }';
const EARNED = 'numerator: { counts: pounds earned, table: contract_activity, sum: income }';
const MORE_LINES = 'numerator: { counts: units, table: contract_activity, sum: activity }';
const PRINTED = 'numerator: { counts: growth, table: published_values, sum: value }';
const WAITS = 'numerator: { counts: referrals, table: referrals, sum: SUM }';
const IN_PRICES = 'numerator: { counts: pounds, table: service_costs, sum: total_cost, in-base-year-prices: true }';
const UNITS_IN_PRICES = 'numerator: { counts: units, table: service_costs, sum: weighted_activity_units, in-base-year-prices: true }';

/** A metric with this unit, and the lines of its kind from line 16 on; its dimensions stand on line 15, its unit on line 14. */
const own = (unit: string, ...lines: readonly string[]): string => [
  'metrics:', '  - id: own-measure', '    name: Own measure', '    group: Own', '    synonyms: [measure of our own]', '    definition: What we measure.',
  '    decimals: 0', '    better: neutral', '    counting: money', '    fresh-for-days: 40', '    owner: An analyst', '    source: Our own', "    version: '1.0'",
  `    unit: ${unit}`, '    dimensions: [specialty]', ...lines.map((line) => `    ${line}`),
].join('\n');

const INDEX = "inflation:\n  name: Index\n  base-year: '2019/20'\n  index: { '2019/20': 100, '2024/25': 121 }\n  owner: An analyst\n  source: GDP deflator\n  date: 2024-04-01\n";

test.each<[what: string, text: string]>([
  ['a ratio', own('gbp', 'kind: ratio', SPENT, WEIGHED)],
  ['a count of money', own('gbp', 'kind: count', SPENT)],
  ['a median', own('number', 'kind: median', 'numerator: { counts: spells, table: inpatient_spells, sum: nights }')],
  ['a difference with a share taken off', own('gbp', 'kind: difference', EARNED, PLANNED, 'less: { rate: 0.2, name: variable cost rate, source: Plan }')],
  ['a difference that splits', own('gbp', 'kind: difference', EARNED, PLANNED, 'splits: { volume: activity-against-plan, by: specialty }')],
  ['an opportunity', own('gbp', 'kind: opportunity', "base-year: '2019/20'", SPENT, WEIGHED)],
  ['a published share', own('ratio', 'kind: published', PRINTED)],
])('%s with the parts of its kind is good', (_what, text) => {
  expect(readWith({ 'metrics.yaml': text }).faults).toEqual([]);
});

test.each<[what: string, text: string, at: number, message: RegExp]>([
  ['a kind that does not exist', own('gbp', 'kind: mean', SPENT), 16, /"kind" is "mean"/],
  ['a difference from nothing', own('gbp', 'kind: difference', EARNED, 'denominator: null'), 18, /a difference needs a denominator/],
  ['an opportunity against nothing', own('gbp', 'kind: opportunity', "base-year: '2019/20'", SPENT, 'denominator: null'), 19, /an opportunity needs a denominator/],
  ['a count that is divided', own('gbp', 'kind: count', SPENT, WEIGHED), 18, /a count has no denominator/],
  ['a median that is divided', own('number', 'kind: median', WAITS.replace('SUM', 'rows'), WEIGHED), 18, /a median has no denominator/],
  ['a published figure that is divided', own('number', 'kind: published', PRINTED, WEIGHED), 18, /a published figure has no denominator/],
  ['a share taken off a ratio', own('gbp', 'kind: ratio', SPENT, WEIGHED, 'less: { rate: 0.2, name: rate, source: Plan }'), 19, /nothing is taken off a ratio/],
  ['a queue of what is no census', own('gbp', 'kind: ratio', SPENT, WEIGHED, 'queue: { beyond: long waits, leave: treated }'), 19, /only a share of the rows of one census/],
  ['a rate beyond the whole', own('gbp', 'kind: difference', EARNED, PLANNED, 'less: { rate: 20, name: rate, source: Plan }'), 19, /"less\.rate" is 20/],
  ['an opportunity without a base year', own('gbp', 'kind: opportunity', SPENT, WEIGHED), 16, /needs a base year/],
  ['a base year of a ratio', own('gbp', 'kind: ratio', SPENT, WEIGHED, "base-year: '2019/20'"), 19, /a ratio has no base year/],
  ['a base year that is no year', own('gbp', 'kind: opportunity', SPENT, WEIGHED, "base-year: '2019/21'"), 19, /"2019\/21" is no financial year/],
  ['a ratio that splits into volume and price', own('gbp', 'kind: ratio', SPENT, WEIGHED, 'splits: { volume: activity-against-plan, by: specialty }'), 19, /does not split/],
  ['a split by the volumes of a metric that is not there', own('gbp', 'kind: difference', EARNED, PLANNED, 'splits: { volume: volumes, by: specialty }'), 19, /no metric "volumes"/],
  ['a split by volumes that are no difference', own('gbp', 'kind: difference', EARNED, PLANNED, 'splits: { volume: dna-rate, by: specialty }'), 19, /dna-rate is a ratio and not a difference/],
  ['a split by a dimension it does not declare', own('gbp', 'kind: difference', EARNED, PLANNED, 'splits: { volume: activity-against-plan, by: pod }'), 19, /not split by pod/],
  ['a published figure from records', own('number', 'kind: published', MORE_LINES), 17, /read from published_values, and not from "contract_activity"/],
  ['a sum of printed figures', own('number', 'kind: count', PRINTED), 17, /does not add up/],
  ['the middle of rows', own('number', 'kind: median', 'numerator: { counts: referrals, table: referrals }'), 17, /needs the number column/],
  ['the middle of a text column', own('number', 'kind: median', 'numerator: { counts: referrals, table: referrals, sum: site_code }'), 17, /no numeric column "site_code"/],
  ['a share that is a difference', own('ratio', 'kind: difference', EARNED, PLANNED), 14, /a difference is no ratio/],
  ['a share that is a count', own('ratio', 'kind: count', EARNED), 14, /a count is no ratio/],
  ['a column that one of its tables lacks', own('gbp', 'kind: difference', EARNED, PLANNED, 'exclude: [{ when: [{ field: business_case, is: [true] }], because: Funded elsewhere }]'), 19, /activity_plan has no column "business_case"/],
  ['a dimension that one of its tables lacks', own('gbp', 'kind: ratio', SPENT, 'denominator: { counts: spells, table: inpatient_spells }').replace('[specialty]', '[specialty, pod]'), 15, /inpatient_spells has no column "pod_code"/],
  ['base-year prices of what is no money', own('number', 'kind: count', UNITS_IN_PRICES) + `\n${INDEX}`, 17, /"weighted_activity_units" is no money/],
  ['base-year prices without an index', own('gbp', 'kind: count', IN_PRICES), 17, /no price index/],
  ['a base year that the index does not reach', own('gbp', 'kind: opportunity', "base-year: '2018/19'", IN_PRICES, WEIGHED) + `\n${INDEX}`, 17, /does not reach 2018\/19/],
  ['a procedure list that is not there', own('number', 'kind: count', 'numerator: { counts: spells, table: inpatient_spells, where: [{ field: primary_procedure_code, in-list: bads }] }'), 17, /no procedure list "bads"/],
  ['a list of codes over a number', own('number', 'kind: count', 'numerator: { counts: units, table: contract_activity, where: [{ field: activity, in-list: bads }] }'), 17, /holds number and no codes/],
])('%s is a fault on its line', (_what, text, at, message) => {
  const { catalogue, faults } = readWith({ 'metrics.yaml': text });
  expect(catalogue).toBeNull();
  const found = faults.find((fault) => message.test(fault.message));
  expect(found).toMatchObject({ file: 'metrics.yaml', line: at });
  expect(found?.fix).not.toBe('');
});

test('a national definition may name a price index and a list that a trust without its extracts does not keep', () => {
  expect(readWith({}).faults).toEqual([]);
});

test('once an extract feeds it, the price index that it names must be there', () => {
  const source = 'extracts:\n  - { id: costs, table: service_costs, files: costs.csv, select: select file_row from file }\n';
  const { faults } = readWith({ 'extracts.yaml': source });
  expect(faults.map(({ file, message }) => [file, message])).toEqual(expect.arrayContaining([
    ['money.yaml', 'metric cpwau: there is no price index to restate it with.'],
  ]));
  expect(readWith({ 'extracts.yaml': source, 'inflation.yaml': INDEX }).faults).toEqual([]);
  expect(readWith({ 'extracts.yaml': `${source}omit:\n  - { metrics: [cpwau, cpwau-opportunity], because: No index is agreed. }\n` }).faults).toEqual([]);
});

test('a wrong kind does not hide what else is wrong, nor add what is not', () => {
  const { faults } = readWith({ 'metrics.yaml': own('gbp', 'kind: mean', 'numerator: { counts: pounds, table: service_costs, sum: cost }', WEIGHED) });
  expect(faults.map(({ line }) => line)).toEqual([16, 17]);
});
