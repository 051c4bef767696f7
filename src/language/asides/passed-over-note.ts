import { COMMON_WORDS } from '../words/common-words';
import { FUNCTION_WORDS } from '../words/function-words';
import { fold } from '../words/fold';
import type { Vocabulary } from '../vocabulary/vocabulary';

/** What opens and closes any message is not worth saying. */
const PLEASANTRY = /^(?:(?:hi|hiya|hello|hey|dear|morning|afternoon|good (?:morning|afternoon|evening|day))(?:[ ,]+(?:tally|all|team|there|folks|everyone|everybody|colleagues|again|both)){0,2}|(?:many )?thanks|thank you|thx|cheers|(?:(?:kind|best|warm) )?regards|(?:i )?hope you(?:'re| are) (?:all )?well)[.!]?$/iu;

/** Words that may be somebody's name are not said again: capitals that nothing known explains, and anything with figures in it. */
export function passedOverNote(passedOver: readonly string[], vocabulary: Vocabulary): string | null {
  const said = passedOver.filter((passage) => !PLEASANTRY.test(passage)).map((passage) => passage.split(/\s+/).map((word) => (sayable(word, vocabulary) ? word : '…')).join(' ').replace(/…(?: …)+/g, '…'));
  return said.length === 0 ? null : `Passed over as no part of the question: ${said.map((passage) => `“${passage}”`).join(', ')}.`;
}

function sayable(word: string, vocabulary: Vocabulary): boolean {
  const plain = word.replace(/[^\p{L}\p{N}]/gu, '');
  const lower = plain.toLowerCase();
  return !/\d{3,}|@/.test(word) && (plain === lower || FUNCTION_WORDS.has(lower) || COMMON_WORDS.has(lower) || vocabulary.knows(fold(lower)));
}
