import fc from 'fast-check';
import { withoutPersonal } from '../../src/learning/without-personal';
import { buildVocabulary } from '../../src/language/vocabulary/vocabulary';
import { PERIOD_WORDS } from '../../src/language/words/period-words';
import { CATALOGUE } from '../language/trust-language';

const vocabulary = buildVocabulary(CATALOGUE, PERIOD_WORDS);
const cleared = (text: string): string => withoutPersonal(text, vocabulary).text;

describe('what looks personal is taken out', () => {
  test.each<[what: string, asked: string, kept: string]>([
    ['an NHS number in groups', 'waits of 943 476 5919', 'waits of …'],
    ['an NHS number in one', 'waits of 9434765919 last month', 'waits of … last month'],
    ['a number in the digits of another script', 'waits of ٩٤٣٤٧٦٥٩١٩', 'waits of …'],
    ['a hospital number', 'length of stay S1234567', 'length of stay …'],
    ['a hospital number of six digits', 'length of stay RX123456', 'length of stay …'],
    ['five digits of any kind', 'activity 12345', 'activity …'],
    ['a telephone number', 'DNA rate ring 0116 258 8888', 'DNA rate ring …'],
    ['a telephone number from abroad', 'DNA rate +44 (0)116 258-8888', 'DNA rate …'],
    ['a birthday', 'length of stay 3/4/61', 'length of stay …'],
    ['a birthday in words', 'length of stay 3rd of March 1961', 'length of stay …'],
    ['a birthday with its month first', 'length of stay March 3, 1961', 'length of stay …'],
    ['an e-mail address', 'send DNA rate to o.oyelaran@example.nhs.uk', 'send DNA rate to …'],
    ['a mention, with the rest of its name', 'DNA rate @Anna Ward last month', 'DNA rate … last month'],
    ['an address of the web', 'DNA rate https://example.org/p?id=7 last month', 'DNA rate … last month'],
    ['an address of the web without its beginning', 'DNA rate on intranet.example.nhs.uk/staff', 'DNA rate on …'],
    ['a postcode', 'DNA rate for LE1 5WW', 'DNA rate for …'],
    ['a postcode in small letters', 'dna rate for le15ww', 'dna rate for …'],
    ['a national insurance number', 'DNA rate QQ 12 34 56 C', 'DNA rate …'],
    ['a surname with a capital', 'DNA rate for Oyelaran', 'DNA rate for …'],
    ['a surname that opens the question', 'Oyelaran DNA rate', '… DNA rate'],
    ['a name of two words', 'DNA rate for Oluwaseun Oyelaran', 'DNA rate for …'],
    ['a name whose second word is also a ward', 'DNA rate for Oluwaseun Ward', 'DNA rate for …'],
    ['a name joined by a hyphen', 'DNA rate for Oyelaran-Quist', 'DNA rate for …'],
    ['a name with an apostrophe', "dna rate for o'brien", 'dna rate for …'],
    ['a name that owns something', "dna rate of oyelaran's lists", 'dna rate of … lists'],
    ['a common first name in small letters', 'dna rate for sharon', 'dna rate for …'],
    ['a common first name that owns something, without its apostrophe', 'dorothys DNA rate', '… DNA rate'],
    ['a common surname that owns something, without its apostrophe', 'smiths late starts', '… late starts'],
    ['a common surname in small letters', 'dna rate for patel', 'dna rate for …'],
    ['a common surname in capitals', 'DNA RATE FOR PATEL', 'DNA RATE FOR …'],
    ['a surname in capitals among small letters', 'lists of OYELARAN', 'lists of …'],
    ['what follows a title', 'late starts of dr oyelaran', 'late starts of dr …'],
    ['what follows a title, known as it is', 'late starts of Dr Theatre', 'late starts of Dr …'],
    ['a whole name after a title', 'late starts of dr sharon oyelaran', 'late starts of dr …'],
    ['what is not known after somebody\'s work', 'late starts of surgeon oyelaran', 'late starts of surgeon …'],
    ['a name, and not what a comma parts from it', 'DNA rate for Oyelaran, frailty', 'DNA rate for … frailty'],
    ['an initial and what follows it', 'late starts for j oyelaran', 'late starts for …'],
    ['a name in letters without capitals', 'DNA rate for 王小明', 'DNA rate for …'],
  ])('%s', (_what, asked, kept) => {
    expect(cleared(asked)).toBe(kept);
  });
});

describe('what is looked for stays', () => {
  test.each<[what: string, asked: string, kept: string]>([
    ['a word in small letters that nothing knows', 'theatre gizmo for ENT last month', 'theatre gizmo for ENT last month'],
    ['an abbreviation', 'DNA rate for SDEC', 'DNA rate for SDEC'],
    ['abbreviations in the plural', 'how many FRATs', 'how many FRATs'],
    ['unknown words of a question in capitals', 'ENTT GIZMOMETER DNA', 'ENTT GIZMOMETER DNA'],
    ['known words with capitals', 'DNA Rate For Trauma And Orthopaedics', 'DNA Rate For Trauma And Orthopaedics'],
    ['magnetic resonance', 'MR scans at the LRI', 'MR scans at the LRI'],
    ['words that a hyphen joins', 'last-minute cancellations new/follow-up', 'last-minute cancellations new/follow-up'],
    ['a financial year', 'DNA rate 2024/25', 'DNA rate 2024/25'],
    ['a year, a month and a code', 'DNA rate TFC 120 May 2024', 'DNA rate TFC 120 May 2024'],
    ['a work that known words follow', 'consultant lists', 'consultant lists'],
  ])('%s', (_what, asked, kept) => {
    expect(cleared(asked)).toBe(kept);
  });

  test('up to a length, cut between words', () => {
    const text = cleared('gizmo '.repeat(100));
    expect(text).toMatch(/^(gizmo )+gizmo$/);
    expect([text.length <= 200, text.length > 190]).toEqual([true, true]);
  });
});

const number = fc.tuple(fc.constantFrom('', ' ', '-', '.', '/'), fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 5, maxLength: 12 })).map(([between, digits]) => digits.join(between));
const address = fc.tuple(fc.stringMatching(/^[a-z]{1,8}$/), fc.stringMatching(/^[a-z]{1,8}$/)).map(([who, where]) => `${who}@${where}.org`);
const word = fc.constantFrom('DNA', 'rate', 'for', 'gizmo', 'ENT', 'last', 'month', '@', '<', '…', '(', 'S', 'dr');
const text = fc.array(fc.oneof(number, address, word, fc.string({ unit: 'grapheme', maxLength: 12 })), { maxLength: 12 })
  .chain((parts) => fc.constantFrom(' ', '', ', ', ' - ').map((between) => parts.join(between)));

test('no run of five digits, no address and no @ is ever left, however they are written', () => {
  fc.assert(fc.property(text, (asked) => {
    const { text: kept, words } = withoutPersonal(asked, vocabulary);
    for (const left of [kept, ...words]) {
      expect(left).not.toMatch(/\p{Nd}{5}/u);
      expect(left).not.toMatch(/@|\.org/);
    }
    expect(kept.length).toBeLessThanOrEqual(200);
  }), { numRuns: 2_000 });
});
