import { cleanText } from '../words/clean-text';
import { fold } from '../words/fold';
import { wordsOf } from '../words/word';

/** A phrase of the catalogue as the words it is looked up by: small letters, British spelling, singular. */
export function foldedWords(phrase: string): readonly string[] {
  return wordsOf(cleanText(phrase)).map((word) => fold(word.text));
}

/**
 * The key of a run of folded words. Words are joined without spaces, so that "day case", "day-case" and "daycase"
 * are one; a joined short form ("T&O", "t/o") is written out.
 */
export function phraseKey(words: readonly string[]): string {
  const joined = words.join('');
  return /[&/]/.test(joined) ? joined.replace(/^(\p{L}{1,3})[&/](\p{L}{1,3})$/u, '$1and$2') : joined;
}

/** The ways in which a phrase is also typed: without its "and" and "the", and turned about its last word ("utilisation of clinics"). */
export function variants(words: readonly string[], turned: boolean): readonly (readonly string[])[] {
  const bare = words.filter((word) => word !== 'and' && word !== 'the');
  const forms: (readonly string[])[] = [words];
  if (bare.length > 1 && bare.length < words.length && bare.join('').length > 3) {
    forms.push(bare);
  }
  const last = words.at(-1);
  if (turned && last !== undefined && words.length > 1 && words.length < 5 && last.length > 2) {
    const rest = words.slice(0, -1);
    forms.push(...['of', 'in', 'for'].flatMap((link) => [[last, link, ...rest], [last, link, 'the', ...rest]]));
  }
  return forms;
}
