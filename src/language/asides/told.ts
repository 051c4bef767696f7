import { asksHowItIsNow } from './reported';

const WHY = "(?:why|driving|drives?|drove|what(?:'s| is|s| was) behind|changed?|explain)";
const DEFINED = '(?:what (?:counts|do (?:we|you) (?:class|count))|count(?:s|ed)? as|definition|defined|define|measured|calculated|worked out|how (?:do|does) (?:we|you|it|they) (?:work|calculate|define|measure|count|come))';

/** What somebody supposes behind a question of why or of what counts, one a line. Each stands at the end, behind a pause. */
const SUPPOSAL = [
  // "What counts as a late start, does ten minutes count".
  `(?<=\\b${DEFINED}\\b.*)[\\s,;.?–-]+(?:and )?(?:does|do|would|did) [^,;.?!]{2,60}? (?:still )?count`,
  // "How is it defined and what is left out".
  `(?<=\\b${DEFINED}\\b.*)[\\s,;.?–-]+(?:and |ie |i\\.e\\.,? |that is )*what(?:'s| is| gets| are) (?:excluded|included|counted|left out|in it)`,
  // "The team lead thinks it's over 10%".
  `[\\s,;.?–-]+(?:but |and |as |though )?(?:the |our |my )?[\\p{L} ]{2,40}? (?:thinks?|reckons?|says?|said|told (?:me|us)|claims?|believes?|guess(?:es)?) (?:that )?(?:it|they|this|that|we|the (?:rate|figure|number))(?:'s|'re| is| are| was| were| has been)? (?:now |still |only |well )?(?:(?:over|above|about|around|under|below|more than|less than|nearer|closer to|up to|at|nearly|almost) )?£?\\d[\\d.,]*\\s?[%km]?(?: or so| now)?`,
  // "Why is it up - price or volume".
  `(?<=\\b${WHY}\\b.*)[\\s,;.?–-]+(?:price|volume|rate|mix|case ?mix|activity|tariff|demand|capacity|staffing|both)(?:(?:, ?|,? or )(?:is it )?(?:price|volume|rate|mix|case ?mix|activity|tariff|demand|capacity|staffing|both))+`,
  // "Why is it up, is it volume or price".
  `(?<=\\b(?:${WHY}|${DEFINED})\\b.*)[\\s,;.?–-]+(?:and |or )?(?:is|was|are) (?:it|that|this|they) (?:just |all |down to |because of |about |really )*[^,;.?!]{2,120}`,
];
/** A cause or a meaning that somebody supposes: an answer tells the causes and the meaning anyway. */
export const SUPPOSED = new RegExp(`(?:${SUPPOSAL.join('|')})[\\s.?!]*$`, 'iu');

const IS_AT = "(?:\\b(?:is|are|was|were|be|been|running|run|sitting|sit|stuck|standing|stood|hovering|averaged|averaging|down|up|came out|comes out|quoted)\\b|'re|\\brate of)";
const STATED = new RegExp(`${IS_AT}\\s+(?:(?:at|on|as|around|about|roughly|nearly|just|over|under|only|still)\\s+)*\\d{1,3}(?:\\.\\d+)?\\s?%(?! target)`, 'iu');
/** Words with which something is asked for somewhere in a message. */
const ASKS = /[?]|\b(?:what|how|can|could|give|show)\b/i;
/** Words that ask for some of several: a figure behind them is a condition. */
const CHOOSES = /\b(?:which|what|whose|any|who|how|anything|anyone|those|where|all|every|each)\b/i;

/**
 * A figure that somebody was told of the measure and that no answer needs ("running at 9.98%", "a DNA rate of 6.5%"), or
 * null. In a clause that asks which of several, it is a condition.
 */
export function statedFigure(text: string): RegExpExecArray | null {
  const found = STATED.exec(text);
  const clause = found === null ? '' : text.slice(0, found.index).split(/[.?!;,–-]\s/).at(-1) ?? '';
  return found !== null && ASKS.test(text) && !CHOOSES.test(clause) && !asksHowItIsNow(text, found.index) ? found : null;
}
