import type { Vocabulary } from '../vocabulary/vocabulary';
import { COMMON_WORDS } from '../words/common-words';
import { editDistance } from '../words/edit-distance';
import { fold } from '../words/fold';
import { sameLetters } from '../words/slip';
import { wordsOf } from '../words/word';

/** Words of commands that thumbs slip on. */
const WORDS = [
  'every', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday', 'mondays', 'tuesdays', 'wednesdays', 'thursdays', 'fridays',
  'weekly', 'daily', 'monthly', 'month', 'digest', 'digests', 'channel', 'scorecard', 'preview', 'pause', 'resume', 'schedule', 'watching', 'watch', 'alert', 'alerts', 'notify',
  'follow', 'unfollow', 'following', 'working', 'morning', 'instead', 'changes', 'significantly', 'exceeds', 'exceed', 'goes', 'drops', 'below', 'above', 'until', 'post', 'send',
] as const;
const SHORT: Readonly<Record<string, string>> = { evry: 'every', wkly: 'weekly', mthly: 'monthly', mnthly: 'monthly', lmk: 'let me know', pots: 'post', psot: 'post', snd: 'send', plz: 'please' };

interface Mended {
  readonly text: string;
  readonly notes: readonly string[];
}

/** A text with the slips in words of commands put right, and what is told of them. A word that is known stays. */
export function withoutSlips(text: string, vocabulary: Vocabulary): Mended {
  const slips = wordsOf(text).flatMap(({ typed, text: word, start, end }) => {
    const instead = meantBy(word, vocabulary);
    return instead === null ? [] : [{ typed, start, end, instead }];
  });
  const mended = [...slips].reverse().reduce((all, { start, end, instead }) => `${all.slice(0, start)}${instead}${all.slice(end)}`, text);
  return { text: mended, notes: slips.filter(({ typed }) => SHORT[typed.toLowerCase()] === undefined).map(({ typed, instead }) => `“${typed}” is read as “${instead}”.`) };
}

function meantBy(word: string, vocabulary: Vocabulary): string | null {
  const short = SHORT[word];
  if (short !== undefined) {
    return short;
  }
  if (word.length < 5 || !/^\p{L}+$/u.test(word) || COMMON_WORDS.has(word) || vocabulary.knows(fold(word)) || vocabulary.knows(word) || WORDS.some((one) => one === word)) {
    return null;
  }
  const [only, rival] = WORDS.filter((one) => one.length > 4 && editDistance(word, one, 1) === 1 && (one.length > 5 || sameLetters(word, one) || word.length !== one.length));
  return only !== undefined && rival === undefined ? only : null;
}
