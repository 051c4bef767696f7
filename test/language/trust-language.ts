import path from 'node:path';
import { loadCatalogue } from '../../src/catalogue/load';
import type { Catalogue } from '../../src/catalogue/catalogue';
import type { Coverage } from '../../src/engine/snapshot';
import { createLanguage, type HeldNow } from '../../src/language/language';
import type { Reading } from '../../src/language/reading';

const table = (extract: string, bookedTo = '2026-11-20'): Coverage => ({
  extract, from: '2019-04-01', to: '2026-11-20', bookedTo, dailyFrom: '2024-04-01', provisionalFrom: null, columnsFrom: {}, missingMonths: [], missingDays: [], rows: 1000,
});

/** The demonstration trust as of Saturday 21 November 2026, with extracts to the day before. */
export const HELD: HeldNow = {
  today: '2026-11-21',
  coverage: {
    outpatient_appointments: table('outpatient-appointments'),
    clinic_sessions: table('clinic-sessions'),
    theatre_sessions: table('theatre-sessions', '2026-12-31'),
    theatre_cases: table('theatre-cases', '2026-12-31'),
  },
};

export const CATALOGUE: Catalogue = loadCatalogue({ trustFolder: path.join(__dirname, '..', '..', 'deployment', 'trust') }).catalogue;
const language = createLanguage(CATALOGUE);

/** Reads a question at the demonstration trust. */
export function read(text: string, held: HeldNow = HELD): Reading {
  return language.read({
    text, asker: { id: 'local', name: null, tenant: null }, place: { kind: 'terminal', id: 'terminal' }, at: Date.UTC(2026, 10, 21, 9), context: null,
  }, held);
}
