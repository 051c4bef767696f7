import { askedIn2024 } from './july-2024';

test('two splits, of which the measure has but one, are answered by that one, with the other said', () => {
  const reading = askedIn2024('late starts by site and session');
  expect(reading).toMatchObject({ kind: 'query', query: { intent: 'breakdown', metrics: ['late-starts'], by: 'site' }, said: ['By site only: late starts cannot be split by session.'] });
});

test.each([
  ['late starts by site and specialty', ['site', 'specialty']], ['late starts on their lists by site', 'site'],
] as const)('%s: nothing is said where nothing is left out', (text, by) => {
  expect(askedIn2024(text)).toMatchObject({ kind: 'query', query: { by }, said: [] });
});
