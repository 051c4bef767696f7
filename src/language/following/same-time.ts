import type { Period } from '../../calendar/period';

const SAME = /[\s,]+(?:(?:for|in|over|across|during|at|on|from) )?(?:(?:the |that |those |this )?(?:very |exact )?same|that|those) (period|times?|months?|dates?|days?|weeks?|weekend|quarter|year|range|time ?frame|timescale|window|stretch|chart|graph|trend|view)(?: please)?(?=[\s.?!]*$|,? (?:for|in|at|by)\b)/i;
/** "For the quarter": the one that was asked about. */
const THE_UNIT = /[\s,]+(?:for|in|over) the (week|month|quarter)(?: please)?(?=[\s.?!]*$)/i;
/** "What was the PIFU rate then": of the present tense "then" says nothing. */
const THEN = /(?<=\b(?:was|were|did|had|been)\b[^?]*?)[\s,]+(?:back then|then|at (?:the|that) (?:time|point))(?: please)?(?=[\s.?!]*$)/i;
/** A unit is the same only where it is what was asked about. */
const UNITS: Readonly<Record<string, readonly Period['grain'][]>> = { month: ['month'], week: ['week'], quarter: ['quarter'], year: ['year', 'ytd'], weekend: ['range'] };

/** A follow-up without the "then" of one in the past tense, which asks about the time that was asked about. */
export const withoutThen = (text: string): string => text.replace(THEN, '');

/** A follow-up without "for the same week" or "over that period", which say that the time asked about stays. */
export function withoutSameTime(text: string, asked: Period): string {
  return [SAME, THE_UNIT].reduce((rest, pattern) => {
    const unit = pattern.exec(rest)?.[1]?.toLowerCase().replace(/s$/, '') ?? '';
    return (UNITS[unit]?.includes(asked.grain) ?? true) ? rest.replace(pattern, '') : rest;
  }, text);
}
