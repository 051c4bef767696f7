import { ANSWERS_FOR, type Asked, type Passage } from './asked';
import { ABOUT, NARROWS_CARE } from './chatter';
import { isIdle } from './idle-words';
import { isHeading } from './references';
import { SOON } from './soon';
import { WHO } from './people';

const VERB = `(?:${[
  'confirm', 'send', 'supply', 'release', 'disclose', 'publish', 'provide', 'share', 'pull(?: (?:off|out|together|up))?', 'give', 'get', 'let (?:me|us) (?:have|know)', 'furnish', 'forward', 'run(?: off)?', 'dig (?:out|up)', 'find(?: out)?', 'fetch', 'tell', 'show', 'advise', 'clarify',
  'check', 'report', 'quote', 'e-?mail', 'ping', 'fire', 'look (?:up|out|into)', 'produce', 'prepare', 'include', 'update', 'remind', 'state', 'drop', 'circulate', 'submit', 'help(?: me| us)? with', 'see', 'have', 'point me (?:to|at)', 'talk me through',
].join('|')})(?:ting|ning|ing)?`;
/** Which way it is sent; "on the day cancellations" are none of it. */
const WHICH_WAY = ['back', 'over', 'through', 'across', 'on(?! the day\\b)', 'round', 'with'].join('|');
const TO_WHOM = [
  `(?:\\s+(?:${WHICH_WAY}))?`,
  '(?:\\s+(?:to |with |by )?(?:me|us|him|her|them|return))?',
  `(?:\\s+(?:${WHICH_WAY}))?`,
  // "Tell me what the DNA rate is".
  '(?:\\s+(?:what|how much) the (?=[^?]*\\b(?:is|was|are|were)\\b[\\s?.!]*$))?',
].join('');
const SOMEONE = '(?:you|u|someone|somebody|anyone|anybody|one of you|any of you|we|i|tally)(?: all| both| guys)?';
const GENTLY = '(?:\\s+(?:please|pls|kindly|possibly|just|also|quickly|perhaps|then|be able to|mind|manage to))*';
/** Who asks, by any name, where none of the words are of a hospital's figures: "our non-exec", "the DPOs", "Richard". */
const SOMEBODY = '(?:(?:(?:the|our|my|a|his|her|their|your|some) )?(?:[\\p{L}][\\p{L}\'&/-]*\\s+){0,2}[\\p{L}][\\p{L}\'&/-]*)';
/** How somebody wants it, one way a line. */
const WANTS = `(?:${[
  '(?:still |also |now |just |really |urgently )*(?:needs?|wants?|requires?|would (?:like|love|appreciate)|\'d like)',
  '(?:still |also |now |just |really |urgently )*(?:has|have|had|\'s|\'ve)(?: (?:just|also|now))? (?:asked|requested|been (?:asking|chasing|on to me|in touch))',
  '(?:still |also |now |just |really |urgently )*(?:is|are|was|were)(?: (?:now|also|still))? (?:asking|after|chasing|requesting|wanting|wondering|keen|looking)',
  '(?:still |also |now |just |really |urgently )*(?:asked|asks|wondered|requested)',
].join('|')})`;
/** For what: "for", "to know", "whether we could send". */
const FOR_WHAT = [
  '(?:\\s+(?:me|us|you))?',
  `(?:${[
    '\\s+(?:for|about|after|on)(?= )',
    `\\s+to (?:be able to )?(?:know|see|have|understand|${VERB})(?! (?:whether|if) ${SOMEONE} )${TO_WHOM}`,
    `\\s+(?:to (?:know|see|understand) )?(?:whether|if) (?:${SOMEONE}|they|he|she) (?:can|could|would|might|may)${GENTLY} ${VERB}${TO_WHOM}`,
  ].join('|')})?`,
].join('');

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

/**
 * What a message asks for, behind the words with which it asks and what is said before them ("following on from the
 * touchpoint could someone confirm …"); null where it asks in no such words, or where what stands before may be part of
 * the question.
 */
export function withoutRequest(text: string, { hasContent, asks, isName }: Passage): Asked | null {
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

function firstOf(text: string, { hasContent, isName }: Pick<Passage, 'hasContent' | 'isName'>): RegExpExecArray | null {
  const asked = REQUEST.exec(text);
  const wanted = SOMEBODY_WANTS.exec(text);
  const who = wanted?.groups?.['who'] ?? '';
  const isSomebody = wanted !== null && !NOBODY.test(who) && (IS_SOMEBODY.test(who) || (FIRST_NAME.test(who) && !hasContent(who)) || (who.split(/\s+/).every((word) => isIdle(word) || isName(word)) && !hasContent(who)));
  return isSomebody && (asked === null || wanted.index <= asked.index) ? wanted : asked;
}

/** Whether a passage beside the request names nothing that is asked about: it refers to something else, or tells of whoever asks. */
function saysNothingOfIt(passage: string, hasContent: Passage['hasContent']): boolean {
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
