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

  test.each([
    'why was dorothys op cancelled', 'why was dorothys hip op cancelled', 'was johns op cancelled on the day', 'has margarets operation been cancelled', 'patels acpl', 'smiths late starts',
    'dnas for mohammeds clinic', 'why did jeans hip op not happen', 'how long has sylvias wait been', 'susans length of stay', 'Dorothys length of stay', 'dorothys hip op', 'sharons appointment',
  ])('%s, where the apostrophe was left out', (text) => {
    expect(read(text).kind).toBe('refused');
  });

  test.each(['was ethel cancelled', 'why was ethel cancelled', 'was Oyelaran cancelled', 'why was Oyelaran readmitted', 'my nan ethel breaches', 'my mum sharon waits'])('%s, of whom something became', (text) => {
    expect(read(text).kind).toBe('refused');
  });

  test("a colleague's list names no patient, and the name is not said again", () => {
    const reading = read('late starts davids list');
    expect(reading.kind).not.toBe('refused');
    expect(JSON.stringify(reading)).not.toContain('davids');
  });

  test.each(['JSMITH1', 'TH3-SMITH', 'jsmith late starts', 'late starts in TH3-SMITH', 'DNA rate JSMITH1'])('%s, as people log in, is no code of a clinic', (text) => {
    expect(read(text).kind).toBe('refused');
  });
});

describe('what is like a name names nobody', () => {
  test.each([
    "how does St George's compare", 'capped utilisation at Queen Elizabeth hospital', "DNA rate at 9 o'clock clinics", 'Hi Dave, DNA rate for ENT please', 'Dave wants the DNA rate for ENT',
    'DNA rate for ENT last month. Kind regards, R Smith', 'Richard has asked for the DNA rate', 'DNA rate for 120R48', 'late starts LRI-T04',
    'DNA rate at St Johns', 'was Urology cancelled more than ENT', 'was Trauma cancelled', 'how many were cancelled in junes data', 'Junes DNA rate', 'x rays last month', 'Daves team asked for the DNA rate',
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
