import { monthPeriod } from '../../src/calendar/period';
import { querySchema } from '../../src/engine/query';

const good = { intent: 'value', metrics: ['dna-rate'], period: monthPeriod(2024, 5) };

test('a query with its parts is taken, with every default filled in', () => {
  expect(querySchema.parse(good)).toMatchObject({ filters: {}, excluding: {}, by: null, versus: null, limit: null, scorecard: null });
});

test.each([
  ['no metric', { metrics: [] }],
  ['no period', { period: null }],
  ['the same metric twice', { metrics: ['dna-rate', 'dna-rate'] }],
  ['a day that is not one', { period: { ...good.period, to: '2024-13-45' } }],
  ['31 February', { period: { ...good.period, to: '2024-02-31' } }],
  ['the year 9999', { period: { ...good.period, to: '9999-12-31' } }],
  ['an end before the beginning', { period: { ...good.period, to: '2024-04-01' } }],
  ['a split by nothing', { intent: 'breakdown' }],
  ['a split twice by the same', { intent: 'breakdown', by: ['site', 'site'] }],
  ['a condition beyond any figure', { having: { op: 'above', value: 1e308 } }],
  ['a field nobody knows', { sql: 'select 1' }],
  ['a limit of thousands', { limit: 5000 }],
])('%s is refused', (_, part) => {
  expect(querySchema.safeParse({ ...good, ...part }).success).toBe(false);
});

test('a definition needs neither period nor split', () => {
  expect(querySchema.safeParse({ intent: 'definition', metrics: ['dna-rate'], period: null }).success).toBe(true);
});
