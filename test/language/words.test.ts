import { cleanText } from '../../src/language/words/clean-text';
import { editDistance } from '../../src/language/words/edit-distance';
import { fold } from '../../src/language/words/fold';
import { wordsOf } from '../../src/language/words/word';

describe('a typed question as plain text', () => {
  test.each([
    ['T&amp;O&nbsp;DNA', 'T&O DNA'],
    ['DNA\u200b rate\u00a0for\u2003ENT', 'DNA rate for ENT'],
    ['ENT\u2019s \u201cDNA\u201d', 'ENT\'s "DNA"'],
    ['ＤＮＡ rate', 'DNA rate'],
    ['DNA 😀👍🏽 rate 🇬🇧', 'DNA rate'],
    ['Apr\u2013Jun 25', 'Apr-Jun 25'],
    ['&#68;NA &#x45;NT &nothing;', 'DNA ENT &nothing;'],
    ['  \n\t ', ''],
  ])('%j becomes %j', (typed, plain) => {
    expect(cleanText(typed)).toBe(plain);
  });
});

describe('the words of a question', () => {
  test.each([
    ["ENT's DNA rate?", ['ent', 'dna', 'rate']],
    ['T&O, gynae & ENT', ['t&o', 'gynae', 'and', 'ent']],
    ['E.N.T. and C.H.U.G.G.S', ['ent', 'and', 'chuggs']],
    ['follow-up', ['follow', 'up']],
    ['28-day breaches', ['28', 'day', 'breaches']],
    ['Q1 24/25, 2024-05, apr-jun w/c 8 July', ['q1', '24/25', '2024-05', 'apr-jun', 'w/c', '8', 'july']],
    ['>8% or < 10.5 %', ['>', '8%', 'or', '<', '10.5', '%']],
    ["what's acpl", ['whats', 'acpl']],
    ['Women\'s & Children\'s', ['womens', 'and', 'childrens']],
    ['DNA/WNB (ENT)', ['dna', 'wnb', 'ent']],
    ['over 65+', ['over', '65+']],
    ['3 June - 14 July', ['3', 'june', '-', '14', 'july']],
  ])('%s', (text, words) => {
    expect(wordsOf(text).map((word) => word.text)).toEqual(words);
  });

  test('each word knows where it stands in the text', () => {
    const text = "(ENT's) follow-up";
    expect(wordsOf(text).map(({ start, end }) => text.slice(start, end))).toEqual(["ENT's", 'follow', 'up']);
  });
});

test.each([
  ['specialties', 'specialty'], ['specialities', 'specialty'], ['utilization', 'utilisation'], ['theaters', 'theatre'], ['dnas', 'dna'],
  ['orthopedics', 'orthopaedic'], ['cancelations', 'cancellation'], ['los', 'los'], ['this', 'this'], ['does', 'does'], ['analysis', 'analysis'],
])('%s is looked up as %s', (word, folded) => {
  expect(fold(word)).toBe(folded);
});

// Optimal string alignment distances, by hand: a swap of neighbours is one edit, and a swapped pair is not edited again.
test.each([
  ['rate', 'rate', 0], ['rtae', 'rate', 1], ['rat', 'rate', 1], ['ratte', 'rate', 1], ['rste', 'rate', 1], ['strats', 'starts', 1],
  ['ca', 'abc', 3], ['kitten', 'sitting', 3], ['', 'abc', 3],
])('%j and %j are %i edits apart', (a, b, distance) => {
  expect(editDistance(a, b, 5)).toBe(distance);
  expect(editDistance(b, a, 5)).toBe(distance);
});

test('a distance past the limit is not worked out', () => {
  expect(editDistance('kitten', 'sitting', 2)).toBe(3);
});
