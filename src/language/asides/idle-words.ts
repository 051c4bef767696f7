import { cleanText } from '../words/clean-text';
import { FUNCTION_WORDS } from '../words/function-words';
import { PASSING_WORDS } from '../words/passing-words';
import { wordsOf } from '../words/word';
import { OCCASION_PHRASE } from './occasions';
import { ASKS_FOR, SAYS_THAT } from './people';

/**
 * Words of an office that say how somebody came to ask, and narrow no figure. What could stand for a kind of patient, of
 * care, of place or of time is never among them.
 */
const OFFICE_WORDS: ReadonlySet<string> = new Set(`
  hi hiya hello hey good morning afternoon evening tally all team folks everyone everybody colleagues thanks thx cheers ta many kind best
  u soz sorry apologies forgive hope hoping hopefully well busy not no too but because thank lay ive weve id ill dont
  preparing prepping prep prepare putting together put working work out round send sent trying try writing wrote draft drafting drafted commentary
  paragraph wording number figure figures position answer numbers discussed agreed requested promised per following ahead hand handed
  come coming came asap fyi urgently urgent rush same layout early cut bother bothering bothered rather enormously hugely extremely
  coo ceo cfo cmo cno chair chairman director boss ned neds gm exec execs executive executives secretary
  short small tiny nice job now later bottom while going go explain explaining
  wants needs asks says asked said reckons claims thinks telling told tells querying queried chasing
  divisional directorate departmental front looking struggling updating covering total fund sign email emails emailed visit visiting dashboard director's boss's thing new pain nuisance icb nhse region cqc jag girft fic tlt slt board finance exec matron visit
  follows footnote caption query queries request requests respond reply info information question questions perf
  today's attached below cover note email mail message chat ticket action item line fancy urgently page annex
`.trim().split(/\s+/));

/** Somebody by name who wants it: "Siobhan needs it by 10". */
const WHO_WANTS = /^\s*\p{Lu}\p{Ll}+(?= (?:(?:has|have|had|is|was) )?(?:needs|wants|asks|says|asked|asking|said|reckons|claims|thinks)\b)/u;
const OCCASIONS = new RegExp(OCCASION_PHRASE, 'giu');
/** An hour of the day, or how soon it is wanted. */
const HOURS = /\b(?:(?:at|by|before) (?:the )?|for (?:the|his|her|their|my|our) )\d{1,2}(?:[.:]\d{2})? ?(?:am|pm)\b|\b(?:at|by|before) (?:the )?(?:half |quarter (?:past|to) )?(?:\d{1,2} ?o'?clock|noon|midday|half (?:seven|eight|nine|ten|eleven|twelve|one|two|three|four|five))\b|\b(?:at|by|before) (?:the )?\d{1,2}(?:[.:]\d{2})?(?=\s*(?:[,.!?;)]|$|and\b|but\b|so\b|-))|\bin \d{1,2} ?(?:mins?|minutes|hours?)\b/giu;

const PEOPLE = new RegExp(`(?<![\\p{L}\\d])(?:${ASKS_FOR}|${SAYS_THAT})(?![\\p{L}\\d])`, 'giu');

/** Whether a passage names an occasion, an hour or somebody who asks. */
export function isOccasion(passage: string): boolean {
  const plain = cleanText(passage);
  return [WHO_WANTS, PEOPLE, OCCASIONS, HOURS].some((pattern) => plain.search(pattern) >= 0);
}

/** Whether a passage holds nothing but words known to be idle: an unknown word may be what narrows the figure. */
export function isIdle(passage: string): boolean {
  const plain = cleanText(passage).replace(WHO_WANTS, ' ').replace(PEOPLE, ' ').replace(OCCASIONS, ' ').replace(HOURS, ' ');
  return wordsOf(plain).every(({ text }) => FUNCTION_WORDS.has(text) || PASSING_WORDS.has(text) || OFFICE_WORDS.has(text));
}
