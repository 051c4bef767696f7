import { FUNCTION_WORDS } from '../words/function-words';
import { fold } from '../words/fold';
import { wordsOf } from '../words/word';

const PLACES: readonly RegExp[] = [
  /^(?:the )?(?:first|1st|1|one|top|former)(?: one| option)?$/i, /^(?:the )?(?:second|2nd|2|two|latter)(?: one| option)?$/i,
  /^(?:the )?(?:third|3rd|3|three)(?: one| option)?$/i, /^(?:the )?(?:fourth|4th|4|four)(?: one| option)?$/i,
];
/** "Clinics, not theatres". */
const NOT_THE_OTHER = /^(.+?),? (?:not|rather than|instead of) (.+)$/i;
/** More words than these are a question of their own. */
const MOST_WORDS = 4;

/**
 * The option of a question back that a person chose in words: its place ("the second one"), or words that only one of the
 * options has. Several that have them are given back, to be asked about anew; none, where the words choose nothing.
 */
export function chosenOptions(text: string, offered: readonly string[]): readonly string[] {
  const place = PLACES.findIndex((pattern) => pattern.test(text.trim().replace(/[.!?]+$/, '')));
  const [only] = place < 0 ? [] : offered.slice(place, place + 1);
  if (only !== undefined) {
    return [only];
  }
  const [, wanted = text, unwanted = ''] = NOT_THE_OTHER.exec(text) ?? [];
  const [said, not] = [contentOf(wanted), contentOf(unwanted)];
  // "Capped, not LGH" leaves out what none of the options has, and is more than a choice.
  const isAnOption = not.every((word) => offered.some((option) => contentOf(option).includes(word))) && (unwanted === '' || not.length > 0);
  if (said.length === 0 || said.length + not.length > MOST_WORDS || !isAnOption) {
    return [];
  }
  const having = offered.filter((option) => {
    const words = new Set(contentOf(option));
    return said.every((word) => words.has(word)) && !not.some((word) => words.has(word));
  });
  return having.length < offered.length ? having : [];
}

/** What is said beside a choice. */
const POLITE: ReadonlySet<string> = new Set(['sorry', 'thank', 'ta', 'cheer', 'mean', 'meant', 'yes', 'yeah', 'no', 'one', 'then', 'ok']);

function contentOf(text: string): readonly string[] {
  return wordsOf(text).map((word) => fold(word.text)).filter((word) => !FUNCTION_WORDS.has(word) && !POLITE.has(word));
}
