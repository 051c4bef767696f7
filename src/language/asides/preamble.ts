import type { Passage } from './asked';
import { ABOUT, CHATTY, NARROWS, SOMEBODY } from './chatter';
import { isIdle } from './idle-words';
import { holdsTheTime } from './occasions';

/** "I've just moved": a time, and no limit. */
const HAVE_JUST = /\b(?:i|we)(?:'ve|'m| have| am| had)? just\b/giu;

/** Words of a sentence that tells a story; a shorter one may be the rest of the question. */
const TELLS_A_STORY = 6;

/**
 * Whether a sentence before the question tells of somebody and of nothing that is held, and narrows nothing: it may be
 * passed over, and is said.
 */
export function isTalk(sentence: string, { hasContent }: Passage): boolean {
  return (CHATTY.test(sentence) || SOMEBODY.test(sentence)) && sentence.trim().split(/\s+/).length >= TELLS_A_STORY
    && !NARROWS.test(sentence.replace(HAVE_JUST, ' ')) && [...sentence.matchAll(ABOUT)].every(([, what = '']) => isIdle(what)) && !hasContent(sentence);
}

/** Words that come to the question, one kind a line. */
const OPENER = [
  'but (?=what|how|why|which|is|are|can|could|do|does)',
  '(?:can|could|may|might|would|will) (?:i|you|u|we|someone|somebody|anyone)(?: please| possibly)?(?: (?:have|get|see|tell me|show me|give me|send me|let me (?:have|know)|pull|find out|remind me))?',
  '(?:to|and) (?:know|see|find out|understand)',
  "(?:(?:i|we) (?:shall |will |would |'?d |just )?|and )(?:need|needs|want|wants|like)(?: to (?:know|see|explain|understand))?",
  '(?:been asked|asked me|asked|asking)(?: (?:me|us))?(?: (?:for|about|to (?:find out|explain|confirm|check)))?',
  '(?:about|explain|know|understand)(?: to (?:the )?[\\p{L}]+)? (?=why|how|what|whether)',
  'to (?:work|find) out(?= how)',
  "(?:i'?m|we'?re) after",
  '(?:struggling|trying|looking) to (?:find(?: out)?|get|see|check|work out|establish|confirm)',
];
const OPENERS = new RegExp(`\\b(?:${OPENER.join('|')})`, 'giu');
/** Of these, what may open the message itself. */
const AT_THE_HEAD = /^(?:struggling|trying|looking|i'?m after|we'?re after)/i;
const MOST_OPENERS = 6;

/** What somebody says of themselves before they come to the question. */
export function withoutPreamble(text: string, known: Passage, drop: (words: string) => void): string {
  const ends = [...text.matchAll(OPENERS)].filter(({ 0: opener, index }) => index > 0 || AT_THE_HEAD.test(opener)).map(({ 0: opener, index }) => index + opener.length);
  for (const end of ends.slice(0, MOST_OPENERS).reverse()) {
    const before = text.slice(0, end);
    if (((CHATTY.test(before) && isIdle(before)) || isTalk(before, known)) && known.hasContent(text.slice(end)) && !holdsTheTime(before, text.slice(end))) {
      drop(before);
      return text.slice(end);
    }
  }
  return text;
}
