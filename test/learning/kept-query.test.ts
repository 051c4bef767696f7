import { querySchema, type Query } from '../../src/engine/query';
import { asKept, LISTED_DIMENSIONS } from '../../src/learning/kept-query';
import { CATALOGUE } from '../language/trust-language';

const PERIOD = { from: '2024-06-01', to: '2024-06-30', grain: 'month', label: 'June 2024', asked: 'since mary fell ill' } as const;
const query = (more: object): Query => querySchema.parse({ intent: 'value', metrics: ['dna-rate'], period: PERIOD, ...more });
const kept = (more: object): unknown => JSON.parse(asKept(query(more)));

test('codes that nothing lists are not kept, in whatever part of a query they stand', () => {
  const codes = { clinic: ['3-APR-1961'], theatre: ['JSMITH1'], consultant: ['C1234567'] };
  expect(asKept(query({ filters: codes, excluding: codes }))).not.toMatch(/1961|SMITH|C1234567/);
  expect(asKept(query({ versus: { filters: codes } }))).not.toMatch(/1961|SMITH|C1234567/);
});

test('listed values and days are kept, and the words of a period and the name of a scorecard are not', () => {
  expect(kept({ filters: { specialty: ['120'], clinic: ['120R48'] }, versus: { period: PERIOD }, frozen: { name: 'For Mary', what: 'show' } })).toEqual(
    JSON.parse(JSON.stringify(query({ filters: { specialty: ['120'] }, period: { ...PERIOD, asked: null }, versus: { period: { ...PERIOD, asked: null } } }))),
  );
});

test('what is kept is a query still', () => {
  expect(querySchema.safeParse(kept({ filters: { clinic: ['A1'] }, versus: { filters: { clinic: ['A1'] } } })).success).toBe(true);
});

test('every dimension that is kept is one with values, of the catalogue or of the organisation', () => {
  const isListed = (id: string): boolean => ['specialty', 'cmg', 'site'].includes(id) || (CATALOGUE.dimensions.get(id)?.values.length ?? 0) > 0;
  expect([...LISTED_DIMENSIONS].filter((id) => !isListed(id))).toEqual([]);
});
