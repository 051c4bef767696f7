import type { Catalogue } from '../../src/catalogue/catalogue';
import { loadCatalogue } from '../../src/catalogue/load';
import { targetsFor, type ComputedTargets } from '../../src/catalogue/targets';
import type { PeriodGrain } from '../../src/calendar/period';
import { catalogueWith, forgetFolders } from './folders';

afterAll(forgetFolders);

const trust = loadCatalogue({ trustFolder: 'deployment/trust' }).catalogue;
const TABLE_2 = 'Trust Board paper H, 11 July 2024, Table 2';

function found(catalogue: Catalogue, metric: string, specialties: readonly string[] | null, day: string): [number, string][] {
  return targetsFor(catalogue, metric, { filters: specialties === null ? {} : { specialty: specialties }, day, grain: 'month' }).map(({ value, comparator }) => [Number(value.toFixed(6)), comparator]);
}

test.each<[metric: string, expected: [number, string][]]>([
  ['acpl', [[1.89, 'at-least']]],
  ['capped-theatre-utilisation', [[0.85, 'at-least']]],
  ['first-or-procedure-rate', [[0.46, 'at-least']]],
  ['late-starts', [[0, 'at-most'], [0.049, 'at-most']]],
  ['on-the-day-cancellations', [[0.05, 'below'], [0.05, 'at-most']]],
  // 31 May is 60 of the 364 days from 1 April 2024 to 31 March 2025: 8% less 60/364 of 3 points, and 3% with 60/364 of 2 points.
  ['dna-rate', [[0.05, 'below'], [0.075055, 'at-most']]],
  ['pifu-rate', [[0.05, 'at-least'], [0.065, 'at-least'], [0.033297, 'at-least']]],
  ['clinic-utilisation', [[0.95, 'at-least']]],
  ['discharged-at-first', []],
  ['cancellation-28-day-breaches', [[0, 'at-most']]],
  ['uncapped-theatre-utilisation', []],
])('%s has the targets that the papers print, the leading one first', (metric, expected) => {
  expect(found(trust, metric, null, '2024-05-31')).toEqual(expected);
});

test('the table leads over the text where the paper contradicts itself', () => {
  expect(targetsFor(trust, 'late-starts', { filters: {}, day: '2024-05-31', grain: 'month' })[0]?.source).toBe(TABLE_2);
});

test('a target does not judge what came before it', () => {
  expect(found(trust, 'dna-rate', null, '2024-03-31')).toEqual([]);
  expect(found(trust, 'dna-rate', null, '2024-04-01')).toHaveLength(2);
});

describe('with targets of a specialty and of other years', () => {
  const line = (fields: string): string => `  - { metric: dna-rate, comparator: below, ${fields} }\n`;
  const catalogue = catalogueWith({
    'targets.yaml': `targets:\n${[
      line('value: 0.08, source: Old plan, from: 2022-04-01, to: 2024-03-31'),
      line('value: 0.06, source: Plan, from: 2024-04-01'),
      line('value: 0.05, source: Paper, first: true, from: 2024-04-01'),
      line("value: 0.07, source: Plan, where: { specialty: '120' }, from: 2024-04-01"),
    ].join('')}`,
  });

  test.each<[what: string, specialties: readonly string[] | null, day: string, values: number[]]>([
    ['the whole trust', null, '2024-05-31', [0.05, 0.06]],
    ['a specialty with its own', ['120'], '2024-05-31', [0.07]],
    ['a specialty without its own', ['110'], '2024-05-31', [0.05, 0.06]],
    ['two specialties together', ['110', '120'], '2024-05-31', [0.05, 0.06]],
    ['the last day of an old target', null, '2024-03-31', [0.08]],
    ['a specialty before it had its own', ['120'], '2024-03-31', [0.08]],
    ['a day before every target', null, '2022-03-31', []],
  ])('%s is judged by what held then', (_what, specialties, day, values) => {
    expect(found(catalogue, 'dna-rate', specialties, day).map(([value]) => value)).toEqual(values);
  });
});

describe('with targets of one kind of period, one part and one course', () => {
  const line = (fields: string): string => `  - { metric: dna-rate, comparator: below, from: 2024-04-01, ${fields} }\n`;
  const catalogue = catalogueWith({
    'targets.yaml': `targets:\n${[
      line('value: 0.08, source: Any period'),
      line('value: 0.07, source: Year, for: year'),
      line('value: 0.06, source: Year to date, for: ytd'),
      line('value: 0.05, source: Month, for: month'),
      line("value: 0.04, source: ENT, where: { specialty: '120' }"),
      line("value: 0.03, source: ENT firsts, where: { specialty: '120', appointment-type: first }"),
      line('value: 0.02, source: Peers of the whole, only-there: true'),
      line('computed: { from: benchmark, quartile: upper, peer-group: Shelford }, source: Upper quartile'),
    ].join('')}`,
  });
  const sources = (filters: Readonly<Record<string, readonly string[]>>, grain: PeriodGrain, computed: ComputedTargets = {}): string[] =>
    targetsFor(catalogue, 'dna-rate', { filters, day: '2024-05-31', grain }, computed).map(({ source }) => source);

  test.each<[grain: PeriodGrain, expected: string[]]>([
    ['day', ['Any period', 'Peers of the whole']],
    ['month', ['Any period', 'Month', 'Peers of the whole']],
    ['quarter', ['Any period', 'Month', 'Peers of the whole']],
    ['ytd', ['Any period', 'Year', 'Year to date', 'Month', 'Peers of the whole']],
    ['year', ['Any period', 'Year', 'Year to date', 'Month', 'Peers of the whole']],
  ])('a %s is held against what is set for such a period', (grain, expected) => {
    expect(sources({}, grain)).toEqual(expected);
  });

  test('a part with its own stands by it, and what holds only for the whole does not follow into a part', () => {
    expect(sources({ specialty: ['110'] }, 'month')).toEqual(['Any period', 'Month']);
    expect(sources({ specialty: ['120'] }, 'month')).toEqual(['ENT']);
    expect(sources({ specialty: ['120'], 'appointment-type': ['first'] }, 'month')).toEqual(['ENT', 'ENT firsts']);
    expect(sources({ specialty: ['120', '110'] }, 'month')).toEqual(['Any period', 'Month']);
  });

  test('a computed target holds once its value is known', () => {
    expect(sources({}, 'day', { Shelford: 0.061 })).toEqual(['Any period', 'Peers of the whole', 'Upper quartile']);
    expect(targetsFor(catalogue, 'dna-rate', { filters: {}, day: '2024-05-31', grain: 'day' }, { Shelford: 0.061 }).at(-1)?.value).toBe(0.061);
  });
});

test.each<[day: string, expected: number]>([
  // 8% on 1 April to 5% on 31 March, 364 days later: half way after 182 days, on 30 September.
  ['2024-04-01', 0.08], ['2024-09-30', 0.065], ['2025-03-31', 0.05], ['2025-06-30', 0.05],
])('on %s a course from 8%% to 5%% stands at %f', (day, expected) => {
  const catalogue = catalogueWith({
    'targets.yaml': 'targets:\n  - { metric: dna-rate, comparator: at-most, value: 0.05, trajectory: { from: 0.08, by: 2025-03-31 }, source: Plan, from: 2024-04-01 }\n',
  });
  expect(found(catalogue, 'dna-rate', null, day)).toEqual([[expected, 'at-most']]);
});
