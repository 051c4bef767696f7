import { createRoad } from '../../src/ask';
import { NO_GRANTS, type Grants } from '../../src/access/permit';
import { createSmallNumbers } from '../../src/access/small-numbers/small-numbers';
import { SMALL_NUMBERS } from '../../src/catalogue/grant';
import type { Answer } from '../../src/answers/answer';
import { ALL_HIDDEN, WITHHELD } from '../../src/answers/withheld';
import { londonInstant } from '../../src/calendar/instant';
import { answerAsCsv } from '../../src/cli/answer-csv';
import { answerAsJson } from '../../src/cli/answer-json';
import { answerAsText } from '../../src/cli/answer-text';
import { querySchema } from '../../src/engine/query';
import { runQuery } from '../../src/engine/run';
import type { Snapshot } from '../../src/engine/snapshot';
import { createLanguage } from '../../src/language/language';
import { holdRows } from '../engine/held-rows';
import { everybodyHolding } from './holding';
import { CATALOGUE } from './small-extract';

const TABLE = 'outpatient_appointments';
const MONTHS = ['2024-01-01', '2024-02-01', '2024-03-01', '2024-04-01', '2024-05-01', '2024-06-01'];
/** Missed and kept appointments of a month by specialty; specialty 120 has one missed in each month of the second quarter, and twenty in each of the first. */
const ofMonth = (month: string): readonly (readonly [specialty: string, missed: number, kept: number])[] =>
  [['100', 100, 1_200], ['110', 80, 800], ['120', month < '2024-04-01' ? 20 : 1, 30]];
const appointments = MONTHS.flatMap((month) => ofMonth(month).flatMap(([specialty, missed, kept]) => [['3', missed], ['5', kept]].map(([status, weight]) => ({
  appointment_date: month, treatment_function_code: specialty, site_code: 'gh', cmg: 'mss', weight: Number(weight), attended_or_did_not_attend_code: String(status), first_attendance_code: '1',
}))));

const QUARTERS = [['2024-01-01', '2024-03-31'], ['2024-04-01', '2024-06-30']] as const;
/** Our own, three missed of 93 in the later quarter, 60 of 150 in the earlier; and six others, with the median of all seven. */
const benchmarks = (specialty: string, isCounted: boolean) => QUARTERS.flatMap(([from, to], quarter) => [
  { provider: 'RWE', value: quarter === 0 ? 60 / 150 : 3 / 93, numerator: quarter === 0 ? 60 : 3, denominator: quarter === 0 ? 150 : 93 },
  ...[0.011, 0.012, 0.013, 0.041, 0.042, 0.043].map((value, at) => ({ provider: `RX${at}`, value, numerator: value * 1_000, denominator: 1_000 })),
  { provider: 'peer-median', value: quarter === 0 ? 0.041 : 3 / 93, numerator: null, denominator: null },
].map(({ provider, value, numerator, denominator }) => ({
  benchmark_id: `${specialty} ${provider} ${from}`, metric: 'dna-rate', period_from: from, period_to: to, provider_code: provider, provider_name: provider, peer_group: 'east', value,
  numerator: isCounted ? numerator : null, denominator: isCounted ? denominator : null, document: 'Benchmarks', published_on: '2024-08-01', treatment_function_code: specialty,
})));

const COVERAGE = { [TABLE]: { from: '2024-01-01', to: '2024-06-30', bookedTo: '2024-06-30' }, benchmark_values: { from: '2024-01-01', to: '2024-06-30', dailyFrom: null } };
const open: (Snapshot & { close(): void })[] = [];
afterAll(() => open.forEach((snapshot) => snapshot.close()));
async function holding(rows: Parameters<typeof holdRows>[0], coverage: Parameters<typeof holdRows>[1] = COVERAGE): Promise<Snapshot> {
  const snapshot = await holdRows(rows, coverage);
  open.push(snapshot);
  return snapshot;
}

const LANGUAGE = createLanguage(CATALOGUE);
const later = { from: '2024-04-01', to: '2024-06-30', grain: 'quarter', label: 'Q1 2024/25' };
function answerTo(snapshot: Snapshot, more: object, grants: Grants = NO_GRANTS): Promise<Answer> {
  const snapshots = { lend: () => Promise.resolve({ snapshot, release: () => undefined }), problems: () => [] };
  const road = createRoad({ catalogue: CATALOGUE, language: LANGUAGE, snapshots, grants, timeLimit: 20_000 });
  const query = querySchema.parse({ intent: 'peers', metrics: ['dna-rate'], period: later, filters: { specialty: ['120'] }, ...more });
  return road.run({ kind: 'query', query }, { asker: { id: 'someone', name: null, tenant: null }, place: { kind: 'personal', id: 'chat' }, at: londonInstant('2024-08-02T09:00') ?? 0 });
}
const everyWay = (answer: Answer): string => [JSON.stringify(answer), JSON.stringify(answerAsJson('q', answer)), answerAsText('q', answer), answerAsCsv(answer)].join('\n');
const ownRow = (answer: Answer) => answer.metrics[0]?.rows.find(({ key }) => key === 'RWE');
/** 3 of 93 is 3.2%. */
const GIVEN_AWAY = /3\.2%|0\.0322|\b93\b/;

test.each([['with the counts behind it', true], ['as a rate alone', false]])('the own value of a specialty with a small number is hidden among its peers, given %s', async (_way, isCounted) => {
  const answer = await answerTo(await holding({ [TABLE]: appointments, benchmark_values: benchmarks('120', isCounted) }), {});
  expect(ownRow(answer)).toMatchObject({ value: null, display: '*', numerator: null, denominator: null, suppressed: true });
  expect(answer.metrics[0]?.rows.filter(({ suppressed }) => !suppressed).map(({ value }) => value)).toEqual([0.011, 0.012, 0.013, 0.041, 0.042, 0.043]);
  // The median of all seven is its own value: beside the six others it would be known for it.
  expect(answer.metrics[0]?.peers).toMatchObject({ own: { value: null, display: '*' }, median: null, position: 'not-told' });
  expect(answer.headline).toBe(`dna-rate for 120: this trust's own figure in April to June 2024 is hidden, because ${ALL_HIDDEN}.`);
  expect(answer.metrics[0]?.caveats).toContain(WITHHELD);
  expect(everyWay(answer)).not.toMatch(GIVEN_AWAY);
});

test('against its peers it is held by the others alone', async () => {
  const snapshot = await holding({ [TABLE]: appointments, benchmark_values: benchmarks('120', true) });
  const answer = await answerTo(snapshot, { intent: 'comparison', versus: 'peers' });
  // The middle of the six others: between 0.013 and 0.041.
  expect(answer.metrics[0]?.comparisons[0]?.value).toBeCloseTo(0.027, 12);
  expect(everyWay(answer)).not.toMatch(GIVEN_AWAY);
});

test('a target that is computed from the peers is computed from the others', async () => {
  const snapshot = await holding({ [TABLE]: appointments, benchmark_values: benchmarks('120', true) });
  const query = querySchema.parse({ intent: 'value', metrics: ['dna-rate'], period: later, filters: { specialty: ['120'] } });
  const { metrics: [result] } = await runQuery(query, { catalogue: CATALOGUE, snapshot, today: '2024-08-02', signal: AbortSignal.timeout(20_000), withhold: createSmallNumbers().withhold });
  // Lower is better: of the six others a quarter lies at 0.01225 (definition 7), of all seven at 0.0125.
  expect(result?.computedTargets['east']).toBeCloseTo(0.01225, 12);
});

test('a value that is no small number is told, and so is everything to somebody who may see small numbers', async () => {
  const snapshot = await holding({ [TABLE]: appointments, benchmark_values: [...benchmarks('120', true), ...benchmarks('100', true).map((row) => ({ ...row, ...(row.provider_code === 'RWE' ? { value: 300 / 3_900, numerator: 300, denominator: 3_900 } : {}) }))] });
  expect(ownRow(await answerTo(snapshot, { filters: { specialty: ['100'] } }))).toMatchObject({ numerator: 300, denominator: 3_900, suppressed: false });
  expect(ownRow(await answerTo(snapshot, {}, everybodyHolding(SMALL_NUMBERS)))).toMatchObject({ numerator: 3, suppressed: false });
});

test('where the trust holds nobody behind the measure, what the source prints is shown as printed', async () => {
  const snapshot = await holding({ benchmark_values: benchmarks('120', true) }, { benchmark_values: { from: '2024-01-01', to: '2024-06-30', dailyFrom: null } });
  expect(ownRow(await answerTo(snapshot, {}))).toMatchObject({ numerator: 3, suppressed: false });
});
