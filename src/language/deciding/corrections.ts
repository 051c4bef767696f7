import type { Reading } from '../reading';
import { reworded } from '../frame/case';
import { numberMeaning } from '../frame/number-words';
import { correct } from '../words/correction';
import { fold } from '../words/fold';
import { FUNCTION_WORDS } from '../words/function-words';
import type { Word } from '../words/word';
import type { Vocabulary } from '../vocabulary/vocabulary';

/** A question with its slips put right, what was put right, and where several readings of a slip were equally near. */
export interface Corrected {
  readonly text: string;
  readonly notes: readonly string[];
  readonly torn: { readonly word: Word; readonly between: readonly string[] } | null;
}

/** Puts mistyped words right where only one known word is near; the first that is torn between several is given back. */
export function correctWords(text: string, words: readonly Word[], vocabulary: Vocabulary, isPeriodWord: (word: string) => boolean): Corrected {
  let current = text;
  const notes: string[] = [];
  let torn: Corrected['torn'] = null;
  for (let at = words.length - 1; at >= 0; at -= 1) {
    const word = words[at];
    if (word === undefined || isKnown(word.text, vocabulary) || isPeriodWord(word.text)) {
      continue;
    }
    const { sure } = correct(word.text, vocabulary);
    const [only] = sure;
    if (only !== undefined && sure.length === 1) {
      current = reworded(current, words, { start: at, end: at + 1 }, only);
      notes.unshift(`“${word.typed}” is read as “${only}”.`);
    } else if (sure.length > 1) {
      torn = { word, between: sure };
    }
  }
  return { text: current, notes, torn };
}

function isKnown(word: string, vocabulary: Vocabulary): boolean {
  return FUNCTION_WORDS.has(word) || vocabulary.knows(fold(word)) || numberMeaning(word) !== undefined || /\d/.test(word);
}

/**
 * A slip as near to one word as to another. Where only one of them makes a question it is that one; where several do,
 * the person is asked; where none does, null: the word is then named back.
 */
export function settleTorn(text: string, words: readonly Word[], torn: NonNullable<Corrected['torn']>, again: (text: string) => Reading): Reading | null {
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
    return readings.find(({ reading }) => reading.kind === 'clarify')?.reading ?? null;
  }
  if (reads.length === 1) {
    return { ...first.reading, notes: [`“${torn.word.typed}” is read as “${first.instead}”.`, ...first.reading.notes] };
  }
  return { kind: 'clarify', ask: `Did you mean ${reads.map(({ instead }) => `“${instead}”`).join(' or ')}?`, options: reads.map(({ wording }) => wording).slice(0, 4), query: null };
}

function sameQuery(a: Reading, b: Reading): boolean {
  return a.kind === 'query' && b.kind === 'query' && JSON.stringify(a.query) === JSON.stringify(b.query);
}
