import { answerFromResult } from '../../src/answers/from-result';
import { ordinal } from '../../src/answers/peer-standing';
import type { Catalogue } from '../../src/catalogue/catalogue';
import { metricSchema } from '../../src/catalogue/metric';
import { procedureListSchema } from '../../src/catalogue/procedure-list';
import { recordedEventSchema } from '../../src/catalogue/recorded-event';
import { targetSchema } from '../../src/catalogue/target';
import { monthPeriod, rollingPeriod, yearToDatePeriod, type Period } from '../../src/calendar/period';
import { querySchema } from '../../src/engine/query';
import type { Figure, MetricResult, PeerFigure } from '../../src/engine/result';
import { SMALL_CATALOGUE } from '../engine/small-catalogue';

const may = monthPeriod(2024, 5);
const year = yearToDatePeriod('2024-05-31');
const about = { group: 'Activity and money', synonyms: [], definition: 'What it is.', 'fresh-for-days': 40, owner: 'Informatics', source: 'Board paper', version: '1', counting: 'money', dimensions: [] };
const difference = {
  ...about, kind: 'difference', decimals: 0, better: 'higher',
  numerator: { counts: 'pounds of income', table: 'contract_activity', sum: 'income' }, denominator: { counts: 'pounds planned', table: 'activity_plan', sum: 'planned_income' },
};

const METRICS = [
  metricSchema.parse({ ...difference, id: 'activity-against-plan', name: 'Activity against plan', unit: 'count' }),
  metricSchema.parse({ ...difference, id: 'productivity-cip', name: 'Productivity savings', unit: 'gbp', less: { rate: 0.2, name: 'variable cost rate', source: 'Assumption of the paper' } }),
  metricSchema.parse({
    ...about, id: 'bads-day-case-rate', name: 'BADS day-case rate', unit: 'ratio', decimals: 1, better: 'higher',
    numerator: { counts: 'day cases', table: 'inpatient_spells', where: [{ field: 'primary_procedure_code', 'in-list': 'day-surgery' }] }, denominator: { counts: 'admissions', table: 'inpatient_spells' },
  }),
  metricSchema.parse({
    ...about, id: 'length-of-stay', name: 'Length of stay', unit: 'nights', decimals: 1, better: 'lower',
    numerator: { counts: 'nights', table: 'inpatient_spells', sum: 'nights' }, denominator: { counts: 'stays', table: 'inpatient_spells' },
  }),
];

const CATALOGUE: Catalogue = {
  ...SMALL_CATALOGUE,
  metrics: new Map([...SMALL_CATALOGUE.metrics, ...METRICS.map((metric) => [metric.id, metric] as const)]),
  targets: [
    targetSchema.parse({ metric: 'productivity-cip', value: 20_000_000, comparator: 'at-least', for: 'year', source: 'CIP', from: '2024-04-01' }),
    targetSchema.parse({ metric: 'dna-rate', value: 0.05, comparator: 'at-most', trajectory: { from: 0.08, by: '2025-03-31' }, source: 'Appendix 3', from: '2024-04-01' }),
  ],
  procedureLists: [procedureListSchema.parse({ id: 'day-surgery', name: 'Day procedures', codes: ['W371'], proxy: 'proxy, not BADS', owner: 'Informatics', source: 'MIT list', date: '2024-03-01' })],
  events: [
    recordedEventSchema.parse({ name: 'Industrial action', from: '2024-06-27', to: '2024-07-02', source: 'NHS England' }),
    recordedEventSchema.parse({ name: 'Nervecentre', from: '2024-05-13', groups: ['Activity and money'], where: { site: ['lri'] }, source: 'Paper' }),
  ],
};

const result = (metric: string, figure: Figure, more: Partial<MetricResult> = {}): MetricResult => ({
  metric, period: may, figure, comparisons: [], trend: [], run: [], groups: [], excluded: [], missing: null, asAt: null, printed: null, peers: null, variance: null, drivers: null, outlook: null, computedTargets: {}, alternatives: [],
  provenance: {
    snapshot: 's1', loadedAt: '2024-07-11T05:00:00Z', extracts: ['contract-activity'], through: '2024-07-10', since: '2019-04-01', complete: true, provisional: false, maturesOn: null, stale: false, notice: null,
  },
  ...more,
});

const ask = (one: MetricResult, query: object = {}) => {
  const asked = querySchema.parse({ intent: 'value', metrics: [one.metric], period: one.period, ...query });
  return answerFromResult(CATALOGUE, { query: asked, metrics: [one], scorecard: null }, { notes: [], said: [], showWorking: false });
};
const less = (numerator: number, denominator: number, rate = 0): Figure => ({ numerator, denominator, value: (numerator - denominator) * (1 - rate), hidden: false });
const ratio = (numerator: number, denominator: number): Figure => ({ numerator, denominator, value: numerator / denominator, hidden: false });

describe('against a plan', () => {
  const at = (actual: number, plan: number) => ask(result('activity-against-plan', less(actual, plan), { period: year }));

  test('both figures and the difference are said: the paper\'s day cases, 20,739 against 19,651', () => {
    expect(at(20_739, 19_651).headline).toBe('Above plan: Activity 20,739 against a plan of 19,651 from April 2024 to May 2024 (year to date): 1,088 (5.5%) above plan.');
  });

  test('what is below it stands in brackets: 3,556 against 3,911', () => {
    expect(at(3_556, 3_911)).toMatchObject({ metrics: [{ display: '(355)', statusWords: 'Below plan', value: -355 }] });
    expect(at(3_556, 3_911).headline).toContain('355 (9.1%) below plan');
  });

  test('a plan of nought has no percentage', () => {
    expect(at(472, 0).headline).toContain('472 above plan (no percentage: the plan is nought)');
    expect(at(472, 0).metrics[0]?.caveats).toEqual(['The plan is nought, so there is no percentage (n/a).']);
  });

  test('a plan given for the year to date alone says nothing of a month: the actual is named, and the year to date is one press away', () => {
    const answer = ask(result('activity-against-plan', { numerator: 10_500, denominator: null, value: null, hidden: false }, { missing: 'plan-not-given', alternatives: ['April to May 2024'] }));
    expect(answer).toMatchObject({ outcome: 'no-data', reason: 'plan-not-given', metrics: [{ value: null, numerator: 10_500 }] });
    expect(answer.headline).toBe('No plan is given for May 2024: it is given for April to May 2024 only. Actual income 10,500, with no plan to hold it against. Ask for the year to date.');
    expect(answer.next).toMatchObject([{ title: 'Year to date', step: { query: { period: { from: '2024-04-01', to: '2024-05-31', grain: 'ytd' } } } }]);
  });
});

describe('savings', () => {
  const answer = ask(result('productivity-cip', less(52_165_321, 46_484_821, 0.2), { period: year }));

  test('£5,680,500 at a variable cost rate of 20% is £4,544,400, the assumption named', () => {
    expect(answer.metrics[0]).toMatchObject({ value: 4_544_400, display: '£4,544,400' });
    expect(answer.metrics[0]?.caveats).toEqual(['Assumes a variable cost rate of 20% (Assumption of the paper).']);
  });

  test('a target for the year is told by what is reached of it and where the rate leads, and not judged before the year is over', () => {
    expect(answer.metrics[0]).toMatchObject({
      status: 'none', statusWords: 'Year not over', target: null,
      yearTarget: { value: 20_000_000, words: '£4.5m of £20m so far (23%), after 2 of 12 months', runRate: 27_266_400, runRateWords: 'at this rate £27.3m by March 2025' },
    });
  });

  test('once the year is over it is judged', () => {
    const over = ask(result('productivity-cip', less(20_000_000, 0, 0.2), { period: yearToDatePeriod('2025-03-31') }));
    expect(over.metrics[0]).toMatchObject({ status: 'off-target', yearTarget: null });
  });
});

test('a variance is told as volume and price or mix', () => {
  const split = ask(result('productivity-cip', less(3, 1, 0.2), { variance: { volume: 2_100_000, priceOrMix: -300_000, unplanned: 0 } }));
  expect(split.metrics[0]?.variance?.words).toBe('Volume £2,100,000; price or mix (£300,000)');
});

test.each<[string, Period, Partial<MetricResult>]>([
  ['As at 31 May 2024', may, { asAt: '2024-05-31' }],
  ['12 months added together, then divided', rollingPeriod('2024-05-31', 12), {}],
  ['As printed in Board paper, Table 1', may, { printed: { document: 'Board paper', place: 'Table 1', publishedOn: '2024-07-11', period: { from: may.from, to: may.to } } }],
  ['', may, {}],
])('how a figure is to be read: "%s"', (words, period, more) => {
  expect(ask(result('dna-rate', ratio(65, 1000), { period, ...more })).metrics[0]?.basis).toBe(words);
});

test('a figure whose document leaves the period open never stands beside a month', () => {
  const answer = ask(result('dna-rate', ratio(65, 1000), { printed: { document: 'Board paper', place: 'Figure 1', publishedOn: '2024-07-11', period: null } }));
  expect(answer.scope).toBe('Trust · period not stated in the source');
  expect(answer.headline).toMatch(/6\.5% \(period not stated\)/);
  expect(answer.headline).not.toContain('in May');
});

test('a course to a target says where it stands today and between which ends: 8% less 60 of 364 days of 3 points is 7.5%', () => {
  expect(ask(result('dna-rate', ratio(65, 1000))).metrics[0]?.target?.words).toBe('at most 7.5% by 31 May 2024, on a straight line from 8% to 5% by 31 March 2025');
});

test('a stand-in for the real list is said before all else, with its owner and date', () => {
  expect(ask(result('bads-day-case-rate', ratio(76, 100))).metrics[0]?.caveats[0]).toBe('Proxy, not BADS: counted over Day procedures (Informatics, 1 March 2024).');
});

test('what is still being coded is never told as a fall', () => {
  const { provenance } = result('dna-rate', ratio(1, 2));
  const points = [0.07, 0.071, 0.05].map((value, at) => ({ period: `2024-0${at + 3}`, span: 'month' as const, figure: { ...ratio(1, 2), value }, complete: true, immature: at === 2 }));
  const answer = ask(result('dna-rate', ratio(50, 1000), {
    provenance: { ...provenance, maturesOn: '2024-06-30' }, trend: points, comparisons: [{ with: 'previous', label: 'April 2024', figure: ratio(71, 1000), complete: true }],
  }), { intent: 'trend' });
  expect(answer.metrics[0]?.caveats[0]).toBe('May 2024 is still being coded, until 30 June 2024, and may still move.');
  expect(answer.metrics[0]?.comparisons[0]?.changeWords).toBe('down 2.1 percentage points; May 2024 is still being coded, so not yet a fall');
  expect(answer.headline).toContain('ran between 7.0% (March 2024) and 7.1% (April 2024). May 2024 is still being coded and may still move.');
});

test.each([
  ['low', 'May 2024 is still being coded, until 30 June 2024, and reads low until then.', 'provisional: still being coded, so reads low'],
  ['high', 'May 2024 is still being coded, until 30 June 2024, and reads high until then.', 'provisional: still being coded, so reads high'],
] as const)('what is still being coded and reads %s says so, with the figure and beneath it', (way, caveat, part) => {
  const dna = CATALOGUE.metrics.get('dna-rate');
  const metrics = new Map([...CATALOGUE.metrics, ...(dna === undefined ? [] : [['dna-rate', { ...dna, 'reads-until-mature': way }] as const])]);
  const coding = result('dna-rate', ratio(50, 1000));
  const answer = answerFromResult({ ...CATALOGUE, metrics }, { query: querySchema.parse({ intent: 'value', metrics: ['dna-rate'], period: may }), metrics: [{ ...coding, provenance: { ...coding.provenance, maturesOn: '2024-06-30' } }], scorecard: null }, { notes: [], said: [], showWorking: false });
  expect(answer.metrics[0]?.caveats[0]).toBe(caveat);
  expect(answer.headline).toContain(part);
});

test('a deficit that is still being coded reads worse than it is, and not low, which would be a small one', () => {
  const surplus = metricSchema.parse({ ...difference, id: 'net-surplus', name: 'Net surplus', unit: 'gbp', denominator: { counts: 'pounds of cost', table: 'service_costs', sum: 'full_cost' }, 'reads-until-mature': 'low' });
  const coding = result('net-surplus', { numerator: 60, denominator: 75, value: -15, hidden: false });
  const answer = answerFromResult({ ...CATALOGUE, metrics: new Map([[surplus.id, surplus]]) }, { query: querySchema.parse({ intent: 'value', metrics: ['net-surplus'], period: may }), metrics: [{ ...coding, provenance: { ...coding.provenance, maturesOn: '2024-06-30' } }], scorecard: null }, { notes: [], said: [], showWorking: false });
  expect(answer.metrics[0]?.caveats[0]).toBe('May 2024 is still being coded, until 30 June 2024, and reads worse than it is until then.');
});

test('recorded events stand with what they bear on: their dates, their group and their place', () => {
  const june = monthPeriod(2024, 6);
  expect(ask(result('dna-rate', ratio(1, 20), { period: june })).metrics[0]?.events.map(({ words }) => words)).toEqual(['Industrial action, 27 June to 2 July 2024']);
  expect(ask(result('dna-rate', ratio(1, 20))).metrics[0]?.events).toEqual([]);
  const plan = (filters: object) => ask(result('activity-against-plan', less(2, 1), { period: year }), { filters }).metrics[0]?.events.map(({ words }) => words);
  expect(plan({})).toEqual(['Nervecentre, from 13 May 2024']);
  expect(plan({ site: ['gh'] })).toEqual([]);
});

test('an event of the run before is drawn, and told only where its days are asked about or compared with', () => {
  const trend = ['2024-04', '2024-05', '2024-06', '2024-07'].map((period) => ({ period, span: 'month' as const, figure: ratio(1, 20), complete: true, immature: false }));
  const told = (more: Partial<MetricResult>, query: object = {}) => ask(result('dna-rate', ratio(1, 20), { trend, ...more }), query).metrics[0]?.events.map(({ isNow }) => isNow);
  const july = monthPeriod(2024, 7);
  // The strike of 27 June to 2 July: in both months, in the run of August, and in what August is compared with.
  expect(told({ period: july })).toEqual([true]);
  const august = monthPeriod(2024, 8);
  expect(told({ period: august })).toEqual([false]);
  const june = { with: 'previous' as const, label: 'June 2024', figure: ratio(1, 20), complete: true, over: { from: '2024-06-01', to: '2024-06-30' } };
  expect(told({ period: august, comparisons: [june] })).toEqual([false]);
  expect(told({ period: august, comparisons: [june] }, { intent: 'comparison', versus: 'previous' })).toEqual([true]);
});

describe('among peers', () => {
  const provider = (at: number, numerator: number, own = false): PeerFigure => ({ provider: `P${at}`, name: `Trust ${at}`, own, figure: ratio(numerator, 1_000) });
  const now = [3_400, 3_600, 3_800, 4_000, 4_100, 4_200, 4_400].map((nights, at) => provider(at, nights, at === 4));
  const before = [3_500, 3_450, 3_900, 3_950, 4_000, 4_300, 4_350].map((nights, at) => provider(at, nights, at === 4));
  const peers = { group: 'East of England', from: '2024-01-01', to: '2024-03-31', providers: now, national: null, median: null, document: 'Quarterly scorecard', publishedOn: '2024-05-01', differenceInDefinition: null, before };
  const answer = ask(result('length-of-stay', ratio(4_100, 1_000), { peers }), { intent: 'peers' });

  test('the position leads, nothing is judged, and the rank is an interval', () => {
    expect(answer.headline).toMatch(/^Within the spread of 7 trusts: Length of stay 4\.1 nights in January to March 2024\. Its rank cannot be told closer than \d\w\w to \d\w\w of 7\.$/);
    expect(answer.metrics[0]).toMatchObject({ status: 'none', statusWords: 'Not a target', peers: { position: 'within', rank: { value: 5, of: 7 } } });
    const rank = answer.metrics[0]?.peers?.rank;
    expect(rank && rank.from < rank.to).toBe(true);
  });

  test('every provider is a row under its code, best first, the own one marked', () => {
    expect(answer.metrics[0]?.rows.map(({ key, label, status }) => [key, label, status]).slice(3, 5)).toEqual([['P3', 'Trust 3', 'none'], ['P4', 'Trust 4 (this trust)', 'none']]);
  });

  test('what the picture is drawn from has every provider over its denominator, and curves in order about the centre', () => {
    const funnel = answer.metrics[0]?.peers?.funnel;
    expect(funnel?.per).toBe('stays');
    // 27,500 nights over 7,000 stays.
    expect(funnel?.centre).toBeCloseTo(27.5 / 7, 12);
    expect(funnel?.points.map(({ provider: code, own, denominator, value }) => [code, own, denominator, value])).toEqual(
      [3.4, 3.6, 3.8, 4, 4.1, 4.2, 4.4].map((value, at) => [`P${at}`, at === 4, 1_000, value]),
    );
    const curves = funnel?.curves ?? [];
    const sizes = curves.map(({ denominator }) => denominator);
    expect(sizes).toEqual([...sizes].sort((a, b) => a - b));
    expect((sizes[0] ?? 1_000) < 1_000 && (sizes.at(-1) ?? 0) > 1_000).toBe(true);
    for (const { lower998, lower95, upper95, upper998 } of curves) {
      const inOrder = [lower998, lower95, funnel?.centre ?? 0, upper95, upper998];
      expect(inOrder).toEqual([...inOrder].sort((a, b) => a - b));
    }
  });

  test('figures without the counts behind them are shown and nothing is said of chance', () => {
    const bare = now.map((one) => ({ ...one, figure: { ...one.figure, numerator: null, denominator: null } }));
    const told = ask(result('length-of-stay', ratio(4_100, 1_000), { peers: { ...peers, providers: bare, before: [] } }), { intent: 'peers' });
    expect(told.metrics[0]?.peers).toMatchObject({ position: 'not-told', rank: null, lower95: null, funnel: null });
    expect(told.headline).toContain('how far chance accounts for it cannot be told');
  });

  test.each([[1, '1st'], [2, '2nd'], [3, '3rd'], [4, '4th'], [11, '11th'], [12, '12th'], [22, '22nd']])('%d is written %s', (value, words) => {
    expect(ordinal(value)).toBe(words);
  });
});

describe('what a document prints', () => {
  const printed = { document: 'Board paper', place: 'Table 4', publishedOn: '2024-07-11', period: { from: '2024-04-01', to: '2024-05-31' } };

  test('a printed contribution without its two sides still says its side and the share taken off: £4,544,400', () => {
    const answer = ask(result('productivity-cip', { numerator: null, denominator: null, value: 4_544_400, hidden: false }, { period: rollingPeriod('2024-05-31', 12), printed }));
    expect(answer.headline).toMatch(/^Above plan: Productivity savings £4,544,400 .*, less a variable cost rate of 20%\.$/);
  });

  test('a printed variance is told as it is printed, though its rounded sides would give one unit more', () => {
    const answer = ask(result('activity-against-plan', { numerator: 52_165_321, denominator: 46_484_820, value: 5_680_500, hidden: false }, { period: year, printed }));
    expect(answer.headline).toContain('5,680,500 (12.2%) above plan');
  });

  test('parts that are printed without a whole are told, under no month where the document names none', () => {
    const open = { ...printed, period: null };
    const answer = ask(result('activity-against-plan', { numerator: null, denominator: null, value: null, hidden: false }, {
      missing: 'not-printed', groups: [{ keys: ['lri'], figure: { numerator: null, denominator: null, value: -355, hidden: false }, printed: open }],
    }), { intent: 'breakdown', by: 'site' });
    expect(answer).toMatchObject({ outcome: 'answered', scope: 'Trust · period not stated in the source' });
    expect(answer.headline).toBe('Activity against plan (period not stated), LRI (355). Nothing is held of the whole.');
    expect(answer.metrics[0]).toMatchObject({ printedOn: '2024-07-11', total: null });
  });
});

test('two figures that print alike are not told as up or down', () => {
  const change = (now: number, then: number) => ask(result('dna-rate', ratio(now, 100_000), {
    comparisons: [{ with: 'previous', label: 'April 2024', figure: ratio(then, 100_000), complete: true }],
  })).metrics[0]?.comparisons[0]?.changeWords;
  expect(change(4_249, 4_151)).toBe('unchanged');
  // 4.4% and 4.1% are 0.2 apart: with one more place nobody takes it for a slip.
  expect(change(4_351, 4_149)).toBe('up 0.20 percentage points (4.15% to 4.35%)');
});

test('beside another place nothing goes up or down', () => {
  const answer = ask(result('dna-rate', ratio(70, 1000), { comparisons: [{ with: 'filters', label: 'LGH', figure: ratio(63, 1000), complete: true }] }), { intent: 'comparison', versus: { filters: { site: ['lgh'] } } });
  expect(answer.metrics[0]?.comparisons[0]?.changeWords).toBe('this is 0.7 percentage points higher');
});

test('codes of an open dimension in which nothing was measured are left out, and a site that did nothing is told', () => {
  const none: Figure = { numerator: 0, denominator: 0, value: null, hidden: false };
  const rowsBy = (by: string) => ask(result('dna-rate', ratio(65, 1000), { groups: [{ keys: ['a'], figure: ratio(1, 10) }, { keys: ['b'], figure: none }] }), { intent: 'breakdown', by }).metrics[0]?.rows.length;
  expect([rowsBy('site'), rowsBy('peer-group')]).toEqual([2, 1]);
});
