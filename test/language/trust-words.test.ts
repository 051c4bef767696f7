import { createLanguage, type Language } from '../../src/language/language';
import type { Place } from '../../src/language/question';
import type { Reading } from '../../src/language/reading';
import { catalogueWith, forgetFolders } from '../catalogue/folders';
import { JULY_2024 } from './july-2024';

afterAll(forgetFolders);

const WORDS = `
ambiguities:
  - words: [flow]
    ask: Average cases per list, or length of stay?
    readings: [average cases per list, elective length of stay]
    about: { Inpatients: elective length of stay }
  - words: [utilisation]
    ask: Which utilisation?
    readings: [clinic utilisation, capped theatre utilisation]
    default: clinic utilisation
`;
const CONVERSATIONS = 'conversations:\n  - { id: "19:wards@thread.tacv2", about: Inpatients }\n';
const language = createLanguage(catalogueWith({ 'words.yaml': WORDS, 'conversations.yaml': CONVERSATIONS }));
const asItComes = createLanguage(catalogueWith({}));

function said(text: string, by: Language = language, place: Place = { kind: 'terminal', id: 'terminal' }): Reading {
  return by.read({ text, asker: { id: 'anna', name: null, tenant: null }, place, at: Date.UTC(2024, 6, 11, 8), context: null }, JULY_2024);
}
const metricsOf = (reading: Reading): readonly string[] | string => (reading.kind === 'query' ? reading.query.metrics : reading.kind);

test("a trust's own word of several meanings is asked back, with whole questions that read", () => {
  expect(metricsOf(said('flow last month', asItComes))).toBe('unknown');
  const reading = said('flow last month');
  expect(reading).toMatchObject({ kind: 'clarify', ask: 'Average cases per list, or length of stay?' });
  expect(reading.kind === 'clarify' ? reading.options.map((option) => metricsOf(said(option))) : []).toEqual([['acpl'], ['length-of-stay']]);
});

test('what a channel is about settles it, and the rival is named', () => {
  const reading = said('flow last month', language, { kind: 'channel', id: '19:wards@thread.tacv2;messageid=1' });
  expect(metricsOf(reading)).toEqual(['length-of-stay']);
  expect(reading.kind === 'query' ? reading.notes.join(' ') : '').toContain('it can also mean average cases per list');
});

test('a reading that a trust prefers is answered at once where it was asked back, and its rival is named', () => {
  expect(metricsOf(said('utilisation last month', asItComes))).toBe('clarify');
  const reading = said('utilisation last month');
  expect(metricsOf(reading)).toEqual(['clinic-utilisation']);
  expect(reading.kind === 'query' ? reading.notes.join(' ') : '').toContain('capped theatre utilisation');
});
