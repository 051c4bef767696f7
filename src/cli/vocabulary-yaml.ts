import { stringify } from 'yaml';
import type { Catalogue } from '../catalogue/catalogue';
import type { AmbiguousWord, WantedWords } from '../learning/vocabulary-wanted';

const inLine = (value: unknown): string => stringify(value, { collectionStyle: 'flow', lineWidth: 0 }).trim();

/**
 * What can be pasted into a trust's folder: synonyms for what people called by another name, and defaults for words that
 * nearly everybody means alike. A list in a trust's folder stands in place of the one that ships, so every list is whole.
 * @returns lines of YAML; none where nothing can be said
 */
export function vocabularyYaml(unknown: readonly WantedWords[], ambiguous: readonly AmbiguousWord[], catalogue: Catalogue): readonly string[] {
  const told = unknown.flatMap(({ told: one }) => one ?? []);
  const namesOf = (isIt: (thing: (typeof told)[number]['thing']) => boolean): string[] => [...new Set(told.filter(({ thing }) => isIt(thing)).map(({ words }) => words))];
  const metrics = [...catalogue.metrics.values()].flatMap(({ id, synonyms }) => {
    const names = namesOf((thing) => thing.kind === 'metric' && thing.id === id);
    return names.length === 0 ? [] : [`  - id: ${inLine(id)}`, `    synonyms: ${inLine([...synonyms, ...names])}`];
  });
  const specialties = catalogue.organisation.specialties.flatMap(({ code, synonyms }) => {
    const names = namesOf((thing) => thing.kind === 'value' && thing.dimension === 'specialty' && thing.keys.length === 1 && thing.keys[0] === code);
    return names.length === 0 ? [] : [`  - code: ${inLine(code)}`, `    synonyms: ${inLine([...synonyms, ...names])}`];
  });
  const defaults = ambiguous.flatMap(({ usual, ambiguity: { words, ask, readings } }) => (
    usual === null || !catalogue.ambiguities.some((one) => one.ask === ask) ? []
      : [`  - words: ${inLine(words)}`, `    ask: ${inLine(ask)}`, `    readings: ${inLine(readings)}`, `    default: ${inLine(usual)}`]));
  return [
    ...(metrics.length === 0 ? [] : ['metrics:', ...metrics]),
    ...(specialties.length === 0 ? [] : ['specialties:', ...specialties]),
    ...(defaults.length === 0 ? [] : ['ambiguities:', ...defaults]),
  ];
}
