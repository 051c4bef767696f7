import { toldBy } from '../../src/learning/told';
import { buildVocabulary } from '../../src/language/vocabulary/vocabulary';
import { PERIOD_WORDS } from '../../src/language/words/period-words';
import { CATALOGUE } from '../language/trust-language';

const vocabulary = buildVocabulary(CATALOGUE, PERIOD_WORDS);
const told = (question: string, unknown: string, chosen: string) => toldBy(question, unknown, chosen, vocabulary);
const ENT = { kind: 'value', dimension: 'specialty', keys: ['120'] };

test.each<[what: string, question: string, unknown: string, chosen: string, words: string, thing: object]>([
  ['at the end', 'DNA rate for entt', 'entt', 'DNA rate for ENT', 'entt', ENT],
  ['at the beginning', 'ENTT DNA', 'ENTT', 'ENT DNA rate', 'entt', ENT],
  ['in the middle', 'DNA rate for entt last month', 'entt', 'DNA rate for ENT last month', 'entt', ENT],
  ['of several words', 'DNA rate for gizmo neck', 'gizmo neck', 'DNA rate for ENT', 'gizmo neck', ENT],
  ['with a known word that belongs to it', 'theatre gizmo for ENT', 'gizmo', 'capped theatre utilisation for ENT', 'theatre gizmo', { kind: 'metric', id: 'capped-theatre-utilisation' }],
])('what stands in the place of an unknown word %s is what it means', (_what, question, unknown, chosen, words, thing) => {
  expect(told(question, unknown, chosen)).toMatchObject({ words, thing });
});

test.each<[what: string, question: string, unknown: string, chosen: string]>([
  ['leaves the word out', 'DNA rate for frailty', 'frailty', 'DNA rate'],
  ['leaves the word out and says the rest otherwise', 'DNA for frailty', 'frailty', 'DNA rate'],
  ['leaves the word out beside what it names otherwise', 'DNA frailty', 'frailty', 'DNA rate'],
  ['puts a word of several meanings there', 'theatre gizmo', 'gizmo', 'theatre utilisation'],
  ['does not come from the question', 'DNA rate for frailty', 'gizmo', 'DNA rate for ENT'],
])('an option that %s tells nothing', (_what, question, unknown, chosen) => {
  expect(told(question, unknown, chosen)).toBeNull();
});
