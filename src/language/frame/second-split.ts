import type { Case } from './case';

/** What measures count, as a noun that narrows nothing beside its measure: "late starts on their lists". */
export const COUNTED: ReadonlySet<string> = new Set(['list', 'case', 'operation', 'session', 'slot', 'referral', 'admission', 'spell', 'pathway', 'examination', 'scan', 'machine', 'patient']);

/** "Late starts by site and session": what is counted stands where a second split would, and is no mere word for it. */
export function asksForASplit({ folded, spans }: Case, at: number): boolean {
  return COUNTED.has(folded[at] ?? '') && folded[at - 1] === 'and' && !spans.some(({ start, end }) => start <= at && at < end) && spans.some(({ end, meaning }) => end === at - 1 && meaning.kind === 'dimension');
}
