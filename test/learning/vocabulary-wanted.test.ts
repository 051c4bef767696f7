import type { KeptQuestion } from '../../src/learning/kept-question';
import { vocabularyWanted } from '../../src/learning/vocabulary-wanted';
import { buildVocabulary } from '../../src/language/vocabulary/vocabulary';
import { PERIOD_WORDS } from '../../src/language/words/period-words';
import { catalogueWith, forgetFolders } from '../catalogue/folders';
import { QUERY } from '../teams/scripted-answer';

afterAll(forgetFolders);

const CATALOGUE = catalogueWith({});
const vocabulary = buildVocabulary(CATALOGUE, PERIOD_WORDS);
const question = (words: string, more: Partial<KeptQuestion> = {}): KeptQuestion => (
  { at: 0, words, outcome: 'unknown', reason: 'unknown-word', unknown: [], options: [], query: null, chosen: null, ...more });
const chose = (words: string): KeptQuestion['chosen'] => ({ words, query: '{}' });
const wanted = (...questions: readonly KeptQuestion[]) => vocabularyWanted({ questions, disliked: [] }, vocabulary);

describe('words that nothing knows', () => {
  test('come by how often they were asked for, with what they were taken to mean', () => {
    const found = wanted(
      question('gizmo for ENT', { unknown: ['gizmo'], options: ['ACPL for ENT'] }),
      question('DNA rate for entt', { unknown: ['entt'], options: ['DNA rate for ENT'], chosen: chose('DNA rate for ENT') }),
      question('ENTT DNA', { unknown: ['ENTT'], options: ['ENT DNA rate'], chosen: chose('ENT DNA rate') }),
      question('ENTT late starts', { unknown: ['ENTT'], options: ['late starts'], chosen: chose('late starts') }),
    ).unknown;
    expect(found.map(({ what, times }) => [what, times])).toEqual([['ENTT', 3], ['gizmo', 1]]);
    expect(found[0]).toMatchObject({
      examples: ['DNA rate for entt', 'ENTT DNA', 'ENTT late starts'], meant: [{ thing: { dimension: 'specialty', keys: ['120'] }, times: 2 }],
      chosen: [{ what: 'late starts', times: 1 }], told: { words: 'entt', thing: { name: 'ENT' } },
    });
    expect(found[1]).toMatchObject({ offered: ['ACPL for ENT'], meant: [], chosen: [], told: null });
  });

  test('are told nothing by choices that do not agree', () => {
    const [found] = wanted(
      question('DNA rate for gizmo', { unknown: ['gizmo'], chosen: chose('DNA rate for ENT') }),
      question('DNA rate for gizmo', { unknown: ['gizmo'], chosen: chose('DNA rate for Ophthalmology') }),
    ).unknown;
    expect(found).toMatchObject({ times: 2, told: null });
    expect(found?.meant).toHaveLength(2);
  });

  test('are cut out of the known ones they were read with', () => {
    expect(wanted(question('how many gizmo patients', { unknown: ['how many gizmo patients'] })).unknown.map(({ what }) => what)).toEqual(['gizmo']);
  });

  test('are wanted no more once they have been added, and are then known words', () => {
    const after = buildVocabulary(catalogueWith({ 'more.yaml': 'metrics:\n  - { id: acpl, synonyms: [gizmo] }\n' }), PERIOD_WORDS);
    const found = vocabularyWanted({ questions: [question('gizmo for ENT', { unknown: ['gizmo'] })], disliked: [] }, after);
    expect([found.unknown, found.misplaced]).toEqual([[], [{ what: 'gizmo', times: 1 }]]);
  });

  test('that were taken out are counted, for nobody can read them', () => {
    expect(wanted(question('DNA rate for …'))).toMatchObject({ unread: 1, unknown: [] });
  });
});

describe('words of several meanings', () => {
  const back = (words: string, chosen: string | null = null): KeptQuestion => question(words, {
    outcome: 'clarify', reason: null, options: ['capped theatre utilisation for ENT', 'clinic utilisation for ENT'], chosen: chosen === null ? null : chose(chosen),
  });
  const clinic = 'clinic utilisation for ENT';
  const capped = 'capped theatre utilisation for ENT';

  test.each<[what: string, choices: readonly (string | null)[], usual: string | null]>([
    ['five of seven chose alike', [clinic, clinic, clinic, clinic, clinic, capped, capped], 'clinic utilisation'],
    ['two of three chose alike', [clinic, clinic, capped], 'clinic utilisation'],
    ['three of five chose alike', [clinic, clinic, clinic, capped, capped], null],
    ['only two chose', [clinic, clinic], null],
    ['three chose alike of many who were asked back', [clinic, clinic, clinic, null, null, null, null, null], 'clinic utilisation'],
    ['nobody chose', [null, null, null], null],
  ])('have a usual meaning or not where %s', (_what, choices, usual) => {
    const [found, second] = wanted(...choices.map((one) => back('utilisation for ENT', one))).ambiguous;
    expect(second).toBeUndefined();
    expect(found).toMatchObject({ what: 'utilisation', times: choices.length, usual, ambiguity: { ask: 'Which utilisation?' } });
    expect(found?.chosen.reduce((sum, { times }) => sum + times, 0)).toBe(choices.filter((one) => one !== null).length);
  });

  test('are one word however they are written', () => {
    expect(wanted(back('utilization for ENT'), back('utilisation for ENT'), back('utilisation for ENT')).ambiguous).toMatchObject([{ what: 'utilisation', times: 3 }]);
  });

  test('that have been given a default since are ambiguous no more', () => {
    const settled = catalogueWith({ 'more.yaml': 'ambiguities:\n  - { words: [utilisation], ask: Which?, readings: [clinic utilisation, capped theatre utilisation], default: clinic utilisation }\n' });
    const found = vocabularyWanted({ questions: [back('utilisation for ENT')], disliked: [] }, buildVocabulary(settled, PERIOD_WORDS));
    expect([found.ambiguous, found.otherwise]).toEqual([[], [{ what: 'clarify', times: 1 }]]);
  });
});

test('what is not vocabulary is counted by itself', () => {
  expect(wanted(
    question('bed occupancy', { reason: 'unknown-measure', unknown: ['bed occupancy'] }),
    question('worst for DNA', { outcome: 'clarify', reason: null, options: ['worst specialties for DNA rate'] }),
    question('why is DNA up', { reason: 'not-supported', unknown: ['why'] }),
    question('DNA rate May 2031', { outcome: 'no-data', reason: 'after-data', query: JSON.stringify(QUERY) }),
    question('show board pack', { outcome: 'no-data', reason: 'not-frozen', query: JSON.stringify(QUERY) }),
  )).toMatchObject({
    unknown: [], ambiguous: [], notHeld: [{ what: 'bed occupancy', times: 1 }], noData: [{ what: 'dna-rate', times: 1 }],
    otherwise: [{ what: 'clarify', times: 1 }, { what: 'not-frozen', times: 1 }, { what: 'not-supported', times: 1 }],
  });
});

test('thumbs-down come by measure, each with its query; one whose query no longer parses is passed over', () => {
  const acpl = { ...QUERY, metrics: ['acpl'] };
  const card = (query: unknown) => ({ at: 0, query: JSON.stringify(query), snapshot: 's1' });
  const { disliked } = vocabularyWanted({ questions: [], disliked: [card(acpl), card(QUERY), card(QUERY), card({ intent: 'gone' })] }, vocabulary);
  expect(disliked).toEqual([
    { what: 'dna-rate', times: 2, queries: [{ query: QUERY, snapshot: 's1' }, { query: QUERY, snapshot: 's1' }] },
    { what: 'acpl', times: 1, queries: [{ query: acpl, snapshot: 's1' }] },
  ]);
});
