import type { Ground } from '../frame/case';
import type { Span } from '../frame/span';
import { openedAsTyped, openedCase } from '../open-case';
import type { Reading } from '../reading';
import { readable } from '../words/readable';
import { withoutAsides } from './asides';
import { passedOverNote } from './passed-over-note';

/** The question in a message that is no question as a whole: what surrounds it is passed over, and said. */
export function questionWithin(typed: string, plain: Reading, ground: Ground, read: (words: string) => Reading): Reading {
  const { text, passedOver } = withoutAsides(typed, (words, what) => hasContent(words, ground, what === 'measure'));
  if (passedOver.length === 0 || text === '') {
    return plain;
  }
  const reading = read(readable(text));
  const note = passedOverNote(passedOver, ground.vocabulary);
  if (reading.kind === 'query') {
    return note === null ? reading : { ...reading, notes: [...reading.notes, note] };
  }
  return reading.kind === 'clarify' ? { ...reading, ask: [note, reading.ask].flatMap((part) => part ?? []).join(' ') } : plain;
}

/** Whether words name anything that a question could be about. */
function hasContent(text: string, ground: Ground, measures: boolean): boolean {
  const wording = readable(text);
  const { spans, words } = openedAsTyped(wording, ground);
  // A slip in the name of a measure still names it.
  if (measures && openedCase(wording, ground).spans.some(({ meaning }) => meaning.kind === 'metric' || meaning.kind === 'ambiguous' || meaning.kind === 'scorecard')) {
    return true;
  }
  const bare = ({ start, end }: Span): boolean => end === start + 1 && BARE.has(words[start]?.text ?? '');
  return spans.some((span) => !IDLE.has(span.meaning.kind) && !bare(span) && !(measures && BESIDE.has(span.meaning.kind)));
}

/** What a sentence may hold without asking for anything. */
const IDLE: ReadonlySet<Span['meaning']['kind']> = new Set<Span['meaning']['kind']>(['role', 'unsupported', 'number', 'scope', 'ages']);
/** What says when, or of what kind, and not what is measured. */
const BESIDE: ReadonlySet<Span['meaning']['kind']> = new Set<Span['meaning']['kind']>(['period', 'group', 'dimension']);
/** By themselves as often an order or an age as a kind of appointment. */
const BARE: ReadonlySet<string> = new Set(['new', 'first']);
