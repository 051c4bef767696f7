import type { Metric } from '../../catalogue/metric';
import type { Query } from '../../engine/query';
import { typedWords, type Case } from '../frame/case';
import { fold } from '../words/fold';
import { foldedWords } from '../vocabulary/phrase';
import { FUNCTION_WORDS } from '../words/function-words';
import { wordsOf } from '../words/word';

const MONEY: ReadonlySet<string> = new Set(['£', 'money', 'pound', 'cash']);

/**
 * "Emergency?" after the elective length of stay, "the 52s" after the 65-week waits, "in £" after the activity: words that
 * make another measure of the one before. The name of the only measure that they make, or null.
 */
export function restOfAName(one: Case, before: Query): string | null {
  // "Which theatres at the General" asks for a split.
  if (one.frame.by.length > 0) {
    return null;
  }
  const beside = one.spans.filter(({ meaning }) => meaning.kind === 'value' || meaning.kind === 'period');
  const said = one.folded.filter((word, at) => !FUNCTION_WORDS.has(word) && word !== 'one' && !beside.some(({ start, end }) => start <= at && at < end)).map((word) => word.replace(/^(\d+)(?:s|\+)$/, '$1'));
  const named = restNamed(one, before, said);
  return named === null ? null : [named, ...beside.map((span) => typedWords(one.words, span))].join(' ');
}

function restNamed(one: Case, before: Query, said: readonly string[]): string | null {
  const { catalogue } = one.ground;
  const [id, second] = before.metrics;
  const metric = id === undefined ? undefined : catalogue.metrics.get(id);
  if (metric === undefined || second !== undefined || said.length === 0 || said.length > 2) {
    return null;
  }
  const own = wordsIn(metric);
  // "Elective" of what was taken for the elective length of stay: as it was taken.
  if (said.every((word) => own.has(word)) && catalogue.ambiguities.some(({ readings }) => readings.some((reading) => namesMetric(reading, one) === metric.id) && readings.some((reading) => !said.every((word) => foldedWords(reading).includes(word))))) {
    return metric.name;
  }
  const fitting = [...catalogue.metrics.values()].filter((other) => {
    const words = wordsIn(other);
    const shared = [...words].filter((word) => own.has(word)).length;
    const related = other.id !== metric.id && (shared >= Math.min(2, own.size - 1) || (shared > 0 && /\bones?\b/i.test(one.text)));
    const named = said.every((word) => words.has(word)) && !said.every((word) => own.has(word));
    const asMoney = said.every((word) => MONEY.has(word)) && other.unit === 'gbp' && metric.unit !== 'gbp';
    return related && (other.group === metric.group || /\bone\b/i.test(one.text)) && (named || asMoney);
  });
  // "The on the day ones": of two that have the words, the one that has them as they were said.
  const phrase = one.text.toLowerCase().replace(/\bones?\b/g, '').replace(/^(?:and |the )+/, '').trim();
  const asSaid = fitting.filter(({ name }) => phrase !== '' && name.toLowerCase().replaceAll('-', ' ').includes(phrase));
  const [only, rival] = fitting.length > 1 && asSaid.length === 1 ? asSaid : fitting;
  return only !== undefined && rival === undefined ? only.name : rivalOf(one, metric, said);
}

/** "Clinic" after the utilisation that was taken for that of theatres: another reading of the word that both go by. */
function rivalOf(one: Case, metric: Metric, said: readonly string[]): string | null {
  const { frame, ground: { catalogue } } = one;
  if (frame.bare.some(({ dimension }) => metric.dimensions.includes(dimension))) {
    return null;
  }
  const stands = (reading: string): string | null => namesMetric(reading, one);
  const rivals = catalogue.ambiguities.filter(({ readings }) => readings.some((reading) => stands(reading) === metric.id)).flatMap(({ words, readings }) => {
    const shared = new Set(words.flatMap(foldedWords));
    return readings.filter((reading) => {
      const name = foldedWords(reading);
      return stands(reading) !== metric.id && said.every((word) => name.includes(word) && !shared.has(word)) && name.every((word) => said.includes(word) || shared.has(word));
    });
  });
  const [only, other] = [...new Set(rivals)];
  return only !== undefined && other === undefined ? only : null;
}

/** The measure that words by themselves stand for, or null. */
function namesMetric(words: string, { ground: { vocabulary } }: Case): string | null {
  const meaning = vocabulary.meaningOf(foldedWords(words));
  return meaning?.kind === 'metric' ? meaning.id : null;
}

/** The content words of a measure's name. */
function wordsIn({ name }: Metric): ReadonlySet<string> {
  return new Set(wordsOf(name).map(({ text }) => fold(text)).filter((word) => !FUNCTION_WORDS.has(word)));
}
