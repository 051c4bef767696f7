import { answerFromResult } from '../../src/answers/from-result';
import { headlineFor } from '../../src/answers/headline';
import { querySchema } from '../../src/engine/query';
import { SMALL_CATALOGUE } from '../engine/small-catalogue';
import { basisWords } from '../../src/answers/basis';
import { metricSchema } from '../../src/catalogue/metric';
import type { MetricResult } from '../../src/engine/result';
import { monthPeriod } from '../../src/calendar/period';

const metric = metricSchema.parse({
  id: 'six-weeks', name: 'Six-week diagnostic rate', group: 'Diagnostics', synonyms: [], definition: 'Waiting less than six weeks.', unit: 'ratio', decimals: 1,
  better: 'higher', rest: 'waiting six weeks or more', counting: 'people', dimensions: [], 'fresh-for-days': 40, owner: 'Owner', source: 'DM01', version: '1',
  numerator: { counts: 'patients waiting less than six weeks', table: 'diagnostic_waits' }, denominator: { counts: 'patients waiting', table: 'diagnostic_waits' },
});

const result = (value: number | null, hidden = false): MetricResult => ({
  metric: 'six-weeks', period: monthPeriod(2024, 5), figure: { numerator: null, denominator: null, value, hidden }, comparisons: [], trend: [], run: [], groups: [], excluded: [],
  provenance: {
    snapshot: 's', loadedAt: '2024-06-01T00:00:00Z', extracts: [], through: '2024-05-31', since: '2019-04-30', complete: true, provisional: false,
    maturesOn: null, stale: false, notice: null,
  },
  asAt: '2024-05-31', printed: null, peers: null, variance: null, drivers: null, outlook: null, computedTargets: {}, alternatives: [], missing: null,
});

test('a share that is quoted both ways says the other way too', () => {
  expect(basisWords(metric, result(0.851))).toBe('As at 31 May 2024; 14.9% waiting six weeks or more');
});

test('the rest of a withheld share is withheld with it', () => {
  expect(basisWords(metric, result(null, true))).toBe('As at 31 May 2024');
});

test('the verdict names one figure, and leaves the other way round to its own line', () => {
  const about = { metric: 'six-weeks', name: 'Six-week diagnostic rate', display: '85.1%', basis: 'As at 31 May 2024; 14.9% waiting six weeks or more' };
  const query = querySchema.parse({ intent: 'value', metrics: ['six-weeks'], period: monthPeriod(2024, 5) });
  const catalogue = { ...SMALL_CATALOGUE, metrics: new Map([['six-weeks', metric]]) };
  const [answer] = answerFromResult(catalogue, { query, metrics: [result(0.851)], scorecard: null }, { notes: [], said: [], showWorking: false }).metrics;
  expect(answer).toMatchObject(about);
  expect(headlineFor(catalogue, query, metric, answer ?? neverAnswered())).toBe('Six-week diagnostic rate 85.1% as at 31 May 2024; no target is set.');
});

function neverAnswered(): never {
  throw new Error('there is no answer');
}
