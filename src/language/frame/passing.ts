import { PASSING_WORDS } from '../words/passing-words';
import type { Case } from './case';

/** Whom a figure counts, as words are folded. */
const COUNTED: ReadonlySet<string> = new Set(['patient', 'people', 'children', 'adult', 'woman', 'man', 'person']);

/** Whether a word is one that narrows no figure, where it stands: "patients who understood" narrows it, by what those who are counted did. */
export function isPassing({ words, folded }: Pick<Case, 'words' | 'folded'>, at: number): boolean {
  return PASSING_WORDS.has(words[at]?.text ?? '') && !(folded[at - 1] === 'who' && COUNTED.has(folded[at - 2] ?? ''));
}
