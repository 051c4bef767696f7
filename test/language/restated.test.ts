import type { Reading } from '../../src/language/reading';
import { askedIn2024 } from './july-2024';

const queryOf = (reading: Reading): unknown => (reading.kind === 'query' ? reading.query : reading);

describe('words that say again what a measure counts', () => {
  test.each([
    ['DNA rate of all appointments for ENT, cancelled ones included', ['dna-rate-all-appointments']],
    ['emergency readmissions for ENT within 30 days of going home', ['readmission-rate']],
    ['share of referrals triaged before booking for ENT', ['referral-triage-rate']],
    ['complications for ENT after surgery', ['post-operative-complications']],
    ['overdue follow ups for ENT past their due date', ['overdue-follow-ups']],
    ['last-minute cancellations for ENT under the national definition', ['last-minute-cancellations']],
    ['how many people had to wait over 52 weeks in ENT', ['rtt-52-week-waits']],
  ])('%s: narrow nothing beside its name', (text, metrics) => {
    expect(queryOf(askedIn2024(text))).toMatchObject({ intent: 'value', metrics, filters: { specialty: ['120'] }, excluding: {}, having: null });
  });

  test.each([
    ['DNA rate for ENT before booking', 'before booking'],
    ['on-the-day cancellations under the national definition', 'under'],
    ['late starts within 30 days', '30 days'],
    ['complications and late starts after surgery', 'surgery'],
  ])('%s: beside another measure they are named back', (text, words) => {
    const reading = askedIn2024(text);
    expect(reading.kind).not.toBe('query');
    expect(JSON.stringify(reading)).toContain(words.split(' ').at(-1));
  });

  test('a limit beside them stays a limit', () => {
    expect(askedIn2024('readmissions within 7 days').kind).not.toBe('query');
    expect(queryOf(askedIn2024('which modalities are taking longer than seven days to report'))).toMatchObject({ metrics: ['reporting-turnaround'], by: 'modality', having: { op: 'above', value: 7 } });
  });
});

describe('a measure named by what it is aimed at', () => {
  test.each([
    ['on track for the £20m by year end?', { metrics: ['productivity-cip'], filters: {} }],
    ['will Hinckley do its 22,000 tests this financial year', { metrics: ['cdc-tests'], filters: { site: ['hinckley'] } }],
  ])('%s', (text, query) => {
    expect(queryOf(askedIn2024(text))).toMatchObject({ intent: 'projection', period: { from: '2024-04-01', to: '2025-03-31' }, ...query });
  });

  test('a number that nothing is aimed at names no measure', () => {
    expect(askedIn2024('on track for the £17m by year end?').kind).not.toBe('query');
  });
});

describe('one thing said in two ways', () => {
  test('most and worst are one order where more is worse, and two where it is not', () => {
    expect(queryOf(askedIn2024('which specialties start late most, worst 10'))).toMatchObject({ metrics: ['late-starts'], by: 'specialty', order: 'worst', limit: 10 });
    expect(askedIn2024('which specialties have the highest day case rate, worst 10').kind).not.toBe('query');
  });

  test('as many of them as there are is all of them', () => {
    expect(queryOf(askedIn2024('which of the 4 modalities have an imaging utilisation under 95%'))).toMatchObject({ metrics: ['imaging-utilisation'], by: 'modality', having: { op: 'below', value: 0.95 }, limit: null });
    expect(askedIn2024('which of the 3 modalities have an imaging utilisation under 95%').kind).not.toBe('query');
  });

  test.each([
    ['what drives cancellations on the day at the Royal? It was much better in April', { intent: 'explanation', period: { from: '2024-06-01' }, versus: { period: { from: '2024-04-01', to: '2024-04-30' } } }],
    ['has our DNA rate come down since this time last year?', { intent: 'comparison', versus: 'last-year' }],
    ['DNA rate 24/25 YTD v same period 23/24', { intent: 'comparison', period: { from: '2024-04-01', to: '2024-06-30' }, versus: 'last-year' }],
    ['by how much did 52 week waits fall between January and June', { intent: 'comparison', period: { from: '2024-06-01' }, versus: { period: { from: '2024-01-01' } } }],
    ['late starts, 12 month run chart', { intent: 'trend', period: { from: '2023-07-01', to: '2024-06-30' } }],
    ['DNA rate in the second month of the financial year', { intent: 'value', period: { from: '2024-05-01', to: '2024-05-31' } }],
    ['cancellations on the day by reason for the last quarter', { intent: 'breakdown', by: 'cancellation-reason', period: { from: '2024-04-01', to: '2024-06-30' } }],
    ['does the DNA rate vary with deprivation', { intent: 'breakdown', by: 'deprivation' }],
    ['last-minute cancellations: CMG table for Q4', { intent: 'breakdown', by: 'cmg' }],
    ['if they turn up too late to be seen does that count as a DNA', { intent: 'definition', metrics: ['dna-rate'] }],
    ['does a DNA include people who rang up that morning', { intent: 'definition', metrics: ['dna-rate'] }],
  ])('%s', (text, query) => {
    expect(queryOf(askedIn2024(text))).toMatchObject(query);
  });
});
