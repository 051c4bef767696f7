import type { Query } from '../../src/engine/query';
import { withVowels } from '../../src/language/words/left-out-vowels';
import { askedIn2024 } from './july-2024';

/** What a question comes to, after another where one is given. */
function comesTo(text: string, before?: string): object {
  const earlier = before === undefined ? null : askedIn2024(before);
  const reading = askedIn2024(text, earlier?.kind === 'query' ? earlier.query : null);
  return reading.kind === 'query' ? reading.query : reading;
}
const day = (date: string): Partial<Query['period']> => ({ from: date, to: date });
const JUNE = { from: '2024-06-01', to: '2024-06-30' };

describe('questions as thumbs write them', () => {
  test.each<[string, object]>([
    ['y so many on the day cancellations mon', { intent: 'explanation', metrics: ['on-the-day-cancellations'], period: day('2024-07-08') }],
    ['Y is DNA so high in gastro', { intent: 'explanation', filters: { specialty: ['301'] } }],
    ['hi y is acpl down in urology', { intent: 'explanation', metrics: ['acpl'] }],
    ['u know y fft dropped in may', { intent: 'explanation', metrics: ['friends-and-family'] }],
    ['wich specialty has worst dna', { intent: 'ranking', by: 'specialty', order: 'worst' }],
    ['whch site has most complaints lst mnth', { intent: 'ranking', by: 'site', order: 'highest', period: JUNE }],
    ['wher r we on acpl', { intent: 'value', metrics: ['acpl'] }],
    ['cn u show me dna by site', { intent: 'breakdown', by: 'site' }],
    ['lemme see dna ent', { intent: 'value', filters: { specialty: ['120'] } }],
    ['dna rate ent ths mnth', { period: { from: '2024-07-01', to: '2024-07-31' } }],
    ['dna rate ent prvs mnth', { period: JUNE }],
    ['capped utilisation at glenfield ystrdy', { metrics: ['capped-theatre-utilisation'], period: day('2024-07-10'), filters: { site: ['gh'] } }],
    ['late starts lri yesty', { period: day('2024-07-10') }],
    ['booked util tmrrw lgh', { period: day('2024-07-12'), filters: { site: ['lgh'] } }],
    ['late starts wdnsday', { period: day('2024-07-10') }],
    ['complaints lst qrtr', { period: { from: '2024-04-01', to: '2024-06-30' } }],
    ['dna rate sptmbr', { period: { from: '2023-09-01', to: '2023-09-30' } }],
    ['dna rate crdlgy may', { filters: { specialty: ['320'] } }],
    ['dna rate glnfld may', { filters: { site: ['gh'] } }],
    ['cncltns on the day may', { metrics: ['on-the-day-cancellations'] }],
    // A day that somebody is wished well for is no day that is asked about.
    ['happy friday! dna rate', { metrics: ['dna-rate'], period: JUNE }],
    ['hope you had a good weekend, late starts in may', { metrics: ['late-starts'], period: { from: '2024-05-01', to: '2024-05-31' } }],
    ['dna rate ent, have a lovely monday', { period: JUNE }],
    ['late starts on friday', { period: day('2024-07-05') }],
    // One unit said of both.
    ['late starts this week vs last', { intent: 'comparison', period: { from: '2024-07-08', to: '2024-07-14' }, versus: { period: { from: '2024-07-01', to: '2024-07-07' } } }],
    ['dna rate last month v this', { intent: 'comparison', period: JUNE, versus: { period: { from: '2024-07-01', to: '2024-07-31' } } }],
    ['dna rate may vs yr ago', { intent: 'comparison', period: { from: '2024-05-01', to: '2024-05-31' }, versus: 'last-year' }],
    ['do we cancel more on the day than we did a year ago', { intent: 'comparison', metrics: ['on-the-day-cancellations'], versus: 'last-year' }],
    ['dna rate may vs may 2023', { versus: { period: { from: '2023-05-01', to: '2023-05-31' } } }],
    ['what were theatre cases per hour at the general in may', { intent: 'value', metrics: ['cases-per-hour'], by: null, filters: { site: ['lgh'] } }],
    ['show me late starts over the last 9 months', { intent: 'trend', metrics: ['late-starts'], period: { from: '2023-10-01', to: '2024-06-30' } }],
    ['total complaints over the last 9 months', { intent: 'value', metrics: ['complaints'] }],
    ['cip in £ ytd', { metrics: ['productivity-cip'], period: { from: '2024-04-01', to: '2024-06-30' } }],
    ['how many days does it take to report a ct scan', { metrics: ['reporting-turnaround'], filters: { modality: ['ct'] } }],
    ['how long are patients staying after hvlc operations at the general', { metrics: ['hvlc-length-of-stay'], filters: { site: ['lgh'] } }],
    ['pre-op bed days per patient, urology', { metrics: ['pre-operative-bed-days'], filters: { specialty: ['101'] } }],
    ['income plan variance chuggs', { metrics: ['income-against-plan'], filters: { cmg: ['chuggs'] } }],
    ['validated 12 wk, by cmg', { metrics: ['waiters-validated'], by: 'cmg' }],
    // May before somebody is the month, where nothing lets it be what somebody may do.
    ['late starts at lri in may? we had a good one', { period: { from: '2024-05-01', to: '2024-05-31' } }],
    ['late starts in may i need it asap', { period: { from: '2024-05-01', to: '2024-05-31' } }],
    ['may i see late starts', { metrics: ['late-starts'], period: JUNE }],
    ['finance may need late starts', { period: JUNE }],
    ['urology 65 wkrs', { metrics: ['rtt-65-week-waits'], filters: { specialty: ['101'] } }],
    ['on the day cancellations lri so far today', { metrics: ['on-the-day-cancellations'], period: day('2024-07-11') }],
    ['how has pifu looked over the last 9 months', { intent: 'trend', metrics: ['pifu-rate'] }],
    ['do we have anyone at all over 104 weeks', { metrics: ['rtt-104-week-waits'] }],
  ])('%s', (text, expected) => {
    expect(comesTo(text)).toMatchObject(expected);
  });

  test('y after a figure asks why it is so', () => {
    expect(comesTo('y', 'dna rate ent may')).toMatchObject({ intent: 'explanation', filters: { specialty: ['120'] }, period: { from: '2024-05-01' } });
  });

  test('a word whose vowels were put back is said', () => {
    const reading = askedIn2024('late starts lri ystrdy');
    expect(reading.kind === 'query' ? reading.notes : reading).toEqual(['“ystrdy” is read as “yesterday”.']);
  });

  test('what is left of no known word is named as it was typed', () => {
    expect(askedIn2024('late starts lri qwrtz')).toMatchObject({ kind: 'unknown', words: ['qwrtz'] });
  });
});

test.each<[string, readonly string[]]>([
  ['ystrdy', ['yesterday']], ['tmrw', ['tomorrow']], ['wdnsday', ['wednesday']], ['qrtr', ['quarter']],
  // Another consonant, another beginning, a vowel that stands nowhere in the word, too short.
  ['ystrdx', []], ['estrdy', []], ['wodnsday', []], ['qrt', []],
])('with its vowels put back %s is one of %j', (typed, words) => {
  expect(withVowels(typed, ['yesterday', 'tomorrow', 'wednesday', 'quarter', 'quart'])).toEqual(words);
});
