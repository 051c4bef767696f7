import type { Asked, Passage } from './asked';
import { withoutAsker } from './asker';
import { CHATTY } from './chatter';
import { headAt } from './heads';
import { isIdle, isOccasion } from './idle-words';
import { BARE_OCCASION, BY_ITS_HOUR, BY_THE_CLOCK, holdsTheTime, OCCASION_PHRASE, PURPOSE } from './occasions';
import { ASKED, ASKS_FOR, SAYS_THAT, WHO } from './people';
import { isTalk, withoutPreamble } from './preamble';
import { withoutPurpose } from './purpose';
import { referenceAt } from './references';
import { withoutReported } from './reported';
import { withoutRequest } from './request';
import { signatureAt } from './signatures';
import { statedFigure, SUPPOSED } from './told';
import { AGREED_AT, AS_A_FILE, REASON, STOOD_DOWN, TURNS } from './turns';

/** A message as it was typed, cut to the question in it, and what was passed over on the way. */
export interface WithoutAsides {
  readonly text: string;
  readonly passedOver: readonly string[];
  /** Whether anything was cut, be it no more than the words with which something is asked for. */
  readonly cut: boolean;
}

const MAIL_HEADER = /^(?:\s*(?:from|to|cc|sent|date|subject)\s*:[^\n]*\n)+/i;
const MAIL_PREFIX = /^\s*(?:(?:subject|re|fw|fwd)\s*:\s*)+/i;
const GREETING = /^\s*(?:right|hi|hiya|hello|hey|dear|morning|good (?:morning|afternoon|evening|day)|afternoon)((?:[ ,]+\p{L}+){0,2}?)\s*[,!.:\n–-]+\s*/iu;
const GREETED = /^(?:tally|all|team|there|folks|everyone|everybody|colleagues|again|both)$/i;

/** How somebody asks what another makes of it. */
const TO_SOMEBODY = /^(?:in (?:your|my|our) (?:view|opinion)|to your knowledge|as far as you (?:know|can (?:see|tell))|out of interest)\s*,\s*/i;

/** Somebody at the head of a message, or behind a stop, who asks for what follows. */
const LED_BY_SOMEBODY = new RegExp(`(?:^|(?<=[.?!;:,–-]\\s)|(?<=\\b(?:and|but|so|because|as) ))(?:and |but |so |as |because )?${ASKS_FOR}(?![\\p{L}\\d])`, 'iu');
/** Whom a question is for: "one for the finance lead:". */
const FOR_SOMEBODY = new RegExp(`^(?:quick )?(?:one|this|this one|question|q|query)(?: is| comes)? (?:for|from) ${WHO}\\s*[:,–-]`, 'iu');
/** The same of somebody who says what follows. */
const SPOKEN_BY_SOMEBODY = new RegExp(`(?:^|(?<=[.?!;:,–-]\\s)|(?<=[,.;]\\s(?:and|but|so) ))(?:and |but |so |as |because )?${SAYS_THAT}(?![\\p{L}\\d])`, 'iu');

/** "Slide 4 needs", "table 3 should show", "item 9:": where in a paper what follows is wanted. */
const NEEDED_ON = /(?:^|(?<=[.?!;:,–-]\s))(?:(?:the|our|my) )?(?:(?:board|exec|committee) )?(?:slide|page|pg|row|line|box|item|action|agenda item|table|chart|figure|section|appendix|annex|para(?:graph)?|tab|cell|bullet|question|q)(?: (?:no\.?|number))? ?(?:\d{1,3}[a-z]?|[a-h])(?:\s+(?:still |also |just |now )?(?:needs?|wants?|requires?|lacks?|asks? for|calls? for|is (?:about|for|on|missing)|is (?:still )?waiting for|should (?:show|have|say|give|include)|must (?:show|have|say|give|include)|has to (?:show|have|say|give|include)|is (?:meant|supposed) to (?:show|have|say|give|include))|\s*[:=])(?=\s)/iu;

/** "Chief is in Board at 10.": where somebody is, and no part of what is asked. */
const AT_A_MEETING = new RegExp(`^${WHO}(?:'s| is| are|'re| will be)(?: (?:off|going|heading))? (?:in|at|to|into) ${OCCASION_PHRASE}(?: (?:at|from|by) \\d{1,2}(?:[.:]\\d{2})? ?(?:am|pm)?)?\\s*[.;!–-]+\\s+`, 'iu');

/** Somebody by name who asks for what follows, and where they are: "Sarah in finance is asking". */
const NAMED_ASKING = new RegExp(`(?:^|(?<=[.?!;:,–-]\\s))(?:and |but |so |as )?(\\p{Lu}\\p{Ll}+)((?:\\s+(?:in|from|is in|is on|at)\\s+[^,.;?!]{2,40}?)?)(?:\\s+and)?\\s+${ASKED}(?:\\s+(?:me|us|you))?(?:\\s+(?:for|about|to know))?(?:\\s+(?:the following|the below|this|these)\\s*[:–-])?(?![\\p{L}\\d])`, 'u');

/** A mail longer than this is more than a question and what stands around it. */
const MOST_CHARACTERS = 1200;
const MOST_WORDS = 120;
const MOST_SENTENCES = 12;
const MOST_OF_A_KIND = 3;
/** No question has fewer words than these left, once an occasion that it speaks of is taken out. */
const A_QUESTION = 3;

/**
 * Cuts a message to its question: mail headers, greetings, signatures, occasions ("for the board paper") and sentences
 * about whoever asks fall away, where every word of them is known to be idle. What is passed over is given back, so that
 * it can be said.
 */
export function withoutAsides(typed: string, known: Passage): WithoutAsides {
  if (typed.length > MOST_CHARACTERS) {
    return { text: typed, passedOver: [], cut: false };
  }
  const passedOver: string[] = [];
  const drop = (words: string): void => {
    const said = words.replace(/^[\s,.;:!?–-]+/, '').replace(/(?<![\s,.;:!–-])[\s,.;:!–-]+$/, '');
    if (said !== '') {
      passedOver.push(said);
    }
  };
  const whole = singleSpaced(typed);
  let text = whole;
  if (text.split(/\s/).length > MOST_WORDS) {
    return { text, passedOver: [], cut: false };
  }
  const without = (words: string, at: number): string => `${text.slice(0, at)} ${text.slice(at + words.length)}`.trim();
  const cutAt = (pattern: Pick<RegExp, 'exec'>, allowed: (found: RegExpExecArray) => boolean): boolean => {
    const found = pattern.exec(text);
    if (found !== null && allowed(found) && without(found[0], found.index) !== '') {
      drop(found[0]);
      text = without(found[0], found.index);
      return true;
    }
    return false;
  };
  cutAt(MAIL_HEADER, ([all]) => known.hasContent(text.slice(all.length)));
  cutAt(MAIL_PREFIX, () => true);
  cutAt(GREETING, ([all, names = '']) => areGreeted(names, known) && known.hasContent(text.slice(all.length)));
  const signed = signatureAt(text, known.isName);
  if (signed !== null && signed > 0) {
    drop(text.slice(signed));
    text = text.slice(0, signed).trim();
  }
  cutAt({ exec: headAt }, ([all]) => known.hasContent(text.slice(all.length)));
  repeatedly(() => cutAt({ exec: referenceAt }, ([all]) => known.hasContent(text.slice(all.length))));
  const cutTo = (asked: Asked | null): boolean => {
    asked?.passedOver.forEach(drop);
    text = (asked?.text ?? text).trim();
    return asked !== null;
  };
  cutTo(withoutAsker(text, known.hasContent));
  cutTo(withoutReported(text, known.hasContent));
  cutAt(AT_A_MEETING, ([all]) => known.hasContent(text.slice(all.length)));
  text = keptSentences(text, known, drop);
  repeatedly(() => cutAt(TURNS, () => true));
  cutAt(BY_ITS_HOUR, ({ 0: all, index }) => !BY_THE_CLOCK.test(without(all, index)));
  repeatedly(() => cutTo(withoutPurpose(text, known)));
  cutTo(withoutRequest(text, known));
  cutAt(SUPPOSED, ([all]) => known.hasContent(text.slice(0, -all.length)));
  cutAt({ exec: statedFigure }, () => true);
  cutAt(NEEDED_ON, ([all]) => known.hasContent(text.slice(text.indexOf(all) + all.length)));
  cutAt(NAMED_ASKING, ([, name = '', where = '']) => known.isName(name) && isIdle(where));
  cutAt(TO_SOMEBODY, () => true);
  cutAt(AS_A_FILE, ([all]) => known.hasContent(text.slice(all.length)));
  cutAt(FOR_SOMEBODY, () => true);
  cutAt(LED_BY_SOMEBODY, ([all]) => known.hasContent(text.slice(all.length)));
  cutAt(SPOKEN_BY_SOMEBODY, ([all]) => known.hasContent(text.slice(all.length)));
  cutAt(REASON, ([all]) => isIdle(all.replace(STOOD_DOWN, '').replace(AGREED_AT, '')));
  repeatedly(() => cutAt(PURPOSE, ({ 0: all, index }) => !holdsTheTime(all, without(all, index))));
  cutAt(NAMED_ASKING, ([, name = '', where = '']) => known.isName(name) && isIdle(where));
  repeatedly(() => cutAt(BARE_OCCASION, ({ 0: all, index }) => !holdsTheTime(all, without(all, index)) && standsByItself(all.trim(), text.slice(0, index)) && text.split(/\s+/).length - all.trim().split(/\s+/).length >= A_QUESTION));
  repeatedly(() => cutAt(TURNS, () => true));
  text = withoutPreamble(text, known, drop);
  return { text: text.trim(), passedOver, cut: text.trim() !== whole };
}

/** Whether an occasion is spoken of as one: told by more than one word, or by one that nothing narrows: "I've got exec". */
function standsByItself(occasion: string, before: string): boolean {
  return !/\breports?$/i.test(occasion) && (/\s/.test(occasion) || /(?:^|\b(?:got|have|at|is|in|to|the|a|for|before|after|from))\s*$/i.test(before));
}

/** An aside of one kind may stand in a message more than once. */
function repeatedly(cut: () => boolean): void {
  for (let times = 0; times < MOST_OF_A_KIND && cut(); times += 1);
}

/** Runs of blanks as one, and of line breaks too. */
function singleSpaced(typed: string): string {
  return typed.replace(/\r/g, '').replace(/’/g, '\'').replace(/<\/?at\b[^<>]*>/gi, ' ').replace(/[^\S\n]+/g, ' ').replace(/ ?\n\s*/g, '\n').trim();
}

function areGreeted(names: string, { isName }: Passage): boolean {
  return names.split(/[ ,]+/).filter((name) => name !== '').every((name) => GREETED.test(name) || isName(name));
}

/** Idle sentences about whoever asks fall away beside one that asks for something, and so do idle clauses of it. */
function keptSentences(text: string, known: Passage, drop: (words: string) => void): string {
  const isTold = (sentence: string, at: number, question: number): boolean => at < question && /[.?!:]$/.test(sentence.trim()) && isTalk(sentence, known);
  const sentences = keptParts(text.split(SENTENCES), (sentence, at, question) => saysNothing(sentence) || isTold(sentence, at, question), known, drop) ?? text;
  return keptParts(sentences.split(CLAUSES), saysNothing, known, drop) ?? sentences;
}

const SENTENCES = /(?<=[.?!;:])\s+|\n+|\s+[–-]\s+|,\s+(?=(?:[\p{Lu}]\p{Ll}+ )?(?:need|needs|sorry|hope|if you|i |we |i'm|we've))/u;
const CLAUSES = /(?<=[.?!;:])\s+|\s+[–-]\s+|,\s+|\s+(?=\()|(?<=\))\s+/u;

/** "The following:", "question below.", "as follows": that the question comes next. */
const HANDS_ON = /\b(?:following|below|as follows|attached|this|these|here)\b[^:]*:\s*$|\b(?:below|as follows)[\s.!,–-]*$/i;

/** Whether a passage speaks of whoever asks, of when or of what for, or hands on what comes next, and every word of it is known to be idle. */
function saysNothing(passage: string): boolean {
  return (CHATTY.test(passage) || isOccasion(passage) || HANDS_ON.test(passage)) && isIdle(passage);
}

/** The parts of a text that do not fall away, or null where none does. */
function keptParts(parts: readonly string[], falls: (part: string, at: number, question: number) => boolean, known: Passage, drop: (words: string) => void): string | null {
  const said = parts.filter((part) => part.trim() !== '');
  if (said.length < 2 || said.length > MOST_SENTENCES) {
    return null;
  }
  const question = said.findIndex(known.hasContent);
  const falling = said.map((part, at) => falls(part, at, question) && !holdsTheTime(part, said.filter((_other, place) => place !== at).join(' ')));
  const kept = said.filter((_part, at) => falling[at] !== true).join(', ');
  if (!falling.includes(true) || !known.hasContent(kept)) {
    return null;
  }
  said.filter((_part, at) => falling[at] === true).forEach(drop);
  return kept;
}
