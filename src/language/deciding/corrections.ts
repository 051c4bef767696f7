import type { Reading } from '../reading';
import { reworded, type Case } from '../frame/case';
import { numberMeaning } from '../frame/number-words';
import { correct } from '../words/correction';
import { isOrdinary, ordinaryMeant } from '../words/ordinary';
import { editDistance } from '../words/edit-distance';
import { fold } from '../words/fold';
import { FUNCTION_WORDS } from '../words/function-words';
import type { Word } from '../words/word';
import { sameLetters } from '../words/slip';
import type { Role } from '../vocabulary/meaning';
import type { Vocabulary } from '../vocabulary/vocabulary';

/** A word as typed and what was put in its place. */
export interface Correction {
  readonly word: Word;
  readonly instead: string;
}

/** A question with its slips put right, what was put right, and where several readings of a slip were equally near. */
export interface Corrected {
  readonly text: string;
  readonly put: readonly Correction[];
  readonly torn: { readonly word: Word; readonly between: readonly string[] } | null;
}

/** Shorter names of values are offered and not put in: a filter nobody asked for is a wrong answer. */
const LONG_NAME = 8;

/**
 * Puts mistyped words right where only one known word is near; the first that is torn between several is given back.
 * Words in `kept` stay as they were typed.
 */
export function correctWords(
  text: string, words: readonly Word[], vocabulary: Vocabulary, isPeriodWord: (word: string) => boolean, kept: ReadonlySet<string> = new Set(),
): Corrected {
  let current = text;
  const put: Correction[] = [];
  let torn: Corrected['torn'] = null;
  for (let at = words.length - 1; at >= 0; at -= 1) {
    const word = words[at];
    if (word === undefined || kept.has(word.text) || isOrdinary(word.text) || isKnown(word.text, vocabulary) || isPeriodWord(word.text)) {
      continue;
    }
    const { sure } = correct(word.text, vocabulary);
    const [only] = sure;
    // An everyday word one edit away is meant sooner than another that is two away: "recieved" is not reviewed.
    const plain = sure.every((instead) => editDistance(word.text, instead, 1) > 1) ? ordinaryMeant(word.text) : null;
    if (plain !== null) {
      current = reworded(current, words, { start: at, end: at + 1 }, plain);
      put.unshift({ word, instead: plain });
    } else if (only !== undefined && sure.length === 1 && !mustBeOffered(word.text, only, vocabulary)) {
      current = reworded(current, words, { start: at, end: at + 1 }, only);
      put.unshift({ word, instead: only });
    } else if (sure.length > 1) {
      torn = { word, between: sure };
    }
  }
  return { text: current, put, torn };
}

/** A short word that would become a filter, or a very short one that would turn the question about. */
function mustBeOffered(typed: string, instead: string, vocabulary: Vocabulary): boolean {
  const meaning = vocabulary.meaningOf([fold(instead)]);
  const turns = meaning?.kind === 'role' && TURNING.has(meaning.role);
  // A letter left out, doubled or swapped in a word of some length is a slip; another letter may be another word.
  const slipped = typed.length > 4 && (typed.length !== instead.length || sameLetters(typed, instead));
  return (meaning?.kind === 'value' && instead.length < LONG_NAME && !slipped) || (turns && typed.length < 5 && !sameLetters(typed, instead));
}

const TURNING: ReadonlySet<Role> = new Set(['worst', 'best', 'highest', 'lowest', 'excluding', 'above', 'below']);

function isKnown(word: string, vocabulary: Vocabulary): boolean {
  return FUNCTION_WORDS.has(word) || vocabulary.knows(fold(word)) || numberMeaning(word) !== undefined || /\d/.test(word);
}

/**
 * A slip as near to one word as to another. Where only one of them makes a question it is that one; where several do,
 * the person is asked; where none does, null: the word is then named back.
 */
export function settleTorn(text: string, words: readonly Word[], torn: NonNullable<Corrected['torn']>, one: Pick<Case, 'again' | 'ground'>): Reading | null {
  const { again, ground: { vocabulary } } = one;
  const at = words.findIndex(({ start, text: plain }) => start === torn.word.start && plain === torn.word.text);
  if (at < 0) {
    return null;
  }
  const readings = torn.between.slice(0, 6).map((instead) => {
    const wording = reworded(text, words, { start: at, end: at + 1 }, instead);
    return { instead, wording, reading: again(wording) };
  });
  const reads = readings.filter(({ reading }, at) => reading.kind === 'query' && readings.findIndex(({ reading: other }) => sameQuery(other, reading)) === at);
  const [first] = reads;
  if (first === undefined || first.reading.kind !== 'query') {
    return readings.find(({ reading, instead }) => reading.kind === 'clarify' && !mustBeOffered(torn.word.text, instead, vocabulary))?.reading ?? null;
  }
  if (reads.length === 1 && !mustBeOffered(torn.word.text, first.instead, vocabulary)) {
    return { ...first.reading, notes: [`“${torn.word.typed}” is read as “${first.instead}”.`, ...first.reading.notes] };
  }
  return { kind: 'clarify', ask: `Did you mean ${reads.map(({ instead }) => `“${instead}”`).join(' or ')}?`, options: reads.map(({ wording }) => wording).slice(0, 4), query: null };
}

function sameQuery(a: Reading, b: Reading): boolean {
  return a.kind === 'query' && b.kind === 'query' && JSON.stringify(a.query) === JSON.stringify(b.query);
}
