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
