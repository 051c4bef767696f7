import type { Query } from '../../engine/query';

/** "Does that count cancelled ones": what the measure before is made of. */
const WHAT_COUNTS = /^(?:and |so |but )?(?:does|do|is|are|did|would) (?:that|it|this|they|those|these|the figure|the number)(?: (?:figure|number|rate))?(?: also| just| only)? (?:count|counts|include|includes|including|exclude|excludes|excluding|cover|covers|counting|leave out|take in)\b/i;
const MEANS = /^(?:and |so |sorry |but )*(?:what (?:does|do) (?:that|it|this) (?:mean|count|include|cover)|what(?:'?s| is) (?:that|it|this)(?: exactly)?|what (?:exactly )?(?:is|'s) (?:counted|included)(?: in (?:that|it|this))?|how (?:is|'s) (?:that|it|this) (?:defined|calculated|worked out|measured|counted)|(?:meaning|definition)(?: of (?:that|it|this))?)[\s.!?]*$/i;
/** "Is that good": against what is aimed at. */
const JUDGED = /^(?:and |so |ok |but )*(?:is|are|was|were) (?:that|this|it|they|those|these|we)(?: any| a| considered| meant to be)? (?:good|bad|ok|okay|alright|all right|normal|high|low|reasonable|acceptable|(?:good|bad) (?:figure|number|one)|where (?:it|we) should be|there(?: yet)?|on target|above target|below target|within target|hitting target|meeting target)\b(?: enough)?(?: or (?:bad|not|low|high|off))?[\s.!?,]*/i;
/** "What's ours": the figure of what was told of or of others before. */
const OURS = /^(?:and |so |ok |but )*(?:what(?:'?s| is| are|s) (?:ours?|our (?:figure|number|rate|score|position)|it(?: (?:now|currently|at the moment))?(?: for us| here)?)|what are we (?:on|at|running at)|where are we|how are we doing(?: on (?:that|it|this))?|(?:and )?(?:ours|us|our (?:figure|number|rate)))[\s.!?]*$/i;
/** How many the rate before is of. */
const HOW_MANY = /^(?:and |so |ok |but )*(?:(?:how many|what) (?:is|was|are|were|does) (?:that|it|this|those)(?: (?:in|as) (?:a )?(?:actual |real |raw )?(?:numbers?|patients|people|appointments|cases|count))?(?: (?:come to|add up to))?(?: (?:in total|altogether|overall|in all|all together|for (?:everyone|the trust)))?|how many(?: (?:patients|people|appointments|cases|lists|operations))?(?: (?:is|was) (?:that|it|this))?|(?:in|as) (?:actual |real |raw )?(?:numbers|a number|a count)|(?:actual|raw) numbers?)[\s.!?]*$/i;
/** Everybody taken together. */
const OVERALL = /^(?:and |so |ok |but )*(?:(?:what about|how about|for|the) )*(?:overall|in total|all together|altogether|as a whole|everyone|everybody|all of (?:us|them)|across the board|trust ?wide)[\s.!?]*$/i;
/** Everybody but those asked about: beside them, or without them. */
const THE_OTHERS = /^(?:and |so |ok |but )*(?:(?:what about|how about|how are|compared (?:to|with)|vs|for) )*(?:(?:all )?the (?:others?|rest(?: of them)?)|everyone else|everybody else|(?:the )?other ones|others)(?: doing| like)?[\s.!?]*$/i;
/** Nothing but what is off target, of the scorecard before. */
const OFF_TARGET = /^(?:and |so |ok |but )*(?:is |are )?(?:(?:anything|what(?:'?s| is|s)?|which (?:ones|measures|lines)(?: are)?|any|just (?:the )?(?:ones )?(?:that are |which are )?|only (?:the )?(?:ones )?(?:that are |which are )?|show (?:me )?(?:the )?)(?: of (?:those|these|them))? ?)?(?:off target|red|reds|amber|missed|missing (?:the |their )?targets?|failing|not on target|off track|exceptions?)(?: ones)?(?: there| on (?:there|it|that))?[\s.!?]*$/i;

/**
 * The whole questions that words about the answer before may stand for, in which nothing of it is named again: what it
 * counts, whether it is good, what it is here, how many it is of, what of it is off target. None, where they are no such words.
 * @param words a query in words that read to it again
 */
export function aboutTheAnswer(text: string, before: Query, words: (query: Query) => string): readonly string[] {
  const figure: Query = { ...before, intent: 'value', by: null, having: null, order: null, limit: null, versus: null };
  if (before.scorecard !== null) {
    return OFF_TARGET.test(text) || isJudged(text) ? [words({ ...before, intent: 'exceptions', order: null })] : [];
  }
  const [metric, second] = before.metrics;
  if (metric === undefined) {
    return [];
  }
  if (WHAT_COUNTS.test(text) || MEANS.test(text)) {
    return second === undefined ? [words({ ...figure, intent: 'definition', filters: {}, excluding: {}, period: null })] : [];
  }
  if (['definition', 'freshness', 'peers'].includes(before.intent) && OURS.test(text)) {
    return [words(figure)];
  }
  if (HOW_MANY.test(text)) {
    return [`number of ${words(figure)}`];
  }
  if (OVERALL.test(text)) {
    const whole = { ...figure, filters: {} };
    return Object.keys(before.excluding).length === 0 ? [words(whole)] : [words(whole), words({ ...whole, excluding: {} })];
  }
  const [narrowed, another] = Object.keys(before.filters);
  if (narrowed !== undefined && another === undefined && before.by === null && THE_OTHERS.test(text)) {
    return [words({ ...figure, filters: {}, intent: 'breakdown', by: narrowed }), words({ ...figure, filters: {}, excluding: before.filters })];
  }
  // Of two sides it is not told which is meant.
  const sides = before.versus !== null && typeof before.versus === 'object' && 'filters' in before.versus;
  return isJudged(text) && !sides ? [words({ ...figure, intent: 'comparison', versus: 'target' })] : [];
}

function isJudged(text: string): boolean {
  const judged = JUDGED.exec(text);
  return judged !== null && judged[0].length === text.length;
}

/** The same words without asking whether it is good, where they go on to say compared with what: "is that good compared to other trusts". */
export function withoutJudging(text: string): string {
  const judged = JUDGED.exec(text);
  const rest = judged === null ? '' : text.slice(judged[0].length);
  return /^(?:compared|vs?\b|versus|against|than|next to|beside|relative|for (?:us|a trust|an? \w+ like))/i.test(rest) ? rest : text;
}
