import { glossaryOf, lettersIn } from '../../src/answers/abbreviations';

const CATALOGUE = { abbreviations: [
  { short: 'CMG', words: 'clinical management group' }, { short: 'DNA', words: 'did not attend' }, { short: 'LOS', words: 'length of stay' }, { short: 'N:FU', words: 'new to follow-up appointments' },
] };

test.each<[readonly string[], readonly string[]]>([
  [['DNA rate for ENT 8.0%'], ['DNA: did not attend.']],
  [['Elective LOS', 'worst 3 CMGs, N:FU'], ['CMG: clinical management group; LOS: length of stay; N:FU: new to follow-up appointments.']],
  // Letters within a word or a code are no abbreviation, and neither is the word itself.
  [['CLOSED', 'DNA1', 'dna rate'], []],
  [['Average cases per list 1.57'], []],
])('%j is told what its letters stand for, once', (texts, told) => {
  expect(glossaryOf(lettersIn(CATALOGUE, texts))).toEqual(told);
});

test('letters whose words stand beside them need no more', () => {
  expect(lettersIn(CATALOGUE, ['LOS (length of stay) 3.4 nights'])).toEqual([]);
});
