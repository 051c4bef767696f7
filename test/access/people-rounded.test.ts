import path from 'node:path';
import { createAudit, type AuditEntry } from '../../src/access/audit';
import { NO_GRANTS, type Grants } from '../../src/access/permit';
import { createSmallNumbers } from '../../src/access/small-numbers/small-numbers';
import type { Answer, MetricAnswer } from '../../src/answers/answer';
import type { FrozenScorecards } from '../../src/answers/frozen-answer';
import { createRoad } from '../../src/ask';
import { londonInstant } from '../../src/calendar/instant';
import { createCards } from '../../src/cards/create-cards';
import { SMALL_NUMBERS } from '../../src/catalogue/grant';
import { targetSchema } from '../../src/catalogue/target';
import { answerAsCsv } from '../../src/cli/answer-csv';
import { answerAsJson } from '../../src/cli/answer-json';
import { answerAsText } from '../../src/cli/answer-text';
import { digestAnswer } from '../../src/digests/digest-answer';
import { figures } from '../../src/engine/figures';
import { querySchema } from '../../src/engine/query';
import type { Snapshot } from '../../src/engine/snapshot';
import { createLanguage } from '../../src/language/language';
import { monthEnd } from '../../src/calendar/day';
import { texts } from '../cards/walk';
import { SPLITS } from './hidden-of';
import { everybodyHolding } from './holding';
import { EXACT, holdClinics, ROUNDING } from './rounded-extract';
import { atomsOf, holdAtoms, MEASURES, MONTHS, type Atom } from './small-extract';

const SENTENCE = 'Numbers of people below the whole trust are rounded to the nearest 5, and rates worked from them.';
const MAY = { from: '2024-05-01', to: '2024-05-31', grain: 'month', label: 'May 2024' };
const BOTH = { from: '2024-04-01', to: '2024-05-31', grain: 'range', label: 'April to May 2024' };
const ENT = { filters: { specialty: ['120'] } };

const open: { close(): void }[] = [];
afterAll(() => open.forEach((one) => one.close()));
const kept = async <T extends { close(): void }>(holding: Promise<T>): Promise<T> => {
  const held = await holding;
  open.push(held);
  return held;
};
let held: Snapshot;
beforeAll(async () => { held = await kept(holdClinics()); });

const WHO = { asker: { id: 'someone', name: null, tenant: null }, place: { kind: 'personal', id: 'chat' }, at: londonInstant('2024-06-20T09:00') ?? 0 } as const;

interface On {
  readonly catalogue?: typeof ROUNDING;
  readonly snapshot?: Snapshot;
  readonly grants?: Grants;
  readonly step?: 'query' | 'working';
  readonly audited?: AuditEntry[];
  readonly frozen?: FrozenScorecards;
}

function answerTo(more: object, { catalogue = ROUNDING, snapshot = held, grants = NO_GRANTS, step = 'query', audited, frozen = undefined }: On = {}): Promise<Answer> {
  const snapshots = { lend: () => Promise.resolve({ snapshot, release: () => undefined }), problems: () => [] };
  const audit = audited === undefined ? null : createAudit({ append: (entry) => Promise.resolve(void audited.push(entry)) }, catalogue, () => 0);
  const road = createRoad({ catalogue, language: createLanguage(catalogue), snapshots, grants, audit, frozen: frozen ?? null, timeLimit: 20_000 });
  return road.run({ kind: step, query: querySchema.parse({ intent: 'value', metrics: ['dna-rate'], period: MAY, ...more }) }, WHO);
}

async function metricOf(more: object, on: On = {}): Promise<MetricAnswer> {
  const { metrics: [metric] } = await answerTo(more, on);
  if (metric === undefined) {
    throw new Error('no figure came back');
  }
  return metric;
}

const cards = createCards({ templatesFolder: path.join(__dirname, '../../cards'), chartAddress: null });
const everyWay = (answer: Answer): string => [JSON.stringify(answer), JSON.stringify(answerAsJson('q', answer)), answerAsText('q', answer), answerAsCsv(answer), JSON.stringify(cards.render(answer))].join('\n');

test('a part shows its people to the nearest 5 and its rate from these, nowhere the exact ones', async () => {
  // 48 + 33 missed of 81 + 511.
  const answer = await answerTo(ENT);
  expect(answer.metrics[0]).toMatchObject({ numerator: 80, denominator: 590, value: 80 / 590, display: '13.6%', working: '80 appointments of 590 appointments', suppressed: false });
  expect(everyWay(answer)).not.toMatch(/\b81\b|\b592\b|13\.7%|0\.1368/);
  const working = await answerTo(ENT, { step: 'working' });
  expect(everyWay(working)).toMatch(/80 ÷ 590 = 13\.6%/);
  expect(everyWay(working)).not.toMatch(/\b81\b|\b592\b/);
});

test('nought stays nought', async () => {
  // Nobody of specialty 100 was cancelled, of 105 + 1,099.
  expect(await metricOf({ metrics: ['cancelled-rate'], filters: { specialty: ['100'] } })).toMatchObject({ numerator: 0, denominator: 1_205, value: 0 });
});

test('the whole trust is exact, and says nothing of rounding', async () => {
  // 105 + 83 + 81 missed, of 269 + 2,420.
  const answer = await answerTo({});
  expect(answer.metrics[0]).toMatchObject({ numerator: 269, denominator: 2_689, value: 269 / 2_689 });
  expect(answer.metrics[0]?.data).not.toHaveProperty('roundedTo');
  expect(everyWay(answer)).not.toMatch(/rounded/i);
});

test('of a split the parts are rounded and the whole is not, and what they are together is not told', async () => {
  const answer = await answerTo({ intent: 'breakdown', by: 'specialty', metrics: ['missed'] });
  const [metric] = answer.metrics;
  // 105, 83 and 81 are 269; 105, 85 and 80 would be 270.
  expect(metric?.rows.map(({ key, value }) => [key, value])).toEqual([['100', 105], ['110', 85], ['120', 80]]);
  expect(metric?.total).toMatchObject({ display: '269' });
  expect(metric?.caveats).toContain(SENTENCE);
});

test('what hidden parts come to together is what exact ones leave of the whole, and is not told of rounded ones', async () => {
  const snapshot = await kept(holdAtoms(atomsOf(7, true)));
  let told = 0;
  for (const month of MONTHS) {
    for (const by of ['specialty', ['specialty', 'site'], 'site']) {
      const asked = { intent: 'breakdown', by, metrics: ['first-rate'], period: { from: month, to: monthEnd(month), grain: 'month', label: month } };
      told += Number((await metricOf(asked, { catalogue: EXACT, snapshot })).hiddenTogether !== undefined);
      expect(await metricOf(asked, { snapshot })).not.toHaveProperty('hiddenTogether');
    }
  }
  expect(told).toBeGreaterThan(0);
});

test('every month of a trend is rounded, and so is what it is compared with', async () => {
  // April: 47 + 31 missed; 78 + 515 in all.
  const trend = await metricOf({ ...ENT, intent: 'trend', metrics: ['missed'], period: BOTH });
  expect(trend.trend.map(({ value }) => value)).toEqual([80, 80]);
  // 78 + 81 of both months are rounded as one number: 159.
  expect(trend).toMatchObject({ value: 160 });
  const [before] = (await metricOf({ ...ENT, intent: 'comparison', versus: 'previous' })).comparisons;
  expect(before).toMatchObject({ value: 80 / 595 });
});

test('why a rate moved is worked from the rounded parts, and leaves no remainder of what rounding took', async () => {
  const answer = await answerTo({ intent: 'explanation', by: 'specialty' }, { step: 'working' });
  const drivers = answer.metrics[0]?.drivers;
  // Exact for the trust: 294 of 2,740 in April, 269 of 2,689 in May. For 120: 80 of 595, then 80 of 590.
  const middle = (294 / 2_740 + 269 / 2_689) / 2;
  const of120 = (80 / 2_689 - 80 / 2_740) - middle * (590 / 2_689 - 595 / 2_740);
  expect(drivers?.total.contribution).toBeCloseTo(269 / 2_689 - 294 / 2_740, 12);
  expect(drivers?.parts.map(({ key }) => key).sort()).toEqual(['100', '110', '120']);
  expect(drivers?.parts.find(({ key }) => key === '120')?.contribution).toBeCloseTo(of120, 12);
  expect(answer.lines.join('\n')).toContain('Worked from rounded numbers, they need not add up to the change.');
  expect(answer.lines.join('\n')).not.toContain('exactly');
  expect(answer.metrics[0]?.caveats).toContain(SENTENCE);
});

test('a mean is worked from the rounded stays, which it would give back beside its exact nights', async () => {
  // 333 nights of 72 stays.
  const answer = await answerTo({ metrics: ['length-of-stay'], filters: { specialty: ['100'] } });
  expect(answer.metrics[0]).toMatchObject({ numerator: 333, denominator: 70, value: 333 / 70 });
  expect(everyWay(answer)).not.toMatch(/\b72\b|4\.625/);
  // 71 of the 72 stayed one night.
  expect(await metricOf({ metrics: ['middle-stay'], filters: { specialty: ['100'] } })).toMatchObject({ numerator: null, denominator: 70, value: 1 });
});

test('against a plan what was done is rounded, the plan is not, and the difference is that of both', async () => {
  const day = await metricOf({ metrics: ['activity-against-plan'], filters: { pod: ['day-case'] } });
  expect(day).toMatchObject({ numerator: 115, denominator: 96, value: 19 });
  expect(day.caveats).toContain(SENTENCE);
  // Income of the whole trust is money and exact: 17,100 less 14,580. Its volume is that of the rounded lines: 19 × £90 less 6 × £90.
  const income = await metricOf({ metrics: ['income-against-plan'] });
  expect(income).toMatchObject({ value: 2_520, variance: { volume: 1_170, priceOrMix: 1_350 } });
  expect(income.caveats).toContain(SENTENCE);
});

test('what counts no people is exact below the trust', async () => {
  const slots = await metricOf({ metrics: ['booked-slots'], filters: { specialty: ['100'] } });
  expect(slots).toMatchObject({ numerator: 83, denominator: 91 });
  expect(slots.caveats).not.toContain(SENTENCE);
});

test('how many fewer would meet a target is worked from the rounded numbers', async () => {
  const catalogue = { ...ROUNDING, targets: [targetSchema.parse({ metric: 'dna-rate', value: 0.13, comparator: 'below', source: 'Paper', from: '2024-04-01' })] };
  const { projection } = await metricOf({ ...ENT, intent: 'projection' }, { catalogue });
  // (80 − 4) ÷ 590 is 12.9%; of 81 of 592 it would take five.
  expect(projection).toMatchObject({ gap: 4 });
  expect(JSON.stringify(projection)).not.toMatch(/\b81\b|\b592\b/);
});

test('it is said on every card, in the terminal, in JSON and in a file, and on a digest', async () => {
  const subscription = { id: 'abc', name: 'ENT', schedule: { every: 'week', on: 1, at: '08:00', zone: 'Europe/London' }, setUpBy: { id: 'anna', name: 'Anna Ward' } } as unknown as Parameters<typeof digestAnswer>[1];
  for (const more of [ENT, { ...ENT, intent: 'trend', period: BOTH }, { intent: 'breakdown', by: 'specialty' }, { ...ENT, intent: 'comparison', versus: 'previous' }, { intent: 'explanation', by: 'specialty' }, { ...ENT, intent: 'projection' }, { ...ENT, intent: 'scorecard', scorecard: 'pack', metrics: [] }]) {
    const answer = await answerTo(more);
    expect(texts(cards.render(answer)).filter((text) => text === SENTENCE)).toEqual([SENTENCE]);
    expect(texts(cards.render(digestAnswer(answer, subscription, [])))).toContain(SENTENCE);
    expect(answerAsText('q', answer)).toContain(SENTENCE);
    expect(answerAsJson('q', answer)).toMatchObject({ answer: { caveats: expect.arrayContaining([SENTENCE]) as unknown, data: { roundedTo: 5 } } });
    const [, ...rows] = answerAsCsv(answer).trim().split('\n');
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.filter((row) => !row.includes(SENTENCE))).toEqual([]);
  }
});

test('a scorecard of a part has its rounded numbers; of the whole trust it is exact and silent', async () => {
  const pack = { intent: 'scorecard', scorecard: 'pack', metrics: [] };
  expect((await answerTo({ ...pack, ...ENT })).scorecard).toMatchObject({ sections: [{ lines: [{ numerator: 80, denominator: 590, value: 80 / 590 }] }], data: { roundedTo: 5 } });
  const whole = await answerTo(pack);
  expect(whole.scorecard).toMatchObject({ sections: [{ lines: [{ numerator: 269, denominator: 2_689 }] }] });
  expect(everyWay(whole)).not.toMatch(/rounded/i);
});

test('a scorecard that was kept with exact numbers is not shown when they are rounded, and one of the whole trust is', async () => {
  let row: Parameters<FrozenScorecards['keep']>[0] | null = null;
  const frozen: FrozenScorecards = { keep: (one) => { row = one; return Promise.resolve(true); }, find: () => Promise.resolve(row), names: () => Promise.resolve([]) };
  const pack = (more: object, what: string) => ({ intent: 'scorecard', scorecard: 'pack', metrics: [], ...more, frozen: { name: 'July', what } });
  await answerTo(pack(ENT, 'freeze'), { catalogue: EXACT, frozen });
  expect((await answerTo(pack(ENT, 'show'), { catalogue: EXACT, frozen })).scorecard).toMatchObject({ sections: [{ lines: [{ numerator: 81 }] }] });
  const shown = await answerTo(pack(ENT, 'show'), { frozen });
  expect(shown).toMatchObject({ outcome: 'refused', reason: 'kept-exact', scorecard: null });
  expect(everyWay(shown)).not.toMatch(/\b81\b|\b592\b/);
  await answerTo(pack(ENT, 'freeze'), { frozen });
  expect((await answerTo(pack(ENT, 'show'), { frozen })).scorecard).toMatchObject({ sections: [{ lines: [{ numerator: 80 }] }] });
  await answerTo(pack({}, 'freeze'), { catalogue: EXACT, frozen });
  expect((await answerTo(pack({}, 'show'), { frozen })).scorecard).toMatchObject({ sections: [{ lines: [{ numerator: 269 }] }] });
});

test('whoever may see small numbers sees exact ones, is told of no rounding, and the record says that it was lifted', async () => {
  const audited: AuditEntry[] = [];
  const answer = await answerTo(ENT, { grants: everybodyHolding(SMALL_NUMBERS), audited });
  expect(answer.metrics[0]).toMatchObject({ numerator: 81, denominator: 592, value: 81 / 592 });
  expect(everyWay(answer)).not.toMatch(/rounded/i);
  expect(audited.map(({ suppression }) => suppression)).toEqual(['lifted']);
});

test('without the line in the configuration nothing is rounded and nothing said of it', async () => {
  const answer = await answerTo(ENT, { catalogue: EXACT });
  expect(answer.metrics[0]).toMatchObject({ numerator: 81, denominator: 592, value: 81 / 592 });
  expect(everyWay(answer)).not.toMatch(/rounded/i);
});

describe('its own value among its peers', () => {
  const QUARTER = { from: '2024-04-01', to: '2024-06-30', grain: 'quarter', label: 'Q1 2024/25' };
  /** Our own, 159 missed of 1,185, at a scale of a thousand; and six others, with a median that is our own. */
  const benchmarks = (isCounted: boolean) => [
    { provider: 'RWE', value: (159 / 1_185) * 1_000, numerator: 159, denominator: 1_185 },
    ...[11, 12, 13, 241, 242, 243].map((value, at) => ({ provider: `RX${at}`, value, numerator: value, denominator: 1_000 })),
    { provider: 'peer-median', value: (159 / 1_185) * 1_000, numerator: null, denominator: null },
  ].map(({ provider, value, numerator, denominator }) => ({
    benchmark_id: provider, metric: 'dna-rate', period_from: QUARTER.from, period_to: QUARTER.to, provider_code: provider, provider_name: provider, peer_group: 'east', value,
    numerator: isCounted ? numerator : null, denominator: isCounted ? denominator : null, document: 'Benchmarks', published_on: '2024-08-01', treatment_function_code: '120',
  }));
  const asked = { ...ENT, intent: 'peers', period: QUARTER };

  test('is rounded as its figure is, and no median of the source gives it back', async () => {
    const answer = await answerTo(asked, { snapshot: await kept(holdClinics({ benchmark_values: benchmarks(true) })) });
    const own = answer.metrics[0]?.rows.find(({ key }) => key === 'RWE');
    expect(own).toMatchObject({ numerator: 160, denominator: 1_185, suppressed: false });
    expect(own?.value).toBeCloseTo((160 / 1_185) * 1_000, 9);
    expect(answer.metrics[0]?.rows.filter(({ key }) => key !== 'RWE').map(({ numerator }) => numerator).sort()).toEqual([11, 12, 13, 241, 242, 243]);
    expect(answer.metrics[0]?.peers).toMatchObject({ median: null });
    expect(everyWay(answer)).not.toMatch(/\b159\b|134\.17/);
    expect(answer.metrics[0]?.caveats).toContain(SENTENCE);
  });

  test('is hidden where the source gives no counts, from which alone it could be worked', async () => {
    const answer = await answerTo(asked, { snapshot: await kept(holdClinics({ benchmark_values: benchmarks(false) })) });
    expect(answer.metrics[0]?.rows.find(({ key }) => key === 'RWE')).toMatchObject({ value: null, suppressed: true });
    expect(everyWay(answer)).not.toMatch(/134\.17/);
  });
});

describe('of every part of many small trusts', () => {
  const counted = (atoms: readonly Atom[], month: string, by: readonly ('specialty' | 'cmg' | 'site')[], keys: readonly string[], kinds: readonly string[]): number => atoms
    .filter((atom) => atom.month === month && kinds.includes(atom.kind) && by.every((id, at) => atom[id] === keys[at])).reduce((sum, { people }) => sum + people, 0);

  test.each([1, 2, 3, 4])('trust %i: what is shown is a multiple of 5, no more than 2 from the people there are, and its rate their quotient; as much is hidden as without', async (seed) => {
    const atoms = atomsOf(seed, true);
    const snapshot = await kept(holdAtoms(atoms));
    const [withhold, plainly] = [createSmallNumbers().withhold, createSmallNumbers().withhold];
    let [shown, hidden] = [0, 0];
    for (const by of SPLITS) {
      for (const { metric, above, below } of MEASURES) {
        for (const month of MONTHS) {
          const cellsOf = (catalogue: typeof ROUNDING, hiding: typeof withhold) =>
            figures({ catalogue, snapshot, signal: AbortSignal.timeout(20_000), withhold: hiding }, metric, { from: month, to: monthEnd(month), grain: 'month', undated: false, filters: {}, excluding: {} }, { time: null, dimensions: by });
          const [cells, exact] = [await cellsOf(ROUNDING, withhold), await cellsOf(EXACT, plainly)];
          expect(cells.map(({ keys, figure }) => [keys, figure.hidden])).toEqual(exact.map(({ keys, figure }) => [keys, figure.hidden]));
          for (const { keys, figure } of cells) {
            if (figure.hidden || figure.numerator === null || figure.denominator === null) {
              hidden += Number(figure.hidden);
              continue;
            }
            shown += 1;
            const pairs = [[figure.numerator, counted(atoms, month, by, keys, above)], [figure.denominator, counted(atoms, month, by, keys, below)]] as const;
            for (const [told, people] of pairs) {
              expect(told % 5).toBe(0);
              expect(Math.abs(told - people)).toBeLessThanOrEqual(2);
              expect(told === 0).toBe(people === 0);
              expect(told > 0 && told < 8).toBe(false);
            }
            expect(figure.value).toBe(figure.numerator / figure.denominator);
          }
        }
      }
    }
    expect([shown > 20, hidden > 10]).toEqual([true, true]);
  });
});
