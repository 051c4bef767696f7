import { ANSWERS_FOR, type Asked, type Passage } from './asked';
import { NARROWS_CARE } from './chatter';
import { WHO } from './people';
import { SOON, WHEN_DUE } from './soon';

const SUBJECT = '(?:i|we|he|she|they|you|it|(?!(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\\b)(?:the |our |my )?[\\p{L}][\\p{L}\'-]*(?: [\\p{L}][\\p{L}\'-]*)?)';
const IT = '(?:it|this|that|them|these|those|the (?:figure|number|answer|detail)s?)';
/** What somebody does with a figure, and not with patients. */
const TELLING = '(?:tell|show|brief|update|reassure|share|forward|report|answer|reply|respond|put|add|paste|include|insert|finish|finali[sz]e|complete|close|prepare|prep|write|draft|present|quote|discuss|raise|check|sign|submit|send|feed back|get back|come back|talk|argue|explain|challenge|brag|boast|let)';
/** The pause before it: any, or one that is written. */
const PAUSE = '(?:\\s*[,.;?!(]\\s*|\\s+[–—-]*\\s*)';
const STOP = '(?:\\s*[,.;?!(]\\s*|\\s+[–—-]+\\s*)';
const OF_SOMEBODY = "(?:'m|'re|'ve|'s|'ll|'d| am| are| is| have| has| had| was| were| will| keeps?| got)";
/** What a figure is wanted for, or by when, at the end of a message, one kind a line. */
const AT_THE_END: readonly RegExp[] = [
  // "So that I can tell the union".
  `${PAUSE}(?:so|so that|in order that|just so|that way) (?:that )?${SUBJECT} (?:(?:can|could|may|am able to|are able to|is able to) (?:then |also |just )?${TELLING}|knows?|has it|have it)\\b[^?]*$`,
  // "And she really needs it".
  `${PAUSE}(?:and |as |because |cos |but )?${SUBJECT}(?:'ll|'d)?(?: (?:will|would|do|really|just|also|urgently|still))* (?:needs?|wants?|requires?) ${IT}(?![\\p{L}'])[^?]*$`,
  // "It's for the leaflet", "this is going on a poster".
  `${PAUSE}(?:it|this|that|which)(?:'s|'ll be| is| will be| has)? (?:just |only |all |to be )?(?:for|going (?:in|into|to the|on the|on a|out|up on|over to)|needed|wanted|due|go|goes|to go)\\b[^?]*$`,
  // "As the chair keeps asking".
  `${PAUSE}(?:as|because|cos|coz|since|given(?: that)?|bc) ${SUBJECT}(?:${OF_SOMEBODY}| needs?| wants?)(?![\\p{L}'])[^?]*$`,
  // "Signal is patchy so keep it short".
  `${STOP}(?:[^,.;?!]{1,40}? )?(?:so|just|but|please|pls|and) (?:please |just )?(?:keep|make) it (?:short|brief|simple|quick|snappy|high level)[\\s.!]*$`,
  // "- I am on the train home".
  `${STOP}(?:and |as |but )?(?:i|we|he|she|(?:${WHO}))${OF_SOMEBODY}(?![\\p{L}'])(?:\\s+[^\\s?]+){2,}[\\s.!?]*$`,
  // "To put in my newsletter", "to show the execs".
  `${PAUSE}to (?:put|go|drop|paste|slot|pop|add|include|stick)(?: (?:it|them|this))? in(?:to)? [^?]*$`,
  `${PAUSE}to (?:tell|show|brief|update|reassure|share with|forward to|send (?:on )?to|pass (?:on )?to|give to|report back to|feed back to|present to|take to|answer|reply to|respond to) [^?]*$`,
].map((kind) => new RegExp(kind, 'iu'));

const DUE_AT_THE_END = new RegExp(`[\\s,.;–—-]+(?:and )?(?:needed |wanted |required |due |back |in |to me |with me )*(?:by|before|no later than|not later than|in time for) (?:the )?${WHEN_DUE}(?: please| pls| plz| ta| thanks| if (?:poss(?:ible)?|you can))?[\\s.!?]*$`, 'iu');
/** Words of a message that wants an answer sent; without them a day by which is one only where no day of care ends so. */
const WANTS_AN_ANSWER = /\b(?:please|pls|plz|need(?:s|ed)?|wants?|wanted|required?|ask(?:s|ed|ing)?|send|could|can|would|close of play|cop|cob|eod|end of (?:play|business|the day|day|today|the week|week)|today|tomorrow|tonight)\b/i;
/** What is to be reached by a day is no deadline of an answer. */
const TO_BE_REACHED = /\b(?:will|hit|reach|meet|clear|get (?:to|down|up|back)|deliver|achieve|on (?:track|course)|when|more|forecast|project(?:ed|ion)?|expect(?:ed|ing)?|trajectory)\b/i;

/** A message without what its answer is wanted for and by when, at its end; null where none is said. */
export function withoutPurpose(text: string, { hasContent, asks }: Passage): Asked | null {
  const due = TO_BE_REACHED.test(text) || !WANTS_AN_ANSWER.test(text) ? null : DUE_AT_THE_END.exec(text);
  if (due !== null && asks(text.slice(0, due.index))) {
    return { text: text.slice(0, due.index), passedOver: [due[0]] };
  }
  for (const found of AT_THE_END.flatMap((pattern) => endings(text, pattern))) {
    const passage = found[0].replace(new RegExp(`(?<![\\p{L}\\d])${WHO}(?![\\p{L}\\d])`, 'giu'), ' ');
    if (found.index > 0 && !ANSWERS_FOR.test(passage) && !CHOOSES.test(passage) && !NARROWS_CARE.test(passage) && !hasContent(passage.replace(SOON, ' ')) && asks(text.slice(0, found.index))) {
      return { text: text.slice(0, found.index), passedOver: [found[0]] };
    }
  }
  return null;
}

/** "We had some about food", "I'm after the robots", "we've got the late ones": some of those who are counted, and no reason. */
const CHOOSES = /(?<![\p{L}'])(?:some|any|after|ones?|them|those|got (?:the|a|an)|had (?:the|some|a few)|looking)(?![\p{L}'])/iu;

const MOST_ENDINGS = 4;

/** The ends of a message that a pattern finds, the longest first. */
function endings(text: string, pattern: RegExp): readonly RegExpExecArray[] {
  const found: RegExpExecArray[] = [];
  const from = new RegExp(pattern.source, `${pattern.flags}g`);
  for (let end = from.exec(text); end !== null && found.length < MOST_ENDINGS; end = from.exec(text)) {
    found.push(end);
    from.lastIndex = end.index + 1;
  }
  return found;
}
