import path from 'node:path';
import { loadCatalogue } from '../../src/catalogue/load';
import type { Catalogue } from '../../src/catalogue/catalogue';
import type { Query } from '../../src/engine/query';
import type { Coverage } from '../../src/engine/snapshot';
import { createLanguage, type HeldNow } from '../../src/language/language';
import type { Reading } from '../../src/language/reading';

const table = (extract: string, more: Partial<Coverage> = {}): Coverage => ({
  extract, from: '2019-04-01', to: '2026-11-20', bookedTo: more.to ?? '2026-11-20', dailyFrom: '2024-04-01', dailyFromBy: {}, provisionalFrom: null, columnsFrom: {}, missingMonths: [], missingDays: [], rows: 1000,
  byMetric: {}, notices: [], ...more,
});
/** Money is counted by the month, and closed for October. */
const byMonth = (extract: string): Coverage => table(extract, { to: '2026-10-31', dailyFrom: null });

/** The demonstration trust as of Saturday 21 November 2026, with extracts to the day before. */
export const HELD: HeldNow = {
  today: '2026-11-21',
  coverage: {
    outpatient_appointments: table('outpatient-appointments'),
    clinic_sessions: table('clinic-sessions'),
    theatre_sessions: table('theatre-sessions', { bookedTo: '2026-12-31' }),
    theatre_cases: table('theatre-cases', { bookedTo: '2026-12-31' }),
    inpatient_spells: table('inpatient-spells'),
    endoscopy_lists: table('endoscopy-lists'),
    endoscopy_cases: table('endoscopy-cases'),
    diagnostic_tests: table('diagnostic-tests'),
    imaging_machine_hours: table('imaging-machine-hours'),
    diagnostic_waits: table('diagnostic-waits', { to: '2026-10-31' }),
    rtt_pathways: table('rtt-pathways', { to: '2026-11-15' }),
    follow_up_register: table('follow-up-register', { to: '2026-11-15' }),
    referrals: table('referrals'),
    friends_and_family_responses: table('friends-and-family-responses'),
    complaints: table('complaints'),
    population: byMonth('population'),
    contract_activity: byMonth('contract-activity'),
    service_costs: byMonth('service-costs'),
    // Plans run to the end of the year, and benchmarks lag.
    activity_plan: table('activity-plan', { from: '2024-04-01', to: '2027-03-31', dailyFrom: null }),
    benchmark_values: table('benchmark-values', { from: '2024-04-01', to: '2026-06-30', dailyFrom: null }),
    published_values: table('published-values', {
      from: '2024-04-01', to: '2024-05-31', dailyFrom: null, 
      byMetric: { 'implied-productivity-growth': { from: '2024-04-01', to: '2024-05-31' }, 'implied-workforce-productivity-growth': { from: '2024-04-01', to: '2024-05-31' } },
    }),
  },
};

export const CATALOGUE: Catalogue = loadCatalogue({ trustFolder: path.join(__dirname, '..', '..', 'deployment', 'trust') }).catalogue;
export const LANGUAGE = createLanguage(CATALOGUE);
export const VOCABULARY = LANGUAGE.vocabulary;

/** Reads a question at the demonstration trust. */
export function read(text: string, held: HeldNow = HELD, context: Query | null = null, offered: readonly string[] = []): Reading {
  return LANGUAGE.read({
    text, asker: { id: 'local', name: null, tenant: null }, place: { kind: 'terminal', id: 'terminal' }, at: Date.UTC(2026, 10, 21, 9), context, offered,
  }, held);
}
