import { dailyChange, dailyWords } from '../../src/answers/per-working-day';
import { metricSchema } from '../../src/catalogue/metric';

const count = metricSchema.parse({
  id: 'cdc-tests', name: 'CDC tests', group: 'Diagnostics', synonyms: [], definition: 'Tests done.', kind: 'count', unit: 'count', decimals: 0, better: 'higher', counting: 'people',
  numerator: { counts: 'tests', table: 'diagnostic_tests' }, dimensions: [], 'fresh-for-days': 3, owner: 'Diagnostics', source: 'Local', version: '1',
});
const may = (year: number, value: number | null) => ({ value, from: `${year}-05-01`, to: `${year}-05-31` });

test('a month with a day less to work is set beside one with a day more, each by its days', () => {
  // May 2024 had 21 working days and May 2025 had 20: 2,000 ÷ 20 = 100 a day after 2,000 ÷ 21 = 95.24, 5.0% more.
  expect(dailyChange(count, may(2025, 2_000), may(2024, 2_000))?.words).toBe('per working day up 5.0%');
  // 1,900 ÷ 20 = 95 after 2,100 ÷ 21 = 100.
  expect(dailyChange(count, may(2025, 1_900), may(2024, 2_100))?.words).toBe('per working day down 5.0%');
  expect(dailyChange(count, may(2025, 2_000), may(2024, 2_100))?.words).toBe('per working day unchanged');
});

test('nothing is said where both have as many days, where a number is missing, or where it is no count over time', () => {
  expect(dailyChange(count, may(2024, 5), { value: 4, from: '2024-07-03', to: '2024-07-31' })).toBeNull();
  expect(dailyChange(count, may(2025, null), may(2024, 1))).toBeNull();
  expect(dailyChange(count, may(2025, 5), may(2024, 0))).toBeNull();
  expect(dailyChange({ ...count, kind: 'ratio' }, may(2025, 5), may(2024, 1))).toBeNull();
  expect(dailyChange({ ...count, numerator: { ...count.numerator, table: 'rtt_pathways' } }, may(2025, 5), may(2024, 1))).toBeNull();
});

test('how many days each had is said with it', () => {
  expect(dailyWords(dailyChange(count, may(2025, 1_900), may(2024, 2_100)))).toBe('per working day down 5.0% (20 working days against 21)');
  expect(dailyWords(null)).toBe('');
});
