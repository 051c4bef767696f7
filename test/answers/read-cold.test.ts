import { eventLines } from '../../src/answers/events';
import { monthPeriod, quarterPeriod } from '../../src/calendar/period';
import type { Catalogue } from '../../src/catalogue/catalogue';
import { targetSchema } from '../../src/catalogue/target';
import type { Drivers } from '../../src/engine/change';
import type { Figure, Peers, TrendPoint } from '../../src/engine/result';
import { SMALL_CATALOGUE } from '../engine/small-catalogue';
import { judged, quotient, resultFor } from './measured-result';

const less = (income: number, cost: number): Figure => ({ numerator: income, denominator: cost, value: income - cost, hidden: false });
const run = (values: readonly Figure[]): readonly TrendPoint[] => values.map((figure, at) => ({
  period: `${2023 + Math.floor((at + 4) / 12)}-${String(((at + 4) % 12) + 1).padStart(2, '0')}`, span: 'month', complete: true, immature: false, figure,
}));

describe('a deficit', () => {
  // Twelve months of £9m and £10m less than the cost, then one of £1m: improving, and a deficit all the same.
  const SMALLER = less(60_000_000, 61_000_000);
  const months = run([...Array.from({ length: 12 }, (_, at) => less(60_000_000, at % 2 === 0 ? 69_000_000 : 70_000_000)), SMALLER]);
  const { answer, metric } = judged(resultFor('net-surplus', SMALLER, { run: months, comparisons: [{ with: 'previous', label: 'April 2024', figure: less(60_000_000, 70_000_000), complete: true }] }), { intent: 'value' });

  // By hand: the mean is −115 ÷ 13 = −8.85, the average move (11 × 1 + 9) ÷ 12 = 1.67, the limits −8.85 ± 4.43.
  test('is called one, and one that is smaller than usual is still one', () => {
    expect(answer.headline).toBe('Net surplus: a deficit of £1,000,000 in May 2024. Improving (special cause): above the usual (£13.3m) to (£4.4m), but still a deficit.');
  });

  test('has its size and its name apart, its own and that of what it is compared with', () => {
    expect(metric.difference).toEqual({ size: '£1m', side: 'a deficit' });
    expect(metric.comparisons[0]?.difference).toEqual({ size: '£10m', side: 'a deficit' });
  });

  test('is better or worse than another, and never up or down, which may be taken for its size', () => {
    const { answer: told } = judged(resultFor('net-surplus', less(60, 75), { comparisons: [{ with: 'previous', label: 'April 2024', figure: less(60, 70), complete: true }] }), { intent: 'comparison', versus: 'previous' });
    expect(told.headline).toMatch(/^Worse by £5: £15 deficit against £10 deficit in April 2024\./);
  });
});

test('a figure against plan says on which side of it and by what share', () => {
  expect(judged(resultFor('activity-against-plan', less(110, 100)), { intent: 'value' }).metric.difference).toEqual({ size: '10', side: 'above plan (10.0%)' });
  expect(judged(resultFor('activity-against-plan', less(95, 100)), { intent: 'value' }).metric.difference).toEqual({ size: '5', side: 'below plan (5.0%)' });
  expect(judged(resultFor('activity-against-plan', less(100, 100)), { intent: 'value' }).metric.difference).toBeUndefined();
});

describe('what happened in some days', () => {
  const strike = { name: 'Industrial action', from: '2024-05-27', to: '2024-05-29', groups: [], where: {}, source: 'Paper' };
  const catalogue: Catalogue = { ...SMALL_CATALOGUE, events: [strike] };
  const quarter = quarterPeriod(2023, 4);
  const provider = (name: string, own: boolean) => ({ provider: name, name, own, figure: quotient(50, 1_000) });
  const peers: Peers = { group: 'Peers', from: quarter.from, to: quarter.to, providers: [provider('A', true), provider('B', false)], national: null, median: null, document: 'Benchmarks', publishedOn: '2024-05-20', differenceInDefinition: null, before: [] };
  const said = (query: object, more: object = {}) => eventLines(judged(resultFor('dna-rate', quotient(60, 1_000), more), query, catalogue).metric.events);

  test('is said of what the trust itself did in them', () => {
    expect(said({ intent: 'value' })).toEqual(['At the time: industrial action, 27 May to 29 May 2024']);
  });

  test('and not of a place among peers, whose figures are of a quarter that was over by then', () => {
    expect(said({ intent: 'peers' }, { peers })).toEqual([]);
  });
});

describe('peers that a document gives as one figure', () => {
  const peers: Peers = { group: 'Demonstration peers', from: '2023-04-01', to: '2024-03-31', providers: [], national: { ...quotient(-1, 1), value: -0.1436 }, median: { ...quotient(-1, 1), value: -0.1616 }, medianName: 'Peer average', document: 'Paper', publishedOn: '2024-07-11', differenceInDefinition: 'the paper does not print the period.', before: [] };
  const { answer, metric } = judged(resultFor('implied-growth', { numerator: null, denominator: null, value: -0.1584, hidden: false }, { peers }), { intent: 'peers' });

  test('are called what the document calls them, beside the figure itself', () => {
    expect(answer.headline).toMatch(/^Implied growth −16% in May 2024; nationally −14%, peer average −16%\. How far chance accounts for the difference cannot be told/);
    expect(JSON.stringify(metric.peers?.median)).toContain('Peer average');
    expect(answer.headline).not.toContain('Demonstration peers');
  });

  test('and their source is one sentence with one full stop', () => {
    expect(metric.peers?.source).toBe('Paper, April 2023 to March 2024; the paper does not print the period');
  });
});

describe('a row that is chosen for being over a line', () => {
  test('shows that it is over it: 234 of 2,921 is 8.01%, beside 8%', () => {
    const groups = [{ keys: ['120'], figure: quotient(234, 2_921) }, { keys: ['110'], figure: quotient(102, 1_000) }, { keys: ['130'], figure: quotient(79, 1_000) }];
    const { metric } = judged(resultFor('dna-rate', quotient(500, 10_000), { groups }), { intent: 'breakdown', by: 'specialty', having: { op: 'above', value: 0.08 } });
    expect(metric.rows.map(({ display }) => display)).toEqual(['10.2%', '8.01%']);
  });

  test('and one that misses its target shows that it does: 5.04% is not below 5%', () => {
    const targets = [targetSchema.parse({ metric: 'dna-rate', value: 0.05, comparator: 'below', source: 'Paper', from: '2020-01-01' })];
    const groups = [{ keys: ['120'], figure: quotient(504, 10_000) }, { keys: ['110'], figure: quotient(500, 10_000) }];
    const { metric } = judged(resultFor('dna-rate', quotient(1_004, 20_000), { groups }), { intent: 'breakdown', by: 'specialty' }, { ...SMALL_CATALOGUE, targets });
    expect(metric.rows.map(({ display, status }) => [display, status])).toEqual([['5.04%', 'off-target'], ['5.0%', 'off-target']]);
  });
});

test('a part that is a little below a plan of millions is not £0.0m below it', () => {
  const { metric } = judged(resultFor('income-against-plan', less(3_000_000, 2_500_000), { groups: [{ keys: ['day-case'], figure: less(1_100_000, 1_144_493) }] }), { intent: 'breakdown', by: 'pod' });
  expect(metric.rows[0]?.planned).toEqual({ short: '£44,493 below', words: '£1.1m, plan £1.1m (3.9% below)' });
});

describe('fewer by the rate and fewer in all', () => {
  const drivers = (from: Figure): Drivers => ({ with: 'previous', period: monthPeriod(2024, 4), from, asAt: null, complete: true, by: ['specialty'], unsplit: null, parts: [{ keys: ['120'], from, to: quotient(5_267, 84_068) }] });
  const counted = (from: Figure) => judged(resultFor('dna-rate', quotient(5_267, 84_068), { drivers: drivers(from) }), { intent: 'explanation' }).metric.drivers?.countedWords;

  test('are told apart: 84,068 at 5,846 of 89,660 would be 5,481', () => {
    expect(counted(quotient(5_846, 89_660))).toMatch(/^579 fewer missed \w+ in all \(5,846 to 5,267\): 214 fewer by the rate, 365 fewer by the number of \w+/);
  });

  test('and are one where the appointments were as many', () => {
    expect(counted(quotient(5_400, 84_068))).toBe('');
  });
});

describe('a part that no target is set for', () => {
  const targets = [targetSchema.parse({ metric: 'cancellations-on-the-day', value: 0.05, comparator: 'below', source: 'Paper, Table 2', from: '2020-01-01' })];
  const metricId = [...SMALL_CATALOGUE.metrics.values()].find(({ dimensions }) => dimensions.includes('cancellation-reason'))?.id ?? '';
  const catalogue: Catalogue = { ...SMALL_CATALOGUE, targets: targets.map((target) => ({ ...target, metric: metricId })) };

  test('shows the one of the whole with its source, and is not held against it', () => {
    const { answer, metric } = judged(resultFor(metricId, quotient(60, 2_098)), { intent: 'value', filters: { 'cancellation-reason': ['patient'] } }, catalogue);
    expect(metric).toMatchObject({ status: 'none', target: null, statusWords: 'No target of its own', standingTarget: { words: 'below 5%', source: 'Paper, Table 2', of: 'whole' } });
    expect(answer.headline).toContain('no target is set for this part, and for the whole below 5%');
  });

  test('and a figure that is hidden shows its own, and is not said to have none', () => {
    const { metric } = judged(resultFor(metricId, { numerator: null, denominator: null, value: null, hidden: true }), { intent: 'value', filters: { specialty: ['120'] } }, catalogue);
    expect(metric).toMatchObject({ status: 'none', statusWords: 'Not shown', standingTarget: { words: 'below 5%', of: 'part' } });
  });

  test('and where there is none at all, none is spoken of', () => {
    const { answer, metric } = judged(resultFor(metricId, quotient(60, 2_098)), { intent: 'value', filters: { 'cancellation-reason': ['patient'] } }, { ...SMALL_CATALOGUE, targets: [] });
    expect(metric.standingTarget).toBeUndefined();
    expect(answer.headline).toContain('; no target is set');
  });
});
