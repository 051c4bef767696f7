import type { Catalogue } from '../../src/catalogue/catalogue';
import { catalogueWith, forgetFolders } from './folders';

afterAll(forgetFolders);

/** A trust with extracts for these tables alone. */
const feeding = (...tables: readonly string[]): string =>
  `extracts:\n${tables.map((table, index) => `  - { id: extract-${index}, table: ${table}, files: ${table}.csv, select: select file_row from file }\n`).join('')}`;

const WORDS = [
  'ambiguities:',
  '  - { words: [brilliance], ask: Which?, readings: [average cases per list, clinic utilisation, PIFU rate] }',
  '  - { words: [dazzle], ask: Which?, readings: [average cases per list, PIFU rate], default: average cases per list }',
  '  - { words: [gleam], ask: Which?, readings: [average cases per list, PIFU rate, DNA rate], default: PIFU rate }',
  '  - { words: [glow], ask: Which?, readings: [Neurology, average cases per list] }',
].join('\n');

const meaning = (catalogue: Catalogue, word: string): unknown => {
  const found = catalogue.ambiguities.find(({ words }) => words.includes(word));
  return found === undefined ? null : [found.readings, found.default];
};

const theatres = catalogueWith({ 'words.yaml': WORDS, 'extracts.yaml': feeding('theatre_sessions', 'theatre_cases') });
const outpatients = catalogueWith({ 'words.yaml': WORDS, 'extracts.yaml': feeding('outpatient_appointments', 'clinic_sessions') });
const neither = catalogueWith({ 'words.yaml': WORDS, 'extracts.yaml': feeding('complaints') });
const none = catalogueWith({ 'words.yaml': WORDS });
const printed = catalogueWith({ 'words.yaml': WORDS, 'extracts.yaml': feeding('theatre_sessions', 'published_values') });

test('a reading that no extract here can answer is not offered', () => {
  expect(meaning(outpatients, 'brilliance')).toEqual([['clinic utilisation', 'PIFU rate'], null]);
});

test('a reading left alone is still offered, and not taken unasked', () => {
  expect(meaning(theatres, 'brilliance')).toEqual([['average cases per list'], null]);
});

test('a default that can be answered stays, with the rival that it is named beside', () => {
  expect(meaning(theatres, 'dazzle')).toEqual([['average cases per list', 'PIFU rate'], 'average cases per list']);
  expect(meaning(outpatients, 'gleam')).toEqual([['PIFU rate', 'DNA rate'], 'PIFU rate']);
});

test('a default that cannot be answered gives way to a question', () => {
  expect(meaning(theatres, 'gleam')).toEqual([['average cases per list'], null]);
});

test('a specialty is a reading whatever the extracts hold', () => {
  expect(meaning(outpatients, 'glow')).toEqual([['Neurology'], null]);
});

test.each([['nothing that it means is fed', neither], ['there are no extracts at all', none], ['printed figures are read, which may be of anything', printed]])(
  'where %s, a word keeps all its readings', (_what, catalogue) => {
    expect(meaning(catalogue, 'brilliance')).toEqual([['average cases per list', 'clinic utilisation', 'PIFU rate'], null]);
    expect(meaning(catalogue, 'gleam')).toEqual([['average cases per list', 'PIFU rate', 'DNA rate'], 'PIFU rate']);
  });
