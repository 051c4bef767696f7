import type { Query } from '../../src/engine/query';
import type { Reading } from '../../src/language/reading';
import { askedIn2024 } from './july-2024';

const queryOf = (text: string): Partial<Query> => {
  const reading = askedIn2024(text);
  return reading.kind === 'query' ? reading.query : {};
};
const toldOf = (reading: Reading): string => (reading.kind === 'query' ? reading.notes.join(' ') : JSON.stringify(reading));
const JUNE = { from: '2024-06-01', to: '2024-06-30' };

describe('what people write short', () => {
  test.each<[string, object]>([
    ['TFC 301, 306: DNA, follow-ups, 2023/24 Q4', { filters: { specialty: ['301', '306'], 'appointment-type': ['follow-up'] }, period: { from: '2024-01-01', to: '2024-03-31' } }],
    ['DC+EL activity against plan M3', { filters: { pod: ['day-case', 'inpatient'] }, period: JUNE }],
    ['RTT >52w 78H, May-24', { metrics: ['rtt-52-week-waits'], filters: { commissioner: ['78H'] } }],
    ['13+ wk waiters colonoscopy, Mar-24 to Jun-24 monthly', { intent: 'trend', metrics: ['diagnostic-thirteen-week-waits'], period: { from: '2024-03-01', to: '2024-06-30' } }],
    ['imaging util modality x site', { metrics: ['imaging-utilisation'], by: ['modality', 'site'] }],
    ['28 day breaches by specialty 23/24 but leave off the zeros', { by: 'specialty', having: { op: 'above', value: 0 } }],
    ['% discharged at 1st appt pain mgmt, same month last yr comparison', { metrics: ['discharged-at-first'], filters: { specialty: ['191'] }, versus: 'last-year' }],
    ['whats the diff between capped n uncapped', { intent: 'definition', metrics: ['capped-theatre-utilisation', 'uncapped-theatre-utilisation'] }],
    ['net deficit by specialty, elective PODs only (DC + EL), 23/24', { by: 'specialty', filters: { 'pod-group': ['ip'] } }],
  ])('%s', (text, expected) => {
    expect(queryOf(text)).toMatchObject(expected);
  });

  test.each<[string, string[]]>([['adult ENT dna rate', ['120']], ['78 week waits in adult ENT and paeds ENT', ['120', '215']]])('%s: what has a children\'s twin may be called the adults\'', (text, specialty) => {
    expect(queryOf(text).filters).toEqual({ specialty });
  });

  test('"adult" by itself is an age that is named back, and never passed over', () => {
    const reading = askedIn2024('adult DNA rate');
    expect(reading.kind).toBe('unknown');
    expect(toldOf(reading)).toContain('adult');
  });
});

describe('times', () => {
  test.each<[string, object]>([
    // Money is held to the end of June: July is answered with what is held of it, which is nothing, and never with last July.
    ['income July to date', { from: '2024-07-01' }],
    ['ACPL July to date', { from: '2024-07-01', to: '2024-07-10' }],
    ['DNA rate from May on', { from: '2024-05-01' }],
    ['late starts for the final quarter of last year', { from: '2024-01-01', to: '2024-03-31' }],
    ['CDC tests Apr-Jun vs same 3 months last year', { from: '2024-04-01', to: '2024-06-30' }],
  ])('%s', (text, period) => {
    expect(queryOf(text).period).toMatchObject(period);
  });

  test('"what moved it between two quarters" asks why, and of the later one', () => {
    expect(queryOf('what moved readmissions between Q4 and Q1?')).toMatchObject({ intent: 'explanation', period: { from: '2024-04-01', to: '2024-06-30' }, versus: { period: { from: '2024-01-01', to: '2024-03-31' } } });
  });

  test('a trend by the week over several months is drawn by the month, which is said in its first sentence', () => {
    const reading = askedIn2024('weekly ACPL since 1 May excl LGH');
    expect(reading).toMatchObject({ kind: 'query', query: { intent: 'trend', excluding: { site: ['lgh'] }, period: { from: '2024-05-01' } }, said: ['Drawn month by month, and not “weekly”.'] });
  });

  test.each(['daily DNA last week', 'weekly DNA rate in June'])('%s: a few weeks are no run of months, and it is asked', (text) => {
    expect(askedIn2024(text).kind).toBe('clarify');
  });

  test('"13 … monthly" is a question, and no wish for a post at one o\'clock', () => {
    expect(JSON.stringify(askedIn2024('13 week waiters colonoscopy, Mar-24 to Jun-24 monthly'))).not.toContain('13:00');
  });
});

describe('what is to come', () => {
  test.each<[string, object, string]>([
    ['Will RTT 18-week performance get above 60% by Christmas at this rate?', { metrics: ['rtt-eighteen-week-rate'], period: { from: '2024-12-01', to: '2024-12-31' } }, '60% is not the target (at least 92%): this is where it is heading.'],
    ['will ACPL hit 2 by March', { metrics: ['acpl'], period: { from: '2024-04-01', to: '2025-03-31' } }, '2 is not the target (at least 1.89): this is where it is heading.'],
  ])('%s: projected, with the target that is held named first', (text, expected, said) => {
    const reading = askedIn2024(text);
    expect(reading).toMatchObject({ kind: 'query', query: { intent: 'projection', ...expected } });
    expect(reading.kind === 'query' ? reading.said : []).toContain(said);
  });

  test.each<[string, object]>([
    ['Will the productivity CIP land by year end?', { intent: 'projection', metrics: ['productivity-cip'], period: { from: '2024-04-01', to: '2025-03-31' } }],
    ['Committee will ask: does 18 week performance reach 92% by March 2025?', { intent: 'projection', metrics: ['rtt-eighteen-week-rate'] }],
    ['13 wk breaches - zero by march?', { intent: 'projection', metrics: ['diagnostic-thirteen-week-waits'], period: { from: '2024-04-01', to: '2025-03-31' } }],
  ])('%s', (text, expected) => {
    expect(queryOf(text)).toMatchObject(expected);
  });
});

describe('what somebody tells of their own work is passed over, and said', () => {
  test.each<[string, object, string]>([
    ['I\'m writing the business case for another room, so endoscopy in-session utilisation at LGH for 23/24 please, as a monthly trend', { intent: 'trend', metrics: ['endoscopy-in-session-utilisation'], filters: { site: ['lgh'] } }, 'another room'],
    ['late starts at LRI - I\'m on the train home', { metrics: ['late-starts'], filters: { site: ['lri'] } }, 'on the train home'],
  ])('%s', (text, expected, told) => {
    expect(queryOf(text)).toMatchObject(expected);
    expect(toldOf(askedIn2024(text))).toContain(told);
  });

  test.each([
    'complaints last month, we had some about food', 'complaints last month, I\'m after the parking', 'late starts, we\'ve got the robots', 'DNA rate, we had some with hoists',
    'late starts, I need the robotic ones', 'late starts, we had the power cut',
  ])('%s: what may be some of those who are counted is asked about', (text) => {
    expect(askedIn2024(text).kind).not.toBe('query');
  });
});

describe('a table of those chosen for a milestone', () => {
  test('is shown where it is asked which they are, and says what it is', () => {
    const reading = askedIn2024('which specialties are we putting through a deep dive');
    expect(reading).toMatchObject({ kind: 'query', query: { intent: 'scorecard', scorecard: 'deep-dive-priorities' } });
    expect(toldOf(reading)).toContain('milestone');
  });

  test('is not shown where it is asked when', () => {
    expect(askedIn2024('when are the deep dives').kind).not.toBe('query');
  });
});
