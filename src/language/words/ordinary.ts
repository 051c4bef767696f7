import { COMMON_WORDS } from './common-words';
import { ENGLISH_WORDS } from './english-words';
import { editDistance } from './edit-distance';
import { NEGATIONS } from './negations';
import { PASSING_WORDS } from './passing-words';
import { sameLetters } from './slip';
import type { Word } from './word';

/** Whether a word is one of everyday English that means nothing here: it is never a slip in another word. */
export function isOrdinary(word: string): boolean {
  return isListed(word) || (word.length > 4 && word.endsWith('s') && isListed(word.slice(0, -1)));
}

function isListed(word: string): boolean {
  return PASSING_WORDS.has(word) || COMMON_WORDS.has(word) || ENGLISH_WORDS.has(word);
}

/** Whether a word of a question is an everyday one as it was typed: in capitals it may be short for something else. */
export function isPlain(word: Word | undefined): boolean {
  return word !== undefined && !/^\p{Lu}{2,}$/u.test(word.typed) && isOrdinary(word.text);
}

/** Shorter words are one edit away from too many others; and from this length on, one wrong letter is a slip. */
const SHORTEST = 6;
const LONG = 9;

/**
 * The everyday word that a mistyped one was meant to be ("recieved", "becuase"): two letters swapped, one doubled or
 * left out, or one wrong in a long word, and no other such word as near. Null where there is none. What it means is then no longer unknown, but nothing.
 */
export function ordinaryMeant(word: string): string | null {
  if (word.length < SHORTEST || !/^[a-z]+$/.test(word) || NEGATIONS.has(word)) {
    return null;
  }
  const [only, second] = (BY_START.get(word.slice(0, 2)) ?? []).filter((ordinary) => (
    (ordinary.length !== word.length || word.length >= LONG || sameLetters(word, ordinary)) && editDistance(word, ordinary, 1) === 1));
  return second === undefined ? only ?? null : null;
}

/** The longer everyday words by the two letters that they begin with. */
const BY_START: ReadonlyMap<string, readonly string[]> = [...new Set([...PASSING_WORDS, ...COMMON_WORDS, ...ENGLISH_WORDS])]
  .filter((word) => word.length >= SHORTEST - 1)
  .reduce((starts, word) => starts.set(word.slice(0, 2), [...starts.get(word.slice(0, 2)) ?? [], word]), new Map<string, readonly string[]>());
