import { dayLabel } from '../calendar/day';
import type { Provenance } from '../engine/result';

/** The sentence as it can stand in a paper, with the day of the data and where it is from; nothing where no extract holds it. */
export function quotable(headline: string, { extracts, through, notice }: Pick<Provenance, 'extracts' | 'through' | 'notice'>): readonly string[] {
  return extracts.length === 0 ? [] : [`To quote: “${headline} (${notice === null ? '' : `${notice}; `}source ${new Intl.ListFormat('en-GB').format(extracts.map((extract) => extract.replaceAll('-', ' ')))}, data to ${dayLabel(through)}.)”`];
}
