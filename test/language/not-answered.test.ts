import { answerFromReading } from '../../src/answers/from-reading';
import { CATALOGUE, read } from './trust-language';

const optionsOf = (text: string): readonly string[] => {
  const reading = read(text);
  return reading.kind === 'clarify' || reading.kind === 'unknown' ? reading.options : [];
};

describe('what is outside what Tally holds', () => {
  const OUTSIDE = [
    'what is the weather tomorrow', 'tell me a joke', 'who won the cup final', 'book me a meeting room', 'what is the capital of France',
    'order more paper', 'how many beds are free', 'bed occupancy at LRI', 'staff sickness last month', 'nurse vacancies by CMG',
    'mortality rate', 'A&E four hour performance', 'ambulance handover times', 'cancer 62 day performance', 'waiting list size for ENT',
    'agency spend by month', 'MRSA cases', 'falls per 1000 bed days', 'serious incidents this year', 'compliments received',
    'car parking income', 'cost per case', 'SHMI for urology', 'who is the chief executive', 'write my board paper',
    'DNA sequencing turnaround', 'theatre ticket prices', 'CT scanner downtime', 'what should I have for lunch', 'translate hello into Welsh',
    'what proportion of our staff would recommend the Trust as a place to work', 'ENT cancelled appointments in June, was it us or the patient',
    'DNA rate for Northampton', 'DNA rate for the cafeteria', 'ACPL on Mars', 'late starts by moon phase', 'DNA rate for morning clinics',
    'DNA rate for afternoon clinics', 'stranded patients', 'PIFU for men', 'DNA rate for women', 'late starts in main theatres', 'DNA rate by gender', 'cancelled trains today',
  ];
  test.each(OUTSIDE)('%s is never answered with a figure', (text) => {
    expect(read(text).kind).not.toBe('query');
  });
});

describe('a word that matters and is not known', () => {
  test.each([
    ['DNA rate frobnicate', 'frobnicate'],
    ['DNA rate for frobnicate in May', 'frobnicate'],
    ['frobnicate ACPL by site', 'frobnicate'],
    ['dna rate lat month', 'lat month'],
    ['DNA rate thi week', 'thi week'],
    ['DNA rate by gender', 'gender'],
    ['late starts 37', '37'],
    ['DNA rate excluding', 'excluding'],
    ['virology DNA rate', 'virology'],
  ])('%s: %s is named back', (text, word) => {
    const reading = read(text);
    expect(reading.kind).toBe('unknown');
    expect(reading.kind === 'unknown' ? reading.sentence : '').toContain(word);
  });

  test.each([
    ['how many operations did we do in June', 'operations'],
    ['number of appointments in June', 'appointments'],
    ['how many first appointments in ENT last month', 'first appointments'],
  ])('%s: that no such count is held is said, and of what', (text, counted) => {
    const reading = read(text);
    expect(reading.kind === 'unknown' ? reading.sentence : reading.kind).toBe(`I hold no count of “${counted}” by itself.`);
  });

  test('the nearest whole question is offered', () => {
    expect(optionsOf('dna rate lat month')).toContain('dna rate last month');
    expect(optionsOf('DNA rate for frobnicate')).toEqual(['DNA rate']);
    expect(optionsOf('virology DNA rate')).toContain('Medical Virology DNA rate');
  });

  test('urology is not put in the place of virology, nor dental in the place of mental', () => {
    for (const text of ['virology late starts', 'mental late starts', 'serology late starts']) {
      expect(read(text).kind).not.toBe('query');
    }
  });
});

describe('words claimed by several things', () => {
  test.each([
    ['neuro DNA rate', ['Neurology DNA rate', 'Neurosurgery DNA rate']],
    ['endo DNA rate', ['Endocrinology DNA rate', 'Endocrine Surgery DNA rate']],
    ['onc DNA rate last month', ['Medical Oncology DNA rate last month', 'Clinical Oncology DNA rate last month']],
    ['cancellations by site', ['cancellations on the day by site', 'last-minute cancellations by site']],
    ['utilisation for ENT', ['capped theatre utilisation for ENT', 'clinic utilisation for ENT']],
    ['DNA rate FY25', ['DNA rate 2024/25', 'DNA rate 2025/26']],
    ['DNA rate maxfax', ['DNA rate Maxillofacial Surgery', 'DNA rate Oral & Maxillofacial Surgery']],
  ])('%s is asked back with whole questions', (text, expected) => {
    const reading = read(text);
    expect(reading.kind).toBe('clarify');
    expect(reading.kind === 'clarify' ? reading.options : []).toEqual(expect.arrayContaining(expected));
  });

  test('a word with a declared reading is answered, and its rival is named', () => {
    const reading = read('DNA for ENT');
    expect(reading).toMatchObject({ kind: 'query', query: { metrics: ['dna-rate'] } });
    expect(reading.kind === 'query' ? reading.notes.join(' ') : '').toContain('DNA rate of all appointments');
  });

  test('a slip put right is told', () => {
    const reading = read('DNA rate for opthalmology');
    expect(reading.kind === 'query' ? reading.notes : []).toEqual([expect.stringMatching(/opthalmology.*ophthalmology/)]);
  });
});

describe('what is understood and cannot be given', () => {
  test.each([
    ['DNA rate against plan', 'not-supported'], ['export to excel', 'not-supported'],
    ['median DNA rate', 'not-supported'], ['which month had the worst DNA rate', 'not-supported'],
    ['bed occupancy', 'unknown-measure'], ['mortality for ENT', 'unknown-measure'], ['EMPCC opening', 'not-a-measure'],
    ['DNA rate by theatre', 'cannot-split'], ['ACPL for under 18s', 'cannot-split'], ['ACPL by age band', 'cannot-split'],
    ['', 'nothing-asked'], ['???', 'nothing-asked'], ['the', 'nothing-asked'],
  ])('%s: %s', (text, reason) => {
    expect(read(text)).toMatchObject({ kind: 'unknown', reason });
  });

  test('a trend in other steps than months is offered by the month', () => {
    const reading = read('DNA rate by week');
    expect(reading).toMatchObject({ kind: 'clarify' });
    const [first = ''] = optionsOf('DNA rate by week');
    expect(read(first)).toMatchObject({ kind: 'query', query: { intent: 'trend', metrics: ['dna-rate'] } });
  });

  test('a metric that cannot be split that way says by what it can', () => {
    const reading = read('ACPL by age band');
    expect(reading.kind === 'unknown' ? reading.sentence : '').toBe('ACPL cannot be split by age band. It can be split by specialty, CMG, site and theatre.');
  });

  test.each([['compare ACPL with DNA rate', 'units'], ['DNA rate ENT v LGH', 'specialty'], ['late starts urology vs theatre LRI-T04', 'theatre']])('%s is politely refused', (text, because) => {
    const reading = read(text);
    expect(reading).toMatchObject({ kind: 'unknown', reason: 'not-comparable' });
    expect(reading.kind === 'unknown' ? reading.sentence : '').toContain(because);
  });
});

describe('what is asked back', () => {
  const ASKED_BACK = [
    'ENT', 'how is ENT doing', 'theatres', 'LRI last month', 'worst DNA rate', 'DNA rate over 8%', 'top 5 DNA rate', 'breakdown of DNA rate',
    'compare DNA rate', 'DNA rate ENT vs', 'DNA rate trend by site', 'DNA rate in 23/24 and this month',
    'clinic DNA rate', 'DNA rate for LRI excluding LRI', 'DNA rate ENT and the trust',
    'DNA rate against target and last year', 'which specialties have a DNA rate over 0.5', 'neuro dna', 'utilisation', 'cancellations',
    'neuro cancellations', 'DNA rate FY25', 'ENT May vs T&O June DNA rate',
  ];
  test.each(ASKED_BACK)('%s: every option reads by itself', (text) => {
    const reading = read(text);
    expect(reading.kind).toBe('clarify');
    const options = reading.kind === 'clarify' ? reading.options : [];
    expect(options.length).toBeGreaterThan(0);
    expect(options.map((option) => [option, read(option).kind])).toEqual(options.map((option) => [option, 'query']));
  });
});

test.each(['shoe size', 'shoe sizes for ENT', 'weather tomorrow', 'gender pay gap', 'window cleaning'])('“%s” is nothing like a measure that is held, and none is offered', (text) => {
  expect(read(text)).toMatchObject({ kind: 'unknown', reason: 'unknown-word', options: [] });
});

test('where nothing near is held, what kinds of measures are is said', () => {
  const reading = read('shoe size');
  expect(reading.kind === 'unknown' && answerFromReading(CATALOGUE, reading)).toMatchObject({
    lines: ['There are measures on diagnostics, experience, inpatients, activity and money, outpatients, population, theatres and waiting list.'],
    next: [{ title: 'What can I ask?', step: { kind: 'ask', text: 'help' } }],
  });
});

test('what is near in its letters is still offered', () => {
  const reading = read('theatre utilization of robots');
  expect(reading.kind === 'unknown' && reading.options.join('; ')).toContain('Capped utilisation');
});
