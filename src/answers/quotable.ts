import { dayLabel } from '../calendar/day';
import type { Provenance } from '../engine/result';

/** The sentence as it can stand in a paper, with the day of the data and where it is from; nothing where no extract holds it. */
export function quotable(headline: string, { extracts, through, snapshot, notice }: Pick<Provenance, 'extracts' | 'through' | 'snapshot' | 'notice'>): readonly string[] {
  return extracts.length === 0 ? [] : [`To quote: “${headline} (${notice === null ? '' : `${notice}; `}${new Intl.ListFormat('en-GB').format(extracts)}, data to ${dayLabel(through)}, data version ${snapshot}.)”`];
}
