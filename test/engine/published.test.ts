import { monthPeriod, rollingPeriod, yearToDatePeriod } from '../../src/calendar/period';
import { ask, holding, resultOf } from './asking';

const hold = holding();

let count = 0;
const printed = (metric: string, kind: string, days: readonly [string, string] | null, value: number | null, more: Record<string, string | number | null> = {}) => ({
  figure_id: String(count += 1).padStart(4, '0'), metric, period_kind: kind, period_from: days?.[0] ?? null, period_to: days?.[1] ?? null, part: null, value,
  document: 'Trust Board paper H', place: 'Table 1', published_on: '2024-07-11', ...more,
});
const MAY = ['2024-05-01', '2024-05-31'] as const;
const TO_MAY = ['2024-04-01', '2024-05-31'] as const;
const held = { published_values: { from: '2024-04-01', to: '2024-05-31', dailyFrom: null } };
const toDate = yearToDatePeriod('2024-05-31');
const asked = { ...monthPeriod(2024, 5), asked: 'May' };

describe('a figure as a document prints it', () => {
  test('is found by exactly its period, with its document and place', async () => {
    const snapshot = await hold({ published_values: [printed('dna-rate', 'month', MAY, 0.065), printed('dna-rate', 'ytd', TO_MAY, 0.064)] }, held);
    expect(await resultOf(snapshot, ask('dna-rate'))).toMatchObject({
      figure: { value: 0.065, numerator: null, denominator: null }, missing: null, alternatives: [],
      printed: { document: 'Trust Board paper H', place: 'Table 1', publishedOn: '2024-07-11', period: { from: '2024-05-01', to: '2024-05-31' } },
    });
    expect((await resultOf(snapshot, ask('dna-rate', { period: toDate }))).figure.value).toBe(0.064);
  });

  test('for another period says what is printed instead', async () => {
    const snapshot = await hold({ published_values: [printed('dna-rate', 'ytd', TO_MAY, 0.064), printed('dna-rate', 'month', MAY, 0.065), printed('dna-rate', 'not-stated', null, 0.07)] }, held);
    expect(await resultOf(snapshot, ask('dna-rate', { period: { ...monthPeriod(2024, 4), asked: 'April' } }))).toMatchObject({
      missing: 'not-printed', figure: { value: null }, alternatives: ['April to May 2024', 'May 2024', 'a period that the document does not state'],
    });
  });

  test('without a stated period answers only where no period was asked for', async () => {
    const snapshot = await hold({ published_values: [printed('implied-growth', 'not-stated', null, -0.1584)] }, held);
    expect(await resultOf(snapshot, ask('implied-growth'))).toMatchObject({ figure: { value: -0.1584 }, printed: { period: null } });
    expect(await resultOf(snapshot, ask('implied-growth', { period: asked }))).toMatchObject({ missing: 'not-printed', alternatives: ['a period that the document does not state'] });
  });

  test('without a stated period suits only the length it says it has', async () => {
    const rows = [printed('cpwau', 'month', null, 3904), printed('cpwau', 'rolling-6', null, 4260), printed('cpwau', 'rolling-12', null, 4276)];
    const snapshot = await hold({ published_values: rows }, held);
    expect((await resultOf(snapshot, ask('cpwau'))).figure.value).toBe(3904);
    expect((await resultOf(snapshot, ask('cpwau', { period: rollingPeriod('2024-05-01', 6) }))).figure.value).toBe(4260);
    expect((await resultOf(snapshot, ask('cpwau', { period: rollingPeriod('2024-05-01', 12) }))).figure.value).toBe(4276);
    expect(await resultOf(snapshot, ask('cpwau', { period: rollingPeriod('2024-05-01', 3) }))).toMatchObject({ missing: 'not-printed' });
  });

  test('with a stated period stands before one without, and a newer document before an older', async () => {
    const rows = [
      printed('dna-rate', 'month', MAY, 0.061, { published_on: '2024-06-13', document: 'June' }), printed('dna-rate', 'month', null, 0.09),
      printed('dna-rate', 'month', MAY, 0.065),
    ];
    const snapshot = await hold({ published_values: rows }, held);
    expect(await resultOf(snapshot, ask('dna-rate'))).toMatchObject({ figure: { value: 0.065 }, printed: { document: 'Trust Board paper H' } });
  });

  test('of a part is found by its part, the whole of a dimension left out', async () => {
    const rows = [
      printed('activity-against-plan', 'ytd', TO_MAY, 1088, { part: 'pod=day-case', numerator: 20_739, denominator: 19_651 }),
      printed('activity-against-plan', 'ytd', TO_MAY, 730, { part: 'plan-basis=variable-only; pod=day-case', numerator: 19_257, denominator: 18_527 }),
      printed('activity-against-plan', 'ytd', TO_MAY, 514, { part: 'plan-basis=variable-only; pod=inpatient', numerator: 3472, denominator: 2958 }),
    ];
    const snapshot = await hold({ published_values: rows }, held);
    const of = async (filters: Record<string, string[]>) => (await resultOf(snapshot, ask('activity-against-plan', { period: toDate, filters }))).figure;
    expect(await of({ pod: ['day-case'] })).toMatchObject({ numerator: 20_739, denominator: 19_651, value: 1088 });
    expect(await of({ pod: ['day-case'], 'plan-basis': ['all-activity'] })).toMatchObject({ value: 1088 });
    expect(await of({ pod: ['day-case'], 'plan-basis': ['variable-only'] })).toMatchObject({ value: 730 });
    expect(await of({})).toMatchObject({ value: null });
    const split = await resultOf(snapshot, ask('activity-against-plan', { intent: 'breakdown', by: 'pod', period: toDate, filters: { 'plan-basis': ['variable-only'] } }));
    expect(split.groups.map(({ keys, figure, printed: where }) => [keys[0], figure.value, where?.place])).toEqual([['day-case', 730, 'Table 1'], ['inpatient', 514, 'Table 1']]);
    expect((await resultOf(snapshot, ask('activity-against-plan', { period: toDate, excluding: { pod: ['day-case'] } }))).missing).toBe('not-printed');
  });

  test('of a difference is worked out where only its two sides are printed, and lacks its plan where only one is', async () => {
    const day = (kind: string, days: readonly [string, string], numerator: number, denominator: number | null) => printed('activity-against-plan', kind, days, null, { part: 'pod=day-case', numerator, denominator });
    const snapshot = await hold({ published_values: [day('month', MAY, 10_500, null), day('ytd', TO_MAY, 20_739, 19_651)] }, held);
    const filters = { pod: ['day-case'] };
    expect(await resultOf(snapshot, ask('activity-against-plan', { period: toDate, filters }))).toMatchObject({ figure: { numerator: 20_739, denominator: 19_651, value: 1088 }, missing: null });
    expect(await resultOf(snapshot, ask('activity-against-plan', { filters }))).toMatchObject({ figure: { numerator: 10_500, value: null }, missing: 'plan-not-given', alternatives: ['April to May 2024'] });
  });

  test('splits its variance from its printed lines, the rounding of the total with price or mix', async () => {
    const line = (metric: string, pod: string, value: number, numerator: number, denominator: number) => printed(metric, 'ytd', TO_MAY, value, { part: pod === '' ? null : `pod=${pod}`, numerator, denominator });
    const snapshot = await hold({ published_values: [
      line('income-against-plan', '', 261, 2261, 2000), line('income-against-plan', 'day-case', 200, 1200, 1000), line('income-against-plan', 'inpatient', 60, 1060, 1000),
      line('activity-against-plan', 'day-case', 1, 11, 10), line('activity-against-plan', 'inpatient', 0, 5, 5),
    ] }, held);
    expect((await resultOf(snapshot, ask('income-against-plan', { period: toDate }))).variance).toEqual({ volume: 100, priceOrMix: 161, unplanned: 0 });
  });

  test('is never mixed with records: a metric whose tables are held is answered from them', async () => {
    const appointment = { appointment_date: '2024-05-01', attended_or_did_not_attend_code: '3', first_attendance_code: '1', administrative_category_code: '01' };
    const snapshot = await hold({ outpatient_appointments: [appointment], published_values: [printed('dna-rate', 'month', MAY, 0.065)] }, { ...held, outpatient_appointments: {} });
    expect(await resultOf(snapshot, ask('dna-rate'))).toMatchObject({ figure: { value: 1, denominator: 1 }, printed: null });
  });

  test('compares and runs only with what is printed', async () => {
    const rows = [printed('dna-rate', 'month', MAY, 0.065), printed('dna-rate', 'month', ['2024-03-01', '2024-03-31'], 0.07), printed('dna-rate', 'ytd', TO_MAY, 0.064)];
    const result = await resultOf(await hold({ published_values: rows }, held), ask('dna-rate'));
    expect(result.comparisons).toEqual([]);
    expect(result.trend.map(({ period, figure, complete }) => [period, figure.value, complete])).toEqual([['2024-03', 0.07, true], ['2024-04', null, false], ['2024-05', 0.065, true]]);
  });

  test('of a measure that no document prints is not held', async () => {
    const snapshot = await hold({ published_values: [printed('dna-rate', 'month', MAY, 0.065)] }, held);
    expect((await resultOf(snapshot, ask('acpl'))).missing).toBe('not-held');
    expect((await resultOf(snapshot, ask('implied-growth'))).missing).toBe('not-held');
  });
});
