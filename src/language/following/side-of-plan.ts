import type { Query } from '../../engine/query';

const SHORT = ['behind', 'under', 'below', 'short(?: of)?', 'down on', 'off', 'adrift of'];
const AHEAD = ['ahead(?: of)?', 'over', 'above', 'up on'];
const SIDE = `(?:${[...SHORT, ...AHEAD].join('|')})`;
/** "Under plan", "behind their income plan". */
const OF_PLAN = new RegExp(`\\b(${SIDE}) (?:(?:the|their|its|our) )?(?:income |activity )?(?:plan|budget)\\b`, 'i');
/** A side and nothing else, or at the end of what asks for some of those before: "which are behind", "any over". */
const ALONE = new RegExp(`^((?:(?:only|just|show|me|the|those|ones?|which|who|whos|any|how many|of|them|these|that|are|is|were|was|still|currently|running) )*)(${SIDE})(?=[\\s.?!]*$)`, 'i');
/** What asks how far from plan, or why, and not which of them; and an amount, which has a bound of its own. */
const HOW_FAR = /£|\d ?%|\b(?:more|less|fewer) than\b|\b(?:why|how far|how much|by what|what(?:'s| is| has)? (?:driving|behind))\b/i;
const FALLS_SHORT = new RegExp(`^(?:${SHORT.join('|')})$`, 'i');
/** "Why is ITAPS behind". */
const WHY_SIDE = new RegExp(`(\\b(?:why|how come|what(?:'s| is|s) (?:making|putting|keeping))\\b[^?]*? ${SIDE})(?=[\\s.?!]*$)`, 'i');
/** The other of the two, once one was set against plan. */
const OTHER_PLAN = /^((?:for |on |the )*)(activity|income)(?=[\s?.!]*$| (?:by|for|in|at)\b)/i;

/**
 * What follows a question against plan is against plan still: "same for activity"; and after a split, "which of those are
 * under plan" asks for the parts whose difference from it is below nought. Any other question is left as it is.
 */
export function ofThePlan(text: string, { metrics: [metric = ''], by }: Query): string {
  if (!metric.endsWith('-against-plan')) {
    return text;
  }
  const why = text.replace(WHY_SIDE, '$1 plan');
  if (why !== text) {
    return why;
  }
  const sided = by === null || HOW_FAR.test(text) ? text : text.replace(OF_PLAN, (_whole, side: string) => nought(side)).replace(ALONE, (_whole, lead: string, side: string) => `${lead}${nought(side)}`);
  return sided !== text || /\bplan\b/i.test(text) ? sided : text.replace(OTHER_PLAN, '$1$2 against plan');
}

function nought(side: string): string {
  return FALLS_SHORT.test(side) ? 'under 0' : 'over 0';
}
