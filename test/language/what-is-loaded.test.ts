import path from 'node:path';
import { loadCatalogue } from '../../src/catalogue/load';
import type { Coverage } from '../../src/engine/snapshot';
import { heldFor, isHeld } from '../../src/language/held-range';
import { createLanguage, type HeldNow } from '../../src/language/language';
import type { Reading } from '../../src/language/reading';
import { CATALOGUE, HELD, read } from './trust-language';

const covers = (from: string, to: string, more: Partial<Coverage> = {}): Coverage => ({
  extract: 'any', from, to, bookedTo: to, dailyFrom: null, dailyFromBy: {}, provisionalFrom: null, columnsFrom: {}, missingMonths: [], missingDays: [], rows: 1, byMetric: {}, notices: [], ...more,
});

function languageOf(folder: string, held: HeldNow): (text: string) => Reading {
  const language = createLanguage(loadCatalogue({ trustFolder: path.join(__dirname, '..', '..', 'deployment', folder) }).catalogue);
  return (text) => language.read({ text, asker: { id: 'local', name: null, tenant: null }, place: { kind: 'terminal', id: 'terminal' }, at: 0, context: null }, held);
}

describe('how far a measure is held', () => {
  test('a plan written to the end of the year is no reason to look ahead', () => {
    expect(heldFor(['activity-against-plan'], CATALOGUE, HELD.coverage, HELD.today).to).toBe('2026-10-31');
    expect(read('activity against plan last month')).toMatchObject({ query: { period: { from: '2026-10-01' } } });
  });

  test('the month of a plan is the month of what was done', () => {
    const coverage = { ...HELD.coverage, contract_activity: covers('2019-04-01', '2026-08-31') };
    expect(read('activity against plan', { ...HELD, coverage })).toMatchObject({ query: { period: { from: '2026-08-01', to: '2026-08-31', grain: 'month' } } });
  });

  test('a measure without records is held as far as a document prints it', () => {
    const coverage = { published_values: covers('2024-04-01', '2024-05-31', { byMetric: { acpl: { from: '2024-04-01', to: '2024-05-31' } } }) };
    expect(heldFor(['acpl'], CATALOGUE, coverage, '2024-07-11')).toEqual({ from: '2024-04-01', to: '2024-05-31', bookedTo: '2024-05-31', dailyFrom: null });
    expect(read('ACPL this month', { today: '2024-07-11', coverage })).toMatchObject({ query: { period: { label: 'May 2024' } } });
  });

  test('records come before print', () => {
    const coverage = { ...HELD.coverage, published_values: covers('2024-04-01', '2024-05-31', { byMetric: { acpl: { from: '2024-04-01', to: '2024-05-31' } } }) };
    expect(read('ACPL', { ...HELD, coverage })).toMatchObject({ query: { period: { label: 'October 2026' } } });
  });

  test('measures with no day in common are asked for as the latest of them is held', () => {
    const coverage = { theatre_cases: covers('2025-04-01', '2026-10-31'), theatre_sessions: covers('2025-04-01', '2026-10-31'), complaints: covers('2019-04-01', '2020-03-31') };
    expect(heldFor(['acpl', 'complaints'], CATALOGUE, coverage, '2026-11-21').to).toBe('2026-10-31');
  });

  test('a scorecard goes as far as all its measures do', () => {
    const coverage = { ...HELD.coverage, contract_activity: covers('2019-04-01', '2026-08-31') };
    expect(read('lead measures', { ...HELD, coverage })).toMatchObject({ query: { period: { label: 'August 2026' } } });
    // Of this month as soon as one of its measures is; the others say that they are not held yet.
    expect(read('lead measures this month', { ...HELD, coverage })).toMatchObject({ query: { period: { label: 'November 2026' } } });
  });

  test('half of a ratio is not held', () => {
    const acpl = CATALOGUE.metrics.get('acpl');
    expect(acpl !== undefined && isHeld(acpl, { theatre_cases: covers('2025-04-01', '2026-10-31') })).toBe(false);
  });
});

describe("NHS England's monthly file alone", () => {
  const england = languageOf('nhs-england', { today: '2026-11-21', coverage: { outpatient_appointments: covers('2018-04-01', '2026-01-31'), consultant_episodes: covers('2018-04-01', '2026-01-31') } });

  test.each([
    ['utilisation', 'capped-theatre-utilisation', '“utilisation” can mean capped theatre utilisation, clinic utilisation, Endoscopy clinic utilisation, Imaging machine utilisation, booked theatre utilisation or uncapped theatre utilisation, and nothing is loaded for any of them.'],
    ['HVLC', 'hvlc-cases-per-list', '“HVLC” can mean HVLC cases per list or HVLC length of stay, and nothing is loaded for any of them.'],
  ])('%s, none of whose readings is loaded, is not asked about: no reading is held, and it says so', (text, metric, sentence) => {
    expect(england(text)).toMatchObject({ kind: 'query', query: { metrics: [metric] }, said: [sentence] });
  });

  test('a split that cannot be had is not offered of a measure that is not loaded', () => {
    expect(england('DNA rate by site')).toMatchObject({ kind: 'unknown', reason: 'cannot-split', options: ['DNA rate', 'DNA rate by specialty'] });
  });

  test.each(['day cases as a % of FCEs', 'day case share of episodes', 'share of FCEs that were day cases', 'day case percentage of episodes'])('%s is the share of episodes', (text) => {
    expect(england(text)).toMatchObject({ kind: 'query', query: { metrics: ['day-case-share-of-episodes'] } });
  });

  test('a word with one reading that is loaded is that one', () => {
    expect(england('cancellations')).toMatchObject({ kind: 'query', query: { metrics: ['outpatient-cancellations'] } });
  });

  test('the rivals named are those that are loaded', () => {
    const reading = england('DNA for ENT');
    expect(reading.kind === 'query' ? reading.notes : []).toEqual(['“DNA” is read as DNA rate; it can also mean DNA rate of all appointments.']);
  });

  test('nothing is offered that is not loaded', () => {
    expect(england('bed occupancy')).toMatchObject({ kind: 'unknown', reason: 'unknown-measure', options: [] });
    const options = ((reading: Reading) => (reading.kind === 'clarify' ? reading.options : []))(england("what's off target"));
    expect(options).not.toContain('what is off target in theatres');
  });

  test('"nationally" is England itself', () => {
    expect(england('DNA rate nationally')).toMatchObject({ kind: 'query', query: { intent: 'value', metrics: ['dna-rate'] } });
  });

  test('day cases as a share of episodes are their own measure', () => {
    expect(england('day cases as a share of FCEs')).toMatchObject({ kind: 'query', query: { metrics: ['day-case-share-of-episodes'] } });
    expect(england('day case rate')).toMatchObject({ kind: 'query', query: { metrics: ['day-case-rate'] } });
  });
});

describe('the printed figures of a board paper alone', () => {
  const printed = { from: '2024-04-01', to: '2024-05-31' };
  const paper = languageOf('board-paper', {
    today: '2024-07-11',
    coverage: { published_values: covers('2024-04-01', '2024-05-31', { byMetric: { acpl: printed, 'dna-rate': printed, 'late-starts': printed, 'activity-against-plan': printed, cpwau: { from: '2024-07-11', to: '2024-07-11' } } }) },
  });

  test.each([
    ['ACPL', { metrics: ['acpl'], period: { label: 'May 2024', asked: null } }],
    ['ACPL this month', { metrics: ['acpl'], period: { label: 'May 2024' } }],
    ['DNA rate ytd', { metrics: ['dna-rate'], period: { from: '2024-04-01', to: '2024-05-31', grain: 'ytd' } }],
    ['day cases against plan', { metrics: ['activity-against-plan'], filters: { pod: ['day-case'] }, period: { grain: 'month', to: '2024-05-31', asked: null } }],
    ['lead measures', { intent: 'scorecard', scorecard: 'lead-measures', period: { label: 'May 2024' } }],
    ['CpWAU by CMG', { intent: 'scorecard', scorecard: 'cpwau-by-cmg', period: { asked: null } }],
  ])('%s', (text, expected) => {
    expect(paper(text)).toMatchObject({ kind: 'query', query: expected });
  });

  test.each(['deep dive reviews', 'EMPCC opening', 'Nervecentre rollout', 'Hinckley CDC opening'])('%s is a milestone there, and not a measure', (text) => {
    expect(paper(text)).toMatchObject({ kind: 'unknown', reason: 'not-a-measure' });
  });
});
