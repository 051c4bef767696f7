import type { HiddenParts } from './hidden-parts';

/** What a run is made of. */
export type Step = 'month' | 'week' | 'day';

/** "5 of its 24 months are hidden so that nobody can be recognised", "all of its 4 months are …"; empty where none is. */
export function hiddenPointsWords({ hidden, of }: HiddenParts, step: Step = 'month'): string {
  const some = hidden === of ? (of === 1 ? `its one ${step} is` : `all of its ${of} ${step}s are`) : `${hidden} of its ${of} ${step}s ${hidden === 1 ? 'is' : 'are'}`;
  return hidden === 0 ? '' : `${some} hidden so that nobody can be recognised`;
}
