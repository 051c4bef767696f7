import { isCommonName, titleOf } from '../language/named-person';
import type { Vocabulary } from '../language/vocabulary/vocabulary';
import { cleanText } from '../language/words/clean-text';
import { fold } from '../language/words/fold';
import { FUNCTION_WORDS } from '../language/words/function-words';
import { PERIOD_WORDS } from '../language/words/period-words';
import { wordsOf, type Word } from '../language/words/word';
import { identifying } from './personal-patterns';

/** What stands in the place of words that were taken out. */
export const REMOVED = '…';

/** The longest text that is kept, in characters; what is beyond it is cut off. */
const LONGEST = 200;
/** A word longer than this is none. */
const LONGEST_WORD = 30;
/** Letters that an abbreviation in capitals may have: SDEC, GIRFT. A longer word in capitals may be a surname. */
const LONGEST_ABBREVIATION = 5;

/** A text with whatever looks personal taken out. */
export interface Cleared {
  /** Its words with single blanks between them, or the hyphen or stroke that joined them, and `REMOVED` for those that are gone. */
  readonly text: string;
  /** The words that stayed, in small letters. */
  readonly words: ReadonlySet<string>;
}

type Known = Pick<Vocabulary, 'knows'>;

/** What is known of the words before one. */
interface Before {
  /** A title stands right before: what follows is a name. */
  readonly title: ReturnType<typeof titleOf>;
  /** A word that was taken for a name stands right before: what follows may be the rest of it. */
  readonly name: boolean;
}

/**
 * Takes out what looks personal: numbers, addresses, days and mentions by their form; names by their title, by the lists
 * of common ones, with or without a possessive s, and by a capital on a word that nothing else knows. Words in small letters that are not known stay, for
 * they are what is looked for; so do such words in a text that is all capitals, where a capital tells nothing.
 */
export function withoutPersonal(text: string, vocabulary: Known): Cleared {
  const cleaned = cleanText(text);
  const personal = identifying(cleaned);
  const shouted = !/\p{Ll}/u.test(cleaned);
  const kept: Piece[] = [];
  const words = new Set<string>();
  let before: Before = NOTHING;
  let end = 0;
  for (const word of wordsOf(cleaned)) {
    const gap = cleaned.slice(end, word.start);
    end = word.end;
    before = /[,;:.!?()]/.test(gap) ? NOTHING : before;
    const found = personal.filter(({ start, end }) => word.start < end && start < word.end);
    const named = found.length === 0 && isNamed(word, before, shouted, vocabulary);
    if (found.length === 0 && !named) {
      kept.push({ text: word.typed, joint: gap === '-' || gap === '/' ? gap : ' ' });
      words.add(word.text);
    } else if (kept.at(-1)?.text !== REMOVED) {
      kept.push({ text: REMOVED, joint: ' ' });
    }
    const mentioned = found.some(({ start, end }) => cleaned.slice(start, end).includes('@'));
    before = { title: named ? null : titleOf(word), name: named || mentioned };
  }
  return { text: shortened(kept), words };
}

const NOTHING: Before = { title: null, name: false };

/** A word that is kept, and what stands between it and the one before. */
interface Piece {
  readonly text: string;
  readonly joint: string;
}

function isNamed(word: Word, before: Before, shouted: boolean, vocabulary: Known): boolean {
  const { text, typed } = word;
  const isTitle = before.title === null && titleOf(word) !== null;
  if (isTitle || FUNCTION_WORDS.has(text) || PERIOD_WORDS.has(text)) {
    return false;
  }
  const known = vocabulary.knows(fold(text));
  const capital = !shouted && /\p{Lu}/u.test(typed) && /\p{Ll}/u.test(typed.replace(/'?s$/, ''));
  // "Dr Ward" is a name; after "nurse" only a word that is not known is one.
  if (before.title === 'formal' || (before.name && capital)) {
    return true;
  }
  return !known && (before.title !== null || before.name || looksNamed(word, capital, shouted));
}

/** Whether a word that is not known looks like a name by itself. */
function looksNamed({ text, typed }: Word, capital: boolean, shouted: boolean): boolean {
  const letters = [...text].length;
  if (/\p{N}/u.test(text)) {
    // "w41" and "3rd" are no names; digits of other scripts are nothing that a question here needs.
    return /[^\P{N}0-9]/u.test(text) || (/\p{L}/u.test(text) && letters > 6);
  }
  return capital || /^\p{L}$/u.test(text) || letters > LONGEST_WORD
    || isCommonName(text)
    || (!shouted && /^\p{Lu}+$/u.test(typed) && letters > LONGEST_ABBREVIATION)
    // "Okafor's" and "o'brien"; and letters of scripts that have no capitals to tell by.
    || /'/.test(typed) || /\p{Lo}/u.test(text);
}

function shortened(pieces: readonly Piece[]): string {
  let text = '';
  for (const [at, { text: word, joint }] of pieces.entries()) {
    const before = at === 0 ? '' : pieces[at - 1]?.text === REMOVED ? ' ' : joint;
    if (text.length + before.length + word.length > LONGEST) {
      return text;
    }
    text += before + word;
  }
  return text;
}
