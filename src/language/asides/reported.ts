import { holdsATime } from './occasions';
import { isIdle } from './idle-words';
import type { Asked } from './asked';

const PRINTED = '(?:papers?|pack|reports?|slides?|deck|dashboard|ipr|summary|briefing|document|spreadsheet|minutes|appendix|annex|model hospital|model health system)';
const PRINTS = '(?:gives?|gave|has|had|have|shows?|showed|says?|said|quotes?|quoted|puts?|prints?|printed|lists?|listed|reports?|reported|states?|stated|records?|recorded|cites?|cited)';
const ABOUT = '(?:about|around|roughly|nearly|some|just|over|under|approximately|approx|circa|almost|only)';
const DIGIT = '(?:one|two|three|four|five|six|seven|eight|nine)';
const NUMBER_WORD = `(?:${DIGIT}|ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen|(?:twen|thir|for|fif|six|seven|eigh|nine)ty(?:[- ]${DIGIT})?)(?: point ${DIGIT})?`;
const FIGURE = `(?:(?:minus|negative|plus) |[-+~])?£?(?:\\d[\\d,]*(?:\\.\\d+)?|${NUMBER_WORD})(?: ?%| per ?cent| percent| ?(?:million|m|k)\\b)?`;

/** "The board paper gives ACPL at about 2.1. What is it now?": who prints it, what, the figure, what of it, and what is asked. */
const REPORTED = new RegExp(
  `^(?:and |so |hi |ok )?(?<where>(?:[\\p{L}\\d'&-]+ ){0,4}?${PRINTED}) ${PRINTS} (?:that )?(?<what>[^.;!?]{2,80}?) (?<figure>(?:(?:at|as|to be|of|being|is|was|are|were) )?(?:${ABOUT} )*${FIGURE})(?![\\p{L}\\d%])(?<rest>(?: [^.;,!?]{2,40})?)[.;,!?–-]+\\s+(?<asked>.+)$`,
  'iu',
);
/** What asks after the thing that was reported. */
const AFTER_IT = /\b(?:now|currently|today|at the moment|these days|latest|still|it|that|this|they|we)\b/i;
const NOW = /\b(?:now|nowadays|currently|today|at the moment|at present|these days|latest)\b/i;
/** What sets parts beside the figure, which is then no longer beside the question. */
const BESIDE_IT = /\b(?:which|who|any|below|above|over|under|than|against|better|worse|higher|lower|change[ds]?|moved|since|why)\b/i;
const MONTH_OF_A_PAPER = /\b(?:january|february|march|april|may|june|july|august|september|october|november|december|last (?:month|week|quarter|year)(?:'s)?|this (?:month|week)(?:'s)?|last)\b/gi;

/**
 * A message without what a paper prints of the measure that it then asks about, and without when that was, where it asks
 * how it is now. Null where nothing is reported so, or where more is asked than how that is.
 */
export function withoutReported(text: string, hasContent: (words: string) => boolean): Asked | null {
  const { where = '', what = '', figure = '', rest = '', asked = '' } = REPORTED.exec(text)?.groups ?? {};
  const asksNow = NOW.test(asked);
  if (asked === '' || !hasContent(what) || hasContent(asked) || !AFTER_IT.test(asked) || BESIDE_IT.test(asked) || !isIdle(asksNow ? where.replace(MONTH_OF_A_PAPER, ' ') : where)) {
    return null;
  }
  if (asksNow && (holdsATime(what) || holdsATime(rest))) {
    const plain = rest.replace(/^ (?:in|for|during|at the end of|as of) /i, ' ');
    return holdsATime(what) || !isOnlyATime(plain) ? null : { text: `${what}. ${asked}`, passedOver: [where, `${figure}${rest}`] };
  }
  return { text: `${what}${rest}. ${asked}`, passedOver: [where, figure] };
}

/** A month, with its year or without. */
function isOnlyATime(words: string): boolean {
  return /^\s*(?:(?:january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)(?: (?:20)?\d{2})?|last (?:month|quarter|year|week)|q[1-4])\s*$/i.test(words);
}

/** "It was 8% in May. What is it now?": the time of a figure that was told is none that is asked about. */
export function asksHowItIsNow(text: string, toldUntil: number): boolean {
  const [told = '', ...asked] = text.slice(toldUntil).split(/(?<=[.?!;,–-])\s+/);
  return holdsATime(`${text.slice(0, toldUntil)} ${told}`) && NOW.test(asked.join(' '));
}
