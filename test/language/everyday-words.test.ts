import fc from 'fast-check';
import type { Query } from '../../src/engine/query';
import type { Reading } from '../../src/language/reading';
import { ENGLISH_WORDS } from '../../src/language/words/english-words';
import { askedIn2024 } from './july-2024';

const optionsOf = (reading: Reading): readonly string[] => (reading.kind === 'clarify' || reading.kind === 'unknown' ? reading.options : []);
const queryOf = (text: string): Partial<Query> => {
  const reading = askedIn2024(text);
  return reading.kind === 'query' ? reading.query : {};
};
const firstOf = (text: string): Partial<Query> => queryOf(optionsOf(askedIn2024(text))[0] ?? '');

describe('everyday words', () => {
  test('are taken for no slip in a word of the hospital, and are said', () => {
    fc.assert(fc.property(fc.constantFrom(...ENGLISH_WORDS), fc.constantFrom('DNA rate for ENT', 'ACPL last month'), (word, question) => {
      const reading = askedIn2024(`${question} ${word}`);
      const said = reading.kind === 'query' || reading.kind === 'command' ? reading.notes.join(' ') : reading.kind === 'clarify' ? reading.ask : reading.sentence;
      expect([word, said.includes(`“${word}” is read as`)]).toEqual([word, false]);
      const plain = reading.kind === 'query' && JSON.stringify(reading.query) === JSON.stringify(queryOf(question));
      expect([word, !plain || said.includes(word)]).toEqual([word, true]);
    }), { numRuns: 150 });
  });

  test.each([
    ['As a non-executive, is our implied productivity growth better than the national figure?', { metrics: ['implied-productivity-growth'] }],
    ['complaints recieved last quarter, by site', { metrics: ['complaints'], by: 'site' }],
    ['dna rate ent becuase i was asked', { metrics: ['dna-rate'], filters: { specialty: ['120'] } }],
    ['any 104 week waiters at all?', { metrics: ['rtt-104-week-waits'] }],
    ['acpl at glenfield b/w 3 june and 16 june', { metrics: ['acpl'], filters: { site: ['gh'] } }],
    ['acpl vs tgt', { versus: 'target' }],
    ['late starts bysite w/c 24.06', { by: 'site' }],
  ])('%s', (text, expected) => {
    expect(queryOf(text)).toMatchObject(expected);
  });

  test('no specialty is offered for one', () => {
    expect(optionsOf(askedIn2024('DNA rate for treatments')).join(' ')).not.toContain('ENT');
  });

  test.each(['Forget ENT, DNA rate', 'take away ENT, DNA rate', 'ENT aside, DNA rate'])('%s: what leaves something out is none of them', (text) => {
    expect(askedIn2024(text).kind).not.toBe('query');
  });
});

describe('what is offered where a word was not understood', () => {
  test.each([
    ['DNA rate trend for ENT wibblesome over the last 12 months', { intent: 'trend', filters: { specialty: ['120'] } }],
    ['why are late starts at LGH up wibblesome in May compared with April', { intent: 'explanation', versus: { period: { from: '2024-04-01' } } }],
    ['worst 5 specialties wibblesome for DNA rate excluding ENT', { intent: 'ranking', order: 'worst', limit: 5, excluding: { specialty: ['120'] } }],
    ['which specialties have a DNA rate wibblesome over 8% in May', { by: 'specialty', having: { op: 'above', value: 0.08 } }],
    ['has clinic utilisation at LGH moved wibblesome compared with last year', { versus: 'last-year', filters: { site: ['lgh'] } }],
  ])('%s: everything else is kept', (text, expected) => {
    expect(askedIn2024(text).kind).not.toBe('query');
    expect(firstOf(text)).toMatchObject(expected);
  });
});

describe('a measure that is spoken of and not named', () => {
  test.each([
    ['what proportion of lists at the General got underway behind time', 'late-starts', { site: ['lgh'] }],
    ["Why's MRI reporting got slower?", 'reporting-turnaround', { modality: ['mri'] }],
    ['percentage of outpatient attendances that were a first appointment or included a procedure, for MSS', 'first-or-procedure-rate', { cmg: ['mss'] }],
  ])('%s: is asked about first, with what it is narrowed to', (text, metric, filters) => {
    expect(firstOf(text)).toMatchObject({ metrics: [metric], filters });
  });

  test.each(['what is our bed occupancy', 'theatre staff sickness in June', 'cash balance at the end of June please', 'falls per 1000 bed days June'])('%s: what is not held is named back', (text) => {
    expect(askedIn2024(text).kind).toBe('unknown');
  });
});
