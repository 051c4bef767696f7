import { dayPeriod, monthPeriod } from '../../src/calendar/period';
import type { Drivers } from '../../src/engine/change';
import type { Figure, MetricResult } from '../../src/engine/result';
import { SMALL_CATALOGUE } from '../engine/small-catalogue';
import { judged, quotient, resultFor, sum } from './measured-result';

const NONE: Figure = { numerator: null, denominator: null, value: null, hidden: false };
const HIDDEN: Figure = { numerator: null, denominator: null, value: null, hidden: true };

type Parts = Readonly<Record<string, readonly [from: Figure, to: Figure]>>;

const drivers = (from: Figure, parts: Parts, more: Partial<Drivers> = {}): Drivers => ({
  with: 'previous', period: monthPeriod(2024, 4), from, asAt: null, complete: true, by: ['specialty'], unsplit: null,
  parts: Object.entries(parts).map(([key, [before, after]]) => ({ keys: [key], from: before, to: after })), ...more,
});

const why = (figure: Figure, about: Drivers, more: Partial<MetricResult> = {}, query: object = {}, metric = 'dna-rate') =>
  judged(resultFor(metric, figure, { drivers: about, ...more }), { intent: 'explanation', ...query });

// A third of the appointments each, before and after: nothing is mix, and a part's effect is a third of its own change.
const EQUAL: Parts = { 120: [quotient(600, 10_000), quotient(700, 10_000)], 110: [quotient(600, 10_000), quotient(630, 10_000)], 130: [quotient(600, 10_000), quotient(580, 10_000)] };
const ROSE = () => why(quotient(1_910, 30_000), drivers(quotient(1_800, 30_000), EQUAL));

describe('the verdict on a change', () => {
  test('says how it changed, which parts did most of it, and which pulled the other way', () => {
    expect(ROSE().answer.headline).toBe(
      'DNA rate rose from 6.0% in April 2024 to 6.4% in May 2024 (up 0.4 percentage points). Most of it: ENT (+0.33) and Trauma & Orthopaedics (+0.10); 130 (−0.07) pulled the other way.',
    );
  });

  test('tells a change and both its figures to as many places as its parts, and says where they are rounded', () => {
    // 5,846 of 89,660 is 6.5202% and 5,267 of 84,068 is 6.2652%: 0.255 apart, while 6.52 − 6.27 is 0.25.
    const { answer } = why(quotient(5_267, 84_068), drivers(quotient(5_846, 89_660), { 120: [quotient(5_846, 89_660), quotient(5_267, 84_068)] }));
    expect(answer.headline).toContain('fell from 6.5% in April 2024 to 6.3% in May 2024 (down 0.26 percentage points, 6.52% to 6.27%, rounded)');
  });

  test('says where most of it is mix, and which way', () => {
    // Worked by hand: 1.25 + 0.5625 and −0.375 + 1.0625 percentage points, 0.875 of rates and 1.625 of mix.
    const { answer, metric } = why(quotient(20, 200), drivers(quotient(15, 200), { 120: [quotient(10, 100), quotient(18, 150)], 110: [quotient(5, 100), quotient(2, 50)] }));
    expect(answer.headline).toBe(
      'DNA rate rose from 7.5% in April 2024 to 10.0% in May 2024 (up 2.5 percentage points). Most of it: ENT (+1.81) and Trauma & Orthopaedics (+0.69). '
      + 'Most of the change is mix: more of the whole was in specialties where the figure is higher.',
    );
    expect(metric.drivers?.effects).toEqual({
      rate: expect.closeTo(0.00875, 12) as number, mix: expect.closeTo(0.01625, 12) as number,
      words: expect.stringMatching(/^Of the change, \+0\.8[78] is what the specialties did themselves and \+1\.6[23] is mix: how much of the whole each of them was\.$/) as string,
    });
  });

  test('says that its two effects are rounded where they do not add up as printed', () => {
    // 7.333% to 9.667%: up 2.333 points, of which 5.714 × 0.4 + 0.25 × 0.6 = 2.436 of rates and 0.1333 × (7.857 − 8.625) = −0.102 of mix.
    const { metric } = why(quotient(29, 300), drivers(quotient(22, 300), { 120: [quotient(5, 100), quotient(15, 140)], 110: [quotient(17, 200), quotient(14, 160)] }));
    expect(metric.drivers?.effects?.words).toBe('Of the change, +2.44 is what the specialties did themselves and −0.10 is mix, before rounding: how much of the whole each of them was.');
  });

  test('says so where no single part is a third of all the movement', () => {
    const parts = Object.fromEntries(['120', '110', '130', '140', '150'].map((key, at) => [key, [quotient(100, 1_000), quotient(110 + (at === 0 ? 2 : 0), 1_000)] as const]));
    expect(why(quotient(552, 5_000), drivers(quotient(500, 5_000), parts)).answer.headline)
      .toContain('No single specialty explains it; the largest: ENT (+0.24), 130 (+0.20) and 140 (+0.20).');
  });

  test('of a figure that prints the same is unchanged, and says what offset what', () => {
    const parts: Parts = { 120: [quotient(600, 10_000), quotient(700, 10_000)], 110: [quotient(600, 10_000), quotient(502, 10_000)] };
    const { answer, metric } = why(quotient(1_202, 20_000), drivers(quotient(1_200, 20_000), parts));
    expect(answer.headline).toBe('DNA rate was unchanged at 6.0% in April 2024 and in May 2024. Within it ENT (+0.50) was offset by Trauma & Orthopaedics (−0.49).');
    expect(metric.drivers?.change).toBeCloseTo(0.0001, 12);
  });

  test('of which nothing shows says that nothing does', () => {
    expect(why(quotient(600, 10_000), drivers(quotient(600, 10_000), { 120: [quotient(600, 10_000), quotient(600, 10_000)] })).answer.headline)
      .toBe('DNA rate was unchanged at 6.0% in April 2024 and in May 2024. No specialty moved it by as much as can be shown.');
  });

  test('of a count names what each part added or took, and a change of one place says where it is of', () => {
    const counts = drivers(sum(9), { 120: [sum(5), sum(7)], 110: [sum(4), sum(1)] });
    const filters = { filters: { site: ['lri'] } };
    expect(why(sum(8), counts, {}, filters, 'last-minute-cancellations').answer.headline)
      .toBe('Last-minute cancellations for LRI fell from 9 in April 2024 to 8 in May 2024 (down 1). Most of it: Trauma & Orthopaedics (−3); ENT (+2) pulled the other way.');
  });

  test('of a volume whose month has fewer working days says so, and where that is all there is to it', () => {
    // March 2024 had 20 working days with Good Friday in it, May 2024 had 21: 100 ÷ 20 = 5 a day, and 105 ÷ 21 = 5.
    const march = (before: number) => drivers(sum(before), { 120: [sum(before - 10), sum(70)], 110: [sum(10), sum(35)] }, { period: monthPeriod(2024, 3) });
    const headline = (after: number, before: number) => why(sum(after), march(before), {}, {}, 'last-minute-cancellations').answer.headline;
    expect(headline(105, 100)).toContain('(up 5). Per working day unchanged (21 working days against 20), so the rise from March 2024 to May 2024 is no more than its additional working days. ');
    // 105 ÷ 21 = 5 after 110 ÷ 20 = 5.5, 9.1% less.
    expect(headline(105, 110)).toContain('(down 5). Per working day down 9.1% (21 working days against 20). ');
    const may = drivers(sum(105), { 120: [sum(70), sum(60)], 110: [sum(35), sum(41)] }, { period: monthPeriod(2024, 5) });
    // 101 ÷ 20 = 5.05 in June after 105 ÷ 21 = 5 in May, 1.0% more though fewer.
    expect(why(sum(101), may, { period: monthPeriod(2024, 6), provenance: { ...resultFor('dna-rate', sum(0)).provenance, through: '2024-06-30' } }, {}, 'last-minute-cancellations').answer.headline)
      .toContain('Per working day up 1.0% (20 working days against 21), so the fall from May 2024 to June 2024 is no more than its fewer working days.');
  });

  test('of a volume with days missing says nothing of working days', () => {
    const before = drivers(sum(100), { 120: [sum(100), sum(90)] }, { period: monthPeriod(2024, 3), complete: false });
    expect(why(sum(90), before, {}, {}, 'last-minute-cancellations').answer.headline).not.toContain('working day');
  });

  test('of a census is of its days', () => {
    const about = drivers(sum(9), { 120: [sum(9), sum(12)] }, { asAt: '2024-04-30' });
    expect(why(sum(12), about, { asAt: '2024-05-31' }, {}, 'year-waits').answer.headline)
      .toBe('52 week waits rose from 9 as at 30 April 2024 to 12 as at 31 May 2024 (up 3). All of it: ENT (+3).');
  });

  test('of what is still being coded is not to be read as a fall, and says what part of the period is held', () => {
    const { provenance } = resultFor('dna-rate', NONE);
    const fell = why(quotient(50, 1_000), drivers(quotient(60, 1_000), { 120: [quotient(60, 1_000), quotient(50, 1_000)] }), { provenance: { ...provenance, maturesOn: '2024-06-30', through: '2024-05-20' } });
    expect(fell.answer.headline).toContain('DNA rate fell from 6.0% in April 2024 to 5.0% in May 2024, to 20 May 2024 only (down 1.0 percentage point; May 2024 is still being coded, so not yet a fall).');
  });

  test('claims no cause: it says where, and that chance is not ruled out', () => {
    const { answer, metric } = ROSE();
    expect(metric.caveats[0]).toBe('This says where the change lies, not why. One period against another is often no more than chance.');
    expect(answer.headline).not.toMatch(/because|due to|caused|driven by/i);
  });
});

describe('the parts of a change', () => {
  test('come largest first, each with its own figures, its effect by rate and by mix, and what that is in cases', () => {
    const parts = ROSE().metric.drivers?.parts ?? [];
    expect(parts.map(({ key, fromDisplay, toDisplay, display, casesDisplay }) => [key, fromDisplay, toDisplay, display, casesDisplay])).toEqual([
      ['120', '6.0%', '7.0%', '+0.33', '+100'], ['110', '6.0%', '6.3%', '+0.10', '+30'], ['130', '6.0%', '5.8%', '−0.07', '−20'],
    ]);
    expect(parts[0]).toMatchObject({ from: 0.06, to: 0.07, rateEffect: expect.closeTo(0.01 / 3, 12) as number, mixEffect: expect.closeTo(0, 12) as number, cases: expect.closeTo(100, 9) as number });
  });

  test('add up to the change exactly, those that appear or have nothing below the line too', () => {
    const { metric } = why(quotient(75, 420), drivers(quotient(52, 330), {
      120: [quotient(20, 210), quotient(33, 250)], 110: [quotient(31, 120), NONE], 130: [NONE, quotient(40, 170)], unplaced: [{ numerator: 1, denominator: 0, value: null, hidden: false }, { numerator: 2, denominator: 0, value: null, hidden: false }],
    }));
    const total = (metric.drivers?.parts ?? []).reduce((all, { contribution }) => all + (contribution ?? NaN), 0);
    expect(total).toBeCloseTo(75 / 420 - 52 / 330, 14);
    expect(metric.drivers?.parts.find(({ key }) => key === 'unplaced')?.label).toBe('Without appointments kept or missed of its own');
    expect(metric.drivers?.parts.find(({ key }) => key === '130')).toMatchObject({ from: null, fromDisplay: '–', rateEffect: 0 });
  });

  test('of a reason are shares of everything planned', () => {
    const about = drivers(quotient(2, 10), { patient: [quotient(1, 10), quotient(3, 20)], 'not-known': [quotient(1, 10), quotient(2, 20)] }, { by: ['cancellation-reason'] });
    const { metric } = why(quotient(5, 20), about, {}, {}, 'on-the-day-cancellations');
    expect(metric.drivers?.parts.map(({ label, contribution, rateEffect, cases }) => [label, contribution, rateEffect, cases])).toEqual([
      ['Patient', expect.closeTo(0.05, 12), null, expect.closeTo(1, 9)], ['Not known', 0, null, 0],
    ]);
    expect(metric.drivers?.effects).toBeNull();
  });

  test('of a contribution have its share taken off', () => {
    const money = (income: number, plan: number): Figure => ({ numerator: income, denominator: plan, value: (income - plan) * 0.8, hidden: false });
    const about = drivers(money(150, 150), { 'day-case': [money(100, 90), money(130, 90)], inpatient: [money(50, 60), money(40, 60)] }, { by: ['pod'] });
    const parts = why(money(170, 150), about, {}, {}, 'contribution').metric.drivers?.parts ?? [];
    expect(parts.map(({ key, contribution, display, casesDisplay }) => [key, contribution, display, casesDisplay])).toEqual([['day-case', expect.closeTo(24, 9), '+£24', ''], ['inpatient', expect.closeTo(-8, 9), '−£8', '']]);
  });

  test('that are withheld have neither figures nor an effect, and the headline names them not', () => {
    const { answer, metric } = why(quotient(1_330, 20_000), drivers(quotient(1_200, 20_000), { 120: [quotient(600, 10_000), quotient(700, 10_000)], 110: [HIDDEN, HIDDEN] }));
    expect(metric.drivers?.parts.at(-1)).toMatchObject({ key: '110', from: null, to: null, rateEffect: null, mixEffect: null, contribution: null, cases: null, display: '*', suppressed: true });
    expect(answer.headline).not.toContain('Orthopaedics');
  });
});

describe('a distance from target', () => {
  test('lies in the parts by their size and by how far each is from it, and is told as a gap', () => {
    const about = drivers({ ...NONE, value: 0.05 }, { 120: [NONE, quotient(12, 100)], 110: [NONE, quotient(2, 100)] }, { with: 'target', period: null });
    const { answer, metric } = why(quotient(14, 200), about, {}, { versus: 'target' });
    expect(answer.headline).toBe('Off target: DNA rate 7.0% in May 2024, 2.0 percentage points over (target below 5%). Most of the gap: ENT (+3.50); Trauma & Orthopaedics (−1.50) pulled the other way.');
    expect(metric.drivers?.from).toMatchObject({ label: 'Target below 5%', value: 0.05 });
    expect(metric.drivers?.parts.map(({ cases }) => cases)).toEqual([expect.closeTo(7, 9), expect.closeTo(-3, 9)]);
    expect(metric.caveats[0]).toBe('This says where the distance from the target lies, not why.');
  });

  test('that there is none of is said, and the period before stands in for it', () => {
    const { metric } = why(quotient(5, 8), drivers(quotient(4, 8), { 120: [quotient(4, 8), quotient(5, 8)] }), {}, { versus: 'target' }, 'cases-per-hour');
    expect(metric.caveats[0]).toBe('No target is set, so it is held against the period before.');
  });
});

describe('what is not split', () => {
  test('gives both figures, and says why in plain words', () => {
    const median = (value: number): Figure => ({ numerator: null, denominator: 5, value, hidden: false });
    const { answer, metric } = why(median(3), drivers(median(4), {}, { by: [], unsplit: 'does-not-add-up' }), {}, {}, 'reporting-turnaround');
    expect(answer.headline).toBe('Reporting turnaround fell from 4.0 in April 2024 to 3.0 in May 2024 (down 1.0).');
    expect(metric.caveats[0]).toBe('Not split: a median is not the sum of its parts, so no part of it can be said to have done so much of the change.');
  });

  test('because nothing is held before, says that of the figure', () => {
    const { answer, metric } = why(quotient(5, 100), drivers(NONE, {}, { by: [], unsplit: 'nothing-before' }));
    expect(answer.headline).toBe('Off target: DNA rate 5.0% in May 2024, exactly on target (target below 5%). Nothing is held of April 2024 to set it against.');
    expect(metric.drivers?.change).toBeNull();
    expect(metric.caveats).toEqual([]);
  });

  test.each([
    ['printed', 'Not split: only what documents print of it is held.'],
    ['overlapping', 'Not split: the parts asked for lie inside each other and do not add up.'],
    ['not-held-by', 'Not split: the parts asked for are not held for both stretches of time.'],
    ['target-of-a-sum', 'Not split: the target is one number for the whole, and no part has a share of it.'],
    ['no-dimension', 'Not split: DNA rate has no specialty, group or site of its own that is held for both stretches of time.'],
  ] as const)('for %s says so', (unsplit, sentence) => {
    expect(why(quotient(6, 100), drivers(quotient(5, 100), {}, { by: [], unsplit })).metric.caveats).toContain(sentence);
  });

  test('against others has the comparison that was asked for', () => {
    const comparisons = [{ with: 'filters' as const, label: '', figure: quotient(4, 100), complete: true }];
    const about = drivers(NONE, {}, { with: null, period: null, by: [], unsplit: 'not-over-time' });
    expect(why(quotient(6, 100), about, { comparisons }, { versus: { filters: { specialty: ['110'] } } }).answer.headline)
      .toMatch(/^Trust is 2\.0 percentage points higher than Trauma & Orthopaedics: 6\.0% against 4\.0%\. .*; Trauma & Orthopaedics is on target\. Not split: only a change over time/);
  });
});

describe('buttons', () => {
  const titles = (answer: { readonly next: readonly { readonly title: string }[] }): readonly string[] => answer.next.map(({ title }) => title);

  test('after an explanation offer its other parts, a year, and the working', () => {
    const { answer } = ROSE();
    expect(titles(answer)).toEqual(['By site', 'Last 12 months', 'Show working']);
    expect(answer.next[0]?.step).toMatchObject({ query: { intent: 'explanation', by: 'site' } });
  });

  const before = { comparisons: [{ with: 'previous' as const, label: 'April 2024', figure: quotient(5, 100), complete: true }] };

  test('after a value ask why, where a figure of before is held and the change has parts', () => {
    const { answer } = judged(resultFor('dna-rate', quotient(6, 100), before), { intent: 'value', versus: 'previous' });
    expect(titles(answer)).toEqual(['By site', 'Last 12 months', 'Why', 'Show working']);
    expect(answer.next[2]?.step).toMatchObject({ query: { intent: 'explanation', by: null, versus: null, period: { label: 'May 2024' } } });
  });

  test.each<[string, string, Partial<MetricResult>, object]>([
    ['nothing is held before', 'dna-rate', { comparisons: [{ ...before.comparisons[0], with: 'previous', label: 'April 2024', figure: NONE, complete: false }] }, {}],
    ['it is a median', 'reporting-turnaround', before, {}],
    ['every dimension is pinned', 'dna-rate', before, { filters: { specialty: ['120'], site: ['lri'] } }],
    ['it is printed', 'dna-rate', { ...before, printed: { document: 'Paper', place: 'Table 1', publishedOn: '2024-07-11', period: null } }, {}],
  ])('do not, where %s', (_, metric, more, query) => {
    expect(titles(judged(resultFor(metric, quotient(6, 100), more), { intent: 'value', ...query }).answer)).not.toContain('Why');
  });

  test('do not, where every dimension is restricted', () => {
    const dimensions = new Map([...SMALL_CATALOGUE.dimensions].map(([id, dimension]) => [id, { ...dimension, restricted: true }]));
    expect(titles(judged(resultFor('dna-rate', quotient(6, 100), before), { intent: 'value' }, { ...SMALL_CATALOGUE, dimensions }).answer)).not.toContain('Why');
  });
});

test('a day is told as a day', () => {
  const about = drivers(quotient(5, 100), { 120: [quotient(5, 100), quotient(9, 100)] }, { period: dayPeriod('2024-05-13') });
  expect(why(quotient(9, 100), about, { period: dayPeriod('2024-05-14') }).answer.headline).toContain('rose from 5.0% on 13 May 2024 to 9.0% on 14 May 2024');
});

describe('a change between months is held against the changes there usually are', () => {
  /** Sixteen months to March 2024 that go between 6.0% and 6.2%, then April and May. */
  const after = (april: number, may: number) => {
    const values = [...Array.from({ length: 16 }, (_, at) => (at % 2 === 0 ? 0.062 : 0.06)), april, may];
    const run = values.map((value, at) => {
      const month = 12 + at;
      return { period: `${2022 + Math.floor((month - 1) / 12)}-${String(((month - 1) % 12) + 1).padStart(2, '0')}`, span: 'month' as const, figure: quotient(Math.round(value * 100_000), 100_000), complete: true, immature: false };
    });
    const whole = (value: number): Figure => quotient(Math.round(value * 30_000), 30_000);
    const parts: Parts = { 120: [quotient(april * 10_000, 10_000), quotient((april + 3 * (may - april)) * 10_000, 10_000)], 110: [quotient(april * 10_000, 10_000), quotient(april * 10_000, 10_000)], 130: [quotient(april * 10_000, 10_000), quotient(april * 10_000, 10_000)] };
    return why(whole(may), drivers(whole(april), parts), { run, trend: run }).answer.headline;
  };

  test('one no larger than usual has no cause, and is told no place', () => {
    // Jumps of 0.2 points: up to 3.267 times that is usual.
    expect(after(0.06, 0.062)).toBe('No more than chance: DNA rate rose from 6.0% in April 2024 to 6.2% in May 2024 (up 0.2 percentage points). A move this small between two months says nothing by itself.');
  });

  test('a larger one is more than that, and is told where it lies', () => {
    // (15 × 0.2 + 0.2 + 1.0) ÷ 17 = 0.247 points a jump, 0.807 at most.
    expect(after(0.062, 0.072)).toMatch(/That is more than its usual variation from month to month\..* Most of it: ENT/);
  });

  test('a small one between two months that both lie outside the limits is small still', () => {
    expect(after(0.07, 0.069)).toMatch(/ \(down 0\.1 percentage points\)\. That step by itself could be chance\. Over the longer run it is concerning \(special cause\): 6\.9% is above its usual .*\d%\.$/);
  });

  test('a small one that leads out of the limits has something to explain', () => {
    // Limits 6.17 ± 2.66 × 0.229: up to 6.78%.
    expect(after(0.066, 0.069)).toMatch(/The step is no larger than usual, but May 2024 is above the usual range and April 2024 was not\. Most of it: ENT/);
  });
});
