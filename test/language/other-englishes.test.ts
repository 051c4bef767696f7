import type { Query } from '../../src/engine/query';
import { askedIn2024 } from './july-2024';

const JUNE = { from: '2024-06-01', to: '2024-06-30' };

function queryOf(text: string, before: Query | null = null): Query | null {
  const reading = askedIn2024(text, before);
  return reading.kind === 'query' ? reading.query : null;
}

/** What comes of a question after others, each leaning on the one before. */
function after(...texts: readonly string[]): Query | null {
  return texts.reduce<Query | null>((before, text) => queryOf(text, before), null);
}

describe('words of other Englishes mean what they mean there', () => {
  test.each<[string, object]>([
    ['a wee look at late starts last week', { metrics: ['late-starts'], period: { from: '2024-07-01', to: '2024-07-07' } }],
    ['late starts at LGH the now outwith urology', { metrics: ['late-starts'], filters: { site: ['lgh'] }, excluding: { specialty: ['101'] } }],
    ['whit was the DNA rate fae April tae June', { metrics: ['dna-rate'], period: { from: '2024-04-01', to: '2024-06-30' } }],
    ['clinic utilisation clinic-wise, June month', { metrics: ['clinic-utilisation'], by: 'clinic', period: JUNE }],
    ['late starts theatre wise and site wise', { metrics: ['late-starts'], by: ['theatre', 'site'] }],
    ['readmissions agewise please', { metrics: ['readmission-rate'], by: 'age-band' }],
    ['ACPL month wise', { metrics: ['acpl'], intent: 'trend' }],
    ['kindly revert back to me with the ACPL for urology', { metrics: ['acpl'], filters: { specialty: ['101'] } }],
    ['how much percent of first appointments got discharged in ENT', { metrics: ['discharged-at-first'], filters: { specialty: ['120'] } }],
  ])('%s', (text, query) => {
    expect(queryOf(text)).toMatchObject(query);
  });

  test.each([
    ['DNA rate outwith 18 weeks', 'outside'],
    ['we cannae hit the DNA target, how many more a week?', 'cannot'],
    ['ACPL didnae improve in ENT?', "didn't"],
    ['DNA rate this wee', 'wee'],
    ['DNA rate for the wee ones', 'wee'],
  ])('%s: what turns it round or may be a slip is named', (text, named) => {
    expect(queryOf(text)).toBeNull();
    expect(JSON.stringify(askedIn2024(text))).toContain(named);
  });

  test('"wise" behind a measure says only what is spoken of', () => {
    expect(queryOf('DNA wise how are we doing')).toMatchObject({ metrics: ['dna-rate'], by: null });
  });
});

describe('words as they are heard are read as they are spelt', () => {
  test.each<[string, object]>([
    ['dna rait ENT', { metrics: ['dna-rate'], filters: { specialty: ['120'] } }],
    ['post opp complications urology', { metrics: ['post-operative-complications'], filters: { specialty: ['101'] } }],
    ['65 weak waits by site', { metrics: ['rtt-65-week-waits'], by: 'site' }],
    ['otd cx yesterday', { metrics: ['on-the-day-cancellations'], period: { from: '2024-07-10', to: '2024-07-10' } }],
  ])('%s', (text, query) => {
    expect(queryOf(text)).toMatchObject(query);
  });

  test('"cx" is no cancellation where it may be the cervix', () => {
    expect(queryOf('cx smear rate')).toBeNull();
  });
});

describe('the measure that is not asked for is left', () => {
  test.each([
    ['Late starts not early finishes, ENT, May', 'late-starts'],
    ['ACPL instead of capped utilisation for urology', 'acpl'],
    ['FFT rather than complaints', 'friends-and-family'],
  ])('%s', (text, metric) => {
    expect(queryOf(text)).toMatchObject({ intent: 'value', metrics: [metric] });
  });

  test('waits counted by their weeks are those of their kind alone', () => {
    expect(queryOf('13+ week diagnostic waiters in CT')).toMatchObject({ metrics: ['diagnostic-thirteen-week-waits'], filters: { test: ['computed-tomography'] } });
  });

  test('with more than two measures it is not guessed which', () => {
    expect(queryOf('DNA rate not late starts or ACPL')).toBeNull();
  });
});

describe('whether there are any yet is asked of what is counted, whether it has come of data', () => {
  test.each<[string, object]>([
    ['any 52 week waits yet', { intent: 'value', metrics: ['rtt-52-week-waits'] }],
    ['any complaints this month yet?', { intent: 'value', metrics: ['complaints'], period: { from: '2024-07-01', to: '2024-07-31' } }],
    ['any July data yet', { intent: 'freshness' }],
    ['any RTT figures for July yet', { intent: 'freshness' }],
  ])('%s', (text, query) => {
    expect(queryOf(text)).toMatchObject(query);
  });

  test.each([
    ['is it true that nobody waits over 65 weeks now', 'rtt-65-week-waits'],
    ['Can we say no one is waiting over 78 weeks any longer?', 'rtt-78-week-waits'],
  ])('%s: how many do is told', (text, metric) => {
    expect(queryOf(text)).toMatchObject({ intent: 'value', metrics: [metric] });
  });
});

describe('reasons, overbooking and sheets', () => {
  test.each<[string, object]>([
    ['who is the reason late starts are going up', { intent: 'explanation', metrics: ['late-starts'] }],
    ['what is the reason for cancellations on the day in ENT', { intent: 'breakdown', by: 'cancellation-reason' }],
    ['which clinics were overbooked in May', { metrics: ['clinic-utilisation'], by: 'clinic', having: { op: 'above', value: 1 } }],
    ['lead measures list', { intent: 'scorecard', scorecard: 'lead-measures' }],
    ['theatres page', { intent: 'scorecard', scorecard: 'theatres' }],
  ])('%s', (text, query) => {
    expect(queryOf(text)).toMatchObject(query);
  });

  test.each(['which clinics are not overbooked', 'which clinics were overbooked by 10% in June', 'theatre list for ENT'])('%s is not guessed', (text) => {
    expect(queryOf(text)).toBeNull();
  });
});

describe('what heads a message is no part of it', () => {
  test.each<[string, object]>([
    ['Fact check: late starts for June', { metrics: ['late-starts'], period: JUNE }],
    ['For the record: complaints in June', { metrics: ['complaints'], period: JUNE }],
    ['COO is at Exec at 2. DNA rate for June please', { metrics: ['dna-rate'], period: JUNE }],
    ['Q3. What was the DNA rate in May 2024?', { metrics: ['dna-rate'], period: { from: '2024-05-01', to: '2024-05-31' } }],
    ['Theatres check: ACPL June', { metrics: ['acpl'], period: JUNE }],
    ['Q1 DNA rate', { metrics: ['dna-rate'], period: { from: '2024-04-01', to: '2024-06-30' } }],
  ])('%s', (text, query) => {
    expect(queryOf(text)).toMatchObject(query);
  });

  test('a head that may narrow it is named', () => {
    expect(queryOf('Ward 5 check: DNA rate June')).toBeNull();
  });

  test('what somebody supposes of a definition narrows none', () => {
    expect(queryOf('What counts as an early finish? Last patient in recovery or out of the room?')).toMatchObject({ intent: 'definition', metrics: ['early-finishes'], filters: {} });
  });
});

describe('what leans on the question before', () => {
  test('as long a stretch before is told beside it, or by itself', () => {
    expect(after('DNA rate for ENT last 6 months', 'compared with the six months before that')).toMatchObject({ intent: 'comparison', versus: 'previous', period: { from: '2024-01-01', to: '2024-06-30' } });
    expect(after('DNA rate for ENT last 6 months', 'and the six months before that?')).toMatchObject({ intent: 'value', period: { from: '2023-07-01', to: '2023-12-31' } });
  });

  test('the same of another measure keeps the ranking, and turns what is high round where high is bad', () => {
    expect(after('Which five specialties have the lowest clinic utilisation?', 'Same on DNA rate')).toMatchObject({ intent: 'ranking', metrics: ['dna-rate'], by: 'specialty', order: 'worst', limit: 5 });
  });

  test('the same reason is asked for elsewhere, and not of both together', () => {
    expect(after('why is DNA up in ENT', 'same thing for urology also')).toMatchObject({ intent: 'explanation', filters: { specialty: ['101'] } });
    expect(after('DNA rate for ENT', 'same for urology too')).toMatchObject({ by: 'specialty', filters: { specialty: ['120', '101'] } });
  });

  test('a split is said in other words', () => {
    expect(after('DNA rate for ENT', 'Now give site wise')).toMatchObject({ by: 'site', filters: { specialty: ['120'] } });
    expect(after('late starts for ENT', 'an urology')).toMatchObject({ metrics: ['late-starts'], filters: { specialty: ['101'] } });
  });
});

test.each(['name of the lady in the 9.30 slot', 'who is in the 2pm slot tomorrow', 'whats the name of the child in the 11am clinic slot'])('%s is asked of a patient', (text) => {
  expect(askedIn2024(text).kind).toBe('refused');
});
