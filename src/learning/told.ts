import { foldedWords } from '../language/vocabulary/phrase';
import type { Meaning } from '../language/vocabulary/meaning';
import type { Vocabulary } from '../language/vocabulary/vocabulary';
import { fold } from '../language/words/fold';
import { FUNCTION_WORDS } from '../language/words/function-words';
import { wordsOf } from '../language/words/word';

/** A metric, or a value of a dimension: what a word that is not known yet can become another name for. */
export type Thing = Extract<Meaning, { kind: 'metric' | 'value' }>;

/** What a choice says of words that were not known: which words, as typed and in small letters, stand for which thing. */
export interface Told {
  readonly words: string;
  readonly thing: Thing;
}

/** How many known words on either side may belong to the name that was typed: "theatre flow", of which "theatre" is known. */
const MOST_BESIDE = 2;

/**
 * Sets a question beside the option that was chosen for it, and finds what stands in the option in the place of the words
 * that were not known. Null where nothing does: where the option leaves those words out, it says nothing of them.
 */
export function toldBy(question: string, unknown: string, chosen: string, vocabulary: Vocabulary): Told | null {
  const asked = wordsOf(question);
  const folded = asked.map(({ text }) => fold(text));
  const phrase = foldedWords(unknown);
  const answered = foldedWords(chosen);
  const start = startOf(phrase, folded);
  if (start < 0) {
    return null;
  }
  const end = start + phrase.length;
  const ownMeaning = (words: readonly string[]): boolean => ['metric', 'value', 'ambiguous'].includes(vocabulary.meaningOf(words)?.kind ?? '');
  for (const { from, to } of windows(start, end, folded.length)) {
    // What says something by itself ("DNA") and what joins is no part of another name.
    const besides = [folded.slice(from, start), folded.slice(end, to)];
    if (besides.some((words) => ownMeaning(words) || words.some((word) => FUNCTION_WORDS.has(word) || ownMeaning([word])))) {
      continue;
    }
    const [left, right] = [folded.slice(0, from), folded.slice(to)];
    const beside = new Set([...left, ...right]);
    const thing = candidates(answered, left, right, vocabulary.longest)
      .filter((words) => words.every((word) => !beside.has(word)))
      .map((words) => vocabulary.meaningOf(words))
      .find((meaning): meaning is Thing => meaning?.kind === 'metric' || meaning?.kind === 'value');
    if (thing !== undefined) {
      return { words: asked.slice(from, to).map(({ text }) => text).join(' '), thing };
    }
  }
  return null;
}

/** Where the phrase stands among the words, or -1. */
function startOf(phrase: readonly string[], words: readonly string[]): number {
  return phrase.length === 0 ? -1 : words.findIndex((_word, at) => phrase.every((word, step) => words[at + step] === word));
}

/** The words that were not known, then with known ones beside them: the fewest first. */
function windows(start: number, end: number, length: number): readonly { readonly from: number; readonly to: number }[] {
  const sides = Array.from({ length: MOST_BESIDE + 1 }, (_, step) => step);
  return sides.flatMap((left) => sides.map((right) => ({ from: start - left, to: end + right, more: left + right })))
    .filter(({ from, to }) => from >= 0 && to <= length)
    .sort((a, b) => a.more - b.more);
}

/** Runs of the option's words that follow what stands left of the window, or go before what stands right of it; the longest first. */
function candidates(answered: readonly string[], left: readonly string[], right: readonly string[], longest: number): readonly (readonly string[])[] {
  const lengths = Array.from({ length: Math.min(longest, answered.length) }, (_, step) => step + 1).reverse();
  const follows = left.every((word, at) => answered[at] === word);
  const end = answered.length - right.length;
  const precedes = end > 0 && right.every((word, at) => answered[end + at] === word);
  return lengths.flatMap((length) => [
    ...(follows && left.length + length <= answered.length ? [answered.slice(left.length, left.length + length)] : []),
    ...(precedes && end - length >= 0 ? [answered.slice(end - length, end)] : []),
  ]);
}
