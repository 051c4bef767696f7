import type { Catalogue } from '../../catalogue/catalogue';
import type { Metric } from '../../catalogue/metric';
import { FUNCTION_WORDS } from '../words/function-words';
import { foldedWords } from './phrase';

/** How much a word says for a measure: as part of one of its names, of what it counts, of its definition. */
const IN_A_NAME = 1;
const COUNTED = 0.6;
const DEFINED = 0.3;

/** Which words speak for which measure, and how rare each is among them. */
export interface MeasureWords {
  /** How much these words say for each measure, the most first; those for which they say nothing are left out. */
  readonly likely: (words: readonly string[]) => readonly { readonly metric: Metric; readonly weight: number; readonly explained: ReadonlySet<string> }[];
}

/** The beginning of a word, by which its forms are one: "utilised" and "utilisation". */
export function stem(word: string): string {
  const bare = word.length > 5 ? word.replace(/(?:ing|ed)$/, '') : word;
  return bare.slice(0, 5);
}

/** Learns from the names, the sums and the definitions of a catalogue's measures what words speak for each. */
export function measureWords({ metrics }: Catalogue): MeasureWords {
  const all = [...metrics.values()].filter(({ restricted }) => !restricted).map((metric) => ({ metric, words: wordsOfMeasure(metric) }));
  const known = new Set(all.flatMap(({ words }) => [...words.keys()]));
  // A word in the names of many measures tells none from another.
  const rarity = new Map([...known].map((word) => [word, Math.log(all.length / all.filter(({ words }) => (words.get(word) ?? 0) >= COUNTED).length || 1)]));
  return {
    likely(words) {
      const said = [...new Set(words.map(stem))];
      return all.flatMap(({ metric, words: own }) => {
        const explained = said.filter((word) => own.has(word));
        const weight = explained.reduce((sum, word) => sum + (own.get(word) ?? 0) * Math.max(0, rarity.get(word) ?? 0), 0);
        return weight > 0 ? [{ metric, weight, explained: new Set(explained) }] : [];
      }).sort((a, b) => b.weight - a.weight);
    },
  };
}

function wordsOfMeasure(metric: Metric): ReadonlyMap<string, number> {
  const weights = new Map<string, number>();
  const learn = (text: string, weight: number): void => foldedWords(text.replaceAll('…', ' ')).filter((word) => !FUNCTION_WORDS.has(word) && word.length > 1).forEach((word) => {
    weights.set(stem(word), Math.max(weight, weights.get(stem(word)) ?? 0));
  });
  learn(metric.definition, DEFINED);
  learn(`${metric.numerator.counts} ${metric.denominator?.counts ?? ''}`, COUNTED);
  [metric.name, metric.short ?? '', ...metric.synonyms].forEach((name) => learn(name, IN_A_NAME));
  return weights;
}
