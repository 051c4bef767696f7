import type { ProcessAnswer } from './process-answer';
import type { ProjectionAnswer } from './projection-answer';

/** Whether a target lies inside the usual range of a month, which is between its process limits: as a line of a card, and in a sentence. */
export type AgainstLimits = Pick<ProjectionAnswer, 'facts' | 'sentences'>;

/**
 * The usual range of a month, from one process limit to the other, with the target of a month that lies inside or outside
 * it. Outside, a process that stays as it is meets it every month or none; of one that is changing the range promises
 * nothing, and that is said.
 *
 * @param targetWords the target of the month, where it is the one that leads: "at least 1.89"
 */
export function againstLimits(process: ProcessAnswer | null, targetWords: string | null): AgainstLimits {
  if (process === null) {
    return { facts: [], sentences: [] };
  }
  const { assurance, usual, signal, variation, promiseWords } = process;
  const side = assurance === 'none' ? null : assurance === 'hit-and-miss' ? 'inside' : 'outside';
  const fact = { caption: 'Usual range of a month', value: `${usual}${side === null ? '' : `; target ${side}`}` };
  if (side === null || targetWords === null) {
    return { facts: [fact], sentences: [] };
  }
  const lies = `Target ${targetWords} lies ${side} the usual range of a month, ${usual}`;
  return { facts: [fact], sentences: [signal === null ? `${lies}: ${promiseWords}.` : `${lies}; it is ${CHANGING[variation]}, so that range may no longer hold.`] };
}

const CHANGING: Readonly<Record<ProcessAnswer['variation'], string>> = {
  improvement: 'improving', concern: 'worsening', neutral: 'changing', 'common-cause': 'changing',
};
