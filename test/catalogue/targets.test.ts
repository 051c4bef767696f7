import type { Catalogue } from '../../src/catalogue/catalogue';
import { loadCatalogue } from '../../src/catalogue/load';
import { targetsFor } from '../../src/catalogue/targets';
import { catalogueWith, forgetFolders } from './folders';

afterAll(forgetFolders);

const trust = loadCatalogue({ trustFolder: 'deployment/trust' }).catalogue;
const TABLE_2 = 'Trust Board paper H, 11 July 2024, Table 2';

function found(catalogue: Catalogue, metric: string, specialties: readonly string[] | null, day: string): [number, string][] {
  return targetsFor(catalogue, metric, { specialties, day }).map(({ value, comparator }) => [value, comparator]);
}

test.each<[metric: string, expected: [number, string][]]>([
  ['acpl', [[1.89, 'at-least']]],
  ['capped-theatre-utilisation', [[0.85, 'at-least']]],
  ['first-or-procedure-rate', [[0.46, 'at-least']]],
  ['late-starts', [[0, 'at-most'], [0.049, 'at-most']]],
  ['on-the-day-cancellations', [[0.05, 'below'], [0.05, 'at-most']]],
  ['dna-rate', [[0.05, 'below'], [0.05, 'at-most']]],
  ['pifu-rate', [[0.05, 'at-least'], [0.065, 'at-least']]],
  ['clinic-utilisation', [[0.95, 'at-least']]],
  ['discharged-at-first', []],
  ['cancellation-28-day-breaches', [[0, 'at-most']]],
  ['uncapped-theatre-utilisation', []],
])('%s has the targets that the papers print, the leading one first', (metric, expected) => {
  expect(found(trust, metric, null, '2024-05-31')).toEqual(expected);
});

test('the table leads over the text where the paper contradicts itself', () => {
  expect(targetsFor(trust, 'late-starts', { specialties: null, day: '2024-05-31' })[0]?.source).toBe(TABLE_2);
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
      line("value: 0.07, source: Plan, specialty: '120', from: 2024-04-01"),
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
