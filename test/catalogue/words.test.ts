import type { Catalogue } from '../../src/catalogue/catalogue';
import { asHeard } from '../../src/catalogue/loading/check-words';
import { loadCatalogue } from '../../src/catalogue/load';

const trust = loadCatalogue({ trustFolder: 'deployment/trust' }).catalogue;

function specialtiesCalled(catalogue: Catalogue, word: string): string[] {
  return catalogue.organisation.specialties.filter(({ name, synonyms }) => [name, ...synonyms].map(asHeard).includes(asHeard(word))).map(({ code }) => code);
}

const metricsCalled = (word: string): string[] => [...trust.metrics.values()]
  .filter(({ name, short, synonyms }) => [name, short ?? name, ...synonyms].map(asHeard).includes(asHeard(word))).map(({ id }) => id);

const ambiguityOf = (word: string): Catalogue['ambiguities'][number] | undefined =>
  trust.ambiguities.find(({ words }) => words.map(asHeard).includes(asHeard(word)));

test('all 181 treatment functions of the national file are there, each under one name', () => {
  const { specialties } = trust.organisation;
  expect(specialties).toHaveLength(181);
  expect(new Set(specialties.map(({ name }) => asHeard(name))).size).toBe(181);
  expect(specialties.filter(({ name }) => / Service$/.test(name))).toEqual([]);
});

// Spoken words for the titles of the national file.
test.each([
  ['ENT', '120'], ['ear nose and throat', '120'], ['T&O', '110'], ['trauma and ortho', '110'], ['ortho', '110'], ['orthopaedics', '110'],
  ['gynae', '502'], ['obstetrics', '501'], ['paeds', '420'], ['ophthal', '130'], ['ophth', '130'], ['eyes', '130'], ['derm', '330'],
  ['resp', '340'], ['chest', '340'], ['cardio', '320'], ['cardiology', '320'], ['haem', '303'], ['geriatrics', '430'], ['elderly care', '430'],
  ['COTE', '430'], ['plastics', '160'], ['thoracic', '173'], ['stroke', '328'], ['TIA', '329'], ['gastro', '301'], ['hepatology', '306'],
  ['HPB', '105'], ['colorectal', '104'], ['UGI', '106'], ['upper GI', '106'], ['general surgery', '100'], ['gen surg', '100'], ['uro', '101'],
  ['urology', '101'], ['vascular', '107'], ['breast', '103'], ['transplant', '102'], ['renal', '361'], ['nephrology', '361'], ['rheum', '410'],
  ['diabetes', '307'], ['pain', '191'], ['sleep', '347'], ['ITU', '192'], ['ICU', '192'], ['Geriatric Medicine', '430'], ['Elderly Medicine', '430'],
  ['paediatric ENT', '215'], ['General Medicine', '300'],
])('%s is treatment function %s and nothing else', (word, code) => {
  expect(specialtiesCalled(trust, word)).toEqual([code]);
  expect(ambiguityOf(word)).toBeUndefined();
});

test.each(['Endo', 'MaxFax', 'max fax', 'OMFS', 'Onc', 'Neuro', 'Obs', 'utilisation', 'cancellations'])('%s is asked back, never guessed', (word) => {
  expect(ambiguityOf(word)).toMatchObject({ default: null });
  expect(specialtiesCalled(trust, word)).toEqual([]);
  expect(metricsCalled(word)).toEqual([]);
});

test('DNA is read as the operational rate with its rival named', () => {
  const found = ambiguityOf('DNA');
  expect(found?.default).toBe('DNA rate');
  expect(found?.readings).toEqual(expect.arrayContaining(['DNA rate', 'DNA rate of all appointments']));
});

test.each([
  ['ACPL', 'acpl'], ['average cases per list', 'acpl'], ['cases per list', 'acpl'], ['cases a list', 'acpl'], ['DNA rate', 'dna-rate'],
  ['did not attends', 'dna-rate'], ['was not brought', 'dna-rate'], ['WNB', 'dna-rate'], ['no shows', 'dna-rate'], ['missed appointments', 'dna-rate'],
  ['non-attendance', 'dna-rate'], ['OTDC', 'on-the-day-cancellations'], ['cancelled on the day', 'on-the-day-cancellations'],
  ['on the day cancellation rate', 'on-the-day-cancellations'], ['capped utilisation', 'capped-theatre-utilisation'],
  ['capped touch time', 'capped-theatre-utilisation'], ['in-session utilisation', 'capped-theatre-utilisation'], ['PIFU', 'pifu-rate'],
  ['discharged at first appointment', 'discharged-at-first'], ['N:FU', 'new-to-follow-up-ratio'], ['new to follow up', 'new-to-follow-up-ratio'],
  ['first to follow-up ratio', 'new-to-follow-up-ratio'], ['28 day breaches', 'cancellation-28-day-breaches'], ['late starts', 'late-starts'],
])('%s is %s and nothing else', (word, id) => {
  expect(metricsCalled(word)).toEqual([id]);
});

test.each(['bed occupancy', 'sickness absence', 'staff turnover', 'A&E 4 hour', 'mortality', 'never events', 'cancer waits', 'agency spend'])('%s is known not to be held', (word) => {
  expect(trust.notHeld.some(({ words }) => words.map(asHeard).includes(asHeard(word)))).toBe(true);
});

test.each([
  'length of stay', 'LOS', 'RTT', 'readmissions', 'complaints', 'friends and family', 'CpWAU', 'income', 'activity', 'endoscopy', 'diagnostics', 'DM01',
  'contribution', 'deficit',
])('%s is a measure, a scorecard or a word of several measures', (word) => {
  const scorecards = [...trust.scorecards.values()].filter(({ name, synonyms }) => [name, ...synonyms].map(asHeard).includes(asHeard(word)));
  expect([...metricsCalled(word), ...scorecards, ...[ambiguityOf(word)].flatMap((found) => found ?? [])]).toHaveLength(1);
});

test.each(['EMPCC opening', 'Hinckley CDC opening', 'endoscopy unit', 'Nervecentre roll-out', 'Referral Support Service review', 'deep dive reviews', 'training strategy'])(
  '%s is a milestone and not a measure', (word) => {
    expect(trust.milestones.map(asHeard)).toContain(asHeard(word));
  });
