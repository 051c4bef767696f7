import type { Case } from '../frame/case';
import type { Reading } from '../reading';

/** "Is there a link between DNAs and deprivation", with what is said before and after it. */
const LINK = /\b(?:(?:is|was) there (?:a|any) |any |the )?(?:link|relationship|association|connection) between (?:the |our )?(.{2,40}?) and (?:the |how |their )?([\p{L} -]{3,30}?)(?=\s*(?:[,.;?!]|$| (?:in|for|at|last|this|since|over|of)\b))/iu;

/**
 * "Is there a link between DNAs and deprivation": whether a measure goes with what it can be split by is seen in its parts.
 * Null where the two are no measure and a split of it, as with two measures.
 */
export function linkBetween(one: Case): Reading | null {
  const [whole, first = '', second = ''] = LINK.exec(one.text) ?? [];
  if (whole === undefined) {
    return null;
  }
  for (const [measure, part] of [[first, second], [second, first]]) {
    const wording = one.text.replace(whole, `${measure ?? ''} by ${part ?? ''}`);
    const reading = one.again(wording);
    if (reading.kind === 'query' && reading.query.by !== null && reading.query.intent === 'breakdown') {
      return one.again(wording, true);
    }
  }
  return null;
}
