import path from 'node:path';
import { addMonths } from '../../src/calendar/day';
import { financialYearPeriod, monthPeriod, quarterPeriod, rangePeriod, yearToDatePeriod, type Period } from '../../src/calendar/period';
import { targetSchema } from '../../src/catalogue/target';
import type { Course, Outlook } from '../../src/engine/course';
import type { Figure, MetricResult } from '../../src/engine/result';
import { SMALL_CATALOGUE } from '../engine/small-catalogue';
import { judged, quotient, resultFor, sum } from './measured-result';
import { createCards } from '../../src/cards/create-cards';
import { texts } from '../cards/walk';

const cards = createCards({ templatesFolder: path.join(__dirname, '../../cards'), chartAddress: null });

const JUNE = monthPeriod(2024, 6);
const { provenance } = resultFor('dna-rate', sum(0));

const outlook = (course: Course | null, more: Partial<Outlook> = {}): Outlook => ({ isLatest: true, isAdditive: false, course, ...more });
const course = (figure: Figure, soFar: Period, period: Period, gone: number, of: number, more: Partial<Course> = {}): Course =>
  ({ figure, soFar, period, gone, of, step: 'month', complete: true, ...more });

const target = (metric: string, value: number, comparator: string, more: object = {}) => targetSchema.parse({ metric, value, comparator, source: 'Paper', from: '2024-01-01', ...more });

const heading = (metric: string, figure: Figure, more: Partial<MetricResult>, targets: readonly ReturnType<typeof target>[] = SMALL_CATALOGUE.targets, query: object = {}) =>
  judged(resultFor(metric, figure, { provenance: { ...provenance, through: '2024-06-30' }, ...more }), { intent: 'projection', ...query }, { ...SMALL_CATALOGUE, targets });

describe('a figure of a month that is over', () => {
  const over = { period: JUNE, outlook: outlook(null) };

  test('is told what it lacks in whole things over its own denominator, and a week', () => {
    // 5% of 93,412 is 4,670.6, so 4,670 may be missed; 30 days are 30 ÷ 7 weeks.
    const { answer, metric } = heading('dna-rate', quotient(6_072, 93_412), over);
    expect(answer.headline).toBe(
      'Off target now: DNA rate needs 1.5 percentage points less, from 6.5% in June 2024 to below 5%. On the 93,412 appointments kept or missed that is 1,402 fewer missed appointments in the month, 327 a week.',
    );
    expect(metric.projection).toMatchObject({ verdict: 'off-target', gap: 1_402, units: 'fewer missed appointments', perWeek: expect.closeTo(1_402 * 7 / 30, 9) as number, soFar: null, required: null, projected: null });
  });

  test('of a quotient that is no share is told in its own unit first', () => {
    // 1.89 × 1,299 = 2,455.11, so 2,456 operations: 417 more than 2,039.
    const { answer, metric } = heading('acpl', quotient(2_039, 1_299), over);
    expect(answer.headline).toBe(
      'Off target now: average cases per list needs 0.32 more cases a list, from 1.57 in June 2024 to at least 1.89. On the 1,299 lists run that is 417 more operations done in the month, 97 a week.',
    );
    expect(metric.projection).toMatchObject({ gap: 417, units: 'more operations done' });
  });

  test.each([
    ['below', 4, 2], ['at-most', 5, 1],
  ] as const)('and a target %s 5%% of a hundred leaves %d', (comparator, _left, gap) => {
    expect(heading('dna-rate', quotient(6, 100), over, [target('dna-rate', 0.05, comparator)]).metric.projection?.gap).toBe(gap);
  });

  test('that meets its target has no gap, and an older one is not called now', () => {
    const { answer, metric } = heading('dna-rate', quotient(4, 100), { ...over, outlook: outlook(null, { isLatest: false }) });
    expect(answer.headline).toBe('On target: DNA rate 4.0% in June 2024, target below 5%.');
    expect(metric.projection).toMatchObject({ verdict: 'on-target', gap: 0, units: null, perWeek: null });
  });

  test('one thing is told as one, and less than can be shown a week is left out', () => {
    expect(heading('dna-rate', quotient(5, 100), over).answer.headline).toContain('needs one fewer of the missed appointments in the month, 0.2 a week.');
  });

  test('without a target says that there is none, and with neither way better judges nothing', () => {
    expect(heading('cases-per-hour', quotient(5, 8), over).answer.headline).toBe('No target is set, so there is no gap: Cases per hour 0.63 in June 2024.');
    const neutral = new Map([...SMALL_CATALOGUE.metrics].map(([id, metric]) => [id, { ...metric, better: 'neutral' as const }]));
    const { answer } = judged(resultFor('dna-rate', quotient(6, 100), over), { intent: 'projection' }, { ...SMALL_CATALOGUE, metrics: neutral });
    expect(answer.headline).toMatch(/^Not judged/);
  });

  test('of a share of those who wait is met by seeing those who have waited too long, who leave the list', () => {
    // 62,969 ÷ 0.92 = 68,444.6, so 68,444 may be left of 107,501: 39,057 fewer. 35,932 more within the time on as long a list
    // would be 92.0% too, but that many treated leave 62,969 ÷ 71,569 = 88.0%.
    const dna = SMALL_CATALOGUE.metrics.get('dna-rate');
    const waits = dna === undefined ? [] : [['dna-rate', { ...dna, better: 'higher' as const, queue: { beyond: 'pathways over 18 weeks', leave: 'treated' } }] as const];
    const catalogue = { ...SMALL_CATALOGUE, metrics: new Map([...SMALL_CATALOGUE.metrics, ...waits]), targets: [target('dna-rate', 0.92, 'at-least')] };
    const result = (figure: Figure) => resultFor('dna-rate', figure, { period: JUNE, asAt: '2024-06-30', outlook: outlook(null), provenance: { ...provenance, through: '2024-06-30' } });
    const { answer, metric } = judged(result(quotient(62_969, 107_501)), { intent: 'projection' }, catalogue);
    expect(answer.headline).toContain('That is 39,057 of the 44,532 pathways over 18 weeks on 30 June 2024 treated, with nobody else joining or leaving the list.');
    expect(metric.projection).toMatchObject({ gap: 39_057, perWeek: null, facts: [{ caption: 'Needed', value: '39,057 of the 44,532 pathways over 18 weeks on 30 June 2024 treated' }] });
    // 39,057 ÷ 9 months = 4,339.7.
    const byMarch = judged(result(quotient(62_969, 107_501)), { intent: 'projection', period: financialYearPeriod(2024) }, catalogue);
    expect(byMarch.answer.headline).toContain('on 30 June 2024 treated, 4,340 a month to March 2025, with nobody else joining');
    expect(byMarch.metric.projection?.facts).toContainEqual({ caption: 'A month to March 2025, on top of treating as many as join', value: '4,340' });
    expect(metric.projection?.method).toContain('62,969 ÷ (107,501 − 39,057) = ');
    expect(judged(result(quotient(0, 12)), { intent: 'projection' }, catalogue).answer.headline).toContain('Target at least 92% is not met even with all 12 pathways over 18 weeks treated.');
  });

  test('of a census lacks as many, and nothing a week: a queue is no flow', () => {
    const { answer, metric } = heading('year-waits', sum(12), { period: JUNE, asAt: '2024-06-30', outlook: outlook(null) }, [target('year-waits', 0, 'at-most')]);
    expect(answer.headline).toBe('Off target now: 52 week waits 12 as at 30 June 2024. Target 0 needs 12 fewer pathways of 52 weeks.');
    expect(metric.projection).toMatchObject({ gap: 12, perWeek: null, projected: null });
  });

  test('of a median has its distance and no number of things', () => {
    const { answer, metric } = heading('reporting-turnaround', { numerator: null, denominator: 9, value: 3, hidden: false }, over, [target('reporting-turnaround', 2, 'at-most')]);
    expect(answer.headline).toBe('Off target now: Reporting turnaround 3.0 in June 2024. It is 1.0 from target at most 2.');
    expect(metric.projection).toMatchObject({ gap: null, units: null });
  });

  test('that adds up has a straight line for its year beside it, with the method named', () => {
    const year = course(sum(9), yearToDatePeriod('2024-06-30'), financialYearPeriod(2024), 3, 12);
    const { answer, metric } = heading('last-minute-cancellations', sum(4), { period: JUNE, outlook: outlook(year, { isAdditive: true }) }, [target('last-minute-cancellations', 2, 'at-most')]);
    expect(answer.headline).toBe(
      'Off target now: Last-minute cancellations 4 in June 2024. Target at most 2 needs 2 fewer operations cancelled by the hospital in the month, 0.5 a week. '
      + 'At the rate of 9 over April 2024 to June 2024 it comes to 36 by year end, March 2025 (straight line on 3 of 12 months).',
    );
    expect(metric.projection).toMatchObject({ gap: 2, projected: 36, soFar: { value: 9, gone: 3, of: 12, step: 'month' } });
  });

  test('that is withheld is projected nowhere', () => {
    expect(heading('dna-rate', { numerator: null, denominator: null, value: null, hidden: true }, over).metric.projection).toBeNull();
  });
});

describe('a ratio whose year is still running', () => {
  const soFar = yearToDatePeriod('2024-06-30');
  const running = (figure: Figure, more: Partial<Course> = {}, period = financialYearPeriod(2024), gone = 3, of = 12) =>
    ({ period: soFar, outlook: outlook(course(figure, soFar, period, gone, of, more)) });
  const asked = { period: financialYearPeriod(2024) };

  test('is told what the rest must run at, on the same denominators, and what that comes to a week', () => {
    // (12 × 5 − 3 × 6.4) ÷ 9 = 4.533%. Over the year 4,000 × 6.4% × … : 1,024 missed of 16,000, of which fewer than 800 may be: 225 fewer, in 274 days.
    const figure = quotient(256, 4_000);
    const { answer, metric } = heading('dna-rate', figure, running(figure), SMALL_CATALOGUE.targets, asked);
    expect(answer.headline).toBe(
      'Off target so far: DNA rate 6.4% over April 2024 to June 2024, target below 5%. To average below 5% over 2024/25, the other 9 months would have to run below 4.5%, '
      + 'on as many appointments kept or missed a month as so far: 225 fewer missed appointments than at the rate so far, 5.7 a week.',
    );
    expect(metric.projection).toMatchObject({ verdict: 'off-target', gap: 225, perWeek: expect.closeTo(225 * 7 / 274, 9) as number, required: expect.closeTo(0.408 / 9, 12) as number, projected: null });
    expect(metric.data.complete).toBe(false);
  });

  test('that is on target is told what the rest may run at', () => {
    const figure = quotient(160, 4_000);
    expect(heading('dna-rate', figure, running(figure), SMALL_CATALOGUE.targets, asked).answer.headline)
      .toBe('On target so far: DNA rate 4.0% over April 2024 to June 2024, target below 5%. 2024/25 averages below 5% if the other 9 months run below 5.3%, on as many appointments kept or missed a month.');
  });

  test('that needs less than none, or more than all, is out of reach, with the best that it can end at', () => {
    // Eleven months at 6%, one to go: even at none the year ends at 5.5%.
    const figure = quotient(660, 11_000);
    const late = { ...running(figure), outlook: outlook(course(figure, soFar, financialYearPeriod(2024), 11, 12)) };
    const { answer, metric } = heading('dna-rate', figure, late, SMALL_CATALOGUE.targets, asked);
    expect(answer.headline).toBe('Out of reach: DNA rate 6.0% over April 2024 to June 2024, target below 5%. Even if the last month ran at 0.0%, 2024/25 would end at 5.5%.');
    expect(metric.projection).toMatchObject({ verdict: 'out-of-reach', gap: null, required: expect.closeTo(-0.06, 12) as number });

    const share = quotient(800, 1_000);
    const upward = heading('on-the-day-cancellations', share, { period: soFar, outlook: outlook(course(share, soFar, financialYearPeriod(2024), 11, 12)) }, [target('on-the-day-cancellations', 0.9, 'at-least')], asked);
    expect(upward.answer.headline).toContain('Even if the last month ran at 100.0%, 2024/25 would end at 81.7%.');
  });

  test('rounds what the rest must run at to the side on which the target is met', () => {
    // (4 × 1.89 − 1 × 1.57) ÷ 3 = 1.99667, so 2.00 and not 1.99.
    const figure = quotient(157, 100);
    const quarter = { period: rangePeriod('2024-07-01', '2024-07-31'), outlook: outlook(course(figure, rangePeriod('2024-07-01', '2024-07-31'), quarterPeriod(2024, 2), 1, 4)) };
    expect(heading('acpl', figure, quarter).answer.headline).toContain('would have to run at or above 2.00,');
    // (12 × 5 − 3 × 6.3) ÷ 9 = 4.5667, so 4.5 and not 4.6.
    const share = quotient(252, 4_000);
    expect(heading('dna-rate', share, running(share)).answer.headline).toContain('would have to run below 4.5%,');
  });

  test('with days missing says where it stands and works nothing out for the rest', () => {
    const figure = quotient(256, 4_000);
    const { metric } = heading('dna-rate', figure, running(figure, { complete: false }));
    expect(metric.projection).toMatchObject({ required: null, projected: null });
  });

  test('is held to the target of its end, where the course to it is the leading one', () => {
    const figure = quotient(300, 4_000);
    const onTheWay = target('dna-rate', 0.05, 'at-most', { trajectory: { from: 0.08, by: '2025-03-31' }, from: '2024-04-01' });
    expect(heading('dna-rate', figure, running(figure), [onTheWay], asked).metric.projection?.target).toMatchObject({ value: 0.05, short: 'at most 5%' });
  });
});

describe('what adds up, on its way to a target for the year', () => {
  const soFar = yearToDatePeriod('2024-05-31');
  const money = (value: number): Figure => ({ numerator: value, denominator: 0, value, hidden: false });
  const running = (figure: Figure, more: Partial<Course> = {}) => ({ period: soFar, outlook: outlook(course(figure, soFar, financialYearPeriod(2024), 2, 12, more), { isAdditive: true }) });

  test('is on course where a straight line reaches it, and says what the rest must bring', () => {
    // The paper: £4,544,400 in two of twelve months, £20m wanted.
    const figure = money(4_544_400);
    const { answer, metric } = heading('contribution', figure, running(figure), [target('contribution', 20_000_000, 'at-least', { for: 'year', name: 'savings' })]);
    expect(answer.headline).toBe(
      'On course: Contribution £4,544,400 over April 2024 to May 2024. At this rate £27.3m by year end, March 2025, against at least £20m (straight line on 2 of 12 months). '
      + 'The other 10 months would have to come to £15.5m more: £1.55m a month, £355,886 a week.',
    );
    expect(metric.projection).toMatchObject({ verdict: 'on-course', gap: 15_455_600, units: 'more', required: 1_545_560, projected: 27_266_400, perWeek: expect.closeTo(15_455_600 * 7 / 304, 6) as number });
  });

  test('is not on course where the line falls short', () => {
    const figure = money(2_000_000);
    const { answer, metric } = heading('contribution', figure, running(figure), [target('contribution', 20_000_000, 'at-least', { for: 'year' })]);
    expect(answer.headline).toMatch(/^Not on course: Contribution £2,000,000 over April 2024 to May 2024\. At this rate £12m by year end, March 2025, against at least £20m/);
    expect(metric.projection).toMatchObject({ verdict: 'not-on-course', status: 'off-target' });
  });

  const cancellations = (figure: Figure, value: number, comparator: string) =>
    heading('last-minute-cancellations', figure, running(figure), [target('last-minute-cancellations', value, comparator, { for: 'year' })]);

  test('is reached once it is counted, and out of reach once there are too many: what is counted stays counted', () => {
    expect(cancellations(sum(40), 40, 'at-least').metric.projection).toMatchObject({ verdict: 'reached', gap: 0 });
    expect(cancellations(sum(41), 40, 'at-most').answer.headline).toBe(
      'Out of reach: Last-minute cancellations 41 over April 2024 to May 2024, target at most 40. At this rate 246 by year end, March 2025, against at most 40 (straight line on 2 of 12 months). It is over the target already, and what has been counted stays counted.',
    );
  });

  test('under a ceiling is told what may still come', () => {
    // 10 in two months is 60 in twelve, 20 over 40; 30 may still come in ten months.
    const { answer, metric } = cancellations(sum(10), 40, 'at-most');
    expect(answer.headline).toMatch(/^Not on course: .* At this rate 60 by year end, March 2025, against at most 40 .* The other 10 months may come to 3 a month at most\.$/);
    expect(metric.projection).toMatchObject({ verdict: 'not-on-course', gap: 20, units: 'fewer operations cancelled by the hospital', required: 3, projected: 60 });
  });

  test('draws no line through missing days', () => {
    const figure = money(4_544_400);
    const { answer, metric } = heading('contribution', figure, running(figure, { complete: false }), [target('contribution', 20_000_000, 'at-least', { for: 'year' })]);
    expect(answer.headline).toMatch(/^Not reached yet: .* No straight line is drawn, for days are missing\./);
    expect(metric.projection).toMatchObject({ projected: null, required: 1_545_560 });
  });

  test('without a target still has its line, and its method', () => {
    const figure = money(4_544_400);
    const { answer, metric } = heading('contribution', figure, running(figure), []);
    expect(answer.headline).toBe('No target is set, so there is no gap: Contribution £4,544,400 over April 2024 to May 2024. At this rate it comes to £27.3m by year end, March 2025 (straight line on 2 of 12 months).');
    expect(metric.projection?.facts).toContainEqual({ caption: 'Straight line by year end, March 2025', value: '£27.3m, at £2.3m a month' });
    expect(metric.projection?.method).toMatch(/^Straight line: .* no forecast\. No range is given for its end: too few months follow one another to say how far it varies\.$/);
  });

  test('of a figure against plan says on which side of it each number is', () => {
    const figure = { numerator: 900, denominator: 1_000, value: -100, hidden: false };
    const { answer, metric } = heading('activity-against-plan', figure, running(figure), []);
    expect(answer.headline).toBe('No target is set, so there is no gap: Activity 100 below plan (10.0%) over April 2024 to May 2024. At this rate it comes to 600 below plan by year end, March 2025 (straight line on 2 of 12 months).');
    expect(metric.projection).toMatchObject({ soFar: { display: '100 below plan' }, facts: [{ value: '600 below plan' }] });
  });
});

describe('the range in which a stretch ends', () => {
  /** Twelve months up to one, that go up and down about a mean: every jump is twice the step. */
  const swinging = (mean: number, step: number, last = '2024-06-01') => Array.from({ length: 12 }, (_, at) => ({
    period: addMonths(last, at - 11).slice(0, 7), span: 'month' as const, complete: true, immature: false,
    figure: { numerator: null, denominator: null, value: mean + (at % 2 === 0 ? step : -step), hidden: false },
  }));
  const soFar = yearToDatePeriod('2024-06-30');
  const running = (figure: Figure, more: Partial<MetricResult> = {}) => ({ period: soFar, outlook: outlook(course(figure, soFar, financialYearPeriod(2024), 3, 12)), ...more });
  const asked = { period: financialYearPeriod(2024) };

  test('is that of months like the ones before, where nothing has changed', () => {
    // Every jump is 0.4 points, so a limit is 2.66 × 0.4 = 1.064 from the average of 7%. √(9 + 81 ÷ 12) = 3.9686; × 1.064 ÷ 12 = 0.352.
    // (3 × 6.4 + 9 × 7) ÷ 12 = 6.85, so from 6.50 to 7.20.
    const figure = quotient(256, 4_000);
    const { answer, metric } = heading('dna-rate', figure, running(figure, { run: swinging(0.07, 0.002) }), SMALL_CATALOGUE.targets, asked);
    expect(metric.projection?.range).toMatchObject({ low: expect.closeTo(0.0685 - 0.00352, 4) as number, high: expect.closeTo(0.0685 + 0.00352, 4) as number, level: 'process', months: 12 });
    expect(answer.headline).toMatch(/^Not on course for 5%: DNA rate 6\.4% over April 2024 to June 2024\..*a week\. If nothing changes, the average over 2024\/25 ends between 6\.5% and 7\.2% by year end, March 2025: target below 5% lies outside that, so it would be missed\.$/);
    expect(metric.projection?.facts).toEqual(expect.arrayContaining([
      { caption: 'To average below 5% over 2024/25, the other 9 months need', value: 'below 4.5%' }, { caption: 'Average over 2024/25, if nothing changes', value: 'between 6.5% and 7.2%' }, { caption: 'Usual range of a month', value: '5.9% to 8.1%; target outside' },
    ]));
    expect(metric.projection?.range?.working).toContain('Range: the months left are taken to be like the 12 to June 2024; either way 1.06% × √(9 + 9² ÷ 12) ÷ 12,');
    expect(metric.projection?.method).toContain('Range: from the usual range (process limits) of 12 months to June 2024');
  });

  test('of what adds up is that of its sum, and a target within it may be met or missed', () => {
    // Jumps of 4 about 20: limits 10.64 away. 3 months gave 62, nine more give 180: 242 ± 10.64 × 3.9686 = 42.2.
    const figure = sum(62);
    const { answer, metric } = heading('last-minute-cancellations', figure, { period: soFar, outlook: outlook(course(figure, soFar, financialYearPeriod(2024), 3, 12), { isAdditive: true }), run: swinging(20, 2) },
      [target('last-minute-cancellations', 250, 'at-most', { for: 'year' })], asked);
    expect(metric.projection?.range).toMatchObject({ low: expect.closeTo(199.8, 1) as number, high: expect.closeTo(284.2, 1) as number });
    expect(answer.headline).toContain('If nothing changes, it ends between 200 and 284 by year end, March 2025: target at most 250 lies inside that, so it may be met or missed.');
  });

  test('is at the level so far where the months are changing, and says so', () => {
    // The last month, 4%, is far below the limits of the rest: what they were like says nothing of what is to come. So far it is 6.4%.
    const figure = quotient(256, 4_000);
    const changed = [...swinging(0.07, 0.002).slice(0, -1), ...swinging(0.04, 0).slice(-1)];
    const { metric } = heading('dna-rate', figure, running(figure, { run: changed }), SMALL_CATALOGUE.targets, asked);
    const range = metric.projection?.range;
    expect(range?.level).toBe('so-far');
    expect(((range?.low ?? 0) + (range?.high ?? 0)) / 2).toBeCloseTo(0.064, 10);
    expect(metric.projection?.sentences.at(-1)).toMatch(/^If the rest stays at the level so far, the average over 2024\/25 ends between .* by year end, March 2025/);
    expect(range?.working).toContain('its months are changing (improving, special cause: below the usual');
  });

  test('of a month within it counts the part of the month that is left', () => {
    // Ten of thirty days at 10%, twenty at 7%: 8.0%. √(⅔ + ⅔² ÷ 12) = 0.8389; × 1.064 = 0.893 either side.
    const days = rangePeriod('2024-07-01', '2024-07-10');
    const month = { ...monthPeriod(2024, 6), from: '2024-06-01', to: '2024-06-30' };
    const figure = quotient(10, 100);
    const { metric } = heading('dna-rate', figure, { period: days, outlook: outlook(course(figure, days, month, 10, 30, { step: 'day' })), run: swinging(0.07, 0.002, '2024-05-01') }, SMALL_CATALOGUE.targets, { period: month });
    expect(metric.projection?.range).toMatchObject({ low: expect.closeTo(0.08 - 0.00893, 4) as number, high: expect.closeTo(0.08 + 0.00893, 4) as number });
    expect(metric.projection?.sentences.at(-1)).toContain('by month end, 30 June 2024');
  });

  test('on few months is provisional, and on fewer than three is not given, with the reason', () => {
    const figure = quotient(256, 4_000);
    const few = heading('dna-rate', figure, running(figure, { run: swinging(0.07, 0.002).slice(-6) }), SMALL_CATALOGUE.targets, asked).metric.projection;
    expect(few?.sentences.at(-1)).toContain('(provisional, on 6 months)');
    const none = heading('dna-rate', figure, running(figure, { run: swinging(0.07, 0.002).slice(-2) }), SMALL_CATALOGUE.targets, asked).metric.projection;
    expect(none).toMatchObject({ range: null, method: expect.stringContaining('No range is given for its end: too few months follow one another') as string });
  });

  test('is never given across days that are missing', () => {
    const figure = quotient(256, 4_000);
    const gap = { period: soFar, outlook: outlook(course(figure, soFar, financialYearPeriod(2024), 3, 12, { complete: false })), run: swinging(0.07, 0.002) };
    expect(heading('dna-rate', figure, gap, SMALL_CATALOGUE.targets, asked).metric.projection?.range).toBeNull();
  });

  test('of a month that is over is its usual range, and whether the target lies inside them', () => {
    const over = { period: JUNE, outlook: outlook(null) };
    const outside = heading('dna-rate', quotient(6_538, 93_412), { ...over, run: swinging(0.07, 0.002) });
    expect(outside.answer.headline).toMatch(/^Not as things stand: DNA rate needs 2\.0 percentage points less, from 7\.0% in June 2024 to below 5%\..* The best to expect of a month is 5\.9%\.$/);
    const inside = heading('dna-rate', quotient(6_538, 93_412), { ...over, run: swinging(0.055, 0.002) });
    expect(inside.answer.headline).toMatch(/^In some months and not in others, as things stand: DNA rate needs 2\.0 percentage points less.* Target below 5% lies inside the usual range of a month, 4\.4% to 6\.6%\.$/);
    expect(inside.metric.projection?.facts.at(-1)).toEqual({ caption: 'Usual range of a month', value: '4.4% to 6.6%; target inside' });
  });

  test('and where the month itself lies beyond that range, which month and on which side is said', () => {
    const swung = swinging(0.08, 0.002);
    const last = swung.at(-1);
    const run = last === undefined ? [] : [...swung.slice(0, -1), { ...last, figure: quotient(5_200, 93_412) }];
    const { answer } = heading('dna-rate', quotient(5_200, 93_412), { period: JUNE, outlook: outlook(null), run });
    expect(answer.headline).toMatch(/ The target lies outside the usual range of a month, \d\.\d% to \d\.\d%\. June 2024 lies below that range: improving \(special cause\)\.$/);
  });
});

describe('a figure of somebody\'s own', () => {
  /** Twelve months that go up and down about 7.0% of 10,000 by 0.2 points: every jump is 0.4, so that a limit is 2.66 × 0.4 = 1.064 away. */
  const months = (last?: Figure) => Array.from({ length: 12 }, (_, at) => ({
    period: addMonths('2024-06-01', at - 11).slice(0, 7), span: 'month' as const, complete: true, immature: false,
    figure: at === 11 && last !== undefined ? last : quotient(at % 2 === 0 ? 720 : 680, 10_000),
  }));
  const soFar = yearToDatePeriod('2024-06-30');
  const year = financialYearPeriod(2024);
  const inYear = (run = months()) => ({ period: soFar, outlook: outlook(course(quotient(2_080, 30_000), soFar, year, 3, 12)), run });
  const asks = (value: number, more: Partial<MetricResult> = inYear(), period: Period = year) =>
    heading('dna-rate', quotient(2_080, 30_000), more, SMALL_CATALOGUE.targets, { period, aim: { value } });

  test('outside what its month is projected to be is not to be expected, and what it takes is told', () => {
    // 5.94% to 8.06%. The last three months are 680, 720 and 680 of 30,000: 693.3 a month, and 5.5% of 10,000 is 550, so 144 fewer.
    const { answer, metric } = asks(0.055);
    expect(answer.headline).toBe('Not as things stand: DNA rate projected between 5.9% and 8.1% in March 2025; 5.5% lies outside that. '
      + '5.5% takes 144 fewer missed appointments a month than in the last 3 months, on as many appointments kept or missed (10,000). '
      + 'The target is below 5%: not on course, 6.9% over April 2024 to June 2024.');
    expect(metric.projection?.facts).toEqual(expect.arrayContaining([
      { caption: 'March 2025, if nothing changes', value: 'between 5.9% and 8.1%; 5.5% outside' },
      { caption: 'To reach 5.5%', value: '144 fewer missed appointments a month, on as many appointments kept or missed (10,000)' },
    ]));
    expect(metric.projection?.facts.at(-1)).toEqual({ caption: 'Usual range of a month', value: '5.9% to 8.1%; 5.5% and target outside' });
    expect(asks(0.065).metric.projection?.facts.at(-1)?.value).toBe('5.9% to 8.1%; 6.5% inside, target outside');
    expect(metric.projection?.method).toContain('March 2025: the usual range (process limits) of 12 months to June 2024, since nothing has changed.');
  });

  test('stands on the card with how far the figure is from it, and the target that is set beside it, so that none is taken for the other', () => {
    // 2,080 of 30,000 are 6.93%: 1.4 points over 5.5%, and 1.9 over the target of below 5%.
    const shown = texts(cards.render(asks(0.055).answer));
    expect(shown).toEqual(expect.arrayContaining(['Not as things stand', 'Target set: below 5%, 1.9 percentage points over', 'You asked about 5.5%: 1.4 percentage points over']));
    expect(texts(cards.render(asks(0.065).answer))).toContain('It may or may not');
    // Nothing of one's own asked about: the target alone.
    expect(texts(cards.render(heading('dna-rate', quotient(2_080, 30_000), inYear(), SMALL_CATALOGUE.targets, { period: year }).answer)).join(' ')).not.toMatch(/You asked about|Target set/);
  });

  test('inside it may come or not, and one that every month meets is met', () => {
    expect(asks(0.065).answer.headline).toMatch(/^It may or may not: DNA rate projected between 5\.9% and 8\.1% in March 2025; 6\.5% lies inside that\./);
    const { answer } = asks(0.09);
    expect(answer.headline).toMatch(/^Yes, as things stand: .*; 9% lies outside that\. The target is/);
    expect(answer.headline).not.toContain('takes');
  });

  test('where the run is changing is held against the level of the last three months', () => {
    // 720, 680 and 400 … the last far below the limits: 680 + 720 + 400 = 1,800 of 30,000, so 6.0%.
    const { answer, metric } = asks(0.03, inYear(months(quotient(400, 10_000))));
    expect(answer.headline).toMatch(/^Not as things stand: DNA rate projected between .* in March 2025; 3% lies outside that\. 3% takes 300 fewer/);
    expect(metric.projection?.facts[0]?.caption).toBe('March 2025, at the level of the last 3 months');
    expect(metric.projection?.method).toContain('March 2025: the last 3 months (6.0%), since the run is changing, give or take ');
  });

  test('by a month to come names that month', () => {
    const { answer } = asks(0.055, { period: JUNE, outlook: outlook(null), run: months() }, monthPeriod(2024, 10));
    expect(answer.headline).toContain('projected between 5.9% and 8.1% in October 2024; 5.5% lies outside that.');
  });

  test('of a waiting list is not projected, with the reason, and what reaching it takes is told all the same', () => {
    const { answer } = heading('year-waits', sum(4_015), { period: JUNE, asAt: '2024-06-30', outlook: outlook(null) }, [], { period: year, aim: { value: 3_000 } });
    expect(answer.headline).toBe('Not projected: 52 week waits for March 2025, because a waiting list carries over from month to month. '
      + '3,000 takes 1,015 fewer pathways of 52 weeks. It stands at 4,015 as at 30 June 2024; no target is set.');
  });

  test('on too few months is not projected, and says that they are too few', () => {
    expect(asks(0.055, inYear([])).answer.headline).toMatch(/^Not projected: DNA rate for March 2025, because too few months follow one another to say how far they vary\./);
  });

  test('of a sum is held against the whole stretch where it comes nearer to it than a month of it does', () => {
    const run = months().map((point, at) => ({ ...point, figure: sum(at % 2 === 0 ? 22 : 18) }));
    const of = (value: number) => heading('last-minute-cancellations', sum(62), { period: soFar, outlook: outlook(course(sum(62), soFar, year, 3, 12), { isAdditive: true }), run }, [], { period: year, aim: { value } }).answer.headline;
    // Limits 10.64 about 20; and, as worked out above for the year, 242 give or take 42.2.
    expect(of(12)).toMatch(/^It may or may not: last-minute cancellations projected between 9 and 31 in March 2025; 12 lies inside that\./);
    expect(of(300)).toMatch(/^Yes, as things stand: last-minute cancellations projected between 200 and 284 in 2024\/25; 300 lies outside that\./);
  });
});

test('the buttons of a projection are about what is held, and never end in months to come', () => {
  const soFar = yearToDatePeriod('2024-06-30');
  const figure = quotient(256, 4_000);
  const { answer } = heading('dna-rate', figure, { period: soFar, outlook: outlook(course(figure, soFar, financialYearPeriod(2024), 3, 12)) }, SMALL_CATALOGUE.targets, { period: financialYearPeriod(2024) });
  const year = answer.next.find(({ title }) => title === 'Last 12 months')?.step;
  expect(year).toMatchObject({ query: { intent: 'trend', period: { from: '2023-07-01', to: '2024-06-30' } } });
});
