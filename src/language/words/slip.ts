import type { Vocabulary } from '../vocabulary/vocabulary';
import type { Role } from '../vocabulary/meaning';
import { FUNCTION_WORDS } from './function-words';
import { NEGATIONS } from './negations';
import { PASSING_WORDS } from './passing-words';

/** Neighbours on the keyboard, row by row: what a thumb slips to. */
const ROWS = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm'];
/** Words of grammar that change nothing in the query, so that a content word must not vanish into them. */
const CHANGES_NOTHING: ReadonlySet<Role> = new Set(['greeting', 'latest', 'doing', 'place', 'together', 'people', 'figure', 'during', 'average', 'aged', 'help']);
/** A period by one word, as a filter is by its name. */
const PERIOD_BY_ITSELF: ReadonlySet<string> = new Set([
  'january', 'february', 'march', 'april', 'june', 'july', 'august', 'september', 'october', 'november', 'december', 'sept',
  'today', 'yesterday', 'tomorrow', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday',
]);

/**
 * Whether a word that is `distance` edits from a known one can only be a slip of the thumb. How far it may differ
 * depends on what it would claim:
 * - part of a longer phrase ("rate", "utilisation", "last"): any edit, since the rest of the phrase must stand too;
 * - a filter, a period or a dimension by itself: it keeps its first letter, and in words of up to five letters a
 *   letter is changed only for its neighbour on the keyboard, since "main" is no slip for "pain" nor "size" for "site";
 * - a word that changes nothing in the query: only swapped letters, or one edit in a long word, since "male" must not
 *   vanish into "mate".
 */
export function isSlip(word: string, candidate: string, distance: number, vocabulary: Vocabulary): boolean {
  const meaning = vocabulary.meaningOf([candidate]);
  const role = meaning?.kind === 'role' ? meaning.role : null;
  const start = keepsItsStart(word, candidate);
  if (PASSING_WORDS.has(candidate) || NEGATIONS.has(word) || NEGATIONS.has(candidate)) {
    return false;
  }
  if (FUNCTION_WORDS.has(candidate) || (role !== null && CHANGES_NOTHING.has(role))) {
    return sameLetters(word, candidate) || (start && distance === 1 && word.length > 5);
  }
  if (PERIOD_BY_ITSELF.has(candidate)) {
    return start && (sameLetters(word, candidate) || word.length > 5 || word.length !== candidate.length);
  }
  const standsAlone = meaning !== undefined && meaning.kind !== 'metric' && meaning.kind !== 'role';
  if (!standsAlone) {
    return start || distance === 1;
  }
  return start && (sameLetters(word, candidate) || word.length > 5 || word.length !== candidate.length || changedToNeighbours(word, candidate));
}

function changedToNeighbours(word: string, candidate: string): boolean {
  const changed = [...word].flatMap((letter, at) => (letter === candidate[at] ? [] : [[letter, candidate.charAt(at)] as const]));
  return changed.every(([typed, meant]) => neighbours(typed, meant));
}

function neighbours(a: string, b: string): boolean {
  return ROWS.some((row, at) => {
    const place = row.indexOf(a);
    return place >= 0 && [ROWS[at - 1], row, ROWS[at + 1]].some((other) => {
      const next = other?.indexOf(b) ?? -1;
      return next >= 0 && Math.abs(place - next) <= 1;
    });
  });
}

function keepsItsStart(word: string, candidate: string): boolean {
  return word.charAt(0) === candidate.charAt(0) || (word.charAt(0) === candidate.charAt(1) && word.charAt(1) === candidate.charAt(0));
}

/** Whether two words are made of the same letters; one edit apart, they differ by a swap. */
export function sameLetters(a: string, b: string): boolean {
  return [...a].sort().join('') === [...b].sort().join('');
}
