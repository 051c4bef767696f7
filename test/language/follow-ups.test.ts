import type { Query } from '../../src/engine/query';
import type { Reading } from '../../src/language/reading';
import { askedIn2024, JULY_2024 } from './july-2024';
import { read } from './trust-language';

function queryOf(reading: Reading): Query {
  if (reading.kind !== 'query') {
    throw new Error(JSON.stringify(reading));
  }
  return reading.query;
}

/** The last of several turns, each read after the one before it. */
function lastOf(...turns: readonly string[]): Query {
  const last = turns.reduce<Query | null>((context, text) => queryOf(askedIn2024(text, context)), null);
  if (last === null) {
    throw new Error('no turns');
  }
  return last;
}

const ENT = { specialty: ['120'] };
const JUNE = { from: '2024-06-01', to: '2024-06-30' };
const MAY = { from: '2024-05-01', to: '2024-05-31' };

describe('a question that leans on the one before it', () => {
  test.each([
    [['length of stay in cardiology in May', 'elective'], { metrics: ['length-of-stay'], filters: { specialty: ['320'] }, period: MAY }],
    [['elective length of stay in cardiology in May', 'ok go back to emergency but respiratory'], { metrics: ['emergency-length-of-stay'], filters: { specialty: ['340'] }, period: MAY }],
    // The time asked about stays, as does a measure that only its terms are changed of.
    [['complaints week commencing 1 July', 'and the FFT % for same week'], { metrics: ['friends-and-family'], period: { from: '2024-07-01', to: '2024-07-07' } }],
    [['complaints for ENT in May', 'FFT, same month'], { metrics: ['friends-and-family'], filters: ENT, period: MAY }],
    [['complaints for ENT in May', 'and FFT for that month'], { metrics: ['friends-and-family'], filters: ENT, period: MAY }],
    [['complaints for ENT in May', 'and the FFT over the same timeframe'], { metrics: ['friends-and-family'], filters: ENT, period: MAY }],
    [['complaints for ENT in May', 'what was the FFT for the same month?'], { metrics: ['friends-and-family'], filters: ENT, period: MAY }],
    [['complaints for ENT in May', 'how many did not attend back then'], { metrics: ['dna-rate'], filters: ENT, period: MAY }],
    [['complaints in May', 'what was the PIFU rate then?'], { metrics: ['pifu-rate'], period: MAY }],
    // Of now, "then" says nothing.
    [['complaints in May', "what's the PIFU rate then?"], { metrics: ['pifu-rate'], period: JUNE }],
    [['complaints last quarter', 'and fft for the quarter'], { metrics: ['friends-and-family'], period: { from: '2024-04-01', to: '2024-06-30' } }],
    [['how far are we ahead of or behind the activity plan on elective inpatients, year to date', 'and day case?'], { metrics: ['activity-against-plan'], filters: { pod: ['day-case'] }, period: { from: '2024-04-01' } }],
    [['activity against plan for day cases ytd', 'what does that come to in income'], { metrics: ['income-against-plan'], filters: { pod: ['day-case'] }, period: { from: '2024-04-01' } }],
    [['activity against plan for day cases ytd', 'in income terms'], { metrics: ['income-against-plan'], filters: { pod: ['day-case'] } }],
    [['activity against plan for day cases ytd', "what's the £ value of that"], { metrics: ['income-against-plan'], filters: { pod: ['day-case'] } }],
    [['activity for ENT in May', "what's that worth"], { metrics: ['income'], filters: ENT, period: MAY }],
    [['activity for ENT in May', 'how much income is that'], { metrics: ['income'], filters: ENT, period: MAY }],
    [['income against plan for day cases ytd', 'and in activity?'], { metrics: ['activity-against-plan'], filters: { pod: ['day-case'] } }],
    [['which CMGs are behind plan on activity ytd', 'and in £?'], { metrics: ['income-against-plan'], by: 'cmg', having: { op: 'below', value: 0 } }],
    // Days by their numbers are of the month asked about.
    [['DNA rate for ENT 1st - 14th June', 'and 15th to 30th?'], { filters: ENT, period: { from: '2024-06-15', to: '2024-06-30' } }],
    [['DNA rate for ENT in May', 'and the 20th?'], { filters: ENT, period: { from: '2024-05-20', to: '2024-05-20' } }],
    [['DNA rate for ENT in May', 'what about the first half'], { filters: ENT, period: { from: '2024-05-01', to: '2024-05-15' } }],
    [['DNA rate for ENT 1st - 14th June', 'and the rest of the month'], { filters: ENT, period: { from: '2024-06-15', to: '2024-06-30' } }],
    [['complaints for ENT in May', 'and FFT for the same period'], { metrics: ['friends-and-family'], filters: ENT, period: MAY }],
    [['52 week waits in MSS', 'can you show that over the last 12 months'], { intent: 'trend', metrics: ['rtt-52-week-waits'], filters: { cmg: ['mss'] }, period: { from: '2023-07-01', to: '2024-06-30' } }],
    [['RTT 18 week performance for cardiology in May', 'how many of them over 52 wks'], { metrics: ['rtt-52-week-waits'], filters: { specialty: ['320'] }, period: MAY }],
    [['RTT within 18 weeks at LGH', 'how many of those have waited more than 52 weeks'], { metrics: ['rtt-52-week-waits'], filters: { site: ['lgh'] } }],
    [['DNA rate for ENT in May', 'and for T&O?'], { metrics: ['dna-rate'], filters: { specialty: ['110'] }, period: MAY }],
    [['DNA rate for ENT in May', 'what about last month'], { filters: ENT, period: JUNE }],
    [['DNA rate for ENT in May', 'and the month before'], { filters: ENT, period: { from: '2024-04-01', to: '2024-04-30' } }],
    [['DNA rate for ENT in May', 'and ACPL?'], { metrics: ['acpl'], filters: ENT, period: MAY }],
    [['DNA rate for ENT in May', 'by site'], { intent: 'breakdown', by: 'site', filters: ENT, period: MAY }],
    [['DNA rate for ENT in May', 'why'], { intent: 'explanation', filters: ENT, period: MAY }],
    [['DNA rate for ENT in May', 'chart it'], { intent: 'trend', filters: ENT, period: MAY }],
    [['DNA rate for ENT in May', 'vs last year'], { intent: 'comparison', versus: 'last-year', filters: ENT, period: MAY }],
    [['DNA rate for ENT in May', "what's the target"], { intent: 'comparison', versus: 'target', filters: ENT }],
    [['DNA rate for ENT in May', 'for the whole trust'], { filters: {}, period: MAY }],
    [['DNA rate for ENT in May', 'drop the ENT filter'], { filters: {}, period: MAY }],
    [['DNA rate for ENT in May', 'just first appointments'], { filters: { specialty: ['120'], 'appointment-type': ['first'] } }],
    [['DNA rate for MSS', 'only ENT'], { filters: { cmg: ['mss'], specialty: ['120'] } }],
    [['DNA rate for ENT', 'what about CHUGGS'], { filters: { cmg: ['chuggs'] } }],
    [['DNA rate by specialty', 'worst 5', 'make it 10'], { intent: 'ranking', by: 'specialty', order: 'worst', limit: 10 }],
    [['worst 3 specialties for PIFU', 'and the best?'], { intent: 'ranking', by: 'specialty', order: 'best', limit: 3 }],
    [['DNA rate by specialty', 'which ones are over 10%'], { by: 'specialty', having: { op: 'above', value: 0.1 } }],
    [['late starts by theatre in May', 'excluding ENT'], { by: 'theatre', excluding: ENT, period: MAY }],
    [['theatres scorecard', 'for May instead'], { intent: 'scorecard', scorecard: 'theatres', period: MAY }],
    [['elective length of stay for T&O', 'emergency?'], { metrics: ['emergency-length-of-stay'], filters: { specialty: ['110'] } }],
    [['activity against plan in May by cmg', 'which of these were over'], { metrics: ['activity-against-plan'], by: 'cmg', period: MAY, having: { op: 'above', value: 0 } }],
    [['income against plan ytd by specialty', 'any of those under plan'], { metrics: ['income-against-plan'], by: 'specialty', having: { op: 'below', value: 0 } }],
    [['income against plan ytd by specialty', 'how many of them are behind'], { by: 'specialty', having: { op: 'below', value: 0 } }],
    [['income against plan ytd', 'by cmg', 'how far under plan is MSS'], { metrics: ['income-against-plan'], filters: { cmg: ['mss'] }, having: null }],
    [['activity ytd by CMG', 'which CMGs are behind plan'], { metrics: ['activity-against-plan'], by: 'cmg', having: { op: 'below', value: 0 } }],
    [['top 5 specialties for DNA rate', 'bottom 5'], { intent: 'ranking', order: 'lowest', limit: 5 }],
    [['worst 5 specialties for ACPL', 'top 10'], { intent: 'ranking', order: 'worst', limit: 10 }],
    [['52 week waits for ENT', 'has that number been coming down over the past two years?'], { intent: 'trend', metrics: ['rtt-52-week-waits'], filters: ENT, period: { from: '2022-07-01', to: '2024-06-30' } }],
    [['ACPL by specialty', 'drill into ENT'], { intent: 'value', filters: ENT, by: null }],
    [['worst 5 specialties for ACPL', 'just the top 3'], { intent: 'ranking', order: 'worst', limit: 3 }],
    [['best 5 specialties for ACPL', 'bottom 5'], { intent: 'ranking', order: 'worst', limit: 5 }],
    [['DNA rate for ENT', 'plus urology'], { filters: { specialty: ['120', '101'] }, by: 'specialty' }],
    [['DNA rate for ENT', 'T&O too'], { filters: { specialty: ['120', '110'] }, by: 'specialty' }],
    [['DNA rate excluding ENT', 'with ENT'], { filters: {}, excluding: {} }],
    [['ENT vs urology DNA rate', 'at LGH'], { intent: 'comparison', filters: { specialty: ['120'], site: ['lgh'] }, versus: { filters: { specialty: ['101'], site: ['lgh'] } } }],
    [['DNA rate for ENT', 'all sites but LGH'], { filters: ENT, excluding: { site: ['lgh'] } }],
    [['65 week waits in ENT', 'same for 52 weeks'], { metrics: ['rtt-52-week-waits'], filters: ENT }],
    [['DNA rate for ENT in May over 65s', 'drop the age filter'], { metrics: ['dna-rate'], filters: ENT, period: MAY }],
    [['ACPL', 'utilisation', 'clinic'], { metrics: ['clinic-utilisation'] }],
    [['65 week waits in ENT', 'what about the 52s'], { metrics: ['rtt-52-week-waits'], filters: ENT }],
    [['ACPL against target', 'are we going to hit it by year end?'], { intent: 'projection', metrics: ['acpl'], period: { from: '2024-04-01', to: '2025-03-31' } }],
  ])('%j', (turns, expected) => {
    expect(lastOf(...turns)).toMatchObject(expected);
  });

  test.each([
    ['what is the trust’s 18 week position', { metrics: ['rtt-eighteen-week-rate'], filters: {}, period: JUNE }],
    ['different question - how many 65 week waiters do we have', { metrics: ['rtt-65-week-waits'], filters: {}, period: JUNE }],
    ['whats ACPL for gynae this month', { metrics: ['acpl'], filters: { specialty: ['502'] }, period: { from: '2024-07-01', to: '2024-07-31' } }],
  ])('%s is a question of its own and takes nothing over', (text, expected) => {
    expect(lastOf('DNA rate for ENT in May', text)).toMatchObject(expected);
  });

  test.each(['and for T&O?', 'by site', 'why', 'same for LGH', 'what about last month', 'why has it gone up?'])('%s with nothing before it asks, and answers nothing', (text) => {
    expect(askedIn2024(text).kind).not.toBe('query');
  });

  test('what is not known is named back, and not taken for what was asked before', () => {
    expect(askedIn2024('and bed occupancy?', lastOf('DNA rate for ENT'))).toMatchObject({ kind: 'unknown', reason: 'unknown-measure' });
    expect(askedIn2024('and for martians', lastOf('DNA rate for ENT'))).toMatchObject({ kind: 'unknown' });
    expect(askedIn2024('by procedure', lastOf('late starts last month'))).toMatchObject({ kind: 'unknown', reason: 'cannot-split' });
    expect(askedIn2024('what does that come to in income', lastOf('DNA rate for ENT in May'))).toMatchObject({ kind: 'unknown', reason: 'unknown-measure', words: ['money'] });
    expect(askedIn2024("what's that worth", lastOf('ACPL for ENT'))).toMatchObject({ kind: 'unknown', words: ['money'] });
    expect(askedIn2024('who were they?', lastOf('78 week waits in gen surg'))).toMatchObject({ kind: 'refused' });
  });
});

describe('a question back, answered in words', () => {
  const chosen = (text: string, offered: readonly string[]): Reading => read(text, JULY_2024, null, offered);
  const UTILISATION = ['capped theatre utilisation', 'clinic utilisation', 'Imaging machine utilisation'];

  test.each([['clinic', 'clinic-utilisation'], ['the second one', 'clinic-utilisation'], ['1', 'capped-theatre-utilisation'], ['imaging', 'imaging-utilisation']])('%s', (text, metric) => {
    expect(queryOf(chosen(text, UTILISATION)).metrics).toEqual([metric]);
  });

  test('a whole question is a question, whatever was offered', () => {
    expect(queryOf(chosen('DNA rate for ENT', UTILISATION)).metrics).toEqual(['dna-rate']);
  });
});

test.each([
  ['last minute cancellations at LGH so far this year', '28 day breaches?', { metrics: ['cancellation-28-day-breaches'], filters: { site: ['lgh'] }, period: { from: '2024-04-01' } }],
  ['65 week waits in T&O', '78s', { metrics: ['rtt-78-week-waits'], filters: { specialty: ['110'] } }],
])('after “%s”, “%s” is of the same part and time', (first, second, expected) => {
  expect(lastOf(first, second)).toMatchObject(expected);
});

test('“how does that compare” asks with what, of the whole where parts were shown', () => {
  const reading = askedIn2024('how does that compare', queryOf(askedIn2024('ACPL for LGH by specialty')));
  expect(reading).toMatchObject({ kind: 'clarify', ask: 'Compared with what?', options: ['ACPL for LGH compared with the month before', 'ACPL for LGH compared with last year', 'ACPL for LGH against target'] });
});

describe('a question of its own', () => {
  const before = queryOf(askedIn2024('ACPL for LGH trend'));
  test.each([
    'how full are the theatre lists tomorrow?', 'no shows in 2017/18', 'which clinics are booked over 110%?', 'whats red in theatres', "what's off target in theatres", 'will no shows be down to 5% by year end',
    'how late do our lists start?', 'which specialties are losing us the most money this year?', 'which site keeps people in longest before their operation?', 'how many more day cases a week do we need to be back on the activity plan by year end?',
  ])('%s is the same whatever was asked before', (text) => {
    const alone = askedIn2024(text);
    expect(alone.kind).toBe('query');
    expect(askedIn2024(text, before)).toEqual(alone);
  });
});
