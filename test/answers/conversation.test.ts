import { freshnessAnswer, helpAnswer } from '../../src/answers/conversation';
import { querySchema } from '../../src/engine/query';
import type { Snapshot } from '../../src/engine/snapshot';
import { SMALL_CATALOGUE } from '../engine/small-catalogue';

const query = querySchema.parse({ intent: 'freshness', metrics: [], period: null });

function freshness(ends: Readonly<Record<string, string>>) {
  const coverage: Snapshot['coverage'] = Object.fromEntries(Object.entries(ends).map(([extract, to]) => [extract, { extract, from: '2024-03-01', to, bookedTo: to, dailyFrom: null, dailyFromBy: {}, columnsFrom: {}, rows: 9, provisionalFrom: null, missingMonths: [], missingDays: [], byMetric: {}, notices: [] }]));
  const snapshot: Snapshot = { id: 's1', loadedAt: '2024-07-11T05:00:00Z', notice: null, coverage, rollUps: [], run: () => Promise.resolve([]) };
  return freshnessAnswer(query, snapshot, []);
}

test('how fresh the data is names the extracts that end long before the others, and has what ends first on top', () => {
  const late = freshness({ outpatients: '2024-07-10', contract: '2024-06-30', benchmarks: '2024-03-31' });
  expect(late.headline).toBe('Up to date to 30 June 2024 or later, except: benchmarks, to 31 March 2024.');
  expect(late.lines).toEqual(['Loaded 11 July 2024 at 06:00; data version s1.', 'Benchmarks: 1 March 2024 to 31 March 2024.', 'Contract: 1 March 2024 to 30 June 2024.', 'Outpatients: 1 March 2024 to 10 July 2024.']);
  expect(freshness({ outpatients: '2024-07-10', contract: '2024-06-30' }).headline).toBe('Every extract runs to at least 30 June 2024.');
  expect(freshness({}).headline).toBe('No extract is held.');
});

test('a greeting says what there is in one sentence and what to press, and only help has the lists', () => {
  const greeting = helpAnswer(SMALL_CATALOGUE, null, true);
  expect(greeting.headline).toBe('Hello. Ask about test. For example:');
  expect(greeting.lines).toEqual([]);
  expect(greeting.next.length).toBeGreaterThan(0);
  expect(helpAnswer(SMALL_CATALOGUE, null, false).lines.length).toBeGreaterThan(2);
});
