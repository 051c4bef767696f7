import type { Vocabulary } from '../vocabulary/vocabulary';
import { editDistance } from './edit-distance';
import { fold, INFLECTED } from './fold';
import { NEGATIONS } from './negations';
import { PASSING_WORDS } from './passing-words';
import { withVowels } from './left-out-vowels';
import { isSlip, sameLetters } from './slip';

/**
 * What a word that is not known may have been meant to be. `sure` holds the nearest known words; with one of them it
 * is corrected, with several the person is asked. `near` holds those not near enough to be put in silently.
 */
export interface Correction {
  readonly sure: readonly string[];
  readonly near: readonly string[];
}

const SWAPPED = new Set(['the', 'for', 'and', 'our', 'may', 'jun', 'jul', 'apr', 'mar', 'aug', 'sep', 'oct', 'nov', 'dec', 'jan', 'feb', 'ytd']);

/** Edits allowed by length: none under four letters, one up to seven, two from eight. */
function allowance(word: string): number {
  return word.length < 4 ? 0 : word.length < 8 ? 1 : 2;
}

/** Finds what a mistyped word was meant to be, by the number of edits and by what putting it right would claim. */
export function correct(typed: string, vocabulary: Vocabulary): Correction {
  if (!/^\p{L}+$/u.test(typed) || NEGATIONS.has(typed)) {
    return { sure: [], near: [] };
  }
  const word = fold(typed);
  const limit = allowance(typed);
  if (limit === 0) {
    const swapped = [...SWAPPED].filter((short) => short.length === typed.length && editDistance(typed, short, 1) === 1 && sameLetters(typed, short));
    return { sure: swapped, near: typed.length === 3 ? nearShort(typed, vocabulary) : [] };
  }
  const measured = vocabulary.allWords
    .map((candidate) => ({ candidate, distance: editDistance(INFLECTED.has(candidate) ? typed : word, candidate, Math.min(limit, allowance(candidate) + 1)) }))
    .filter(({ candidate, distance }) => distance <= limit && isSlip(word, candidate, distance, vocabulary));
  const least = Math.min(...measured.map(({ distance }) => distance));
  const sure = measured.filter(({ distance }) => distance === least).map(({ candidate }) => candidate);
  const thumbed = [typed, word].map((one) => withVowels(one, vocabulary.allWords)).find((words) => words.length > 0) ?? [];
  // A word without any vowel has lost them sooner than it holds a wrong letter.
  if (sure.length > 0 && !(thumbed.length === 1 && !/[aeiou]/.test(typed))) {
    return { sure, near: [] };
  }
  const joined = thumbed.length > 0 ? thumbed : splitInTwo(typed, vocabulary);
  return { sure: joined, near: joined.length > 0 ? [] : nearby(word, limit, vocabulary) };
}

/** Two known words typed as one: "lastmonth", "dnarate", "bysite". */
function splitInTwo(typed: string, vocabulary: Vocabulary): readonly string[] {
  const halves: string[] = [];
  for (let at = 2; at <= typed.length - 2; at += 1) {
    const [left, right] = [typed.slice(0, at), typed.slice(at)];
    const long = left.length > 2 && right.length > 2;
    const split = left === 'by' && vocabulary.meaningOf([fold(right)])?.kind === 'dimension';
    if (split || (long && vocabulary.knows(fold(left)) && vocabulary.knows(fold(right)))) {
      halves.push(`${left} ${right}`);
    }
  }
  return halves;
}

function nearShort(typed: string, vocabulary: Vocabulary): readonly string[] {
  const longer = vocabulary.allWords.filter((word) => word.length === 4);
  return [...longer, ...vocabulary.shortWords].filter((word) => editDistance(typed, word, 1) === 1).slice(0, 6);
}

function nearby(word: string, limit: number, vocabulary: Vocabulary): readonly string[] {
  const short = vocabulary.shortWords.filter((candidate) => editDistance(word, candidate, 1) === 1);
  return [...short, ...vocabulary.allWords.filter((candidate) => !PASSING_WORDS.has(candidate) && editDistance(word, candidate, limit) <= limit)].slice(0, 6);
}
