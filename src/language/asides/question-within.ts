import type { Ground } from '../frame/case';
import type { Span } from '../frame/span';
import { openedAsTyped } from '../open-case';
import type { Reading } from '../reading';
import { COMMON_WORDS } from '../words/common-words';
import { fold } from '../words/fold';
import { FUNCTION_WORDS } from '../words/function-words';
import { PASSING_WORDS } from '../words/passing-words';
import { readable } from '../words/readable';
import { withoutAsides } from './asides';
import { passedOverNote, withPassedOver } from './passed-over-note';

/** The question in a message that is no question as a whole: what surrounds it is passed over, and said. */
export function questionWithin(typed: string, plain: Reading, ground: Ground, read: (words: string) => Reading): Reading {
  const [whole = '', quoted = ''] = QUOTED.exec(typed) ?? [];
  const asked = quoted === '' ? null : read(readable(quoted));
  if (asked?.kind === 'query' || asked?.kind === 'clarify') {
    const around = passedOverNote(typed.split(whole).map((part) => part.trim()).filter((part) => part !== ''), ground.vocabulary);
    return around === null || asked.kind === 'clarify' ? asked : { ...asked, notes: [...asked.notes, around] };
  }
  const { text, passedOver, cut } = withoutAsides(typed, { hasContent: (words) => hasContent(words, ground), asks: (words) => asks(words, ground), isName: (word) => isName(word, ground) });
  if (!cut || text === '' || isTangled(text, ground)) {
    return plain;
  }
  const reading = read(readable(text));
  if (reading.kind === 'query' || reading.kind === 'command' || reading.kind === 'clarify') {
    return withPassedOver(reading, passedOver, ground.vocabulary);
  }
  const note = passedOverNote(passedOver, ground.vocabulary);
  // What is understood whole and cannot be told so is no matter of words to leave out.
  if (reading.kind === 'unknown' && reading.reason === 'cannot-split' && plain.kind === 'clarify') {
    return reading;
  }
  return plain.kind === 'unknown' && reading.kind === 'unknown' && reading.options.length > 0 ? { ...reading, sentence: [note, reading.sentence].flatMap((part) => part ?? []).join(' ') } : plain;
}

/** A question of somebody else's that a message hands on. */
const QUOTED = /["“]([^"“”]{15,300}\?)["”]/u;

/** Every ambiguous word is read in each of its senses: with several of them left it is no question worth the reading twice. */
function isTangled(text: string, ground: Ground): boolean {
  return openedAsTyped(readable(text), ground).spans.filter(({ meaning }) => meaning.kind === 'ambiguous').length > MOST_AMBIGUOUS;
}

/** Whether words name anything that a question could be about. */
function hasContent(text: string, ground: Ground): boolean {
  const { spans, words } = openedAsTyped(readable(text), ground);
  const bare = ({ start, end }: Span): boolean => end === start + 1 && BARE.has(words[start]?.text ?? '');
  return spans.some((span) => !IDLE.has(span.meaning.kind) && !bare(span));
}

/** Whether words ask for anything, by the name of a measure or without one: "when was this last refreshed". */
function asks(text: string, ground: Ground): boolean {
  return hasContent(text, ground) || openedAsTyped(readable(text), ground).spans.some(({ meaning }) => (meaning.kind === 'role' && meaning.role === 'freshness') || (meaning.kind === 'unsupported' && (meaning.feature === 'exceptions' || meaning.feature === 'scorecard')));
}

/** Whether a word may be somebody's name: written with a capital, and nothing that is known. */
function isName(word: string, { vocabulary }: Ground): boolean {
  const lower = word.toLowerCase();
  return /^\p{Lu}[\p{L}'’]+$/u.test(word) && ![FUNCTION_WORDS, PASSING_WORDS, COMMON_WORDS].some((words) => words.has(lower)) && !vocabulary.knows(fold(lower));
}

const MOST_AMBIGUOUS = 1;
/** What a sentence may hold without asking for anything. */
const IDLE: ReadonlySet<Span['meaning']['kind']> = new Set<Span['meaning']['kind']>(['role', 'unsupported', 'number', 'scope', 'ages']);
/** By themselves as often an order or an age as a kind of appointment. */
const BARE: ReadonlySet<string> = new Set(['new', 'first']);
