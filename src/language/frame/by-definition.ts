import type { Metric } from '../../catalogue/metric';
import { foldedWords } from '../vocabulary/phrase';
import { FUNCTION_WORDS } from '../words/function-words';
import { NEGATIONS } from '../words/negations';
import { PASSING_WORDS } from '../words/passing-words';
import type { Case } from './case';

interface Run {
  readonly start: number;
  readonly end: number;
}

/** What a measure's own words say by the way and not of what it counts. */
const LEFT_OUT = /\b(?:less|excluding|except|without|not|never|left out|no)\b/i;
/** Behind these stands what a figure is narrowed to, even by words that the definition has too. */
const NARROWS: ReadonlySet<string> = new Set(['for', 'only', 'just', 'excluding', 'except', 'without', 'not', 'in', 'at', 'by', 'from', 'with', 'under', 'among']);
/** What comes before or after something may be what somebody asks about. */
const PLACES_IN_TIME: ReadonlySet<string> = new Set(['after', 'before', 'first', 'last', 'second', 'next', 'once', 'end', 'back', 'alive']);
const learnt = new WeakMap<Metric, ReadonlySet<string>>();

/**
 * Whether a run of words says of a measure what its own definition says: "per 1,000 people" of a rate that is counted so.
 * The words are those of its name, of what it counts and of the first sentence of its definition; what that leaves out is
 * none of them. Such words narrow nothing, and are said beside the answer.
 */
export function saidByDefinition({ start, end }: Run, one: Case, metrics: readonly Metric[]): boolean {
  const said = one.folded.slice(start, end).filter((word) => !FUNCTION_WORDS.has(word) && !PASSING_WORDS.has(word)).map(plainNumber);
  const turned = one.words.slice(start, end).some(({ text }) => NEGATIONS.has(text));
  return metrics.length > 0 && said.length > 0 && !turned && !metrics.some((metric) => isOneOfTwo(said, metric)) && !NARROWS.has(one.folded[start - 1] ?? '') && !NARROWS.has(one.folded[start] ?? '')
    && metrics.every((metric) => said.every((word) => wordsOf(metric).has(word) && !PLACES_IN_TIME.has(word) && !isGrammar(word, one)));
}

/** "Cancelled by patient or hospital": to say one of the two is to leave the other out. */
function isOneOfTwo(said: readonly string[], { definition, numerator }: Metric): boolean {
  return [...`${numerator.counts}. ${definition}`.matchAll(/([\p{L}-]+) or (?:by |the |by the |a |an )?([\p{L}-]+)/giu)].some(([, one = '', other = '']) => {
    const [first, second] = [one, other].map((word) => foldedWords(word)[0] ?? '');
    return said.includes(first ?? '') !== said.includes(second ?? '');
  });
}

/** A word of grammar other than the people that a measure counts. */
function isGrammar(word: string, { ground: { vocabulary } }: Case): boolean {
  const meaning = vocabulary.meaningOf([word]);
  return meaning?.kind === 'role' && meaning.role !== 'people';
}

function wordsOf(metric: Metric): ReadonlySet<string> {
  const known = learnt.get(metric);
  if (known !== undefined) {
    return known;
  }
  const [first = ''] = metric.definition.split(/(?<=\.)\s/);
  const clauses = [metric.name, metric.numerator.counts, metric.denominator?.counts ?? '', ...first.split(/[,:;]/)].filter((clause) => !LEFT_OUT.test(clause));
  const words = new Set(clauses.flatMap(foldedWords).map(plainNumber).filter((word) => !FUNCTION_WORDS.has(word)));
  learnt.set(metric, words);
  return words;
}

/** "1,000" as "1000". */
export function plainNumber(word: string): string {
  return word.replace(/(?<=\d),(?=\d{3}(?!\d))/g, '');
}
