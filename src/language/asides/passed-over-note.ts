import { COMMON_WORDS } from '../words/common-words';
import { FUNCTION_WORDS } from '../words/function-words';
import { fold } from '../words/fold';
import type { Reading } from '../reading';
import type { Vocabulary } from '../vocabulary/vocabulary';

/** What opens and closes any message is not worth saying. */
const PLEASANTRY = /^(?:(?:hi|hiya|hello|hey|dear|morning|afternoon|good (?:morning|afternoon|evening|day))(?:[ ,]+(?:tally|all|team|there|folks|everyone|everybody|colleagues|again|both)){0,2}|(?:many )?thanks|thank you|thx|cheers|(?:(?:kind|best|warm) )?regards|(?:i )?hope you(?:'re| are) (?:all )?well)[.!]?$/iu;

const PASSED_OVER = 'Passed over as no part of the question: ';

/** Words that may be somebody's name are not said again: capitals that nothing known explains, and anything with figures in it. */
export function passedOverNote(passedOver: readonly string[], vocabulary: Vocabulary): string | null {
  const said = passedOver.filter((passage) => !PLEASANTRY.test(passage)).map((passage) => passage.split(/\s+/).map((word) => (sayable(word, vocabulary) ? word : '…')).join(' ').replace(/…(?: …)+/g, '…'));
  return said.length === 0 ? null : `${PASSED_OVER}${said.map((passage) => `“${passage}”`).join(', ')}.`;
}

/** A reading with what was passed over said beside it. */
export function withPassedOver(reading: Extract<Reading, { readonly kind: 'query' | 'clarify' | 'command' }>, passedOver: readonly string[], vocabulary: Vocabulary): Reading {
  const note = passedOverNote(passedOver, vocabulary);
  if (note === null) {
    return reading;
  }
  if (reading.kind === 'clarify') {
    return { ...reading, ask: `${note} ${reading.ask}` };
  }
  const before = reading.notes.find((said) => said.startsWith(PASSED_OVER));
  const together = before === undefined ? note : `${before.slice(0, -1)}, ${note.slice(PASSED_OVER.length)}`;
  return { ...reading, notes: [...reading.notes.filter((said) => said !== before), together] };
}

function sayable(word: string, vocabulary: Vocabulary): boolean {
  const plain = word.replace(/[^\p{L}\p{N}]/gu, '');
  const lower = plain.toLowerCase();
  return !/\d{3,}|@/.test(word) && (plain === lower || FUNCTION_WORDS.has(lower) || COMMON_WORDS.has(lower) || vocabulary.knows(fold(lower)));
}
