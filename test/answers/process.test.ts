import { targetSchema } from '../../src/catalogue/target';
import { metricSchema, type Metric } from '../../src/catalogue/metric';
import { monthPeriod, yearToDatePeriod, type Period } from '../../src/calendar/period';
import type { TrendPoint } from '../../src/engine/result';
import { processAnswer } from '../../src/answers/process';
import type { ProcessAnswer } from '../../src/answers/process-answer';
import { SMALL_CATALOGUE } from '../engine/small-catalogue';

const DNA = SMALL_CATALOGUE.metrics.get('dna-rate');
if (DNA === undefined) {
  throw new Error('the small catalogue holds the DNA rate');
}
const target = (value: number) => targetSchema.parse({ metric: 'dna-rate', value, comparator: 'below', source: 'Paper', from: '2020-01-01' });

/** Months from January 2022 on, in per cent; a month that is missing is null. */
const months = (values: readonly (number | null)[], more: Partial<TrendPoint> = {}): readonly TrendPoint[] => values.map((value, at) => ({
  period: `${2022 + Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`, span: 'month', complete: true, immature: false,
  figure: value === null ? { numerator: null, denominator: null, value: null, hidden: false } : { numerator: value * 10, denominator: 1000, value: value / 100, hidden: false }, ...more,
}));
/** Asked of the last month that is over, or of another period. */
const judge = (trend: readonly TrendPoint[], { metric = DNA, aim = 5, period }: { metric?: Metric; aim?: number | null; period?: Period } = {}): ProcessAnswer | null => {
  const last = trend.findLast(({ complete, immature }) => complete && !immature)?.period ?? '2022-12';
  const asked = period ?? monthPeriod(Number(last.slice(0, 4)), Number(last.slice(5)));
  return processAnswer({ ...SMALL_CATALOGUE, targets: aim === null ? [] : [target(aim / 100)] }, metric, trend, { filters: {}, period: asked, computed: {} });
};

/** Twelve quiet months about 8%, each a point up or down: average jump 1, limits 8 ± 2.66 (screening leaves nothing out). */
const QUIET = [8.5, 7.5, 8.5, 7.5, 8.5, 7.5, 8.5, 7.5, 8.5, 7.5, 8.5, 7.5];

test.each<[string, number | null, string, string]>([
  ['a target below the limits', 5, 'No significant change for 12 months (common cause); consistently failing the target', 'Consistently failing the target'],
  ['a target above them', 11, 'No significant change for 12 months (common cause); consistently passing the target', 'Consistently passing the target'],
  ['a target between them', 8, 'No significant change for 12 months (common cause); hit and miss against the target', 'Hit and miss against the target'],
  ['no target', null, 'No significant change for 12 months (common cause)', ''],
])('quiet months with %s', (_, aim, words, assuranceWords) => {
  expect(judge(months(QUIET), { aim })).toMatchObject({ words, assuranceWords, variation: 'common-cause', signal: null, limitsWords: 'Usual range 5.3% to 10.7%, average 8.0%, over 12 months to December 2022, provisional until there are more than 12' });
});

const FIXED: Metric = { ...DNA, spc: { ...DNA.spc, 'fixed-after': 12 } };

test.each<[string, readonly number[], string]>([
  ['a month out of the limits', [11], 'Concerning (special cause): above the usual 5.3% to 10.7%'],
  ['two of three near a limit', [6, 7, 6], 'Improving (special cause): two of the last three months near its lower limit (5.3%)'],
  ['seven on one side', [8.2, 8.3, 8.2, 8.3, 8.2, 8.3, 8.2], 'Concerning (special cause): 7 months in a row above its average of 8.0%'],
  ['eight that fall', [7.4, 7.3, 7.2, 7.1, 7, 6.9, 6.8], 'Improving (special cause): falling for 9 months in a row'],
])('%s is said by its rule', (_, more, words) => {
  expect(judge(months([...QUIET, ...more]), { metric: FIXED, aim: null })?.words).toBe(words);
});

test('a run on the better side of the average whose last months fall back says by which rule it is improving', () => {
  // Ten months below 8%, of which the last two are the worst: whoever looks at the chart is told what the verdict rests on.
  const told = judge(months([...QUIET, 7.2, 7.1, 7.2, 7.1, 7.2, 7.1, 7.2, 7.6, 7.7]), { metric: FIXED, aim: null });
  expect(told).toMatchObject({ variation: 'improvement', signal: 'shift-low', words: 'Improving (special cause): 10 months in a row below its average of 8.0%', lineWords: 'Improving (special cause): below its average for 10 months' });
});

test('limits that the run has long left are said to be of the months that they are of', () => {
  // Twelve months about 8% and eight about 14%: no change is recorded, so the limits are of all twenty, and the level of neither half.
  const all = [...QUIET, 13.5, 14.5, 13.5, 14.5, 13.5, 14.5, 13.5, 16];
  expect(judge(months(all), { aim: 5 })).toMatchObject({ signal: 'outside-high', olderLevel: 'January 2022 to August 2023' });
  expect(judge(months(all), { aim: 5 })?.words).toMatch(/^Concerning \(special cause\): above the usual \S+% to \S+% of January 2022 to August 2023; consistently failing the target$/);
  expect(judge(months(all), { aim: 5 })?.limitsWords).toMatch(/; limits of January 2022 to August 2023, for no change is recorded at which they would begin anew$/);
  // A step of three months: the mean is 138 ÷ 15 = 9.2, the average move (11 × 1 + 6.5) ÷ 14 = 1.25, the limits 9.2 ± 3.3.
  expect(judge(months([...QUIET, 14, 14, 14]), { aim: null })?.words).toBe('Concerning (special cause): above the usual 5.9% to 12.5% of January 2022 to March 2023');
  expect(judge(months([...QUIET, 14]), { aim: null })).toMatchObject({ signal: 'outside-high', olderLevel: '' });
});

test('after a signal the quiet months are counted from it', () => {
  expect(judge(months([...QUIET, 11, 8, 7.9]), { metric: FIXED, aim: null })?.words).toBe('No significant change for 2 months (common cause)');
});

test('a month that has left the limits for the other side of the target says that they were on this side before', () => {
  // Limits 5.3% to 10.7%: a target of below 5% is missed by all of them, and 4.5% meets it.
  expect(judge(months([...QUIET, 4.5]), { metric: FIXED })?.words).toBe('Improving (special cause): below the usual 5.3% to 10.7%; consistently failing the target before January 2023');
  // Below 11% is met by all of them, and missed by 11.5%.
  expect(judge(months([...QUIET, 11.5]), { metric: FIXED, aim: 11 })?.words).toBe('Concerning (special cause): above the usual 5.3% to 10.7%; consistently passing the target before January 2023');
});

test('a month that has left the limits on the side of the target that they are on changes nothing of that', () => {
  expect(judge(months([...QUIET, 11]), { metric: FIXED })).toMatchObject({ words: 'Concerning (special cause): above the usual 5.3% to 10.7%; consistently failing the target', assurance: 'fail' });
});

test('few months are said to be few', () => {
  expect(judge(months(QUIET.slice(0, 4)), { aim: null })?.words).toBe('No significant change for 4 months (common cause); provisional, on 4 months');
});

test('a share of the whole is held to no target of the whole', () => {
  const shared = { ...SMALL_CATALOGUE, targets: [target(0.05)] };
  const numeratorOnly = [...SMALL_CATALOGUE.dimensions].find(([, dimension]) => dimension['numerator-only'])?.[0] ?? '';
  expect(numeratorOnly).not.toBe('');
  expect(processAnswer(shared, DNA, months(QUIET), { filters: { [numeratorOnly]: ['patient'] }, period: monthPeriod(2022, 12), computed: {} })).toMatchObject({ assurance: 'none', target: null });
});

test('where neither way is better nothing improves or worsens', () => {
  expect(judge(months([...QUIET, 11]), { metric: { ...FIXED, better: 'neutral' } })).toMatchObject({ words: 'Higher (special cause): above the usual 5.3% to 10.7%', variation: 'neutral', assurance: 'none' });
});

test('limits never begin anew without a recorded reason', () => {
  const spc = (rebase: object) => metricSchema.safeParse({ ...DNA, spc: { rebase: [rebase] } }).success;
  expect([spc({ at: '2024-04-01', reason: 'A new system' }), spc({ at: '2024-04-01' }), spc({ at: '2024-04-01', reason: '' }), spc({ at: '2024-02-31', reason: 'x' })]).toEqual([true, false, false, false]);
});

describe('which months are judged', () => {
  test('none that is not over or still being coded, which would be read as a change', () => {
    const running = [...months(QUIET), ...months([...QUIET, 2]).slice(-1).map((point) => ({ ...point, complete: false }))];
    const coding = [...months(QUIET), ...months([...QUIET, 2]).slice(-1).map((point) => ({ ...point, immature: true }))];
    expect([judge(running)?.points, judge(coding)?.points, judge(running)?.variation]).toEqual([12, 12, 'common-cause']);
  });

  test('and where the last of them is not what was asked for, it is named', () => {
    expect(judge(months(QUIET), { aim: null, period: monthPeriod(2023, 1) })?.words).toBe('Month by month to December 2022 there has been no significant change for 12 months (common cause)');
    expect(judge(months(QUIET), { aim: null, period: yearToDatePeriod('2022-12-31') })?.words).toMatch(/^Month by month to December 2022 there has been no /);
  });

  test('months that never differ tell nothing from chance', () => {
    expect(judge(months(QUIET.map(() => 8)))).toBeNull();
  });

  test('only those after the last gap, for none is drawn over', () => {
    expect(judge(months([...QUIET, null, 8, 7, 8]))?.points).toBe(3);
  });

  test('fewer than three say nothing', () => {
    expect([judge(months([8, 7])), judge([])]).toEqual([null, null]);
  });

  test('from the day on which the catalogue starts them, and anew where it records why', () => {
    const spc = { ...DNA.spc, rebase: [{ at: '2023-01-01', reason: 'Reminders by text message began', where: {} }] };
    const anew = judge(months([...QUIET, ...QUIET.map((value) => value - 4)]), { metric: { ...DNA, spc } });
    expect(anew).toMatchObject({ points: 12, mean: expect.closeTo(0.04, 9) as number, variation: 'common-cause' });
    expect(anew?.method).toContain('Limits begin anew at 1 January 2023: Reminders by text message began.');
    expect(judge(months([...QUIET, 8, 7, 8]), { metric: { ...DNA, spc: { ...DNA.spc, from: '2022-06-01' } } })?.points).toBe(10);
  });
});

// Twelve quiet months: 8 ± 2.66. One more of 8.5: 8.0385 ± 2.66, so 5.378 to 10.698.
test('a target of 5.36% is newly out of reach in the month in which the limits leave it behind, and not the month after', () => {
  expect(judge(months(QUIET), { aim: 5.36 })).toMatchObject({ assurance: 'hit-and-miss', isNewlyOutOfReach: false });
  expect(judge(months([...QUIET, 8.5]), { aim: 5.36 })).toMatchObject({ assurance: 'fail', isNewlyOutOfReach: true });
  expect(judge(months([...QUIET, 8.5, 8.5]), { aim: 5.36 })).toMatchObject({ assurance: 'fail', isNewlyOutOfReach: false });
});

test('of a process that is changing no target is newly out of reach', () => {
  expect(judge(months([...QUIET, 11]), { metric: FIXED, aim: 5.36 })?.isNewlyOutOfReach).toBe(false);
});

test('a target that is tightened this month beyond the limits is newly out of reach', () => {
  const targets = [{ ...target(0.08), to: '2022-12-31' }, { ...target(0.05), from: '2023-01-01' }];
  expect(processAnswer({ ...SMALL_CATALOGUE, targets }, DNA, months([...QUIET, 8.5]), { filters: {}, period: monthPeriod(2023, 1), computed: {} })?.isNewlyOutOfReach).toBe(true);
});
