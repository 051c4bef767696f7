import { askedIn2024 } from './july-2024';

const DNA_ENT = { metrics: ['dna-rate'], filters: { specialty: ['120'] } };
const asked = (text: string): unknown => {
  const reading = askedIn2024(text);
  return reading.kind === 'query' ? { working: reading.working ?? false, ...reading.query } : reading;
};

test.each([
  'DNA rate for ENT, with working', 'DNA rate for ENT show working', 'DNA rate ENT, show your workings', 'DNA rate for ENT. Show me the working please.',
  'show the working for DNA rate for ENT', 'can you show me the working behind the ENT DNA rate?', 'how did you get the DNA rate for ENT', 'workings for DNA rate ENT',
])('%s: is the figure with its working', (text) => {
  expect(asked(text)).toMatchObject({ working: true, intent: 'value', ...DNA_ENT });
});

test.each([
  'DNA rate for ENT by working day', 'income per working day', 'DNA rate for ENT', 'Working on the IPR commentary. Can I have capped theatre utilisation for June?', 'working on a paper, ACPL for May', 'working for the board, DNA rate',
])('%s: asks for no working', (text) => {
  const reading = askedIn2024(text);
  expect(reading.kind === 'query' && reading.working === true).toBe(false);
});

test('a question back keeps the wish in each of its options', () => {
  const reading = askedIn2024('utilisation, with working');
  const options = reading.kind === 'clarify' ? reading.options : [];
  expect(options.length).toBeGreaterThan(1);
  options.forEach((option) => expect(asked(option)).toMatchObject({ working: true }));
});

test('lead measures with working: is the scorecard with the working of each of its lines', () => {
  expect(asked('lead measures with working')).toMatchObject({ working: true, intent: 'scorecard', scorecard: 'lead-measures' });
});

test('of nothing it is said what to ask instead', () => {
  expect(askedIn2024('show working')).toMatchObject({ kind: 'unknown', reason: 'nothing-asked' });
});

test('a patient is refused with or without working', () => {
  expect(askedIn2024('show the working for NHS number 943 476 5919').kind).toBe('refused');
});
