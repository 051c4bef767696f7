import { answerFromResult } from '../../src/answers/from-result';
import { dayPeriod, monthPeriod, weekPeriod } from '../../src/calendar/period';
import { querySchema, type Query } from '../../src/engine/query';
import type { Figure, MetricResult } from '../../src/engine/result';
import { SMALL_CATALOGUE } from '../engine/small-catalogue';
import { judged, resultFor, sum } from './measured-result';

const figure = (numerator: number, denominator: number): Figure => ({ numerator, denominator, value: numerator / denominator, hidden: false });
const HIDDEN: Figure = { numerator: null, denominator: null, value: null, hidden: true };
const NONE: Figure = { numerator: null, denominator: null, value: null, hidden: false };
const may = monthPeriod(2024, 5);

const result = (more: Partial<MetricResult> = {}): MetricResult => ({
  metric: 'dna-rate', period: may, figure: figure(235, 2908), comparisons: [], trend: [], run: [], groups: [], excluded: [], missing: null,
  asAt: null, printed: null, peers: null, variance: null, drivers: null, outlook: null, computedTargets: {}, alternatives: [],
  provenance: {
    snapshot: 's1', loadedAt: '2024-06-12T06:00:00Z', extracts: ['outpatient-appointments'], through: '2024-06-11', since: '2019-04-01',
    complete: true, provisional: false, maturesOn: null, stale: false, notice: 'Demonstration data',
  },
  ...more,
});

const answer = (query: Partial<Query> = {}, more: Partial<MetricResult> = {}) => {
  const asked = querySchema.parse({ intent: 'value', metrics: ['dna-rate'], period: may, filters: { specialty: ['120'] }, ...query });
  return answerFromResult(SMALL_CATALOGUE, { query: asked, metrics: [result(more)], scorecard: null }, { notes: [], said: [], showWorking: false });
};

test('a value leads with its verdict, then the number, the period, the gap and the target', () => {
  expect(answer().headline).toBe('Off target: DNA rate for ENT 8.1% in May 2024, 3.1 percentage points over (target below 5%).');
  expect(answer().scope).toBe('ENT · May 2024');
  expect(answer().metrics[0]).toMatchObject({ statusWords: 'Off target', working: '235 missed appointments of 2,908 appointments kept or missed' });
});

test('a value with no target is said to have none', () => {
  const { headline } = answer({ metrics: ['cases-per-hour'], filters: {} }, { metric: 'cases-per-hour', figure: figure(5, 8) });
  expect(headline).toBe('Cases per hour 0.63 in May 2024; no target is set.');
});

test('the four buttons after a value are by site, last 12 months, what is this and show working', () => {
  expect(answer().next.map(({ title }) => title)).toEqual(['By site', 'Last 12 months', 'What is this?', 'Show working']);
});

test('the last 12 months button keeps the filters and ends with the month asked about', () => {
  const step = answer().next[1]?.step;
  expect(step).toMatchObject({ kind: 'query', query: { intent: 'trend', filters: { specialty: ['120'] }, period: { from: '2023-06-01', to: '2024-05-31' } } });
});

test('rows come worst first, a withheld one prints a star, and of what is not known nothing is told where nothing was measured', () => {
  const { metrics } = answer({ intent: 'breakdown', by: 'specialty', filters: {} }, { groups: [
    { keys: ['110'], figure: figure(1, 25) }, { keys: ['not-known'], figure: NONE }, { keys: ['120'], figure: figure(3, 20) }, { keys: ['130'], figure: HIDDEN },
  ] });
  expect(metrics[0]?.rows.map(({ label, display, status }) => [label, display, status])).toEqual([
    ['ENT', '15.0%', 'off-target'], ['Trauma & Orthopaedics', '4.0%', 'on-target'], ['130', '*', 'none'],
  ]);
  expect(metrics[0]?.total).toEqual({ label: 'Trust overall', display: '8.1%' });
});

test('of parts of which some are withheld nothing is said of all, and how many are is', () => {
  const asked = { intent: 'breakdown', by: 'specialty', filters: {} } as const;
  const groups = [{ keys: ['110'], figure: figure(1, 25) }, { keys: ['120'], figure: figure(1, 50) }, { keys: ['130'], figure: HIDDEN }];
  expect(answer(asked, { groups }).headline).toMatch(/^Both specialties that can be shown are on target: .+\. Trust overall 8\.1%\. 1 of 3 specialties is hidden so that nobody can be recognised\.$/);
  expect(answer({ ...asked, intent: 'ranking', order: 'worst' }, { groups }).headline).toMatch(/\. Trust overall 8\.1%\. 1 of 3 specialties is hidden so that nobody can be recognised, and may belong among these\.$/);
  expect(answer(asked, { groups: groups.slice(0, 2) }).headline).toMatch(/^Both specialties are on target: .+ to ENT 2\.0%\. Trust overall 8\.1%\.$/);
});

test('a share of the whole, such as one reason, is not held to the target of the whole', () => {
  const { metrics } = answer({ metrics: ['acpl'], intent: 'breakdown', by: 'cancellation-reason' }, { metric: 'acpl', groups: [{ keys: ['patient'], figure: figure(1, 100) }] });
  expect(metrics[0]?.rows[0]).toMatchObject({ label: 'Patient', target: null, status: 'none' });
});

test.each([
  ['worst', ['ENT', 'Trauma & Orthopaedics']],
  ['best', ['Trauma & Orthopaedics', 'ENT']],
  ['highest', ['ENT', 'Trauma & Orthopaedics']],
  ['lowest', ['Trauma & Orthopaedics', 'ENT']],
] as const)('where lower is better, %s runs %j', (order, labels) => {
  const { metrics } = answer({ intent: 'ranking', by: 'specialty', filters: {}, order }, { groups: [{ keys: ['110'], figure: figure(1, 25) }, { keys: ['120'], figure: figure(3, 20) }] });
  expect(metrics[0]?.rows.map(({ label }) => label)).toEqual(labels);
});

test('a limit keeps the first rows, and a condition keeps those that meet it', () => {
  const groups = [{ keys: ['110'], figure: figure(1, 25) }, { keys: ['120'], figure: figure(3, 20) }, { keys: ['130'], figure: figure(1, 10) }];
  expect(answer({ intent: 'ranking', by: 'specialty', limit: 1 }, { groups }).metrics[0]?.rows.map(({ key }) => key)).toEqual(['120']);
  expect(answer({ intent: 'breakdown', by: 'specialty', having: { op: 'above', value: 0.08 } }, { groups }).metrics[0]?.rows.map(({ key }) => key)).toEqual(['120', '130']);
});

test('a ranking names its first three, and a condition how many meet it', () => {
  const groups = ['110', '120', '130', '140'].map((key, index) => ({ keys: [key], figure: figure(index + 1, 50) }));
  expect(answer({ intent: 'ranking', by: 'specialty', order: 'worst', filters: {} }, { groups }).headline)
    .toBe('Worst for DNA rate in May 2024: 140 8.0%, 130 6.0% and ENT 4.0%. Trust overall 8.1%.');
  expect(answer({ intent: 'breakdown', by: 'specialty', having: { op: 'above', value: 0.07 }, filters: {} }, { groups }).headline)
    .toBe('1 specialty is above 7%: DNA rate in May 2024, 140 8.0%. Trust overall 8.1%.');
});

test.each([
  [weekPeriod('2024-06-09'), 'in the week ending Sunday 9 June 2024'],
  [dayPeriod('2024-06-10'), 'on 10 June 2024'],
  [may, 'in May 2024'],
])('the period reads as part of the sentence', (period, words) => {
  expect(answer({ period }, { period }).headline).toContain(` ${words}, `);
});

test('a comparison says how far apart the two are, and names both', () => {
  const { headline } = answer(
    { intent: 'comparison', versus: { filters: { specialty: ['110'] } } },
    { comparisons: [{ with: 'filters', label: '', figure: figure(6, 100), complete: true }] },
  );
  // 6.0% misses "below 5%" as 8.1% does.
  expect(headline).toBe('ENT is 2.1 percentage points higher than Trauma & Orthopaedics: 8.1% against 6.0%. Off target: DNA rate for ENT 8.1% in May 2024, 3.1 percentage points over (target below 5%); Trauma & Orthopaedics is off target as well.');
});

test('a month of which the latest are still being followed up says in the headline what of it is counted', () => {
  const { answer: said, metric } = judged(resultFor('dna-rate', figure(20, 400), {
    provenance: { ...resultFor('dna-rate', NONE).provenance, maturesOn: '2024-07-01', followedTo: '2024-05-11' },
    comparisons: [{ with: 'previous', label: 'April 2024', figure: figure(60, 1_000), complete: true }],
  }), { intent: 'value' });
  expect(said.headline).toContain('DNA rate 5.0% in May 2024 (provisional: to 11 May 2024 only, the rest still being followed up)');
  expect(metric.caveats).toContain('Discharges after 11 May 2024 are not counted yet, for they are still being followed up; the figure is complete from 1 July 2024.');
  expect(metric.comparisons[0]?.changeWords).toBe('down 1.0 percentage point; May 2024 is still being followed up, so not yet a fall');
});

test('a month that is still being coded says so in the headline', () => {
  const { answer: said } = judged(resultFor('dna-rate', figure(20, 400), { provenance: { ...resultFor('dna-rate', NONE).provenance, maturesOn: '2024-06-30' } }), { intent: 'value' });
  expect(said.headline).toContain('DNA rate 5.0% in May 2024 (provisional: still being coded)');
});

test('a volume set against another month is told per working day as well, where one has more of them', () => {
  // 20 working days in March 2024, 21 in May: 105 ÷ 21 = 5 a day after 110 ÷ 20 = 5.5.
  const march = { with: 'period' as const, label: 'March 2024', figure: sum(110), complete: true, over: { from: '2024-03-01', to: '2024-03-31' } };
  const { answer: said, metric } = judged(resultFor('last-minute-cancellations', sum(105), { comparisons: [march] }), { intent: 'comparison', versus: { period: monthPeriod(2024, 3) } });
  expect(metric.comparisons[0]?.changeWords).toBe('down 5, per working day down 9.1% (21 working days against 20)');
  expect(said.headline).toContain('Down 5: 105 against 110 in March 2024; per working day down 9.1% (21 working days against 20).');
});

test('a period before is shown as not held where it is not, and never as nought', () => {
  const { metrics } = answer({}, { comparisons: [{ with: 'last-year', label: 'May 2023', figure: NONE, complete: false }] });
  expect(metrics[0]?.comparisons).toEqual([{ with: 'last-year', label: 'May 2023', value: null, display: '–', change: null, changeWords: 'not held', daily: '', sentence: null }]);
});

test.each([
  ['before-data', 'No data for May 2024: it is before the first day held. Data is held from 1 April 2019 to 11 June 2024.'],
  ['after-data', 'No data for May 2024 yet. Data is held from 1 April 2019 to 11 June 2024.'],
  ['no-activity', 'Nothing to measure: no appointments kept or missed are held for ENT in May 2024. Data is held from 1 April 2019 to 11 June 2024.'],
] as const)('%s is no data, with what is held', (missing, headline) => {
  expect(answer({}, { missing, figure: NONE })).toMatchObject({ outcome: 'no-data', reason: missing, headline });
});

test('a part of a period is said to be a part, in the headline', () => {
  const { provenance } = result();
  const held = (more: object) => answer({}, { provenance: { ...provenance, complete: false, ...more } }).headline;
  expect(held({ through: '2024-05-20' })).toContain('in May 2024 (to 20 May 2024 only), ');
  expect(held({ since: '2024-05-06' })).toContain('in May 2024 (from 6 May 2024 only), ');
});

test('a gap inside the period, provisional and stale data say so', () => {
  const { provenance } = result();
  const { metrics } = answer({}, { provenance: { ...provenance, complete: false, provisional: true, stale: true } });
  expect(metrics[0]?.caveats).toEqual([
    'Some days of the period are missing from the extract.', 'Provisional: the publisher may still change these figures.', 'The data has not been updated since 11 June 2024.',
  ]);
});

test('a withheld figure shows a star and no working', () => {
  const { metrics } = answer({}, { figure: HIDDEN, missing: null });
  expect(metrics[0]).toMatchObject({ display: '*', working: '', suppressed: true, value: null });
});

test('the synthetic notice is carried to the answer', () => {
  expect(answer().notice).toBe('Demonstration data');
});
