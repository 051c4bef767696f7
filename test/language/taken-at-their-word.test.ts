import type { Reading } from '../../src/language/reading';
import { read } from './trust-language';

const queryOf = (text: string): unknown => {
  const reading = read(text);
  return reading.kind === 'query' ? reading.query : reading;
};
const notesOf = (text: string): readonly string[] => {
  const reading = read(text);
  return reading.kind === 'query' ? reading.notes : [];
};
/** What is not understood and named back: said, or asked whether the rest is meant without it. */
const namedBack = (text: string): { readonly sentence: string; readonly words: readonly string[]; readonly options: readonly string[] } => {
  const reading: Reading = read(text);
  switch (reading.kind) {
    case 'unknown': return reading;
    case 'clarify': return { sentence: reading.ask, words: reading.words ?? [], options: reading.options };
    case 'query':
    case 'command':
    case 'refused': throw new Error(`${text}: ${reading.kind}`);
  }
};
const ENT = { specialty: ['120'] };

describe('"first" is an order, a quarter or an appointment', () => {
  test.each([
    ['DNA by site worst first', { intent: 'ranking', by: 'site', order: 'worst', filters: {} }],
    ['DNA by specialty highest first', { intent: 'ranking', by: 'specialty', order: 'highest', filters: {} }],
    ['worst first DNA by specialty', { intent: 'ranking', by: 'specialty', order: 'worst', filters: {} }],
    ['late starts by site lowest first', { intent: 'ranking', by: 'site', order: 'lowest', filters: {} }],
    ['DNA first appointments', { filters: { 'appointment-type': ['first'] } }],
    ['DNA rate for firsts', { filters: { 'appointment-type': ['first'] } }],
    ['DNA rate for OPFA', { filters: { 'appointment-type': ['first'] } }],
    ['DNA first vs follow-up', { filters: { 'appointment-type': ['first'] }, versus: { filters: { 'appointment-type': ['follow-up'] } } }],
    ['DNA rate for new vs follow-up', { filters: { 'appointment-type': ['first'] }, versus: { filters: { 'appointment-type': ['follow-up'] } } }],
  ])('%s', (text, expected) => {
    expect(queryOf(text)).toMatchObject(expected);
  });

  test.each(['DNA by specialty, ENT first', 'DNA rate first', 'new DNA rate'])('%s: named back', (text) => {
    expect(namedBack(text).words.join()).toMatch(/first|new/);
  });
});

describe('two sides of a comparison', () => {
  test.each([
    ['ENT at LRI vs ENT at LGH DNA May', { specialty: ['120'], site: ['lri'] }, { specialty: ['120'], site: ['lgh'] }],
    ['DNA ENT LRI vs T&O LGH', { specialty: ['120'], site: ['lri'] }, { specialty: ['110'], site: ['lgh'] }],
    ['compare ENT at LRI with T&O at LGH for DNA', { specialty: ['120'], site: ['lri'] }, { specialty: ['110'], site: ['lgh'] }],
    ['DNA virtual ENT vs face to face T&O', { 'consultation-medium': ['virtual'], specialty: ['120'] }, { 'consultation-medium': ['face-to-face'], specialty: ['110'] }],
    ['DNA for ENT at LRI vs LGH', { specialty: ['120'], site: ['lri'] }, { specialty: ['120'], site: ['lgh'] }],
  ])('%s', (text, filters, versus) => {
    expect(queryOf(text)).toMatchObject({ intent: 'comparison', filters, versus: { filters: versus } });
  });

  test.each(['compare ENT and T&O at LRI and LGH for DNA', 'DNA for ENT at LRI and LGH vs T&O'])('%s: asked back, for it can be told in two ways', (text) => {
    expect(read(text).kind).toBe('clarify');
  });

  test('one specialty in two months is a comparison of the months', () => {
    expect(queryOf('ENT May vs ENT June DNA rate')).toMatchObject({ filters: ENT, versus: { period: { from: '2026-06-01' } } });
  });
});

describe('who cancelled', () => {
  test.each([
    ['patient cancellations on the day', ['patient']],
    ['cancellations on the day by patients', ['patient']],
    ['clinical cancellations on the day', ['hospital-clinical']],
    ['non-clinical cancellations on the day', ['hospital-non-clinical']],
    ['non-clinical cancellations on the day rate', ['hospital-non-clinical']],
    ['hospital cancellations on the day', ['hospital-non-clinical', 'hospital-clinical']],
  ])('%s', (text, keys) => {
    expect(queryOf(text)).toMatchObject({ metrics: ['on-the-day-cancellations'], filters: { 'cancellation-reason': keys } });
  });

  test.each(['patients cancelled on the day', 'how many operations were cancelled on the day'])('%s: for any reason', (text) => {
    expect(queryOf(text)).toMatchObject({ metrics: ['on-the-day-cancellations'], filters: {} });
  });

  test('the last-minute count is the national one, and is not narrowed by "patient"', () => {
    expect(queryOf('last-minute cancellations')).toMatchObject({ metrics: ['last-minute-cancellations'], filters: {} });
    expect(read('patient last-minute cancellations').kind).not.toBe('query');
  });

  test('their reasons are a split of them', () => {
    expect(queryOf('T&O reasons for cancellations on the day')).toMatchObject({ by: 'cancellation-reason', filters: { specialty: ['110'] } });
  });
});

describe('a word of English is no slip', () => {
  test.each([
    ['DNA strike', 'strike'], ['DNA plain', 'plain'], ['DNA easter', 'easter'], ['DNA rate male', 'male'], ['DNA Leeds', 'Leeds'],
    ['DNA rate leat ENT', 'leat'], ['DNA drop in ENT', 'drop in'],
  ])('%s: %s is named as it was typed', (text, word) => {
    const { sentence } = namedBack(text);
    expect(sentence).toContain(`“${word}”`);
    expect(sentence).not.toContain('is read as');
  });

  test('what it may have been meant to be is offered', () => {
    expect(namedBack('DNA strike').options).toContain('DNA rate stroke');
  });

  test.each(['remove ENT', 'without ENT', 'minus ENT', 'less ENT', 'apart from ENT', 'other than ENT', 'not ENT', 'excluding ENT'])('DNA %s leaves ENT out', (words) => {
    expect(queryOf(`DNA ${words}`)).toMatchObject({ filters: {}, excluding: ENT });
  });

  test('a letter left out of a name is put right, and said', () => {
    expect(queryOf('DNA urolgy')).toMatchObject({ filters: { specialty: ['101'] } });
    expect(notesOf('DNA urolgy')).toEqual(expect.arrayContaining(['“urolgy” is read as “urology”.']));
  });

  test('long names are put right and told', () => {
    expect(queryOf('DNA gynacology')).toMatchObject({ filters: { specialty: ['502'] } });
    expect(notesOf('clinic utilsation')).toEqual([expect.stringContaining('utilsation')]);
  });
});

describe('children', () => {
  test.each(['DNA ENT (Paeds)', 'DNA ENT paeds', 'DNA paeds ENT'])('%s is paediatric ENT', (text) => {
    expect(queryOf(text)).toMatchObject({ filters: { specialty: ['215'] } });
  });

  test('a comma makes two of them', () => {
    expect(queryOf('DNA for ENT, paeds and urology')).toMatchObject({ filters: { specialty: ['120', '420', '101'] } });
  });

  test('paediatrics is one code, and its namesakes are told', () => {
    expect(queryOf('DNA paeds')).toMatchObject({ filters: { specialty: ['420'] } });
    expect(notesOf('DNA paeds').join(' ')).toMatch(/420 alone; .* have codes of their own/);
    expect(notesOf('DNA urology').join(' ')).not.toContain('alone');
  });

  test('paediatric specialties are asked about', () => {
    expect(read('paediatric specialties DNA')).toMatchObject({ kind: 'clarify', options: ['DNA rate for Paediatrics', 'DNA rate by specialty'] });
  });

  test('was not brought counts every age, and says so', () => {
    expect(notesOf('WNB rate').join(' ')).toContain('under 18');
    expect(notesOf('WNB rate for under 18s')).toEqual([]);
    expect(queryOf('DNA for children')).toMatchObject({ filters: { 'age-band': ['0-17'] } });
  });
});

describe('what is left out beside something else', () => {
  test.each([
    ['DNA not virtual ENT', ['DNA rate for ENT excluding Virtual', 'DNA rate excluding Virtual and excluding ENT']],
    ['DNA by specialty excluding ENT at LRI', ['DNA rate for LRI excluding ENT by specialty', 'DNA rate excluding ENT and excluding LRI by specialty']],
  ])('%s has two readings', (text, options) => {
    expect(read(text)).toMatchObject({ kind: 'clarify', options });
  });

  test('two of one kind are both left out', () => {
    expect(queryOf('DNA excluding ENT and urology')).toMatchObject({ excluding: { specialty: ['120', '101'] }, filters: {} });
  });
});

describe('a count asked of a rate', () => {
  test.each(['how many DNAs', 'total DNAs', 'number of DNAs last month', 'DNA count', 'total late starts', 'how many late starts for ENT'])('%s: the note about it stands first', (text) => {
    expect(notesOf(text)[0]).toMatch(/^The count is in the working: how many .*, out of how many /);
  });

  test.each(['total DNA rate', 'DNA rate in total', 'how many last-minute cancellations'])('%s asks for no count of a rate', (text) => {
    expect(notesOf(text).join()).not.toContain('working');
  });

  test.each(['which specialties have the most DNAs', 'specialties with the fewest DNAs', 'which sites have the most late starts'])('%s: ranked by the rate, which the first sentence says', (text) => {
    const reading = read(text);
    expect(reading.kind === 'query' ? [reading.query.intent, reading.said[0]] : reading).toEqual(['ranking', expect.stringContaining('Ranked by the rate, not by how many')]);
  });

  test.each(['specialties over 100 DNAs', 'which specialties have more than 100 missed appointments'])('%s: not ranked by count', (text) => {
    const { options } = namedBack(text);
    expect(read(text)).toMatchObject({ kind: 'unknown', reason: 'not-supported' });
    expect(options.map((option) => read(option).kind)).toEqual(options.map(() => 'query'));
    expect(options.length).toBeGreaterThan(0);
  });

  test('what is no rate is ranked by what it counts', () => {
    expect(queryOf('sites with the most last-minute cancellations')).toMatchObject({ intent: 'ranking', order: 'highest' });
  });
});

describe('a limit in minutes belongs to the definition', () => {
  test.each(['late starts more than 15 minutes', 'lists starting more than 15 minutes late', 'late starts by more than 15 minutes'])('%s', (text) => {
    expect(queryOf(text)).toMatchObject({ metrics: ['late-starts'], having: null });
  });

  test.each(['late starts over 30 mins', 'sites with late starts over 20 minutes', 'early finishes over 15 minutes'])('%s: another limit is not given', (text) => {
    expect(namedBack(text).sentence).toMatch(/more than (?:15 minutes late|30 minutes early); I cannot count with another limit/);
  });
});

describe('names of people', () => {
  test.each([
    'patient J Smith DNA history', 'DNA of John Smith', 'dna of john smith', 'DNA rate for ENT for Dr Jones', 'DNA for Priya Patel', 'Nurse Brown DNA',
    'Sister Okafor late starts', 'DNA for Prof Okonkwo', 'Mr J Okonkwo lists', 'DNA for J Okonkwo',
  ])('%s is refused', (text) => {
    expect(read(text)).toMatchObject({ kind: 'refused', reason: 'patient-data' });
  });

  test.each(['DNA for Smith', 'DNA rate of Okonkwo last month', 'DNA by Okonkwo'])('%s: a word that may be a name is not said again', (text) => {
    expect(JSON.stringify(read(text))).not.toMatch(/smith|okonkwo/i);
  });

  test.each(['DNA rate for General Surgery', 'ACPL at Leicester Royal Infirmary', 'DNA Rate For Ent', 'nurse staffing levels'])('%s names nobody', (text) => {
    expect(read(text).kind).not.toBe('refused');
  });
});
