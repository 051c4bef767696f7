import type { Query } from '../../src/engine/query';
import type { Place } from '../../src/language/question';
import type { Reading } from '../../src/language/reading';
import { askedIn2024, JULY_2024 } from './july-2024';
import { LANGUAGE } from './trust-language';

const DIAGNOSTICS: Place = { kind: 'channel', id: '19:diagnostics@thread.tacv2;messageid=1720686000000' };
const OTHER: Place = { kind: 'channel', id: '19:other@thread.tacv2;messageid=1720686000000' };

function inPlace(text: string, place: Place, context: Query | null = null): Reading {
  return LANGUAGE.read({ text, asker: { id: 'anna', name: null, tenant: null }, place, at: Date.UTC(2024, 6, 11, 8), context }, JULY_2024);
}

const metricsOf = (reading: Reading): readonly string[] | string => (reading.kind === 'query' ? reading.query.metrics : reading.kind);

test('in a diagnostics channel "utilisation" is that of imaging, its rivals named; elsewhere it is asked back', () => {
  const there = inPlace('utilisation last month', DIAGNOSTICS);
  expect(metricsOf(there)).toEqual(['imaging-utilisation']);
  expect(there.kind === 'query' ? there.notes.join(' ') : '').toContain('it can also mean');
  expect(metricsOf(inPlace('utilisation last month', OTHER))).toBe('clarify');
});

test('a word that says which settles it before the place does', () => {
  expect(metricsOf(inPlace('clinic utilisation last month', DIAGNOSTICS))).toEqual(['clinic-utilisation']);
  expect(metricsOf(inPlace('DNA for ENT', DIAGNOSTICS))).toEqual(['diagnostic-dna-rate']);
  expect(metricsOf(inPlace('DNA for ENT', OTHER))).toEqual(['dna-rate']);
});

test('what was asked just before settles it too', () => {
  const late = askedIn2024('late starts for ENT');
  expect(metricsOf(inPlace('and cancellations?', OTHER, late.kind === 'query' ? late.query : null))).toEqual(['on-the-day-cancellations']);
});

test('measures named together are of one kind', () => {
  expect(metricsOf(askedIn2024('endoscopy slot utilisation and in-session utilisation at LGH'))).toEqual(['endoscopy-clinic-utilisation', 'endoscopy-in-session-utilisation']);
  expect(metricsOf(askedIn2024('in-session utilisation at LGH'))).toEqual(['capped-theatre-utilisation']);
});
