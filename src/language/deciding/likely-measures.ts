import type { Metric } from '../../catalogue/metric';
import type { Case } from '../frame/case';
import type { Picked } from '../frame/frame';
import type { Leftover } from '../frame/leftover';
import { isHeld } from '../held-range';
import type { Meaning, Role } from '../vocabulary/meaning';
import { stem } from '../vocabulary/measure-words';
import { FUNCTION_WORDS } from '../words/function-words';
import { isPlain } from '../words/ordinary';
import { asUnderstood } from './as-understood';

/** Less than this is said by any two words of a hospital. */
const LEAST = 3;
/** So much is said for a measure that what else was said is talk around it. */
const MUCH = 7;
/** A measure for which so much less is said than for the first is none of those meant. */
const NEARLY = 0.5;
/** Parts of grammar that are said of any measure, though they stand in the names of some. */
const OF_ANY: ReadonlySet<Role> = new Set<Role>(['share', 'figure', 'count', 'average', 'doing', 'latest', 'place', 'versus-previous', 'versus-last-year']);
/** Most measures that are offered. */
const MOST = 3;

export interface Likely {
  /** Whole questions for the measures that the words speak for, likeliest first. */
  readonly questions: readonly string[];
  /** Whether the words say enough of the first to ask whether it is meant. */
  readonly enough: boolean;
}

/**
 * The measures that are held, that can be told by what the question narrows and splits by, and that its words speak for
 * though none of them is named: "what share of lists got going late".
 * @param left what was not understood: most of it must be explained by a measure for it to be asked about
 * @param among the measures that alone come into question
 */
export function likelyMeasures(one: Case, left: readonly Leftover[], among?: readonly string[]): Likely {
  const { frame, folded, spans, ground: { coverage, vocabulary } } = one;
  const words = folded.filter((_word, at) => !within(spans.filter(({ meaning }) => meaning.kind === 'period' || meaning.kind === 'number' || (meaning.kind === 'role' && OF_ANY.has(meaning.role))), at));
  const likely = vocabulary.likely(words).flatMap(({ metric, weight, explained }) => {
    const named = partsOfItsName(one, metric, explained);
    const parts = [...frame.main.values, ...frame.versus.values, ...frame.excluded].filter((value) => !named.includes(value)).map(({ dimension }) => dimension);
    const fits = [...parts, ...frame.by].every((dimension) => metric.dimensions.includes(dimension));
    return weight >= LEAST && among?.includes(metric.id) !== false && fits && isHeld(metric, coverage) ? [{ metric, weight, explained, named }] : [];
  });
  const [first] = likely;
  const near = likely.filter(({ weight }) => first !== undefined && weight >= first.weight * NEARLY).slice(0, MOST);
  const content = left.flatMap(({ start, end }) => folded.slice(start, end)).filter((word) => !FUNCTION_WORDS.has(word) && !isOfAny(vocabulary.meaningOf([word])));
  const strange = content.filter((word) => first?.explained.has(stem(word)) !== true);
  const plain = strange.every((word) => isPlain(one.words[folded.indexOf(word)]));
  const known = strange.every((word) => vocabulary.knows(word) || isPlain(one.words[folded.indexOf(word)]));
  // "Shoe size" shares a word with the size of a backlog, and is nothing like it.
  const isNear = strange.length === 0 || (first !== undefined && first.explained.size > 1);
  return {
    questions: !isNear ? [] : near.flatMap(({ metric, named }) => asUnderstood(one, metric.id, named) ?? []),
    // One word alone speaks for a measure only where nothing else is strange beside it.
    enough: first !== undefined && ((plain && strange.length * 2 <= content.length && (strange.length === 0 || first.explained.size > 1)) || (known && first.weight >= MUCH && first.explained.size > 2)),
  };
}

function within(spans: Case['spans'], at: number): boolean {
  return spans.some(({ start, end }) => start <= at && at < end);
}

function isOfAny(meaning: Meaning | undefined): boolean {
  return meaning?.kind === 'role' && OF_ANY.has(meaning.role);
}

/** "Follow-ups per new" of the ratio that is of both: what it is not told by, and is called by. */
function partsOfItsName({ frame, folded }: Case, metric: Metric, explained: ReadonlySet<string>): readonly Picked[] {
  return frame.main.values.filter(({ dimension, span }) => !metric.dimensions.includes(dimension) && folded.slice(span.start, span.end).every((word) => explained.has(stem(word))));
}
