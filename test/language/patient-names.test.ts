import { namesAPerson } from '../../src/language/named-person';
import { wordsOf } from '../../src/language/words/word';
import { CATALOGUE, read, VOCABULARY } from './trust-language';

describe('a person called by name is refused', () => {
  test.each([
    'DNA rate for smith, john', 'DNA rate for patient smith', 'DNA rate for the patient jones', 'length of stay smith', "when is Dave's operation", "52 week waits for o'brien",
    'is mary on the 52 week wait list', 'complaint from mrs. p', 'complaint from Mr. B', 'DNA rate for mcdonald', "Mary's appointment", 'mr jones', 'Mr Ward DNA', 'Mr Lister DNA',
  ])('%s', (text) => {
    expect(read(text).kind).toBe('refused');
  });

  test.each(['JSMITH1', 'TH3-SMITH', 'jsmith late starts', 'late starts in TH3-SMITH', 'DNA rate JSMITH1'])('%s, as people log in, is no code of a clinic', (text) => {
    expect(read(text).kind).toBe('refused');
  });
});

describe('what is like a name names nobody', () => {
  test.each([
    "how does St George's compare", 'capped utilisation at Queen Elizabeth hospital', "DNA rate at 9 o'clock clinics", 'Hi Dave, DNA rate for ENT please', 'Dave wants the DNA rate for ENT',
    'DNA rate for ENT last month. Kind regards, R Smith', 'Richard has asked for the DNA rate', 'DNA rate for 120R48', 'late starts LRI-T04',
  ])('%s', (text) => {
    expect(read(text).kind).not.toBe('refused');
  });

  test('no name in the catalogue', () => {
    const names = [
      ...[...CATALOGUE.metrics.values()].flatMap(({ name, synonyms }) => [name, ...synonyms]),
      ...CATALOGUE.organisation.specialties.flatMap(({ name, synonyms }) => [name, ...synonyms]),
      ...[...CATALOGUE.dimensions.values()].flatMap(({ name, synonyms, values }) => [name, ...synonyms, ...values.flatMap((value) => [value.name, ...value.synonyms])]),
    ];
    expect(names.filter((name) => namesAPerson(wordsOf(name), VOCABULARY))).toEqual([]);
  });
});
