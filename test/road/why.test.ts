import { NO_GRANTS } from '../../src/access/permit';
import { createRoad } from '../../src/ask';
import type { Answer } from '../../src/answers/answer';
import { financialYearPeriod, monthPeriod } from '../../src/calendar/period';
import { londonInstant } from '../../src/calendar/instant';
import type { Catalogue } from '../../src/catalogue/catalogue';
import { answerAsJson } from '../../src/cli/answer-json';
import { answerAsText } from '../../src/cli/answer-text';
import { querySchema, type Query } from '../../src/engine/query';
import type { Snapshot } from '../../src/engine/snapshot';
import { createLanguage } from '../../src/language/language';
import { lineSchema } from '../cli/answer-shape';
import { holdRows } from '../engine/held-rows';
import { SMALL_CATALOGUE } from '../engine/small-catalogue';

const who = { asker: { id: 'someone', name: null, tenant: null }, place: { kind: 'terminal', id: 'terminal' }, at: londonInstant('2024-06-12T09:00') ?? 0 } as const;

const counted = (month: string, specialty: string, site: string, missed: number, kept: number) => [['3', missed] as const, ['5', kept] as const].map(([code, weight]) => ({
  appointment_date: `${month}-01`, counted_by: 'month', weight, attended_or_did_not_attend_code: code, first_attendance_code: '1', treatment_function_code: specialty, site_code: site,
}));
// April: ENT 600 of 10,000 and T&O 600 of 10,000; May: 700 and 580.
const ROWS = [...counted('2024-04', '120', 'RWEAA', 600, 9_400), ...counted('2024-04', '110', 'RWEGH', 600, 9_400), ...counted('2024-05', '120', 'RWEAA', 700, 9_300), ...counted('2024-05', '110', 'RWEGH', 580, 9_420)];

let held: Snapshot & { close(): void };
beforeAll(async () => { held = await holdRows({ outpatient_appointments: ROWS }, { outpatient_appointments: { dailyFrom: null } }); });
afterAll(() => held.close());

const query = (fields: object): Query => querySchema.parse({ intent: 'explanation', metrics: ['dna-rate'], period: monthPeriod(2024, 5), ...fields });

async function run(asked: Query, catalogue: Catalogue = SMALL_CATALOGUE): Promise<Answer> {
  const snapshots = { lend: () => Promise.resolve({ snapshot: held, release: () => undefined }), problems: () => [] };
  return createRoad({ catalogue, language: createLanguage(catalogue), snapshots, grants: NO_GRANTS, timeLimit: 5_000 }).run({ kind: 'query', query: asked }, who);
}

const jsonOf = async (asked: Query) => lineSchema.parse(JSON.parse(JSON.stringify(answerAsJson('why', await run(asked))))).answer;

test('an explanation in JSON has the change and its parts, which add up to it, in the shape of the contract', async () => {
  const { drivers, value, projection, comparisons } = await jsonOf(query({}));
  expect(value).toBe(1_280 / 20_000);
  expect(drivers).toMatchObject({ by: 'specialty', from: { label: 'April 2024', value: 0.06 }, to: { label: 'May 2024', value: 0.064 } });
  expect(drivers?.change).toBeCloseTo(0.004, 12);
  // Half the appointments each, before and after: half of one point up, half of a fifth of one down.
  expect(drivers?.parts).toEqual([
    { key: '120', label: 'ENT', from: 0.06, to: 0.07, rateEffect: expect.closeTo(0.005, 12) as number, mixEffect: 0, contribution: expect.closeTo(0.005, 12) as number, cases: expect.closeTo(100, 9) as number },
    { key: '110', label: 'Trauma & Orthopaedics', from: 0.06, to: 0.058, rateEffect: expect.closeTo(-0.001, 12) as number, mixEffect: expect.closeTo(0, 12) as number, contribution: expect.closeTo(-0.001, 12) as number, cases: expect.closeTo(-20, 9) as number },
  ]);
  expect(projection).toBeNull();
  expect(comparisons.find((one) => one.with === 'previous')?.value).toBe(0.06);
});

test('a split by two dimensions names both, and a change that nothing is held of has none', async () => {
  expect((await jsonOf(query({ by: ['site', 'specialty'] }))).drivers?.by).toEqual(['site', 'specialty']);
  expect((await jsonOf(query({ versus: { period: monthPeriod(2022, 4) } }))).drivers).toBeNull();
});

test('in a terminal it is a small table, with the whole under its parts', async () => {
  const text = answerAsText('why is DNA up', await run(query({})));
  expect(text.split('\n')).toEqual(expect.arrayContaining([
    'DNA rate rose from 6.0% in April 2024 to 6.4% in May 2024 (up 0.4 percentage points). Most of it: ENT (+0.50); Trauma & Orthopaedics (−0.10) pulled the other way.',
    '  Specialty              April 2024  May 2024  Effect (percentage points)  missed appointments',
    '  ENT                          6.0%      7.0%                       +0.50                 +100',
    '  Trauma & Orthopaedics        6.0%      5.8%                       −0.10                  −20',
    '  = In all                     6.0%      6.4%                       +0.40                  +80',
    '  ! This says where the change lies, not why. One period against another is often no more than chance.',
  ]));
});

test('a projection in JSON has what is missing, what is gone and what the rest must run at', async () => {
  const { projection, drivers, data } = await jsonOf(query({ intent: 'projection', period: financialYearPeriod(2024) }));
  // 2,480 of 40,000 in two months: 6.2%; (12 × 5 − 2 × 6.2) ÷ 10 = 4.76%. In twelve 14,880 of 240,000, of which 11,999 may be missed.
  expect(projection).toMatchObject({
    verdict: 'off-target', target: { value: 0.05, words: 'below 5%' }, gap: 2_881, units: 'fewer missed appointments', projected: null,
    soFar: { from: '2024-04-01', to: '2024-05-31', value: 0.062, gone: 2, of: 12, step: 'month' },
  });
  expect(projection?.required).toBeCloseTo(0.0476, 12);
  expect(projection?.perWeek).toBeCloseTo((2_881 * 7) / 304, 9);
  expect([drivers, data?.complete]).toEqual([null, false]);
});

test('in a terminal a projection is a line for each number, and how they came about', async () => {
  const text = answerAsText('will we hit it', await run(query({ intent: 'projection', period: financialYearPeriod(2024) })));
  expect(text).toContain('  So far, 2 of 12 months: 6.2%\n  To average below 5% over 2024/25, the other 10 months need: below 4.7%\n  To reach 5%: 2,881 fewer missed appointments than at the rate so far (66 a week)\n  A month: 288\n');
  expect(text).toContain('nothing is forecast');
});

test('a restricted dimension is refused where it is asked for, and never chosen where none is', async () => {
  const dimensions = new Map([...SMALL_CATALOGUE.dimensions].map(([id, dimension]) => [id, { ...dimension, restricted: id === 'specialty' }]));
  const catalogue = { ...SMALL_CATALOGUE, dimensions };
  expect(await run(query({ by: 'specialty' }), catalogue)).toMatchObject({ outcome: 'refused', reason: 'not-permitted', metrics: [] });
  const { outcome, metrics, next } = await run(query({}), catalogue);
  expect([outcome, metrics[0]?.drivers?.by]).toEqual(['answered', ['site']]);
  expect(next.map(({ title }) => title)).not.toContain('By specialty');
});

test('"Why" on a value leads to its explanation, and its working says how the change was split', async () => {
  const why = (await run(query({ intent: 'value' }))).next.find(({ title }) => title === 'Why')?.step;
  if (why?.kind !== 'query') {
    throw new Error('there is no such button');
  }
  const answer = await run(why.query);
  expect(answer.metrics[0]?.drivers?.parts).toHaveLength(2);
  const snapshots = { lend: () => Promise.resolve({ snapshot: held, release: () => undefined }), problems: () => [] };
  const road = createRoad({ catalogue: SMALL_CATALOGUE, language: createLanguage(SMALL_CATALOGUE), snapshots, grants: NO_GRANTS, timeLimit: 5_000 });
  expect((await road.run({ kind: 'working', query: why.query }, who)).lines.join('\n')).toContain('Together they are the change exactly.');
});

test('several measures are each explained, the first of them in the parts of JSON', async () => {
  const answer = await run(query({ metrics: ['dna-rate', 'cases-per-hour'] }));
  expect(answer.outcome).toBe('answered');
  expect(answer.headline).toMatch(/^DNA rate rose .* No extract here holds the data for cases per hour\.$/);
});
