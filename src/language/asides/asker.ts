import { isIdle } from './idle-words';
import type { Asked } from './asked';

/** Who manages or leads a part of the hospital asks for its figures; who gives care there may ask for their own. */
const LEADS = '(?:managers?|gms?|leads?|directors?|matrons?|heads?|chiefs?|coordinators?|administrators?|partners?|planners?|analysts?|accountants?)';
const CARES = '(?:consultants?|surgeons?|physicians?|anaesthetists?|registrars?|doctors?|clinicians?|nurses?|sisters?|secretary|secretaries|bookers?|schedulers?)';
const KIND = '(?:new|lead|leading|senior|junior|clinical|deputy|assistant|associate|general|service|operational|operations|ops|business|duty|ward|specialist|divisional|directorate|programme|performance|nurse|nursing|other|interim|acting)';
const PART = "[\\p{L}&'-]+(?: [\\p{L}&'-]+){0,3}?";
/** "I'm one of the ENT consultants –", "I am the general manager for MSS;", "as a matron in gastro,". */
const ASKER = new RegExp(
  `^(?:and |so |hi,? |hello,? |morning,? )?(?<who>(?:i'?m|i am|we'?re|we are|as|speaking as|this is|it'?s) (?:a|an|the|another|one of (?:the|your|our|those)|two of the|both) (?:${KIND} )*)(?:(?<part>${PART}) )??(?<post>(?:${KIND} )*(?:(?<leads>${LEADS})|${CARES}))(?: here| there)?(?: (?:in|for|of|at|with|over|from) (?:the )?(?<where>${PART}))?(?:\\s*[-–—,.;:]+\\s*|\\s+(?=(?:what|whats|what's|how|hows|can|could|where|please)\\b))(?:and |so )?(?<asked>.+)$`,
  'iu',
);
/** Figures of all who work there, and those of whoever asks. */
const OURS = /\b(?:our|ours|we|us|we're|we've)\b/i;
const MINE = /\b(?:my|mine|i|i'm|i've)\b/i;
/** The whole, which no part narrows. */
const WHOLE = /\b(?:trust|trustwide|hospital|overall|everyone|uhl|whole|all)\b/i;

/**
 * A message of somebody who says what they are first: the part of the hospital that is theirs stays beside what they ask,
 * and what they are falls away. Null where nobody says so, or where the figures asked for may be another's or their own.
 */
export function withoutAsker(text: string, hasContent: (words: string) => boolean): Asked | null {
  const { who = '', part = '', post = '', leads, where = '', asked = '' } = ASKER.exec(text)?.groups ?? {};
  const parts = [part, where].filter((words) => words !== '');
  const theirs = OURS.test(asked) || leads !== undefined;
  if (asked === '' || !theirs || MINE.test(asked) || WHOLE.test(asked) || !hasContent(asked) || !parts.every((words) => hasContent(words) || isIdle(words))) {
    return null;
  }
  const named = parts.filter(hasContent);
  return { text: [...named, asked].join(' - '), passedOver: [`${who}${post}`] };
}
