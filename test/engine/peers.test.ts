import { quarterPeriod } from '../../src/calendar/period';
import { ask, holding, resultOf } from './asking';

const hold = holding();

let count = 0;
const benchmark = (provider: string, value: number | null, more: Record<string, string | number | null> = {}) => ({
  benchmark_id: String(count += 1), metric: 'dna-rate', period_from: '2024-01-01', period_to: '2024-03-31', provider_code: provider, provider_name: `Trust ${provider}`,
  peer_group: 'east', value, document: 'Benchmarks', published_on: '2024-05-20', ...more,
});
const held = { benchmark_values: { from: '2023-10-01', to: '2024-06-30', dailyFrom: null } };
const before = { period_from: '2023-10-01', period_to: '2023-12-31' };
const after = { period_from: '2024-04-01', period_to: '2024-06-30' };
const rows = [
  benchmark('RWE', 0.07), benchmark('RGT', 0.04), benchmark('RGM', 0.05), benchmark('RDE', null, { numerator: 6, denominator: 100 }),
  benchmark('national', 0.068, { peer_group: null, provider_name: 'England' }), benchmark('RX1', 0.01, { peer_group: 'midlands' }),
  benchmark('RWE', 0.08, before), benchmark('RGT', 0.05, before), benchmark('RWE', 0.01, after),
  benchmark('RGT', 0.99, { treatment_function_code: '120' }),
];

describe('a peer comparison', () => {
  const asks = (more = {}) => ask('dna-rate', { intent: 'peers', ...more });

  test('takes the newest stretch that has ended, of the organisation\'s own group', async () => {
    const { peers, missing } = await resultOf(await hold({ benchmark_values: rows }, held), asks());
    expect(missing).toBeNull();
    expect(peers).toMatchObject({ group: 'east', from: '2024-01-01', to: '2024-03-31', document: 'Benchmarks', national: { value: 0.068 }, median: null });
    expect(peers?.providers.map(({ provider, own, figure }) => [provider, own, figure.value])).toEqual([['RDE', false, 0.06], ['RGM', false, 0.05], ['RGT', false, 0.04], ['RWE', true, 0.07]]);
    expect(peers?.before.map(({ provider, figure }) => [provider, figure.value])).toEqual([['RGT', 0.05], ['RWE', 0.08]]);
  });

  test('takes exactly the stretch asked for where it is held', async () => {
    const { peers } = await resultOf(await hold({ benchmark_values: rows }, held), asks({ period: quarterPeriod(2023, 3) }));
    expect(peers).toMatchObject({ from: '2023-10-01', to: '2023-12-31', before: [] });
  });

  test('takes another group, or a specialty, where the question names one', async () => {
    const snapshot = await hold({ benchmark_values: rows }, held);
    expect((await resultOf(snapshot, asks({ filters: { 'peer-group': ['midlands'] } }))).peers?.providers.map(({ provider }) => provider)).toEqual(['RX1']);
    expect((await resultOf(snapshot, asks({ filters: { specialty: ['120'] } }))).peers?.providers.map(({ figure }) => figure.value)).toEqual([0.99]);
  });

  test('says so where no benchmark is held', async () => {
    expect(await resultOf(await hold({ benchmark_values: rows }, held), ask('acpl', { intent: 'peers' }))).toMatchObject({ missing: 'no-peers', peers: null });
    expect(await resultOf(await hold({}, {}), asks())).toMatchObject({ missing: 'no-peers' });
    expect(await resultOf(await hold({ benchmark_values: rows }, held), asks({ filters: { site: ['lri'] } }))).toMatchObject({ missing: 'no-peers' });
  });

  test.each([
    // The middle of 0.04, 0.05, 0.06 and 0.07, unless the source gives a median of its own.
    ['peers', rows, 0.055], ['peers', [...rows, benchmark('peer-median', 0.052)], 0.052], ['national', rows, 0.068],
  ] as const)('"versus %s" is one number', async (versus, given, value) => {
    const { comparisons } = await resultOf(await hold({ benchmark_values: given }, held), ask('dna-rate', { intent: 'comparison', versus }));
    expect(comparisons).toHaveLength(1);
    expect(comparisons[0]).toMatchObject({ with: versus, complete: true });
    expect(comparisons[0]?.figure.value).toBeCloseTo(value, 12);
  });
});

describe('a target computed from benchmark values', () => {
  test('is where the best quarter of the group begins, the own trust among them', async () => {
    const snapshot = await hold({ benchmark_values: rows }, held);
    // Lower is better: of 0.04, 0.05, 0.06, 0.07 a quarter lies at 0.0475 (definition 7).
    expect((await resultOf(snapshot, ask('dna-rate'))).computedTargets['east']).toBeCloseTo(0.0475, 12);
  });

  test('is the upper end where higher is better', async () => {
    const values = [0.5, 0.6, 0.7, 0.8].map((value, index) => benchmark(`R${index}`, value, { metric: 'eighteen-week-rate' }));
    const snapshot = await hold({ benchmark_values: values, rtt_pathways: [] }, held);
    expect((await resultOf(snapshot, ask('eighteen-week-rate'))).computedTargets['east']).toBeCloseTo(0.725, 12);
  });

  test('has no value where the group has none', async () => {
    expect((await resultOf(await hold({}, {}), ask('dna-rate'))).computedTargets).toEqual({});
  });
});
