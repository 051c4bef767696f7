import type { Reading } from '../../src/language/reading';
import { CATALOGUE, read } from './trust-language';

const optionsOf = (reading: Reading): readonly string[] => (reading.kind === 'clarify' || reading.kind === 'unknown' ? reading.options : []);
const notesOf = (text: string): string => {
  const reading = read(text);
  return reading.kind === 'query' ? reading.notes.join(' ') : reading.kind;
};
const metricOf = (text: string): readonly string[] => {
  const reading = read(text);
  return reading.kind === 'query' ? reading.query.metrics : [reading.kind];
};

describe('words that several measures claim are asked back', () => {
  test.each([
    ['utilisation', ['capped theatre utilisation', 'clinic utilisation', 'Endoscopy clinic utilisation', 'Imaging machine utilisation']],
    ['endoscopy utilisation', ['Endoscopy clinic utilisation', 'Endoscopy in-session utilisation']],
    ['endoscopy at LGH', ['Endoscopy points per list at LGH', 'Endoscopy clinic utilisation at LGH']],
    ['waits for ENT', ['RTT within 18 weeks for ENT', '52-week waits for ENT', '65-week waits for ENT', '78-week waits for ENT', '104-week waits for ENT']],
    ['waiting list', ['RTT within 18 weeks', '52-week waits']],
    ['long waiters by specialty', ['52-week waits by specialty', '65-week waits by specialty']],
    ['cancellations', ['cancellations on the day', 'last-minute cancellations', 'Outpatient cancellations']],
    ['cancelled operations', ['cancellations on the day', 'last-minute cancellations']],
    ['productivity', ['average cases per list', 'Cost per weighted activity unit', 'Implied productivity growth']],
    ['admissions', ['Emergency admission rate', 'Elective admission rate', 'Activity']],
    ['HVLC', ['HVLC cases per list', 'HVLC length of stay']],
    ['bed days', ['Elective length of stay', 'Pre-operative bed days']],
    ['patient experience', ['Friends and Family Test', 'Complaints']],
    ['endo ACPL', ['Endoscopy points per list', 'average cases per list']],
    ['endo DNA rate', ['Endocrinology DNA rate', 'Endocrine Surgery DNA rate']],
    ['neuro length of stay', ['Neurology length of stay', 'Neurosurgery length of stay']],
    ['onc RTT', ['Medical Oncology RTT', 'Clinical Oncology RTT']],
    ['obs readmissions', ['Obstetrics readmissions', 'Midwifery readmissions']],
    ['plan', ['Activity against plan', 'Income against plan']],
    ['imaging', ['Imaging machine utilisation', 'Reporting turnaround']],
  ])('%s', (text, expected) => {
    const reading = read(text);
    expect(reading.kind).toBe('clarify');
    expect(optionsOf(reading)).toEqual(expect.arrayContaining(expected));
    expect(optionsOf(reading).map((option) => [option, read(option).kind])).toEqual(optionsOf(reading).map((option) => [option, 'query']));
  });
});

describe('words with a usual meaning are answered with it, and the others are named', () => {
  test.each([
    ['LOS', 'length-of-stay', 'Emergency length of stay'],
    ['length of stay for ENT', 'length-of-stay', 'Emergency length of stay'],
    ['day case rate', 'day-case-rate', 'BADS'],
    ['DNA', 'dna-rate', 'DNA rate of all appointments'],
    ['CIP', 'productivity-cip', 'Contribution'],
    ['savings', 'productivity-cip', 'Contribution'],
    ['six weeks', 'diagnostic-six-week-rate', '13-week'],
    ['revenue ytd', 'income', 'Net surplus'],
  ])('%s', (text, metric, rival) => {
    expect(metricOf(text)).toEqual([metric]);
    expect(notesOf(text)).toContain(rival);
  });

  test.each([
    ['emergency LOS', 'emergency-length-of-stay'], ['elective LOS', 'length-of-stay'], ['BADS', 'bads-day-case-rate'], ['diagnostic DNAs', 'diagnostic-dna-rate'],
    ['imaging DNAs', 'diagnostic-dna-rate'], ['productivity contribution', 'productivity-contribution'], ['13 week waits', 'diagnostic-thirteen-week-waits'],
    ['endoscopy ACPL', 'endoscopy-points-per-list'], ['HVLC LOS', 'hvlc-length-of-stay'], ['52 week waits', 'rtt-52-week-waits'], ['outpatient cancellations', 'outpatient-cancellations'],
  ])('%s: the word beside it settles it', (text, metric) => {
    expect(metricOf(text)).toEqual([metric]);
    expect(notesOf(text)).not.toContain('can also mean');
  });

  test('what it cannot be told by settles it too', () => {
    expect(metricOf('DNA for MRI')).toEqual(['diagnostic-dna-rate']);
    expect(metricOf('cancellations for clinic 120R48')).toEqual(['outpatient-cancellations']);
    expect(metricOf('DNA rate for MRI')).toEqual(['diagnostic-dna-rate']);
    expect(notesOf('DNA rate for MRI')).toContain('Read as Diagnostic DNA rate');
  });

  test('a name that a specialty and a line of the contract share', () => {
    expect(read('late starts for respiratory physiology')).toMatchObject({ query: { filters: { specialty: ['341'] } } });
    expect(read('activity for diagnostic imaging')).toMatchObject({ query: { filters: { pod: ['diagnostic-imaging'] } } });
    expect(notesOf('activity for diagnostic imaging')).toContain('name of a specialty too');
    expect(read('six week rate for MRI')).toMatchObject({ query: { filters: { test: ['magnetic-resonance-imaging'] } } });
    expect(read('reporting turnaround for MRI')).toMatchObject({ query: { filters: { modality: ['mri'] } } });
  });
});

describe('what is still not held names the nearest that is', () => {
  test.each([
    ['bed occupancy', 'Elective length of stay'], ['cancer waits', 'RTT within 18 weeks'],
    ['agency spend', 'Cost per weighted activity unit'], ['serious incidents', 'Complaints'], ['mortality', 'Readmission rate'], ['waiting list size', 'RTT within 18 weeks'], ['GP referrals', 'Referral triage rate'],
    ['FCEs', 'Activity'], ['advice and guidance', 'Referral triage rate'],
  ])('%s', (text, nearest) => {
    const reading = read(text);
    expect(reading).toMatchObject({ kind: 'unknown', reason: 'unknown-measure' });
    expect(reading.kind === 'unknown' ? reading.sentence : '').toContain(nearest);
  });

  test.each(['A&E 4 hour performance', 'staff sickness by CMG', 'virtual appointments rate'])('and none where nothing is near in meaning: %s', (text) => {
    expect(read(text)).toMatchObject({ kind: 'unknown', reason: 'unknown-measure', sentence: expect.stringMatching(/^I don't hold [^.]*\.$/) as string, options: [] });
  });

  test('no word for what is held is among them', () => {
    const names = new Set([...CATALOGUE.metrics.values()].flatMap(({ name, synonyms }) => [name, ...synonyms]).map((word) => word.toLowerCase()));
    expect(CATALOGUE.notHeld.flatMap(({ words }) => words).filter((word) => names.has(word.toLowerCase()))).toEqual([]);
  });
});

describe('milestones of the paper are no measures', () => {
  test.each(['EMPCC opening', 'Hinckley CDC opening', 'Endoscopy unit LGH', 'Nervecentre rollout', 'Referral Support Service review', 'deep dive reviews', 'best practice elective training strategy', 'standardised clinic templates'])('%s', (text) => {
    expect(read(text)).toMatchObject({ kind: 'unknown', reason: 'not-a-measure' });
  });
});

describe('codes', () => {
  test.each(['LOS for AA22', 'activity W371', 'emergency admission rate for 4C'])('%s is the code of nothing that the measure can be told by', (text) => {
    expect(read(text).kind).not.toBe('query');
  });
});

describe('what else is said settles a word of several meanings', () => {
  test('a part that only the measures of one group have settles which group is meant', () => {
    expect(metricOf('which theatres have a utilisation under 70%')).toEqual(['capped-theatre-utilisation']);
    expect(metricOf('utilisation by modality')).toEqual(['imaging-utilisation']);
    expect(read('utilisation by specialty').kind).toBe('clarify');
  });

  test('how fresh a word of several meanings is, is told of every extract', () => {
    expect(read('how up to date is the waiting list')).toMatchObject({ kind: 'query', query: { intent: 'freshness', metrics: [] } });
    expect(notesOf('how up to date is the waiting list')).toContain('this tells of every extract');
  });

  test('spinal is spinal surgery, and its rival is named', () => {
    expect(read('late starts for spinal')).toMatchObject({ kind: 'query', query: { filters: { specialty: ['108'] } } });
    expect(notesOf('late starts for spinal')).toContain('Spinal Injuries');
  });
});
