import { ABOUT, NARROWS_CARE } from './chatter';
import { isIdle } from './idle-words';
import { isHeading } from './references';
import type { IsName } from './signatures';
import { SOON, WHEN_DUE } from './soon';
import { WHO } from './people';

/** What is known of a passage. */
interface Known {
  /** Whether it names a measure, a part or a time that a question could be about. */
  readonly hasContent: (text: string) => boolean;
  /** Whether it asks for anything: a figure, what is off target, how fresh the data is. */
  readonly asks: (text: string) => boolean;
  /** Whether a word may be somebody's name. */
  readonly isName: IsName;
}

const VERB = `(?:${[
  'confirm', 'send', 'supply', 'release', 'disclose', 'publish', 'provide', 'share', 'pull(?: (?:off|out|together|up))?', 'give', 'get', 'let (?:me|us) (?:have|know)', 'furnish', 'forward', 'run(?: off)?', 'dig (?:out|up)', 'find(?: out)?', 'fetch', 'tell', 'show', 'advise', 'clarify',
  'check', 'report', 'quote', 'e-?mail', 'ping', 'fire', 'look (?:up|out|into)', 'produce', 'prepare', 'include', 'update', 'remind', 'state', 'drop', 'circulate', 'submit', 'help(?: me| us)? with', 'see', 'have', 'point me (?:to|at)', 'talk me through',
].join('|')})(?:ting|ning|ing)?`;
const TO_WHOM = '(?:\\s+(?:back|over|through|across|on(?! the day\\b)|round))?(?:\\s+(?:to |with |by )?(?:me|us|him|her|them|return))?(?:\\s+(?:with|back|over|on(?! the day\\b)))?(?:\\s+(?:what|how much) the (?=[^?]*\\b(?:is|was|are|were)\\b[\\s?.!]*$))?';
const SOMEONE = '(?:you|u|someone|somebody|anyone|anybody|one of you|any of you|we|i|tally)(?: all| both| guys)?';
const GENTLY = '(?:\\s+(?:please|pls|kindly|possibly|just|also|quickly|perhaps|then|be able to|mind|manage to))*';
/** Who asks, by any name, where none of the words are of a hospital's figures: "our non-exec", "the DPOs", "Richard". */
const SOMEBODY = '(?:(?:(?:the|our|my|a|his|her|their|your|some) )?(?:[\\p{L}][\\p{L}\'&/-]*\\s+){0,2}[\\p{L}][\\p{L}\'&/-]*)';
const WANTS = '(?:(?:still |also |now |just |really |urgently )*(?:needs?|wants?|requires?|would (?:like|love|appreciate)|\'d like|(?:has|have|had|\'s|\'ve)(?: (?:just|also|now))? (?:asked|requested|been (?:asking|chasing|on to me|in touch))|(?:is|are|was|were)(?: (?:now|also|still))? (?:asking|after|chasing|requesting|wanting|wondering|keen|looking)|asked|asks|wondered|requested))';
const FOR_WHAT = `(?:\\s+(?:me|us|you))?(?:\\s+(?:for|about|after|on)(?= )|\\s+(?:to (?:be able to )?(?:know|see|have|understand|${VERB})(?! (?:whether|if) ${SOMEONE} )|(?:to (?:know|see|understand) )?(?:whether|if) (?:${SOMEONE}|they|he|she) (?:can|could|would|might|may)${GENTLY} ${VERB})${TO_WHOM})?`;

const ASKING = [
  `(?:please |pls |kindly )?(?:could|can|would|will|might|may) ${SOMEONE}${GENTLY} ${VERB}${TO_WHOM}`,
  `(?:please|pls|plz|kindly)(?: (?:can|could) ${SOMEONE})?(?: also| just)? ${VERB}${TO_WHOM}`,
  `(?:(?:i|we)(?:'d| would| should| will)?(?: (?:be|am|are))? |(?:i'm|we're) |would be |much )?(?:very |most |really )?(?:grateful|obliged|appreciate(?: it)?|thankful)(?: (?:if|it if) ${SOMEONE} (?:could|can|would)${GENTLY} ${VERB}${TO_WHOM}| for)`,
  `(?:i|we)(?:'ve| have|'re| are| were| was| am|'m)?(?: (?:just|also|now))? been (?:asked|tasked|requested|chased)(?: by ${SOMEBODY})?${FOR_WHAT}`,
  `(?:is there )?any chance (?:of(?: ${VERB})?|${SOMEONE} (?:can|could|might)${GENTLY} ${VERB})${TO_WHOM}`,
  `(?:is|would) it (?:be )?(?:at all )?possible (?:for ${SOMEONE} )?to ${VERB}${TO_WHOM}`,
  `(?:i|we)(?:'d| would|'ll| will)?(?: just| also| now| really| urgently)? (?:need|want|require|like|love)(?: to (?:know|understand|${VERB}))?${TO_WHOM}`,
  '(?:i\'m|we\'re|i am|we are) (?:just |also )?(?:after|looking for|chasing)',
].join('|');
/** Where a clause begins: at the head, behind a stop, or behind what joins it to the one before. */
const AT_A_CLAUSE = '(?:^|(?<=[.?!;:,)–—-]\\s+)|(?<=\\b(?:and|but|so|because|as)\\s))(?:and |but |so |as )?';
const REQUEST = new RegExp(`(?<![\\p{L}\\d'])(?:${ASKING})(?![\\p{L}\\d'])`, 'iu');
const SOMEBODY_WANTS = new RegExp(`${AT_A_CLAUSE}(?<who>${WHO}|${SOMEBODY})(?:\\s+|(?='))${WANTS}${FOR_WHAT}(?![\\p{L}\\d'])`, 'iu');
/** Words that ask of, count or are the people of a figure, and no one who asks for it. */
const NOBODY = /(?<![\p{L}'])(?:which|what|who|whose|how|why|where|when|many|much|more|most|few|all|any|every|each|no|none|nobody|we|i|you|they|it|that|this|these|those|there|patients?|people|persons?|children|men|women|adults?|kids|cases?|lists?|clinics?|specialt(?:y|ies)|sites?|theatres?|wards?|services?|referrals?|appointments?)(?![\p{L}'])/iu;
/** One word with a capital, though it may be a word of English too: "Mark", "Grace". */
const FIRST_NAME = /^\p{Lu}\p{Ll}+$/u;
const IS_SOMEBODY = new RegExp(`^${WHO}$`, 'iu');
/** To be sent a figure again and again is more than to be told it. */
const AGAIN_AND_AGAIN = /\b(?:(?:every|each)(?: other)? (?:\p{L}*day|morning|afternoon|evening|night|week|fortnight|month|quarter|year|time|hour)|daily|weekly|monthly|whenever|when|alert|schedule)\b/iu;

/** How a message speaks of what went before it, of what it is about to be used in, or of itself, before it asks. */
const REFERS = new RegExp(`^(?:and |so |ok(?:ay)?,? |right,? |just )?(?:${[
  'following(?: on)?(?: from)?', 'further to', 'with reference to', 'in (?:response|reply|answer|relation|addition) to', 'in (?:light|advance|preparation|support|line) (?:of|for|with)', 'as (?:per|discussed|agreed|requested|promised|mentioned|part of|a follow[- ]?up)', 'per (?:the|my|your|our)', 're (?:my|your|our|the|this|that|yesterday)', 'ahead of', 'prior to',
  'before (?:the|our|my|we|i|your)', 'after (?:the|our|my|your) (?=[\\p{L} ]*(?:meeting|call|chat|session|discussion|huddle|conversation|email|catch|board|review|visit|committee))', 'fyi', 'fao', 'for (?:info|awareness|information)', 'actions?\\b', 'item\\b', 'agenda\\b', 'matters arising', 'thanks? (?:you )?for', 'apologies', 'sorry',
  'to follow(?: up)?', 'picking up', 'going back to', 'coming back to', 'referring (?:back )?to', 'reference\\b', 'ref\\b', 'on the back of', 'off the back of', 'building on', 'to (?:help|support|inform|complete|finish|finali[sz]e|close (?:off|down)|prepare|prep|update|answer|respond|reply|brief)', 'urgent', 'quick (?:one|question|q|query|ask)', 'one (?:more|last|quick)',
].join('|')})`, 'iu');
/** One who tells of themselves. */
const OF_ONESELF = /^(?:(?:and|so|but|as|because|since|while|now|just) )?(?:been |had |spoken |got |i|we|i'm|we're|i've|we've|i'd|he|she|they)(?:'|\b)/i;
const MOST_WORDS = 30;

/** A message cut to what it asks for. */
export interface Asked {
  readonly text: string;
  readonly passedOver: readonly string[];
}

/**
 * What a message asks for, behind the words with which it asks and what is said before them ("following on from the
 * touchpoint could someone confirm …"); null where it asks in no such words, or where what stands before may be part of
 * the question.
 */
export function withoutRequest(text: string, { hasContent, asks, isName }: Known): Asked | null {
  const found = firstOf(text, { hasContent, isName });
  if (found === null) {
    return null;
  }
  const before = text.slice(0, found.index).trim();
  const after = text.slice(found.index + found[0].length).replace(/^[\s,:–-]+/, '');
  const who = found.groups?.['who'];
  const headed = who === undefined && isHeading(before, hasContent);
  if (after === '' || (!headed && /^(?:to|by|that)\b/i.test(after)) || !asks(after) || (before !== '' && !headed && !saysNothingOfIt(before, hasContent)) || AGAIN_AND_AGAIN.test(found[0]) || (/^(?:please |could |can |would |kindly )/i.test(found[0]) && AGAIN_AND_AGAIN.test(after))) {
    return null;
  }
  return headed ? { text: `${before} ${after}`, passedOver: [] } : { text: after, passedOver: [before, ...(who === undefined ? [] : [found[0].trim()])].filter((passage) => passage !== '') };
}

function firstOf(text: string, { hasContent, isName }: Pick<Known, 'hasContent' | 'isName'>): RegExpExecArray | null {
  const asked = REQUEST.exec(text);
  const wanted = SOMEBODY_WANTS.exec(text);
  const who = wanted?.groups?.['who'] ?? '';
  const isSomebody = wanted !== null && !NOBODY.test(who) && (IS_SOMEBODY.test(who) || (FIRST_NAME.test(who) && !hasContent(who)) || (who.split(/\s+/).every((word) => isIdle(word) || isName(word)) && !hasContent(who)));
  return isSomebody && (asked === null || wanted.index <= asked.index) ? wanted : asked;
}

/** Whether a passage beside the request names nothing that is asked about: it refers to something else, or tells of whoever asks. */
function saysNothingOfIt(passage: string, hasContent: Known['hasContent']): boolean {
  const plain = passage.replace(new RegExp(`(?<![\\p{L}\\d])${WHO}(?![\\p{L}\\d])`, 'giu'), ' ');
  if (plain.split(/\s+/).length > MOST_WORDS || NARROWS_CARE.test(plain)) {
    return false;
  }
  if (REFERS.test(passage.replace(/^[\s,;:.–-]+/, ''))) {
    return !hasContent(plain.replace(SOON, ' '));
  }
  return (isIdle(passage) || (OF_ONESELF.test(passage) && tellsOfNoPart(plain))) && !hasContent(plain);
}

/** Whether a passage about somebody speaks neither of what they answer for nor of anything unknown. */
function tellsOfNoPart(passage: string): boolean {
  return !ANSWERS_FOR.test(passage) && [...passage.matchAll(ABOUT)].every(([all, what = '']) => /^(?:on|with|at)\b/i.test(all) || isIdle(what));
}

/** What is said of somebody's own part of the hospital may narrow what they ask for. */
const ANSWERS_FOR = /\b(?:look(?:ing)? (?:after|at|into)|responsible|in charge|runs?|running|manag\p{L}+|cover(?:s|ing)?|leads?|leading|work(?:s|ing)? (?:in|on|with|at)|interest(?:ed)?|focus\p{L}*|concern\p{L}*|worried|mean|meant|ones?)\b/iu;

const SUBJECT = '(?:i|we|he|she|they|you|it|(?:the |our |my )?[\\p{L}][\\p{L}\'-]*(?: [\\p{L}][\\p{L}\'-]*)?)';
const IT = '(?:it|this|that|them|these|those|the (?:figure|number|answer|detail)s?)';
/** What somebody does with a figure, and not with patients. */
const TELLING = '(?:tell|show|brief|update|reassure|share|forward|report|answer|reply|respond|put|add|paste|include|insert|finish|finali[sz]e|complete|close|prepare|prep|write|draft|present|quote|discuss|raise|check|sign|submit|send|feed back|get back|come back|talk|argue|explain|challenge|brag|boast|let)';
/** What a figure is wanted for, or by when, at the end of a message. */
const AT_THE_END: readonly RegExp[] = [
  new RegExp(`(?:\\s*[,.;?!]\\s*|\\s+[–—-]*\\s*)(?:so|so that|in order that|just so|that way) (?:that )?${SUBJECT} (?:(?:can|could|may|am able to|are able to|is able to) (?:then |also |just )?${TELLING}|knows?|has it|have it)\\b[^?]*$`, 'iu'),
  new RegExp(`(?:\\s*[,.;?!(]\\s*|\\s+[–—-]*\\s*)(?:and |as |because |cos |but )?${SUBJECT}(?:'ll|'d)?(?: (?:will|would|do|really|just|also|urgently|still))* (?:needs?|wants?|requires?) ${IT}(?![\\p{L}'])[^?]*$`, 'iu'),
  new RegExp(`(?:\\s*[,.;?!(]\\s*|\\s+[–—-]*\\s*)(?:it|this|that|which)(?:'s|'ll be| is| will be| has)? (?:just |only |all |to be )?(?:for|going (?:in|into|to the|on the|on a|out|up on|over to)|needed|wanted|due|go|goes|to go)\\b[^?]*$`, 'iu'),
  new RegExp(`(?:\\s*[,.;?!]\\s*|\\s+[–—-]*\\s*)(?:as|because|cos|coz|since|given(?: that)?|bc) ${SUBJECT}(?:'m|'re|'ve|'s|'ll|'d| am| are| is| have| has| was| were| will| need| needs| want| wants| keeps?| got)(?![\\p{L}'])[^?]*$`, 'iu'),
  /(?:\s*[,.;?!]\s*|\s+[–—-]+\s*)(?:[^,.;?!]{1,40}? )?(?:so|just|but|please|pls|and) (?:please |just )?(?:keep|make) it (?:short|brief|simple|quick|snappy|high level)[\s.!]*$/iu,
  new RegExp(`(?:\\s*[,.;?!]\\s*|\\s+[–—-]+\\s*)(?:and |as |but )?(?:i|we|he|she|(?:${WHO}))(?:'m|'re|'ve|'s|'ll|'d| am| are| is| have| has| had| was| were| will| keeps?| got)(?![\\p{L}'])(?:\\s+[^\\s?]+){2,}[\\s.!?]*$`, 'iu'),
  /(?:\s*[,.;?!]\s*|\s+[–—-]*\s*)(?:to (?:put|go|drop|paste|slot|pop|add|include|stick)(?: (?:it|them|this))? in(?:to)?|to (?:tell|show|brief|update|reassure|share with|forward to|send (?:on )?to|pass (?:on )?to|give to|report back to|feed back to|present to|take to|answer|reply to|respond to)) [^?]*$/iu,
];

const DUE_AT_THE_END = new RegExp(`[\\s,.;–—-]+(?:and )?(?:needed |wanted |required |due |back |in |to me |with me )*(?:by|before|no later than|not later than|in time for) (?:the )?${WHEN_DUE}(?: please| pls| plz| ta| thanks| if (?:poss(?:ible)?|you can))?[\\s.!?]*$`, 'iu');
/** Words of a message that wants an answer sent; without them a day by which is one only where no day of care ends so. */
const WANTS_AN_ANSWER = /\b(?:please|pls|plz|need(?:s|ed)?|wants?|wanted|required?|ask(?:s|ed|ing)?|send|could|can|would|close of play|cop|cob|eod|end of (?:play|business|the day|day|today|the week|week)|today|tomorrow|tonight)\b/i;
/** What is to be reached by a day is no deadline of an answer. */
const TO_BE_REACHED = /\b(?:will|hit|reach|meet|clear|get (?:to|down|up|back)|deliver|achieve|on (?:track|course)|when|more|forecast|project(?:ed|ion)?|expect(?:ed|ing)?|trajectory)\b/i;

/** A message without what its answer is wanted for and by when, at its end; null where none is said. */
export function withoutPurpose(text: string, { hasContent, asks }: Known): Asked | null {
  const due = TO_BE_REACHED.test(text) || !WANTS_AN_ANSWER.test(text) ? null : DUE_AT_THE_END.exec(text);
  if (due !== null && asks(text.slice(0, due.index))) {
    return { text: text.slice(0, due.index), passedOver: [due[0]] };
  }
  for (const found of AT_THE_END.flatMap((pattern) => endings(text, pattern))) {
    const passage = found[0].replace(new RegExp(`(?<![\\p{L}\\d])${WHO}(?![\\p{L}\\d])`, 'giu'), ' ');
    if (found.index > 0 && !ANSWERS_FOR.test(passage) && !NARROWS_CARE.test(passage) && !hasContent(passage.replace(SOON, ' ')) && asks(text.slice(0, found.index))) {
      return { text: text.slice(0, found.index), passedOver: [found[0]] };
    }
  }
  return null;
}

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
