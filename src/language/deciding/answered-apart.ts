import { ABOUT, NARROWS, NARROWS_CARE } from '../asides/chatter';
import { isIdle } from '../asides/idle-words';
import { passedOverNote } from '../asides/passed-over-note';
import { ANSWERS_FOR } from '../asides/asked';
import type { Case } from '../frame/case';
import type { Leftover } from '../frame/leftover';
import type { Span } from '../frame/span';
import type { Reading } from '../reading';
import type { Role } from '../vocabulary/meaning';
import { FUNCTION_WORDS } from '../words/function-words';
import { isOrdinary } from '../words/ordinary';
import { clausesAlone, turnedRound, type Clause } from './without-loose-words';

/**
 * The answer to the one question of a message that tells something else in sentences of its own ("The porters were on
 * strike. DNA rate for ENT in June"), where none of them names, narrows or dates anything: what was told is named back.
 * Null where one may.
 */
export function answeredApart(one: Case, left: readonly Leftover[]): Reading | null {
  const { alone: [question], first, around } = clausesAlone(one, left);
  if (question === undefined || !first || turnedRound(one, left) || !around.every((clause) => tellsOnly(clause, one))) {
    return null;
  }
  const reading = one.again(question);
  const note = passedOverNote(around.map(({ text }) => text), one.ground.vocabulary);
  return reading.kind === 'query' ? { ...reading, notes: [...reading.notes, ...(note === null ? [] : [note])] } : null;
}

/** A clause of fewer words is as likely a part of the question. */
const A_FEW_WORDS = 3;

/** Whether a clause tells of somebody in a sentence, and holds nothing that a figure could be narrowed by. */
function tellsOnly({ text, spans, length }: Clause, { frame, ground: { catalogue } }: Case): boolean {
  const groups = frame.metrics.map((id) => catalogue.metrics.get(id)?.group);
  const says = ({ meaning }: Span): boolean => !(meaning.kind === 'role' && !NARROWING.has(meaning.role)) && meaning.kind !== 'scope' && !(meaning.kind === 'number' && !meaning.percent && !meaning.pounds)
    && !(meaning.kind === 'group' && groups.includes(meaning.group));
  return length >= A_FEW_WORDS && A_SENTENCE.test(text) && !spans.some(says) && !NARROWS.test(text) && !NARROWS_CARE.test(text) && !ANSWERS_FOR.test(text)
    && [...text.matchAll(ABOUT)].every(([, what = '']) => what.trim().split(/\s+/).every((word) => isOrdinary(word) || FUNCTION_WORDS.has(word) || isIdle(word)));
}

/** Parts of grammar that would narrow, order or set a figure against another. */
const NARROWING: ReadonlySet<Role> = new Set<Role>(['excluding', 'above', 'below', 'at-least', 'worst', 'best', 'highest', 'lowest', 'versus', 'versus-previous', 'versus-last-year', 'versus-target', 'compare', 'why', 'forecast', 'define', 'aged', 'years-old', 'by', 'breakdown']);
/** What a sentence has that tells of somebody: who, and what they are, have, do or say. */
const A_SENTENCE = /(?<![\p{L}'])(?:(?:i|we|he|she|they|it|you|there)(?:'(?:m|ve|re|s|ll|d))?|(?:is|are|was|were|has|have|had|need|needs|want|wants|got|keeps?|says?|said|thinks?|reckons?|asked|asking|trying|hoping|sorry|going|coming|wondering|struggling))(?![\p{L}'])/iu;
